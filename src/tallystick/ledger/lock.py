"""One writer at a time: a lock that dies with the process that holds it.

The lock is an exclusive transaction on an empty SQLite file beside the ledger, so that it
works wherever SQLite does, conflicts within one process too, is not inherited by worker
processes, and is let go by the system when its holder is killed.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tallystick.errors import LedgerBusyError

SUFFIX = "-lock"


class WriterLock:
    """Held from the moment it is made until :meth:`release`.

    Raises ``LedgerBusyError`` at once when another build holds it, ``sqlite3.Error`` when
    the file cannot be made.
    """

    def __init__(self, ledger: Path) -> None:
        self._ledger = ledger
        target = ledger.resolve()  # one ledger, one lock, by whatever link it is opened
        self._path = target.with_name(target.name + SUFFIX)
        self._db = self._acquire()

    def _acquire(self) -> sqlite3.Connection:
        while True:
            before = _inode(self._path)
            db = sqlite3.connect(self._path, timeout=0, isolation_level=None)
            try:
                db.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError as error:
                db.close()
                self._explain(error)
            after = _inode(self._path)
            if after is not None and before in (None, after):
                return db
            db.close()  # its last holder removed the file in between: this lock locks nothing

    def _explain(self, error: sqlite3.OperationalError) -> None:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise error
        raise LedgerBusyError(
            f"{self._ledger}: another process is writing this ledger; wait until it has ended, "
            "or give this one a ledger of its own with --ledger"
        ) from error

    def release(self) -> None:
        """Let go; the file is removed while it is still held, so that no second holder has it."""
        self._path.unlink(missing_ok=True)
        self._db.close()


def _inode(path: Path) -> int | None:
    try:
        return path.stat().st_ino
    except FileNotFoundError:
        return None
