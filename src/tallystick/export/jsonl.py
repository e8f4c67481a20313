"""Incidents as JSON Lines: everything known of each, down to the quotes.

docs/data-model.md describes the keys and docs/incident.schema.json their types (JSON Schema,
draft 2020-12); tests hold both to this file. Every key is always there: what is unknown is
``null`` or an empty list.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from tallystick.ledger import Origins, Step, origins_of, series
from tallystick.model.codec import Json, to_json
from tallystick.model.document import Document
from tallystick.model.incident import Figure, Incident
from tallystick.model.statement import Field, SourceChain, Stance, Statement
from tallystick.model.values import (
    ActorRef,
    CountRange,
    Damage,
    Outcome,
    PartialDate,
    Place,
    Response,
    Target,
    WeaponUse,
)


def jsonl_lines(incidents: Iterable[Incident]) -> Iterator[str]:
    """One line an incident, each with its line end."""
    for incident in incidents:
        yield json.dumps(incident_json(incident), ensure_ascii=False) + "\n"


def incident_json(incident: Incident) -> dict[str, Json]:
    """An incident as one JSON object, its keys in the order of docs/data-model.md."""
    told = {key: part(incident) for key, part in _KEYS.items()}
    origins = origins_of(incident)
    return told | {key: part(origins) for key, part in _OF_ORIGINS.items()}


def _day(day: date | None) -> Json:
    return None if day is None else day.isoformat()


def _when(when: PartialDate | None) -> Json:
    if when is None:
        return None
    return {
        "start": _day(when.start),
        "end": _day(when.end),
        "precision": when.precision.value,
        "text": when.text,
        "weekday": when.weekday,
        "part": when.part and when.part.value,
    }


def _where(where: Place | None) -> Json:
    if where is None:
        return None
    return {
        "name": where.name,
        "country": where.country,
        "admin1": where.admin1,
        "lat": where.lat,
        "lon": where.lon,
        "precision": where.precision.value,
        "id": where.id,
    }


def _actor(actor: ActorRef | None) -> Json:
    return None if actor is None else {"id": actor.id, "name": actor.name}


def _actors(actors: Iterable[ActorRef]) -> Json:
    return [_actor(actor) for actor in actors]


def _target(target: Target) -> Json:
    return {"name": target.name, "kind": target.kind.value, "owner": _actor(target.owner)}


def _bounds(count: CountRange | None) -> dict[str, Json]:
    return {"low": count.low, "high": count.high} if count else {"low": None, "high": None}


def _weapon(use: WeaponUse) -> Json:
    return {"type": use.type, **_bounds(use.count)}


def _outcome(outcome: Outcome) -> Json:
    return {"fate": outcome.fate.value, "weapon": outcome.weapon, **_bounds(outcome.count)}


def figure_json(figure: Figure) -> Json:
    """Low, best and high, each a number or ``None``."""
    return {"low": figure.low, "best": figure.best, "high": figure.high}


def _damage(incident: Incident) -> Json:
    said = (s.value for s in incident.of(Field.DAMAGE) if s.stance is not Stance.DENIES)
    found = {(d.level, d.what): d for d in said if isinstance(d, Damage)}
    return [{"level": d.level.value, "what": d.what} for d in found.values()]


def _responses(incident: Incident) -> Json:
    said = (s.value for s in incident.of(Field.RESPONSE) if s.stance is not Stance.DENIES)
    found = dict.fromkeys(r for r in said if isinstance(r, Response))
    return [{"what": r.what, "by": _actor(r.by)} for r in found]


def _denied(incident: Incident) -> Json:
    return [
        {
            "field": s.field.value,
            "value": to_json(s.value),
            "source_chain": _chain(s.chain),
            "statement": s.id,
        }
        for s in incident.statements
        if s.stance is Stance.DENIES
    ]


def _chain(chain: SourceChain) -> Json:
    return [{"name": source.name, "actor": source.actor} for source in chain]


def _document(document: Document) -> Json:
    published = document.published.start if document.published else None
    return {
        "id": document.id,
        "publisher": document.publisher,
        "published": _day(published),
        "name": document.name,
        "title": document.title,
        "url": document.url,
    }


def _statement(statement: Statement, quote: str) -> Json:
    return {
        "id": statement.id,
        "report": statement.report,
        "field": statement.field.value,
        "value": to_json(statement.value),
        "stance": statement.stance.value,
        "source_chain": _chain(statement.chain),
        "document": statement.document,
        "start": statement.span.start,
        "end": statement.span.end,
        "quote": quote,
        "confidence": statement.confidence,
        "by": statement.by,
    }


_KEYS: dict[str, Callable[[Incident], Json]] = {
    "id": lambda i: i.id,
    "kind": lambda i: i.kind.value,
    "standing": lambda i: i.standing.value,
    "confidence": lambda i: i.confidence,
    "when": lambda i: _when(i.when),
    "where": lambda i: _where(i.where),
    "attackers": lambda i: _actors(i.attackers),
    "claimed_by": lambda i: _actors(i.claimed_by),
    "blamed": lambda i: _actors(i.blamed),
    "suspected": lambda i: _actors(i.suspected),
    "targets": lambda i: [_target(t) for t in i.targets],
    "weapons": lambda i: [_weapon(w) for w in i.weapons],
    "outcomes": lambda i: [_outcome(o) for o in i.outcomes],
    "killed": lambda i: figure_json(i.killed),
    "injured": lambda i: figure_json(i.injured),
    "abducted": lambda i: figure_json(i.abducted),
    "damage": _damage,
    "responses": _responses,
    "denied": _denied,
    "field_confidence": lambda i: {f.value: i.confidence_in(f) for f in Field},
    "contested": lambda i: [c.value for c in i.contested],
    "possible_duplicates": lambda i: list(i.possible_duplicates),
    "reports": lambda i: [r.id for r in i.reports],
    "documents": lambda i: [_document(d) for d in i.documents],
    "statements": lambda i: [_statement(s, i.quote(s)) for s in i.statements],
}


def _origins(origins: Origins) -> Json:
    return [
        {"name": o.source.name, "actor": o.source.actor, "documents": list(o.documents)}
        for o in origins.all
    ]


def _support(origins: Origins) -> Json:
    """Every value of every field, and on how many origins it rests: none where it is denied."""
    return [
        {
            "field": field.value,
            "value": to_json(position.value),
            "origins": len(origins.of(position.statements)),
            "documents": len({s.document for s in position.statements}),
        }
        for field in Field
        for position in origins.incident.positions(field)
    ]


def _series(origins: Origins) -> Json:
    return [_step(field, step) for field in _COUNTED for step in series(origins.incident, field)]


def _step(field: Field, step: Step) -> Json:
    told: list[Json] = [
        {"document": t.document, **_bounds(t.count), "source_chain": _chain(t.chain)}
        for t in step.told
    ]
    figure = step.figure
    bounds: dict[str, Json] = {"low": figure.low, "best": figure.best, "high": figure.high}
    return {"field": field.value, "published": _day(step.published), **bounds, "told": told}


_COUNTED = (Field.KILLED, Field.INJURED, Field.ABDUCTED)
_OF_ORIGINS: dict[str, Callable[[Origins], Json]] = {
    "origins": _origins,
    "copies": lambda o: [list(pair) for pair in o.copied],
    "support": _support,
    "series": _series,
}
