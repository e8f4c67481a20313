"""Putting what a person decided in the ledger, beside whatever build is writing it."""

from __future__ import annotations

from collections.abc import Iterable
from threading import BoundedSemaphore

from django.http import HttpRequest

from tallystick import review
from tallystick.errors import LedgerBusyError, NotFoundError
from tallystick.ledger import Ledger, in_force
from tallystick.model.clusters import effective
from tallystick.model.entries import Assessment, Body, Comment, Entry, Finding, Withdrawal
from tallystick.model.incident import Incident
from tallystick.model.judgement import Judgement, Verdict
from tallystick.web.desk.people import user_of
from tallystick.web.library import Holdings, library
from tallystick.web.people.models import User
from tallystick.web.people.roles import Role

_AT_ONCE = BoundedSemaphore(3)  # so that readers have threads left while the ledger is busy
_WAIT = 5.0  # seconds

NOT_UNDONE = (Comment, Withdrawal)


def keep(*, judgements: Iterable[Judgement] = (), entries: Iterable[Entry] = ()) -> None:
    """Write all of it in one transaction. Raises ``LedgerBusyError`` after some seconds."""
    path = library().path
    if not _AT_ONCE.acquire(timeout=_WAIT):
        raise LedgerBusyError(f"{path.name}: others are writing; send it again in a moment")
    try:
        with Ledger.beside(path) as ledger:
            ledger.decide(judgements=judgements, entries=entries)
    finally:
        _AT_ONCE.release()
    library().catch_up()


def enter(request: HttpRequest, *bodies: Body) -> list[str]:
    """Keep entries of whoever asks; gives their ids."""
    entries = [review.entry(body, by=user_of(request).name) for body in bodies]
    keep(entries=entries)
    return [entry.id for entry in entries]


def assessment(incident: Incident, finding: Finding, why: str) -> Assessment:
    """A finding on an incident as it is now."""
    return Assessment(tuple(report.id for report in incident.reports), finding, why.strip())


def judged(
    a: str, b: str, verdict: Verdict, holdings: Holdings, *, why: str, by: str
) -> list[Judgement]:
    """A person's judgements on two incidents or reports of a view, to be kept."""
    return review.judgements_on(compared(a, b, holdings), verdict, why=why.strip(), by=by)


def compared(a: str, b: str, holdings: Holdings) -> list[review.Compared]:
    """Every pair of their reports, the likeliest first.

    Raises ``NotFoundError``, also where the two are one incident or report.
    """
    ours, theirs = (_reports(id, holdings) for id in (a, b))
    if set(ours) & set(theirs):
        raise NotFoundError(f"{a} and {b} are one; name two reports of it to tell them apart")
    pairs = {(min(x, y), max(x, y)) for x in ours for y in theirs}
    programs = effective(j for j in holdings.judgements if not j.by_person and (j.a, j.b) in pairs)
    found = [review.Compared(*p, holdings.effective.get(p), programs.get(p)) for p in pairs]
    return sorted(found, key=lambda pair: (-pair.score, pair.a, pair.b))


def _reports(id: str, holdings: Holdings) -> list[str]:
    if id.startswith("r-"):
        if id not in holdings.by_report:
            raise NotFoundError(f"no report {id}")
        return [id]
    return [report.id for report in holdings.incident(id).reports]


def undo(user: User, ids: list[str]) -> None:
    """Withdraw decisions: one's own, or as a moderator anybody's.

    Raises ``NotFoundError`` for what is not there or not to be undone by this user.
    """
    with Ledger.open(library().path, read_only=True) as ledger:
        entries = in_force(ledger.entries())
        made = {e.id: e.by for e in entries if not isinstance(e.body, NOT_UNDONE)}
        made |= {j.id: j.by for j in ledger.judgements() if j.by_person}
    lost = [id for id in ids if id not in made]
    if lost or not ids:
        raise NotFoundError(f"no decision {', '.join(lost)} that can be undone")
    if any(made[id] != user.name for id in ids) and not user.may(Role.MODERATOR):
        raise NotFoundError("only a moderator undoes what somebody else decided")
    keep(entries=[review.entry(Withdrawal(tuple(ids)), by=user.name)])
