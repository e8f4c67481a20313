"""What people's entries come to: which of them count, and reports as they correct them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain

from tallystick.errors import NotFoundError
from tallystick.ledger import rows
from tallystick.model.entries import (
    Addition,
    Answer,
    Assessment,
    Body,
    Comment,
    Correction,
    Entry,
    Request,
    Ruling,
    Withdrawal,
)
from tallystick.model.judgement import PROGRAM
from tallystick.model.statement import Report, Statement


class Corrections(dict[str, Entry]):
    """The id of a statement that was misread, or missed, to the entry that puts it right."""

    @cached_property
    def added(self) -> dict[str, list[Statement]]:
        """The statements that the reader missed, by report."""
        found: dict[str, list[Statement]] = {}
        for entry in self.values():
            if isinstance(entry.body, Addition) and (told := statement_of(entry)):
                found.setdefault(told.report, []).append(told)
        return found


def withdrawn(entries: Iterable[Entry]) -> frozenset[str]:
    """The ids of the entries and judgements that were undone."""
    undone = (e.body.entries for e in entries if isinstance(e.body, Withdrawal))
    return frozenset(id for ids in undone for id in ids)


def in_force(entries: Sequence[Entry]) -> list[Entry]:
    """Those that nobody has withdrawn, oldest first."""
    gone = withdrawn(entries)
    return [e for e in entries if e.id not in gone and not isinstance(e.body, Withdrawal)]


def corrections(entries: Sequence[Entry]) -> Corrections:
    """The corrections and additions in force, the newest of each statement."""
    found = Corrections()
    for entry in in_force(entries):
        match entry.body:
            case Correction(replaces=id) | Addition(statement=Statement(id=id)):
                found[id] = entry
    return found


def corrected(report: Report, known: Corrections) -> Report:
    """A report with the statements that analysts put in the place of misread ones, or added."""
    added = known.added.get(report.id, ())
    if not added and not any(statement.id in known for statement in report.statements):
        return report
    now = chain.from_iterable(_now(each, known) for each in report.statements)
    told = {statement.id: statement for statement in chain(now, added)}
    return replace(report, statements=tuple(told.values()))


def _now(statement: Statement, known: Corrections) -> Iterator[Statement]:
    """What stands for a statement: itself, the last correction, or nothing."""
    current: Statement | None = statement
    seen: set[str] = set()
    while current and current.id in known and current.id not in seen:
        seen.add(current.id)
        current = statement_of(known[current.id])
    if current:
        yield current


def statement_of(entry: Entry) -> Statement | None:
    """What an entry says instead or besides, as the statement of who made it."""
    told = entry.body.statement if isinstance(entry.body, Correction | Addition) else None
    return told and replace(told, by=entry.by)


# -- what an entry may name ------------------------------------------------------------

_KNOWN = {
    "report": "SELECT 1 FROM reports WHERE id = ?",
    "statement": "SELECT 1 FROM (SELECT id FROM statements UNION ALL"
    " SELECT json_extract(body, '$.statement.id') AS id FROM entries WHERE kind = 'correction')"
    " WHERE id = ?",
    "comment": "SELECT 1 FROM entries WHERE kind = 'comment' AND id = ?",
    "request": "SELECT 1 FROM entries WHERE kind = 'request' AND id = ?",
    "decision": "SELECT 1 FROM (SELECT id FROM entries WHERE kind <> 'withdrawal' UNION ALL"
    f" SELECT id FROM judgements WHERE \"by\" <> '{PROGRAM}') WHERE id = ?",
}


def add(db: sqlite3.Connection, entry: Entry, run: int) -> bool:
    """Append an entry; ``False`` when it is there already.

    Raises ``NotFoundError`` when it names what the ledger does not have.
    """
    if db.execute("SELECT 1 FROM entries WHERE id = ?", (entry.id,)).fetchone():
        return False
    for kind, id in _named(entry.body):
        if not db.execute(_KNOWN[kind], (id,)).fetchone():
            raise NotFoundError(f"the ledger has no {kind} {id}")
    row = (*rows.entry_row(entry), run)
    db.execute(f"INSERT INTO entries ({rows.ENTRY}, run) VALUES (?, ?, ?, ?, ?, ?)", row)
    return True


def _named(body: Body) -> list[tuple[str, str]]:
    match body:
        case Assessment(reports=reports):
            return [("report", id) for id in reports]
        case Correction(replaces=replaces, statement=statement):
            told = [("report", statement.report)] if statement else []
            return [("statement", replaces), *told]
        case Comment(report=report) | Request(report=report):
            return [("report", report)]
        case Addition(statement=Statement(report=report)):
            return [("report", report)]
        case Ruling(comment=comment):
            return [("comment", comment)]
        case Answer(request=request):
            return [("request", request)]
        case Withdrawal(entries=entries):
            return [("decision", id) for id in entries]
