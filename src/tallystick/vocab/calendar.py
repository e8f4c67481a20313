"""Calendar dates as people write them: months, weekdays, full dates, stamps and datelines.

Nothing here knows when a text was published: a date that the words do not finish (a day
and a month without a year) is left open. ``tallystick.extract.dates.mentions`` finishes it.

Week numbers and weekdays follow ISO 8601 (Monday is 1). Two-digit years from 50 on are of
the last century, the others of this one.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tallystick.model.document import Span
from tallystick.model.values import DatePrecision, PartialDate
from tallystick.vocab.pattern import Pattern

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb febr",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_FOREIGN_MONTHS: dict[str, int] = {  # French, Spanish, Portuguese, Italian, German
    name: number
    for number, names in enumerate(
        (
            "janvier enero janeiro gennaio januar",
            "février fevrier febrero fevereiro febbraio februar",
            "mars marzo março marco märz",
            "avril abril aprile",
            "mai mayo maio maggio",
            "juin junio junho giugno juni",
            "juillet julio julho luglio juli",
            "août aout agosto",
            "septembre septiembre setiembre setembro settembre",
            "octobre octubre outubro ottobre oktober",
            "novembre noviembre novembro",
            "décembre decembre diciembre dezembro dicembre dezember",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed weds",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        ),
        start=1,
    )
    for name in names.split()
}

_FULL_MONTHS = frozenset(m for m in MONTHS if len(m) > 4 or m in ("may", "june", "july"))

MONTH_PATTERN = (
    r"(?:jan(?:uary)?|febr?(?:uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
FOREIGN_DAY_PATTERN = (
    r"(?:(?:le|el|il|den|dia)\s+)?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|"
    r"martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|\w+-feira|luned[iì]|marted[iì]|"
    r"mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica|montag|dienstag|mittwoch|donnerstag|"
    r"freitag|samstag|sonntag),?\s+)?(?:1er|1º|(?:3[01]|[12]\d|0?[1-9])\.?)\s+(?:de\s+|di\s+)?"
    rf"(?:{'|'.join(sorted(_FOREIGN_MONTHS, key=len, reverse=True))})\b"
)
"""A day and its month as a dateline of another language has them: "9 juin", "3 de maio"."""
WEEKDAY_PATTERN = (
    r"(?:mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)\b\.?"
)
YEAR_PATTERN = (  # no hour: "13 January, 2050 UTC"
    r"(?:1[5-9]|20)\d\d(?!\d|[.,]\d)(?!\s?(?i:utc|gmt|hrs?|hours|local|lt|z|h)\b)"
)
DAY_PATTERN = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w]|[.,:]\d)"

# A blank inside one expression: a few spaces, at most one line break (wrapped text), never
# a paragraph's end. Bounded, so that a page of blanks costs no more than a page of words.
BLANK = r"(?:[^\S\n]{1,4}\n?[^\S\n]{0,4}|\n[^\S\n]{0,4})"

_FIRST_YEAR, _LAST_YEAR = 1500, 2099
_PIVOT = 50
_WEEKS_AROUND = 21  # days: how near a day must be to settle "03/04/2017"


def month_number(word: str) -> int:
    """1 to 12 for a month's name, full or shortened. ``KeyError`` for another word."""
    name = word.strip(" .").lower()
    return _FOREIGN_MONTHS[name] if name in _FOREIGN_MONTHS else MONTHS[name]


def weekday_number(word: str) -> int:
    """1 (Monday) to 7 for a weekday's name, full or shortened. ``KeyError`` otherwise."""
    return WEEKDAYS[word.strip(" .").lower()]


def year_number(digits: str) -> int:
    """A year of two or four digits, with or without an apostrophe, as a number."""
    year = int(digits.strip(" '’‘"))
    if year > 99:
        return year
    return year + (1900 if year >= _PIVOT else 2000)


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or ``None`` where the calendar has none such (30 February, the year 0)."""
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def month_of(year: int, month: int, text: str = "") -> PartialDate:
    """A whole month."""
    last = monthrange(year, month)[1]
    return PartialDate(date(year, month, 1), date(year, month, last), DatePrecision.MONTH, text)


def year_of(year: int, text: str = "") -> PartialDate:
    """A whole year."""
    return PartialDate(date(year, 1, 1), date(year, 12, 31), DatePrecision.YEAR, text)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A calendar date as far as it is written: any part but the month may be missing."""

    span: Span
    month: int
    day: int | None = None
    year: int | None = None
    weekday: int | None = None

    def resolve(self, text: str) -> PartialDate | None:
        """The date, if a year is written and the calendar has such a day.

        ``text`` is the whole text that ``span`` points into.
        """
        if self.year is None:
            return None
        if self.day is None:
            return month_of(self.year, self.month, self.span.of(text))
        day = day_of(self.year, self.month, self.day)
        return PartialDate.day(day, self.span.of(text)) if day else None


class FoundDate(NamedTuple):
    """A date and where it stands; ``date.text`` is the text at ``span``."""

    span: Span
    date: PartialDate


_YEAR_AFTER = (
    rf"(?:,?{BLANK}(?:of{BLANK})?(?P<yearN>{YEAR_PATTERN})"
    rf"|,?{BLANK}?(?P<shortN>['’‘]\d\d\b))"
)
# "3 JAN 90" is a year, "3 January 90 people" is not: only a mark or the end may follow.
_SHORT = rf"(?:{BLANK}(?P<short0>\d\d)(?=\s{{0,3}}(?:[^\w\s'’,:./%-]|[,.](?!\d)|--|$)))"
_ORDINALS = (
    *(
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
    ),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    *("eighteenth", "nineteenth", "twentieth", "twenty-first", "twenty-second", "twenty-third"),
    *("twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth"),
    *("twenty-ninth", "thirtieth", "thirty-first"),
)
_ORDINAL = "(?:" + "|".join(o.replace("-", "[-\\s]") for o in reversed(_ORDINALS)) + ")"
_WRITTEN = Pattern(
    rf"""
    (?<![\w/.]) (?<!\d-)
    (?: (?P<weekday> {WEEKDAY_PATTERN} ) ,?{BLANK} (?: the{BLANK} )? )?
    (?:
      (?P<day1> {DAY_PATTERN} ) (?: - | {BLANK} (?: (?: day{BLANK} )? of{BLANK} )? )
      (?P<month1> {MONTH_PATTERN} )
      (?: {_YEAR_AFTER.replace("N>", "1>")} | (?<=\w)-(?P<dashed> {YEAR_PATTERN} ) | {_SHORT} )?
    |
      (?P<month2> {MONTH_PATTERN} ) {BLANK}? (?: the{BLANK} )? (?P<day2> {DAY_PATTERN} )
      (?! \s? [-–/] \d )
      {_YEAR_AFTER.replace("N>", "2>")}?
    |
      (?P<month3> {MONTH_PATTERN} ) ,?{BLANK} (?: of{BLANK} )? (?P<year3> {YEAR_PATTERN} )
    |
      (?P<ordinal> {_ORDINAL} ) {BLANK} (?: day{BLANK} )? of{BLANK} (?P<month4> {MONTH_PATTERN} )
      {_YEAR_AFTER.replace("N>", "4>")}?
    )
    (?! \w )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NUMERIC = Pattern(
    r"""
    (?<![\w./-])
    (?: (?P<y> \d{4} ) (?P<s1> [-/.] ) (?P<m> \d{1,2} ) (?P=s1) (?P<d> \d{1,2} )
        (?= T \d\d | \D | $ )
    |   (?P<a> \d{1,2} ) (?P<sep> [-/.] ) (?P<b> \d{1,2} ) (?P=sep) (?P<c> \d{4} )
    )
    (?! \d | [/-]\d | \.\d )
    """,
    re.VERBOSE,
)


def written_dates(text: str) -> Iterator[WrittenDate]:
    """Every date written with a month's name and a day or a year, in the order of the text."""
    for match in _WRITTEN.finditer(text):
        yield _written(match)


def _written(match: re.Match[str]) -> WrittenDate:
    group = match.groupdict()
    month = next(group[k] for k in ("month1", "month2", "month3", "month4") if group[k])
    day = group["day1"] or group["day2"] or ordinal_number(group["ordinal"])
    years = ("year1", "short1", "dashed", "short0", "year2", "short2", "year3", "year4", "short4")
    year = next((group[k] for k in years if group[k]), None)
    end = match.end() - int(ends_sentence(match.group()))
    return WrittenDate(
        Span(match.start(), end),
        month_number(month),
        int(re.sub(r"\D", "", day)) if day else None,
        year_number(year) if year else None,
        weekday_number(group["weekday"]) if group["weekday"] else None,
    )


def ordinal_number(words: str | None) -> str | None:
    """ "twenty-third": 23, as digits."""
    if words is None:
        return None
    return str(_ORDINALS.index("-".join(words.lower().replace("-", " ").split())) + 1)


def ends_sentence(words: str) -> bool:
    """Whether the stop at the end is the sentence's ("in May.") or the word's ("in Oct.")."""
    word = re.search(r"(\w+)\.$", words)
    return bool(word and word[1].lower() in _FULL_MONTHS)


def parse_absolute(text: str) -> list[FoundDate]:
    """Every date that states its year, in the order of the text; none overlaps another.

    "October 17, 2023", "17 Oct. 2023", "Wed 19 Apr 2017", "3 JAN 90", "October 2023",
    "2023-10-17", "17.10.2023" (a point means day first), "10/17/2023". "03/04/2017" has
    two readings (see :func:`one_reading`) and is left out.
    """
    found = [FoundDate(w.span, d) for w in written_dates(text) if (d := w.resolve(text))]
    for span, readings in numeric_dates(text):
        if len(readings) == 1 and not any(span.overlaps(other.span) for other in found):
            found.append(FoundDate(span, PartialDate.day(readings[0], span.of(text))))
    return sorted(found, key=lambda f: f.span)


def numeric_dates(text: str) -> Iterator[tuple[Span, tuple[date, ...]]]:
    """Every date written in digits alone, with the one or two days that it can mean."""
    for match in _NUMERIC.finditer(text):
        if readings := _readings(match):
            yield Span(*match.span()), readings


def one_reading(readings: tuple[date, ...], near: date | None) -> date | None:
    """The day meant, if there is but one, or but one within three weeks of ``near``.

    Of two that near, one that is not after ``near`` counts.
    """
    if len(readings) > 1:
        readings = tuple(d for d in readings if near and abs((d - near).days) <= _WEEKS_AROUND)
    if len(readings) > 1 and near:
        readings = tuple(d for d in readings if d <= near) or readings
    return readings[0] if len(readings) == 1 else None


def _readings(match: re.Match[str]) -> tuple[date, ...]:
    if match["y"]:
        days = [day_of(int(match["y"]), int(match["m"]), int(match["d"]))]
    else:
        a, b, year = int(match["a"]), int(match["b"]), int(match["c"])
        days = [day_of(year, b, a)]
        if match["sep"] != ".":
            days.append(day_of(year, a, b))
    return tuple(dict.fromkeys(d for day in days if (d := _sane(day))))


def _sane(day: date | None) -> date | None:
    return day if day and _FIRST_YEAR <= day.year <= _LAST_YEAR else None


_PACKED = Pattern(r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)(?:T?\d{4,6}Z?)?")
_YEAR_MONTH = Pattern(r"(?P<y>\d{4})(?:[-/](?P<m>\d{1,2}))?")


def parse_day(text: str) -> PartialDate | None:
    """A field that holds a date and nothing else, as manifests and feeds give it.

    All that :func:`parse_absolute` reads, with a time and zone after it or not, and
    "20231017", "2023-10" (a month) and "2023" (a year). ``None`` for anything else: a date
    in a sentence, the year 0, 30 February. ``text`` of the result is the field, stripped.
    """
    field = text.strip()
    if packed := _PACKED.fullmatch(field):
        day = _sane(day_of(int(packed["y"]), int(packed["m"]), int(packed["d"])))
        return PartialDate.day(day, field) if day else None
    if coarse := _YEAR_MONTH.fullmatch(field):
        return _coarse(coarse, field)
    found = parse_absolute(field)
    if not found or not _is_bare(_without(field, [f.span for f in found])):
        return None
    date_ = found[0].date
    return PartialDate(date_.start, date_.end, date_.precision, field, date_.weekday)


def _coarse(match: re.Match[str], field: str) -> PartialDate | None:
    year = int(match["y"])
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    if match["m"] is None:
        return year_of(year, field)
    return month_of(year, int(match["m"]), field) if 1 <= int(match["m"]) <= 12 else None


_ZONE = Pattern(r"\b(?:[A-Z]{1,2}[SD]?T|GMT|UTC|Z|IST|MSK|SGT|HKT|PKT|AEST|AEDT|WIB)\b")
_CLOCK = Pattern(
    rf"""(?<![\w]) (?: \d{{1,2}} [:.h] \d\d (?: [:.]\d\d (?: \.\d+ )? )? | \d{{4}} (?: hrs|h )?
    | \d{{1,2}} (?= \s* [ap]\.?m ) ) (?!\d) | [ap]\.?m\b\.? | [+-]\d\d:?\d\d\b
    | \b {WEEKDAY_PATTERN} | \b (?: local | time | hrs | hours | noon | midnight | at ) \b""",
    re.VERBOSE | re.IGNORECASE,
)
_STAMP_WORDS = Pattern(
    r"\b(?:updated?|posted|published|publication|created|modified|issued|released|filed|edited"
    r"|uploaded|first|last|latest|original(?:ly)?|date|on|at|by|ago|the)\b",
    re.IGNORECASE,
)
_STAMP_START = Pattern(
    r"(?:^|[|·•—–(]\s*)(?:(?:first|last|originally)\s+)?"
    r"(?P<verb>updated?|posted|published|modified|issued|released|filed|created|date)"
    r"(?:\s+(?:on|at))?\s*[:|-]?\s*$",
    re.IGNORECASE,
)
_UPDATE = Pattern(r"updated?\W*[\d:]*\W*$", re.IGNORECASE)
_LONGEST_STAMP = 160


def _without(text: str, spans: list[Span]) -> str:
    for span in sorted(spans, reverse=True):
        text = f"{text[: span.start]} {text[span.end :]}"
    return text


def _is_bare(rest: str) -> bool:
    rest = _ZONE.sub(" ", _CLOCK.sub(" ", re.sub(r"(?<=\d)T(?=\d)|^\s*T(?=\d)", " ", rest)))
    return not re.search(r"\w", rest)


def stamp_date(text: str) -> FoundDate | None:
    """The day of a publication stamp, from a line that is one, or ``None``.

    "Updated: January 01, 2024, 1:35 PM", "Posted: Tuesday, January 28, 2014 8:18 PM EST",
    "08.04.2017(updated 1456 08.04.2017)", "Tue 03 Oct 2017". Of several lines, the first
    that is a stamp counts; of several dates in it, the first that is not an update's.
    """
    offset = 0
    for line in text.splitlines(keepends=True):
        if found := _line_stamp(line):
            span = Span(found.span.start + offset, found.span.end + offset)
            return FoundDate(span, found.date)
        offset += len(line)
    return None


def _line_stamp(line: str) -> FoundDate | None:
    if len(line) > _LONGEST_STAMP or not re.search(r"\d", line):
        return None
    found = [f for f in parse_absolute(line) if f.date.is_day]
    if not found:
        return None
    if _is_bare(_STAMP_WORDS.sub(" ", _without(line, [f.span for f in found]))):
        return next((f for f in found if not _UPDATE.search(line[: f.span.start])), found[0])
    marked = (f for f in found if _STAMP_START.search(line[: f.span.start]))
    return next(marked, None) if not line.rstrip().endswith(".") else None


_DATELINE = Pattern(
    rf"""^[ \t]* (?P<place> [^\W\d_][\w .'’/()-]{{1,40}} (?: ,[\w .'’()-]{{2,30}} )?? )
    \s* [,:—–-]+ \s*
    (?P<date> (?: {WEEKDAY_PATTERN} ,?\s+ )?
        (?: {DAY_PATTERN} \s+ {MONTH_PATTERN} | {MONTH_PATTERN} \s* {DAY_PATTERN}
            | (?P<foreign> {FOREIGN_DAY_PATTERN} ) (?: \s+ del? (?= \s ) )? )
        (?: ,? \s+ (?: {YEAR_PATTERN} | \d\d (?= \s* [(\[-] ) ) )? )
    \s* (?: \( [^()\n]{{1,50}} \) \.? \s* )? (?: --? | – | — | _ | : | \[ | / )""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)


def _foreign(date_: str) -> WrittenDate:
    """ "le 9 juin 2026", "3 de maio de 2024" """
    day, *more = re.findall(r"\d+", date_)
    month = next(w for w in re.findall(r"\w+", date_.lower()) if w in _FOREIGN_MONTHS)
    year = year_number(more[-1]) if more else None
    return WrittenDate(Span(0, len(date_)), month_number(month), int(day), year)


def dateline_date(text: str) -> FoundDate | None:
    """The date of the first dateline: "BAGHDAD, Dec 8 (Reuters) -", "LIMA, 3 JAN 90 --".

    Without a year it is floating, its month and day to be read in ``date.text``
    (:func:`written_dates` reads them); so is one that no calendar has.
    """
    match = _DATELINE.search(text)
    if match is None:
        return None
    span = Span(*match.span("date"))
    written = _foreign(span.of(text)) if match["foreign"] else None
    written = written or next(written_dates(span.of(text)), None)
    if written is None:
        return None
    date_ = written.resolve(span.of(text))
    if date_ is None:
        date_ = PartialDate(None, None, DatePrecision.FLOATING, weekday=written.weekday)
    return FoundDate(
        span, PartialDate(date_.start, date_.end, date_.precision, span.of(text), date_.weekday)
    )
