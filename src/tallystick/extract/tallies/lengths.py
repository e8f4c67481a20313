"""A length of time that lasts up to the day of the report: "300 raids in two weeks"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tallystick.extract.annotate import Annotations
from tallystick.extract.dates.mentions import DateMention, DateRole
from tallystick.extract.dates.words import number
from tallystick.extract.effects.figures import Figure
from tallystick.model.document import Span
from tallystick.model.values import PartialDate
from tallystick.vocab.ordinals import ORDINAL

_LENGTH = re.compile(r"(?P<n>[\w-]+)\s+(?P<unit>hour|day|week|month|year)s?$", re.IGNORECASE)
_PERFECT = re.compile(r"\b(?:has|have)\b", re.IGNORECASE)
_NTH = re.compile(rf"(?:{ORDINAL})$", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:than|over|nearly|almost|about|under)\s+$", re.IGNORECASE)
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}


def begun_before(
    notes: Annotations, clause: Span, found: Figure, length: DateMention
) -> PartialDate:
    """The first day of a length that a perfect, or an ordinal, counts back from the report.

    "**Has killed** 300 in two weeks" and "the third **in two months**" end with the report; "40
    died in two weeks" may end at any time, and "over three years" has no first day: these keep
    their words alone.
    """
    told = _LENGTH.search(length.span.of(notes.text))
    said = notes.document.published
    if length.role is not DateRole.DURATION or told is None or not (said and said.is_day):
        return length.date
    before = notes.text[max(0, length.span.start - 12) : length.span.start]
    if _ABOUT.search(before):
        return length.date
    to_now = _PERFECT.search(notes.text, clause.start, clause.end) or _NTH.match(found.count.text)
    try:
        first = _back(said.start, number(told["n"].lower()), told["unit"].lower())
    except (KeyError, ValueError, OverflowError):
        return length.date
    return PartialDate.day(first, length.date.text) if to_now and first else length.date


def _back(day: date | None, count: int, unit: str) -> date | None:
    """So many units before a day: of months and years the same day, or the month's 28th."""
    if day is None or unit == "hour":
        return day and day - timedelta(hours=count)
    if unit in _DAYS:
        return day - timedelta(days=count * _DAYS[unit])
    months = day.year * 12 + day.month - 1 - count * _MONTHS[unit]
    return day.replace(year=months // 12, month=months % 12 + 1, day=min(day.day, 28))
