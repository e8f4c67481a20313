"""The model's nouns as rows of the ledger, and back. No SQL here."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from tallystick.ledger.database import Row
from tallystick.model.codec import Json, canonical, decode_value, from_json, to_json
from tallystick.model.document import Document, Segment, SegmentKind, Span
from tallystick.model.entries import BODIES, Body, Entry
from tallystick.model.judgement import Judgement, Reason, Verdict
from tallystick.model.statement import (
    AnnouncedTally,
    Field,
    Report,
    Source,
    SourceChain,
    Stance,
    Standing,
    Statement,
    Value,
)
from tallystick.model.values import PartialDate

DOCUMENT = "id, sha256, name, text, title, publisher, url, language, published, retrieved"
SEGMENT = 'document, position, kind, start, "end"'
REPORT = 'id, document, start, "end", standing, score'
STATEMENT = 'id, report, field, value, stance, chain, start, "end", confidence'
TALLY = "id, document, value"
ENTRY = 'id, kind, body, "by", at'
_OFTEN = 1 << 16  # values and chains kept: a ledger says the same of many

JUDGEMENT = 'id, a, b, verdict, "by", score, reasons, why, at'


def write(value: object) -> str | None:
    """A value as canonical JSON; absent as NULL."""
    return None if value is None else canonical(to_json(value))


def document_row(d: Document) -> Row:
    published, retrieved = write(d.published), d.retrieved and d.retrieved.isoformat()
    known = (d.title, d.publisher, d.url, d.language, published, retrieved)
    return (d.id, d.sha256, d.name, d.text, *known)


def read_document(row: Row, segments: Iterable[Segment]) -> Document:
    id_, sha256, name, text, title, publisher, url, language, published, retrieved = row
    return Document(
        id_,
        sha256,
        text,
        name,
        title,
        publisher,
        url,
        language,
        published=from_json(PartialDate, json.loads(published)) if published else None,
        retrieved=datetime.fromisoformat(retrieved) if retrieved else None,
        segments=tuple(segments),
    )


def segment_rows(d: Document) -> list[Row]:
    return [(d.id, n, s.kind.value, s.span.start, s.span.end) for n, s in enumerate(d.segments)]


def read_segment(row: Row) -> Segment:
    _, _, kind, start, end = row
    return Segment(SegmentKind(kind), Span(start, end))


def report_row(r: Report) -> Row:
    return (r.id, r.document, r.anchor.start, r.anchor.end, r.standing.value, r.score)


def read_report(row: Row, statements: Iterable[Statement]) -> Report:
    id_, document, start, end, standing, score = row
    return Report(
        id_, document, Span(start, end), Standing(standing), tuple(statements), float(score)
    )


def statement_row(s: Statement) -> Row:
    what = (s.field.value, write(s.value), s.stance.value, write(s.chain))
    return (s.id, s.report, *what, s.span.start, s.span.end, s.confidence)


def read_statement(row: Row, document: str) -> Statement:
    id_, report, field_name, value, stance, chain, start, end, confidence = row
    field = Field(field_name)
    return Statement(
        id_,
        report,
        document,
        field,
        _value(field, value),
        Stance(stance),
        _chain(chain),
        Span(start, end),
        confidence,
    )


@lru_cache(_OFTEN)
def _value(field: Field, told: str) -> Value:
    return decode_value(field, json.loads(told))


@lru_cache(_OFTEN)
def _chain(told: str) -> SourceChain:
    return tuple(from_json(Source, source) for source in json.loads(told))


def tally_row(t: AnnouncedTally) -> Row:
    return (t.id, t.document, write(t))


def read_tally(row: Row) -> AnnouncedTally:
    return from_json(AnnouncedTally, json.loads(row[-1]))


def judgement_row(j: Judgement) -> Row:
    at = j.at and j.at.isoformat()
    reasons = canonical([_told(reason) for reason in j.reasons])
    return (j.id, j.a, j.b, j.verdict.value, j.by, j.score, reasons, j.why, at)


def _told(reason: Reason) -> dict[str, Json]:
    """As ``to_json`` gives it, which would take a fourth of the time of recording judgements:
    there are many, each with several reasons."""
    return {"feature": reason.feature, "words": reason.words, "weight": reason.weight}


def read_judgement(row: Row) -> Judgement:
    id_, a, b, verdict, by, score, reasons, why, at = row
    return Judgement(
        id_,
        a,
        b,
        Verdict(verdict),
        by,
        score,
        tuple(Reason(**reason) for reason in json.loads(reasons)),
        why,
        datetime.fromisoformat(at) if at else None,
    )


def entry_row(e: Entry) -> Row:
    return (e.id, e.kind, write(e.body), e.by, e.at.isoformat())


def read_entry(row: Row) -> Entry:
    id_, kind, body, by, at = row
    told: Body = from_json(BODIES[kind], json.loads(body))
    return Entry(id_, told, by, datetime.fromisoformat(at))
