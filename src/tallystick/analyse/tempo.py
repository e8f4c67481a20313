"""The tempo of a tally: its rate through time, and where that changes, rests or bursts.

Everything rests on the tally's units as :mod:`.timeline` puts them on days. Change points,
lulls and bursts are of the best figure; each carries its low and high, which say whether the
doubtful units could undo it. The chances are those of a Poisson rate (:mod:`.chance`).

A ledger that has no document of a day can tell nothing of it: such days are marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby, pairwise

from tallystick.analyse.chance import (
    burst_chance,
    change_points,
    dispersion,
    poisson_interval,
    run_chance,
)
from tallystick.analyse.counting import Band, Tally, count
from tallystick.analyse.rule import Rule
from tallystick.analyse.selection import Selection
from tallystick.analyse.timeline import Days, Timeline, closed, days_told, timeline
from tallystick.errors import RuleError
from tallystick.model.document import Document
from tallystick.model.incident import Incident

NOTABLE = 0.05
"""A lull or burst is notable where chance alone gives one less often than that."""

_LONGEST = 366 * 20  # days of a period
_RUN = 3  # days on end without any, to be looked at
_PUBLISHED = 3  # days that a day of publication may span and still be one


class Per(StrEnum):
    """By what a rate is told."""

    DAY = "day"
    WEEK = "week"

    @property
    def length(self) -> int:
        """Its days."""
        return 7 if self is Per.WEEK else 1


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some days, and how many there are on them.

    ``expected`` are the counts between which the rate lies that gave the best figure, by the
    exact 95 % interval of Poisson. ``uncovered`` days have no document published on them.
    """

    days: Days
    count: Band
    expected: tuple[float, float]
    uncovered: int

    def rate(self, number: float, per: Per) -> float:
        """A number of these days as one a day, or a week."""
        return number * per.length / len(self.days)


@dataclass(frozen=True, slots=True)
class Lull:
    """Days on end on which nothing is told to have been.

    ``before`` is what came before it at one rate; ``None`` where nothing did. ``chance`` is the
    probability of so long a run somewhere in those days and these, at that rate; ``at_most``
    the same at the least rate that the interval of ``before`` allows. ``possible`` are those
    that may lie in it.
    """

    days: Days
    before: Stretch | None
    chance: float | None
    at_most: float | None
    possible: int
    uncovered: int

    @property
    def notable(self) -> bool:
        """Whether chance gives it seldom even at the least rate: a rate of few days is no rate."""
        return self.at_most is not None and self.at_most <= NOTABLE


@dataclass(frozen=True, slots=True)
class Burst:
    """A day with more than the rate of its stretch gives.

    ``chance`` bounds from above the probability that a day of the stretch has so many.
    """

    day: date
    count: Band
    stretch: Stretch
    chance: float


@dataclass(frozen=True, slots=True)
class Tempo:
    """Rates of a tally over a period.

    ``bins`` are its days or weeks (from Monday; the first and last may be cut short).
    ``stretches`` part the period at the change points. ``lulls`` are all runs of three days or
    more without any, ``bursts`` the notable days. ``adrift`` counts the units without a day,
    which only :attr:`whole` has, ``spread`` those of the best figure on no single day.
    """

    tally: Tally
    per: Per
    whole: Stretch
    bins: tuple[Stretch, ...]
    stretches: tuple[Stretch, ...]
    lulls: tuple[Lull, ...]
    bursts: tuple[Burst, ...]
    adrift: int
    spread: int
    dispersion: float
    uncovered: tuple[date, ...]


def tempo(
    incidents: Sequence[Incident],
    documents: Iterable[Document],
    rule: Rule,
    selection: Selection,
    per: Per = Per.DAY,
) -> Tempo | None:
    """The tempo of a class of incidents under a rule; ``None`` where none has a day.

    ``incidents`` are of every standing. The period is that of the selection; where it is open,
    from the first to the last day of one that counts. Raises
    :class:`~tallystick.errors.RuleError` where the rule needs more said, or the period is
    longer than 20 years, and ``TallystickError`` where scipy or ruptures is not installed.
    """
    days = period(incidents, rule, selection)
    if days is None:
        return None
    tally = count(incidents, rule, replace(selection, since=days.first, until=days.last))
    return _Reckoner(timeline(tally, days), covered(documents)).tempo(tally, per)


def period(incidents: Sequence[Incident], rule: Rule, selection: Selection) -> Days | None:
    """The days of a selection, open ends closed by what counts. Raises ``RuleError``."""
    first, last = selection.since, selection.until
    if first is None or last is None:
        told = days_told(count(incidents, rule, selection))
        if told is None:
            return None
        first, last = first or told.first, last or told.last
    if first > last:
        raise RuleError(f"the period ends before it begins: {first} to {last}")
    if len(Days(first, last)) > _LONGEST:
        raise RuleError(f"{first} to {last} is more than 20 years: give --since and --until")
    return Days(first, last)


def covered(documents: Iterable[Document]) -> frozenset[date]:
    """The days on which a document was published."""
    found = (closed(document.published) for document in documents)
    return frozenset(day for days in found if days and len(days) <= _PUBLISHED for day in days)


@dataclass(frozen=True, slots=True)
class _Reckoner:
    line: Timeline
    covered: frozenset[date]

    def tempo(self, tally: Tally, per: Per) -> Tempo:
        daily, whole = self.line.daily, self.line.days
        stretches = tuple(map(self.stretch, _parted(whole, change_points(daily))))
        spread = sum(each.unit.counts and each.day is None for each in self.line.placed)
        return Tempo(
            tally=tally,
            per=per,
            whole=replace(self.stretch(whole), count=tally.count, expected=_expected(tally.count)),
            bins=tuple(map(self.stretch, _bins(whole, per))),
            stretches=stretches,
            lulls=tuple(
                self.lull(days, stretches) for days in self.line.empty(whole) if len(days) >= _RUN
            ),
            bursts=tuple(b for stretch in stretches for b in self.bursts(stretch, daily)),
            adrift=len(self.line.adrift),
            spread=spread,
            dispersion=dispersion(daily),
            uncovered=tuple(day for day in whole if day not in self.covered),
        )

    def stretch(self, days: Days) -> Stretch:
        band = self.line.band(days)
        return Stretch(days, band, _expected(band), self.uncovered(days))

    def uncovered(self, days: Days) -> int:
        return sum(day not in self.covered for day in days)

    def lull(self, days: Days, stretches: Sequence[Stretch]) -> Lull:
        possible, uncovered = self.line.band(days).high or 0, self.uncovered(days)
        eve = days.first - timedelta(days=1)
        start = next((s.days.first for s in stretches if s.days.holds(Days(eve, eve))), None)
        if start is None:  # the period begins with it
            return Lull(days, None, None, None, possible, uncovered)
        before = self.stretch(Days(start, eve))
        chance, at_most = (
            run_chance(len(days), len(before.days) + len(days), before.rate(number, Per.DAY))
            for number in (before.count.best, before.expected[0])
        )
        return Lull(days, before, chance, at_most, possible, uncovered)

    def bursts(self, stretch: Stretch, daily: Sequence[int]) -> Iterator[Burst]:
        at = (stretch.days.first - self.line.days.first).days
        counts = daily[at : at + len(stretch.days)]
        for day, number in zip(stretch.days, counts, strict=True):
            if number < 2:
                continue
            chance = burst_chance(number, sum(counts), len(counts))
            if chance <= NOTABLE:
                yield Burst(day, self.line.band(Days(day, day)), stretch, chance)


def _expected(band: Band) -> tuple[float, float]:
    return poisson_interval(band.best)


def _parted(whole: Days, points: Sequence[int]) -> Iterator[Days]:
    """The period in the stretches that begin with it and with each of the points."""
    for start, end in pairwise([0, *points, len(whole)]):
        yield Days(_after(whole, start), _after(whole, end - 1))


def _bins(whole: Days, per: Per) -> Iterator[Days]:
    """Its days, or its weeks from Monday to Sunday, cut where it begins and ends."""
    key = {Per.DAY: date.toordinal, Per.WEEK: lambda day: day.isocalendar()[:2]}[per]
    for _, group in groupby(whole, key=key):
        days = list(group)
        yield Days(days[0], days[-1])


def _after(whole: Days, days: int) -> date:
    return whole.first + timedelta(days=days)
