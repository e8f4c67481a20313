"""The read-only API: JSON under ``/api/v1/``, with the filters of the overview."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse, JsonResponse

from tallystick.analyse.counting_json import tally_object
from tallystick.export.jsonl import figure_json, incident_json
from tallystick.ledger import chronological
from tallystick.model.codec import Json, to_json
from tallystick.model.document import Document
from tallystick.model.incident import Incident
from tallystick.model.values import ActorRef
from tallystick.present.check import check_json, conflict_json
from tallystick.web import counts
from tallystick.web.facets import Facets, address, holdings_of, read_facets, read_view
from tallystick.web.library import library
from tallystick.web.mapped import sent
from tallystick.web.names import is_public, public_headline
from tallystick.web.openapi import DESCRIPTION
from tallystick.web.paths import path_to

_LEAST, _USUAL, _MOST = 1, 50, 200

_Key = tuple[str, str]


def incidents(request: HttpRequest) -> JsonResponse:
    """A page of the incidents that the filters leave, by date, the undated last."""
    facets = _facets(request)
    found = facets.chosen(library().view(facets.view))
    after = _read_cursor(request.GET.get("cursor"))
    rest = [i for i in found.incidents if after is None or _key(i) > after]
    limit = _limit(request)
    body: dict[str, Json] = {
        "count": {"low": found.low, "high": found.high},
        "incidents": [summary(incident) for incident in rest[:limit]],
        "next": _next(request, facets, rest, limit),
    }
    return _json(body)


def mapped(request: HttpRequest) -> HttpResponse:
    """All incidents that the filters leave, as columns for a map."""
    facets = _facets(request)
    holdings = library().view(facets.view)
    body = holdings.kept(
        tuple(facets.typed.items()), lambda: sent(facets.chosen(holdings), holdings.id_digits)
    )
    return body.answer(request, "application/json")


def incident(request: HttpRequest, id: str) -> JsonResponse:
    """One incident in full, as the JSON Lines export has it."""
    return _json(incident_json(holdings_of(request.GET).incident(id)))


def documents(request: HttpRequest) -> JsonResponse:
    """A page of the documents that count, in order of arrival."""
    held = [reading.document for reading in holdings_of(request.GET).readings.values()]
    after = _read_cursor(request.GET.get("cursor"))
    ids = [document.id for document in held]
    start = ids.index(after[1]) + 1 if after and after[1] in ids else 0
    limit = _limit(request)
    shown = held[start : start + limit]
    more = start + limit < len(held)
    view = read_view(request.GET.dict()).parameters
    cursor = {**view, "limit": str(limit), "cursor": _cursor(("", shown[-1].id))} if more else {}
    return _json(
        {
            "count": len(held),
            "documents": [_document(document) for document in shown],
            "next": path_to("api_documents") + address(cursor) if more else None,
        }
    )


def document(request: HttpRequest, id: str) -> JsonResponse:
    """One document with its text, its segments and all that was read from it."""
    holdings = holdings_of(request.GET)
    found = holdings.document(id)
    reading = holdings.readings.get(id)
    return _json(
        {
            **_document(found),
            "text": found.text,
            "segments": to_json(found.segments),
            "reports": to_json(reading.reports) if reading else [],
            "tallies": to_json(reading.tallies) if reading else [],
            "incidents": [i.id for i in holdings.by_document.get(id, ())],
        }
    )


def tally(request: HttpRequest) -> JsonResponse:
    """A count under a rule, with its units and what was left out, and why."""
    found = counts.counted(
        holdings_of(request.GET).incidents, counts.read_asked(request.GET.dict())
    )
    return _json(tally_object(found.tally, found.groups))


def tallies(request: HttpRequest) -> JsonResponse:
    """Every announced tally beside the ledger's counts, and the conflicts."""
    holdings = holdings_of(request.GET)
    return _json(
        {
            "checks": [check_json(check) for check in holdings.checks],
            "conflicts": [conflict_json(conflict) for conflict in holdings.conflicts],
        }
    )


def openapi(request: HttpRequest) -> JsonResponse:  # noqa: ARG001
    """The description of this API (OpenAPI 3.1)."""
    return _json(DESCRIPTION)


# -- parts ---------------------------------------------------------------------------


def summary(incident: Incident) -> dict[str, Json]:
    """An incident for a list: no name in it can be a private person's."""
    actors = (
        ("attackers", incident.attackers),
        ("claimed_by", incident.claimed_by),
        ("blamed", incident.blamed),
        ("suspected", incident.suspected),
    )
    return {
        "id": incident.id,
        "headline": public_headline(incident),
        "kind": incident.kind.value,
        "standing": incident.standing.value,
        "confidence": incident.confidence,
        "when": to_json(incident.when),
        "where": to_json(incident.where),
        **{name: _actors(found) for name, found in actors},
        "weapons": to_json(incident.weapons),
        "killed": figure_json(incident.killed),
        "injured": figure_json(incident.injured),
        "abducted": figure_json(incident.abducted),
        "contested": [contest.value for contest in incident.contested],
        "possible_duplicates": list(incident.possible_duplicates),
        "documents": len(incident.documents),
        "url": path_to("api_incident", incident.id),
    }


def _actors(actors: Sequence[ActorRef]) -> Json:
    return [{"id": a.id, "name": a.name} for a in actors if is_public(a)]


def _document(document: Document) -> dict[str, Json]:
    return {
        "id": document.id,
        "name": document.name,
        "title": document.title,
        "publisher": document.publisher,
        "source": document.url,
        "language": document.language,
        "published": to_json(document.published),
        "sha256": document.sha256,
        "url": path_to("api_document", document.id),
    }


def _facets(request: HttpRequest) -> Facets:
    """The filters; here what cannot be understood is an error."""
    facets = read_facets(request.GET.dict())
    if facets.wrong:
        raise ValueError("; ".join(facets.wrong.values()))
    return facets


def _json(body: dict[str, Json]) -> JsonResponse:
    return JsonResponse(body, json_dumps_params={"ensure_ascii": False})


# -- cursors -------------------------------------------------------------------------


def _key(incident: Incident) -> _Key:
    """By what incidents are in order: the same as in every list of a ledger."""
    day, id = chronological(incident)
    return day.isoformat(), id


def _limit(request: HttpRequest) -> int:
    limit = int(request.GET.get("limit", _USUAL))
    if not _LEAST <= limit <= _MOST:
        raise ValueError(f"limit: {limit} is not from {_LEAST} to {_MOST}")
    return limit


def _next(request: HttpRequest, facets: Facets, rest: Sequence[Incident], limit: int) -> str | None:
    """The address of the page after this one; ``None`` at the end."""
    if len(rest) <= limit:
        return None
    cursor = facets.changed(limit=str(limit), cursor=_cursor(_key(rest[limit - 1])))
    return request.path + cursor


def _cursor(key: _Key) -> str:
    return urlsafe_b64encode(" ".join(key).encode()).decode().rstrip("=")


def _read_cursor(text: str | None) -> _Key | None:
    if not text:
        return None
    try:
        day, _, id = urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode().partition(" ")
    except ValueError as error:
        raise ValueError("cursor: not one that this API gave") from error
    return day, id
