"""The geometry of the timeline: widths are dates, lanes never overlap, columns hold everyone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tallystick.model.incident import Incident
from tallystick.model.values import DatePrecision, PartialDate
from tallystick.web.columns import Chosen, Columns
from tallystick.web.timeline import Timeline
from tallystick.web.timeline import timeline as timeline_of
from tests.scenes import red_hill

ANY = red_hill().bombing
DAYS = st.dates(date(1980, 1, 1), date(2030, 1, 1))


def every(incidents: list[Incident]) -> Chosen:
    return Chosen(Columns(incidents), np.arange(len(incidents)))


def timeline(incidents: list[Incident], *, width: int, name: str) -> Timeline | None:
    return timeline_of(every(incidents), width=width, name=name)


def dated(start: date | None, end: date | None, id: str = "i-1") -> Incident:
    when = None
    if start or end:
        when = PartialDate(start, end, DatePrecision.DAY if start == end else DatePrecision.WEEK)
    return replace(ANY, id=id, when=when)


def on(*days: date) -> list[Incident]:
    return [dated(day, day, f"i-{n}") for n, day in enumerate(days)]


def test_a_week_is_seven_days_wide_and_marked_as_vague() -> None:
    first = date(2023, 1, 1)
    week = dated(first, first + timedelta(days=6), "i-week")
    drawn = timeline([week, *on(first, first + timedelta(days=27))], width=1000, name="wide")
    assert drawn is not None
    bars = {bar.incident: bar for bar in drawn.bars}
    assert abs(bars["i-week"].width - 7 * bars["i-0"].width) < 1
    assert (bars["i-week"].vague, bars["i-0"].vague) == (True, False)


def test_the_undated_are_counted_and_not_drawn() -> None:
    nowhere = dated(None, None)
    assert timeline([nowhere], width=300, name="x") is None
    assert every([nowhere, *on(date(2023, 1, 1))]).undated == 1


def test_an_open_date_is_drawn_at_the_end_that_is_known() -> None:
    drawn = timeline([dated(date(2023, 5, 1), None)], width=300, name="x")
    assert drawn is not None
    assert drawn.bars[0].vague


@settings(deadline=None, max_examples=40)
@given(st.lists(DAYS, min_size=1, max_size=40), st.sampled_from((350, 1120)))
def test_everything_is_inside_and_nothing_overlaps(days: list[date], width: int) -> None:
    drawn = timeline(on(*days), width=width, name="x")
    assert drawn is not None
    assert bool(drawn.bars) != bool(drawn.columns)
    for bar in drawn.bars:
        assert bar.x >= 0
        assert bar.x + bar.width <= width + 0.1
        assert bar.y + 24 <= drawn.base
    lanes: dict[int, float] = {}
    for bar in sorted(drawn.bars, key=lambda b: b.x):
        assert bar.x >= lanes.get(bar.y, 0)
        lanes[bar.y] = bar.x + bar.width
    for column in drawn.columns:
        assert 0 <= column.x <= width
        assert column.y >= 0


@settings(deadline=None, max_examples=25)
@given(st.lists(DAYS, min_size=60, max_size=80), st.sampled_from((350, 1120)))
def test_columns_hold_every_incident_once(days: list[date], width: int) -> None:
    crowd = [date(2000, 1, 1)] * 30
    drawn = timeline(on(*days, *crowd), width=width, name="x")
    assert drawn is not None
    held = [int(column.title.split(": ")[1].split()[0]) for column in drawn.columns]
    assert sum(held) == len(days) + len(crowd)
    assert max(held) == drawn.highest
    spans = [(column.since, column.until) for column in drawn.columns]
    assert all(a[1] < b[0] for a, b in pairwise(spans))
