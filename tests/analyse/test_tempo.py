"""Rates, changes, lulls and bursts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallystick.analyse.counting import Band
from tallystick.analyse.selection import Selection
from tallystick.analyse.tempo import Per, Stretch, Tempo, tempo
from tallystick.analyse.tempo_json import tempo_object
from tallystick.analyse.timeline import Days
from tallystick.errors import RuleError
from tallystick.model.incident import Incident
from tallystick.model.values import PartialDate
from tests.analyse.made import FLOATING, incident, incident_lists
from tests.analyse.timed import FIRST, INCIDENT, between, days, on, published, series, told

TRUCE = [2, 3, 2, 1, 3, 2, 2, 3, 1, 2, 2, 2] + [0] * 8 + [2, 1, 3, 2, 2, 3]
LAST = len(TRUCE) - 1


def test_a_planted_truce_is_a_stretch_and_a_lull() -> None:
    found = told(series(TRUCE), LAST)
    assert [s.days for s in found.stretches] == [days(0, 11), days(12, 19), days(20, LAST)]
    assert [s.count.best for s in found.stretches] == [25, 0, 13]
    (lull,) = found.lulls
    assert lull.days == days(12, 19)
    assert lull.notable
    assert lull.chance is not None and lull.at_most is not None
    assert lull.chance < lull.at_most < 0.001
    assert lull.before and lull.before.days == days(0, 11)


def test_a_rest_that_chance_gives_is_not_notable() -> None:
    found = told(series([1, 0, 0, 0, 1, 0, 1, 0, 0, 1, 0, 0]), 11)
    (lull,) = found.lulls
    assert lull.days == days(1, 3)
    assert not lull.notable


def test_a_rate_of_one_day_makes_no_lull_notable() -> None:
    (lull,) = told(series([1]), 6).lulls
    assert lull.chance is not None and lull.chance < 0.05
    assert not lull.notable


def test_a_lull_says_what_may_lie_in_it_and_which_days_nobody_wrote() -> None:
    maybe = incident("i-x", when=between(10, 13))
    found = told([*series(TRUCE), maybe], LAST, documents=published([*range(15), *range(18, 26)]))
    (lull,) = found.lulls
    assert (lull.possible, lull.uncovered) == (1, 3)
    assert [s.uncovered for s in found.stretches] == [0, 3, 0]
    assert found.uncovered == (on(15), on(16), on(17))


def test_a_lull_at_the_beginning_has_no_rate_before_it() -> None:
    (lull,) = told(series([0] * 4 + [1]), 4).lulls
    assert (lull.before, lull.chance, lull.notable) == (None, None, False)


def test_a_burst_is_found_and_an_even_rate_has_none() -> None:
    even = [1, 2, 1, 1, 2, 1, 0, 1, 2, 1, 1, 2, 1, 1, 0, 1, 2, 1, 1, 1]
    assert told(series(even), 19).bursts == ()
    peak = [*even[:8], 9, *even[9:]]
    (burst,) = told(series(peak), 19).bursts
    assert (burst.day, burst.count) == (on(8), Band(9, 9, 9))
    assert burst.chance < 0.01


def test_weeks_begin_on_monday_and_are_cut_where_the_period_ends() -> None:
    found = told(series([1] * 20), 16, first=2, per=Per.WEEK)
    assert [each.days for each in found.bins] == [days(2, 6), days(7, 13), days(14, 16)]
    assert [each.count.best for each in found.bins] == [5, 7, 3]
    assert [each.rate(each.count.best, Per.WEEK) for each in found.bins] == [7, 7, 7]


def test_weeks_are_whole_over_the_turn_of_a_year() -> None:
    found = told(series([1] * 42), 41, per=Per.WEEK)
    assert [len(each.days) for each in found.bins] == [7] * 6


def test_the_whole_has_those_without_a_day_as_possible_and_says_so() -> None:
    adrift = [incident("i-a", when=FLOATING), incident("i-b", when=None)]
    found = told([*series([1, 1]), *adrift, incident("i-c", when=between(0, 1))], 4)
    assert found.whole.count == Band(3, 3, 5)
    assert (found.adrift, found.spread) == (2, 1)


def test_an_open_period_is_that_of_what_counts() -> None:
    incidents = series([1, 0, 2], moved=3)
    found = tempo([*incidents, incident("i-a", when=None)], [], INCIDENT, Selection())
    assert found and found.whole.days == days(3, 5)
    assert found.whole.count == Band(3, 3, 4)
    later = tempo(incidents, [], INCIDENT, Selection(until=on(9)))
    assert later and later.whole.days == days(3, 9)


def test_without_a_day_there_is_no_tempo() -> None:
    assert tempo([incident(when=FLOATING)], [], INCIDENT, Selection()) is None


def test_a_period_that_makes_no_sense_is_refused() -> None:
    with pytest.raises(RuleError, match="ends before it begins"):
        told([], 0, first=1)
    old = incident("i-old", when=PartialDate.day(date(1983, 10, 23)))
    with pytest.raises(RuleError, match="more than 20 years: give --since"):
        tempo([*series([1]), old], [], INCIDENT, Selection())


def test_none_at_all_is_told_as_none() -> None:
    found = told([], 9)
    assert found.whole.count == Band(0, 0, 0)
    assert [s.days for s in found.stretches] == [days(0, 9)]
    assert found.whole.expected == pytest.approx((0, 3.689), abs=1e-3)
    assert found.bursts == ()


def numbers(found: Tempo) -> object:
    """Everything on it but for the days by name."""
    return (
        found.whole.count,
        [each.count for each in found.bins],
        [(first(each.days, found), len(each.days), each.count) for each in found.stretches],
        [(first(e.days, found), len(e.days), e.chance, e.possible) for e in found.lulls],
        [((e.day - found.whole.days.first).days, e.chance) for e in found.bursts],
        (found.adrift, found.spread, found.dispersion),
    )


def first(each: Days, found: Tempo) -> int:
    return (each.first - found.whole.days.first).days


def moved(incidents: list[Incident], by: timedelta) -> list[Incident]:
    return [replace(i, when=_moved(i.when, by)) for i in incidents]


def _moved(when: PartialDate | None, by: timedelta) -> PartialDate | None:
    if when is None or when.start is None or when.end is None:
        return when
    weekday = (when.start + by).isoweekday() if when.is_day else when.weekday
    return replace(when, start=when.start + by, end=when.end + by, weekday=weekday)


@settings(max_examples=40, deadline=None)
@given(incident_lists(most=30), st.integers(-4000, 4000))
def test_other_days_give_the_same_tempo_on_those_days(incidents: list[Incident], by: int) -> None:
    here = tempo(incidents, [], INCIDENT, _selection(0))
    there = tempo(moved(incidents, timedelta(days=by)), [], INCIDENT, _selection(by))
    assert here and there
    assert numbers(here) == numbers(there)
    assert there.whole.days.first - here.whole.days.first == timedelta(days=by)


def _selection(by: int) -> Selection:
    start = date(2023, 11, 28) + timedelta(days=by)
    return Selection(since=start, until=start + timedelta(days=20))


@settings(max_examples=40, deadline=None)
@given(incident_lists(most=30), st.sampled_from(list(Per)))
def test_the_parts_make_the_whole_and_each_is_in_order(incidents: list[Incident], per: Per) -> None:
    found = tempo(incidents, [], INCIDENT, _selection(0), per)
    assert found
    for parts in (found.bins, found.stretches):
        assert [day for each in parts for day in each.days] == list(found.whole.days)
        assert sum(each.count.best for each in parts) <= found.whole.count.best
        assert all(map(_in_order, parts))
    assert _in_order(found.whole)
    assert all(lull.before is None or lull.before.count.best for lull in found.lulls)


def _in_order(stretch: Stretch) -> bool:
    band, (low, high) = stretch.count, stretch.expected
    return band.low <= band.best <= (band.high or 0) and low <= band.best <= high


def test_simulated_rates_are_found_again() -> None:
    draw = np.random.default_rng(7)
    found = told(series([*draw.poisson(4, 50).tolist(), *draw.poisson(1, 50).tolist()]), 99)
    assert len(found.stretches) == 2
    for stretch, rate in zip(found.stretches, (4, 1), strict=True):
        low, high = (stretch.rate(n, Per.DAY) for n in stretch.expected)
        assert low <= rate <= high


def test_as_json_rates_are_by_the_day_or_week_asked_for() -> None:
    found = tempo_object(told(series(TRUCE), LAST, per=Per.WEEK))
    whole = found["whole"]
    assert isinstance(whole, dict)
    assert whole["first"] == FIRST.isoformat()
    assert whole["count"] == {"low": 38, "best": 38, "high": 38}
    assert isinstance(whole["rate"], dict)
    assert whole["rate"]["best"] == pytest.approx(38 / 26 * 7)
    assert isinstance(found["lulls"], list) and isinstance(found["stretches"], list)
    assert (len(found["lulls"]), len(found["stretches"])) == (1, 3)
