"""An analyst's statement: in the place of one that was misread, or of one that was missed."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from tallystick.analyse.asked import party
from tallystick.errors import NotFoundError, RuleError
from tallystick.model.document import Document, Span
from tallystick.model.entries import Addition, Correction
from tallystick.model.ids import statement_id
from tallystick.model.incident import Incident
from tallystick.model.statement import (
    Field,
    Report,
    Source,
    SourceChain,
    Stance,
    Statement,
)
from tallystick.present.context import flat
from tallystick.present.show import field_title
from tallystick.web import accounts
from tallystick.web.desk.acts import seen, text_of
from tallystick.web.desk.pairs import excerpt
from tallystick.web.desk.values import Input, Typed, blank_inputs, inputs, value_of
from tallystick.web.desk.writing import enter
from tallystick.web.library import library

_NEXT = " ; "  # between the links of a source chain


def misread(request: HttpRequest, id: str) -> HttpResponse:
    """The form on a statement; what is typed there takes its place."""
    incident, statement = _find(id)
    wrong, status = "", 200
    if request.method == "POST":
        try:
            body = Correction(statement.id, _instead(request, incident, statement), _why(request))
        except (ValueError, RuleError) as error:
            wrong, status = str(error), 400
        else:
            done = enter(request, body)
            return seen(reverse("incident", args=[incident.id]) + "#corrected", done=done[0])
    document = incident.document(statement.document)
    told = {
        "incident": incident,
        "statement": accounts.said(incident, statement),
        **_controls(request, inputs(statement.value), statement.stance, statement.chain),
        **_shown(request, document, statement.span, statement.field),
        "wrong": wrong,
    }
    told["words"] = request.POST.get("words", told["quote"])
    return render(request, "misread.html", told, status=status)


def missed(request: HttpRequest, id: str) -> HttpResponse:
    """The form for what the reader missed in a report: first the field, then the value."""
    incident = library().view().by_report.get(id)
    if incident is None:
        raise NotFoundError(f"no report {id} stands in this ledger")
    report = next(report for report in incident.reports if report.id == id)
    document = incident.document(report.document)
    asked = request.GET.get("field", "")
    field = Field(asked) if asked in list(Field) else None
    told = {"incident": incident, "fields": [(each, field_title(each)) for each in Field]}
    if field is None:
        told |= _shown(request, document, report.anchor)
        return render(request, "missed.html", told, status=400 if request.method == "POST" else 200)
    wrong, status = "", 200
    if request.method == "POST":
        try:
            body = Addition(_besides(request, document, report, field), _why(request))
        except (ValueError, RuleError) as error:
            wrong, status = str(error), 400
        else:
            done = enter(request, body)
            return seen(reverse("incident", args=[incident.id]) + "#added", done=done[0])
    publisher = (Source(document.publisher),) if document.publisher else ()
    told |= _controls(request, blank_inputs(field), Stance.REPORTS, publisher)
    told |= _shown(request, document, report.anchor, field) | {"field": field, "wrong": wrong}
    return render(request, "missed.html", told, status=status)


def _shown(
    request: HttpRequest, document: Document, span: Span, field: Field | None = None
) -> dict[str, Any]:
    """The words around a span, and what was typed of words and reason."""
    before, quote, after = excerpt(document.text, span)
    return {
        "holdings": library().view(),
        "document": document,
        "before": before,
        "quote": quote,
        "after": after,
        "title": field_title(field) if field else "",
        "words": request.POST.get("words", ""),
        "why": request.POST.get("why", ""),
    }


def _controls(
    request: HttpRequest, given: list[Input], stance: Stance, chain: SourceChain
) -> dict[str, Any]:
    """What can be typed and chosen, with what was."""
    return {
        "inputs": [(each, request.POST.get(each.name, each.value)) for each in given],
        "stances": list(Stance),
        "stance": request.POST.get("stance", stance.value),
        "chain": request.POST.get("chain", _NEXT.join(source.name for source in chain)),
    }


def _find(id: str) -> tuple[Incident, Statement]:
    for incident in library().view().incidents:
        for statement in incident.statements:
            if statement.id == id:
                return incident, statement
    raise NotFoundError(f"no statement {id} stands in this ledger")


def _why(request: HttpRequest) -> str:
    return text_of(request, "why", needed="give the reason: it is kept with the correction")


def _instead(request: HttpRequest, incident: Incident, old: Statement) -> Statement | None:
    """What was typed, as a statement; ``None`` where the document says no such thing.

    Raises ``ValueError`` where it is what was read already, or its words are not in the document.
    """
    if request.POST.get("struck"):
        return None
    document = incident.document(old.document)
    new = _typed(request, document, old.report, old.field, old.span, old)
    if (new.value, new.stance, new.chain) == (old.value, old.stance, old.chain):
        raise ValueError("this is what was read already")
    return new


def _besides(request: HttpRequest, document: Document, report: Report, field: Field) -> Statement:
    """What was typed, as a statement of a report.

    Raises ``ValueError`` where the report has it, or its words are not in the document.
    """
    new = _typed(request, document, report.id, field, report.anchor)
    if any(
        (s.value, s.stance, s.chain) == (new.value, new.stance, new.chain) for s in report.of(field)
    ):
        raise ValueError("this is what was read already")
    return new


def _typed(
    request: HttpRequest,
    document: Document,
    report: str,
    field: Field,
    near: Span,
    old: Statement | None = None,
) -> Statement:
    span = _span(document, text_of(request, "words", needed="quote the words"), near)
    typed = Typed(request.POST.dict(), flat(span.of(document.text)), old.value if old else None)
    value = value_of(field, typed)
    stance = Stance(text_of(request, "stance", needed="say how the source stands to it"))
    known = old.chain if old else ()
    chain = _chain(text_of(request, "chain", needed="say who says it"), known)
    id_ = statement_id(report, field, value, stance, chain, span)
    return Statement(id_, report, document.id, field, value, stance, chain, span, confidence=1.0)


def _span(document: Document, quoted: str, near: Span) -> Span:
    """Where the words stand, as near as can be to what was read."""
    if flat(near.of(document.text)) == flat(quoted):
        return near
    found, at = [], document.text.find(quoted)
    while at >= 0:
        found.append(Span(at, at + len(quoted)))
        at = document.text.find(quoted, at + 1)
    if not found:
        raise ValueError("these words are not in the document: quote them exactly")
    return min(found, key=lambda span: abs(span.start - near.start))


def _chain(typed: str, old: SourceChain) -> SourceChain:
    """The sources typed, each with the actor that it was or that has this name."""
    known = {source.name: source for source in old}
    names = [name.strip() for name in typed.split(_NEXT.strip()) if name.strip()]
    if not names:
        raise ValueError("say who says it, nearest to the event first")
    return tuple(known.get(name) or Source(name, party(name).id) for name in names)
