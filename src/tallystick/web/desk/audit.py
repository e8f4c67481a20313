"""Who decided what and when: every judgement of a person and every entry, the newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tallystick.ledger import Ledger, withdrawn
from tallystick.model.entries import (
    Addition,
    Answer,
    Assessment,
    Body,
    Comment,
    Correction,
    Request,
    Ruling,
    Withdrawal,
)
from tallystick.model.statement import Value
from tallystick.model.values import ActorRef
from tallystick.present.show import field_title, value_cell
from tallystick.present.words import plural
from tallystick.web.desk.people import user_of
from tallystick.web.desk.writing import NOT_UNDONE
from tallystick.web.library import Holdings, library
from tallystick.web.names import UNLISTED, is_public, public_headline
from tallystick.web.people.models import User
from tallystick.web.people.roles import Role

PAGE = 50
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Line:
    """One decision. ``reports`` are those that it is on; ``by`` and ``at`` who and when (UTC)."""

    id: str
    at: datetime | None
    by: str
    what: str
    why: str
    reports: tuple[str, ...]
    undone: bool
    undoable: bool


def audit(request: HttpRequest) -> HttpResponse:
    """A page of them."""
    holdings, user = library().view(), user_of(request)
    found = sorted(_lines(user, holdings), key=lambda line: line.at or _LONG_AGO, reverse=True)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    told = {
        "holdings": holdings,
        "page": page,
        "rows": [(line, _incidents(line, holdings)) for line in page],
        "undone": request.GET.get("undone", ""),
    }
    return render(request, "audit.html", told)


def _incidents(line: Line, holdings: Holdings) -> list[tuple[str, str]]:
    found = {holdings.by_report[id].id for id in line.reports if id in holdings.by_report}
    return [(id, public_headline(holdings.by_id[id])) for id in sorted(found)]


def _lines(user: User, holdings: Holdings) -> Iterator[Line]:
    with Ledger.open(library().path, read_only=True) as ledger:
        entries, judgements = ledger.entries(), ledger.all_judgements(by_persons=True)
    gone, every = withdrawn(entries), user.may(Role.MODERATOR)
    reports = {e.id: _reports(e.body, holdings) for e in entries}
    for j in judgements:
        undone = j.id in gone
        mine = (every or j.by == user.name) and not undone
        yield Line(j.id, j.at, j.by, j.verdict.value, j.why, (j.a, j.b), undone, mine)
    for e in entries:
        undone = e.id in gone
        mine = (every or e.by == user.name) and not undone and not isinstance(e.body, NOT_UNDONE)
        on = reports[e.id] or tuple(r for id in _about(e.body) for r in reports.get(id, ()))
        why = getattr(e.body, "why", "")
        yield Line(e.id, e.at, e.by, _words(e.body, holdings), why, on, undone, mine)


def _reports(body: Body, holdings: Holdings) -> tuple[str, ...]:
    match body:
        case Assessment(reports=reports):
            return reports
        case Comment(report=report) | Request(report=report):
            return (report,)
        case Addition(statement=added):
            return (added.report,)
        case Correction(replaces=id):
            return (holdings.misread[id].report,) if id in holdings.misread else ()
        case _:
            return ()


def _about(body: Body) -> tuple[str, ...]:
    """The entries that an entry is on."""
    match body:
        case Ruling(comment=id) | Answer(request=id):
            return (id,)
        case Withdrawal(entries=ids):
            return ids
        case _:
            return ()


def _words(body: Body, holdings: Holdings) -> str:
    match body:
        case Assessment(finding=finding):
            return finding.value
        case Correction(replaces=id, statement=new):
            old = holdings.misread.get(id)
            title = field_title(old.field) if old else "a value"
            read = _cell(old.value) if old else "what was read"
            return f"{title}: {read} → {_cell(new.value) if new else 'struck'}"
        case Addition(statement=added):
            return f"{field_title(added.field)}: {_cell(added.value)} added"
        case Comment():
            return "commented"
        case Ruling(approved=approved, rule=rule):
            return "comment approved" if approved else f"comment rejected: {rule}"
        case Request(asked=asked, on=on):
            return f"asked {asked} on {on}"
        case Answer(reply=reply, on=on):
            return f"answer of {on}: {reply}"
        case Withdrawal(entries=ids):
            return f"undid {plural(len(ids), 'decision')}"


def _cell(value: Value) -> str:
    """A value in a list, where a name that may be a private person's is passed over."""
    if isinstance(value, ActorRef) and not is_public(value):
        return UNLISTED
    return value_cell(value)
