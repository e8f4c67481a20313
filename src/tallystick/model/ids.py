"""Ids derived from content, so that two people who read the same have the same ids."""

from __future__ import annotations

import hashlib

from tallystick.model.codec import Json, canonical, to_json
from tallystick.model.document import Span
from tallystick.model.statement import Field, SourceChain, Stance, Value
from tallystick.model.values import PartialDate

_LENGTH = 16  # hex digits: 64 bits, a clash once in about four billion entries


def content_id(prefix: str, *parts: Json) -> str:
    """``prefix-`` and the first 16 hex digits of the SHA-256 of the canonical parts."""
    digest = hashlib.sha256(canonical(list(parts)).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{prefix}-{digest[:_LENGTH]}"


def document_id(
    sha256: str, *, publisher: str | None, url: str | None, published: PartialDate | None
) -> str:
    """Of a document: its bytes, and what is known of who published them, where and when."""
    return content_id("d", sha256, publisher, url, to_json(published))


def report_id(document: str, anchor: Span) -> str:
    """Of a report: its document, and where it is first told of."""
    return content_id("r", document, anchor.start, anchor.end)


def statement_id(
    report: str, field: Field, value: Value, stance: Stance, chain: SourceChain, span: Span
) -> str:
    """Of a statement: its report (and so its document), span, field, value, source, stance."""
    return content_id(
        "s", report, field.value, to_json(value), stance.value, to_json(chain), span.start, span.end
    )


def tally_id(document: str, span: Span) -> str:
    """Of an announced tally: its document, and where it stands."""
    return content_id("t", document, span.start, span.end)


def entry_id(kind: str, body: Json, by: str, at: str) -> str:
    """Of what a person added: what it is, by whom, and when."""
    return content_id("e", kind, body, by, at)


def judgement_id(a: str, b: str, *rest: Json) -> str:
    """Of a judgement: the pair, and verdict, author, score, reasons and (a person's) time."""
    return content_id("j", a, b, *rest)
