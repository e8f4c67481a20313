"""The sentence around a span, so that a short quote can be understood."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tallystick.model.document import Document, Span
from tallystick.present.words import is_common

# A stop ends a sentence before a blank and a capital, a digit or an opening quote; not
# behind an initial or a title ("U.S. troops", "Lt. Gen."), where at most three letters stand.
_STOP = re.compile(
    r"(?<![.\s][^\W\d])(?<!\b[A-Z]\w)(?<!\b[A-Z]\w\w)[.!?]['\"’”)]*\s+(?=['\"‘“(]?[A-Z0-9])"
)
_LONGEST = 400
# What follows a name that stands for itself, and not before the noun that the article is of.
_AFTER_A_NAME = (
    r"(?=[.,;:)]|\s+(?:said|says?|claim(?:s|ed)|announce[sd]|den(?:y|ies|ied)|report(?:s|ed)|"
    r"confirm(?:s|ed)|blame[sd]|state[sd]|told|tells|called|calls|put|gave|found|wrote|counted|"
    r"of|on|in|at|to|from|with|for|by|who|that|which|has|have|had|is|are|was|were)\b)"
)


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


def told_name(texts: Iterable[str], name: str) -> str:
    """A source's name with the article that the texts give it: "a commission", "the Pentagon".

    One of a sort is "a" where a text first brings it in so; a name with a capital takes only a
    "the" that is its own: in "the Hezbollah leader" it is the leader's. Where the texts have
    none, the name alone.
    """
    common = is_common(name)
    if not common and not name[0].isupper():
        return name
    words = r"\s+".join(map(re.escape, name.split()))
    one, cases = ("an?|", re.IGNORECASE) if common else ("", 0)
    told = re.compile(rf"\b({one}[Tt]he)\s+{words}{_AFTER_A_NAME}", cases)
    articles = {m[1].lower() for text in texts for m in told.finditer(text)}
    article = next((a for a in ("a", "an", "the") if a in articles), "")
    return f"{article} {name}".lstrip()
