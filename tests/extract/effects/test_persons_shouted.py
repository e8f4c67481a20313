"""Persons by name in a text that is all in capitals."""

from __future__ import annotations

import pytest

from tallystick.extract.effects.persons_shouted import shouted_name_at, shouted_names
from tests.extract.told import annotated


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("RADIO PRESENTER CARLOS EXAMPLE WAS MURDERED LAST NIGHT.", ["CARLOS EXAMPLE"]),
        ("THE BAKER, MARIA B. EXAMPLE, SAID SO.", ["MARIA B. EXAMPLE"]),
        ("MAYOR CARLOS O'EXAMPLE WAS SHOT.", ["MAYOR CARLOS O'EXAMPLE"]),
        ("THE RIVER WAS CLOSED BY THE FLOOD.", []),
        ("ELENA SAID IT.", []),
        ("TWO GUARDS OF SENATOR CARLOS EXAMPLE WERE KILLED.", ["SENATOR CARLOS EXAMPLE"]),
    ],
)
def test_a_given_name_and_what_follows_it(text: str, names: list[str]) -> None:
    notes = annotated(text)
    assert [n.of(text) for n in shouted_names(notes, notes.sentences[0])] == names


def test_a_surname_goes_back_to_a_name_in_full() -> None:
    text = "CARLOS OXEN WAS SHOT. OXEN DIED AT ONCE. LONDER DIED LATER."
    notes = annotated(text)
    found = [n.of(text) for s in notes.sentences for n in shouted_names(notes, s)]
    assert found == ["CARLOS OXEN", "OXEN"]


def test_a_title_may_stand_for_a_given_name_that_no_list_has() -> None:
    text = "DEPUTY ZORBO CARLOS EXAMPLE DIED."
    notes = annotated(text)
    start = text.index("ZORBO")
    assert shouted_name_at(notes, start, len(text)) is None
    name = shouted_name_at(notes, start, len(text), titled=True)
    assert name is not None
    assert name.of(text) == "ZORBO CARLOS EXAMPLE"
