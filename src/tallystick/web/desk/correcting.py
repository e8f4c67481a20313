"""Correcting a value: an analyst's statement in the place of one that was misread."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from tallystick.analyse.asked import party
from tallystick.errors import NotFoundError, RuleError
from tallystick.model.document import Document, Span
from tallystick.model.entries import Correction
from tallystick.model.ids import statement_id
from tallystick.model.incident import Incident
from tallystick.model.statement import Source, SourceChain, Stance, Statement
from tallystick.present.context import flat
from tallystick.present.show import field_title
from tallystick.web import accounts
from tallystick.web.desk.acts import seen, text_of
from tallystick.web.desk.pairs import excerpt
from tallystick.web.desk.values import Typed, inputs, value_of
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
    before, quote, after = excerpt(document.text, statement.span)
    told = {
        "holdings": library().view(),
        "incident": incident,
        "statement": accounts.said(incident, statement),
        "title": field_title(statement.field),
        "document": document,
        "before": before,
        "quote": quote,
        "after": after,
        "inputs": [
            (each, request.POST.get(each.name, each.value)) for each in inputs(statement.value)
        ],
        "stances": list(Stance),
        "stance": request.POST.get("stance", statement.stance.value),
        "chain": request.POST.get("chain", _NEXT.join(s.name for s in statement.chain)),
        "words": request.POST.get("words", quote),
        "why": request.POST.get("why", ""),
        "wrong": wrong,
    }
    return render(request, "misread.html", told, status=status)


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
    span = _span(document, text_of(request, "words", needed="quote the words"), old.span)
    typed = Typed(request.POST.dict(), flat(span.of(document.text)), old.value)
    value = value_of(old.field, typed)
    stance = Stance(text_of(request, "stance", needed="say how the source stands to it"))
    chain = _chain(text_of(request, "chain", needed="say who says it"), old.chain)
    if (value, stance, chain) == (old.value, old.stance, old.chain):
        raise ValueError("this is what was read already")
    id_ = statement_id(old.report, old.field, value, stance, chain, span)
    return Statement(
        id_, old.report, old.document, old.field, value, stance, chain, span, confidence=1.0
    )


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
