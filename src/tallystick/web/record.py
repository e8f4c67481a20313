"""What people added to an incident, for its page: findings, corrections, requests, comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tallystick.analyse.queue import covers
from tallystick.model.entries import (
    Answer,
    Assessment,
    Comment,
    Correction,
    Entry,
    Request,
    Ruling,
)
from tallystick.model.incident import Incident
from tallystick.model.statement import Statement
from tallystick.present.context import flat
from tallystick.present.show import field_title, value_cell
from tallystick.web.library import Holdings


@dataclass(frozen=True, slots=True)
class FindingLine:
    """What an analyst held of it; ``stale`` where reports have joined since."""

    entry: Entry
    finding: str
    why: str
    stale: bool


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """What was read, with its words, and what stands instead; none where it was struck."""

    entry: Entry
    field: str
    read: str
    read_quote: str
    now: str
    now_quote: str
    why: str


@dataclass(frozen=True, slots=True)
class RequestLine:
    """Whom the desk asked, and what came back."""

    entry: Entry
    body: Request
    answers: tuple[tuple[Entry, Answer], ...]


@dataclass(frozen=True, slots=True)
class CommentLine:
    """A comment with the ruling on it that counts; ``None`` while it waits for one."""

    entry: Entry
    text: str
    ruling: Ruling | None
    ruled: Entry | None

    @property
    def approved(self) -> bool:
        return self.ruling is not None and self.ruling.approved


@dataclass(frozen=True, slots=True)
class Record:
    """All of it for one incident, oldest first."""

    findings: tuple[FindingLine, ...]
    corrections: tuple[CorrectionLine, ...]
    requests: tuple[RequestLine, ...]
    comments: tuple[CommentLine, ...]


def record_of(incident: Incident, holdings: Holdings) -> Record:
    """What people added to an incident, whatever reports it has now."""
    reports = {report.id for report in incident.reports}
    entries = holdings.entries
    return Record(
        tuple(_findings(incident, reports, entries)),
        tuple(_corrections(incident, holdings)),
        tuple(_requests(reports, entries)),
        tuple(c for c in comments(entries) if _report(c.entry) in reports),
    )


def _report(entry: Entry) -> str:
    return entry.body.report if isinstance(entry.body, Comment | Request) else ""


def _findings(
    incident: Incident, reports: set[str], entries: Sequence[Entry]
) -> Iterator[FindingLine]:
    for entry in entries:
        match entry.body:
            case Assessment(reports=seen, finding=finding, why=why) if not reports.isdisjoint(seen):
                stale = not covers(entry.body, incident)
                yield FindingLine(entry, finding.value, why, stale)


def _corrections(incident: Incident, holdings: Holdings) -> Iterator[CorrectionLine]:
    reports = {report.id for report in incident.reports}
    for entry in holdings.entries:
        if isinstance(entry.body, Correction):
            old, new = holdings.misread.get(entry.body.replaces), entry.body.statement
            if old and old.report in reports:
                yield CorrectionLine(
                    entry,
                    field_title(old.field),
                    value_cell(old.value),
                    _quote(incident, old),
                    value_cell(new.value) if new else "",
                    _quote(incident, new) if new else "",
                    entry.body.why,
                )


def _quote(incident: Incident, statement: Statement) -> str:
    return flat(incident.quote(statement))


def _requests(reports: set[str], entries: Sequence[Entry]) -> Iterator[RequestLine]:
    answers = [(e, e.body) for e in entries if isinstance(e.body, Answer)]
    for entry in entries:
        if isinstance(entry.body, Request) and entry.body.report in reports:
            ours = tuple((e, a) for e, a in answers if a.request == entry.id)
            yield RequestLine(entry, entry.body, ours)


def comments(entries: Sequence[Entry]) -> Iterator[CommentLine]:
    """Every comment with what was ruled on it last, oldest first."""
    ruled = {e.body.comment: (e.body, e) for e in entries if isinstance(e.body, Ruling)}
    for entry in entries:
        if isinstance(entry.body, Comment):
            ruling, by = ruled.get(entry.id, (None, None))
            yield CommentLine(entry, entry.body.text, ruling, by)
