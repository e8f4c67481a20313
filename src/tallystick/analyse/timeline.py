"""The units of a tally on the days of its period.

What is not told to the day is not put on one:

- a unit whose date is one day is in the best figure of that day, where it counts at all;
- one that may lie on several days (an interval, accounts that differ) is in the high figure of
  each; in the best of a span of days only where the date chosen lies in it as a whole;
- one without a date, or with one that floats or is open at an end, is on no day and in no span
  shorter than the period: how many there are (:attr:`Timeline.adrift`) is said beside.

Low takes the certain units that can lie nowhere else, with all that may be one counted once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby

from tallystick.analyse.clock import by_clock
from tallystick.analyse.counting import Band, Tally
from tallystick.analyse.membership import Membership
from tallystick.analyse.rule import Rule
from tallystick.analyse.units import Unit, fewest
from tallystick.model.incident import Contest, Incident
from tallystick.model.statement import Field
from tallystick.model.values import PartialDate


@dataclass(frozen=True, slots=True)
class Days:
    """Some days on end, both included."""

    first: date
    last: date

    def __len__(self) -> int:
        return (self.last - self.first).days + 1

    def __iter__(self) -> Iterator[date]:
        return (self.first + timedelta(days=n) for n in range(len(self)))

    def holds(self, other: Days) -> bool:
        """Whether all the other's days are among these."""
        return self.first <= other.first and other.last <= self.last

    def meets(self, other: Days) -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class Placed:
    """A unit, the days of its date, and all on which it may lie by any account."""

    unit: Unit
    told: Days
    may: Days

    @property
    def day(self) -> date | None:
        """Its day; ``None`` where it has several."""
        return self.told.first if len(self.told) == 1 else None


@dataclass(frozen=True, slots=True)
class Timeline:
    """The units of a tally by day. ``adrift`` have no days."""

    days: Days
    placed: tuple[Placed, ...]
    adrift: tuple[Unit, ...]
    _by_day: Mapping[date, Sequence[Placed]] = field(repr=False, compare=False)

    def band(self, days: Days) -> Band:
        """How many there are on these days: low, best, high."""
        near = {id(each): each for day in days for each in self._by_day.get(day, ())}.values()
        certain = [p for p in near if p.unit.membership is Membership.MEMBER]
        return Band(
            fewest([p.unit for p in certain if days.holds(p.may)]),
            sum(p.unit.counts and days.holds(p.told) for p in near),
            len(near),
        )

    def empty(self, days: Days) -> list[Days]:
        """The runs of these days in which no unit lies that counts.

        One of several days that all lie in a run ends it there, as nobody says on which of
        them it was; one that reaches out of the run may lie elsewhere.
        """
        told = {each.told for each in self.placed if each.unit.counts}
        single = {each.first for each in told if len(each) == 1}
        runs = _runs_without(days, single)
        return [
            part
            for run in runs
            for part in _runs_without(
                run, {day for each in told if run.holds(each) for day in each}
            )
        ]

    @property
    def daily(self) -> list[int]:
        """The best figure of each day."""
        counts: dict[date, int] = defaultdict(int)
        for each in self.placed:
            if each.unit.counts and each.day:
                counts[each.day] += 1
        return [counts[day] for day in self.days]


def timeline(tally: Tally, days: Days) -> Timeline:
    """The units of a tally of just these days, placed on them."""
    placed, adrift = [], []
    for unit in tally.units:
        found = _placed(unit, tally.rule)
        if found is None:
            adrift.append(unit)
        elif found.may.meets(days):
            placed.append(found)
    by_day: dict[date, list[Placed]] = defaultdict(list)
    for each in placed:
        for day in Days(max(each.may.first, days.first), min(each.may.last, days.last)):
            by_day[day].append(each)
    return Timeline(days, tuple(placed), tuple(adrift), by_day)


def days_told(tally: Tally) -> Days | None:
    """From the first to the last day of the units that count; ``None`` where none has a day."""
    found = (_placed(unit, tally.rule) for unit in tally.units if unit.counts)
    return _hull(each.told for each in found if each and each.day)


def closed(when: PartialDate | None) -> Days | None:
    """The days of a date; ``None`` where it is unknown, floats, or is open at an end."""
    return Days(when.start, when.end) if when and when.start and when.end else None


def _placed(unit: Unit, rule: Rule) -> Placed | None:
    """By the incidents that are as sure members as the unit is."""
    sure = [j.incident for j in unit.judged if j.membership is unit.membership]
    told = [_told(incident, incident.when, rule) for incident in sure]
    hull = _hull(days for days in told if days)
    if hull is None or None in told:
        return None
    may = _hull(days for incident in unit.incidents for days in _any_account(incident, rule))
    return Placed(unit, hull, may or hull)


def _any_account(incident: Incident, rule: Rule) -> Iterator[Days]:
    """The days that any account gives; only the date chosen where they do not differ."""
    whens = [incident.when]
    if Contest.WHEN in incident.contested:
        told = (p.value for p in incident.positions(Field.WHEN) if not p.denied)
        whens += [value for value in told if isinstance(value, PartialDate)]
    for when in whens:
        days = _told(incident, when, rule)
        if days:
            yield days


def _told(incident: Incident, when: PartialDate | None, rule: Rule) -> Days | None:
    return closed(by_clock(when, incident.where, rule.utc))


def _runs_without(days: Days, taken: Container[date]) -> list[Days]:
    """The longest runs of days that are not taken."""
    groups = ((free, list(run)) for free, run in groupby(days, key=lambda day: day not in taken))
    return [Days(run[0], run[-1]) for free, run in groups if free]


def _hull(days: Iterable[Days]) -> Days | None:
    """From the first day of any to the last of any."""
    every = list(days)
    if not every:
        return None
    return Days(min(d.first for d in every), max(d.last for d in every))
