"""Which document takes the place of which, when a new one arrives."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

from tallystick.model.codec import from_json
from tallystick.model.document import Document
from tallystick.model.values import PartialDate

SAME_BYTES = "same bytes"
SAME_ADDRESS = "same address"

_RELATED = """
SELECT id, sha256, name, publisher, url, published FROM documents
WHERE (sha256 = ? OR url = ?) AND id <> ? AND id NOT IN (SELECT older FROM supersessions)
ORDER BY seq"""


@dataclass(frozen=True, slots=True)
class _Known:
    """What of an earlier document tells whether it and a new one are versions of one."""

    id: str
    sha256: str
    name: str
    publisher: str | None
    url: str | None
    published: str | None


def note(db: sqlite3.Connection, document: Document, run: int) -> None:
    """Record, in the transaction that adds a document, what it supersedes or is superseded by."""
    found = db.execute(_RELATED, (document.sha256, document.url, document.id)).fetchall()
    for known in (_Known(*row) for row in found):
        why = _versions(known, document)
        if why is not None:
            pair = (known.id, document.id)
            older, newer = pair if why == SAME_BYTES or _is_newer(document, known) else pair[::-1]
            db.execute("INSERT INTO supersessions VALUES (?, ?, ?, ?)", (older, newer, why, run))


def _versions(known: _Known, document: Document) -> str | None:
    """Why the two are versions of one document; ``None`` when they are two documents.

    The same bytes under other metadata correct the metadata, unless two publishers or two
    addresses each carry them: then it is one agency's copy in two papers.
    """
    if known.sha256 == document.sha256 and (
        known.name == document.name
        or not (_differ(known.publisher, document.publisher) or _differ(known.url, document.url))
    ):
        return SAME_BYTES
    return SAME_ADDRESS if known.url is not None and known.url == document.url else None


def _differ(first: str | None, second: str | None) -> bool:
    return first is not None and second is not None and first != second


def _is_newer(document: Document, known: _Known) -> bool:
    """The one published later; the later to arrive when the dates do not tell."""
    if document.published is None or known.published is None:
        return True
    before = from_json(PartialDate, json.loads(known.published))
    ours, theirs = document.published.start, before.start
    return ours is None or theirs is None or ours >= theirs
