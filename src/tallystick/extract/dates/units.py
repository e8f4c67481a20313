"""The calendar's units, as intervals of days: weeks, weekends, months, quarters, years."""

from __future__ import annotations

from datetime import date, timedelta

from tallystick.extract.dates.terms import Unit, Years
from tallystick.model.values import DatePrecision, PartialDate
from tallystick.vocab.calendar import month_of as whole_month
from tallystick.vocab.calendar import year_of as whole_year

FLOATING = PartialDate(None, None, DatePrecision.FLOATING)
_FEW = timedelta(days=7)  # so many nights make an interval "days"
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120}


def unit_at(day: date, unit: Unit, amount: int = 0) -> PartialDate:
    """The unit of the calendar that is ``amount`` units from the one that holds ``day``."""
    match unit:
        case Unit.DAY | Unit.HOUR:
            return PartialDate.day(day + timedelta(days=amount if unit is Unit.DAY else 0))
        case Unit.WEEK:
            monday = day - timedelta(days=day.weekday()) + timedelta(weeks=amount)
            return PartialDate(monday, monday + timedelta(days=6), DatePrecision.WEEK)
        case Unit.WEEKEND:
            return _weekend(day, amount)
        case Unit.MONTH:
            return months_at(day, amount, 1)
        case Unit.QUARTER:
            return months_at(day.replace(day=1, month=(day.month - 1) // 3 * 3 + 1), amount * 3, 3)
        case Unit.YEAR:
            return whole_year(day.year + amount)
        case Unit.DECADE:
            first = day.year // 10 * 10 + 10 * amount
            return years_of(Years(first, first + 9))


def _weekend(day: date, amount: int) -> PartialDate:
    """The last weekend that has begun, moved by so many weeks."""
    saturday = day - timedelta(days=(day.weekday() - 5) % 7) + timedelta(weeks=amount)
    return PartialDate(saturday, saturday + timedelta(days=1), DatePrecision.DAYS)


def months_at(day: date, amount: int, length: int) -> PartialDate:
    """``length`` months, from ``amount`` months after that of ``day``."""
    first = day.year * 12 + day.month - 1 + amount
    start = whole_month(first // 12, first % 12 + 1)
    if length == 1:
        return start
    last = first + length - 1
    end = whole_month(last // 12, last % 12 + 1).end
    return PartialDate(start.start, end, DatePrecision.INTERVAL)


def years_of(term: Years) -> PartialDate:
    if term.first == term.last:
        return whole_year(term.first)
    start, end = date(term.first, 1, 1), date(term.last, 12, 31)
    return PartialDate(start, end, DatePrecision.INTERVAL)


def moved(day: date, unit: Unit, amount: int) -> date:
    match unit:
        case Unit.HOUR:
            return day + timedelta(days=-(-abs(amount) // 24) * (1 if amount > 0 else -1))
        case Unit.DAY:
            return day + timedelta(days=amount)
        case Unit.WEEK | Unit.WEEKEND:
            return day + timedelta(weeks=amount)
    whole = months_at(day, _MONTHS[unit] * amount, 1)
    assert whole.start is not None
    assert whole.end is not None
    return whole.start.replace(day=min(day.day, whole.end.day))


def interval(start: date, end: date) -> PartialDate:
    """Both ends included; a few days, or any other interval."""
    if start == end:
        return PartialDate.day(start)
    few = end - start <= _FEW
    return PartialDate(start, end, DatePrecision.DAYS if few else DatePrecision.INTERVAL)


def thanksgiving(year: int) -> date:
    """The fourth Thursday of November (United States Code, title 5, section 6103)."""
    first = date(year, 11, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 21)
