"""What an incident must have in a text that tells surely of none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tallystick.extract.actors.voices import voices_of
from tallystick.extract.annotate import annotate
from tallystick.extract.frame import Frame
from tallystick.extract.mentions import mentions
from tallystick.extract.trained.evidence import with_evidence
from tallystick.model.statement import Standing
from tests.extract.incidents import document_of


def frame(text: str, score: float | None) -> Frame:
    notes = annotate(document_of(text, "2031-05-07"))
    return Frame(mentions(notes, voices_of(notes)), score=score)


BARE = "A raid is spoken of."
PLACED = "A raid in Velm is spoken of."
WHOLE = "Gunmen killed nine in Velm on Monday."


@pytest.mark.parametrize(
    ("text", "score", "kept"),
    [
        (BARE, 0.7, False),
        (PLACED, 0.7, False),
        (WHOLE, 0.7, True),
        (WHOLE, 0.4, True),
        ("A raid in Velm on Monday.", 0.7, True),
        ("A raid in Velm on Monday.", 0.4, False),
        ("Somebody was shot.", 0.7, False),
        (BARE, 0.8, True),
        (BARE, None, True),
    ],
)
def test_a_text_without_a_sure_incident_keeps_what_something_is_told_of(
    text: str, score: float | None, *, kept: bool
) -> None:
    assert bool(with_evidence([frame(text, score)])) == kept


def test_beside_a_sure_incident_all_are_kept() -> None:
    both = [frame(BARE, 0.6), frame(WHOLE, 0.9)]
    assert with_evidence(both) == both


def test_background_needs_no_more_than_its_mention() -> None:
    old = frame(BARE, 0.6)
    old.mentions[0] = replace(old.mentions[0], standing=Standing.BACKGROUND)
    assert with_evidence([old]) == [old]
