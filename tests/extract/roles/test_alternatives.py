"""Sides of which nobody knows which it was."""

from __future__ import annotations

import pytest

from tallystick.extract.drafts import Draft
from tallystick.extract.roles.alternatives import either_way
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import ActorRef
from tests.extract.incidents import reading, sides

OPEN = [
    ("Police do not know whether the herders or the miners set the mill on fire.", True),
    ("It was not clear whether the shell was fired by the herders or by the miners.", True),
    ("The raid was carried out by either herders or miners.", True),
    ("The herders burned the mill, and either fled or were taken across the lake.", False),
    ("Nobody could say whether a child had died. The herders or the miners will pay.", False),
    ("The herders would not say whether they or the miners had lost men.", False),
]


def told(text: str, words: str, stance: Stance | None) -> Stance | None:
    start = text.index(words)
    span = Span(start, start + len(words))
    return either_way(text, Draft(Field.ATTACKER, ActorRef(words), span, stance)).stance


@pytest.mark.parametrize(("text", "doubted"), OPEN)
@pytest.mark.parametrize("words", ["herders", "miners"])
def test_either_of_two_is_in_doubt(text: str, words: str, *, doubted: bool) -> None:
    if words in text:
        assert (told(text, words, Stance.BLAMES) is Stance.DOUBTS) is doubted


def test_who_claims_or_denies_it_is_in_no_doubt() -> None:
    text = "It is not known whether the herders or the miners claimed it."
    assert told(text, "herders", Stance.CLAIMS) is Stance.CLAIMS


def test_what_the_police_do_not_know_they_lay_on_nobody() -> None:
    text = (
        "A bomb wrecked a bus in Karsk on 4 May 2031, killing nine people. Police did not know "
        "whether Hezbollah or Hamas was behind the bombing."
    )
    (report,) = reading(text).reports
    assert {stance for _, stance in sides(report)} == {Stance.DOUBTS}
