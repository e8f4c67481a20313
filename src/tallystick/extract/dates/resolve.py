"""From the meaning of date words to days: publication date, text and calendar together.

Conventions (``docs/dates.md`` gives them with examples): weeks run from Monday to Sunday
(ISO 8601); a bare weekday is the nearest on or before publication, as news agencies write;
"last October" is not the month just past; seasons are those of the northern half.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tallystick.extract.dates.in_text import Resolved, compared, from_text, many_hours
from tallystick.extract.dates.terms import (
    Around,
    Between,
    CalendarDay,
    DateMention,
    MonthDay,
    NamedDay,
    NamedFeast,
    NamedMonth,
    NamedQuarter,
    NamedSeason,
    NightOf,
    NumericDay,
    OfYear,
    PartOf,
    Period,
    Portion,
    Shift,
    Term,
    Then,
    ThisWeekend,
    Unfixed,
    Unit,
    Which,
    Within,
    Years,
)
from tallystick.extract.dates.units import (
    FLOATING,
    interval,
    months_at,
    moved,
    thanksgiving,
    unit_at,
    years_of,
)
from tallystick.model.values import DatePrecision, PartialDate
from tallystick.vocab.calendar import day_of, month_of, one_reading

_TOLERANCE = timedelta(days=7)  # "November 12" read on November 8 is four days ahead
_NEWS = timedelta(days=60)  # a date that recent is of the news, whatever stands before it
_A_YEAR = timedelta(days=370)  # a date further back had its year written
_WEEKS = timedelta(days=42)
_SOON = timedelta(days=42)
_RECENT = timedelta(days=90)  # "the plan announced on August 21", read in October
_BORROW = timedelta(days=183)  # how far from a full date its year can be borrowed


@dataclass(frozen=True, slots=True)
class Moment:
    """What is known where a term stands.

    ``today`` is the publication day, ``before`` the mentions that the term may be counted
    from, the best first; ``ahead`` says that its clause speaks of the future, ``back``
    that its sentence speaks of the past; ``quarter`` is the last quarter named before.
    """

    today: date | None
    before: Sequence[DateMention] = ()
    ahead: bool = False
    back: bool = True
    quarter: DateMention | None = None


def resolve(term: Term, moment: Moment) -> Resolved:
    """The days that a term means at a moment; floating where nothing fixes it.

    Days outside the calendar (the year 0, 30 February) float too.
    """
    try:
        return _resolve(term, moment)
    except (OverflowError, ValueError):
        return Resolved(FLOATING)


def _resolve(term: Term, moment: Moment) -> Resolved:
    match term:
        case Shift(compared=True) if moment.quarter:
            return compared(moment.quarter, term.amount)
        case Shift(in_text=True) | Then():
            return from_text(term, moment.before)
        case Period():
            return _period(term, moment)
        case CalendarDay():
            return _calendar_day(term, moment)
        case NamedDay():
            return _named_day(term, moment)
        case MonthDay():
            return _month_day(term, moment)
        case OfYear():
            return _of_year(term, moment)
        case PartOf():
            whole = _resolve(term.whole, moment)
            return replace(whole, date=_portion(term.portion, whole.date, moment.today))
        case Around():
            day = _resolve(term.day, moment)
            return replace(day, date=_around(term, day.date))
        case NightOf():
            night = _resolve(term.day, moment)
            return replace(night, date=_night_of(night.date, moment.today))
        case Between():
            return Resolved(_between(term, moment))
        case _:
            return Resolved(_plain(term, moment))


def _plain(term: Term, moment: Moment) -> PartialDate:
    """Terms that need at most the publication day."""
    match term:
        case NumericDay():
            return _numeric(term, moment.today)
        case Years():
            return years_of(term)
        case NamedMonth():
            return _named_month(term, moment)
        case NamedSeason():
            return _named_season(term, moment)
        case NamedQuarter():
            return _named_quarter(term, moment)
        case NamedFeast():
            return _named_feast(term, moment)
        case ThisWeekend() if moment.today:
            coming = moment.ahead or moment.today.weekday() in (2, 3, 4)
            begun = moment.today.weekday() >= 5
            return unit_at(moment.today, Unit.WEEKEND, 1 if coming and not begun else 0)
        case Shift() if moment.today:
            return _shifted(moment.today, term)
        case Within() if moment.today:
            return _within(term, moment.today)
        case Unfixed():
            return replace(FLOATING, weekday=term.weekday)
    return FLOATING


def _of_year(term: OfYear, moment: Moment) -> Resolved:
    """The month, season or day of a year that is itself counted from somewhere."""
    year = _resolve(term.year, moment)
    if year.date.start is None:
        return Resolved(FLOATING)
    dated = _in_year(term.what, year.date.start.year)
    return replace(year, date=_resolve(dated, moment).date)


def _in_year(term: Term, year: int) -> Term:
    match term:
        case PartOf():
            return replace(term, whole=_in_year(term.whole, year))
        case CalendarDay() | NamedMonth() | NamedSeason() | NamedQuarter():
            return replace(term, year=year)
    return term


# --- from the publication day --------------------------------------------------------------


def _shifted(day: date, term: Shift) -> PartialDate:
    if term.unit is Unit.HOUR and term.amount:
        if abs(term.amount) >= 24:
            return many_hours(day, term.amount)
        if abs(term.amount) == 1:
            return PartialDate.day(day)  # "minutes ago"
        other = day + timedelta(days=1 if term.amount > 0 else -1)
        return interval(min(day, other), max(day, other))
    if term.unit is Unit.WEEKEND and term.amount < 0 and day.weekday() < 5:
        return unit_at(day, term.unit, term.amount + 1)  # "last weekend", said on a Monday
    return unit_at(day, term.unit, term.amount)


def _within(term: Within, today: date) -> PartialDate:
    end = moved(today, term.unit, term.amount if term.ahead else -term.amount)
    stretch = interval(min(today, end), max(today, end))
    if term.unit in (Unit.HOUR, Unit.DAY):
        return stretch
    return replace(stretch, precision=DatePrecision.INTERVAL)


def _numeric(term: NumericDay, today: date | None) -> PartialDate:
    day = one_reading(term.readings, today)
    return PartialDate.day(day) if day else FLOATING


def _named_month(term: NamedMonth, moment: Moment) -> PartialDate:
    if term.year is not None:
        return month_of(term.year, term.month)
    if moment.today is None:
        year = _borrowed_year(term.month, None, moment)
        return month_of(year, term.month) if year else FLOATING
    today = moment.today
    back = (today.month - term.month) % 12  # months since the nearest past one
    if term.which is Which.LAST and back <= (1 if today.month > 1 else 0):
        back += 12  # "last October", said in October or November
    coming = moment.ahead and back > 3 and term.which is Which.NEAREST
    if term.which is Which.NEXT or coming:
        back -= 12
    if term.which is Which.THIS:
        back = today.month - term.month
    return months_at(today, -back, 1)


def _named_season(term: NamedSeason, moment: Moment) -> PartialDate:
    first = term.season.value
    if term.year is not None:
        start = date(term.year, first, 1)
    elif moment.today is None:
        return FLOATING
    else:
        start = _season_start(moment.today, first, term.which, moment.ahead)
    return replace(months_at(start, 0, 3), precision=DatePrecision.SEASON)


def _season_start(today: date, first: int, which: Which, ahead: bool) -> date:
    back = (today.month - first) % 12  # months since that season last began
    if which is Which.LAST and back < 3:
        back += 12  # "last summer", said in summer
    elif which is Which.NEXT or (back >= 3 and (ahead or (which is Which.THIS and back >= 9))):
        back -= 12
    start = months_at(today, -back, 1).start
    assert start is not None
    return start


def _named_quarter(term: NamedQuarter, moment: Moment) -> PartialDate:
    first = term.quarter * 3 - 2
    if term.year is not None:
        return months_at(date(term.year, first, 1), 0, 3)
    if moment.today is None:
        return FLOATING
    year = moment.today.year
    past = date(year, first, 1) <= moment.today or moment.ahead
    return months_at(date(year if past else year - 1, first, 1), 0, 3)


def _period(term: Period, moment: Moment) -> Resolved:
    if moment.quarter:
        return compared(moment.quarter, term.years)
    return _resolve(term.fallback, moment) if term.fallback else Resolved(FLOATING)


def _named_feast(term: NamedFeast, moment: Moment) -> PartialDate:
    if term.year is not None:
        return PartialDate.day(thanksgiving(term.year))
    if moment.today is None:
        return FLOATING
    days = [thanksgiving(moment.today.year + more) for more in (-1, 0, 1)]
    coming = moment.ahead or term.which is Which.NEXT
    if coming:
        return PartialDate.day(next(d for d in days if d >= moment.today))
    return PartialDate.day(next(d for d in reversed(days) if d <= moment.today))


# --- days without a year, weekdays ---------------------------------------------------------


def _calendar_day(term: CalendarDay, moment: Moment) -> Resolved:
    if term.year is not None:
        day = day_of(term.year, term.month, term.day)
        return Resolved(PartialDate.day(day) if day else FLOATING)
    floating = replace(FLOATING, weekday=term.weekday)
    if moment.today is None:
        year = _borrowed_year(term.month, term.day, moment)
        day = day_of(year, term.month, term.day) if year else None
        if day and term.weekday and day.isoweekday() != term.weekday:
            day = None  # the weekday that is written speaks against the borrowed year
        return Resolved(PartialDate.day(day) if day else floating)
    day = _nearest_year(term, moment.today, moment)
    if day and not moment.ahead and moment.today - day > _NEWS:
        day = _year_of_text(term, moment.today, moment) or day
    return Resolved(PartialDate.day(day) if day else floating)


def _year_of_text(term: CalendarDay, today: date, moment: Moment) -> date | None:
    """Near a date of an earlier year: "On January 3, 2020 … on January 8"."""
    for mention in sorted(moment.before, key=lambda m: m.span, reverse=True):
        at = mention.date.start
        fine = mention.date.precision in (DatePrecision.DAY, DatePrecision.MONTH)
        if at and fine and (str(at.year) in mention.date.text or today - at > _A_YEAR):
            days = (day_of(at.year + more, term.month, term.day) for more in (0, 1))
            return next((d for d in days if d and -_WEEKS <= d - at <= 2 * _WEEKS), None)
    return None


def _nearest_year(term: CalendarDay, today: date, moment: Moment) -> date | None:
    """The nearest past day of that name, or one a few days ahead; the next where ``ahead``.

    A day almost a year ago would have its year: where nothing in the sentence is of the
    past, a day up to six weeks ahead is nearer.
    """
    ahead = moment.ahead
    years = range(max(1, today.year - 8), today.year + 9)
    days = [d for year in years if (d := day_of(year, term.month, term.day))]
    limit = today if ahead else today + (_TOLERANCE if moment.back else _SOON)
    past = max((d for d in days if d <= limit), default=None)
    coming = min((d for d in days if d > today), default=None)
    if not ahead or coming is None or past is None:
        return past
    recent = today - past <= _RECENT and coming - today > 2 * _RECENT
    return past if recent else coming


def _borrowed_year(month: int, day: int | None, moment: Moment) -> int | None:
    """The year of a full date just before, if that day is then within half a year of it."""
    for mention in moment.before:
        at = mention.date.start
        if at is None or not mention.date.is_day:
            continue
        years = (at.year - 1, at.year, at.year + 1)
        days = [d for y in years if (d := day_of(y, month, day or 15))]
        near = min(days, key=lambda d: abs(d - at), default=None)
        return near.year if near and abs(near - at) <= _BORROW else None
    return None


def _named_day(term: NamedDay, moment: Moment) -> Resolved:
    floating = replace(FLOATING, weekday=term.weekday)
    if term.which in (Which.BEFORE, Which.AFTER):
        return _beside_text(term, moment)
    if moment.today is None:
        return _tied_weekday(term, moment) if term.which is Which.NEAREST else Resolved(floating)
    return Resolved(PartialDate.day(_weekday_near(term, moment.today, moment.ahead)))


def _weekday_near(term: NamedDay, today: date, ahead: bool) -> date:
    if term.weeks is not None:
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=term.weeks)
        return monday + timedelta(days=term.weekday - 1)
    back = (today.isoweekday() - term.weekday) % 7
    if term.which is Which.NEXT or (ahead and term.which is not Which.LAST):
        return today + timedelta(days=7 - back)
    if term.which is Which.LAST and back == 0:
        back = 7
    return today - timedelta(days=back)


def _beside_text(term: NamedDay, moment: Moment) -> Resolved:
    """ "the following Friday": the next after a day of the text."""
    which = Which.NEXT if term.which is Which.AFTER else Which.LAST
    for mention in moment.before:
        if mention.date.is_day and mention.date.start:
            day = _weekday_near(NamedDay(term.weekday, which), mention.date.start, False)
            return Resolved(PartialDate.day(day), mention.span)
    return Resolved(replace(FLOATING, weekday=term.weekday))


def _tied_weekday(term: NamedDay, moment: Moment) -> Resolved:
    """Without a publication date: a weekday right after a full date, at most three days on."""
    floating = Resolved(replace(FLOATING, weekday=term.weekday))
    if term.weeks is not None:
        return floating
    anchor = next((m for m in moment.before if m.date.is_day and m.anchor is None), None)
    if anchor is None or anchor.date.start is None:
        return floating
    on = (term.weekday - anchor.date.start.isoweekday()) % 7
    if on == 0 or on > 3:
        return floating
    return Resolved(PartialDate.day(anchor.date.start + timedelta(days=on)), anchor.span)


def _yet_to_come(day: date, told: date, moment: Moment) -> bool:
    """Whether a day is after the news, where what was told before it is not: "the 31st" in a
    text of 5 January that has just named the 2nd is of December."""
    return moment.today is not None and not moment.ahead and told <= moment.today < day


def _month_day(term: MonthDay, moment: Moment) -> Resolved:
    """ "the 17th": of the month the text was in just before, else the nearest past one."""
    for mention in moment.before:
        start, end = mention.date.start, mention.date.end
        if start and end and (start.year, start.month) == (end.year, end.month):
            day = day_of(start.year, start.month, term.day)
            if day and _yet_to_come(day, end, moment):
                continue
            return Resolved(PartialDate.day(day) if day else FLOATING, mention.span)
    if moment.today is None:
        return Resolved(FLOATING)
    months = (months_at(moment.today, -back, 1).start for back in range(4))
    days = (day_of(m.year, m.month, term.day) for m in months if m)
    day = next((d for d in days if d and d <= moment.today), None)
    return Resolved(PartialDate.day(day) if day else FLOATING)


# --- parts and ranges ----------------------------------------------------------------------


def _portion(portion: Portion, whole: PartialDate, today: date | None) -> PartialDate:
    start, end = whole.start, whole.end
    if start is None or end is None or start == end:
        return whole
    if portion in (Portion.SO_FAR, Portion.REST):
        return _split_today(portion, whole, today)
    if portion in (Portion.FIRST_HALF, Portion.SECOND_HALF):
        bounds = _cut(start, end, 2)
        index = 0 if portion is Portion.FIRST_HALF else 1
    else:
        bounds = _cut(start, end, 3)
        index = (Portion.EARLY, Portion.MID, Portion.LATE).index(portion)
    return interval(bounds[index], bounds[index + 1] - timedelta(days=1))


def _split_today(portion: Portion, whole: PartialDate, today: date | None) -> PartialDate:
    assert whole.start is not None
    assert whole.end is not None
    if today is None or not whole.start <= today <= whole.end:
        return _portion(Portion.EARLY if portion is Portion.SO_FAR else Portion.LATE, whole, today)
    stretch = (whole.start, today) if portion is Portion.SO_FAR else (today, whole.end)
    return whole if stretch[0] == stretch[1] else interval(*stretch)


def _cut(start: date, end: date, pieces: int) -> list[date]:
    """The first days of so many pieces, and the day after the last.

    A month is cut after its 10th and 20th, or its 15th, a year by months, all else by days.
    """
    after = end + timedelta(days=1)
    length = (after - start).days
    months = (after.year - start.year) * 12 + after.month - start.month
    if start.day == after.day == 1 and months == 1:
        step = 30 // pieces
        return [start + timedelta(days=step * i) for i in range(pieces)] + [after]
    if start.day == after.day == 1 and months % pieces == 0:
        firsts = [months_at(start, months // pieces * i, 1).start for i in range(pieces)]
        return [f for f in firsts if f] + [after]
    return [start + timedelta(days=length * i // pieces) for i in range(pieces)] + [after]


def _around(term: Around, day: PartialDate) -> PartialDate:
    if day.start is None or not day.is_day:
        return day
    if term.unit is Unit.DAY:
        return PartialDate.day(day.start + timedelta(days=term.amount))
    return unit_at(day.start, term.unit, term.amount)


def _night_of(day: PartialDate, today: date | None) -> PartialDate:
    if day.start is None or not day.is_day:
        return day
    first = day.start - timedelta(days=int(day.start == today))
    return interval(first, first + timedelta(days=1))


def _between(term: Between, moment: Moment) -> PartialDate:
    """The last end is read first: what comes before it is counted from there."""
    last = _resolve(term.last, moment).date
    if last.end is None:
        return FLOATING
    first = _first_end(term.first, last.end, moment)
    if first.start and moment.today and first.start > last.end and not moment.ahead:
        last = _resolve(term.last, replace(moment, ahead=True)).date  # "from today to May 9"
    if first.start is None or last.end is None or first.start > last.end:
        return FLOATING
    both_days = first.is_day and last.is_day
    span = interval(first.start, last.end)
    return span if both_days else replace(span, precision=DatePrecision.INTERVAL)


def _first_end(term: Term, last: date, moment: Moment) -> PartialDate:
    """The start of a range; a weekday or a bare date is the nearest before its end."""
    if isinstance(term, NamedDay) and term.which is Which.NEAREST and moment.today:
        return _resolve(term, replace(moment, today=last, ahead=False)).date
    return _resolve(_with_year_of(term, last), moment).date


def _with_year_of(term: Term, last: date) -> Term:
    """ "from October 29 to January 3, 2024": the latest such day or month before the end."""
    if isinstance(term, CalendarDay) and term.year is None:
        later = (term.month, term.day) > (last.month, last.day)
        return replace(term, year=last.year - later)
    if isinstance(term, NamedMonth) and term.year is None and term.which is Which.NEAREST:
        return replace(term, year=last.year - (term.month > last.month))
    return term
