"""Where linking keeps its index: tables of the ledger that are not of the record.

:class:`LinkShelf` fits :class:`tallystick.link.index.Shelf`, which it does not know.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from tallystick.ledger.database import Row
from tallystick.model.judgement import PROGRAM, Verdict

_MANY = 500  # values a statement, well below SQLite's limit

_PARTNERS = """
SELECT one.row, two.row FROM judgements
JOIN linked_reports AS one ON one.report = judgements.a
JOIN linked_reports AS two ON two.report = judgements.b
WHERE judgements."by" = ? AND judgements.verdict = ?"""


class LinkShelf:
    """The index of one ledger, inside the transaction that the connection is in."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def since(self, version: str) -> int:
        """Up to which document all is judged; emptied where another version judged it."""
        found = self._db.execute("SELECT version, document FROM linked_until").fetchone()
        if found and found[0] == version:
            return int(found[1])
        for table in ("linked_until", "linked_blocks", "linked_reports"):
            self._db.execute(f"DELETE FROM {table}")
        self._db.execute("INSERT INTO linked_until VALUES (?, 0)", (version,))
        return 0

    def reached(self, document: int) -> None:
        """All documents up to this one (by its ``seq``) are judged."""
        self._db.execute("UPDATE linked_until SET document = ?", (document,))

    def blocks(self) -> Iterable[bytes]:
        return (row[0] for row in self._db.execute("SELECT block FROM linked_blocks ORDER BY seq"))

    def put(self, block: bytes, profiles: Sequence[tuple[str, bytes]]) -> None:
        self._db.execute("INSERT INTO linked_blocks (block) VALUES (?)", (block,))
        sql = "SELECT coalesce(max(row) + 1, 0) FROM linked_reports"
        (first,) = self._db.execute(sql).fetchone()
        numbered = ((row, *each) for row, each in enumerate(profiles, first))
        self._db.executemany("INSERT INTO linked_reports VALUES (?, ?, ?)", numbered)

    def profiles(self, rows: Sequence[int]) -> Iterable[tuple[int, bytes]]:
        return self._among("SELECT row, profile FROM linked_reports WHERE row IN", rows)

    def known(self, ids: Sequence[str]) -> set[str]:
        sql = "SELECT report FROM linked_reports WHERE report IN"
        return {row[0] for row in self._among(sql, ids)}

    def partners(self, rows: Sequence[int]) -> Iterable[tuple[int, int]]:
        for side in ("one", "two"):
            yield from self._among(f"{_PARTNERS} AND {side}.row IN", rows, PROGRAM, Verdict.SAME)

    def _among(
        self, sql: str, values: Sequence[int] | Sequence[str], *before: str
    ) -> Iterator[Row]:
        for at in range(0, len(values), _MANY):
            part = values[at : at + _MANY]
            yield from self._db.execute(f"{sql} ({', '.join('?' * len(part))})", (*before, *part))
