"""A side that gives the reason of an attack owns it, and so does a caller in its name."""

from __future__ import annotations

import time

import pytest

from tallystick.extract.roles.reasons import owned_by_caller
from tallystick.model.document import Span
from tests.extract.roles_reading import claimed, notes_of

CASES = [
    ("Boko Haram described the raid as an answer to the burning of a village.", {"+boko haram"}),
    ("Boko Haram called the bombing in Gao revenge for a search.", {"+boko haram"}),
    ("Boko Haram said on Sunday that the killings were in retaliation for a search.",
     {"+boko haram"}),
    ("Boko Haram said in a letter that the ambush avenged its founder.", {"+boko haram"}),
    ("Boko Haram called the raid a natural response to injustice.", set()),
    ("Boko Haram said it was revenge for a search.", {"+boko haram"}),
    ("Boko Haram said it was ready to reply to a search.", set()),
    ("A caller, using the name Red Mill Force, said it was the reply to Orun.",
     {"+red mill force"}),
    ("A man speaking for Boko Haram said it was a time for talks.", set()),
    ("The governor described the raid as revenge for a search.", set()),
    ("Boko Haram called the raid a crime.", set()),
    ("A caller who said he spoke for Boko Haram told a radio that the victim was an informer.",
     {"+boko haram"}),
    ("A man claiming to represent Boko Haram rang a newsroom and said the dead man was a spy.",
     {"+boko haram"}),
    ("A leaflet signed by Boko Haram said the judge had been warned.", set()),
    ("A leaflet signed by Boko Haram said the killing was not its work.", {"-boko haram"}),
    ("A caller who spoke for Boko Haram said the victim was shot by the army.", set()),
    ("A man who spoke for the mayor said the victim was an informer.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), CASES)
def test_who_gives_the_reason_of_an_attack(text: str, names: set[str]) -> None:
    assert claimed(text) == names


@pytest.mark.parametrize("unit", ["a caller who spoke for ", "said the attack was in "])
def test_an_endless_sentence_takes_no_time(unit: str) -> None:
    notes = notes_of("Hezbollah and " + unit * (20_000 // len(unit)))
    started = time.process_time()
    list(owned_by_caller(notes, Span(0, len(notes.text))))
    assert time.process_time() - started < 2
