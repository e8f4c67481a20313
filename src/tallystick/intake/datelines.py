"""Datelines: the place, perhaps day and agency, with which a report begins.

"ERBIL, Kurdistan Region -", "BAGHDAD, Dec 8 (Reuters) -", "LIMA, 3 JAN 90 -- [REPORT] [TEXT]"; of a
broadcast its station: "(CLANDESTINE) RADIO ZOBRAK IN SPANISH TO VELMIA, 1930 GMT, 21 NOV 88 --".
"""

from __future__ import annotations

import re
from itertools import islice

from tallystick.intake.patterns import any_of
from tallystick.intake.pictures import AGENCY
from tallystick.model.document import Span
from tallystick.vocab.calendar import FOREIGN_DAY_PATTERN, MONTH_PATTERN, WEEKDAY_PATTERN
from tallystick.vocab.pattern import Pattern

_HEAD = 1500  # characters in which a dateline after a lead is looked for
_LONGEST = 300
_CAPS = r"(?:[A-ZÀ-Þ][A-ZÀ-Þ'’-]+|S[TR]\.)"
_UPPER = rf"{_CAPS}(?: {_CAPS}){{0,3}}"
_TITLED = r"[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+){0,2}"
_DATE = (
    rf"(?i:(?:{WEEKDAY_PATTERN},?\s+)?(?:\d{{1,2}}\s+{MONTH_PATTERN}|{MONTH_PATTERN}\s*\d{{1,2}}|"
    rf"{FOREIGN_DAY_PATTERN}(?:\s+del?(?=\s))?)"
    r"(?:,?\s+(?:\d{4}|\d\d(?=\s*[(\[-])))?|NO DATE)"
)
_BRACKETS = r"(?:\s*\[[^\[\]]{1,150}\])*"
_DASH = r"\.?\s*(?:--+|[-–—])"
_DASH_OR_COLON = rf"(?:{_DASH}|:(?=\s))"
_PAREN = r"\s*\([^()\n]{2,60}\)"
_MORE_PLACES = rf"(?:(?:,| /|/| and) ?{_TITLED}){{0,2}}"
_AGENCY = rf"\s*\((?:{AGENCY}|[A-Z]{{2,6}})\b[^()]{{0,40}}\)"

_MONITORED = (  # a broadcast: its station, perhaps its tongue and land, its hour and day
    rf"(?:\([A-Z][A-Za-z ]{{2,20}}\)\s)?[A-ZÀ-Þ][\w ,’'-]{{3,100}}?,?\s(?:(?i:at)\s)?"
    rf"\d{{4}}\s(?i:GMT),?\s(?:(?i:on)\s)?{_DATE}(?:{_PAREN})?{_DASH}{_BRACKETS}"
)
_DATELINE = Pattern(
    any_of(
        _MONITORED,
        rf"{_UPPER}{_MORE_PLACES}(?:{_PAREN})?,\s*{_DATE}(?:{_PAREN})?{_DASH_OR_COLON}{_BRACKETS}",
        rf"{_UPPER}{_MORE_PLACES}(?:{_PAREN})?{_DASH}(?=\s|[A-Z“\"\[]){_BRACKETS}",
        rf"{_UPPER}(?:,? {_TITLED})?{_AGENCY}(?:{_DASH})?",
        rf"{_TITLED}{_MORE_PLACES},?\s*{_DATE}(?:{_PAREN})?{_DASH}",
        rf"{_TITLED}{_MORE_PLACES},\s*{_DATE}(?:{_PAREN})?:(?=\s)",
        rf"{_TITLED}{_MORE_PLACES}\s*\({AGENCY}\b[^()]{{0,40}}\){_DASH}",
    )
    + r"\s*"
)
# Without capitals, day or agency a dash may as well be one of two that enclose something.
_PLAIN_DATELINE = Pattern(
    rf"{_TITLED}(?:, {_TITLED})?\s+[-–—]\s+(?=[A-Z“\"])(?![^.]{{0,80}}\s[-–—]\s)"
)
_MIDDLE_DATELINE = Pattern(
    rf"\b{_UPPER}(?:,? {_TITLED}| \({_TITLED}\))?(?: {_DATE})? "
    rf"\({AGENCY}\b[^()]{{0,40}}\)(?:\s?[-–—])?\s*"
)


def dateline(
    text: str, position: int = 0, *, plain: bool = False, listed: bool = False
) -> Span | None:
    """The dateline at a position. ``plain`` takes "Erbil - " too, where an account begins, and,
    unless the text is ``listed`` (:func:`is_list`), "Erbil, 3 May:"."""
    match = _DATELINE.match(text, position, position + _LONGEST)
    if match is None and plain:
        match = _PLAIN_DATELINE.match(text, position, position + _LONGEST)
    colon = match is not None and match.group().rstrip().endswith(":")
    if match is None or (colon and (listed or not plain)):
        return None
    return Span(*match.span())


def is_list(text: str) -> bool:
    """Whether several entries of a text have a place and a day over them: "Orun, 3 May:"."""
    return sum(1 for _ in islice(_ENTRY.finditer(text), 2)) > 1


_ENTRY = Pattern(rf"^[^\S\n]*{_TITLED}{_MORE_PLACES},\s*{_DATE}(?:{_PAREN})?:\s", re.MULTILINE)


def middle_dateline(text: str, position: int) -> Span | None:
    """The first "LIMA (AP)" after a position, near the beginning of a text."""
    match = _MIDDLE_DATELINE.search(text, position, _HEAD)
    return Span(*match.span()) if match else None
