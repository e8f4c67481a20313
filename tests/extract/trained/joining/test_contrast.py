"""What tells two mentions apart by their own words."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tallystick.extract.actors.voices import voices_of
from tallystick.extract.annotate import annotate
from tallystick.extract.frames.reading import frames
from tallystick.extract.mentions.reading import mentions
from tallystick.extract.trained.joining.contrast import (
    Told,
    contrast,
    other_days,
    other_sites,
    other_sum,
    other_towns,
)
from tests.extract.incidents import document_of

ALIKE = (0.0, 0.0, 0.0, 0.0)
SAID = [
    ("Rebels shelled Goma on Monday.\n\nRebels shelled Bukavu on Monday.", (1, 1, 0, 0)),
    (
        "Gunmen kidnapped a priest in Goma on Monday.\n\nRebels shelled Goma on Tuesday.",
        (0, 0, 1, 0),
    ),
    (
        "A bomb killed six people in Goma on Monday.\n\nA bomb killed two people in Goma on "
        "Thursday.",
        (0, 0, 0, 1),
    ),
]


def told(text: str) -> list[Told]:
    notes = annotate(document_of(text, "2003-08-24"))
    found = frames(mentions(notes, voices_of(notes)))
    return [(m, frame) for frame in found for m in frame.mentions if m.trigger]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_each_difference_has_its_own_mark(text: str, expected: tuple[float, ...]) -> None:
    one, *_, other = told(text)
    assert contrast(one, other) == contrast(other, one) == expected


@pytest.mark.parametrize("text", [text for text, _ in SAID])
def test_nothing_speaks_against_itself(text: str) -> None:
    assert all(contrast(one, one) == ALIKE for one in told(text))


def test_a_place_that_no_word_gives_is_no_other_place() -> None:
    one, *_, other = told("Rebels shelled Goma on Monday.\n\nA bomb killed six people on Tuesday.")
    assert contrast((one[0], None), (other[0], None))[1] == 0


def test_only_days_that_are_named_are_other_days() -> None:
    text = (
        "Rebels shelled Goma on Monday.\n\nRebels shelled Bukavu on Tuesday.\n\n"
        "A bomb killed six people in Kigali."
    )
    days = [frame for _, frame in told(text) if frame]
    assert [other_days(one, other) for one, other in pairwise(days)] == [True, False]


def test_a_day_is_none_of_another_month() -> None:
    text = (
        "Rebels massacred 40 villagers at Goma in March 2001.\n\n"
        "A bomb killed six people in Kigali on 3 May 2003."
    )
    one, other = (frame for _, frame in told(text) if frame)
    assert other_days(one, other)


def test_only_sites_that_are_apart_are_other_sites() -> None:
    text = (
        "Drones attacked the Harir base on Monday.\n\nDrones attacked the Al-Tanf garrison on "
        "Monday.\n\nRockets hit the city of Damascus on Monday."
    )
    sites = [frame for _, frame in told(text) if frame]
    assert [other_sites(one, other) for one, other in pairwise(sites)] == [True, False]
    assert not other_sites(sites[0], sites[0])


TOWNS = [
    # words that open another
    ("A mine killed a herder in Gao on Monday. A second mine went off in Kidal.", True),
    ("A bomb hit a bank in Lima on Monday. A second bomb went off in another district.", True),
    ("Jets raided Rastan in Syria on Monday. Soldiers also shelled Talbiseh.", True),
    ("A mine killed two men in Gao on Monday. In Kidal, a nurse was killed by a mine.", True),
    # others hurt in a town that no list of towns has, and in one of the land told before
    ("A mine killed two men in Gao on Monday. Another six men were killed in Velmo.", True),
    ("Jets killed 22 men in Syria. Another six men were killed in Talbiseh.", True),
    # none that do, nor do other numbers killed; the same town
    ("Jets hit a barge in Goma on Monday, killing 20. Jets hit a camp in Bukavu.", False),
    ("Jets raided Goma on Monday, killing 20. Jets raided Bukavu, killing 11.", False),
    ("A mine killed a herder in Gao on Monday. A second mine went off in Gao.", False),
]


@pytest.mark.parametrize(("text", "apart"), TOWNS)
def test_two_towns_are_two_attacks_where_the_words_say_so(text: str, apart: bool) -> None:
    frames_told = [frame for _, frame in told(text) if frame]
    one, other = frames_told[0], frames_told[-1]
    assert other_towns(one, other) is other_towns(other, one) is apart


SUMS = [
    ("Bombs killed nine people in two attacks in Mali on Monday. A mine killed two in Gao.", True),
    ("Bombs killed nine people in two attacks in Mali on Monday. A mine blew up in Gao.", False),
    ("Bombs killed nine people in Mali on Monday. Gunmen shot dead two men in Gao.", False),
]


@pytest.mark.parametrize(("text", "apart"), SUMS)
def test_the_sum_of_several_attacks_is_none_of_them(text: str, apart: bool) -> None:
    frames_told = [frame for _, frame in told(text) if frame]
    one, other = frames_told[0], frames_told[-1]
    assert other_sum(one, other) is other_sum(other, one) is apart
