"""Aircraft that are brought down, or shot at in flight: attacks, whatever it was done with."""

from __future__ import annotations

import pytest

from tallystick.extract.events.downed import is_downing
from tallystick.model.document import Span


def _told(text: str, words: str) -> bool:
    start = text.index(words)
    return is_downing(text, Span(0, len(text)), Span(start, start + len(words)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Ravens shot down a Merovian helicopter over Osk.", "shot down"),
        ("They saw the airliner and shot it down with a missile.", "shot"),
        ("The front owned up to the downing of an army plane.", "downing"),
        ("A transport plane was brought down near Varn.", "brought down"),
        ("Two jets were hit by machine-gun fire over the ridge.", "hit"),
        ("A helicopter that had been fired on from the woods turned back.", "fired"),
        ("GUERRILLAS DOWNED AN MI-8 AT OSK.", "DOWNED"),
    ],
)
def test_what_was_done_to_those_in_the_air(text: str, words: str) -> None:
    assert _told(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The army shot down an unmanned aircraft over Osk.", "shot down"),
        ("Air defences shot down nine drones.", "shot down"),
        ("Jets struck the ford at dawn.", "struck"),
        ("The jets had hit a convoy by noon.", "hit"),
        ("Rockets hit the barracks in Osk.", "hit"),
    ],
)
def test_what_was_done_to_others(text: str, words: str) -> None:
    assert not _told(text, words)
