"""Private persons by name as the subjects of what they do."""

from __future__ import annotations

import pytest

from tallystick.extract.actors.acting_persons import acting_persons
from tallystick.model.document import Span
from tests.extract.roles_reading import notes_of

ACTING = [
    ("Ann Tarrow, a painter from Velm, shot a clerk.", "shot", ["Ann Tarrow"]),
    ("Ann Tarrow, 30, and Lou Marn, 31, shot a clerk.", "shot", ["Ann Tarrow", "Lou Marn"]),
    (
        "It tells of Ann Tarrow, 30, and her son, Lou Marn, who shot a clerk.",
        "shot",
        ["Ann Tarrow", "Lou Marn"],
    ),
    ("The husband of Ann Tarrow shot a clerk.", "shot", []),
    ("Ann Tarrow said that a man shot a clerk.", "shot", []),
]


@pytest.mark.parametrize(("text", "verb", "who"), ACTING)
def test_who_acts_by_name(text: str, verb: str, who: list[str]) -> None:
    notes, at = notes_of(text), text.index(verb)
    found = acting_persons(notes, notes.sentences[0].span, Span(at, at + len(verb)), plain=True)
    assert [name.of(text) for name in found] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Lou Marn wept. On Monday Mr. Marn killed a clerk.", ["Marn"]),
        ("Lou Marn, 30, killed a clerk.", ["Lou Marn"]),
        ("Lou Marn and Ann Tarrow killed a clerk.", ["Lou Marn", "Ann Tarrow"]),
        ("Orme Hill killed a clerk.", []),
    ],
)
def test_a_deed_of_others_too_needs_a_sign_of_a_person(text: str, who: list[str]) -> None:
    notes, at = notes_of(text), text.index("killed")
    sentence = notes.sentences[-1].span
    found = acting_persons(notes, sentence, Span(at, at + 6), plain=False)
    assert [name.of(text) for name in found] == who
