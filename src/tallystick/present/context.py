"""The sentence around a span, so that a short quote can be understood."""

from __future__ import annotations

import re

from tallystick.model.document import Document, Span

# A stop ends a sentence before a blank and a capital, a digit or an opening quote; not
# behind an initial or a title ("U.S. troops", "Lt. Gen."), where at most three letters stand.
_STOP = re.compile(
    r"(?<![.\s]\w)(?<!\b[A-Z]\w)(?<!\b[A-Z]\w\w)[.!?]['\"’”)]*\s+(?=['\"‘“(]?[A-Z0-9])"
)
_LONGEST = 400


def sentence_span(document: Document, span: Span) -> Span:
    """The sentence that holds the span, within its segment, at most some 400 characters.

    Where the sentence is longer, a window of that size around the span, cut at blanks. The
    text at the result is exact: it only lacks the blanks at its ends.
    """
    inside = next((s.span for s in document.segments if s.span.contains(span)), None)
    first, last = (inside.start, inside.end) if inside else (0, len(document.text))
    text = document.text
    stops = [m.end() for m in _STOP.finditer(text, first, last)]
    start = max((s for s in stops if s <= span.start), default=first)
    end = min((s for s in stops if s >= span.end), default=last)
    return _trimmed(text, _window(text, Span(start, end), span))


def _window(text: str, whole: Span, span: Span) -> Span:
    if whole.end - whole.start <= _LONGEST or span.end - span.start >= _LONGEST:
        return whole if whole.end - whole.start <= _LONGEST else span
    room = (_LONGEST - (span.end - span.start)) // 2
    start, end = max(whole.start, span.start - room), min(whole.end, span.end + room)
    if start > whole.start:
        start = text.find(" ", start, span.start) + 1 or span.start
    if end < whole.end:
        cut = text.rfind(" ", span.end, end)
        end = cut if cut >= 0 else span.end
    return Span(start, end)


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def flat(quote: str) -> str:
    """A quote on one line, for display."""
    return " ".join(quote.split())
