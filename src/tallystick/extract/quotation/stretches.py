"""The sentences of a bare text, and the paragraphs of sentences."""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.extract.grammar.sentences import Sentence, split_sentences
from tallystick.model.document import SegmentKind, Span


def all_sentences(text: str) -> list[Sentence]:
    paragraph = Span(0, len(text))
    return [
        Sentence(i, text.count("\n\n", 0, span.start), SegmentKind.BODY, span, text)
        for i, span in enumerate(split_sentences(text, paragraph))
    ]


def paragraphs(sentences: Sequence[Sentence]) -> list[Span]:
    spans: dict[int, Span] = {}
    for s in sentences:
        first = spans.get(s.paragraph, s.span)
        spans[s.paragraph] = Span(min(first.start, s.span.start), max(first.end, s.span.end))
    return list(spans.values())
