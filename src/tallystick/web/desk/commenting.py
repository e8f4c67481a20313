"""Comments on an incident: sent in, looked through by a moderator, never edited."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from tallystick.errors import NotFoundError
from tallystick.model.entries import Comment, CommentRule, Ruling
from tallystick.model.incident import Incident
from tallystick.web import pages
from tallystick.web.desk.acts import seen, text_of
from tallystick.web.desk.onpage import LONGEST_COMMENT
from tallystick.web.desk.people import address_of, user_of
from tallystick.web.desk.screening import Suspicion, screen, weight
from tallystick.web.desk.writing import enter
from tallystick.web.guard import failed
from tallystick.web.library import Holdings, library
from tallystick.web.names import public_headline
from tallystick.web.people import limits
from tallystick.web.people.models import Problem, User
from tallystick.web.record import CommentLine
from tallystick.web.record import comments as comments_of

TRAP = "website"
"""A field that no person sees; who fills it in is a program."""
_RULED = 50


def comment(request: HttpRequest, id: str) -> HttpResponse:
    """Take a comment in; it waits for a moderator."""
    incident, user = library().view().incident(id), user_of(request)
    try:
        body = comment_by(user, incident, request.POST.get("text", ""))
        if request.POST.get(TRAP):
            raise ValueError("the field that stays empty was filled in, as programs do")
    except ValueError as error:
        return pages.incident_page(request, id, str(error), 400)
    enter(request, body)
    limits.COMMENT.note(user.name)
    return seen(reverse("incident", args=[incident.id]) + "#comments", commented="1")


def comment_by(user: User, incident: Incident, text: str) -> Comment:
    """A comment to be kept. Raises ``ValueError`` where it will not do."""
    told = text.replace("\r\n", "\n").strip()
    if not told:
        raise ValueError("write something first")
    if len(told) > LONGEST_COMMENT:
        raise ValueError(f"that is {len(told)} characters; {LONGEST_COMMENT} is the most")
    if any(ord(c) < 32 and c not in "\n\t" for c in told):
        raise ValueError("that holds characters that are no text")
    if limits.COMMENT.reached(user.name):
        raise ValueError(f"{limits.COMMENT.most} comments an hour is the most; wait a little")
    return Comment(incident.reports[0].id, told)


# -- the moderators' side ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Waiting:
    """A comment with its incident and what a first look finds; ``mine`` if the moderator's own."""

    line: CommentLine
    incident: Incident | None
    headline: str
    suspicions: tuple[Suspicion, ...]
    mine: bool


def moderation(request: HttpRequest) -> HttpResponse:
    """The comments that wait, the most suspicious first; what was ruled on last; problems."""
    return _moderation(request)


def _moderation(request: HttpRequest, wrong: str = "", status: int = 200) -> HttpResponse:
    holdings, user = library().view(), user_of(request)
    every = list(comments_of(holdings.entries))
    waiting = [_waiting(c, holdings, user) for c in every if c.ruling is None]
    ruled = [_waiting(c, holdings, user) for c in every if c.ruling is not None]
    told = {
        "holdings": holdings,
        "waiting": sorted(waiting, key=lambda w: (-weight(w.suspicions), w.line.entry.at)),
        "ruled": sorted(ruled, key=_when_ruled, reverse=True)[:_RULED],
        "rules": list(CommentRule),
        "problems": Problem.objects.filter(done=False).order_by("at")[:100],
        "done": request.GET.get("done", ""),
        "wrong": wrong,
    }
    return render(request, "comments.html", told, status=status)


def _when_ruled(waiting: Waiting) -> str:
    return waiting.line.ruled.at.isoformat() if waiting.line.ruled else ""


def _waiting(line: CommentLine, holdings: Holdings, user: User) -> Waiting:
    report = line.entry.body.report if isinstance(line.entry.body, Comment) else ""
    incident = holdings.by_report.get(report)
    return Waiting(
        line,
        incident,
        public_headline(incident) if incident else "",
        screen(line.text, incident),
        line.entry.by == user.name,
    )


def rule(request: HttpRequest, entry: str) -> HttpResponse:
    """Approve or reject a comment; the author's own word on it is refused."""
    user = user_of(request)
    found = {c.entry.id: c for c in comments_of(library().view().entries)}
    if entry not in found:
        raise NotFoundError(f"no comment {entry[:40]}")
    if found[entry].entry.by == user.name:
        return failed(request, "This is your own comment: another moderator rules on it.", 403)
    try:
        body = _ruling(request, entry)
    except ValueError as error:
        return _moderation(request, str(error), 400)
    done = enter(request, body)
    return seen(reverse("comments"), done=done[0])


def _ruling(request: HttpRequest, entry: str) -> Ruling:
    match request.POST.get("ruling"):
        case "approve":
            return Ruling(entry, approved=True)
        case "reject":
            named = text_of(request, "rule", needed="a rejection names the rule: choose one")
            return Ruling(entry, approved=False, rule=CommentRule(named))
        case _:
            raise ValueError("approve or reject")


# -- problems with commenting --------------------------------------------------------------


def problem(request: HttpRequest) -> HttpResponse:
    """The form for whoever has trouble with commenting, or with a comment."""
    wrong, status, sent = "", 200, False
    if request.method == "POST":
        try:
            _keep_problem(request)
            sent = True
        except ValueError as error:
            wrong, status = str(error), 400
    told = {"wrong": wrong, "sent": sent, "typed": request.POST}
    return render(request, "problem.html", told, status=status)


def _keep_problem(request: HttpRequest) -> None:
    text = text_of(request, "text", needed="say what is wrong")
    if request.POST.get(TRAP):
        raise ValueError("the field that stays empty was filled in, as programs do")
    whom = address_of(request)
    if limits.PROBLEM.reached(whom):
        raise ValueError("this was reported often from here already; wait an hour")
    limits.PROBLEM.note(whom)
    by = request.user.name if isinstance(request.user, User) else ""
    Problem.objects.create(text=text, by=by)


def problem_done(request: HttpRequest, number: int) -> HttpResponse:  # noqa: ARG001
    """A moderator has dealt with it."""
    Problem.objects.filter(id=number).update(done=True)
    return seen(reverse("comments"))
