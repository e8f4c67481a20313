"""Which incidents to show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from tallystick.ledger.asof import AsOf
from tallystick.model.confidence import reaches
from tallystick.model.incident import Contest, Incident
from tallystick.model.statement import Field, Standing
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import ActorRef, PartialDate, Place
from tallystick.vocab.countries import country_named
from tallystick.vocab.matching import begins_word

OCCURRED = frozenset({Standing.HAPPENED, Standing.PREVENTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Conditions that an incident must all meet; one that is ``None`` asks nothing.

    ``since`` and ``until`` (both included) ask whether the incident can lie in that period:
    one without a date cannot be shown to and is left out. ``place`` is a country (by name or
    ISO 3166-1 alpha-2 code), or the beginning of a word in the name of a place or province
    that an account gives. ``actor`` is an id of the vocabulary or likewise part of a name, in
    any role: attacker, claimant, blamed, suspected, owner of the target. ``contested`` asks
    for any contest, for none (``False``), or for one in a field. ``standings`` ``None`` takes
    also what was planned, hypothetical or background. ``min_confidence`` (0 to 1) leaves out
    what is held less probable; what has no confidence stays. A ledger then answers with views
    that lack the less probable values, and the other conditions are put to these.

    ``as_known_on`` asks what was public on a day, ``as_recorded_on`` what the ledger held at a
    moment (see :class:`AsOf`). A ledger then answers with views that rest on that alone, as if
    the rest did not exist; an incident at hand cannot be asked.

    Raises ``ValueError`` for a ``min_confidence`` that is no probability.
    """

    since: date | None = None
    until: date | None = None
    place: str | None = None
    actor: str | None = None
    kind: IncidentKind | None = None
    contested: bool | Contest | None = None
    standings: frozenset[Standing] | None = OCCURRED
    min_confidence: float = 0.0
    as_known_on: date | None = None
    as_recorded_on: datetime | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.min_confidence <= 1:
            raise ValueError(f"a confidence is 0 to 1: {self.min_confidence}")

    @property
    def as_of(self) -> AsOf:
        """Its bounds on what a view rests on."""
        return AsOf(known_on=self.as_known_on, recorded_on=self.as_recorded_on)

    def matches(self, incident: Incident) -> bool:
        """Whether the incident meets every condition."""
        return (
            reaches(incident.confidence, self.min_confidence)
            and (self.standings is None or incident.standing in self.standings)
            and (self.kind is None or incident.kind is self.kind)
            and self._in_contest(incident)
            and self._in_period(incident.when)
            and self._somewhere(incident)
            and self._by_anyone(incident)
        )

    def _in_contest(self, incident: Incident) -> bool:
        if isinstance(self.contested, Contest):
            return self.contested in incident.contested
        return self.contested is None or self.contested == bool(incident.contested)

    def _in_period(self, when: PartialDate | None) -> bool:
        if self.since is None and self.until is None:
            return True
        if when is None or when.is_floating:
            return False
        first, last = when.start or date.min, when.end or date.max
        return first <= (self.until or date.max) and last >= (self.since or date.min)

    def _somewhere(self, incident: Incident) -> bool:
        if self.place is None:
            return True
        places = [incident.where] if incident.where else []
        places += [s.value for s in incident.of(Field.WHERE) if isinstance(s.value, Place)]
        return any(is_in(place, self.place) for place in places)

    def _by_anyone(self, incident: Incident) -> bool:
        if self.actor is None:
            return True
        return any(is_actor(actor, self.actor) for actor in involved(incident))


def involved(incident: Incident) -> Iterator[ActorRef]:
    """Every actor of an incident, in any role, maybe more than once."""
    yield from incident.attackers
    yield from incident.claimed_by
    yield from incident.blamed
    yield from incident.suspected
    yield from (target.owner for target in incident.targets if target.owner)


def is_in(place: Place, wanted: str) -> bool:
    """Whether a place is of the country, or has the name, that ``Query.place`` asks for."""
    if len(wanted) == 2 and place.country == wanted.upper():
        return True
    country = country_named(wanted)
    if country and place.country:  # "Niger" is no part of Nigeria
        return place.country == country
    return begins_word(wanted, place.name) or begins_word(wanted, place.admin1 or "")


def is_actor(actor: ActorRef, wanted: str) -> bool:
    """Whether an actor has the id, or the name, that ``Query.actor`` asks for."""
    return actor.id == wanted or begins_word(wanted, actor.name)
