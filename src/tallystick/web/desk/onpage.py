"""What the page of an incident has of the desk: the record, and the forms that a role allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from tallystick.model.entries import Addition, CommentRule, Entry, Finding, Reply
from tallystick.model.incident import Incident
from tallystick.present.context import flat
from tallystick.present.queue import reason
from tallystick.present.show import field_title
from tallystick.present.words import date_cell
from tallystick.web import accounts
from tallystick.web.desk import queue
from tallystick.web.desk.pairs import reports_apart
from tallystick.web.library import Holdings
from tallystick.web.people.models import User
from tallystick.web.people.roles import Role
from tallystick.web.record import CommentLine, record_of

LONGEST_COMMENT = 2000

GUIDELINES: dict[CommentRule, str] = {
    CommentRule.PROFANITY: "no profanity",
    CommentRule.THREATS: "no threats against anybody",
    CommentRule.ATTACKS: "no attacks on persons: dispute what somebody said or did, not who they "
    "are",
    CommentRule.VULGARITY: "nothing vulgar",
    CommentRule.ABUSE: "no abuse: no sexism, racism, homophobia or xenophobia",
    CommentRule.PROMOTION: "no promotion of a business, a cause or oneself",
    CommentRule.SUBJECT: "on the subject: this incident and what is told of it",
}
"""The rules for comments, as the form tells them."""


def at_desk(request: HttpRequest, incident: Incident, holdings: Holdings) -> dict[str, Any]:
    """The record of an incident; where users log in also what the user may do with it."""
    record = record_of(incident, holdings)
    additions = list(_additions(incident, holdings))
    told: dict[str, Any] = {
        "record": record,
        "additions": additions,
        "added": {line.statement for line in additions},
        "comments": _shown(record.comments, None),
    }
    user = request.user if isinstance(request.user, User) else None
    if settings.TALLYSTICK_DESK is None:
        return told
    told |= {
        "desk": True,
        "may_comment": user is not None and user.may(Role.CONTRIBUTOR),
        "comments": _shown(record.comments, user),
        "guidelines": GUIDELINES.items(),
        "longest_comment": LONGEST_COMMENT,
        "done": request.GET.get("done", ""),
        "onward": request.GET.get("onward", ""),
        "commented": request.GET.get("commented", ""),
        "only": request.GET.get("only", request.POST.get("only", "")),
        "typed": request.POST,
    }
    return told | (_analysts(incident, holdings) if user and user.may(Role.ANALYST) else {})


def _analysts(incident: Incident, holdings: Holdings) -> dict[str, Any]:
    tasks = [task for task in holdings.tasks if task.ids == (incident.id,)]
    return {
        "may_decide": True,
        "concerns": [reason(c, (incident,)) for task in tasks for c in task.concerns],
        "claimed": queue.claimed_by(incident.id),
        "findings": list(Finding),
        "replies": list(Reply),
        "apart": reports_apart(incident),
        "missed_in": list(_reports(incident)),
        "today": timezone.now().date().isoformat(),
    }


@dataclass(frozen=True, slots=True)
class AdditionLine:
    """What an analyst added, with its words."""

    entry: Entry
    statement: str
    field: str
    value: str
    quote: str


def _additions(incident: Incident, holdings: Holdings) -> Iterator[AdditionLine]:
    known = {statement.id: statement for statement in incident.statements}
    for entry in holdings.entries:
        if isinstance(entry.body, Addition) and entry.body.statement.id in known:
            said = known[entry.body.statement.id]
            quote = flat(incident.quote(said))
            title, value = field_title(said.field), accounts.cell(said.value)
            yield AdditionLine(entry, said.id, title, value, quote)


def _reports(incident: Incident) -> Iterator[tuple[str, str]]:
    """Each report with its publisher, day and first words."""
    for report in incident.reports:
        document = incident.document(report.document)
        day = date_cell(document.published) if document.published else "undated"
        words = flat(report.anchor.of(document.text))
        yield report.id, f"{document.publisher or document.name}, {day}: “{words}”"


def _shown(comments: Iterable[CommentLine], user: User | None) -> list[CommentLine]:
    """Those that are approved, and a user's own."""
    return [c for c in comments if c.approved or (user and c.entry.by == user.name)]
