"""The queue: what a person should look at first, who is at it, and decisions on many at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from tallystick.analyse.queue import Cause, Task
from tallystick.ledger import OCCURRED
from tallystick.model.entries import Finding
from tallystick.model.incident import Incident
from tallystick.model.judgement import Verdict
from tallystick.present.queue import reasons
from tallystick.web.desk.people import user_of
from tallystick.web.library import Holdings, library
from tallystick.web.paths import path_to
from tallystick.web.people.models import Claim, User

PAGE = 25
_CLAIMED = timedelta(hours=2)  # that a claim holds
NEW = "new"

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
    reasons: tuple[str, ...]
    claimed: str
    new: bool

    @property
    def is_pair(self) -> bool:
        return len(self.incidents) == 2

    @property
    def address(self) -> str:
        """Where it is decided."""
        return _address(self.incidents)


def waiting(holdings: Holdings, *, only: str, arrived: frozenset[str]) -> list[Task]:
    """The queue under a filter; ``arrived`` are the documents that the user has not seen.

    What is new and not doubtful comes last among what is new, without concerns.
    """
    found = list(holdings.tasks)
    if only == NEW:
        found = [task for task in found if _is_new(task, arrived)]
        queued = {id for task in found for id in task.ids}
        alone = (Task((i,), ()) for i in holdings.incidents if i.standing in OCCURRED)
        return found + [t for t in alone if t.ids[0] not in queued and _is_new(t, arrived)]
    return [t for t in found if not only or any(c.cause == only for c in t.concerns)]


def _item(task: Task, claims: Mapping[str, str], arrived: frozenset[str]) -> Item:
    return Item(
        _key(task),
        task.incidents,
        tuple(reasons(task) or ["new, and nothing doubtful"]),
        claims.get(_key(task), ""),
        _is_new(task, arrived),
    )


def _key(task: Task) -> str:
    return "+".join(task.ids)


def _address(incidents: Sequence[Incident]) -> str:
    ids = [incident.id for incident in incidents]
    return path_to("pair" if len(ids) == 2 else "incident", *ids)


def _arrived(holdings: Holdings, since: str) -> frozenset[str]:
    """The documents that came after one; none where nobody has seen any yet."""
    order = list(holdings.documents)
    return frozenset(order[order.index(since) + 1 :]) if since in order else frozenset()


def _is_new(task: Task, arrived: frozenset[str]) -> bool:
    return any(d.id in arrived for incident in task.incidents for d in incident.documents)


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
    others = {c.item for c in _claims() if c.user.name != user_of(request).name}
    arrived = _arrived(holdings, request.session.get("since", ""))
    order = waiting(holdings, only=only, arrived=arrived)
    start = next((n + 1 for n, task in enumerate(order) if _key(task) == key), 0)
    for task in (*order[start:], *order[:start]):
        if _key(task) not in {key, *others}:
            return _address(task.incidents) + (f"?{urlencode({'only': only})}" if only else "")
    return path_to("queue") + (f"?{urlencode({'only': only})}" if only else "")


def queue(request: HttpRequest) -> HttpResponse:
    """The queue, a page of it."""
    return shown(request)


def shown(request: HttpRequest, wrong: str = "", status: int = 200) -> HttpResponse:
    """The queue with what went wrong in a decision on many, if anything did."""
    asked = request.POST if request.method == "POST" else request.GET
    only = asked.get("only", "") if asked.get("only", "") in SORTS else ""
    holdings = library().view()
    arrived = _arrived(holdings, request.session.get("since", ""))
    found = waiting(holdings, only=only, arrived=arrived)
    claims = {c.item: c.user.name for c in _claims()}
    page = Paginator(found, PAGE).get_page(asked.get("page"))
    _visited(user_of(request), list(holdings.documents))
    told = {
        "holdings": holdings,
        "page": page,
        "items": [_item(task, claims, arrived) for task in page],
        "only": only,
        "sorts": SORTS.items(),
        "verdicts": list(Verdict),
        "findings": list(Finding),
        "wrong": wrong,
        "done": asked.get("done", ""),
    }
    return render(request, "queue.html", told, status=status)


def _visited(user: User, documents: Sequence[str]) -> None:
    """Remember the last document of now, for the next time this user logs in."""
    if documents and user.seen != documents[-1]:
        user.seen = documents[-1]
        user.save(update_fields=["seen"])
