"""Units of a count: what a rule makes one of several incidents, or several of one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from tallystick.analyse.clock import by_clock
from tallystick.analyse.membership import Membership, authors, is_kin
from tallystick.analyse.rule import Part, Rule
from tallystick.analyse.selection import Aspect, Finding, Judged
from tallystick.model.incident import Incident
from tallystick.model.taxonomy import COUNTERPARTS, IncidentKind
from tallystick.model.values import ActorRef, Place, PlacePrecision
from tallystick.vocab.matching import fold

POINTS = frozenset({PlacePrecision.SITE, PlacePrecision.TOWN, PlacePrecision.DISTRICT})
"""A place of these precisions is one place; a province or country is not."""

_SITES = frozenset({PlacePrecision.SITE})
_NAMELESS = frozenset({Part.ACTORS, Part.TYPE})  # ACLED has codes of its own for these
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Unit:
    """One in a count: its incidents, each as it was judged, and the parts of what it is.

    It is as sure a member as the surest of them. ``doubts`` are all reasons for which it may
    not count, or not by itself. ``untold`` are the places in ``key`` of the parts that no
    account tells. ``claimant`` is whose claim it is, where claims are counted.
    """

    key: tuple[str, ...]
    judged: tuple[Judged, ...]
    doubts: tuple[Finding, ...] = ()
    untold: frozenset[int] = frozenset()
    claimant: ActorRef | None = None

    @property
    def incidents(self) -> tuple[Incident, ...]:
        """The incidents that make it up."""
        return tuple(each.incident for each in self.judged)

    @property
    def membership(self) -> Membership:
        """How sure it is to count: as sure as the surest of its incidents."""
        return max(each.membership for each in self.judged)

    @property
    def counts(self) -> bool:
        """Whether it is in the best figure."""
        return self.membership >= Membership.LIKELY


@dataclass(frozen=True, slots=True)
class _Share:
    """An incident's part in a unit; of each part of the rule its label, ``None`` if untold."""

    judged: Judged
    labels: tuple[str | None, ...]
    claimant: ActorRef | None

    @property
    def untold(self) -> frozenset[int]:
        return frozenset(at for at, label in enumerate(self.labels) if label is None)


def units_of(judged: Iterable[Judged], rule: Rule) -> tuple[Unit, ...]:
    """The units that incidents make under a rule, in the order of their first incidents.

    Incidents with one key are one unit. An author or a sort of attack that nobody names is
    the same as another such; a day or a place that nobody names is not: each such incident
    is a unit by itself, which may be one with another.
    """
    groups: dict[tuple[str, ...], list[_Share]] = defaultdict(list)
    for each in judged:
        for share in _shares(each, rule):
            groups[_key(share, rule)].append(share)
    return tuple(_unit(shares, rule) for shares in groups.values())


def _key(share: _Share, rule: Rule) -> tuple[str, ...]:
    alone = any(rule.unit[at] not in _NAMELESS for at in share.untold)
    labels = tuple(label or UNKNOWN for label in share.labels)
    return (*labels, share.judged.incident.id) if alone else labels


def _unit(shares: Sequence[_Share], rule: Rule) -> Unit:
    first, judged = shares[0], tuple(share.judged for share in shares)
    doubts = [finding for each in judged for finding in each.findings]
    doubts += [_duplicate(j.incident) for j in judged if j.incident.possible_duplicates]
    if first.untold:
        doubts.append(_untold([rule.unit[at] for at in sorted(first.untold)]))
    key = tuple(label or UNKNOWN for label in first.labels)
    return Unit(key, judged, tuple(dict.fromkeys(doubts)), first.untold, first.claimant)


def _duplicate(incident: Incident) -> Finding:
    words = f"may be the same as {', '.join(incident.possible_duplicates)}"
    return Finding(Aspect.DUPLICATE, Membership.MEMBER, words, by_rule=False)


def _untold(parts: Sequence[Part]) -> Finding:
    words = f"may be one with another: {' and '.join(parts)} not told"
    return Finding(Aspect.UNIT, Membership.MEMBER, words, by_rule=True)


# ------------------------------------------------------------------ doubtful merges


def fewest(units: Sequence[Unit]) -> int:
    """How many there are at least, with every doubtful merge made.

    Possible duplicates are taken together, chains of them followed. Of what is left, those
    are counted that differ in a part that both tell: no two of them can be one.
    """
    groups = sorted(merged(units), key=_most_told)
    patterns = {unit.untold for unit in units}
    kept: set[_Pattern] = set()
    number = 0
    for group in groups:
        if not any(_seen(unit, patterns, kept) for unit in group):
            number += 1
            kept.update(p for unit in group for p in _patterns(unit, patterns))
    return number


def _most_told(group: Sequence[Unit]) -> tuple[int, tuple[str, ...]]:
    return max(len(unit.untold) for unit in group), min(unit.key for unit in group)


_Pattern = tuple[frozenset[int], frozenset[int], tuple[str, ...]]


def _patterns(unit: Unit, patterns: Iterable[frozenset[int]]) -> Iterator[_Pattern]:
    """What a unit is to one that leaves other parts untold: the parts that both tell."""
    return ((unit.untold, other, _without(unit.key, unit.untold | other)) for other in patterns)


def _seen(unit: Unit, patterns: Iterable[frozenset[int]], kept: set[_Pattern]) -> bool:
    return any(
        (other, unit.untold, _without(unit.key, unit.untold | other)) in kept for other in patterns
    )


def _without(key: tuple[str, ...], parts: frozenset[int]) -> tuple[str, ...]:
    return tuple(label for at, label in enumerate(key) if at not in parts)


def merged(units: Sequence[Unit]) -> list[list[Unit]]:
    """The units with every doubtful merge made, chains of them followed.

    Two are joined that have one incident, or two which are possible duplicates; claims only
    where the claimants are of one side.
    """
    having: dict[str, list[int]] = defaultdict(list)
    for at, unit in enumerate(units):
        for incident in unit.incidents:
            having[incident.id].append(at)

    def near(at: int) -> Iterator[int]:
        for incident in units[at].incidents:
            for id in (incident.id, *incident.possible_duplicates):
                yield from (o for o in having.get(id, ()) if _one_side(units[at], units[o]))

    return [[units[at] for at in group] for group in _components(len(units), near)]


def one_each(incidents: Sequence[Incident]) -> list[list[Incident]]:
    """The incidents in groups that may each be one occurrence, by possible duplicates."""
    place = {incident.id: at for at, incident in enumerate(incidents)}

    def near(at: int) -> Iterator[int]:
        return (place[id] for id in incidents[at].possible_duplicates if id in place)

    return [[incidents[at] for at in group] for group in _components(len(incidents), near)]


def _components(size: int, near: Callable[[int], Iterable[int]]) -> list[list[int]]:
    """The connected components of a graph of 0 to size - 1, ties taken both ways."""
    leader = list(range(size))

    def find(at: int) -> int:
        while leader[at] != at:
            leader[at] = leader[leader[at]]
            at = leader[at]
        return at

    for at in range(size):
        for other in near(at):
            leader[find(other)] = find(at)
    groups: dict[int, list[int]] = defaultdict(list)
    for at in range(size):
        groups[find(at)].append(at)
    return list(groups.values())


def _one_side(first: Unit, second: Unit) -> bool:
    """Whether two are claims of one side, or no claims."""
    if first.claimant is None or second.claimant is None:
        return True
    return is_kin(first.claimant, [second.claimant])


# ------------------------------------------------------------------ keys


def _shares(judged: Judged, rule: Rule) -> Iterator[_Share]:
    incident = judged.incident
    for claimant in _claimants(incident) if Part.CLAIMANT in rule.unit else (None,):
        labels = (_LABEL[part](incident, claimant, rule.utc) for part in rule.unit)
        yield _Share(judged, tuple(labels), claimant)


def _claimants(incident: Incident) -> Sequence[ActorRef | None]:
    return incident.claimed_by or (None,)


def _incident(incident: Incident, *_: object) -> str:
    return incident.id


def _claimant(_: Incident, claimant: ActorRef | None, __: timedelta | None) -> str | None:
    return _actor(claimant) if claimant else None


def _day(incident: Incident, _: ActorRef | None, utc: timedelta | None) -> str | None:
    when = by_clock(incident.when, incident.where, utc)
    return when.start.isoformat() if when and when.is_day and when.start else None


def _site(incident: Incident, *_: object) -> str | None:
    return _at(incident.where, _SITES)


def _place(incident: Incident, *_: object) -> str | None:
    return _at(incident.where, POINTS)


def _at(place: Place | None, precisions: frozenset[PlacePrecision]) -> str | None:
    if place is None or place.precision not in precisions:
        return None
    return place.id or f"{fold(place.name)}, {place.country or 'unknown'}"


def _actors(incident: Incident, *_: object) -> str | None:
    """All who are named as authors, by whomever."""
    return " + ".join(sorted({_actor(actor) for actor in authors(incident)})) or None


def _actor(actor: ActorRef) -> str:
    return actor.id or fold(actor.name)


def _type(incident: Incident, *_: object) -> str | None:
    if incident.kind is IncidentKind.ATTACK:
        return None  # the texts say no more than that
    return COUNTERPARTS[incident.kind].acled


_Label = Callable[[Incident, ActorRef | None, timedelta | None], str | None]
_LABEL: Mapping[Part, _Label] = {
    Part.INCIDENT: _incident,
    Part.CLAIMANT: _claimant,
    Part.DAY: _day,
    Part.SITE: _site,
    Part.PLACE: _place,
    Part.ACTORS: _actors,
    Part.TYPE: _type,
}
