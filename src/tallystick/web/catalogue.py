"""Actors and places: who and where, and the incidents of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tallystick.errors import NotFoundError
from tallystick.model.incident import Incident
from tallystick.model.values import ActorRef, Place, PlacePrecision
from tallystick.present import words
from tallystick.vocab.actors import Actor, actor_book, slug
from tallystick.web.names import is_public

ROLES = ("attacker", "claims it", "blamed", "suspected", "owner of a target")


@dataclass(slots=True)
class ActorEntry:
    """An actor with its incidents by role."""

    key: str
    name: str
    known: Actor | None
    roles: dict[str, list[Incident]] = field(default_factory=dict)

    @property
    def incidents(self) -> list[Incident]:
        """All of them, each once."""
        return list({i.id: i for found in self.roles.values() for i in found}.values())

    @property
    def kind(self) -> str:
        if self.known is None:
            return "outside the vocabulary"
        return "a sort of actor" if self.known.is_collective else words.plain(self.known.kind)

    @property
    def counts(self) -> list[int]:
        return [len(self.roles.get(role, ())) for role in ROLES]


def actors_in(incidents: Iterable[Incident]) -> Mapping[str, ActorEntry]:
    """The public actors of some incidents by key, those of most incidents first."""
    found: dict[str, ActorEntry] = {}
    named: dict[ActorRef, ActorEntry | None] = {}  # under every name that is met
    for incident in incidents:
        for role, actor in _roles(incident):
            if actor not in named:
                named[actor] = _listed(actor, found) if is_public(actor) else None
            if entry := named[actor]:
                known = entry.roles.setdefault(role, [])
                if not known or known[-1] is not incident:
                    known.append(incident)
    order = sorted(found.values(), key=lambda e: (-len(e.incidents), e.name))
    return {entry.key: entry for entry in order}


def _listed(actor: ActorRef, found: dict[str, ActorEntry]) -> ActorEntry:
    """The entry of an actor, made where there is none yet."""
    key = _actor_key(actor)
    return found.get(key) or found.setdefault(key, _actor_entry(actor))


def _roles(incident: Incident) -> Iterator[tuple[str, ActorRef]]:
    targets = incident.targets
    owners = tuple([target.owner for target in targets if target.owner]) if targets else ()
    groups = (
        incident.attackers, incident.claimed_by, incident.blamed, incident.suspected, owners,
    )  # fmt: skip
    for role, actors in zip(ROLES, groups, strict=True):
        for actor in actors:
            yield role, actor


def _actor_key(actor: ActorRef) -> str:
    return actor.id or f"name-{slug(actor.name)}"


def _actor_entry(actor: ActorRef) -> ActorEntry:
    known = actor_book().get(actor.id) if actor.id else None
    return ActorEntry(_actor_key(actor), known.name if known else actor.name, known)


@dataclass(frozen=True, slots=True)
class RelationLine:
    """``part of`` another actor, since and until when, and who says so."""

    words: str
    other: Actor
    period: str
    source: str


def relations(actor: Actor) -> list[RelationLine]:
    """What the vocabulary has of an actor's ties, in both directions, each with its source."""
    book = actor_book()
    own = [(words.plain(r.type), book.get(r.other), r) for r in actor.relations]
    back = [
        (f"named in its entry: {words.plain(r.type)} {actor.name}", other, r)
        for other in book
        for r in other.relations
        if r.other == actor.id
    ]
    return [
        RelationLine(told, other, _period(r.since, r.until), r.source)
        for told, other, r in (*own, *back)
    ]


def _period(since: str | None, until: str | None) -> str:
    return " ".join(f"{w} {day}" for w, day in (("since", since), ("until", until)) if day)


def actor_entry(id: str, entries: Mapping[str, ActorEntry]) -> ActorEntry:
    """One that the ledger or the vocabulary has. Raises ``NotFoundError``."""
    if id in entries:
        return entries[id]
    if id in actor_book():
        known = actor_book().get(id)
        return ActorEntry(id, known.name, known)
    raise NotFoundError(f"no actor {id} in this ledger or in the vocabulary")


# -- places --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place with the incidents that are put there."""

    key: str
    place: Place
    incidents: tuple[Incident, ...]

    @property
    def country(self) -> str:
        return words.country_name(self.place.country) or "country unknown"


def places_in(incidents: Sequence[Incident]) -> Mapping[str, PlaceEntry]:
    """The places of some incidents by key, by country, those of most incidents first."""
    places: dict[str, Place] = {}
    members: dict[str, list[Incident]] = {}
    for incident in incidents:
        if incident.where is not None:
            key = place_key(incident.where)
            places.setdefault(key, incident.where)
            members.setdefault(key, []).append(incident)
    found = [PlaceEntry(key, place, tuple(members[key])) for key, place in places.items()]
    found.sort(key=lambda e: (e.place.country is None, e.country, -len(e.incidents), e.place.name))
    return {entry.key: entry for entry in found}


def place_key(place: Place) -> str:
    """The gazetteer's id; of a place that it lacks, or a country, what is known of it."""
    if place.precision is PlacePrecision.COUNTRY and place.country:
        return f"country:{place.country}"
    return place.id or f"name:{place.country or 'unknown'}:{slug(place.name) or 'unnamed'}"
