"""Whether an incident is in a class: by its date, place, kind, weapons, target and authors.

Each question has four answers, so that what cannot be told is never a yes or a no. The
least answer to several questions is that to all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import IntEnum

from tallystick.model.incident import Incident
from tallystick.model.taxonomy import IncidentKind, compatible
from tallystick.model.values import (
    ActorRef,
    PartialDate,
    Place,
    PlacePrecision,
    Target,
    TargetKind,
    WeaponUse,
)
from tallystick.vocab.actors import RelationKind, actor_book
from tallystick.vocab.matching import begins_word, fold
from tallystick.vocab.weapons import weapon_book

_KIN = frozenset(RelationKind) - {RelationKind.BACKED_BY}
_COARSE = frozenset(PlacePrecision) - {PlacePrecision.SITE, PlacePrecision.TOWN}
_FINER: dict[IncidentKind, frozenset[IncidentKind]] = {
    IncidentKind.ATTACK: frozenset(IncidentKind),
    IncidentKind.BOMBING: frozenset({IncidentKind.SUICIDE_BOMBING, IncidentKind.MINE}),
    IncidentKind.AIR_STRIKE: frozenset({IncidentKind.DRONE_ATTACK}),
    IncidentKind.ARMED_ASSAULT: frozenset({IncidentKind.SHOOTING, IncidentKind.ASSASSINATION}),
    IncidentKind.SHOOTING: frozenset({IncidentKind.ASSASSINATION}),
}


class Membership(IntEnum):
    """Whether an incident is in a class; the least of several answers is the answer."""

    NO = 0
    POSSIBLE = 1
    LIKELY = 2
    MEMBER = 3


# ------------------------------------------------------------------ when and where


def between(when: PartialDate | None, first: date | None, last: date | None) -> Membership:
    """Whether a date lies from one day to another, both included; ``None`` is no bound."""
    if when is None or when.is_floating:
        return Membership.POSSIBLE
    first, last = first or date.min, last or date.max
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
    if _differ(area.country, place.country):
        return Membership.NO
    if area.precision is PlacePrecision.COUNTRY:
        return Membership.MEMBER if place.country else Membership.POSSIBLE
    if area.precision is PlacePrecision.PROVINCE and place.precision is not PlacePrecision.REGION:
        return _in_province(place, area)
    if area.precision in (PlacePrecision.REGION, PlacePrecision.PROVINCE, PlacePrecision.DISTRICT):
        return Membership.POSSIBLE  # no gazetteer here says what lies in them
    if place.precision is not PlacePrecision.PROVINCE and _differ(area.admin1, place.admin1):
        return Membership.NO
    if area.id is None and begins_word(area.name, place.name):
        return Membership.MEMBER  # only a name was asked for
    return Membership.POSSIBLE if place.precision in _COARSE else Membership.NO


def _in_province(place: Place, area: Place) -> Membership:
    division = place.name if place.precision is PlacePrecision.PROVINCE else place.admin1
    if division is None:
        return Membership.POSSIBLE
    return Membership.NO if _differ(area.name, division) else Membership.MEMBER


def _differ(first: str | None, second: str | None) -> bool:
    """Whether both are told, and not the same."""
    return bool(first and second) and fold(first or "") != fold(second or "")


# ------------------------------------------------------------------ what and with what


def of_kind(kind: IncidentKind, wanted: IncidentKind | None) -> Membership:
    """Whether a kind is that wanted, or a finer one; possible where one could be the other."""
    if wanted is None or kind is wanted or kind in _FINER.get(wanted, ()):
        return Membership.MEMBER
    return Membership.POSSIBLE if compatible(kind, wanted) else Membership.NO


def with_weapon(weapons: Sequence[WeaponUse], wanted: str | None) -> Membership:
    """Whether a weapon is of the type wanted; possible where none, or a broader one, is told."""
    if wanted is None:
        return Membership.MEMBER
    if not weapons:
        return Membership.POSSIBLE
    book = weapon_book()
    types = [w.type for w in weapons]
    if any(t == wanted or (t in book and wanted in book.lineage(t)) for t in types):
        return Membership.MEMBER
    broader = any(book.compatible(t, wanted) for t in types)
    return Membership.POSSIBLE if broader else Membership.NO


# ------------------------------------------------------------------ whom and by whom


def aimed_at(targets: Sequence[Target], wanted: Sequence[ActorRef]) -> Membership:
    """Whether a target is that of those wanted; likely where it is military, whosever.

    What is attacked may be several things: those that nobody is named the owner of leave
    the question open, also beside others that are somebody else's.
    """
    if not wanted:
        return Membership.MEMBER
    if any(t.owner and _is_one(t.owner, wanted) for t in targets):
        return Membership.MEMBER
    ownerless = [t for t in targets if t.owner is None or _may_be(t.owner, wanted)]
    if any(t.kind is TargetKind.MILITARY for t in ownerless):
        return Membership.LIKELY
    return Membership.POSSIBLE if ownerless or not targets else Membership.NO


def own_act(incident: Incident, wanted: Sequence[ActorRef]) -> bool:
    """Whether all who may have done it are of those wanted: it is then no attack on them."""
    who = authors(incident)
    return bool(wanted and who) and all(_is_one(author, wanted) for author in who)


def authors(incident: Incident) -> tuple[ActorRef, ...]:
    """Every actor that anybody names as author, claims included."""
    return incident.attackers + incident.claimed_by + incident.blamed + incident.suspected


def done_by(incident: Incident, wanted: Sequence[ActorRef]) -> Membership:
    """Whether those wanted did it; only likely where it is merely laid on them."""
    named = among(incident.attackers + incident.claimed_by, wanted)
    if named is Membership.MEMBER:
        return named
    accused = among(incident.blamed + incident.suspected, wanted)
    return Membership.LIKELY if accused is Membership.MEMBER else among(authors(incident), wanted)


def among(actors: Sequence[ActorRef], wanted: Sequence[ActorRef]) -> Membership:
    """Whether one of the actors is, or is part of, one of those wanted (none: anyone).

    Possible where nobody is named, or only a sort or an umbrella that those wanted are of:
    "gunmen" may have been anybody's, where no other name stands beside.
    """
    if not wanted:
        return Membership.MEMBER
    if any(_is_one(actor, wanted) for actor in actors):
        return Membership.MEMBER
    return Membership.POSSIBLE if all(_may_be(a, wanted) for a in actors) else Membership.NO


def is_kin(actor: ActorRef, wanted: Iterable[ActorRef]) -> bool:
    """Whether an actor is one of those wanted, their part, their whole, or may be by its sort."""
    return _is_one(actor, others := [*wanted]) or _may_be(actor, others)


def _is_one(actor: ActorRef, wanted: Iterable[ActorRef]) -> bool:
    """Whether an actor is one of those wanted, their part, their state, or of a wanted sort."""
    return any(_related(actor, other) and not _wider(actor, other) for other in wanted)


def _may_be(actor: ActorRef, wanted: Iterable[ActorRef]) -> bool:
    """Whether an actor is told only as a sort, or an umbrella, that one of those wanted is of."""
    return any(_related(actor, other) and _wider(actor, other) for other in wanted)


def _related(first: ActorRef, second: ActorRef) -> bool:
    if first.id is None or second.id is None:
        return fold(first.name) == fold(second.name)
    return actor_book().related(first.id, second.id) in _KIN


def _wider(told: ActorRef, wanted: ActorRef) -> bool:
    """Whether what is told may be others as well: a sort, or an umbrella with other members."""
    if told.id is None or wanted.id is None or told.id == wanted.id:
        return False
    book = actor_book()
    if book.related(told.id, wanted.id) is RelationKind.MEMBER:
        return told.id in book.sides(wanted.id)
    return book.get(told.id).is_collective and not book.get(wanted.id).is_collective
