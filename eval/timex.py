"""From the program's date mentions to the values of TIMEX3 (TimeML 1.2.1), for scoring.

The program keeps intervals, TIMEX3 one value a mention; what it does not keep as a value
(lengths of time, sets, "now") is read again from the mention's own words.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from tallystick.extract.date_words import NUMBERS
from tallystick.extract.dates import DateMention, DateRole
from tallystick.model.values import DatePrecision, DayPart, PartialDate

_UNIT_CODES = {
    "minute": "TM",
    "hour": "TH",
    "second": "TS",
    "day": "D",
    "night": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "E",
    "century": "C",
}
_SET_CODES = {"daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "hourly": "PT1H"}
_PART_CODES = {
    DayPart.MORNING: "MO",
    DayPart.AFTERNOON: "AF",
    DayPart.EVENING: "EV",
    DayPart.NIGHT: "NI",
}
_SEASON_CODES = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_COUNT = re.compile(r"(?:\d+|[a-z]+)(?=[\s-]+(?:[a-z]+[\s-]+)?(?:" + "|".join(_UNIT_CODES) + r"))")
_UNIT = re.compile(r"\b(" + "|".join(_UNIT_CODES) + r")s?\b")
_CLOCK = re.compile(r"\b(\d{1,2})(?::(\d\d))?\s?(?:([ap])\.?m\b|(?<=:\d\d))")
_PART_WORDS = re.compile(r"\b(?:morning|afternoon|evening|night|tonight)\b")


def value_of(mention: DateMention) -> str | None:
    """The TIMEX3 value of a mention; ``None`` where the program gives none."""
    words = " ".join(mention.date.text.lower().split())
    if mention.role is DateRole.DURATION or re.match(
        r"(?:the )?(?:past|last|next)\b.* \w+s$", words
    ):
        return _length(words)
    if mention.role is DateRole.RECURRENT:
        return _set(words)
    if mention.role is DateRole.VAGUE:
        return _reference(words)
    return _days(mention.date, words)


def _length(words: str) -> str | None:
    unit = _UNIT.search(words)
    if unit is None:
        return None
    code = _UNIT_CODES[unit[1]]
    numbers = [NUMBERS.get(w) or int(w) for w in re.findall(r"[a-z]+|\d+", words) if _is_number(w)]
    count = str(numbers[-1] if len(numbers) == 1 else sum(numbers)) if numbers else "X"
    return f"PT{count}{code[1]}" if code.startswith("T") else f"P{count}{code}"


def _is_number(word: str) -> bool:
    return word.isdigit() or word in NUMBERS


def _set(words: str) -> str | None:
    weekdays = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    for number, name in enumerate(weekdays, start=1):
        if name in words:
            return f"XXXX-WXX-{number}"
    for word, code in _SET_CODES.items():
        if word in words:
            return code
    unit = _UNIT.search(words)
    return f"P1{_UNIT_CODES[unit[1]].removeprefix('T')}" if unit else "P1Y"


def _reference(words: str) -> str:
    if re.search(r"\b(?:now|current|currently|presently|nowadays)\b", words):
        return "PRESENT_REF"
    return "FUTURE_REF" if re.search(r"\b(?:soon|future|next|coming)\b", words) else "PAST_REF"


def _days(found: PartialDate, words: str) -> str | None:
    start, end = found.start, found.end
    if start is None or end is None:
        return None
    if start == end:
        return start.isoformat() + _time(found, words)
    match found.precision:
        case DatePrecision.WEEK:
            year, week, _ = start.isocalendar()
            return f"{year}-W{week:02}"
        case DatePrecision.MONTH:
            return f"{start:%Y-%m}"
        case DatePrecision.SEASON:
            return f"{start.year}-{_SEASON_CODES[start.month]}"
        case DatePrecision.YEAR:
            return f"{start.year}"
        case DatePrecision.DAYS if start.isoweekday() == 6 and end - start == timedelta(days=1):
            year, week, _ = start.isocalendar()
            return f"{year}-W{week:02}-WE"
    return _interval(start, end, words)


def _time(found: PartialDate, words: str) -> str:
    if clock := _CLOCK.search(words):
        hour = int(clock[1]) % 12 + 12 * (clock[3] == "p") if clock[3] else int(clock[1])
        return f"T{hour:02}:{clock[2] or '00'}"
    if found.part in _PART_CODES and _PART_WORDS.search(words):
        return f"T{_PART_CODES[found.part]}"
    return ""


def _interval(start: date, end: date, words: str) -> str | None:
    """Quarters, decades, and the whole that "late November" and "early 1990" are parts of."""
    after = end + timedelta(days=1)
    months = (after.year - start.year) * 12 + after.month - start.month
    if start.day == after.day == 1 and months == 3 and start.month % 3 == 1:
        return f"{start.year}-Q{(start.month + 2) // 3}"
    if months == 120 or re.search(r"\d0['’]?s\b", words):
        return str(start.year)[:3]
    if "week" in words:
        year, week, _ = start.isocalendar()
        return f"{year}-W{week:02}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start:%Y-%m}"
    return f"{start.year}" if start.year == end.year else None
