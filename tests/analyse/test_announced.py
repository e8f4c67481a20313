"""What an announced number counts, where its own words leave a part out."""

from __future__ import annotations

from datetime import date

import pytest

from tallystick.analyse.announced import Announced
from tallystick.analyse.selection import Aspect
from tallystick.model.statement import TallyUnit
from tests.analyse.announcing import IRAQ, SYRIA, at_least, exactly, matched, said
from tests.scenes import RIDERS, TROOPS

FULL = said(10, "2023-12-10", targets=(TROOPS,))
START = date(2023, 12, 1)


def since(announced: Announced) -> date | None:
    return announced.selection.since if announced.selection else None


def test_what_its_own_words_say_is_taken_from_nowhere() -> None:
    (one,) = matched(FULL)
    assert (since(one), one.borrowed, one.as_of) == (START, (), date(2023, 12, 10))


def test_a_baseline_and_a_target_come_from_the_same_announcer() -> None:
    bare = said(14, "2023-12-12", since=None, by="a ministry")
    full, one = matched(FULL, bare)
    assert since(one) == START
    assert one.tally.targets == (TROOPS,)
    assert [(b.aspect, b.of) for b in one.borrowed] == [
        (Aspect.DATE, FULL[0]),
        (Aspect.TARGET, FULL[0]),
    ]
    assert full.borrowed == ()


@pytest.mark.parametrize(
    "other",
    [
        said(14, "2023-12-12", since=None, by="the rebels"),
        said(14, "2023-12-12", since=None, by="its"),  # could be anybody
        said(14, "2023-12-12", since=None, by=""),  # the paper, by itself
        said(8, "2023-12-12", since=None),  # a running total does not fall
        said(14, "2023-12-08", since=None),  # nor was it more before
        said(14, "2023-12-12", since=None, unit=TallyUnit.KILLED),
        said(14, "2023-12-12", since=None, attackers=(RIDERS,)),
    ],
    ids=["other", "pronoun", "paper", "falls", "was more", "unit", "attackers"],
)
def test_nothing_comes_from_what_may_be_another_count(other: object) -> None:
    _, one = matched(FULL, other)  # type: ignore[arg-type]
    assert one.borrowed == ()
    assert one.selection is None


def test_a_number_given_again_in_one_document_is_the_same() -> None:
    again = said(exactly(10), since=None, by="", in_document=FULL[1])
    other = said(exactly(12), since=None, by="", in_document=FULL[1])
    assert since(matched(FULL, again)[1]) == START
    assert matched(FULL, other)[1].selection is None


def test_other_countries_lend_nothing_and_a_part_lends_last() -> None:
    iraq = said(6, "2023-12-11", split={IRAQ: 6}, targets=(RIDERS,))
    syria = said(9, "2023-12-12", since=None, split={SYRIA: 9})
    assert matched(iraq, syria)[1].selection is None
    everywhere = said(14, "2023-12-12", since=None)
    _, _, one = matched(iraq, FULL, everywhere)
    assert one.tally.targets == (TROOPS,)  # of the 10th, though the part is nearer


def test_the_nearest_that_says_it_lends_it() -> None:
    near, bare = said(13, "2023-12-11", since="2023-12-02"), said(14, "2023-12-12", since=None)
    *_, one = matched(FULL, near, bare)
    assert [b.of for b in one.borrowed] == [near[0], FULL[0]]


def test_at_least_so_many_may_be_more() -> None:
    later = said(at_least(9), "2023-12-12", since=None)
    assert since(matched(FULL, later)[1]) == START
