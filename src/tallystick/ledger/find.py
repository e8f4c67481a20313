"""Finding an incident by what a person types."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from tallystick.errors import NotFoundError
from tallystick.model.incident import Incident


def find_incident(incidents: Sequence[Incident], id: str) -> Incident:
    """By its id, the beginning of it (with or without "i-"), or the id of one of its reports.

    The id of an incident that has since become part of another leads to that one: an incident
    has the id of its first report, which is still among the reports.

    Raises ``NotFoundError`` when none or several fit; the message names near ids.
    """
    by_report = {report.id: i for i in incidents for report in i.reports}
    if id in by_report:
        return by_report[id]
    found = [i for i in incidents if i.id == id] or [
        i for i in incidents if id and i.id.startswith((id, f"i-{id}"))
    ]
    if len(found) == 1:
        return found[0]
    if id.replace("i-", "r-", 1) in by_report:
        return by_report[id.replace("i-", "r-", 1)]
    raise NotFoundError(nearest("incident", id, [i.id for i in found or incidents]))


def nearest(noun: str, id: str, ids: Iterable[str]) -> str:
    """A message for an id that is not there, or not the only one, with up to five near ids."""
    ids = sorted(ids)
    several = [known for known in ids if known.startswith(id)] if id else []
    near = several[:5] or get_close_matches(id, ids, n=5, cutoff=0.4)
    what = f"several {noun}s begin with {id}" if several else f"no {noun} {id}"
    return f"{what}; near it: {', '.join(near)}" if near else f"{what} in this ledger"
