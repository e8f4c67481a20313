"""Digests: the days that stand over their entries, and whether a text has entries at all.

A diary, a monitor's list or a live blog tells of one thing after another, each under a day
("Monday 2 February", "Tuesday 7 - A drone fell on ...") or an hour ("09:15 The army says ...").
What stands in one entry does not go on about another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from tallystick.extract.dates.mentions import DateMention, DateRole, find_dates
from tallystick.extract.dates.units import interval
from tallystick.model.document import Span
from tallystick.model.values import PartialDate
from tallystick.vocab.calendar import DAY_PATTERN, MONTH_PATTERN, WEEKDAY_PATTERN, weekday_number
from tallystick.vocab.pattern import Pattern

__all__ = ["DAY_HEADING", "day_headings", "headed", "is_digest", "lead_day"]

_DATE = (
    rf"(?:{WEEKDAY_PATTERN},?[^\S\n]+)?(?:{DAY_PATTERN}[^\S\n]+(?:of[^\S\n]+)?{MONTH_PATTERN}|"
    rf"{MONTH_PATTERN}[^\S\n]+{DAY_PATTERN})(?:,?[^\S\n]+\d{{4}})?"
)
_DAY = rf"(?:{_DATE}|{WEEKDAY_PATTERN}(?:,?[^\S\n]+\d{{1,2}}\b)?)"
DAY_HEADING = Pattern(
    rf"^[^\S\n]*(?:[-–•*][^\S\n]*)?(?P<days>{_DAY}(?:[^\S\n]*(?:and|to|-|–)[^\S\n]*{_DAY})?)"
    r"(?=[^\S\n]*$|:|\.[^\S\n]|[^\S\n]+[-–—][^\S\n])",
    re.IGNORECASE | re.MULTILINE,
)
"""A day at the head of a line, with a line, a colon, a full stop or a dash to itself."""
_OVER_ALL = Pattern(  # "Reporting day: 19 May 2020", "Log of incidents on Monday 4 May"
    rf"^[^\S\n]*(?:reporting (?:day|date)|day (?:covered|of incidents)):[^\S\n]*(?P<said>{_DAY})"
    rf"|^[^\n.]{{0,60}}\b(?:log|list|diary|factbox|incidents|developments)\b[^\n.]{{0,60}}\b(?:on|for)"
    rf"[^\S\n]+(?P<days>{_DAY})(?=[^\S\n]*(?:\n|$))",
    re.IGNORECASE | re.MULTILINE,
)
_HEAD = 300  # characters in which a text says what day all of it is of
_LEAD = Pattern(  # "The centre recorded the following on Monday:", "Here are those of Monday"
    r"^(?P<lead>[^\n]{10,240}):[^\S\n]*(?=\n)|"
    r"^(?P<said>[^\S\n]*(?:the\s+following|following|here|below|these)\s+(?:are|is|were|was)\b"
    r"[^\n.]{10,200})",
    re.IGNORECASE | re.MULTILINE,
)
_ITEM = Pattern(  # "3. At 05:00", "(b) 16 Feb", "* ORUN -", "23.50: Mill Lane", "Arson: At dawn"
    r"^[^\S\n]*(?:\(?(?:\d{1,3}|[a-z])[.)][^\S\n]|[-–—•*]|[\[(]?(?:[01]?\d|2[0-3])[:.h][0-5]\d\b|"
    r"[A-Z][\w’'-]*(?:[^\S\n][\w’'-]+){0,4}(?::|[^\S\n]+[-–—])[^\S\n])",
    re.MULTILINE,
)
_LEAST_ITEMS = 2
_TO_THE_END = Pattern(r"[,\s]*(?:\d{4}|\d{1,2}[:.h]\d{2}(?:\s*\w{1,4})?)?[)\s]*")
_HOUR = Pattern(
    r"^[^\S\n]*(?:[-–•*][^\S\n]*)?[\[(]?(?:[01]?\d|2[0-3])[:.h][0-5]\d\b(?![^\S\n]*[-–][^\S\n]*\d)",
    re.MULTILINE,
)
_WEEKDAY_AND_NUMBER = Pattern(
    rf"(?P<weekday>{WEEKDAY_PATTERN}),?\s+(?P<day>\d{{1,2}})", re.IGNORECASE
)
_ALONE = Pattern(r"[^\S\n:.]*[:.]?[^\S\n]*(?:\n|$)")
_LEAST_DAYS = 2  # a single day at the head of a text is that of its publication
_LEAST_HOURS = 3
_BACK = timedelta(days=45)
_STRETCH = 10  # days under one heading


def is_digest(text: str) -> bool:
    """Whether a text is a list of entries under days or hours."""
    days = sum(1 for _ in DAY_HEADING.finditer(text))
    return days > _LEAST_DAYS or sum(1 for _ in _HOUR.finditer(text)) >= _LEAST_HOURS


def day_headings(text: str, published: PartialDate | None) -> tuple[DateMention, ...]:
    """The days over the entries of a text, in order; none where there is but one."""
    found = [Span(*m.span("days")) for m in DAY_HEADING.finditer(text)]
    if len(found) < _LEAST_DAYS:
        over = _OVER_ALL.search(text, 0, _HEAD)
        found = [Span(*over.span("said" if over["said"] else "days"))] if over else []
    return tuple(day for span in found for day in _resolved(text, span, published))


def lead_day(text: str, days: Sequence[DateMention]) -> DateMention | None:
    """The day of which a text says at its head that all it lists is: the last before the colon
    ("The ministry reports the following as of 18:00 on 27 January:"); none of a stretch."""
    lead = _LEAD.search(text, 0, _HEAD)
    if lead is None:
        return None
    span = Span(*lead.span("lead" if lead["lead"] else "said"))
    last = next((d for d in reversed(days) if span.contains(d.span)), None)
    listed = sum(1 for _ in islice(_ITEM.finditer(text, span.end), _LEAST_ITEMS)) == _LEAST_ITEMS
    if last is None or not listed or not last.date.is_fine:
        return None
    return last if _TO_THE_END.fullmatch(text, last.span.end, span.end) else None


def headed(text: str, headings: Sequence[DateMention], offset: int) -> DateMention | None:
    """The day under which a place in the text stands: a day at the head of a paragraph is that of
    this paragraph, one with a line to itself that of all up to the next."""
    day = next((h for h in reversed(headings) if h.span.start <= offset), None)
    if day is None or _ALONE.match(text, day.span.end):
        return day
    return None if "\n\n" in text[day.span.end : offset] else day


def _resolved(text: str, span: Span, published: PartialDate | None) -> Iterator[DateMention]:
    numbered = _WEEKDAY_AND_NUMBER.fullmatch(text, span.start, span.end)
    if numbered is not None:
        news = published.end if published else None
        day = _last(news, weekday_number(numbered["weekday"]), int(numbered["day"]))
        if day is not None:
            yield DateMention(span, PartialDate.day(day, span.of(text)), DateRole.WHEN)
        return
    days = find_dates(text, published=published, spans=[span])
    if days:
        yield _from_number(text, span, days[-1]) if len(days) > 1 else days[0]


def _from_number(text: str, span: Span, last: DateMention) -> DateMention:
    """ "Saturday 12 and Sunday 13 August": from the day of that number before the last."""
    number, end = re.search(r"\d{1,2}", text[span.start : span.end]), last.date.end
    if number is None or end is None:
        return last
    back = (end - timedelta(days=n) for n in range(_STRETCH))
    first = next((d for d in back if d.day == int(number.group())), end)
    return DateMention(span, replace(interval(first, end), text=span.of(text)), DateRole.WHEN)


def _last(news: date | None, weekday: int, day: int) -> date | None:
    """The last day of that number and weekday up to the news."""
    if news is None:
        return None
    back = (news - timedelta(days=n) for n in range(_BACK.days))
    return next((d for d in back if d.day == day and d.isoweekday() == weekday), None)
