"""The dateline of a message, and the days that its words mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from eval.muc.templates import days
from tallystick.extract.dates.mentions import find_dates
from tallystick.model.values import PartialDate

Days = tuple[date, date]
_DATELINE = re.compile(r"\b(\d{1,2} [a-z]{3} \d{2})\b")
_HEAD = 150  # characters in which a dateline stands


@dataclass(frozen=True, slots=True)
class Dated:
    """Words for a date, and the days that they mean (``None`` when nothing fixes them)."""

    start: int
    end: int
    days: Days | None


def dateline(text: str) -> date | None:
    """The day on which a message was sent, as its first lines give it."""
    match = _DATELINE.search(text[:_HEAD].lower())
    found = days(match.group(1).upper()) if match else None
    return found[0] if found else None


def dated(text: str) -> tuple[Dated, ...]:
    """Every mention of a date after the dateline, as the program's own grammar reads it."""
    sent = dateline(text)
    published = PartialDate.day(sent) if sent else None
    found = find_dates(_cased(text), published=published)
    return tuple(Dated(m.span.start, m.span.end, _days(m.date)) for m in found if m.span.start > 0)


def _cased(text: str) -> str:
    """Names of days and months with a capital, as the grammar expects; as long as before."""
    return _NAMES.sub(lambda m: m.group().capitalize(), text)


_NAMES = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|"
    r"july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|"
    r"dec)\b"
)


def _days(found: PartialDate) -> Days | None:
    return (found.start, found.end) if found.start and found.end else None
