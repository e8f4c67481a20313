"""Finding an incident by what a person types."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from tallystick.errors import NotFoundError
from tallystick.model.incident import Incident

_SLIP = 0.8  # likeness of two ids, of which one may be the other mistyped
_MOST = 5


def find_incident(incidents: Sequence[Incident], id: str) -> Incident:
    """By its id or that of one of its reports, or the beginning of either.

    The id of an incident that has since become part of another leads to that one: an incident
    has the id of its first report, which is still among the reports. A beginning may lack the
    "i-".

    Raises ``NotFoundError`` when none or several fit; the message names near ids. The id of a
    document is told as one: it stands beside those of reports wherever an incident is shown.
    """
    if id.startswith("d-"):
        raise NotFoundError(f"{id} is the id of a document (`tallystick documents`), no incident's")
    bare = bare_id(id)
    found = _beginning(f"i-{bare}", bare, incidents) if not id.startswith("r-") else []
    found = found or [
        i for i in incidents if bare and any(r.id.startswith(f"r-{bare}") for r in i.reports)
    ]
    if len(found) == 1:
        return found[0]
    if found and not any(bare_id(i.id).startswith(bare) for i in found):
        ids = ", ".join(sorted(i.id for i in found)[:_MOST])
        raise NotFoundError(f"several incidents have a report that begins with r-{bare}: {ids}")
    raise NotFoundError(nearest("incident", id, [i.id for i in found or incidents]))


def bare_id(id: str) -> str:
    """An id, or its beginning, without the letter that says what it is of."""
    return id.removeprefix("i-").removeprefix("r-")


def _beginning(id: str, bare: str, incidents: Sequence[Incident]) -> list[Incident]:
    return [i for i in incidents if i.id == id] or [
        i for i in incidents if bare and i.id.startswith(id)
    ]


def nearest(noun: str, id: str, ids: Iterable[str]) -> str:
    """A message for an id that is not there, or not the only one, with up to five near ids."""
    ids = sorted(ids)
    several = [known for known in ids if bare_id(known).startswith(bare_id(id))] if id else []
    if len(several) > 1:
        more = f" and {len(several) - _MOST} more" if len(several) > _MOST else ""
        begun = f"several {noun}s begin with {id}: {', '.join(several[:_MOST])}{more}"
        return f"{begun}; give more letters"
    near = several or (_alike(id, ids)[:_MOST] if id else [])
    what = f"no {noun} {id}".rstrip()
    return f"{what}; near it: {', '.join(near)}" if near else f"{what} in this ledger"


def _alike(id: str, ids: Sequence[str]) -> list[str]:
    """Ids that begin much like this one, a slip of the hand apart; the likest first."""
    alike = [(SequenceMatcher(None, id, known[: len(id)]).ratio(), known) for known in ids]
    return [known for ratio, known in sorted(alike, key=lambda a: (-a[0], a[1])) if ratio >= _SLIP]
