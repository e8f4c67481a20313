"""An incident as one flat row: the columns of the CSV, the GeoJSON and the data frame.

docs/exports.md says what each column holds; a test compares it with :data:`COLUMNS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from tallystick.ledger import Origins, origins_of
from tallystick.model.incident import Figure, Incident
from tallystick.model.statement import Field
from tallystick.model.taxonomy import COUNTERPARTS
from tallystick.model.values import ActorRef, CountRange, Outcome, PartialDate, Place, WeaponUse

Cell = str | int | float | date | None

Column = Callable[[Incident], Cell]
_OfOrigins = Callable[[Origins], Cell]

_SEPARATOR = "; "


def row(incident: Incident) -> dict[str, Cell]:
    """The columns by name, in their order; unknown is ``None``, lists are joined by ``; ``."""
    origins = origins_of(incident)
    return {name: column(origins) for name, column in COLUMNS.items()}


def _of_date(part: Callable[[PartialDate], Cell]) -> Callable[[Incident], Cell]:
    return lambda incident: part(incident.when) if incident.when else None


def _of_place(part: Callable[[Place], Cell]) -> Callable[[Incident], Cell]:
    return lambda incident: part(incident.where) if incident.where else None


def _list(items: Iterable[object]) -> str:
    return _SEPARATOR.join(dict.fromkeys(str(item) for item in items))


def _names(actors: Iterable[ActorRef]) -> str:
    return _list(actor.name for actor in actors)


def _count(count: CountRange | None) -> str:
    """``2``, ``2-3``, ``2-`` for at least, ``-5`` for up to; empty when unknown."""
    if count is None:
        return ""
    if count.low is not None and count.low == count.high:
        return str(count.low)
    return f"{'' if count.low is None else count.low}-{'' if count.high is None else count.high}"


def _weapon(use: WeaponUse) -> str:
    return f"{use.type} {_count(use.count)}".strip()


def _outcome(outcome: Outcome) -> str:
    return " ".join(filter(None, (outcome.fate, outcome.weapon, _count(outcome.count))))


def _figure(pick: Callable[[Incident], Figure], bound: str) -> Callable[[Incident], Cell]:
    def column(incident: Incident) -> Cell:
        value: int | None = getattr(pick(incident), bound)
        return value

    return column


def _figures(
    name: str, pick: Callable[[Incident], Figure]
) -> dict[str, Callable[[Incident], Cell]]:
    bounds = {f"{name}_{bound}": _figure(pick, bound) for bound in ("low", "best", "high")}
    return {**bounds, f"{name}_confidence": _confidence(Field(name))}


def _confidence(field: Field) -> Column:
    return lambda incident: incident.confidence_in(field)


def _seen(column: Column) -> _OfOrigins:
    return lambda origins: column(origins.incident)


def _behind(field: Field) -> _OfOrigins:
    """How many origins the value shown has; empty where nobody gives one."""
    return lambda origins: len(origins.of_field(field)) or None


_OF_INCIDENT: dict[str, Column] = {
    "id": lambda i: i.id,
    "kind": lambda i: i.kind.value,
    "standing": lambda i: i.standing.value,
    "confidence": lambda i: i.confidence,
    "date_start": _of_date(lambda d: d.start),
    "date_end": _of_date(lambda d: d.end),
    "date_precision": _of_date(lambda d: d.precision.value),
    "date_text": _of_date(lambda d: d.text),
    "date_confidence": _confidence(Field.WHEN),
    "place": _of_place(lambda p: p.name),
    "place_id": _of_place(lambda p: p.id),
    "place_precision": _of_place(lambda p: p.precision.value),
    "admin1": _of_place(lambda p: p.admin1),
    "country": _of_place(lambda p: p.country),
    "lat": _of_place(lambda p: p.lat),
    "lon": _of_place(lambda p: p.lon),
    "place_confidence": _confidence(Field.WHERE),
    "attackers": lambda i: _names(i.attackers),
    "claimed_by": lambda i: _names(i.claimed_by),
    "blamed": lambda i: _names(i.blamed),
    "suspected": lambda i: _names(i.suspected),
    "targets": lambda i: _list(t.name for t in i.targets),
    "target_kinds": lambda i: _list(t.kind for t in i.targets),
    "target_owners": lambda i: _names(t.owner for t in i.targets if t.owner),
    "weapons": lambda i: _list(map(_weapon, i.weapons)),
    "outcomes": lambda i: _list(map(_outcome, i.outcomes)),
    **_figures("killed", lambda i: i.killed),
    **_figures("injured", lambda i: i.injured),
    **_figures("abducted", lambda i: i.abducted),
    "contested": lambda i: _list(i.contested),
    "possible_duplicates": lambda i: _list(i.possible_duplicates),
    "document_count": lambda i: len(i.documents),
    "publishers": lambda i: _list(d.publisher or d.name for d in i.documents),
    "documents": lambda i: _list(d.id for d in i.documents),
    "acled_sub_event": lambda i: COUNTERPARTS[i.kind].acled,
    "plover": lambda i: COUNTERPARTS[i.kind].plover,
    "muc": lambda i: COUNTERPARTS[i.kind].muc,
}

COLUMNS: dict[str, _OfOrigins] = {
    **{name: _seen(column) for name, column in _OF_INCIDENT.items()},
    "origin_count": lambda o: len(o.all),
    "origins": lambda o: _list(origin.source.name for origin in o.all),
    "date_origins": _behind(Field.WHEN),
    "place_origins": _behind(Field.WHERE),
    "killed_origins": _behind(Field.KILLED),
    "injured_origins": _behind(Field.INJURED),
    "abducted_origins": _behind(Field.ABDUCTED),
}
