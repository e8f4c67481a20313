"""The words of a quote as a name: without articles, and not when they name nobody."""

from __future__ import annotations

import re

from tallystick.model.document import Span

_ARTICLE = re.compile(
    r"(?:(?:the|an?|its|their|his|her|our|this|that|these|those|some|in|at|on|by|near|from|of)\s+)+",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"(?:it|they|them|he|she|we|us|you|who|which|one|others?|both|all|somebody|someone|nobody|"
    r"group|attackers?|assailants?|perpetrators?|there|here|this|that|these|those|"
    r"unknown|unidentified|area|place|site|scene)",
    re.IGNORECASE,
)
_MARKS = " \t\r\n\"“”'‘’,.;:()[]"


def words_of(text: str, span: Span) -> str:
    """The words at a span on one line."""
    return " ".join(span.of(text).split())


def plain(words: str) -> str:
    """Words on one line without marks around them."""
    return " ".join(words.split()).strip(_MARKS)


def trimmed(text: str, span: Span) -> Span:
    """The span without articles and prepositions at its beginning, and without marks."""
    start, end = span.start, span.end
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    article = _ARTICLE.match(text, start, end)
    return Span(article.end() if article and article.end() < end else start, end)


def is_pronoun(words: str) -> bool:
    """Whether words name nobody: "they", "the group", "the attackers"."""
    return _PRONOUN.fullmatch(plain(words)) is not None


def named_words(text: str, span: Span, most: int, *, capital: bool = True) -> Span | None:
    """The span of a name of at most ``most`` words; ``None`` where it can be none.

    With ``capital`` a name needs a capital letter.
    """
    name = trimmed(text, span)
    words = name.of(text)
    if not words or len(words.split()) > most or is_pronoun(words):
        return None
    if capital and not any(c.isupper() for c in words):
        return None
    return name
