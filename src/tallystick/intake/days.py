"""The day of publication, as columns and manifests give it.

A field such as "03/04/2017" has two readings. The column it stands in usually settles
which: one value with a part above 12 fixes the order of all (ISO 8601 dates and named
months need no settling). Where nothing settles it, the day is unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from tallystick.model.values import PartialDate
from tallystick.vocab.calendar import day_of, parse_day

_SLASHED = re.compile(r"\s*(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?:[\sT,].*)?", re.DOTALL)
_EARLIEST, _LATEST = 1800, 2099


class DayOrder(StrEnum):
    """Which comes first in a date of three numbers."""

    DAY_FIRST = "day/month/year"
    MONTH_FIRST = "month/day/year"


def settle_order(fields: Iterable[str]) -> DayOrder | None:
    """The order that a column's dates have in common; ``None`` if none shows, or both do."""
    orders = set()
    for field in fields:
        if match := _SLASHED.fullmatch(field):
            first, second = int(match[1]), int(match[3])
            if second <= 12 < first:
                orders.add(DayOrder.DAY_FIRST)
            elif first <= 12 < second:
                orders.add(DayOrder.MONTH_FIRST)
    return orders.pop() if len(orders) == 1 else None


def needs_order(field: str) -> bool:
    """Whether a field has two readings as a date."""
    match = _SLASHED.fullmatch(field)
    return bool(match) and parse_day(field) is None


def published_day(field: str, order: DayOrder | None = None) -> PartialDate | None:
    """The day that a field names, or ``None``: no date, not a day, or not one that was.

    The words are dropped: the same day gives the same document id however it is written.
    """
    match = _SLASHED.fullmatch(field)
    if match and order:
        a, b, year = int(match[1]), int(match[3]), int(match[4])
        day_first = order is DayOrder.DAY_FIRST
        return _plausible(day_of(year, b, a) if day_first else day_of(year, a, b))
    found = parse_day(field)
    return _plausible(found.start) if found and found.is_day else None


def day_advice(fields: Iterable[str]) -> str:
    """What to write in place of fields that gave no day, and why: the first that has two."""
    for field in fields:
        both = [published_day(field, order) for order in DayOrder] if needs_order(field) else []
        days = [day.start for day in both if day and day.start]
        if len(days) == 2:
            told, written = (
                " or ".join(f"{form(day)}" for day in days)
                for form in (lambda day: f"{day.day} {day:%B}", date.isoformat)
            )
            return f"{field.strip()} may be {told}: write {written}"
    return "write a day as 2021-04-03"


def _plausible(day: date | None) -> PartialDate | None:
    return PartialDate.day(day) if day and _EARLIEST <= day.year <= _LATEST else None
