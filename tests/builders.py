"""Small documents, reports and readings for tests, with ids from their content.

A test writes a text, points at its words, and gets statements with exact spans:

    doc = document("Three rockets hit the base on Friday. Nobody was hurt.", published="2023-12-08")
    strike = report(doc, "Three rockets", fact(Field.WEAPON, WeaponUse("rocket", exactly(3))))
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime

from tallystick.model.codec import to_json
from tallystick.model.document import Document, Segment, SegmentKind, Span
from tallystick.model.entries import Body, Entry
from tallystick.model.ids import (
    document_id,
    entry_id,
    judgement_id,
    report_id,
    statement_id,
    tally_id,
)
from tallystick.model.judgement import PROGRAM, Judgement, Reason, Verdict
from tallystick.model.statement import (
    RULES,
    AnnouncedTally,
    Field,
    Reading,
    Report,
    Source,
    SourceChain,
    Stance,
    Standing,
    Statement,
    Value,
)
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import Casualties, CountRange, PartialDate, PersonClass


def document(
    text: str,
    *,
    name: str = "a.txt",
    publisher: str | None = "The Example",
    url: str | None = None,
    published: str | PartialDate | None = None,
    title: str | None = None,
    retrieved: datetime | None = None,
    content: bytes | None = None,
) -> Document:
    """A document of one body segment; ``published`` may be an ISO day."""
    if isinstance(published, str):
        published = day(published)
    sha256 = hashlib.sha256(text.encode() if content is None else content).hexdigest()
    return Document(
        document_id(sha256, publisher=publisher, url=url, published=published),
        sha256,
        text,
        name,
        title,
        publisher,
        url,
        "en",
        published,
        retrieved,
        (Segment(SegmentKind.BODY, Span(0, len(text))),),
    )


def day(iso: str, text: str = "") -> PartialDate:
    return PartialDate.day(date.fromisoformat(iso), text)


def span_of(text: str, words: str) -> Span:
    """Where the words stand for the first time."""
    start = text.index(words)
    return Span(start, start + len(words))


@dataclass(frozen=True)
class Fact:
    """What a statement will say, before it is pinned to a report."""

    field: Field
    value: Value
    words: str
    stance: Stance
    by: tuple[str, ...]
    confidence: float | None = None


def fact(
    field: Field,
    value: Value,
    words: str = "",
    *,
    stance: Stance = Stance.REPORTS,
    by: str | tuple[str, ...] = (),
    confidence: float | None = None,
) -> Fact:
    """``words`` are quoted from the text (the whole text if empty); ``by`` is who says it."""
    return Fact(field, value, words, stance, (by,) if isinstance(by, str) else by, confidence)


def hurt(
    count: int | CountRange,
    words: str = "",
    *,
    who: PersonClass = PersonClass.PEOPLE,
    field: Field = Field.KILLED,
    stance: Stance = Stance.REPORTS,
    by: str | tuple[str, ...] = (),
    confidence: float | None = None,
) -> Fact:
    """Casualties: killed unless another field is given."""
    number = CountRange.exactly(count) if isinstance(count, int) else count
    value = Casualties(number, who)
    return fact(field, value, words, stance=stance, by=by, confidence=confidence)


def chain(doc: Document, by: tuple[str, ...] = ()) -> SourceChain:
    """The speakers, nearest to the event first, then the document's publisher."""
    return tuple(Source(name) for name in (*by, doc.publisher or doc.name))


def report(
    doc: Document,
    anchor: str,
    *facts: Fact,
    standing: Standing = Standing.HAPPENED,
    score: float = 1.0,
) -> Report:
    """A report of the document, its statements in the order of the facts."""
    where = span_of(doc.text, anchor)
    id_ = report_id(doc.id, where)
    statements = tuple(_statement(doc, id_, item) for item in facts)
    return Report(id_, doc.id, where, standing, statements, score)


def _statement(doc: Document, report: str, item: Fact) -> Statement:
    span = span_of(doc.text, item.words) if item.words else Span(0, len(doc.text))
    who = chain(doc, item.by)
    id_ = statement_id(report, item.field, item.value, item.stance, who, span)
    what = (item.field, item.value, item.stance)
    return Statement(id_, report, doc.id, *what, who, span, item.confidence)


def tally(doc: Document, words: str, count: CountRange, *, what: str = "attacks") -> AnnouncedTally:
    span = span_of(doc.text, words)
    return AnnouncedTally(
        tally_id(doc.id, span),
        doc.id,
        count,
        what,
        IncidentKind.ATTACK,
        None,
        None,
        chain(doc),
        span,
    )


def reading(doc: Document, *parts: Report | AnnouncedTally, reader: str = RULES) -> Reading:
    return Reading(
        doc,
        tuple(p for p in parts if isinstance(p, Report)),
        tuple(p for p in parts if isinstance(p, AnnouncedTally)),
        reader,
    )


def judgement(
    first: str | Report,
    second: str | Report,
    verdict: Verdict = Verdict.SAME,
    score: float | None = 0.9,
    *,
    by: str = PROGRAM,
    at: datetime | None = None,
    why: str = "",
) -> Judgement:
    """A judgement on two reports, in whatever order they are given."""
    a, b = sorted(r if isinstance(r, str) else r.id for r in (first, second))
    reasons = (Reason("date", "both on one day", 2.0),) if by == PROGRAM else ()
    score = score if by == PROGRAM else None
    when = at.isoformat() if at else None
    id_ = judgement_id(a, b, verdict.value, by, score, why, when)
    return Judgement(id_, a, b, verdict, by, score, reasons, why, at)


NOON = datetime(2024, 1, 1, 12, tzinfo=UTC)


def entry(body: Body, *, by: str = "Ana", at: datetime = NOON) -> Entry:
    """What a person added, with an id from its content."""
    kind = type(body).__name__.lower()
    return Entry(entry_id(kind, to_json(body), by, at.isoformat()), body, by, at)
