"""Announcements that cannot both be right by one rule."""

from __future__ import annotations

import pytest

from tallystick.analyse.conflicts import OrderConflict, SplitConflict, conflicts
from tallystick.model.document import Document
from tallystick.model.statement import AnnouncedTally, TallyUnit
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import PersonClass, Place, PlacePrecision
from tests.analyse.announcing import IRAQ, SYRIA, at_least, matched, said
from tests.builders import day
from tests.scenes import BAND, RIDERS, TROOPS

BASE = Place("Red Hill", PlacePrecision.SITE, "ts:red-hill", "IQ")
Pair = tuple[AnnouncedTally, Document]


def orders(*pairs: Pair) -> list[tuple[int | None, int | None]]:
    """The greater and the lesser number of each conflict of order."""
    found = conflicts(matched(*pairs))
    return [
        (c.greater.count.low, c.holder.count.high) for c in found if isinstance(c, OrderConflict)
    ]


def splits(pair: Pair) -> list[int | None]:
    found = conflicts(matched(pair))
    return [c.parts.low for c in found if isinstance(c, SplitConflict)]


def test_a_total_is_the_sum_of_its_split() -> None:
    assert splits(said(10, split={IRAQ: 6, SYRIA: 4})) == []
    assert splits(said(10, split={IRAQ: 6, SYRIA: 3})) == [9]
    assert splits(said(10, split={IRAQ: 7, SYRIA: 4})) == [11]
    assert splits(said(at_least(10), split={IRAQ: 7, SYRIA: 4})) == []
    assert splits(said(at_least(10), split={IRAQ: 5, SYRIA: 4})) == [9]


def test_a_split_that_is_not_whole_may_give_less() -> None:
    some = said(10, split={IRAQ: 6, BASE: 2}, places=(IRAQ, SYRIA))
    assert splits(some) == []
    assert splits(said(10, split={IRAQ: 6})) == []
    too_many = said(10, split={IRAQ: 12}, places=(IRAQ, SYRIA))
    assert orders(too_many) == [(12, 10)]  # a part is no more than the whole


def test_a_later_total_is_not_below_an_earlier_one() -> None:
    assert orders(said(20, "2023-12-10"), said(19, "2023-12-12")) == [(20, 19)]
    assert orders(said(19, "2023-12-12"), said(20, "2023-12-10")) == [(20, 19)]
    assert orders(said(20, "2023-12-10"), said(20, "2023-12-12")) == []
    assert orders(said(at_least(20), "2023-12-10"), said(19, "2023-12-12")) == [(20, 19)]
    assert orders(said(20, "2023-12-10"), said(at_least(19), "2023-12-12")) == []


@pytest.mark.parametrize(
    "later",
    [
        said(19, "2023-12-12", since="2023-12-02"),
        said(19, "2023-12-12", since=None),
        said(19, "2023-12-12", split={IRAQ: 19}),
        said(19, "2023-12-12", targets=(TROOPS,)),
        said(19, "2023-12-12", attackers=(RIDERS,)),
        said(19, "2023-12-12", kind=IncidentKind.SHELLING),
        said(19, "2023-12-12", unit=TallyUnit.KILLED),
    ],
    ids=["since", "no start", "area", "target", "attacker", "kind", "unit"],
)
def test_a_narrower_count_may_be_less(later: Pair) -> None:
    assert orders(said(20, "2023-12-10", by="another"), later) == []


def test_a_narrower_count_is_not_more() -> None:
    narrow = said(20, "2023-12-10", split={IRAQ: 20}, targets=(TROOPS,), attackers=(BAND,))
    assert orders(narrow, said(19, "2023-12-12")) == [(20, 19)]
    civilians = said(20, unit=TallyUnit.KILLED, who=PersonClass.CIVILIANS)
    everybody = said(19, "2023-12-12", unit=TallyUnit.KILLED)
    assert orders(civilians, everybody) == [(20, 19)]
    later = said(19, "2023-12-12", unit=TallyUnit.KILLED, who=PersonClass.CIVILIANS)
    assert orders(said(20, unit=TallyUnit.KILLED), later) == []


def test_a_shorter_time_or_a_place_within_has_no_more() -> None:
    assert orders(said(20, since="2023-12-02"), said(19, "2023-12-12")) == [(20, 19)]
    assert orders(said(20, split={IRAQ: 8, BASE: 9}, places=(IRAQ, SYRIA))) == [(9, 8)]


def test_a_baseline_from_elsewhere_is_none() -> None:
    bare = said(14, "2023-12-12", since=None)
    others = said(12, "2023-12-15", by="another")
    assert orders(said(10), bare, others) == []
    assert orders(said(10), said(14, "2023-12-12"), others) == [(14, 12)]


def test_two_numbers_of_one_day_conflict_where_the_lower_came_later() -> None:
    of = {"as_of": day("2023-12-09")}
    assert orders(said(20, "2023-12-10", **of), said(19, "2023-12-11", **of)) == [(20, 19)]
    assert orders(said(19, "2023-12-10", **of), said(20, "2023-12-11", **of)) == []
    assert orders(said(19, "2023-12-10", **of), said(20, "2023-12-10", **of)) == []


def test_of_two_announcements_the_totals_are_told_and_not_their_parts_too() -> None:
    first = said(20, "2023-12-10", split={IRAQ: 12, SYRIA: 8})
    assert orders(first, said(18, "2023-12-12", split={IRAQ: 11, SYRIA: 7})) == [(20, 18)]
    assert orders(first, said(20, "2023-12-12", split={IRAQ: 11, SYRIA: 9})) == [(12, 11)]
