"""Opening: what is a ledger and what is not, and what goes wrong under it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tallystick.errors import LedgerBusyError, LedgerError, LedgerTooNewError
from tallystick.ledger import Ledger, database
from tallystick.model.statement import TallyUnit
from tests.builders import document, reading
from tests.scenes import red_hill

NOBODY = 65534
FULL = "x" * 200_000


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as db:
        return db.execute(sql).fetchall()


def make(path: Path) -> None:
    Ledger.open(path).close()


def test_a_ledger_is_one_marked_file_that_lasts(path: Path) -> None:
    with Ledger.open(path) as ledger:
        assert ledger.path == path
        run = ledger.start_run("build")
    with Ledger.open(path) as ledger:
        assert ledger.start_run("build") == run + 1
    assert [f.name for f in path.parent.iterdir()] == [path.name]
    assert rows(path, "PRAGMA application_id") == [(0x74616C79,)]
    assert rows(path, "PRAGMA journal_mode") == [("wal",)]
    assert rows(path, "SELECT version, name FROM migrations") == [
        (number, name) for number, name, _ in database.migrations()
    ]


def test_writes_are_synced_and_references_checked(path: Path) -> None:
    db = database.Database(path, read_only=False)
    assert db.select("PRAGMA synchronous") == [(2,)]  # FULL
    assert db.select("PRAGMA foreign_keys") == [(1,)]
    db.close()


def test_one_writer_at_a_time_and_readers_beside_it(path: Path) -> None:
    with Ledger.open(path) as ledger:
        with pytest.raises(LedgerBusyError, match=r"test\.ledger: another process.*--ledger"):
            Ledger.open(path)
        ledger.start_run("build")
        with Ledger.open(path, read_only=True) as reader:
            assert reader.documents() == []
            with pytest.raises(LedgerError, match="for reading only"):
                reader.start_run("build")
    make(path)  # and the lock is free again


def test_a_link_to_a_ledger_has_its_lock(path: Path) -> None:
    link = path.with_name("link.ledger")
    with Ledger.open(path):
        link.symlink_to(path)
        with pytest.raises(LedgerBusyError):
            Ledger.open(link)


def test_a_failed_opening_leaves_no_lock_behind(path: Path) -> None:
    path.write_text("not a database, but long enough to be looked at " * 40)
    for _ in range(2):
        with pytest.raises(LedgerError, match="not a ledger"):
            Ledger.open(path)
    assert [f.name for f in path.parent.iterdir()] == [path.name]


def test_the_database_of_another_program_is_refused_and_left_as_it_was(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE songs (name)")
    db.commit()
    db.close()
    before = path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(LedgerError, match="another program"):
            Ledger.open(path, read_only=read_only)
    assert path.read_bytes() == before


def test_a_newer_ledger_is_refused_by_name(path: Path) -> None:
    make(path)
    db = sqlite3.connect(path)
    db.execute("INSERT INTO migrations VALUES (99, '0099_later', 'later')")
    db.commit()
    db.close()
    for read_only in (False, True):
        with pytest.raises(LedgerTooNewError, match=r"test\.ledger.*schema 99.*update"):
            Ledger.open(path, read_only=read_only)


def test_what_is_not_there_is_told(path: Path) -> None:
    with pytest.raises(LedgerError, match=r"no ledger here.*tallystick build"):
        Ledger.open(path, read_only=True)
    with pytest.raises(LedgerError, match="is a folder"):
        Ledger.open(path.parent)
    with pytest.raises(LedgerError, match="folder does not exist"):
        Ledger.open(path.parent / "nowhere" / "a.ledger")
    path.touch()
    with pytest.raises(LedgerError, match="empty"):
        Ledger.open(path, read_only=True)
    make(path)  # an empty file becomes a ledger


def test_a_step_and_its_record_are_one(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(path)
    broken = "CREATE TABLE half (a);\nCREATE TABLE runs (already there);\n"
    known = database.newest()
    steps = (*database.migrations(), (known + 1, "9999_broken", broken))
    monkeypatch.setattr(database, "migrations", lambda: steps)
    with pytest.raises(LedgerError, match=r"test\.ledger"):
        Ledger.open(path)
    assert rows(path, "SELECT max(version) FROM migrations") == [(known,)]
    assert rows(path, "SELECT name FROM sqlite_master WHERE name = 'half'") == []
    with pytest.raises(LedgerError, match="older tallystick"):
        Ledger.open(path, read_only=True)
    whole = (*database.migrations()[:-1], (known + 1, "9999_whole", "CREATE TABLE whole (a);\n"))
    monkeypatch.setattr(database, "migrations", lambda: whole)
    make(path)
    assert rows(path, "SELECT max(version) FROM migrations") == [(known + 1,)]


def test_a_full_disk_is_told_and_costs_nothing_that_was_kept(path: Path) -> None:
    opened = database.Database(path, read_only=False)
    with Ledger(opened) as ledger:
        run = ledger.start_run("build")
        pages = opened.select("PRAGMA page_count")[0][0]
        opened.select(f"PRAGMA max_page_count = {pages + 2}")
        doc = document(FULL)
        with pytest.raises(LedgerError, match=r"test\.ledger: the disk is full; free some space"):
            ledger.add(reading(doc), FULL.encode(), run=run)
        assert ledger.documents() == []
        opened.select(f"PRAGMA max_page_count = {pages + 1000}")
        assert ledger.add(reading(doc), FULL.encode(), run=run)


def test_a_damaged_file_is_told(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.add(reading(document(FULL)), FULL.encode(), run=ledger.start_run("build"))
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(LedgerError, match=r"test\.ledger: damaged; restore it from a backup"):
        Ledger.open(path)


@pytest.fixture
def someone() -> Iterator[Path]:
    """A folder that others can see, and the rights of a user who is nobody special."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    user = os.geteuid()
    try:
        yield folder
    finally:
        if user == 0:
            os.seteuid(0)
        folder.chmod(0o755)
        shutil.rmtree(folder)


def become_ordinary(folder: Path) -> None:
    folder.chmod(0o555)
    if os.geteuid() == 0:
        os.seteuid(NOBODY)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs the rights of POSIX")
def test_a_read_only_folder_is_told_and_can_be_read_from(someone: Path) -> None:
    path = someone / "test.ledger"
    make(path)
    become_ordinary(someone)
    with pytest.raises(LedgerError, match=r"test\.ledger.*permissions.*--ledger"):
        Ledger.open(path)
    with pytest.raises(LedgerError, match=r"new\.ledger.*permissions"):
        Ledger.open(someone / "new.ledger")
    with Ledger.open(path, read_only=True) as ledger:
        assert ledger.incidents() == []


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs the rights of POSIX")
def test_a_ledger_that_may_not_be_read_is_told(someone: Path) -> None:
    path = someone / "test.ledger"
    make(path)
    path.chmod(0o000)
    become_ordinary(someone)
    with pytest.raises(LedgerError, match=r"test\.ledger.*permissions"):
        Ledger.open(path, read_only=True)


def test_documents_of_an_older_ledger_were_read_by_the_rules(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = database.migrations()[:1]
    with monkeypatch.context() as before:
        before.setattr(database, "migrations", lambda: first)
        make(path)
    db = sqlite3.connect(path)
    db.execute("INSERT INTO runs VALUES (1, 'build', '0.1.0', '2024-01-01', NULL)")
    db.execute("INSERT INTO contents VALUES ('ab', 1, x'00')")
    row = "(1, 'd-1', 'ab', 'a.txt', 'Old.', NULL, NULL, NULL, NULL, NULL, NULL, 1)"
    db.execute(f"INSERT INTO documents VALUES {row}")
    db.commit()
    db.close()
    with Ledger.open(path) as ledger:
        (old,) = ledger.readings()
        assert (old.document.text, old.reader) == ("Old.", "rules")


def test_tallies_of_an_older_ledger_are_of_attacks(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = [step for step in database.migrations() if step[0] < 4]
    scene = red_hill()
    with monkeypatch.context() as older:
        older.setattr(database, "migrations", lambda: before)
        with Ledger.open(path) as ledger:
            run = ledger.start_run("build")
            for one in scene.readings:
                ledger.add(one, one.document.text.encode(), run=run)
    toll = "SELECT unit FROM tallies"
    with pytest.raises(sqlite3.OperationalError, match="unit"):
        rows(path, toll)
    with Ledger.open(path) as ledger:
        assert [t.unit for t in ledger.tallies()] == [TallyUnit.ATTACKS]
    assert rows(path, toll) == [("attacks",)]
