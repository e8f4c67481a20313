"""Comparing when: dates, and the days of publication where dates are missing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from tallystick.link import weights as w
from tallystick.link.comparisons.base import best, reasons
from tallystick.link.profile import Profile
from tallystick.link.weights import Level
from tallystick.model.judgement import Reason
from tallystick.model.values import DayPart, PartialDate

WINDOW = 13  # days before publication within which "on Sunday" is looked for
DARK = (DayPart.NIGHT, DayPart.DAWN, DayPart.EVENING)
_BY_LENGTH = ((1, w.SAME_DAY), (4, w.SAME_DAYS), (10, w.SAME_WEEK), (31, w.SAME_MONTH))
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class DateComparison:
    """Can both be on the same day?

    The same calendar day speaks strongly for one occurrence, the same week or month little.
    Adjacent days speak against it (some places are attacked daily), less so at night, when
    time zones and midnight blur the day. Days further apart all but exclude it. A weekday
    without a date counts when it falls on the other's day within two weeks before
    publication; without that it counts for little, and another weekday counts against.
    Where a report gives several dates, the pair that fits best is taken.
    """

    def __call__(self, a: Profile, b: Profile) -> Iterable[Reason]:
        found = (_date_level(a, p, b, q) for p in a.days for q in b.days)
        return reasons(best(level for level in found if level))


class PublicationComparison:
    """Do the days of publication allow it?

    Where both give a day, the days have been compared. Else: nothing is told before it
    happens, and where one of the two has no date of its own, texts
    published together are more likely to tell of one occurrence, texts published weeks or
    months apart less and less. Where nothing dates either of them, that speaks against it:
    what happens once at a place may happen there again.
    """

    def __call__(self, a: Profile, b: Profile) -> Iterable[Reason]:
        if fixed_day(a) and fixed_day(b):
            return ()  # the days have been compared
        early = told_before(a, b) or told_before(b, a)
        if early:
            return (w.TOLD_BEFORE.reason(early),)
        first, second = fixed_day(a) or a.published_on, fixed_day(b) or b.published_on
        if first is None or second is None:
            return () if any(DateComparison()(a, b)) else (_undated(),)
        return reasons(_publication_level(a, b, abs((first - second).days)))


def _undated() -> Reason:
    return w.UNDATED.reason(w.UNDATED.meaning)


def fixed_day(profile: Profile) -> date | None:
    """The first day of the report's own date, or of the other end where that is open."""
    starts = [d.start or d.end for d in profile.days if not d.is_floating]
    return min((s for s in starts if s), default=None)


def told_before(a: Profile, b: Profile) -> str:
    """Words if ``a`` was published before ``b``'s day (one day's slack for time zones)."""
    starts = [d.start for d in b.days if d.start]
    if a.published_on is None or not starts or len(starts) < len(b.days):
        return ""
    if a.published_on >= min(starts) - timedelta(days=1):
        return ""
    return f"one was published on {a.published_on}, before the other's day, {min(starts)}"


def _publication_level(a: Profile, b: Profile, gap: int) -> tuple[Level, str] | None:
    words = f"not both dated: by day of event or publication, {_days(gap)} apart"
    if gap > 60:
        return w.PUBLISHED_FAR, words
    if gap > WINDOW:
        return w.PUBLISHED_APART, words
    if any(d.weekday for p in (a, b) for d in p.days if d.is_floating):
        return None  # the weekday has used the days of publication already
    close = w.PUBLISHED_TOGETHER if gap <= 1 else w.PUBLISHED_CLOSE
    return (close if gap <= 2 else w.PUBLISHED_NEAR), words


def _date_level(a: Profile, p: PartialDate, b: Profile, q: PartialDate) -> tuple[Level, str] | None:
    if not p.is_floating and not q.is_floating:
        return _interval_level(p, q)
    if p.weekday is None or q.weekday is None:
        return None
    if p.weekday != q.weekday:
        beside = (p.weekday - q.weekday) % 7 in (1, 6)
        words = " and ".join(sorted((_WEEKDAYS[p.weekday - 1], _WEEKDAYS[q.weekday - 1])))
        return (w.WEEKDAY_BESIDE if beside else w.WEEKDAY_CLASH), f"on different weekdays: {words}"
    name = _WEEKDAYS[p.weekday - 1]
    if _within_window(a, p, b, q):
        return w.WEEKDAY_IN_WINDOW, f"both on {name}, within two weeks before publication"
    return w.WEEKDAY_ALONE, f"both on a {name}, the week unknown"


def _within_window(a: Profile, p: PartialDate, b: Profile, q: PartialDate) -> bool:
    """Whether both weekdays can be one day, by the days of publication."""
    if p.is_floating and q.is_floating:
        first, second = a.published_on, b.published_on
        return bool(first and second and abs((first - second).days) <= 7)
    published, day = (a.published_on, q.start) if p.is_floating else (b.published_on, p.start)
    return bool(published and day and 0 <= (published - day).days <= WINDOW)


def _interval_level(p: PartialDate, q: PartialDate) -> tuple[Level, str]:
    gap = gap_between(p, q)
    if gap == 0:
        longest = max(_length(p), _length(q))
        level = next((level for most, level in _BY_LENGTH if longest <= most), w.SAME_YEARS)
        both = sorted({_named(p), _named(q)})
        return level, f"both on {both[0]}" if len(both) == 1 else f"{' and '.join(both)} overlap"
    words = f"{_days(gap)} apart: {' and '.join(sorted((_named(p), _named(q))))}"
    if gap > 31:
        return w.DISJOINT_MONTHS, words
    if gap > 1:
        return w.DISJOINT_DAYS, words
    dark = p.part in DARK or q.part in DARK
    return (w.OVERNIGHT if dark else w.ADJACENT_DAYS), words


def gap_between(p: PartialDate, q: PartialDate) -> int:
    """Days between two intervals: 0 where they overlap, 1 where they are adjacent."""
    if p.overlaps(q):
        return 0
    late, early = max(p.start or date.min, q.start or date.min), p.end or q.end
    if p.end and q.end:
        early = min(p.end, q.end)
    return (late - early).days if early else 0


def _length(day: PartialDate) -> int:
    return (day.end - day.start).days + 1 if day.start and day.end else 9999


def _named(day: PartialDate) -> str:
    if day.start == day.end:
        return str(day.start)
    return f"{day.start or '...'} to {day.end or '...'}"


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"
