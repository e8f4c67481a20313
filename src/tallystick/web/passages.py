"""A document's text in blocks and pieces: what is marked, and where an address can point."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tallystick.model.document import Document, Segment, Span
from tallystick.model.incident import Incident
from tallystick.model.statement import Reading
from tallystick.present import words


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch that something was read from, under the id of what was read."""

    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with one set of marks; ``anchors`` are the ids that begin at it."""

    text: str
    anchors: tuple[str, ...]
    marked: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A segment: the account itself, or one of the parts around it, which ``label`` names."""

    label: str
    is_account: bool
    pieces: tuple[Piece, ...]


def marks_of(reading: Reading | None, incidents: Iterable[Incident]) -> list[Mark]:
    """Everything read from a document: reports and tallies, and the statements of a view."""
    if reading is None:
        return []
    marks = [Mark(report.id, report.anchor) for report in reading.reports]
    marks += [Mark(tally.id, tally.span) for tally in reading.tallies]
    marks += [
        Mark(s.id, s.span) for i in incidents for s in i.statements
        if s.document == reading.document.id
    ]  # fmt: skip
    return sorted(marks, key=lambda mark: (mark.span, mark.id))


def blocks(document: Document, marks: Sequence[Mark], chosen: str | None = None) -> list[Block]:
    """The whole text, in order; stretches in no segment only where they are not blank.

    ``chosen`` is the id of the mark that is to stand out.
    """
    spans = list(stretches(document))
    return [_block(document, segment, span, marks, chosen) for segment, span in spans]


def stretches(document: Document) -> Iterator[tuple[Segment | None, Span]]:
    """The whole text by segment, in order; what is in none, where it is not blank."""
    at = 0
    told = (segment for segment in document.segments if segment.span.end > segment.span.start)
    for segment in sorted(told, key=lambda s: s.span):
        if segment.span.start > at and document.text[at : segment.span.start].strip():
            yield None, Span(at, segment.span.start)
        if segment.span.end > max(at, segment.span.start):
            yield segment, Span(max(at, segment.span.start), segment.span.end)
            at = segment.span.end
    if document.text[at:].strip():
        yield None, Span(at, len(document.text))


def _block(
    document: Document,
    segment: Segment | None,
    span: Span,
    marks: Sequence[Mark],
    chosen: str | None,
) -> Block:
    label = words.plain(segment.kind) if segment else "unlabelled"
    inside = [mark for mark in marks if mark.span.overlaps(span)]
    cuts = {span.start, span.end}
    cuts |= {at for m in inside for at in (m.span.start, m.span.end) if span.start < at < span.end}
    edges = sorted(cuts)
    pieces = tuple(
        _piece(document.text, Span(start, end), span, inside, chosen)
        for start, end in pairwise(edges)
    )
    return Block(label, segment is not None and segment.kind.is_account, pieces)


def _piece(text: str, span: Span, block: Span, marks: Sequence[Mark], chosen: str | None) -> Piece:
    over = [mark for mark in marks if mark.span.contains(span)]
    anchors = (m.id for m in over if m.span.start == span.start and m.span.start >= block.start)
    return Piece(
        span.of(text),
        tuple(dict.fromkeys(anchors)),
        bool(over),
        any(mark.id == chosen for mark in over),
    )
