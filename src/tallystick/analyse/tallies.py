"""Announced tallies beside the ledger's own count of the same class, period and area.

The counting rule is the simplest: **each incident** that happened is one. An incident is
a *member* of a tally's class when its kind is compatible, its date lies within the period,
its place within the area, and its target and authors are those that the tally names. It is
a *possible* member when one of these cannot be told: it has no date, or an interval that
reaches beyond the period, or no target is named; a *likely* one when only the owner of a
military target is not told.

The count is given as low, best and high, in the manner of UCDP GED:

- low: members, with incidents that may be one occurrence counted once;
- best: members and likely members;
- high: these and the possible ones.

Without a baseline nothing is counted: since when, nobody said. Nor is a tally of persons, whose
count would be no count of incidents.

The ledger knows only the documents that it holds, so its count says how much of a tally
these can account for, not whether the tally is true.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from tallystick.ledger import Ledger, Query
from tallystick.model.codec import Json, to_json
from tallystick.model.document import Document
from tallystick.model.incident import Incident
from tallystick.model.statement import AnnouncedTally, Standing, TallyPart, TallyUnit
from tallystick.model.taxonomy import compatible
from tallystick.model.values import ActorRef, PartialDate, Place, PlacePrecision, TargetKind
from tallystick.vocab.actors import RelationKind, actor_book

_KIN = frozenset(RelationKind) - {RelationKind.BACKED_BY}


class Membership(IntEnum):
    """Whether an incident is in a class; the least of several answers is the answer."""

    NO = 0
    POSSIBLE = 1
    LIKELY = 2
    MEMBER = 3


@dataclass(frozen=True, slots=True)
class Count:
    """The ledger's own count: incidents, low to high, and which they are.

    ``members`` are the certain and the likely ones.
    """

    members: tuple[Incident, ...]
    possible: tuple[Incident, ...]
    low: int

    @property
    def best(self) -> int:
        return len(self.members)

    @property
    def high(self) -> int:
        return len(self.members) + len(self.possible)


@dataclass(frozen=True, slots=True)
class PartCount:
    """One part of a tally's split ("32 in Iraq") and the ledger's count of it."""

    part: TallyPart
    count: Count | None


@dataclass(frozen=True, slots=True)
class TallyCount:
    """An announced tally, the document that gives it, and the ledger's own count.

    ``count`` is ``None`` where the tally does not say since when, or counts persons.
    """

    tally: AnnouncedTally
    document: Document
    count: Count | None
    parts: tuple[PartCount, ...]

    @property
    def quote(self) -> str:
        return self.tally.span.of(self.document.text)


def count_tallies(ledger: Ledger, *, min_confidence: float = 0.0) -> list[TallyCount]:
    """Every announced tally of a ledger with its count, in order of arrival.

    Incidents, and values of them, that are held less probable than ``min_confidence`` are left
    out of the count (see :class:`tallystick.ledger.Query`).
    """
    documents = {document.id: document for document in ledger.documents()}
    incidents = ledger.incidents(Query(min_confidence=min_confidence))
    return [count_tally(t, documents[t.document], incidents) for t in ledger.tallies()]


def count_tally(
    tally: AnnouncedTally, document: Document, incidents: Sequence[Incident]
) -> TallyCount:
    """One tally and the count of it. Without an as-of day the count ends with publication."""
    until = tally.as_of or document.published

    def within(areas: Sequence[Place]) -> Count | None:
        if tally.unit is not TallyUnit.ATTACKS:
            return None
        if tally.baseline is None or tally.baseline.start is None:
            return None
        return _count(incidents, lambda i: membership(i, tally, until=until, areas=areas))

    areas = tally.places or tuple(part.place for part in tally.parts)
    parts = tuple(PartCount(part, within([part.place])) for part in tally.parts)
    return TallyCount(tally, document, within(areas), parts)


def _count(incidents: Iterable[Incident], judge: Callable[[Incident], Membership]) -> Count:
    judged = [(incident, judge(incident)) for incident in incidents]
    members = tuple(i for i, answer in judged if answer >= Membership.LIKELY)
    certain = tuple(i for i, answer in judged if answer is Membership.MEMBER)
    possible = tuple(i for i, answer in judged if answer is Membership.POSSIBLE)
    return Count(members, possible, _apart(certain))


def _apart(members: Sequence[Incident]) -> int:
    """How many there are when all that may be the same are the same."""
    group = {member.id: {member.id} for member in members}
    for member in members:
        for other in member.possible_duplicates:
            if other in group and group[other] is not group[member.id]:
                group[member.id] |= group[other]
                group.update(dict.fromkeys(group[other], group[member.id]))
    return len({id(ids) for ids in group.values()})


def membership(
    incident: Incident,
    tally: AnnouncedTally,
    *,
    until: PartialDate | None,
    areas: Sequence[Place],
) -> Membership:
    """Whether an incident is one of those that a tally counts."""
    if incident.standing is not Standing.HAPPENED or not compatible(tally.kind, incident.kind):
        return Membership.NO
    authors = incident.attackers + incident.claimed_by + incident.blamed + incident.suspected
    if tally.targets and authors and all(_among(author, tally.targets) for author in authors):
        return Membership.NO  # their own side's act is no attack on them
    return min(
        in_period(incident.when, tally.baseline, until),
        in_any(incident.where, areas),
        _aimed_at(incident, tally.targets),
        among(authors, tally.attackers),
    )


def _aimed_at(incident: Incident, wanted: Sequence[ActorRef]) -> Membership:
    """Whether the target is that of those wanted; likely where it is military, whosever."""
    owners = tuple(target.owner for target in incident.targets if target.owner)
    answer = among(owners, wanted)
    military = any(target.kind is TargetKind.MILITARY for target in incident.targets)
    return Membership.LIKELY if answer is Membership.POSSIBLE and military else answer


def in_period(
    when: PartialDate | None, baseline: PartialDate | None, until: PartialDate | None
) -> Membership:
    """Whether a date lies from the first day of the baseline to the last as-of day."""
    if when is None or when.is_floating:
        return Membership.POSSIBLE
    first = (baseline and baseline.start) or date.min
    last = (until and until.end) or date.max
    start, end = when.start or date.min, when.end or date.max
    if start > last or end < first:
        return Membership.NO
    return Membership.MEMBER if first <= start and end <= last else Membership.POSSIBLE


def in_any(place: Place | None, areas: Sequence[Place]) -> Membership:
    """Whether a place lies in one of the areas; everywhere if there is none."""
    if not areas:
        return Membership.MEMBER
    return max(_within(place, area) for area in areas)


def _within(place: Place | None, area: Place) -> Membership:
    if place is None:
        return Membership.POSSIBLE
    if place.id is not None and place.id == area.id:
        return Membership.MEMBER
    if area.country and place.country and area.country != place.country:
        return Membership.NO
    match area.precision:
        case PlacePrecision.COUNTRY:
            return Membership.MEMBER if place.country else Membership.POSSIBLE
        case PlacePrecision.PROVINCE if place.admin1:
            same = area.name in (place.admin1, place.name)
            return Membership.MEMBER if same else Membership.NO
        case PlacePrecision.REGION | PlacePrecision.PROVINCE | PlacePrecision.DISTRICT:
            return Membership.POSSIBLE  # no gazetteer here says what lies in them
    coarse = place.precision in (PlacePrecision.COUNTRY, PlacePrecision.PROVINCE)
    return Membership.POSSIBLE if coarse else Membership.NO


def among(actors: Sequence[ActorRef], wanted: Sequence[ActorRef]) -> Membership:
    """Whether one of the actors is, or is part of, one of those wanted (none: anyone)."""
    if not wanted:
        return Membership.MEMBER
    if not actors:
        return Membership.POSSIBLE
    kin = any(_among(actor, wanted) for actor in actors)
    return Membership.MEMBER if kin else Membership.NO


def _among(actor: ActorRef, wanted: Sequence[ActorRef]) -> bool:
    return any(_kin(actor, other) for other in wanted)


def _kin(first: ActorRef, second: ActorRef) -> bool:
    if first.id is None or second.id is None:
        return first.name.casefold() == second.name.casefold()
    return actor_book().related(first.id, second.id) in _KIN


def tally_json(each: TallyCount) -> dict[str, Json]:
    """An announced tally and its count as one JSON object (see docs/cli.md)."""
    announced = to_json(each.tally)
    parts: list[Json] = [
        {"place": to_json(p.part.place), "announced": to_json(p.part.count), **_count_json(p.count)}
        for p in each.parts
    ]
    return {
        "announced": announced,
        "quote": each.quote,
        "publisher": each.document.publisher,
        "published": to_json(each.document.published),
        **_count_json(each.count),
        "parts": parts,
    }


def _count_json(count: Count | None) -> dict[str, Json]:
    if count is None:
        return {"counted": None, "members": [], "possible": []}
    return {
        "counted": {"low": count.low, "best": count.best, "high": count.high},
        "members": [incident.id for incident in count.members],
        "possible": [incident.id for incident in count.possible],
    }
