"""Incidents counted by an ordinal."""

from __future__ import annotations

import pytest

from tests.extract.test_tallies import read

SERIES = [
    ("Jets bombed a depot on Monday, the fourth such round this month.", [4]),
    ("A shell hit a ferry. It was the third such mishap on the lake since June.", [3]),
    ("Fire bombs gutted a tram, the third of the firm's cars lost since May.", [3]),
    ("A missile fell on Sunday. It was the fifth to land on their soil since February.", [5]),
    ("The raid was the third on a mayor in the valley since July 1.", [3]),
    ("The band claimed its 40th operation since the new year.", [40]),
    ("It is the fourth shooting involving a warden in the town this year.", [4]),
]
NO_SERIES = [
    "He read the third letter on the raid since May.",
    "The raid came on the third day of talks since May.",
    "It was the third explosion of the night.",
    "A choir sang. It was the third concert in the square since May.",
    "She was the second judge to speak on the raid this year.",
]


@pytest.mark.parametrize(("text", "wanted"), [*SERIES, *((text, []) for text in NO_SERIES)])
def test_the_last_of_a_series_counts_it(text: str, wanted: list[int]) -> None:
    assert [tally.count.best for tally in read(text)] == wanted


def test_an_anniversary_counts_years() -> None:
    assert not read(
        "Some 200 veterans marked the 50th anniversary of the bombing of their barracks."
    )
