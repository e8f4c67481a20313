"""The incidents of a view as columns, so that a filter over 100,000 takes milliseconds.

What :meth:`tallystick.ledger.Query.matches` asks of one incident is asked here of all at once:
of every different place and actor once, of days, kinds and contests as arrays of numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from tallystick.ledger import Query, involved, is_actor, is_in
from tallystick.model.confidence import reaches
from tallystick.model.incident import Contest, Incident
from tallystick.model.statement import Field
from tallystick.model.values import ActorRef, Place, PlacePrecision

Mask = NDArray[np.bool_]
Days = NDArray[np.int64]
T = TypeVar("T")

WITHIN = frozenset(
    {PlacePrecision.SITE, PlacePrecision.TOWN, PlacePrecision.DISTRICT, PlacePrecision.PROVINCE}
)
"""The precisions of places that a box can hold: a country's or region's point stands for none."""

_EARLIEST, _LATEST = date.min.toordinal(), date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Box:
    """Degrees of WGS 84. One whose west is east of its east lies across the 180th meridian."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, place: Place) -> bool:
        """Whether the point of a place lies in it; what has none, or is wide, does not."""
        if place.lat is None or place.lon is None or place.precision not in WITHIN:
            return False
        if self.west <= self.east:
            across = self.west <= place.lon <= self.east
        else:
            across = place.lon >= self.west or place.lon <= self.east
        return across and self.south <= place.lat <= self.north


class Ties(Generic[T]):
    """Which values each of some incidents has, each different value kept once."""

    def __init__(self, values: Sequence[Iterable[T]]) -> None:
        self.size = len(values)
        codes: dict[T, int] = {}
        owners: list[int] = []
        held: list[int] = []
        for owner, found in enumerate(values):
            for value in found:
                owners.append(owner)
                held.append(codes.setdefault(value, len(codes)))
        self.values = tuple(codes)
        self._owners = np.array(owners, dtype=np.int64)
        self._held = np.array(held, dtype=np.int64)

    def having(self, fits: Callable[[T], bool]) -> Mask:
        """The incidents with a value that fits."""
        good = np.fromiter(map(fits, self.values), dtype=np.bool_, count=len(self.values))
        mask = np.zeros(self.size, dtype=np.bool_)
        mask[self._owners[good[self._held]]] = True
        return mask


@dataclass(frozen=True, slots=True)
class Span:
    """First and last days of dated incidents, as ordinals; a known end stands for an open one."""

    first: Days
    last: Days
    contested: Mask


class Columns:
    """Some incidents as columns; ``chosen`` gives those that meet a query."""

    def __init__(self, incidents: Sequence[Incident]) -> None:
        self.incidents = incidents
        whens = [i.when if i.when and not i.when.is_floating else None for i in incidents]
        self.dated: Mask = _mask(when is not None for when in whens)
        self._from = _days((w.start if w else None for w in whens), _EARLIEST)
        self._to = _days((w.end if w else None for w in whens), _LATEST)
        self._at = {incident.id: at for at, incident in enumerate(incidents)}
        self.contested: Mask = _mask(bool(i.contested) for i in incidents)

    def matching(self, query: Query) -> Mask:
        """Those of which ``query.matches`` is true."""
        mask = self._kinds.having(lambda kind: query.kind in (None, kind))
        if query.standings is not None:
            standings = query.standings
            mask &= self._standings.having(lambda standing: standing in standings)
        if query.min_confidence:
            least = query.min_confidence
            mask &= _mask(reaches(i.confidence, least) for i in self.incidents)
        if query.since or query.until:
            mask &= self._in_period(query)
        if query.contested is not None:
            mask &= self._in_contest(query.contested)
        if query.place is not None:
            mask &= self.in_place(query.place)
        if query.actor is not None:
            wanted = query.actor
            mask &= self._actors.having(lambda actor: is_actor(actor, wanted))
        return mask

    def in_place(self, wanted: str) -> Mask:
        """Those of which an account gives the place; as ``Query.place`` asks."""
        return self._places.having(lambda place: is_in(place, wanted))

    def with_weapon(self, wanted: str) -> Mask:
        """Those in which a type of weapon was used."""
        return self._weapons.having(lambda type: type == wanted)

    def in_box(self, box: Box) -> Mask:
        """Those whose place has its point in a box."""
        return self.wheres.having(box.holds)

    def _in_period(self, query: Query) -> Mask:
        since, until = query.since or date.min, query.until or date.max
        early: Mask = self._from <= until.toordinal()
        return self.dated & early & (self._to >= since.toordinal())

    def _in_contest(self, wanted: bool | Contest) -> Mask:
        if isinstance(wanted, Contest):
            return self._contests.having(lambda contest: contest is wanted)
        return self.contested if wanted else ~self.contested

    @cached_property
    def _kinds(self) -> Ties[object]:
        return Ties([(incident.kind,) for incident in self.incidents])

    @cached_property
    def _standings(self) -> Ties[object]:
        return Ties([(incident.standing,) for incident in self.incidents])

    @cached_property
    def _contests(self) -> Ties[Contest]:
        return Ties([incident.contested for incident in self.incidents])

    @cached_property
    def _weapons(self) -> Ties[str]:
        return Ties([{use.type for use in incident.weapons} for incident in self.incidents])

    @cached_property
    def _places(self) -> Ties[Place]:
        return Ties([_places_of(incident) for incident in self.incidents])

    @cached_property
    def _actors(self) -> Ties[ActorRef]:
        return Ties([set(involved(incident)) for incident in self.incidents])

    @cached_property
    def wheres(self) -> Ties[Place]:
        """The one place that each is put at, of those that have one."""
        return Ties([(i.where,) if i.where else () for i in self.incidents])

    @cached_property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """Which may be the same as which, each pair once, by their places in ``incidents``."""
        return tuple(
            (at, other)
            for at, incident in enumerate(self.incidents)
            for id in incident.possible_duplicates
            if (other := self._at.get(id, -1)) > at
        )

    def span(self, chosen: NDArray[np.int64]) -> Span:
        """The days of those of the chosen that have a date."""
        dated = chosen[self.dated[chosen]]
        first, last = self._from[dated], self._to[dated]
        begun = np.where(first == _EARLIEST, last, first)
        return Span(begun, np.where(last == _LATEST, begun, last), self.contested[dated])


@dataclass(frozen=True, slots=True)
class Chosen:
    """The incidents that filters leave: their places in the columns, by date."""

    columns: Columns
    at: NDArray[np.int64]

    @property
    def incidents(self) -> list[Incident]:
        return [self.columns.incidents[at] for at in self.at]

    def some(self, start: int, stop: int) -> list[Incident]:
        """A stretch of them."""
        return [self.columns.incidents[at] for at in self.at[start:stop]]

    @property
    def high(self) -> int:
        return len(self.at)

    @property
    def low(self) -> int:
        """How many there are if all that may be one are one, chains of them followed."""
        here = np.zeros(len(self.columns.incidents), dtype=np.bool_)
        here[self.at] = True
        leader: dict[int, int] = {}

        def find(at: int) -> int:
            while at in leader:
                at = leader[at]
            return at

        for one, other in self.columns.pairs:
            if here[one] and here[other] and (a := find(one)) != (b := find(other)):
                leader[a] = b
        return self.high - len(leader)

    @property
    def contested(self) -> int:
        return int(self.columns.contested[self.at].sum())

    @property
    def undated(self) -> int:
        """How many cannot be drawn along the days."""
        return self.high - int(self.columns.dated[self.at].sum())

    @property
    def dated(self) -> list[Incident]:
        return [self.columns.incidents[at] for at in self.at[self.columns.dated[self.at]]]

    @property
    def span(self) -> Span:
        return self.columns.span(self.at)


def _places_of(incident: Incident) -> set[Place]:
    places = {s.value for s in incident.of(Field.WHERE) if isinstance(s.value, Place)}
    return places | {incident.where} if incident.where else places


def _mask(answers: Iterable[bool]) -> Mask:
    return np.array(list(answers), dtype=np.bool_)


def _days(days: Iterable[date | None], unknown: int) -> Days:
    return np.array([d.toordinal() if d else unknown for d in days], dtype=np.int64)
