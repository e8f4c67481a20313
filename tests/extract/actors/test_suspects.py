"""Who is held, sought or charged, where the attack itself was told before."""

from __future__ import annotations

import pytest

from tallystick.extract.actors.suspects import suspects
from tallystick.model.statement import Stance
from tests.extract.incidents import place_of, reading, sides
from tests.extract.roles_reading import notes_of

HELD = [
    ("Two suspects were arrested in Ostrel last night.", ["Two suspects"], Stance.DOUBTS),
    ("A second youth was being questioned.", ["A second youth"], Stance.DOUBTS),
    ("A second youth was being sought.", ["A second youth"], Stance.DOUBTS),
    ("Another man, 31, remains at large.", ["Another man"], Stance.DOUBTS),
    ("Three men were picked up before dawn at a mill.", ["Three men"], Stance.DOUBTS),
    ("Police are looking for a man in a red cap.", ["a man"], Stance.DOUBTS),
    ("Detectives have arrested a 16-year-old.", ["a 16-year-old"], Stance.DOUBTS),
    ("Ann Tarrow, 30, was charged.", ["Ann Tarrow"], Stance.BLAMES),
    (
        "Ann Tarrow, 30, and Lou Marn, 31, are being held on bonds.",
        ["Ann Tarrow", "Lou Marn"],
        Stance.DOUBTS,
    ),
    ("Ann Tarrow, 30, confessed on Monday.", ["Ann Tarrow"], Stance.CLAIMS),
    (
        "Ann Tarrow and Lou Marn pleaded guilty to the charges.",
        ["Ann Tarrow", "Lou Marn"],
        Stance.CLAIMS,
    ),
]


@pytest.mark.parametrize(("text", "who", "stance"), HELD)
def test_who_is_held_or_charged_is_not_known_to_have_done_it(
    text: str, who: list[str], stance: Stance
) -> None:
    notes = notes_of(text)
    found = list(suspects(notes, notes.sentences[0].span))
    assert [d.span.of(text) for d in found] == who
    assert {d.stance for d in found} == {stance}


@pytest.mark.parametrize(
    "text",
    [
        "Two men were arrested for looting a mill.",
        "A youth was charged with theft of a cart.",
        "Ten protesters were detained in Ostrel.",
        "Nobody has been arrested.",
        "Ann Tarrow pleaded guilty to fraud.",
        "He was identified as Lou Marn, 30.",
        "The suspect left the court by a side door.",
    ],
)
def test_other_offences_and_other_persons_are_none(text: str) -> None:
    notes = notes_of(text)
    assert not list(suspects(notes, notes.sentences[0].span))


@pytest.mark.parametrize(
    ("before", "stance"),
    [
        ("Two men have been arrested.", Stance.DOUBTS),
        ("A man and a woman were charged.", Stance.BLAMES),
        ("Two men were shot.", None),
    ],
)
def test_those_caught_are_named_a_sentence_later(before: str, stance: Stance | None) -> None:
    text = f"{before} They were identified as Ann Tarrow, 30, and Lou Marn. Tom Orly wept."
    notes = notes_of(text)
    found = [(d.span.of(text), d.stance) for d in suspects(notes, notes.sentences[1].span)]
    assert found == ([("Ann Tarrow", stance), ("Lou Marn", stance)] if stance else [])


def test_it_goes_to_the_attack_before() -> None:
    text = "A baker was stabbed in Ostrel on 4 May 2031. Two suspects were arrested in Velm."
    (report,) = reading(text).reports
    assert {stance for _, stance in sides(report)} == {Stance.DOUBTS}
    assert place_of(report) == "Ostrel"
