"""Cuts the account of a document at paragraphs into pieces that a model can take in.

A piece holds spans of the document, never a copy, so that offsets stay those of the whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tallystick.model.document import Document, SegmentKind, Span

_PER_TOKEN = 3.2  # characters of English news a token, on the safe side (usually about 4)
_SHARE = 0.4  # of what is left of the context, for the article; the rest is for the answer
_LEAST = 200  # tokens: less text than this in a piece makes no sense
_SENTENCE_ENDS = (". ", "? ", "! ", ".\n", "” ", " ")


@dataclass(frozen=True, slots=True)
class Piece:
    """Paragraphs of one document that go into one request, in order of the text."""

    spans: tuple[Span, ...]

    def words(self, text: str) -> str:
        """The paragraphs, blank lines between them."""
        return "\n\n".join(span.of(text).strip() for span in self.spans)

    def halves(self) -> tuple[Piece, ...]:
        """The piece in two, where it has two paragraphs or more."""
        if len(self.spans) < 2:
            return (self,)
        total = sum(map(_length, self.spans))
        first, held = 1, _length(self.spans[0])
        while first < len(self.spans) - 1 and held + _length(self.spans[first]) <= total / 2:
            held += _length(self.spans[first])
            first += 1
        return Piece(self.spans[:first]), Piece(self.spans[first:])


def tokens(text: str) -> int:
    """About how many tokens a text is; rather too many than too few."""
    ascii_ = sum(c.isascii() for c in text)
    return round(ascii_ / _PER_TOKEN + (len(text) - ascii_) + 0.5)


def room(context: int, instructions: int) -> int:
    """The tokens of article that a piece may have, where requests fit ``context`` tokens."""
    return max(_LEAST, int((context - instructions) * _SHARE))


def pieces(document: Document, most: int) -> list[Piece]:
    """The account (title, standfirst, body) in pieces of at most ``most`` tokens.

    Cut between paragraphs; a paragraph that is longer by itself is cut at a sentence.
    """
    made: list[Piece] = []
    held: list[Span] = []
    size = 0
    for span in _paragraphs(document, most):
        cost = tokens(span.of(document.text)) + 1
        if held and size + cost > most:
            made.append(Piece(tuple(held)))
            held, size = [], 0
        held.append(span)
        size += cost
    return [*made, Piece(tuple(held))] if held else made


def title_of(document: Document) -> str:
    """The words of the title as the text has them; what later pieces are told they belong to."""
    spans = [s.span for s in document.account if s.kind is SegmentKind.TITLE]
    return " ".join(spans[0].of(document.text).split()) if spans else (document.title or "")


def _paragraphs(document: Document, most: int) -> Iterator[Span]:
    for segment in document.account:
        if segment.span.of(document.text).strip():
            yield from _cut(document.text, segment.span, most)


def _cut(text: str, span: Span, most: int) -> Iterator[Span]:
    start = span.start
    while tokens(text[start : span.end]) > most:
        limit = min(span.end, start + max(1, int(most * _PER_TOKEN)))
        while limit - start > 1 and tokens(text[start:limit]) > most:
            limit = start + (limit - start) * 3 // 4
        stop = _stop(text, start, limit)
        yield Span(start, stop)
        start = stop
    if start < span.end:
        yield Span(start, span.end)


def _stop(text: str, start: int, limit: int) -> int:
    """The end of the last sentence (else word) before a limit."""
    for end in _SENTENCE_ENDS:
        at = text.rfind(end, start + (limit - start) // 2, limit)
        if at > start:
            return at + len(end)
    return limit


def _length(span: Span) -> int:
    return span.end - span.start
