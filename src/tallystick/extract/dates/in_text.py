"""Days counted from other dates of the text: "the following day", "hours later", "a year
earlier", where the text compares quarters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tallystick.extract.dates.terms import DateMention, Shift, Then, Unit
from tallystick.extract.dates.units import FLOATING, interval, months_at, unit_at
from tallystick.model.document import Span
from tallystick.model.values import DatePrecision, DayPart, PartialDate

_LATE_PARTS = (DayPart.EVENING, DayPart.NIGHT)
_EARLY_PARTS = (DayPart.NIGHT, DayPart.DAWN)
_FEW_HOURS = 4  # so many stay within their day or night


@dataclass(frozen=True, slots=True)
class Resolved:
    """A date, and the mention it was counted from."""

    date: PartialDate
    anchor: Span | None = None


def is_quarter(found: PartialDate) -> bool:
    """Whether a date is a quarter of the calendar."""
    if found.start is None or found.start.day != 1 or found.start.month % 3 != 1:
        return False
    return found.end == months_at(found.start, 0, 3).end


def compared(quarter: DateMention, years: int) -> Resolved:
    """The same quarter so many years on: "a year earlier", "the year-ago period"."""
    if quarter.date.start is None:
        return Resolved(FLOATING)
    return Resolved(months_at(quarter.date.start, 12 * years, 3), quarter.span)


def from_text(term: Shift | Then, before: Sequence[DateMention]) -> Resolved:
    """The days so many units from the first mention that a term can be counted from."""
    if isinstance(term, Then):
        last = max(before, key=lambda mention: mention.span.start, default=None)
        return Resolved(replace(last.date, part=None), last.span) if last else Resolved(FLOATING)
    small = term.unit in (Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.WEEKEND)
    for mention in before:
        days = mention.date.precision in (DatePrecision.DAY, DatePrecision.DAYS)
        if mention.date.is_floating:
            if small and mention.date.weekday:
                return Resolved(_floating_shift(term, mention.date), mention.span)
            continue
        if days or not small:
            shifted = _shift_mention(term, mention.date)
            return Resolved(shifted, mention.span) if shifted else Resolved(FLOATING)
    return Resolved(FLOATING)


def _floating_shift(term: Shift, base: PartialDate) -> PartialDate:
    known = base.weekday and (term.unit is Unit.DAY or abs(term.amount) < 24)
    known = known and term.unit in (Unit.DAY, Unit.HOUR)
    if not known or (term.unit is Unit.HOUR and _crosses_midnight(term, base)):
        return FLOATING
    days = term.amount if term.unit is Unit.DAY else 0
    return replace(FLOATING, weekday=((base.weekday or 1) - 1 + days) % 7 + 1)


def _shift_mention(term: Shift, base: PartialDate) -> PartialDate | None:
    day = base.end if term.amount > 0 else base.start
    if day is None:
        return None
    if term.unit is Unit.HOUR and abs(term.amount) >= 24:
        return many_hours(day, term.amount)
    if term.unit is Unit.HOUR:
        if not _crosses_midnight(term, base):
            return PartialDate.day(day)
        other = day + timedelta(days=1 if term.amount > 0 else -1)
        return interval(min(day, other), max(day, other))
    if term.unit is Unit.DAY and term.amount == 0:
        return replace(base, part=None)
    return unit_at(day, term.unit, term.amount)


def many_hours(day: date, amount: int) -> PartialDate:
    """ "36 hours later" is the next day or the one after."""
    sign = 1 if amount > 0 else -1
    few, many = abs(amount) // 24, -(-abs(amount) // 24)
    ends = (day + timedelta(days=sign * few), day + timedelta(days=sign * many))
    return interval(min(ends), max(ends))


def _crosses_midnight(term: Shift, base: PartialDate) -> bool:
    """Whether hours from a part of a day can lead into the next (or the last) one."""
    if abs(term.amount) <= _FEW_HOURS:
        return False
    return base.part in (_LATE_PARTS if term.amount > 0 else _EARLY_PARTS)
