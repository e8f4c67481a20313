"""Some of those counted before, by their class."""

from __future__ import annotations

import pytest

from tallystick.extract.effects.casualties import harmed
from tests.extract.effects.test_casualties import short
from tests.extract.told import annotated, sentence_of

PARTS = [
    (
        "The clinic put the death toll at 14, including five children.",
        ["k 14 people", "k 5 children"],
    ),
    (
        "Fighting claimed the lives of 30 herders, among them four women.",
        ["k 30 civilians", "k 4 civilians"],
    ),
    ("Nine of those killed were children.", ["k 9 children"]),
    ("A mine killed six people including two security men.", ["k 2 forces", "k 6 people"]),
    (
        "A mine blew up a bus killing three of them and wounding 22 most of them women.",
        ["i 22 civilians", "k 3 people"],
    ),
    (
        "A mine blew up a bus killing nine people including two girls wounding 15 others.",
        ["i 15 people", "k 2 children", "k 9 people"],
    ),
]
NO_PARTS = [
    ("The clinic put the death toll at 14, many of them children.", ["k 14 people"]),
    ("The clinic put the death toll at 14, including two who drove.", ["k 14 people"]),
]


@pytest.mark.parametrize(("text", "wanted"), [*PARTS, *NO_PARTS])
def test_parts_are_told_with_their_whole(text: str, wanted: list[str]) -> None:
    notes = annotated(text)
    assert sorted(map(short, harmed(notes, sentence_of(notes)))) == wanted
