"""Announced tallies against the ledger: how far apart they are, and what that can come from.

Each announcement is matched to its class (:mod:`.announced`) and counted under one rule or
several (:mod:`.counting`); one of persons is set beside the sum of casualties of the same
incidents. Four things can set the two apart, and each is measured:

- *coverage*: the days of the period on which no document on the class was published, and of
  which none tells;
- *rule*: what is of the class and left out by the rule, by reason;
- *baseline*: whether the day it starts, or the target, had to be taken from elsewhere;
- *doubt*: how many units could be others told twice, and of how many it cannot be told whether
  they are of the class.

What is left after these, nobody can explain from the ledger. That a ledger holds part of what was
written is the first of all reasons for it to have less; nothing here says that a number is true.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tallystick.analyse.announced import Announced, announced_in
from tallystick.analyse.conflicts import Conflict, conflicts
from tallystick.analyse.counting import Band, Tally, count
from tallystick.analyse.membership import Membership
from tallystick.analyse.rule import Rule, rule_named
from tallystick.analyse.selection import Aspect, Selection, missing, selection_of
from tallystick.ledger import Ledger, Query
from tallystick.model.incident import Incident
from tallystick.model.statement import TallyPart, TallyUnit

_FEW_DAYS = timedelta(days=2)  # a date that spans more tells of no day
_LONGEST = timedelta(days=366 * 20)


class Fit(StrEnum):
    """How an announced number stands to the ledger's band."""

    WITHIN = "within"
    FEWER = "fewer"  # the ledger has fewer, even at most
    MORE = "more"  # the ledger has more, even at least
    UNCOUNTED = "uncounted"


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a tally counts, and those of which the ledger is silent.

    ``silent``: no document on an incident of the class was published that day, and none tells
    of one on it. ``None`` where the period is open.
    """

    days: int
    silent: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class PartCheck:
    """A part of the split beside the count of its area."""

    part: TallyPart
    counted: Band


@dataclass(frozen=True, slots=True)
class Check:
    """One announcement under one rule.

    ``tally`` is ``None`` where it cannot be counted: nobody says since when, the rule needs
    what the announcement does not give, or no sum is kept of what it counts. ``counted`` is
    the ledger's number of what is announced: units, or persons in them.
    """

    announced: Announced
    rule: Rule
    tally: Tally | None = None
    counted: Band | None = None
    period: Period | None = None
    parts: tuple[PartCheck, ...] = ()

    @property
    def fit(self) -> Fit:
        """Where the announced number lies beside the band from low to high."""
        said, band = self.announced.tally.count, self.counted
        if band is None:
            return Fit.UNCOUNTED
        if band.high is not None and (said.low or 0) > band.high:
            return Fit.FEWER
        return Fit.MORE if said.high is not None and said.high < band.low else Fit.WITHIN

    @property
    def apart(self) -> int:
        """The announced number (the least that it can be) less the ledger's best."""
        said = self.announced.tally.count
        return ((said.best or 0) - self.counted.best) if self.counted else 0

    @property
    def unexplained(self) -> int:
        """What is announced beyond the high figure, and beyond all that the rule leaves out.

        Of persons, beyond the high figure: what is left out is counted in incidents.
        """
        if self.counted is None or self.counted.high is None:
            return 0
        attacks = self.announced.tally.unit is TallyUnit.ATTACKS
        known = self.counted.high + (sum(self.ruled_out.values()) if attacks else 0)
        return max(0, (self.announced.tally.count.low or 0) - known)

    @property
    def merges(self) -> int:
        """How many fewer certain units there are when all that may be one are one."""
        if self.tally is None:
            return 0
        certain = sum(u.membership is Membership.MEMBER for u in self.tally.units)
        return certain - self.tally.count.low

    @property
    def ruled_out(self) -> Counter[Aspect]:
        """How many incidents of the class the rule leaves out, by reason."""
        left_out = self.tally.ruled_out if self.tally else ()
        return Counter(each.reason.aspect for each in left_out)

    def doubted(self, *, counted: bool) -> Counter[Aspect]:
        """Of how many units it cannot be told whether they count, by what cannot be told.

        Of those that the best figure counts nevertheless, or of those that only the high does.
        """
        units = [u for u in self.tally.units if u.counts is counted] if self.tally else []
        return Counter(
            aspect
            for unit in units
            for aspect in {f.aspect for f in unit.doubts if f.membership < Membership.MEMBER}
        )


@dataclass(frozen=True, slots=True)
class Checked:
    """All announcements under all rules asked for, in order of arrival; and the conflicts."""

    checks: tuple[Check, ...]
    conflicts: tuple[Conflict, ...]


def check_tallies(
    ledger: Ledger, rules: Sequence[Rule] | None = None, *, min_confidence: float = 0.0
) -> Checked:
    """Every announced tally beside the count under each rule.

    Without ``rules``: under ``incident``, under ``facility-strike`` where it names a target,
    and under ``claim`` where an attacker.
    """
    incidents = ledger.incidents(Query(standings=None, min_confidence=min_confidence))
    announced = announced_in(ledger)
    checks = [
        check_one(each, rule, incidents)
        for each in announced
        for rule in (fitting_rules(each) if rules is None else rules)
    ]
    return Checked(tuple(checks), tuple(conflicts(announced)))


def fitting_rules(announced: Announced) -> list[Rule]:
    """The rules by which an announcement is likely to count."""
    names = ["incident"]
    if announced.tally.targets:
        names.append("facility-strike")
    if announced.tally.attackers:
        names.append("claim")
    return [rule_named(name) for name in names]


def check_one(announced: Announced, rule: Rule, incidents: Sequence[Incident]) -> Check:
    """One announcement under one rule. ``incidents`` are of every standing."""
    selection = announced.selection
    if selection is None or missing(rule, selection):
        return Check(announced, rule)
    tally = count(incidents, rule, selection)
    counted = number_of(tally, announced.tally.unit)
    if counted is None:
        return Check(announced, rule)
    parts = tuple(_part(announced, part, rule, incidents) for part in announced.tally.parts)
    return Check(announced, rule, tally, counted, period_of(tally), parts)


def _part(
    announced: Announced, part: TallyPart, rule: Rule, incidents: Sequence[Incident]
) -> PartCheck:
    selection = selection_of(announced.tally, announced.document, areas=[part.place])
    tally = count(incidents, rule, selection or Selection())
    return PartCheck(part, number_of(tally, announced.tally.unit) or tally.count)


def number_of(tally: Tally, unit: TallyUnit) -> Band | None:
    """What a tally comes to in the unit announced; ``None`` where no sum of it is kept."""
    match unit:
        case TallyUnit.ATTACKS:
            return tally.count
        case TallyUnit.KILLED:
            return tally.killed
        case TallyUnit.INJURED:
            return tally.injured
        case TallyUnit.CASUALTIES:
            return _sum(tally.killed, tally.injured)
        case _:
            return None


def _sum(first: Band, second: Band) -> Band:
    highs = (first.high, second.high)
    high = None if None in highs else sum(h or 0 for h in highs)
    return Band(first.low + second.low, first.best + second.best, high)


# ------------------------------------------------------------------ coverage


def period_of(tally: Tally) -> Period | None:
    """The days that a tally counts; ``None`` where its period is open, or longer than 20 years."""
    first, last = tally.selection.since, tally.selection.until
    if first is None or last is None or not timedelta() <= last - first <= _LONGEST:
        return None
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    told = frozenset(_days_of(_on_the_class(tally)))
    return Period(len(days), tuple(day for day in days if day not in told))


def _on_the_class(tally: Tally) -> list[Incident]:
    """What counts, may count, or is only left out by the rule."""
    counted = [incident for unit in tally.units for incident in unit.incidents]
    return [*counted, *(each.incident for each in tally.ruled_out)]


def _days_of(incidents: Iterable[Incident]) -> Iterable[date]:
    """The days on which they happened, or on which a document on them was published."""
    for incident in incidents:
        dates = [incident.when, *(document.published for document in incident.documents)]
        for each in dates:
            if each and each.start and each.end and each.end - each.start <= _FEW_DAYS:
                span = (each.end - each.start).days + 1
                yield from (each.start + timedelta(days=n) for n in range(span))
