"""English ordinals as news writes them: "the 20th", "the thirty-second", "the hundredth"."""

from __future__ import annotations

import re

__all__ = ["ORDINAL", "ordinal"]

_FIRST = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth"),
)
_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
_UNITS = {word: value for value, word in enumerate(_FIRST, start=1)}
_WHOLE = {f"{stem}ieth": 10 * value for value, stem in enumerate(_TENS, start=2)}
_WHOLE |= _UNITS | {"hundredth": 100}
_PREFIX = {f"{stem}y": 10 * value for value, stem in enumerate(_TENS, start=2)}

_WORDS = "|".join(sorted(_WHOLE, key=len, reverse=True))
ORDINAL = rf"(?:\d{{1,4}}(?:st|nd|rd|th)|(?:(?:{'|'.join(_PREFIX)})[\s-])?(?:{_WORDS}))"
"""The pattern of an ordinal, to be put into other patterns (case is to be ignored)."""


def ordinal(words: str) -> int | None:
    """The number that an ordinal gives: "32nd", "twenty-first"; ``None`` for other words."""
    words = words.strip().lower()
    figure = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", words)
    if figure:
        return int(figure.group(1))
    head, _, tail = re.sub(r"\s+", "-", words).rpartition("-")
    if not head:
        return _WHOLE.get(tail)
    unit = _UNITS.get(tail, 10)
    return _PREFIX[head] + unit if head in _PREFIX and unit < 10 else None
