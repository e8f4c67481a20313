"""The pages: each takes what the address asks, reads the holdings, and fills its template."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tallystick.analyse.counting import By
from tallystick.analyse.rule import DEFAULT_RULE, load_rules
from tallystick.errors import RuleError
from tallystick.model.document import Document
from tallystick.model.incident import Contest, Incident
from tallystick.model.statement import Standing
from tallystick.model.taxonomy import IncidentKind
from tallystick.present.brief import brief, headline
from tallystick.present.check import conflict_words
from tallystick.present.tally import asked_for, tally_csv_lines
from tallystick.web import accounts, catalogue, counts, passages, versions
from tallystick.web.desk.onpage import at_desk
from tallystick.web.facets import ALL, ANY, NONE, holdings_of, read_facets
from tallystick.web.guard import failed
from tallystick.web.library import Holdings, library
from tallystick.web.packed import Packed
from tallystick.web.quality import quality
from tallystick.web.timeline import timeline

PAGE = 50  # incidents to a page of the list
_WIDE, _NARROW = 1120, 350  # px that the timeline has
_TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
}


def _page(
    request: HttpRequest, name: str, holdings: Holdings, status: int = 200, **told: Any
) -> HttpResponse:
    return render(request, f"{name}.html", {"holdings": holdings, **told}, status=status)


def overview(request: HttpRequest) -> HttpResponse:
    """The incidents that the filters leave: a timeline, and the same in a list."""
    facets = read_facets(request.GET.dict())
    holdings = library().view(facets.view)
    found = facets.chosen(holdings)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    return _page(
        request,
        "overview",
        holdings,
        facets=facets,
        low=found.low,
        high=found.high,
        contested=found.contested,
        undated=found.undated,
        drawings=[
            drawn
            for name, width in (("wide", _WIDE), ("narrow", _NARROW))
            if (drawn := timeline(found, width=width, name=name))
        ],
        page=page,
        before=facets.changed(page=str(page.number - 1)) if page.has_previous() else "",
        after=facets.changed(page=str(page.number + 1)) if page.has_next() else "",
        choices=holdings.choices,
        standings=[*Standing, ALL],
        contests=[ANY, NONE, *Contest],
    )


def incident(request: HttpRequest, id: str) -> HttpResponse:
    """Everything on one incident."""
    return incident_page(request, id)


def incident_page(
    request: HttpRequest, id: str, wrong: str = "", status: int = 200
) -> HttpResponse:
    """The same with what went wrong in a form on it, if anything did."""
    holdings = holdings_of(request.GET)
    found = holdings.incident(id)
    origins = holdings.origins(found)
    judged, more = accounts.history(found, holdings.judgements)
    return _page(
        request,
        "incident",
        holdings,
        status,
        incident=found,
        wrong=wrong,
        **at_desk(request, found, holdings),
        headline=headline(found),
        rows=accounts.account_rows(found),
        disputes=list(accounts.disputes(found)),
        plots=accounts.plots(found, origins),
        origins=accounts.origin_lines(origins),
        likenesses=accounts.likenesses(found, holdings),
        judged=judged,
        more=more,
        days=[d.isoformat() for d in _days(found)],
        brief=str(brief(found)),
    )


def _days(incident: Incident) -> list[date]:
    """The days by which another document on it was published."""
    known = {day for document in incident.documents if (day := document.published_by)}
    return sorted(known)


def documents(request: HttpRequest) -> HttpResponse:
    """Every document that counts, in order of arrival."""
    holdings = holdings_of(request.GET)
    rows = [
        (reading.document, len(holdings.by_document.get(id, ())))
        for id, reading in holdings.readings.items()
    ]
    return _page(request, "documents", holdings, rows=rows)


def document(request: HttpRequest, id: str) -> HttpResponse:
    """The text of a document with what was read from it."""
    holdings = holdings_of(request.GET)
    found = holdings.document(id)
    reading = holdings.readings.get(id)
    told = holdings.by_document.get(id, [])
    marks = passages.marks_of(reading, told)
    return _page(
        request,
        "document",
        holdings,
        document=found,
        counts=reading is not None,
        superseded=any(older == id for older, _ in holdings.superseding.get(id, ())),
        **_versions(found, holdings),
        blocks=passages.blocks(found, marks, request.GET.get("at")),
        read=[(i, [accounts.said(i, s) for s in i.statements if s.document == id]) for i in told],
        tallies=reading.tallies if reading else (),
        chosen=request.GET.get("at"),
    )


def _versions(document: Document, holdings: Holdings) -> dict[str, Any]:
    """Its versions that the view knows, the oldest first, and what changed since the one before."""
    known = versions.in_order(document.id, holdings.superseding, holdings.documents)
    day = holdings.view.as_known_on
    told = [d for d in known if d is document or versions.public_by(d, day)]
    if len(told) < 2:
        return {}
    at = told.index(document)
    before = told[at - 1] if at else None
    return {
        "versions": [versions.Version(d, d.id in holdings.readings, d is document) for d in told],
        "before": before,
        "changes": before
        and versions.compared(versions.paragraphs(before), versions.paragraphs(document)),
    }


def actors(request: HttpRequest) -> HttpResponse:
    """Every public actor with its incidents by role."""
    holdings = holdings_of(request.GET)
    entries = holdings.actors.values()
    return _page(request, "actors", holdings, entries=entries, roles=catalogue.ROLES)


def actor(request: HttpRequest, id: str) -> HttpResponse:
    """An actor: its names, its relations with their sources, its incidents."""
    holdings = holdings_of(request.GET)
    entry = catalogue.actor_entry(id, holdings.actors)
    relations = catalogue.relations(entry.known) if entry.known else []
    return _page(request, "actor", holdings, entry=entry, relations=relations)


def places(request: HttpRequest) -> HttpResponse:
    """Every place with how many incidents are put there."""
    holdings = holdings_of(request.GET)
    return _page(request, "places", holdings, entries=holdings.places.values())


def place(request: HttpRequest, id: str) -> HttpResponse:
    """A place and its incidents."""
    holdings = holdings_of(request.GET)
    if id not in holdings.places:
        raise Http404(f"no incident of this ledger is put at {id}")
    return _page(request, "place", holdings, entry=holdings.places[id])


def tally(request: HttpRequest) -> HttpResponse:
    """A count under a rule: low, best, high, its members, and what did not count, and why."""
    holdings = holdings_of(request.GET)
    told: dict[str, Any] = {
        "typed": {"rule": DEFAULT_RULE, **request.GET.dict()},
        "rules": load_rules().values(),
        "kinds": list(IncidentKind),
        "groups": list(By),
        "query": request.GET.urlencode(),
    }
    try:
        asked = counts.read_asked(request.GET.dict())
        found = counts.counted(holdings.incidents, asked)
    except (ValueError, RuleError) as error:
        return _page(request, "tally", holdings, 400, wrong=str(error), **told)
    asked_words = asked_for(found.tally.selection)
    return _page(request, "tally", holdings, found=found, asked=asked_words, **told)


def tally_csv(request: HttpRequest) -> HttpResponse:
    """The same tally as CSV, one row an incident."""
    holdings = holdings_of(request.GET)
    found = counts.counted(holdings.incidents, counts.read_asked(request.GET.dict()))
    headers = {"Content-Disposition": 'attachment; filename="tally.csv"'}
    lines = "".join(tally_csv_lines(found.tally, found.groups))
    return HttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)


def announced(request: HttpRequest) -> HttpResponse:
    """Announced tallies beside the ledger's counts, and those that cannot both be right."""
    holdings = holdings_of(request.GET)
    return _page(
        request,
        "announced",
        holdings,
        lines=counts.announced_lines(holdings.checks),
        conflicts=[conflict_words(conflict) for conflict in holdings.conflicts],
    )


def method(request: HttpRequest) -> HttpResponse:
    """How the program reads, how well, and what it cannot do."""
    return _page(request, "method", holdings_of(request.GET), quality=quality(), rules=load_rules())


def static(request: HttpRequest, name: str) -> HttpResponse:
    """All that a page loads: the style sheet, the mark, the map's script and its base."""
    kind = _TYPES.get(name.rpartition(".")[2])
    if kind is None or "/" in name or not _kept().joinpath(name).is_file():
        raise Http404
    response = _packed(name).answer(request, kind)
    response.headers["Cache-Control"] = "max-age=3600"
    return response


def _kept() -> Traversable:
    return files("tallystick.web").joinpath("static")


@lru_cache
def _packed(name: str) -> Packed:
    return Packed.of(_kept().joinpath(name).read_bytes())


# -- what is not there ---------------------------------------------------------------


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return failed(request, "This request was not understood.", 400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    told = str(exception) if exception.args and isinstance(exception.args[0], str) else ""
    return failed(request, told or "There is no such page.", 404)


def broken(request: HttpRequest) -> HttpResponse:
    return failed(request, "Something failed here that should not; the ledger is untouched.", 500)
