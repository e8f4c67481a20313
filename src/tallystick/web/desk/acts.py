"""What the forms of the desk do; each ends by leading on to a page."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from tallystick.errors import NotFoundError, TallystickError
from tallystick.model.entries import Answer, Finding, Reply, Request
from tallystick.model.incident import Incident
from tallystick.model.judgement import Judgement, Verdict
from tallystick.web import pages
from tallystick.web.desk import pairs, queue
from tallystick.web.desk.people import user_of
from tallystick.web.desk.writing import assessment, enter, judged, keep, undo
from tallystick.web.library import Holdings, library

LONGEST = 2000  # characters of a reason, a question, an answer


def text_of(request: HttpRequest, name: str, *, needed: str = "") -> str:
    """What was typed, without blanks around it. Raises ``ValueError`` where it will not do."""
    found = request.POST.get(name, "").replace("\r\n", "\n").strip()
    if not found and needed:
        raise ValueError(needed)
    if len(found) > LONGEST:
        raise ValueError(f"that is {len(found)} characters; {LONGEST} is the most")
    if any(ord(c) < 32 and c not in "\n\t" for c in found):
        raise ValueError("that holds characters that are no text")
    return found


def _why(request: HttpRequest) -> str:
    return text_of(request, "why", needed="give the reason: it is kept with the decision")


def _on(request: HttpRequest, name: str = "on") -> date:
    day = text_of(request, name, needed="say on which day")
    try:
        return date.fromisoformat(day)
    except ValueError as error:
        raise ValueError(f"{day!r} is no day: write 2023-11-30") from error


def seen(address: str, **told: str) -> HttpResponse:
    """On to another page, by GET."""
    path, _, fragment = address.partition("#")
    known = {name: value for name, value in told.items() if value}
    query = ("&" if "?" in path else "?") + urlencode(known) if known else ""
    return HttpResponseRedirect(f"{path}{query}" + (f"#{fragment}" if fragment else ""), status=303)


def decide_pair(request: HttpRequest, a: str, b: str) -> HttpResponse:
    """Same, different or unsure, with the reason; on to the next item."""
    holdings, only = library().view(), request.POST.get("only", "")
    key = f"{a}+{b}"
    try:
        verdict = Verdict(text_of(request, "verdict", needed="choose one of the three"))
        onward = queue.following(request, holdings, key, only)
        judgements = judged(a, b, verdict, holdings, why=_why(request), by=user_of(request).name)
    except NotFoundError:
        raise
    except (ValueError, TallystickError) as error:
        return pairs.shown(request, a, b, str(error), 400)
    keep(judgements=judgements)
    queue.release(key, user_of(request))
    return seen(_still_there(onward), done=",".join(j.id for j in judgements), onward="1")


def _still_there(address: str) -> str:
    """The queue, where what comes next has gone with what was decided."""
    parts = address.partition("?")[0].strip("/").split("/")
    ids = [part for part in parts if part.startswith(("i-", "r-"))]
    known = library().view().by_id
    return address if all(id in known for id in ids) else reverse("queue")


def decide_single(request: HttpRequest, id: str) -> HttpResponse:
    """Confirmed or unverifiable, with the reason; on to the next item."""
    holdings, only = library().view(), request.POST.get("only", "")
    incident = holdings.incident(id)
    try:
        finding = Finding(text_of(request, "finding", needed="choose one of the two"))
        body = assessment(incident, finding, _why(request))
    except ValueError as error:
        return pages.incident_page(request, id, str(error), 400)
    onward = queue.following(request, holdings, incident.id, only)
    done = enter(request, body)
    queue.release(incident.id, user_of(request))
    return seen(onward, done=",".join(done), onward="1")


def decide_many(request: HttpRequest) -> HttpResponse:
    """One decision with one reason on every item that is ticked: all of them, or none."""
    holdings = library().view()
    chosen = request.POST.getlist("item")
    try:
        if not chosen:
            raise ValueError("tick what the decision is on")
        kind, _, word = text_of(request, "decision", needed="choose a decision").partition(":")
        why = _why(request)
        if kind == "pair":
            found = _judge_all(request, chosen, Verdict(word), why, holdings)
            keep(judgements=found)
            done = [judgement.id for judgement in found]
        else:
            finding = Finding(word)
            bodies = [assessment(i, finding, why) for i in _singles(chosen, holdings)]
            done = enter(request, *bodies)
    except (ValueError, TallystickError) as error:
        return queue.shown(request, str(error), 400)
    return seen(reverse("queue"), only=request.POST.get("only", ""), done=",".join(done))


def _judge_all(
    request: HttpRequest, keys: list[str], verdict: Verdict, why: str, holdings: Holdings
) -> list[Judgement]:
    found = []
    for key in keys:
        a, _, b = key.partition("+")
        if not b:
            raise ValueError(f"{key[:20]} is one incident, not two that may be one")
        found += judged(a, b, verdict, holdings, why=why, by=user_of(request).name)
    return found


def _singles(keys: list[str], holdings: Holdings) -> list[Incident]:
    if any("+" in key for key in keys):
        raise ValueError("of two that may be one, say same, different or unsure")
    return [holdings.incident(key) for key in keys]


def claim(request: HttpRequest) -> HttpResponse:
    """Take an item, or give it back."""
    key = text_of(request, "item", needed="which item?")
    ids = key.split("+")[:2]
    known = library().view()
    if not all(id in known.by_id or id in known.by_report for id in ids):
        raise NotFoundError(f"no item {key[:60]}")
    act = queue.release if request.POST.get("release") else queue.claim
    act("+".join(ids), user_of(request))
    name, at = ("pair", "") if len(ids) == 2 else ("incident", "#desk")
    return seen(reverse(name, args=ids) + at, only=request.POST.get("only", ""))


def undo_decision(request: HttpRequest) -> HttpResponse:
    """Withdraw what was decided; back to the page that it is asked from."""
    ids = [id for id in request.POST.get("done", "").split(",") if id][:200]
    undo(user_of(request), ids)
    return seen(reverse("audit"), undone=str(len(ids)))


# -- requests for confirmation -----------------------------------------------------------


def ask(request: HttpRequest, id: str) -> HttpResponse:
    """Keep whom the desk asked to confirm an incident, what, and when."""
    incident = library().view().incident(id)
    try:
        asked = text_of(request, "asked", needed="say who was asked")
        question = text_of(request, "question")
        body = Request(incident.reports[0].id, asked, _on(request), question)
    except ValueError as error:
        return pages.incident_page(request, id, str(error), 400)
    done = enter(request, body)
    return seen(reverse("incident", args=[incident.id]) + "#requests", done=",".join(done))


def answer(request: HttpRequest, id: str, entry: str) -> HttpResponse:
    """Keep what came back to a request."""
    incident = library().view().incident(id)
    try:
        reply = Reply(text_of(request, "reply", needed="say how they answered"))
        body = Answer(entry, reply, text_of(request, "words"), _on(request))
    except ValueError as error:
        return pages.incident_page(request, id, str(error), 400)
    done = enter(request, body)
    return seen(reverse("incident", args=[incident.id]) + "#requests", done=",".join(done))
