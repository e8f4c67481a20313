"""Mishaps are no incidents: "killed by a car backing up", "a freighter sank in rough seas"."""

from __future__ import annotations

import pytest

from tallystick.extract import read, read_by_rules
from tallystick.intake import read_text

MISHAPS = [
    "A motorcycle wreck killed two men in Boston on Sunday, the town police said.",
    "A boy of nine was killed in Boston on Monday by a neighbor who was backing out of her drive.",
    "A house fire in Boston killed three people on Friday night, the fire chief said.",
    "A freighter sank in rough seas off Boston on Monday, killing two.",
    "The collision killed a woman of 30 in Boston on Tuesday.",
]
ACTS = [
    "A man drove his car into a crowd in Boston on Sunday, killing two. It was no accident.",
    "A fire bomb destroyed a mill in Boston on Friday night, the fire chief said.",
    "Rebels fired on a ferry off Boston on Monday. It sank in rough seas, killing two.",
    "A woman was shot and killed in Boston on Friday. Her car crashed into a wall.",
]


@pytest.mark.parametrize("text", MISHAPS)
def test_a_mishap_is_no_incident(text: str) -> None:
    document = read_text(text, name="x")
    assert read(document).reports == ()
    assert read_by_rules(document).reports == ()


@pytest.mark.parametrize("text", ACTS)
def test_what_somebody_did_beside_a_mishap_is_one(text: str) -> None:
    assert read(read_text(text, name="x")).reports
