"""Tallies: how many there are under a counting rule, which they are, and how sure that is.

A tally is given as low, best and high, in the manner of UCDP GED:

- *low*: the units that are certainly members, with all that may be one occurrence counted once;
- *best*: the certain and the likely ones;
- *high*: these and the possible ones, none of them taken together.

The same goes for the killed and injured: low takes of those that may be one the least figure
of any account, best the figure of the latest document, high the greatest of any account, which
is open (``None``) where one account leaves it so. A unit without a figure adds nothing; how
many there are is said.

A ledger knows only the documents that it holds: a tally counts what these tell of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from operator import attrgetter

from tallystick.analyse.membership import Membership
from tallystick.analyse.rule import Rule
from tallystick.analyse.selection import Finding, Judged, Selection, check_needs, judged
from tallystick.analyse.units import POINTS, UNKNOWN, Unit, fewest, one_each, units_of
from tallystick.model.incident import Figure, Incident


@dataclass(frozen=True, slots=True)
class Band:
    """A number with its bounds; ``high`` is ``None`` where an account leaves it open.

    ``unknown`` is how many units of the best figure give none.
    """

    low: int
    best: int
    high: int | None
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An incident that does not count, and the one reason why, in words.

    ``by_rule``: it is of the class asked for, or may be, and the rule leaves it out.
    """

    incident: Incident
    reason: Finding

    @property
    def by_rule(self) -> bool:
        """Whether the rule leaves it out, not the selection."""
        return self.reason.by_rule


@dataclass(frozen=True, slots=True)
class Counted:
    """Some units, and what they come to."""

    units: tuple[Unit, ...]
    count: Band
    killed: Band
    injured: Band


@dataclass(frozen=True, slots=True)
class Group:
    """The units of one month, country, place, actor or weapon.

    Groups part the units of a tally: each is in exactly one, under "unknown" where that
    cannot be told, under several names at once ("drone + rocket") where there are several.
    """

    label: str
    counted: Counted


@dataclass(frozen=True, slots=True)
class Tally:
    """A count under a rule: its units, all that is not among them, and why."""

    rule: Rule
    selection: Selection
    counted: Counted
    left_out: tuple[LeftOut, ...]

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units that count or may count, in the order of their first incidents."""
        return self.counted.units

    @property
    def count(self) -> Band:
        """How many units there are."""
        return self.counted.count

    @property
    def killed(self) -> Band:
        """The killed in the incidents of the units."""
        return self.counted.killed

    @property
    def injured(self) -> Band:
        """The injured in the incidents of the units."""
        return self.counted.injured

    @property
    def members(self) -> tuple[Incident, ...]:
        """The incidents behind the best figure, each once, by date."""
        return incidents_in(unit for unit in self.units if unit.counts)

    @property
    def possible(self) -> tuple[Incident, ...]:
        """The incidents that only the high figure counts."""
        counted = {incident.id for incident in self.members}
        every = incidents_in(self.units)
        return tuple(incident for incident in every if incident.id not in counted)

    @property
    def doubtful(self) -> tuple[Unit, ...]:
        """The units of which something cannot be told, or that may be one with another."""
        return tuple(unit for unit in self.units if unit.doubts)

    @property
    def ruled_out(self) -> tuple[LeftOut, ...]:
        """What the selection asks for, or may, and the rule leaves out."""
        return tuple(each for each in self.left_out if each.by_rule)

    @property
    def outside(self) -> tuple[LeftOut, ...]:
        """What the selection does not ask for."""
        return tuple(each for each in self.left_out if not each.by_rule)


class By(StrEnum):
    """What a tally can be split by."""

    MONTH = "month"
    COUNTRY = "country"
    PLACE = "place"
    ACTOR = "actor"
    WEAPON = "weapon"


def count(
    incidents: Iterable[Incident],
    rule: Rule,
    selection: Selection = Selection(),  # noqa: B008 - frozen
) -> Tally:
    """The tally of a class of incidents under a rule.

    Give incidents of every standing (``ledger.incidents(Query(standings=None))``): what the
    rule leaves out is then told. Raises :class:`~tallystick.errors.RuleError` where the rule
    needs something that the selection does not say.
    """
    check_needs(rule, selection)
    answers = [judged(incident, rule, selection) for incident in incidents]
    units = units_of((each for each in answers if each.against is None), rule)
    return Tally(rule, selection, _counted(units), tuple(_left_out(answers)))


def _left_out(answers: Iterable[Judged]) -> Iterable[LeftOut]:
    for each in answers:
        if each.against is not None:
            yield LeftOut(each.incident, each.against)


def grouped(tally: Tally, by: By) -> tuple[Group, ...]:
    """The units of a tally by group, in the order of their names, the unknown last.

    Best and high of the groups add up to those of the tally (unless open); low may add up to
    more, as nothing is taken for one with what stands in another group.
    """
    groups: dict[str, list[Unit]] = defaultdict(list)
    for unit in tally.units:
        groups[_label(unit, by)].append(unit)
    named = sorted(groups.items(), key=lambda item: (item[0] == UNKNOWN, item[0]))
    return tuple(Group(label, _counted(tuple(units))) for label, units in named)


def incidents_in(units: Iterable[Unit]) -> tuple[Incident, ...]:
    """The incidents of some units, each once, in order."""
    return tuple({i.id: i for unit in units for i in unit.incidents}.values())


# ------------------------------------------------------------------ numbers


def _counted(units: tuple[Unit, ...]) -> Counted:
    certain = [unit for unit in units if unit.membership is Membership.MEMBER]
    likely = [unit for unit in units if unit.membership >= Membership.LIKELY]
    number = Band(fewest(certain), len(likely), len(units))
    return Counted(units, number, _toll(units, _KILLED), _toll(units, _INJURED))


_Toll = Callable[[Incident], Figure]
_KILLED: _Toll = attrgetter("killed")
_INJURED: _Toll = attrgetter("injured")


def _toll(units: Sequence[Unit], figure: _Toll) -> Band:
    """The sum of a figure over the incidents of some units, each added once."""
    best = [figure(i) for i in _incidents(units, Membership.LIKELY)]
    highs = [_high(figure(i)) for i in _incidents(units, Membership.POSSIBLE)]
    occurrences = one_each(_incidents(units, Membership.MEMBER))
    return Band(
        sum(min(_low(figure(i)) for i in _with_figure(each, figure)) for each in occurrences),
        sum(_best(each) for each in best),
        None if None in highs else sum(high or 0 for high in highs),
        sum(not each.known for each in best),
    )


def _incidents(units: Iterable[Unit], least: Membership) -> tuple[Incident, ...]:
    """The incidents that are themselves so sure to be members, each once."""
    sure = (j for unit in units for j in unit.judged if j.membership >= least)
    return tuple({j.incident.id: j.incident for j in sure}.values())


def _with_figure(incidents: Sequence[Incident], figure: _Toll) -> Sequence[Incident]:
    """Those that have a figure; all where none has."""
    return [i for i in incidents if figure(i).known] or incidents


def _low(figure: Figure) -> int:
    return figure.low or 0


def _best(figure: Figure) -> int:
    return max(_low(figure), figure.best or 0)


def _high(figure: Figure) -> int | None:
    """``None`` where it is open, zero where no account gives a figure."""
    if not figure.known:
        return 0
    return None if figure.high is None else max(_best(figure), figure.high)


# ------------------------------------------------------------------ labels


def _label(unit: Unit, by: By) -> str:
    """What the incidents of a unit have, each once; unknown where none of them tells."""
    found = {label for incident in unit.incidents for label in _LABELS[by](incident)}
    if by is By.ACTOR and unit.claimant:
        found = {unit.claimant.name}
    return " + ".join(sorted(found)) or UNKNOWN


def _months(incident: Incident) -> Iterable[str]:
    when = incident.when
    if when and when.start and when.end and _month(when.start) == _month(when.end):
        yield _month(when.start)


def _month(day: date) -> str:
    return f"{day:%Y-%m}"


def _countries(incident: Incident) -> Iterable[str]:
    if incident.where and incident.where.country:
        yield incident.where.country


def _places(incident: Incident) -> Iterable[str]:
    if incident.where and incident.where.precision in POINTS:
        yield ", ".join(filter(None, (incident.where.name, incident.where.country)))


def _actors(incident: Incident) -> Iterable[str]:
    return (actor.name for actor in incident.attackers + incident.claimed_by)


def _weapons(incident: Incident) -> Iterable[str]:
    return (use.type for use in incident.weapons)


_LABELS: Mapping[By, Callable[[Incident], Iterable[str]]] = {
    By.MONTH: _months,
    By.COUNTRY: _countries,
    By.PLACE: _places,
    By.ACTOR: _actors,
    By.WEAPON: _weapons,
}
