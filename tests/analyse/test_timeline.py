"""Units on days: what is not told to the day is not put on one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tallystick.analyse.counting import Band, count
from tallystick.analyse.rule import rule_named
from tallystick.analyse.selection import Selection
from tallystick.analyse.timeline import Days, Timeline, timeline
from tallystick.model.incident import Contest, Incident
from tallystick.model.statement import Field
from tallystick.model.values import DatePrecision, DayPart, PartialDate
from tests.analyse.made import FLOATING, incident, incident_lists
from tests.analyse.timed import INCIDENT, between, days, on, series
from tests.builders import document, fact, report


def line(*incidents: Incident, last: int = 9, rule: str = "incident") -> Timeline:
    selection = Selection(since=on(0), until=on(last))
    return timeline(count(incidents, rule_named(rule), selection), days(0, last))


def bands(found: Timeline, *numbers: int) -> list[tuple[int, int, int | None]]:
    each = (found.band(days(n, n)) for n in numbers)
    return [(band.low, band.best, band.high) for band in each]


def test_one_day_counts_there_and_nowhere_else() -> None:
    found = line(*series([0, 2]))
    assert bands(found, 0, 1, 2) == [(0, 0, 0), (2, 2, 2), (0, 0, 0)]
    assert found.daily == [0, 2, *[0] * 8]


def test_several_days_are_in_the_high_of_each_and_the_best_of_none() -> None:
    found = line(incident(when=between(3, 5)))
    assert bands(found, 2, 3, 4, 5, 6) == [(0, 0, 0), *[(0, 0, 1)] * 3, (0, 0, 0)]
    assert found.daily == [0] * 10
    assert found.band(days(3, 5)) == Band(1, 1, 1)  # it is surely among these
    assert found.band(days(2, 4)) == Band(0, 0, 1)


def test_what_reaches_beyond_the_period_is_possible_on_its_days() -> None:
    found = line(incident(when=between(8, 12)))
    assert bands(found, 7, 8, 9) == [(0, 0, 0), (0, 0, 1), (0, 0, 1)]
    assert found.band(days(0, 9)) == Band(0, 0, 1)


def test_what_floats_or_is_open_is_on_no_day() -> None:
    open_ended = PartialDate(on(2), None, DatePrecision.INTERVAL)
    found = line(incident("i-1", when=FLOATING), incident("i-2", when=None),
        incident("i-3", when=open_ended))  # fmt: skip
    assert len(found.adrift) == 3
    assert found.band(days(0, 9)) == Band(0, 0, 0)


def test_where_accounts_differ_the_best_has_the_day_chosen_and_the_high_all() -> None:
    doc = document("It was on Tuesday, or on Thursday.")
    whens = [PartialDate.day(on(1)), PartialDate.day(on(3))]
    two = report(doc, "It was", *(fact(Field.WHEN, when) for when in whens))
    found = line(incident(when=whens[0], contested=(Contest.WHEN,), reports=(two,)))
    assert bands(found, 1, 2, 3) == [(0, 1, 1), (0, 0, 1), (0, 0, 1)]
    assert found.daily[1] == 1


def test_possible_duplicates_of_a_day_are_one_in_its_low() -> None:
    twins = [incident("i-1", possible_duplicates=("i-2",)), incident("i-2")]
    assert bands(line(*twins), 4) == [(1, 2, 2)]


def test_two_incidents_that_a_rule_takes_for_one_are_one_on_their_day() -> None:
    assert bands(line(*series([0, 2]), rule="day-place-actors-type"), 1) == [(1, 1, 1)]


def test_days_are_told_by_the_clock_of_the_rule() -> None:
    dawn = incident(when=PartialDate.day(on(2), part=DayPart.DAWN))  # in Iraq
    noon = incident("i-2", when=PartialDate.day(on(2)))  # at some hour of the day
    washington = replace(INCIDENT, utc=timedelta(hours=-5))
    tally = count([dawn, noon], washington, Selection(since=on(0), until=on(9)))
    assert bands(timeline(tally, days(0, 9)), 1, 2) == [(1, 1, 2), (0, 0, 1)]


def test_runs_without_any_stop_where_one_lies_among_their_days() -> None:
    found = line(*series([1]), incident("i-x", when=between(4, 5)))
    assert found.empty(days(0, 9)) == [days(1, 3), days(6, 9)]
    # One that reaches out of the days asked for may lie elsewhere.
    assert found.empty(days(5, 9)) == [days(5, 9)]


@settings(max_examples=60)
@given(incident_lists(), st.integers(0, 6), st.integers(0, 6))
def test_low_best_and_high_are_in_order_and_grow_with_the_days(
    incidents: list[Incident], first: int, more: int
) -> None:
    whole = Days(*(on(n) for n in (-6, 6)))
    selection = Selection(since=whole.first, until=whole.last)
    found = timeline(count(incidents, INCIDENT, selection), whole)
    band, wider = (found.band(days(first - 6, last)) for last in (first - 6, min(6, first + more)))
    assert band.low <= band.best <= (band.high or 0)
    assert wider.low <= wider.best <= (wider.high or 0)
    assert band.best <= wider.best
    assert (band.high or 0) <= (wider.high or 0)
    assert sum(found.daily) <= found.band(whole).best
