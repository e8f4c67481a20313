"""The queue: what a person should look at first, who is at it, and decisions on many at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from tallystick.analyse.queue import Cause, Task
from tallystick.ledger import OCCURRED
from tallystick.model.entries import Finding
from tallystick.model.incident import Incident
from tallystick.model.judgement import Verdict
from tallystick.present.queue import reason
from tallystick.web.desk.people import user_of
from tallystick.web.library import Holdings, library
from tallystick.web.people.models import Claim, User

PAGE = 25
_CLAIMED = timedelta(hours=2)  # that a claim holds
NEW = "new"
_MOST_REASONS = 3

SORTS: Mapping[str, str] = {
    "": "everything",
    Cause.DUPLICATE: "possible duplicates",
    Cause.INCIDENT: "uncertain incidents",
    Cause.CONTESTED: "contested casualties",
    Cause.VALUE: "uncertain values",
    NEW: "new since your last visit",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the queue. ``key`` names it: the ids of its incidents."""

    key: str
    incidents: tuple[Incident, ...]
    causes: frozenset[str]
    reasons: tuple[str, ...]
    claimed: str
    new: bool

    @property
    def is_pair(self) -> bool:
        return len(self.incidents) == 2

    @property
    def address(self) -> str:
        """Where it is decided."""
        ids = [incident.id for incident in self.incidents]
        return reverse("pair", args=ids) if self.is_pair else reverse("incident", args=ids)


def items(holdings: Holdings, *, since: str, only: str = "") -> list[Item]:
    """The queue under a filter; ``since`` is the last document that the user has seen."""
    arrived = _arrived(holdings, since)
    claims = {c.item: c.user.name for c in _claims()}
    found = [_item(task, claims, arrived) for task in holdings.tasks]
    if only == NEW:
        queued = {incident.id for item in found for incident in item.incidents}
        found = [item for item in found if item.new]
        found += [
            Item(
                i.id, (i,), frozenset(), ("new, and nothing doubtful",), claims.get(i.id, ""), True
            )
            for i in holdings.incidents
            if i.standing in OCCURRED and i.id not in queued and _is_new(i, arrived)
        ]
        return found
    return [item for item in found if not only or only in item.causes]


def _item(task: Task, claims: Mapping[str, str], arrived: frozenset[str]) -> Item:
    told = tuple(reason(concern, task.incidents) for concern in task.concerns)
    more = len(told) - _MOST_REASONS
    shown = (*told[:_MOST_REASONS], f"and {more} more") if more > 0 else told
    key = "+".join(task.ids)
    return Item(
        key,
        task.incidents,
        frozenset(concern.cause.value for concern in task.concerns),
        shown,
        claims.get(key, ""),
        any(_is_new(incident, arrived) for incident in task.incidents),
    )


def _arrived(holdings: Holdings, since: str) -> frozenset[str]:
    """The documents that came after one; none where nobody has seen any yet."""
    order = list(holdings.documents)
    return frozenset(order[order.index(since) + 1 :]) if since in order else frozenset()


def _is_new(incident: Incident, arrived: frozenset[str]) -> bool:
    return any(document.id in arrived for document in incident.documents)


def _claims() -> Iterable[Claim]:
    return Claim.objects.select_related("user").filter(at__gte=timezone.now() - _CLAIMED)


def claimed_by(key: str) -> str:
    """Who is reviewing an item now; empty where nobody is."""
    return next((claim.user.name for claim in _claims() if claim.item == key), "")


def claim(key: str, user: User) -> None:
    """Take an item, also from somebody else: the newest claim counts."""
    Claim.objects.update_or_create(item=key[:80], defaults={"user": user, "at": timezone.now()})


def release(key: str, user: User) -> None:
    """Give back an item that one has taken."""
    Claim.objects.filter(item=key, user=user).delete()


def following(request: HttpRequest, holdings: Holdings, key: str, only: str) -> str:
    """The address of the next item that nobody else is at; of the queue where there is none."""
    name = user_of(request).name
    waiting = items(holdings, since=request.session.get("since", ""), only=only)
    keys = [item.key for item in waiting]
    start = keys.index(key) + 1 if key in keys else 0
    order = [*waiting[start:], *waiting[:start]]
    for item in order:
        if item.claimed in ("", name) and item.key != key:
            return item.address + (f"?{urlencode({'only': only})}" if only else "")
    return reverse("queue") + (f"?{urlencode({'only': only})}" if only else "")


def queue(request: HttpRequest) -> HttpResponse:
    """The queue, a page of it."""
    return shown(request)


def shown(request: HttpRequest, wrong: str = "", status: int = 200) -> HttpResponse:
    """The queue with what went wrong in a decision on many, if anything did."""
    asked = request.POST if request.method == "POST" else request.GET
    only = asked.get("only", "") if asked.get("only", "") in SORTS else ""
    holdings = library().view()
    found = items(holdings, since=request.session.get("since", ""), only=only)
    at = min(_number(asked.get("page", "1")), max(1, -(-len(found) // PAGE)))
    _visited(user_of(request), list(holdings.documents))
    told = {
        "holdings": holdings,
        "items": found[(at - 1) * PAGE : at * PAGE],
        "first": (at - 1) * PAGE,
        "count": len(found),
        "at": at,
        "pages": -(-len(found) // PAGE),
        "only": only,
        "sorts": SORTS.items(),
        "verdicts": list(Verdict),
        "findings": list(Finding),
        "wrong": wrong,
        "done": asked.get("done", ""),
    }
    return render(request, "queue.html", told, status=status)


def _number(text: str) -> int:
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 8 else 1


def _visited(user: User, documents: Sequence[str]) -> None:
    """Remember the last document of now, for the next time this user logs in."""
    if documents and user.seen != documents[-1]:
        user.seen = documents[-1]
        user.save(update_fields=["seen"])
