"""The incidents of a view as columns, so that a filter over 100,000 takes milliseconds.

What :meth:`tallystick.ledger.Query.matches` asks of one incident is asked here of all at once:
of every different place and actor once, of days, kinds and contests as arrays of numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from tallystick.ledger import Query, involved, is_actor, is_in
from tallystick.model.confidence import reaches
from tallystick.model.incident import Contest, Incident
from tallystick.model.statement import Field, Standing
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import ActorRef, Place, PlacePrecision
from tallystick.web.ties import Codes, Mask, Ties

Days = NDArray[np.int64]

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


@dataclass(frozen=True, slots=True)
class Span:
    """First and last days of dated incidents, as ordinals; a known end stands for an open one."""

    first: Days
    last: Days
    contested: Mask


@dataclass(frozen=True, slots=True)
class _Row:
    """What the columns have of one incident; ``codes`` are those of its values of each sort."""

    incident: Incident
    numbers: tuple[int, ...]
    codes: tuple[tuple[int, ...], ...]


class Columns:
    """Some incidents as columns; ``chosen`` gives those that meet a query.

    The rows of ``like``, which were made of the state before, are taken for those incidents
    that are still the same. From one such only one other is to be made at a time.
    """

    def __init__(self, incidents: Sequence[Incident], like: Columns | None = None) -> None:
        self.incidents = incidents
        self._codes: tuple[Codes[Any], ...] = (
            like._codes if like else tuple(Codes() for _ in _SORTS)
        )
        known: Mapping[str, _Row] = like._rows if like else {}
        rows = [self._row(incident, known.get(incident.id)) for incident in incidents]
        self._rows: Mapping[str, _Row] = {row.incident.id: row for row in rows}
        numbers = np.array([row.numbers for row in rows], dtype=np.int64).reshape(-1, 5)
        self._from, self._to, self.told = (numbers[:, n].copy() for n in range(3))
        self.dated, self.contested = (numbers[:, n].astype(np.bool_) for n in (3, 4))
        self.kinds: Ties[IncidentKind] = self._ties(rows, "kinds")
        self._standings: Ties[Standing] = self._ties(rows, "standings")
        self._contests: Ties[Contest] = self._ties(rows, "contests")
        self.weapons: Ties[str] = self._ties(rows, "weapons")
        self._places: Ties[Place] = self._ties(rows, "places")
        self._actors: Ties[ActorRef] = self._ties(rows, "actors")
        self.wheres: Ties[Place] = self._ties(rows, "wheres")

    def _row(self, incident: Incident, known: _Row | None) -> _Row:
        if known is not None and known.incident is incident:
            return known
        sorts = zip(self._codes, _SORTS.values(), strict=True)
        codes = tuple(code.of(values(incident)) for code, values in sorts)
        return _Row(incident, _numbers(incident), codes)

    def _ties(self, rows: Sequence[_Row], sort: str) -> Ties[Any]:
        at = list(_SORTS).index(sort)
        return Ties(self._codes[at].values, [row.codes[at] for row in rows])

    def matching(self, query: Query) -> Mask:
        """Those of which ``query.matches`` is true."""
        mask = self.kinds.having(lambda kind: query.kind in (None, kind))
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
        return self.weapons.having(lambda type: type == wanted)

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
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """Which may be the same as which, each pair once, by their places in ``incidents``."""
        places = {incident.id: at for at, incident in enumerate(self.incidents)}
        return tuple(
            (at, other)
            for at, incident in enumerate(self.incidents)
            for id in incident.possible_duplicates
            if (other := places.get(id, -1)) > at
        )

    def span(self, chosen: NDArray[np.int64]) -> Span:
        """The days of those of the chosen that have a date."""
        dated = chosen[self.dated[chosen]]
        first, last = self._from[dated], self._to[dated]
        begun = np.where(first == _EARLIEST, last, first)
        return Span(begun, np.where(last == _LATEST, begun, last), self.contested[dated])


@dataclass(frozen=True, slots=True)
class Chosen(Sequence[Incident]):
    """The incidents that filters leave, by date; ``at`` are their places in the columns."""

    columns: Columns
    at: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.at)

    @overload
    def __getitem__(self, part: int) -> Incident: ...
    @overload
    def __getitem__(self, part: slice) -> list[Incident]: ...
    def __getitem__(self, part: int | slice) -> Incident | list[Incident]:
        if isinstance(part, slice):
            return [self.columns.incidents[at] for at in self.at[part]]
        return self.columns.incidents[int(self.at[part])]

    @property
    def incidents(self) -> list[Incident]:
        return self[:]

    def latest(self, most: int) -> list[Incident]:
        """Those of which the latest documents tell, the last first; of one day by their ids."""
        told = self.columns.told[self.at]
        least = np.sort(told)[-most:][0] if len(told) else 0
        found = (
            (day, self.columns.incidents[at])
            for day, at in zip(told, self.at, strict=True)
            if day >= least
        )
        ordered = sorted(found, key=lambda each: (each[0], each[1].id), reverse=True)
        return [incident for _, incident in ordered[:most]]

    @property
    def high(self) -> int:
        """How many there are."""
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


def _numbers(incident: Incident) -> tuple[int, ...]:
    """First and last day, the last document's day, and whether it is dated and contested."""
    when = incident.when if incident.when and not incident.when.is_floating else None
    first, last = (when.start, when.end) if when else (None, None)
    told = told_last(incident)
    return (
        first.toordinal() if first else _EARLIEST,
        last.toordinal() if last else _LATEST,
        told.toordinal() if told else _EARLIEST,
        when is not None,
        bool(incident.contested),
    )


def told_last(incident: Incident) -> date | None:
    """The last day on which a document on it was published."""
    days = (day for document in incident.documents if (day := document.published_by))
    return max(days, default=None)


def _places_of(incident: Incident) -> set[Place]:
    places = {s.value for s in incident.of(Field.WHERE) if isinstance(s.value, Place)}
    return places | {incident.where} if incident.where else places


_SORTS: Mapping[str, Callable[[Incident], Iterable[Any]]] = {
    "kinds": lambda incident: (incident.kind,),
    "standings": lambda incident: (incident.standing,),
    "contests": lambda incident: incident.contested,
    "weapons": lambda incident: {use.type for use in incident.weapons},
    "places": _places_of,
    "actors": lambda incident: set(involved(incident)),
    "wheres": lambda incident: (incident.where,) if incident.where else (),
}
"""The sorts of values that filters ask for, and those of each that an incident has."""


def _mask(answers: Iterable[bool]) -> Mask:
    return np.array(list(answers), dtype=np.bool_)
