"""Announced numbers over the ledger's count through time: what a plot of them shows.

Announcements of one running count (the same class, from the same day, of the same countries) make
one *course*. One that names no country, or only a part of the class, joins the first that it can
belong to.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from tallystick.analyse.announced import Announced, countries_of
from tallystick.analyse.check import fitting_rules, number_of, period_of
from tallystick.analyse.counting import Band, count, incidents_in
from tallystick.analyse.membership import is_kin
from tallystick.analyse.rule import Rule
from tallystick.analyse.selection import Selection, missing
from tallystick.model.incident import Incident
from tallystick.model.statement import TallyUnit

_MOST = 120  # points of a line; what has more days is taken at steps of several


@dataclass(frozen=True, slots=True)
class Line:
    """The ledger's count under one rule to the end of each day; ``silent`` as in a check."""

    rule: Rule
    days: tuple[date, ...]
    bands: tuple[Band, ...]
    silent: tuple[date, ...] = ()

    def best(self, day: date) -> int:
        """The best figure of that day, or of the last before it."""
        at = bisect_right(self.days, day)
        return self.bands[at - 1].best if at else 0


@dataclass(frozen=True, slots=True)
class Rise:
    """What two numbers rise by, after the one day and up to the other: by whose count how much.

    ``announced`` is the least that it can be where the later number is "at least" so much.
    ``silent`` are the days between of which the ledger is silent.
    """

    after: date
    to: date
    announced: int
    counted: int
    silent: int


@dataclass(frozen=True, slots=True)
class Course:
    """The announcements of one running count, by day, and the ledger's lines beside them.

    ``selection`` is the class that is counted, to the last of the days announced.
    """

    announced: tuple[Announced, ...]
    selection: Selection
    lines: tuple[Line, ...]

    def rises(self, line: Line) -> list[Rise]:
        """From the first day to the first announcement, and from each to the next."""
        start = self.selection.since or date.min
        numbers = {start - timedelta(days=1): 0}
        for each in self.announced:
            if each.as_of:  # of several numbers of one day the greatest
                said = each.tally.count.best or 0
                numbers[each.as_of] = max(said, numbers.get(each.as_of, 0))
        return [
            Rise(
                a, b, numbers[b] - numbers[a], line.best(b) - line.best(a),
                sum(a < day <= b for day in line.silent),
            )
            for a, b in pairwise(sorted(numbers))
        ]  # fmt: skip


def courses(
    announced: Sequence[Announced],
    incidents: Sequence[Incident],
    rules: Sequence[Rule] | None = None,
) -> list[Course]:
    """All running counts that can be counted, those of most announcements first, then of most
    in the ledger.

    ``rules`` are those of every line; without them, those that fit (see
    :func:`tallystick.analyse.check.fitting_rules`). ``incidents`` are of every standing.
    """
    made = (_course(group, incidents, rules) for group in _running(announced))
    return sorted((c for c in made if c.lines), key=_weight, reverse=True)


def _weight(course: Course) -> tuple[int, int]:
    return len(course.announced), max(line.bands[-1].best for line in course.lines)


def _running(announced: Iterable[Announced]) -> list[list[Announced]]:
    """The announcements in running counts; those that say most of their class lead."""
    dated = [a for a in announced if a.selection and a.selection.since and a.as_of]
    groups: list[list[Announced]] = []
    for each in sorted(dated, key=lambda a: (not countries_of(a.tally), not a.tally.targets)):
        group = next((g for g in groups if _one_count(g[0], each)), None)
        if group is None:
            groups.append([each])
        else:
            group.append(each)
    return [sorted(group, key=lambda a: a.as_of or date.max) for group in groups]


def _one_count(first: Announced, other: Announced) -> bool:
    a, b = first.tally, other.tally
    if (a.unit, a.who) != (b.unit, b.who) or a.kind is not b.kind:
        return False
    if first.selection is None or other.selection is None:
        return False
    areas = countries_of(a), countries_of(b)
    return (
        first.selection.since == other.selection.since
        and (areas[0] == areas[1] or not areas[1])
        and bool(a.attackers) == bool(b.attackers)
        and all(is_kin(actor, a.attackers) for actor in b.attackers)
        and bool(a.targets) == bool(b.targets)
        and all(is_kin(actor, a.targets) for actor in b.targets)
    )


def _course(
    group: list[Announced], incidents: Sequence[Incident], rules: Sequence[Rule] | None
) -> Course:
    leader = next((a for a in group if countries_of(a.tally)), group[0])
    last = max(a.as_of for a in group if a.as_of)
    selection = replace(leader.selection or Selection(), until=last)
    chosen = fitting_rules(leader) if rules is None else rules
    lines = (
        _line(rule, selection, incidents, leader.tally.unit)
        for rule in chosen
        if not missing(rule, selection)
    )
    return Course(tuple(group), selection, tuple(line for line in lines if line.days))


def _line(rule: Rule, selection: Selection, incidents: Sequence[Incident], unit: TallyUnit) -> Line:
    whole = count(incidents, rule, selection)
    ever = incidents_in(whole.units)  # no other is of a shorter time
    told = [
        (day, band)
        for day in _days(selection)
        if (band := number_of(count(ever, rule, replace(selection, until=day)), unit))
    ]
    period = period_of(whole)
    silent = period.silent if period else ()
    return Line(rule, tuple(day for day, _ in told), tuple(band for _, band in told), silent)


def _days(selection: Selection) -> list[date]:
    if selection.since is None or selection.until is None:
        return []
    length = (selection.until - selection.since).days
    step = max(1, -(-length // _MOST))
    days = [selection.since + timedelta(days=n) for n in range(0, length + 1, step)]
    return days if not days or days[-1] == selection.until else [*days, selection.until]
