"""The API described to programs: OpenAPI 3.1, as ``/api/v1/openapi.json`` gives it."""

from __future__ import annotations

from importlib.metadata import version

from tallystick.model.codec import Json
from tallystick.model.entries import Finding
from tallystick.model.incident import Contest
from tallystick.model.judgement import Verdict
from tallystick.model.statement import Standing
from tallystick.model.taxonomy import IncidentKind

_Parameter = dict[str, Json]


def _asked(name: str, description: str, schema: dict[str, Json] | None = None) -> _Parameter:
    return {"name": name, "in": "query", "description": description,
            "schema": schema or {"type": "string"}}  # fmt: skip


_DAY = "a day, month or year: 2023-10-17, 2023-10, 2023"
_VIEW = [
    _asked("as_known_on", f"by the documents published by then; {_DAY}"),
    _asked("min_confidence", "leave out what is held less probable",
           {"type": "number", "minimum": 0, "maximum": 1}),
]  # fmt: skip
_PAGED = [
    _asked("limit", "how many", {"type": "integer", "minimum": 1, "maximum": 200, "default": 50}),
    _asked("cursor", "where the page begins, as `next` gave it"),
]
_KINDS: dict[str, Json] = {"type": "string", "enum": [kind.value for kind in IncidentKind]}
_FILTERS = [
    _asked("since", f"can lie on or after; {_DAY}"),
    _asked("until", f"can lie on or before; {_DAY}"),
    _asked("country", "a country by name or ISO 3166-1 alpha-2 code"),
    _asked("place", "a place, province or country by name"),
    _asked("actor", "an actor in any role: a name, part of one, or an id"),
    _asked("kind", "a kind of incident", _KINDS),
    _asked("weapon", "a type of weapon, such as drone"),
    _asked("standing", "left out: what happened or was prevented",
           {"type": "string", "enum": ["all", *(s.value for s in Standing)]}),
    _asked("contested", "whose accounts differ: on anything, nothing, or one field",
           {"type": "string", "enum": ["any", "none", *(c.value for c in Contest)]}),
    _asked("box", "whose place has its point in west,south,east,north, in degrees of WGS 84; "
           "a place that is only a country or region has none"),
]  # fmt: skip
_TALLY = [
    _asked("rule", "a counting rule by name", {"type": "string", "default": "incident"}),
    _asked("since", _DAY), _asked("until", _DAY),
    _asked("place", "several are set apart by ` or `"),
    _asked("target", "whose what was attacked is"), _asked("attacker", "who did or claims it"),
    _asked("kind", "a kind of incident", _KINDS), _asked("weapon", "a type of weapon"),
    _asked("by", "split by it",
           {"type": "string", "enum": ["month", "country", "place", "actor", "weapon"]}),
]  # fmt: skip
_ID: _Parameter = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}

_MAP = """All incidents that the filters leave, by date, as columns of one length for a map.

`ids` is one word: the first `id_digits` hex digits of each id, which open its page while no other
begins so; `from` and `to` the first and last possible days since 1970-01-01 (null: open, or no
date); `place` a row of `places` (-1: none); `kind` one of `kinds`; `contested` 0 or 1; `pairs`
rows that may be one. In `places`, `radius_km` is how far around its point a place of that
precision stands for: nominal, and null for a country, which stands for all of it."""
_COLUMNS = (
    "count", "places", "kinds", "id_digits", "ids", "from", "to", "place", "kind", "contested",
    "pairs",
)  # fmt: skip


def _get(summary: str, parameters: list[_Parameter], *keys: str) -> dict[str, Json]:
    schema: dict[str, Json] = {"type": "object", "required": list(keys)}
    failed: dict[str, Json] = {"$ref": "#/components/responses/Error"}
    content: Json = {"application/json": {"schema": schema}}
    return {
        "get": {
            "summary": summary,
            "parameters": list(parameters),
            "responses": {
                "200": {"description": summary, "content": content},
                "304": {"description": "unchanged since the ETag given in If-None-Match"},
                "400": failed,
                "404": failed,
            },
        }
    }


def _post(
    summary: str, parameters: list[_Parameter], given: dict[str, dict[str, Json]]
) -> dict[str, Json]:
    """A write: an object with all of what is given in, the ids of what was kept out."""
    body: dict[str, Json] = {"type": "object", "required": list(given), "properties": dict(given)}
    ids: Json = {"type": "array", "items": {"type": "string"}}
    kept: Json = {"type": "object", "required": ["ids"], "properties": {"ids": ids}}
    failed: dict[str, Json] = {"$ref": "#/components/responses/Error"}
    return {
        "post": {
            "summary": summary,
            "description": "Only where the room has accounts.",
            "security": [{"token": []}],
            "parameters": list(parameters),
            "requestBody": {"required": True, "content": {"application/json": {"schema": body}}},
            "responses": {
                "201": {"description": "kept", "content": {"application/json": {"schema": kept}}},
                "400": failed,
                "401": failed,
                "403": failed,
                "404": failed,
                "503": failed,
            },
        }
    }


_TEXT: dict[str, Json] = {"type": "string", "minLength": 1, "maxLength": 2000}

_PATHS: dict[str, Json] = {
    "/api/v1/incidents": _get(
        "Incidents by date, the undated last", [*_FILTERS, *_VIEW, *_PAGED],
        "count", "incidents", "next",
    ),
    "/api/v1/map": _get(_MAP, [*_FILTERS, *_VIEW], *_COLUMNS),
    "/api/v1/incidents/{id}": _get(
        "One incident in full, as docs/incident.schema.json describes it", [_ID, *_VIEW],
        "id", "statements", "documents",
    ),
    "/api/v1/documents": _get(
        "Documents in order of arrival", [*_VIEW, *_PAGED], "count", "documents", "next"
    ),
    "/api/v1/documents/{id}": _get(
        "One document with its text and what was read from it", [_ID, *_VIEW],
        "id", "text", "segments", "reports", "tallies",
    ),
    "/api/v1/tally": _get(
        "A count under a rule", [*_TALLY, *_VIEW], "rule", "count", "units", "left_out", "groups"
    ),
    "/api/v1/tallies": _get(
        "Announced tallies beside the ledger's counts", [*_VIEW], "checks", "conflicts"
    ),
    "/api/v1/judgements": _post(
        "Judge whether two incidents or reports are one (analysts)", [],
        {"first": _TEXT, "second": _TEXT, "why": _TEXT,
         "verdict": {"type": "string", "enum": [v.value for v in Verdict]}},
    ),
    "/api/v1/incidents/{id}/assessments": _post(
        "Confirm an incident, or call it unverifiable (analysts)", [_ID],
        {"finding": {"type": "string", "enum": [f.value for f in Finding]}, "why": _TEXT},
    ),
    "/api/v1/incidents/{id}/comments": _post(
        "Comment on an incident; a moderator looks at it first (contributors)", [_ID],
        {"text": _TEXT},
    ),
    "/api/v1/withdrawals": _post(
        "Undo decisions: one's own, or as a moderator anybody's", [],
        {"entries": {"type": "array", "items": {"type": "string"}, "minItems": 1}},
    ),
}  # fmt: skip

_ERROR: Json = {
    "description": "What is wrong, in words",
    "content": {
        "application/json": {
            "schema": {
                "type": "object",
                "required": ["error"],
                "properties": {"error": {"type": "string"}},
            }
        }
    },
}

DESCRIPTION: dict[str, Json] = {
    "openapi": "3.1.0",
    "info": {
        "title": "tallystick reading room",
        "version": version("tallystick"),
        "description": "Incidents of a ledger, what each source says of them, and counts. Every "
        "answer to GET has an ETag. Writing takes accounts and a bearer token.",
    },
    "paths": _PATHS,
    "components": {
        "responses": {"Error": _ERROR},
        "securitySchemes": {
            "token": {
                "type": "http",
                "scheme": "bearer",
                "description": "made by `tallystick user token NAME`",
            }
        },
    },
}
