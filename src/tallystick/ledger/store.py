"""The ledger: what was read, from which bytes, and who judged what; only ever added to."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Self

from tallystick.errors import LedgerError, NotFoundError
from tallystick.ledger import entries as desk
from tallystick.ledger import rows, supersede
from tallystick.ledger.asof import AsOf, Coverage
from tallystick.ledger.database import Database, Row, utc_now
from tallystick.ledger.find import bare_id, find_incident, nearest
from tallystick.ledger.incidents import at_least, chronological, incidents_of
from tallystick.ledger.marks import Marks, marks_of, reach
from tallystick.ledger.query import Query
from tallystick.ledger.shelf import LinkShelf
from tallystick.model.document import Document, Segment
from tallystick.model.entries import Entry
from tallystick.model.incident import Incident
from tallystick.model.judgement import PROGRAM, Judgement
from tallystick.model.statement import AnnouncedTally, Reading, Report, Statement

_MANY = 500  # ids in one statement

Judging = Callable[[LinkShelf, Sequence[Reading]], Iterator[Judgement]]


class Ledger:
    """One open ledger; a context manager.

    Every method that writes returns only when what it wrote is on the disk. Every method
    raises ``LedgerError`` where the file cannot be read or written; the message names the
    file and says what to do. What is read of a ledger :meth:`as_of` a time rests on what
    counts then.
    """

    def __init__(self, database: Database, bounds: AsOf = AsOf()) -> None:  # noqa: B008 - frozen
        self._db = database
        self._bounds = bounds

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Self:
        """The ledger in a file, made if need be, brought up to the present schema.

        Raises ``LedgerBusyError`` at once when another process writes it,
        ``LedgerTooNewError`` when a newer version of the program wrote it.
        """
        return cls(Database(Path(path), read_only=read_only))

    @classmethod
    def beside(cls, path: Path) -> Self:
        """A ledger that is there, for people's short entries, also while a build writes it.

        Raises ``LedgerBusyError`` only where a build holds the file for seconds on end, as
        while it links.
        """
        return cls(Database(Path(path), read_only=False, beside=True))

    def as_of(self, bounds: AsOf) -> Self:
        """The same ledger, read within bounds (and those that it has); one file, closed at once."""
        return type(self)(self._db, self._bounds.within(bounds))

    def snapshot(self) -> AbstractContextManager[None]:
        """All that is read inside is of one moment, whatever a build writes meanwhile."""
        return self._db.snapshot()

    @property
    def bounds(self) -> AsOf:
        """Within which bounds it is read."""
        return self._bounds

    @property
    def path(self) -> Path:
        """The file."""
        return self._db.path

    def close(self) -> None:
        """Give the file free for others; what was written is on the disk already."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # ---- writing

    def start_run(self, command: str) -> int:
        """Record that a command begins; gives the run's number."""
        with self._db.transaction() as db:
            cursor = db.execute(
                "INSERT INTO runs (command, program, started) VALUES (?, ?, ?)",
                (command, version("tallystick"), utc_now()),
            )
        return cursor.lastrowid or 0

    def finish_run(self, run: int) -> None:
        """Record that a run came to its end. A run without one was interrupted."""
        with self._db.transaction() as db:
            db.execute("UPDATE runs SET finished = ? WHERE id = ?", (utc_now(), run))

    def has(self, document_id: str) -> bool:
        """Whether it holds a document of this id, current or superseded."""
        return bool(self._db.select("SELECT 1 FROM documents WHERE id = ?", (document_id,)))

    def add(self, reading: Reading, content: bytes, *, run: int) -> bool:
        """Keep a document with all that was read from it, and its bytes, in one transaction.

        ``False`` when it was there already; then nothing changes.
        """
        return self.add_many([(reading, content)], run=run)[0]

    def add_many(self, batch: Iterable[tuple[Reading, bytes]], *, run: int) -> list[bool]:
        """:meth:`add` for several in one transaction: all of them are kept, or none."""
        with self._db.transaction() as db:
            return [_add(db, reading, content, run) for reading, content in batch]

    def leave_out(self, name: str, reason: str, *, run: int) -> None:
        """Record that an input was left out, and why."""
        with self._db.transaction() as db:
            db.execute(
                "INSERT INTO left_out (run, name, reason, at) VALUES (?, ?, ?, ?)",
                (run, name, reason, utc_now()),
            )

    def record(self, judgements: Iterable[Judgement], *, run: int) -> int:
        """Append the judgements that say something new; gives how many.

        One is known when the last word of the same kind on the pair is the same.
        Raises ``NotFoundError`` when a judgement is on a report that is not here.
        """
        with self._db.transaction() as db:
            return sum([_record(db, judgement, run) for judgement in judgements])

    def decide(self, *, judgements: Iterable[Judgement] = (), entries: Iterable[Entry] = ()) -> int:
        """Keep what a person decided, all in one transaction and a run of its own; how many.

        Raises ``NotFoundError`` when any of it names what is not here.
        """
        with self._db.transaction() as db:
            now = utc_now()
            cursor = db.execute(
                "INSERT INTO runs (command, program, started, finished) VALUES ('desk', ?, ?, ?)",
                (version("tallystick"), now, now),
            )
            run = cursor.lastrowid or 0
            told = sum([_record(db, judgement, run) for judgement in judgements])
            return told + sum([desk.add(db, entry, run) for entry in entries])

    def link(self, judging: Judging, *, version: str, run: int) -> int:
        """Have the documents judged that came since this was last done; gives how many new words.

        ``version`` is that of the judging: where another one judged before, all documents are
        judged anew. All is kept, or nothing, in one transaction.
        """
        with self._db.transaction() as db:
            shelf = LinkShelf(db)
            since = shelf.since(version)
            new = self._readings(f"{self._bounds.current} AND seq > {since}", desk.Corrections())
            said = sum([_record(db, judgement, run) for judgement in judging(shelf, new)])
            shelf.reached(db.execute("SELECT coalesce(max(seq), 0) FROM documents").fetchone()[0])
        return said

    # ---- reading

    def marks(self) -> Marks:
        """How far it goes now: what is past them is new to who reads again from there."""
        return marks_of(self._db.select)

    def continues(self, marks: Marks) -> bool:
        """Whether it goes on from there; a file put in the place of the one marked does not."""
        return reach(self._db.select, marks)

    def documents(self, *, superseded: bool = False, since: int = 0) -> list[Document]:
        """The current documents in order of arrival, or also those superseded.

        Here and below ``since`` is a mark, past which alone is read.
        """
        every = f"SELECT id FROM documents WHERE {self._bounds.known}"
        chosen = every if superseded else self._bounds.current
        return self._documents(f"{chosen} AND seq > {since}")

    def current(self) -> frozenset[str]:
        """The ids of the current documents."""
        return frozenset(row[0] for row in self._db.select(self._bounds.current))

    def supersessions(self) -> frozenset[tuple[str, str]]:
        """The ids of every superseded document and the newer one, within bounds or not."""
        return frozenset(self._db.select("SELECT older, newer FROM supersessions"))

    def _documents(self, chosen: str) -> list[Document]:
        segments: dict[str, list[Segment]] = defaultdict(list)
        for row in self._select(rows.SEGMENT, "segments", f"document IN ({chosen})", order="1, 2"):
            segments[row[0]].append(rows.read_segment(row))
        found = self._select(rows.DOCUMENT, "documents", f"id IN ({chosen})")
        return [rows.read_document(row, segments[row[0]]) for row in found]

    def readings(
        self, *, since: int = 0, among: Mapping[str, Document] | None = None
    ) -> list[Reading]:
        """The current documents, each with its reports and tallies in the order of the text.

        ``among`` are documents by id, all of those asked for: they are not read again.
        """
        chosen = f"{self._bounds.current} AND seq > {since}"
        return self._readings(chosen, desk.corrections(self.entries()), among)

    def read_again(self, among: Mapping[str, Document]) -> list[Reading]:
        """The readings of some documents (by id), as they are corrected now."""
        known = desk.corrections(self.entries())
        ids = ["'" + id.replace("'", "''") + "'" for id in among]
        parts = (", ".join(ids[at : at + _MANY]) for at in range(0, len(ids), _MANY))
        return [reading for part in parts for reading in self._readings(part, known, among)]

    def _readings(
        self, chosen: str, known: desk.Corrections, among: Mapping[str, Document] | None = None
    ) -> list[Reading]:
        reports: dict[str, list[Report]] = defaultdict(list)
        for report in self._reports(f"document IN ({chosen})"):
            reports[report.document].append(desk.corrected(report, known))
        tallies: dict[str, list[AnnouncedTally]] = defaultdict(list)
        for tally in self._tallies(chosen):
            tallies[tally.document].append(tally)
        readers: dict[str, str] = dict(self._select("id, reader", "documents", f"id IN ({chosen})"))
        documents = [among[id] for id in readers] if among is not None else self._documents(chosen)
        return [
            Reading(
                document,
                tuple(sorted(reports[document.id], key=lambda r: r.anchor)),
                tuple(sorted(tallies[document.id], key=lambda t: t.span)),
                readers[document.id],
            )
            for document in documents
        ]

    def judgements(self, *, of: str | None = None) -> list[Judgement]:
        """Oldest first, also those superseded; all, or those of one report or incident.

        Those that somebody withdrew are not among them.
        """
        if of is None:
            gone = desk.withdrawn(self.entries())
            return [j for j in self.all_judgements() if j.id not in gone]
        wanted = {of}
        if of.startswith("i-"):
            wanted = {report.id for report in self.incident(of).reports}
        return [j for j in self.judgements() if wanted & {j.a, j.b}]

    def all_judgements(self, *, by_persons: bool = False, since: int = 0) -> list[Judgement]:
        """Oldest first, also those withdrawn; all, or only persons'."""
        persons = f""" AND "by" <> '{PROGRAM}'""" if by_persons else ""
        asked = f"seq > {since} AND {self._bounds.judged}{persons}"
        found = self._select(rows.JUDGEMENT, "judgements", asked)
        return [rows.read_judgement(row) for row in found]

    def entries(self, *, since: int = 0) -> list[Entry]:
        """What people added beside judgements, oldest first, also what was withdrawn."""
        recorded = f"seq > {since} AND run IN (SELECT id FROM runs WHERE {self._bounds.runs})"
        return [rows.read_entry(row) for row in self._select(rows.ENTRY, "entries", recorded)]

    def misread(self) -> dict[str, Statement]:
        """The statements that corrections in force have taken the place of, by id."""
        entries = self.entries()
        known = desk.corrections(entries)
        told = {s.id: s for e in entries if (s := desk.statement_of(e))}  # also by what is undone
        every = {s.id: s for e in known.values() if (s := desk.statement_of(e))}
        return {id: every.get(id) or self._read(id) or told[id] for id in known}

    def _read(self, id: str) -> Statement | None:
        """A statement as its reader had it; ``None`` for one that an analyst made."""
        for (report,) in self._select("report", "statements", "id = ?", (id,)):
            (read,) = self._reports("id = ?", (report,))
            return next(s for s in read.statements if s.id == id)
        return None

    def incidents(self, query: Query = Query()) -> list[Incident]:  # noqa: B008 - frozen
        """The incidents that a query asks for, by date, the undated last."""
        found = self.as_of(query.as_of)._incidents()
        views = (at_least(incident, query.min_confidence) for incident in found)
        return sorted((view for view in views if query.matches(view)), key=chronological)

    def incident(
        self, id: str, *, min_confidence: float = 0.0, among: Sequence[Incident] | None = None
    ) -> Incident:
        """One incident by its id, the beginning of it, or the id of one of its reports.

        Values held less probable than ``min_confidence`` are left out of the view. ``among``
        spares the work where all incidents are at hand. Raises ``NotFoundError``, with near
        ids, when there is none or more than one.
        """
        try:
            found = find_incident(self._incidents() if among is None else among, id)
        except NotFoundError as error:
            self._refuse_later(id)
            self._refuse_superseded(id)
            raise NotFoundError(f"{error} (`tallystick incidents` lists the ids)") from error
        return at_least(found, min_confidence)

    def tallies(self) -> list[AnnouncedTally]:
        """The tallies announced in current documents, in order of arrival."""
        return self._tallies(self._bounds.current)

    def _tallies(self, chosen: str) -> list[AnnouncedTally]:
        found = self._select(rows.TALLY, "tallies", f"document IN ({chosen})")
        return [rows.read_tally(row) for row in found]

    def report(self, id: str) -> Report:
        """One report by its id or the beginning of it, also from a superseded document.

        Raises ``NotFoundError``, with near ids, when there is none or more than one.
        """
        found = list(self._reports("id >= ? AND id < ?", (id, id + "\U0010ffff")))
        if len(found) != 1:
            ids = [report.id for report in found] or [
                row[0] for row in self._db.select("SELECT id FROM reports")
            ]
            listed = "`tallystick show INCIDENT` lists those of an incident"
            raise NotFoundError(f"{nearest('report', id, ids)} ({listed})")
        return desk.corrected(found[0], desk.corrections(self.entries()))

    def content(self, sha256: str) -> bytes:
        """The bytes that a document was read from, checked against their hash.

        Raises ``NotFoundError`` when they are not here.
        """
        found = self._db.select("SELECT zlib FROM contents WHERE sha256 = ?", (sha256,))
        if not found:
            raise NotFoundError(f"{self.path}: no content of SHA-256 {sha256}")
        return self._unpacked(sha256, found[0][0])

    def left_out(self, run: int | None = None) -> list[tuple[str, str]]:
        """Name and reason of what a run left out; of the last build where none is named."""
        last = "(SELECT max(id) FROM runs WHERE command = 'build')"
        found = self._select("name, reason", "left_out", f"run = ifnull(?, {last})", (run,))
        return [(name, reason) for name, reason in found]

    def coverage(self) -> Coverage:
        """How many documents the bounds leave, and how many they leave out undated."""
        parts = (self._bounds.current, AsOf().current, self._bounds.undated)
        counts = [self._db.select(f"SELECT count(*) FROM ({sql})")[0][0] for sql in parts]
        return Coverage(*counts)

    # ---- the parts of reading

    def _incidents(self) -> list[Incident]:
        return incidents_of(self.readings(), self.judgements())

    def _refuse_later(self, id: str) -> None:
        """Say so where an incident is there, and only the bounds hide it."""
        if self._bounds.bounded:
            found = Ledger(self._db).incident(id)
            raise NotFoundError(f"no report of {found.id} was there by then; leave the date out")

    def _refuse_superseded(self, id: str) -> None:
        """Say so where an incident is gone because newer texts took its documents' place."""
        first = f"r-{bare_id(id)}"
        told = self._db.select(
            "SELECT DISTINCT documents.name FROM reports JOIN documents"
            " ON documents.id = reports.document WHERE reports.id >= ? AND reports.id < ?"
            f" AND documents.id NOT IN ({AsOf().current})",
            (first, first + "\U0010ffff"),
        )
        if bare_id(id) and len(told) == 1:
            raise NotFoundError(
                f"no incident {id} any more: it was read from {told[0][0]}, and a newer text has "
                "superseded that (tallystick documents --all lists both)"
            )

    def _reports(self, condition: str, values: tuple[str, ...] = ()) -> list[Report]:
        found = self._select(rows.REPORT, "reports", condition, values)
        document = {row[0]: row[1] for row in found}
        statements: dict[str, list[Statement]] = defaultdict(list)
        inside = f"report IN (SELECT id FROM reports WHERE {condition})"
        for row in self._select(rows.STATEMENT, "statements", inside, values):
            statements[row[1]].append(rows.read_statement(row, document[row[1]]))
        return [rows.read_report(row, statements[row[0]]) for row in found]

    def _select(
        self,
        columns: str,
        table: str,
        condition: str = "1",
        values: tuple[object, ...] = (),
        *,
        order: str = "seq",
    ) -> list[Row]:
        sql = f"SELECT {columns} FROM {table} WHERE {condition} ORDER BY {order}"
        return self._db.select(sql, values)

    def _unpacked(self, sha256: str, packed: bytes) -> bytes:
        try:
            content = zlib.decompress(packed)
        except zlib.error:
            content = b""
        if hashlib.sha256(content).hexdigest() != sha256:
            raise LedgerError(
                f"{self.path}: the content {sha256} is damaged; restore the ledger from a backup, "
                "or build it again from the documents"
            )
        return content


def _add(db: sqlite3.Connection, reading: Reading, content: bytes, run: int) -> bool:
    document = reading.document
    if db.execute("SELECT 1 FROM documents WHERE id = ?", (document.id,)).fetchone():
        return False
    if hashlib.sha256(content).hexdigest() != document.sha256:
        raise ValueError(f"{document.name}: these are not the bytes that the document names")
    _insert_document(db, reading, content, run)
    _insert(db, "reports", rows.REPORT, [rows.report_row(r) for r in reading.reports])
    statements = [rows.statement_row(s) for r in reading.reports for s in r.statements]
    _insert(db, "statements", rows.STATEMENT, statements)
    _insert(db, "tallies", rows.TALLY, [rows.tally_row(t) for t in reading.tallies])
    return True


def _insert_document(db: sqlite3.Connection, reading: Reading, content: bytes, run: int) -> None:
    document = reading.document
    packed = (document.sha256, len(content), zlib.compress(content))
    _insert(db, "contents", "sha256, size, zlib", [packed])
    row = rows.document_row(document)
    try:
        db.execute(
            f"INSERT INTO documents ({rows.DOCUMENT}, reader, run) VALUES ({_marks(row)}, ?, ?)",
            (*row, reading.reader, run),
        )
    except UnicodeEncodeError as error:
        raise LedgerError(
            f"{document.name}: its text holds half characters (lone surrogates) that no file can "
            "keep; save it again as UTF-8"
        ) from error
    _insert(db, "segments", rows.SEGMENT, rows.segment_rows(document))
    supersede.note(db, document, run)


def _insert(db: sqlite3.Connection, table: str, columns: str, new: list[Row]) -> None:
    """What is there already stays as it is: an id is that of its content."""
    if new:
        sql = f"INSERT INTO {table} ({columns}) VALUES ({_marks(new[0])}) ON CONFLICT DO NOTHING"
        db.executemany(sql, new)


def _record(db: sqlite3.Connection, judgement: Judgement, run: int) -> bool:
    known = db.execute(
        'SELECT id FROM judgements WHERE a = ? AND b = ? AND ("by" = ?) = ? ORDER BY seq DESC',
        (judgement.a, judgement.b, PROGRAM, not judgement.by_person),
    ).fetchall()
    # The program may come back to an older verdict, whose id is the same: it then counts anew.
    if (judgement.id,) in (known if judgement.by_person else known[:1]):
        return False
    for report in (judgement.a, judgement.b):
        if not db.execute("SELECT 1 FROM reports WHERE id = ?", (report,)).fetchone():
            raise NotFoundError(f"a judgement names {report}, and the ledger has no such report")
    row = rows.judgement_row(judgement)
    db.execute(
        f"INSERT INTO judgements ({rows.JUDGEMENT}, run) VALUES ({_marks(row)}, ?)", (*row, run)
    )
    return True


def _marks(row: Row) -> str:
    return ", ".join("?" * len(row))
