"""Sentences and tokens, with their offsets in the document."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tallystick.model.document import Document, SegmentKind, Span

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S. a.m.
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|[a-z]\b)?"
    r"|[^\W\d_]+(?=['’]s\b)"
    r"|['’]s\b"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"
    r"|\w+|[^\w\s]",
    re.UNICODE,
)
_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)|\n\s*\n|;\s(?=[A-Z])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Lt|Gen|Col|Maj|Sgt|Cpl|Capt|Adm|Brig|Cmdr|Pvt|Gov|Sen|Rep|Prof|Rev|St|"
    r"Jr|Sr|No|Nos|vs|etc|approx|Inc|Ltd|Co|Corp|Dept|Bros|Mt|Ft|Pres|Spc|Det|Ave|Blvd|Rd|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)"
    r"|\b[A-Z]|\b[ap]\.m)\.$",
    re.IGNORECASE,
)
_STARTS_LOWER = re.compile(r"\s+[a-z,;]")
_QUOTE_MARKS = frozenset('"“”«»„')


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark."""

    span: Span
    text: str

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the account: its place in the document and its tokens."""

    index: int
    paragraph: int
    kind: SegmentKind
    span: Span
    tokens: tuple[Token, ...]

    def slice(self, span: Span) -> tuple[Token, ...]:
        """The tokens that lie inside a span."""
        first = bisect_left(self.tokens, span.start, key=_start)
        last = bisect_right(self.tokens, span.end, key=_end)
        return self.tokens[first:last]

    def before(self, offset: int, count: int = 1) -> tuple[Token, ...]:
        """Up to ``count`` tokens that end at or before an offset, in order."""
        last = bisect_right(self.tokens, offset, key=_end)
        return self.tokens[max(0, last - count) : last]

    def after(self, offset: int, count: int = 1) -> tuple[Token, ...]:
        """Up to ``count`` tokens that start at or after an offset, in order."""
        first = bisect_left(self.tokens, offset, key=_start)
        return self.tokens[first : first + count]


def _start(token: Token) -> int:
    return token.span.start


def _end(token: Token) -> int:
    return token.span.end


def tokenize(text: str, span: Span) -> tuple[Token, ...]:
    """The tokens of a stretch of text, with offsets in the whole."""
    found = _TOKEN.finditer(text, span.start, span.end)
    return tuple(Token(Span(m.start(), m.end()), m.group()) for m in found)


def split_sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences of a stretch of text, trimmed of blanks.

    A full stop ends a sentence unless it closes an abbreviation or an initial, or the text
    goes on in lower case.
    """
    start = span.start
    for mark in _END.finditer(text, span.start, span.end):
        if mark.end() < span.end and _goes_on(text, start, mark):
            continue
        yield from _trimmed(text, start, mark.end())
        start = mark.end()
    yield from _trimmed(text, start, span.end)


def _goes_on(text: str, start: int, mark: re.Match[str]) -> bool:
    if not mark.group().startswith("."):
        return mark.group()[0] in "!?" and bool(_STARTS_LOWER.match(text, mark.end()))
    head = text[max(start, mark.start() - 12) : mark.start() + 1]
    return bool(_ABBREVIATION.search(head)) or bool(_STARTS_LOWER.match(text, mark.end()))


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    stretch = text[start:end]
    body = stretch.strip()
    if body:
        first = start + stretch.index(body[0])
        yield Span(first, first + len(body))


def sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences of a document's account: title, standfirst and body, in order."""
    found: list[Sentence] = []
    for paragraph, segment in enumerate(document.account):
        for span in split_sentences(document.text, segment.span):
            tokens = tokenize(document.text, span)
            if any(token.is_word for token in tokens):
                found.append(Sentence(len(found), paragraph, segment.kind, span, tokens))
    return tuple(found)


def quoted(text: str, spans: Iterable[Span]) -> list[Span]:
    """The stretches inside quotation marks, within each span (a paragraph)."""
    found: list[Span] = []
    for span in spans:
        opened: int | None = None
        for offset in range(span.start, span.end):
            if text[offset] not in _QUOTE_MARKS:
                continue
            if opened is None or text[offset] in "“«„":
                opened = offset
            else:
                found.append(Span(opened, offset + 1))
                opened = None
        if opened is not None and text[opened] in "“«„":  # goes on in the next paragraph
            found.append(Span(opened, span.end))
    return found
