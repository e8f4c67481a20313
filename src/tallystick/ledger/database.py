"""The SQLite file under a ledger: opening, schema, transactions, and errors in plain words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from tallystick.errors import LedgerBusyError, LedgerError, LedgerTooNewError
from tallystick.ledger.lock import WriterLock

APPLICATION_ID = 0x74616C79  # "taly": marks the file as a ledger, for `file` and for us
_WAIT = 5.0  # seconds that a statement waits for a reader's or checkpoint's lock
_MIGRATIONS = """CREATE TABLE IF NOT EXISTS migrations (
    version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied TEXT NOT NULL) STRICT"""

Row = tuple[Any, ...]  # what SQLite hands out; rows.py gives it types


def utc_now() -> str:
    """The time in UTC, ISO 8601, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Database:
    """One open ledger file. A writer holds the lock; readers see the last commit.

    A writer ``beside`` the one that holds the lock takes no lock of its own: its transactions,
    which have to be short, fall between the other's.
    """

    def __init__(self, path: Path, *, read_only: bool, beside: bool = False) -> None:
        self.path = path
        _check_place(path, read_only or beside)
        self._writes = beside or not read_only
        with explained(path):
            self._lock = WriterLock(path) if self._writes and not beside else None
            try:
                connect = _connect_beside if beside else _connect_writer
                self._db = connect(path) if self._writes else _connect_reader(path)
            except BaseException:
                self._release()
                raise

    def close(self) -> None:
        """Close the file and, for a writer, let go of the lock."""
        self._db.close()
        self._release()

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def select(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """All rows that a query gives. Raises ``LedgerError``."""
        with explained(self.path):
            return self._db.execute(sql, values).fetchall()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is selected inside is of one moment, whatever others write meanwhile."""
        with explained(self.path):
            self._db.execute("BEGIN")
        try:
            yield
        finally:
            self._db.execute("ROLLBACK")

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing; on the disk (``synchronous=FULL``) when it ends without an error."""
        if not self._writes:
            raise LedgerError(f"{self.path}: opened for reading only; open it for writing")
        with explained(self.path), _transaction(self._db):
            yield self._db


@contextmanager
def _transaction(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:  # SQLite itself rolls back on a full disk
            db.execute("ROLLBACK")
        raise


def _check_place(path: Path, read_only: bool) -> None:
    if path.is_dir():
        raise LedgerError(f"{path}: is a folder; name a file for the ledger")
    if read_only and not path.exists():
        raise LedgerError(f"{path}: there is no ledger here; make one with: tallystick build")
    if not path.parent.is_dir():
        raise LedgerError(f"{path}: its folder does not exist; make it first")


def _connect_writer(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
    try:
        _check_owner(db, path)
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA synchronous=FULL")
        db.execute("PRAGMA foreign_keys=ON")
        _migrate(db)
    except BaseException:
        db.close()
        raise
    return db


def _connect_beside(path: Path) -> sqlite3.Connection:
    """For short transactions on a ledger that is there and of the present schema."""
    db = _checked_reader(path.absolute().as_uri() + "?mode=rw", path)
    db.execute("PRAGMA synchronous=FULL")
    db.execute("PRAGMA foreign_keys=ON")
    return db


def _connect_reader(path: Path) -> sqlite3.Connection:
    """Without a write; also from a read-only folder, where SQLite cannot make its -shm file."""
    uri = path.absolute().as_uri() + "?mode=ro"
    try:
        return _checked_reader(uri, path)
    except sqlite3.OperationalError:
        if path.with_name(path.name + "-wal").exists():
            raise  # somebody may be writing it
        return _checked_reader(uri + "&immutable=1", path)


def _checked_reader(uri: str, path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(uri, uri=True, timeout=_WAIT, isolation_level=None)
    try:
        _check_owner(db, path)
        _check_current(db, path)
    except BaseException:
        db.close()
        raise
    return db


def _check_owner(db: sqlite3.Connection, path: Path) -> None:
    """Refuse a file that is not a ledger, before anything is written to it."""
    (application,) = db.execute("PRAGMA application_id").fetchone()
    (objects,) = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application != APPLICATION_ID and (application or objects):
        raise LedgerError(
            f"{path}: a database of another program, not a ledger; name another file with --ledger"
        )
    version = _version(db) if application else 0
    if version > newest():
        raise LedgerTooNewError(
            f"{path}: written by a newer tallystick (schema {version}, this one knows {newest()}); "
            "update tallystick, or build a new ledger from the documents"
        )


def _check_current(db: sqlite3.Connection, path: Path) -> None:
    if not db.execute("SELECT 1 FROM sqlite_master").fetchone() or _version(db) < newest():
        raise LedgerError(
            f"{path}: empty, or written by an older tallystick; "
            "run `tallystick build` with it once to bring it up to date"
        )


def _version(db: sqlite3.Connection) -> int:
    (version,) = db.execute("SELECT coalesce(max(version), 0) FROM migrations").fetchone()
    return int(version)


@lru_cache
def migrations() -> tuple[tuple[int, str, str], ...]:
    """Number, name and SQL of each schema step, in order."""
    folder = files("tallystick.ledger.migrations")
    scripts = sorted((f for f in folder.iterdir() if f.name.endswith(".sql")), key=lambda f: f.name)
    return tuple((int(f.name[:4]), f.name[:-4], f.read_text("utf-8")) for f in scripts)


def newest() -> int:
    """The schema version that this program writes."""
    return migrations()[-1][0]


def _migrate(db: sqlite3.Connection) -> None:
    """Take each step that is missing and record it, in one transaction a step."""
    for version, name, script in migrations():
        with _transaction(db):
            db.execute(_MIGRATIONS)
            if version <= _version(db):
                continue
            for statement in _statements(script):
                db.execute(statement)
            db.execute("INSERT INTO migrations VALUES (?, ?, ?)", (version, name, utc_now()))
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _statements(script: str) -> Iterator[str]:
    """The statements one by one: ``executescript`` would commit the transaction first."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


_ADVICE = {
    sqlite3.SQLITE_FULL: "the disk is full; free some space and run the same command again: "
    "what was acknowledged is kept",
    sqlite3.SQLITE_READONLY: "cannot be written; check its permissions and its folder's, "
    "or name another file with --ledger",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; check its permissions and its folder's, "
    "or name another file with --ledger",
    sqlite3.SQLITE_PERM: "access denied; check its permissions, or name another file with --ledger",
    sqlite3.SQLITE_IOERR: "the disk failed to read or write; check the disk (and its free space), "
    "then run the same command again",
    sqlite3.SQLITE_CORRUPT: "damaged; restore it from a backup, or move it away and build it again "
    "from the documents",
    sqlite3.SQLITE_NOTADB: "not a ledger; name another file with --ledger",
    sqlite3.SQLITE_CONSTRAINT: "refused by the ledger's own rules; nothing was written",
}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """SQLite's errors as ``LedgerError``, naming the file and what to do."""
    try:
        yield
    except UnicodeDecodeError as error:  # SQLite's own message holds bytes of the damage
        raise LedgerError(
            f"{path}: damaged; restore it from a backup, or build it again"
        ) from error
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise LedgerBusyError(
                f"{path}: another process is writing this ledger; wait until it has ended"
            ) from error
        advice = _ADVICE.get(code, "restore it from a backup, or build it again")
        raise LedgerError(f"{path}: {advice} (SQLite: {error})") from error
