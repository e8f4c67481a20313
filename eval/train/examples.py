"""Labelled documents as arrays that the reader is trained on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tokenizers import Tokenizer

from eval.gold.labels import GoldDocument, GoldIncident
from tallystick.extract.annotate import annotate
from tallystick.extract.trained.network.inventory import (
    CONTENT,
    CUE,
    GENERIC,
    KINDS,
    LINKED,
    MENTION,
    SOURCE,
    STANCES,
    STANDINGS,
    TALLY,
)
from tallystick.extract.trained.network.windows import Pieces, pieces_of
from tallystick.model.document import Document, Span
from tallystick.model.statement import Field

Range = tuple[int, int]
"""Word pieces, end excluded."""


@dataclass(frozen=True, slots=True)
class MentionExample:
    """A mention: its pieces, the incident it is of (-1: generic), its classes (-1: not told)."""

    pieces: Range
    incident: int
    standing: int
    kind: int


@dataclass(frozen=True, slots=True)
class ArgumentExample:
    """A value: its pieces, its field (an index of ``LINKED``), the incidents that it belongs to.

    None for what a lexicon finds and no incident has. ``stance`` is -1 where it is not told.
    """

    pieces: Range
    field: int
    incidents: frozenset[int]
    stance: int = -1


@dataclass(frozen=True, slots=True)
class Example:
    """A document. ``spans`` has for each layer the pieces of its spans; a layer that was not
    labelled in this document is absent, and nothing is learned of it here."""

    id: str
    pieces: Pieces
    spans: dict[str, tuple[Range, ...]]
    mentions: tuple[MentionExample, ...]
    arguments: tuple[ArgumentExample, ...]


def example(
    tokenizer: Tokenizer, document: Document, gold: GoldDocument, *, attributions: bool = True
) -> Example:
    """What there is to learn in a document. Labels outside its account are left out."""
    pieces = pieces_of(tokenizer, document.text, [s.span for s in document.account])
    arguments = tuple(_arguments(pieces, gold))
    spans = {
        MENTION: _ranges(pieces, [*(m for i in gold.incidents for m in i.mentions), *gold.generic]),
        TALLY: _ranges(pieces, [t.span for t in gold.tallies]),
    }
    for index, field in enumerate(LINKED):
        spans[str(field.value)] = tuple(a.pieces for a in arguments if a.field == index)
    if attributions:
        spans[SOURCE] = _ranges(pieces, [a.source for a in gold.attributions])
        spans[CUE] = _ranges(pieces, [a.cue for a in gold.attributions if a.cue])
        spans[CONTENT] = _ranges(pieces, [a.content for a in gold.attributions])
    others = _others(pieces, document, arguments)
    mentions = tuple(_mentions(pieces, gold))
    return Example(gold.document, pieces, spans, mentions, (*arguments, *others))


def _ranges(pieces: Pieces, spans: Sequence[Span]) -> tuple[Range, ...]:
    found = (pieces.of(span) for span in spans)
    return tuple(dict.fromkeys(r for r in found if r is not None))


def _mentions(pieces: Pieces, gold: GoldDocument) -> Iterator[MentionExample]:
    for index, incident in enumerate(gold.incidents):
        for span in incident.mentions:
            at = pieces.of(span)
            if at is not None:
                yield MentionExample(at, index, _standing(incident), KINDS.index(incident.kinds[0]))
    for span in gold.generic:
        at = pieces.of(span)
        if at is not None:
            yield MentionExample(at, -1, STANDINGS.index(GENERIC), -1)


def _standing(incident: GoldIncident) -> int:
    return STANDINGS.index(str(incident.standing.value))


def _arguments(pieces: Pieces, gold: GoldDocument) -> Iterator[ArgumentExample]:
    """Each span of a field once, with all the incidents that it is told of."""
    told: dict[tuple[Range, int], ArgumentExample] = {}
    for index, incident in enumerate(gold.incidents):
        for statement in incident.statements:
            at = pieces.of(statement.span)
            if at is None or statement.field not in LINKED:
                continue
            key = (at, LINKED.index(statement.field))
            stance = STANCES.index(statement.stance) if statement.field is Field.ATTACKER else -1
            known = told.get(key, ArgumentExample(at, key[1], frozenset(), stance))
            told[key] = replace(known, incidents=known.incidents | {index})
    yield from told.values()


def _others(
    pieces: Pieces, document: Document, arguments: Sequence[ArgumentExample]
) -> list[ArgumentExample]:
    """Dates, places, actors and weapons that no incident has: what a link must not take."""
    notes = annotate(document)
    found: list[ArgumentExample] = []
    for field, hits in (
        (Field.WHEN, notes.dates),
        (Field.WHERE, notes.places),
        (Field.ATTACKER, notes.actors),
        (Field.WEAPON, notes.weapons),
    ):
        index = LINKED.index(field)
        taken = [a.pieces for a in arguments if a.field == index]
        found += [
            ArgumentExample(at, index, frozenset())
            for at in _ranges(pieces, [hit.span for hit in hits])
            if not any(at[0] < end and start < at[1] for start, end in taken)
        ]
    return found


def slice_of(example: Example, start: int, end: int) -> Example:
    """The part of a document from piece ``start`` to ``end``; what crosses an edge is left out."""
    if start == 0 and end == len(example.pieces):
        return example

    def inside(at: Range) -> bool:
        return start <= at[0] and at[1] <= end

    def shifted(at: Range) -> Range:
        return at[0] - start, at[1] - start

    whole = example.pieces
    columns = (whole.ids, whole.starts, whole.ends)
    ids, starts, ends = (column[start:end] for column in columns)
    pieces = Pieces(ids, starts, ends, whole.inner[start:end])
    return Example(
        example.id,
        pieces,
        {
            layer: tuple(
                shifted(_clipped(at, start, end)) for at in ranges if at[0] < end and at[1] > start
            )
            for layer, ranges in example.spans.items()
        },
        tuple(replace(m, pieces=shifted(m.pieces)) for m in example.mentions if inside(m.pieces)),
        tuple(replace(a, pieces=shifted(a.pieces)) for a in example.arguments if inside(a.pieces)),
    )


def _clipped(at: Range, start: int, end: int) -> Range:
    return max(at[0], start), min(at[1], end)
