"""How far a ledger has been read, so that what came since can be read alone.

Nothing in a ledger changes, so that the last row of each table tells all that was before it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass

from tallystick.ledger.database import Row

_TABLES = ("documents", "judgements", "entries")

Select = Callable[[str, Sequence[object]], list[Row]]


@dataclass(frozen=True, slots=True)
class Mark:
    """The last row of a table: its place and its id; 0 where there is none."""

    seq: int = 0
    id: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """The last rows of the tables that views rest on."""

    documents: Mark = Mark()
    judgements: Mark = Mark()
    entries: Mark = Mark()


def marks_of(select: Select) -> Marks:
    """The last rows that there are now."""
    found = (select(f"SELECT seq, id FROM {t} ORDER BY seq DESC LIMIT 1", ()) for t in _TABLES)
    return Marks(*(Mark(*rows[0]) if rows else Mark() for rows in found))


def reach(select: Select, marks: Marks) -> bool:
    """Whether the rows that were marked are there."""
    known = ((table, mark) for table, mark in zip(_TABLES, astuple(marks), strict=True))
    return all(
        not seq or select(f"SELECT 1 FROM {table} WHERE seq = ? AND id = ?", (seq, id))
        for table, (seq, id) in known
    )
