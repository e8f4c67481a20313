"""Where the entries of a digest begin: under days or hours, or under the names of towns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from tallystick.extract.dates.day_headings import is_digest
from tallystick.model.document import Document, SegmentKind
from tallystick.vocab.calendar import DAY_PATTERN, MONTH_PATTERN, WEEKDAY_PATTERN
from tallystick.vocab.gazetteer import load_gazetteer

__all__ = ["entries_of", "entry_at"]

_LEAST = 3  # towns: two are a list in a sentence
_WORD = r"[A-Z][\w’'-]{1,30}"
_HEAD = re.compile(  # "Kosti: two shells", "KOSTI - A bomb", "Kosti. A drone"
    rf"(?:(?<=\n)|(?<=^)|(?<=[.!?;”\"]\s))(?P<name>{_WORD}(?:[ -]{_WORD}){{0,2}})"
    rf"(?:,\s+{_WORD}(?:\s{_WORD})?)?(?::|\s+[-–—]{{1,2}}|\.)\s+(?=[\w\"“])"
)
_NUMBER = re.compile(
    r"^[^\S\n]*(?:[Ii]ncident[^\S\n]+#?\d{1,3}[.:]?|\(?\d{1,3}[.)])(?=\s)", re.MULTILINE
)
_DATED = re.compile(
    rf"\b(?:{DAY_PATTERN}\s+(?:of\s+)?{MONTH_PATTERN}|{MONTH_PATTERN}\s+{DAY_PATTERN}|{WEEKDAY_PATTERN})\b",
    re.IGNORECASE,
)
_OPENING = 60  # characters of an entry in which its day is told
_MOSTLY = 0.6  # the share of the numbers that have a day


def entries_of(document: Document) -> list[int]:
    """The offsets at which the entries of a text begin, in order; none in one that is told
    as one. Three known towns at the heads of sentences make a digest of their places, three
    numbers at the heads of lines with days behind them one of incidents: "14. On 3 March, ..."."""
    text = document.text
    body = [s.span for s in document.account if s.kind is SegmentKind.BODY]
    found = [s.start for s in body] if is_digest(text) else []
    heads = [m for span in body for m in _HEAD.finditer(text, span.start, span.end)]
    numbered = [m for span in body for m in _NUMBER.finditer(text, span.start, span.end)]
    dated = [m for m in numbered if _DATED.search(text, m.end(), m.end() + _OPENING)]
    if len(dated) >= _LEAST and len(dated) >= _MOSTLY * len(numbered):
        found += [m.start() for m in numbered]
    towns = {m["name"] for m in heads if load_gazetteer().lookup(m["name"])}
    if len(towns) >= _LEAST:
        found += [m.start() for m in heads if m["name"] in towns or not m.group().endswith(". ")]
        found += [s.start for s in body]
    return sorted(set(found))


def entry_at(entries: Sequence[int], offset: int) -> int | None:
    """The entry that holds an offset, by where it begins; ``None`` before all of them."""
    at = bisect_right(entries, offset)
    return entries[at - 1] if at else None
