"""The timeline as a picture made here: a bar an incident as wide as its date is vague, or columns.

Nothing is jittered and no day is made up: what has no date is not drawn, and counted beside it.
Contested incidents are told by shape (a diamond, a hatching), not by colour alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from tallystick.model.incident import Incident
from tallystick.present import words
from tallystick.present.rows import what_cell, where_cell
from tallystick.web.columns import Chosen, Span

LANE = 26  # px: a lane is a target of 24 px and a gap
_TOP = 8
_LEAST = 14  # px that a bar has at least, so that it can be hit
_MOST_LANES = 12
_COLUMNS = 150  # px that the tallest column has
_AXIS = 26
_LABEL = 64  # px that a label of the axis needs


@dataclass(frozen=True, slots=True)
class Bar:
    """One incident: from the first to the last possible day, in px; ``vague`` if not the same."""

    incident: str
    title: str
    x: float
    y: int
    width: float
    contested: bool
    vague: bool

    @property
    def middle(self) -> float:
        return self.x + self.width / 2

    @property
    def diamond(self) -> str:
        """Points of the mark of a contested incident, over the middle of the bar."""
        x, y, r = self.middle, self.y + 11, 10
        return f"{x:.1f},{y - r} {x + r:.1f},{y} {x:.1f},{y + r} {x - r:.1f},{y}"


@dataclass(frozen=True, slots=True)
class Column:
    """The incidents that begin in one stretch of days; the contested ones at its foot."""

    since: date
    until: date
    title: str
    x: float
    width: float
    y: float
    height: float
    contested_y: float
    contested_height: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A label of the axis, and where it stands, in px."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """A drawing of ``width`` by ``height`` px: bars, or columns where bars would be too many."""

    name: str
    width: int
    height: int
    bars: tuple[Bar, ...]
    columns: tuple[Column, ...]
    ticks: tuple[Tick, ...]
    highest: int

    @property
    def base(self) -> int:
        return self.height - _AXIS


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date
    width: int

    def __call__(self, day: date) -> float:
        days = max(1, (self.last - self.first).days + 1)
        return round((day - self.first).days / days * self.width, 1)


def timeline(found: Chosen, *, width: int, name: str) -> Timeline | None:
    """The dated incidents along a line of days; ``None`` where none has a date."""
    span = found.span
    if not span.first.size:
        return None
    scale = _scale(span, width)
    bars = _bars(found, span, scale)
    if bars is not None:
        lanes = 1 + max((bar.y - _TOP) // LANE for bar in bars)
        height = _TOP + lanes * LANE + _AXIS
        return Timeline(name, width, height, tuple(bars), (), tuple(_ticks(scale)), 0)
    columns, highest = _columns(span, scale)
    height = _TOP + _COLUMNS + _AXIS
    return Timeline(name, width, height, (), tuple(columns), tuple(_ticks(scale)), highest)


def _scale(span: Span, width: int) -> _Scale:
    first, last = date.fromordinal(int(span.first.min())), date.fromordinal(int(span.last.max()))
    margin = timedelta(days=max(1, (last - first).days // 40))
    return _Scale(_moved(first, -margin), _moved(last, margin), width)


def _moved(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day


# -- bars ----------------------------------------------------------------------------


def _bars(found: Chosen, span: Span, scale: _Scale) -> list[Bar] | None:
    """Each in the first lane that is free there; ``None`` where the lanes are too few."""
    if span.first.size > _MOST_LANES * scale.width // _LEAST:
        return None
    days = zip(span.first.tolist(), span.last.tolist(), found.dated, strict=True)
    ends: list[float] = []
    bars = []
    for begun, ended, incident in sorted(days, key=lambda d: (d[0], d[1], d[2].id)):
        first, last = date.fromordinal(begun), date.fromordinal(ended)
        x = scale(first)
        width = max(_LEAST, scale(_moved(last, timedelta(days=1))) - x)
        x = min(x, scale.width - width)
        lane = next((n for n, end in enumerate(ends) if end <= x), len(ends))
        if lane == _MOST_LANES:
            return None
        ends[lane : lane + 1] = [x + width + 2]
        title, y = _title(incident), _TOP + lane * LANE
        vague = not (incident.when and incident.when.is_day)
        bars.append(Bar(incident.id, title, x, y, width, bool(incident.contested), vague))
    return bars


def _title(incident: Incident) -> str:
    parts = (words.date_cell(incident.when), what_cell(incident), where_cell(incident))
    differ = f"; contested: {', '.join(incident.contested)}" if incident.contested else ""
    return " · ".join(parts) + differ


# -- columns -------------------------------------------------------------------------


def _columns(span: Span, scale: _Scale) -> tuple[list[Column], int]:
    stretches = list(_stretches(scale, _unit(scale, scale.width / 12)))
    starts = np.array([since.toordinal() for since, _ in stretches])
    members = np.searchsorted(starts, span.first, side="right") - 1
    counts = np.bincount(members, minlength=len(starts)).tolist()
    contested = np.bincount(members[span.contested], minlength=len(starts)).tolist()
    highest = max(counts)
    found = zip(stretches, counts, contested, strict=True)
    return [_column(s, n, c, scale, highest) for s, n, c in found if n], highest


def _column(
    stretch: tuple[date, date], members: int, contested: int, scale: _Scale, highest: int
) -> Column:
    since, until = stretch
    base = _TOP + _COLUMNS
    height, below = (round(n / highest * _COLUMNS, 1) for n in (members, contested))
    x = scale(max(since, scale.first))
    width = max(2.0, scale(_moved(until, timedelta(days=1))) - x - 2)
    told = f"{since} to {until}: {words.plural(members, 'incident')}, {contested} contested"
    return Column(
        since, until, told, x, round(width, 1), base - height, height, base - below, below
    )


def _stretches(scale: _Scale, unit: _Unit) -> Iterator[tuple[date, date]]:
    """The days, months or years of a scale, each from its first day to its last."""
    since = unit.begun(scale.first, 0)
    while since <= scale.last:
        following = unit.begun(since, 1)
        if following <= since:
            return
        yield since, following - timedelta(days=1)
        since = following


def _day(day: date, by: int) -> date:
    return _moved(day, timedelta(days=by))


def _week(day: date, by: int) -> date:
    return _moved(day, timedelta(days=7 * by - (0 if by else day.weekday())))


def _month(day: date, by: int, length: int = 1) -> date:
    at = (day.year * 12 + day.month - 1) // length * length + by * length
    return date(at // 12, at % 12 + 1, 1) if at // 12 <= date.max.year else day


def _quarter(day: date, by: int) -> date:
    return _month(day, by, 3)


def _year(day: date, by: int) -> date:
    return _month(day, by, 12)


def _decade(day: date, by: int) -> date:
    return _month(day, by, 120) if day.year >= 10 else day


@dataclass(frozen=True, slots=True)
class _Unit:
    """A unit of the calendar, of so many ``days`` on average.

    ``begun`` gives the first day of the one that holds a day, or of the one so many later.
    """

    begun: Callable[[date, int], date]
    days: float


_UNITS = (
    _Unit(_day, 1), _Unit(_week, 7), _Unit(_month, 30.4), _Unit(_quarter, 91.3),
    _Unit(_year, 365.2), _Unit(_decade, 3652.4),
)  # fmt: skip


def _unit(scale: _Scale, most: float) -> _Unit:
    """The smallest of which a scale has no more than so many; else the greatest there is."""
    days = (scale.last - scale.first).days + 1
    return next((unit for unit in _UNITS if days / unit.days <= most), _UNITS[-1])


# -- axis ----------------------------------------------------------------------------


def _ticks(scale: _Scale) -> Iterator[Tick]:
    unit = _unit(scale, max(1, scale.width // _LABEL))
    for day, _ in _stretches(scale, unit):
        if day >= scale.first and scale(day) <= scale.width - _LABEL / 2:
            yield Tick(scale(day), _label(day, unit.days))


def _label(day: date, length: float) -> str:
    if length < 30:
        return f"{day.day} {day:%b}"
    return f"{day:%b} {day.year}" if length < 365 else f"{day.year}"
