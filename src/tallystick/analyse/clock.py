"""Days by another clock than that of the place: the same night has another date elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from tallystick.model.values import DatePrecision, DayPart, PartialDate, Place

_HOURS: dict[DayPart, tuple[int, int]] = {
    DayPart.NIGHT: (0, 24),  # before or after midnight, which the word does not say
    DayPart.DAWN: (3, 8),
    DayPart.MORNING: (4, 12),
    DayPart.NOON: (11, 14),
    DayPart.AFTERNOON: (12, 18),
    DayPart.EVENING: (16, 24),
}


def by_clock(
    when: PartialDate | None, place: Place | None, utc: timedelta | None
) -> PartialDate | None:
    """The days by a clock ``utc`` ahead of UTC on which something dated locally can lie.

    The local clock is taken from the longitude, an hour for each 15 degrees, which is right
    to some two hours; without coordinates the date stays. ``None`` for ``utc`` is the local
    clock itself. A day turns into two where its hours do, unless its part of day tells.
    """
    if when is None or utc is None or place is None or place.lon is None:
        return when
    shift = utc - timedelta(hours=round(place.lon / 15))
    first, last = _HOURS[when.part] if when.part and when.is_day else (0, 24)
    start = when.start and _moved(when.start, first, shift, _ZERO)
    end = when.end and _moved(when.end, last, shift, _TICK)
    if (start, end) == (when.start, when.end):
        return when
    if start is not None and start == end:
        return PartialDate.day(start, when.text)
    return replace(when, start=start, end=end, precision=DatePrecision.DAYS, weekday=None)


_ZERO = timedelta()
_TICK = timedelta(minutes=1)  # the last minute of a day is still in it


def _moved(day: date, hour: int, shift: timedelta, back: timedelta) -> date:
    """The day of a local hour by the other clock; the ends of the calendar stay."""
    try:
        return (datetime.combine(day, time()) + timedelta(hours=hour) - back + shift).date()
    except OverflowError:
        return day
