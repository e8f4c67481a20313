"""From the program's date mentions to the values of TIMEX3 (TimeML 1.2.1), for scoring.

The program keeps intervals, TIMEX3 one value a mention; what it does not keep as a value
(lengths of time, sets, "now") is read again from the mention's own words. Where the two have
other conventions, this is where they meet: a range that the program reads as one is two
expressions there ("from Aug. 26 to Oct. 20"), each end at the precision of its own words; a
length of decades or quarters is counted in years and months; a week has two digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tallystick.extract.dates.mentions import DateMention, DateRole
from tallystick.extract.dates.words import NUMBERS
from tallystick.model.document import Span
from tallystick.model.values import DatePrecision, DayPart, PartialDate
from tallystick.vocab.calendar import MONTH_PATTERN, month_number

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
_UNIT = re.compile(r"\b(" + "|".join(_UNIT_CODES) + r")s?\b")
_UNIT_MANY = re.compile(r"\b(?:" + "|".join(_UNIT_CODES) + r")s\b|centuries")
_CLOCK = re.compile(r"\b(\d{1,2})(?::(\d\d))?\s?(?:([ap])\.?m\b|(?<=:\d\d))")
_PART_WORDS = re.compile(r"\b(?:morning|afternoon|evening|night|tonight)\b")
_HOURS = re.compile(r"\b(?:noon|midday|midnight)\b")
_STRETCH = re.compile(r"(?:the )?(?:past|last|next|coming|following|previous|recent)\b.* \w+s$")
_ONE_PAST = re.compile(r"(?:the )?past (?:\w+)$")
_FEW = re.compile(r"\b(?:few|several|some|many|number|dozens|hundreds)\b")
_HALF = re.compile(r"\b(?:1/2|and a half)(?=\W)")
_RANGE = re.compile(r"(?P<first>.+?)\s(?:to|until|till|through|thru|and)\s(?P<last>.+)", re.DOTALL)
_DAY_WORDS = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?\b|day\b|\btomorrow\b|\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b"
)
_YEAR_WORDS = re.compile(r"(?:the )?(?:year )?\d{4}")
_MONTH_WORDS = re.compile(rf"\b{MONTH_PATTERN}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Valued:
    """A stretch of a mention's words and its TIMEX3 value; ``None`` where there is none."""

    span: Span
    value: str | None


def valued(mention: DateMention) -> Iterator[Valued]:
    """A mention as the expressions of TIMEX3: one, or the two ends of a range."""
    ends = tuple(_ends(mention))
    yield from ends if len(ends) == 2 else (Valued(mention.span, value_of(mention)),)


def _ends(mention: DateMention) -> Iterator[Valued]:
    """The first and the last time of "from Monday to Wednesday", as the program read them."""
    found, words = mention.date, mention.date.text
    match = _RANGE.fullmatch(words)
    if match is None or found.start is None or found.end is None or found.start == found.end:
        return
    for name, at in (("first", found.start), ("last", found.end)):
        value = _end_value(at, match[name])
        if value is None:
            return
        start = mention.span.start + match.start(name)
        yield Valued(Span(start, start + len(match[name])), value)


def _end_value(at: date, words: str) -> str | None:
    low = words.lower().strip()
    if _YEAR_WORDS.fullmatch(low):
        return f"{at.year}"
    if _DAY_WORDS.search(low):
        return at.isoformat()
    return f"{at:%Y-%m}" if _MONTH_WORDS.search(low) else None


def value_of(mention: DateMention) -> str | None:
    """The TIMEX3 value of a mention; ``None`` where the program gives none."""
    words = " ".join(mention.date.text.lower().split())
    if mention.role is DateRole.DURATION or _STRETCH.match(words) or _ONE_PAST.match(words):
        return _length(words)
    if mention.role is DateRole.RECURRENT:
        return _set(words)
    if mention.role is DateRole.VAGUE:
        return _reference(words)
    return _days(mention.date, words)


_WHOLE = {"decade": ("year", 10), "quarter": ("month", 3), "night": ("day", 1)}
_PART_OF = {"year": ("month", 12), "hour": ("minute", 60), "day": ("hour", 24)}


def _length(words: str) -> str | None:
    unit = _UNIT.search(words.replace("centuries", "century"))
    if unit is None:
        return None
    name, count = unit[1], _count(words)
    if count is None:
        return _period("X", name)
    smaller, size = _WHOLE.get(name, (name, 1))
    half = ""
    if _HALF.search(words) and name in _PART_OF:
        lesser, parts = _PART_OF[name]
        half = f"{'T' if lesser == 'hour' else ''}{parts // 2}{_UNIT_CODES[lesser][-1]}"
    return _period(str(count * size), smaller) + half


def _period(count: str, unit: str) -> str:
    code = _UNIT_CODES[unit]
    return f"PT{count}{code[1]}" if code.startswith("T") else f"P{count}{code}"


def _count(words: str) -> int | None:
    """How many of a unit the words name: one for none, unknown for "a few"."""
    if _FEW.search(words):
        return None
    if "couple" in words:
        return 2
    plain = re.sub(r"\d/\d|\band a half\b", " ", words)
    numbers = [NUMBERS.get(w) or int(w) for w in re.findall(r"[a-z]+|\d+", plain) if _is_number(w)]
    if numbers:
        return numbers[-1] if len(numbers) == 1 else sum(numbers)
    plural = _UNIT_MANY.search(words) is not None
    return None if plural else 1


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
    if month := _MONTH_WORDS.search(words):
        return f"XXXX-{month_number(month.group()):02}"
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
    if hours := _HOURS.search(words):
        return "T24:00" if hours.group() == "midnight" else "T12:00"
    if found.part in _PART_CODES and _PART_WORDS.search(words):
        return f"T{_PART_CODES[found.part]}"
    return ""


def _interval(start: date, end: date, words: str) -> str | None:
    """Quarters, decades, and the whole that "late November" and "early 1990" are parts of."""
    after = end + timedelta(days=1)
    months = (after.year - start.year) * 12 + after.month - start.month
    if start.day == after.day == 1 and months == 6 and "half" in words:
        return f"{start.year}-H{(start.month + 5) // 6}"
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
