"""Rules for dates named by the calendar and the clock: weekdays, months, years, hours."""

from __future__ import annotations

import re
from dataclasses import replace

from tallystick.extract.dates.terms import (
    Around,
    Atom,
    AtomKind,
    Between,
    CalendarDay,
    DateRole,
    MonthDay,
    NamedDay,
    NamedMonth,
    NamedQuarter,
    NamedSeason,
    Portion,
    Shift,
    Unfixed,
    Unit,
    Which,
    Years,
)
from tallystick.extract.dates.words import (
    ENDS,
    NUMBERS,
    PART,
    PARTS,
    RISKY_MONTHS,
    SAFE_MONTHS,
    SEASONS,
    WEEKDAY,
    YEAR,
    B,
    H,
    N,
    Rule,
    as_date,
    number,
    part_of_hour,
    rule,
    which,
)
from tallystick.model.values import DayPart
from tallystick.vocab.calendar import MONTH_PATTERN, MONTHS, month_number, weekday_number

# --- weekdays and months -------------------------------------------------------------------

_WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday"
    " mondays tuesdays wednesdays thursdays fridays saturdays sundays"
)
_EVENTS = (
    "war|wars|invasion|attacks?|bombings?|coup|revolution|uprising|massacre|strikes?|elections?"
    "|offensive|conflict|assassination|ceasefire|agreement|truce|siege|protests|intifada|genocide"
    "|earthquake|raids?|killings?|deal|blasts?|explosions?|assaults?|ambush|airstrikes?|shelling|"
    "clashes|accord|treaty|campaign|crisis|hijacking|shootings?|bombardments?|fighting|violence"
)
_ADJECTIVE = (
    r"(?!(?:when|and|or|but|in|at|on|by|of|to|after|before|the|a|an|for|as|that|with|while|there"
    r"|from|is|are|was|were)\b)[\w-]+"
)
_FEAST_BEFORE = "black|bloody|good|ash|easter|palm|holy|super|cyber"
_PAPER_AFTER = (
    rf"(?!{B}(?:times|telegraph|mail|mirror|herald|express|post|sun|world|independent|tribune|star"
    rf"|night{B}live)\b)"
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_DAYS = (
    rf"(?P<d1>{_DAY})(?:st|nd|rd|th)?"
    rf"(?:{B}?[-–—/]{B}?|{B}(?:to|until|till|through|(?P<both>and|&)){B})"
    rf"(?P<d2>{_DAY})(?:st|nd|rd|th)?\b"
)
_AND_YEAR = rf"(?:,?{B}(?:of{B})?{YEAR})?"
_BEFORE_MONTH = (
    r"in|since|last|by|of|from|until|till|through|during|this|next|between|after|before|mid|early"
    rf"|late|for|around|(?:in|of|from|during|between)\s{MONTH_PATTERN},?\s(?:and|or|to)"
)


def _weekday(match: re.Match[str]) -> Atom:
    day = weekday_number(match["weekday"])
    if match["plural"] and match["thing"] is None:
        return as_date(match, Unfixed(DateRole.RECURRENT, day))
    if match["plural"]:  # "Saturdays blast": an apostrophe was lost
        return Atom(match.start(), match.end("weekday"), AtomKind.DATE, NamedDay(day))
    named = match.groupdict()
    week = named["week"] or named.get("its_week") or ""
    weeks = {"last": -1, "previous": -1, "this": 0, "next": 1}.get(week)
    return as_date(match, NamedDay(day, which(match["which"]), weeks))


def _weekdays_ago(match: re.Match[str]) -> Atom:
    """ "two Sundays ago": the last Sunday and one week."""
    last = NamedDay(weekday_number(match["weekday"]), Which.LAST)
    return as_date(match, Around(Unit.DAY, -7 * (number(match["n"]) - 1), last))


def _month(match: re.Match[str]) -> Atom:
    return as_date(match, NamedMonth(month_number(match["month"])))


def _which_month(match: re.Match[str]) -> Atom:
    return as_date(match, NamedMonth(month_number(match["month"]), None, which(match["which"])))


def _day_range(match: re.Match[str]) -> Atom | None:
    """ "November 9-11", "9 to 11 May"; "9 and 10 May" are two days that touch."""
    first, last = int(match["d1"]), int(match["d2"])
    if first >= last or (match["both"] and last != first + 1):
        return None
    return _days(match)


def _month_day(match: re.Match[str]) -> Atom:
    return as_date(match, MonthDay(int(match["day"])))


def _days(match: re.Match[str]) -> Atom | None:
    month, year = month_number(match["month"]), match["year"]
    ends = [CalendarDay(month, int(match[d]), int(year) if year else None) for d in ("d1", "d2")]
    return as_date(match, Between(*ends)) if ends[0].day < ends[1].day else None


_MONTH_THEN_DAYS = (
    rf"(?P<month>{MONTH_PATTERN}){B}?{_DAYS}(?!{B}?{MONTH_PATTERN}|[,.:]?\d){_AND_YEAR}"
)
# "October 17 and 19", "5 and 9 May": the day whose month is named with the other
_MONTH_DAY_AND = rf"{MONTH_PATTERN}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:and|or|&)"
_AND_DAY_MONTH = rf"{B}(?:and|or|&){B}{_DAY}(?:st|nd|rd|th)?{B}(?:of{B})?{MONTH_PATTERN}"
_DAYS_THEN_MONTH = rf"{_DAYS}{B}(?:of{B})?(?P<month>{MONTH_PATTERN}){_AND_YEAR}"

CALENDAR: tuple[Rule, ...] = (
    rule(
        f"{_WEEKDAYS} last this next coming past previous preceding following",
        rf"(?:(?P<which>last|this{B}coming|this{B}past|this|next|coming|past|previous|preceding"
        rf"|following){B})?"
        rf"{WEEKDAY}(?P<plural>s)?\b(?:{B}(?:of{B})?(?P<week>last|next|this|previous){B}week\b"
        rf"|(?={B}{PART}{B}(?:of{B})?(?P<its_week>last|this|previous){B}week\b))?"
        rf"(?P<thing>(?={B}(?:{_ADJECTIVE}{B}){{0,3}}?(?:{_EVENTS}|dead|victims|toll|deaths)\b))?"
        + _PAPER_AFTER,
        _weekday,
        not_after=_FEAST_BEFORE,
    ),
    rule(
        _WEEKDAYS,
        rf"{WEEKDAY}{B}before{B}last\b",
        lambda m: as_date(m, Around(Unit.DAY, -7, NamedDay(weekday_number(m["weekday"])))),
    ),
    rule(
        f"# {' '.join(NUMBERS)}",
        rf"{N}{B}{WEEKDAY}s?{B}ago\b",
        _weekdays_ago,
    ),
    rule(
        "#",
        r"9/11\b(?!/)",
        lambda m: as_date(m, CalendarDay(9, 11, 2001)),
        after="the|since|after|before|post|pre|of|like",
    ),
    rule(
        "mon tue tues wed thu thur thurs fri sat sun",
        r"(?P<which>(?!))?(?P<weekday>mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)(?P<plural>(?!))?\."
        r"(?P<week>(?!))?(?P<thing>(?!))?",
        _weekday,
        capital=True,
        after="on|last|late|early|since|until",
    ),
    rule(" ".join(MONTHS), _MONTH_THEN_DAYS, _day_range),
    rule(" ".join(MONTHS), _MONTH_THEN_DAYS, _days, after="between"),
    rule("#", _DAYS_THEN_MONTH, _day_range),
    rule("#", _DAYS_THEN_MONTH, _days, after="between"),
    rule("#", rf"(?P<day>{_DAY})(?:st|nd|rd|th)?\b{ENDS}", _month_day, after=_MONTH_DAY_AND),
    rule("#", rf"(?P<day>{_DAY})(?:st|nd|rd|th)?(?={_AND_DAY_MONTH})", _month_day),
    rule(SAFE_MONTHS.replace("|", " "), rf"(?P<month>{SAFE_MONTHS})\b", _month, not_after="black"),
    rule(
        RISKY_MONTHS.replace("|", " "),
        rf"(?P<month>{RISKY_MONTHS})\b",
        _month,
        after=_BEFORE_MONTH,
        capital=True,
    ),
    rule(
        "last this next",
        rf"(?P<which>last|this|next){B}(?P<month>{SAFE_MONTHS}|{RISKY_MONTHS})\b(?!{B}?\d)",
        _which_month,
        capital=True,
    ),
    rule(
        "#",
        rf"(?P<day>{_DAY})(?:st|nd|rd|th)\b(?={B}(?:(?:\w+ed|broke|began|left|hit|struck|fell|saw|"
        rf"took|the|an?|we|they|he|she|it|his|her|its|their|our|this|some|several|two|three|well|"
        rf"just|shortly|close|outside|inside|off|along|over|between|against|around|under)\b|\())",
        _month_day,
        after="on the",
    ),
    rule(
        "#",
        rf"(?P<day>{_DAY})(?:st|nd|rd|th)\b{ENDS}",
        _month_day,
        after="the",
    ),
)

# --- years, seasons, quarters, feasts ------------------------------------------------------

_NO_COUNT = (  # "in 2000 homes" is no year
    rf"(?!\w|[-–]\w|{B}?(?:people|troops|soldiers|fighters|militants|civilians|hours|hrs|gmt|utc"
    r"|local|men|women|children|persons|others|members|families|met(?:er|re)s|miles|kilomet|km|feet"
    r"|dollars|pounds|euros|tons|tonnes|resolution|percent|%|homes|houses|prisoners|refugees|m\b"
    r"|h\b|rockets|shells|missiles|bombs|rounds|cases|villages|displaced))"
)
_BEFORE_YEAR = (
    r"in|since|of|by|during|until|till|from|before|after|between|to|and|through|early|late|mid"
    r"|earlier|later|around|year|or|for|both|into"
)
_FEASTS = {
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "valentine's day": (2, 14),
    "may day": (5, 1),
    "halloween": (10, 31),
    "fourth of july": (7, 4),
}
_YEAR_FIRST = YEAR.replace("<year>", "<before>")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def _number_of(words: str | None) -> int | None:
    return int(words) if words else None


def _year(match: re.Match[str]) -> Atom:
    year = int(match["year"])
    return as_date(match, Years(year, year))


def _year_range(match: re.Match[str]) -> Atom | None:
    first, last = int(match["year"]), match["last"]
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return as_date(match, Years(first, end)) if first < end < first + 100 else None


def _decade(match: re.Match[str]) -> Atom:
    digits = match["decade"]
    first = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return as_date(match, Years(first, first + 9))


def _season(match: re.Match[str]) -> Atom | None:
    if not (match["which"] or match["year"]):
        return None
    season, year = SEASONS[match["season"]], _number_of(match["year"])
    return as_date(match, NamedSeason(season, year, which(match["which"])))


def _the_season(match: re.Match[str]) -> Atom:
    return as_date(match, NamedSeason(SEASONS[match["season"]]))


def _quarter(match: re.Match[str]) -> Atom:
    nth = _ORDINALS[match["nth"]] if match["nth"] else int(match["q"])
    return as_date(match, NamedQuarter(nth, _number_of(match["year"] or match["before"])))


def _feast(match: re.Match[str]) -> Atom:
    month, day = _FEASTS[" ".join(match["feast"].replace("’", "'").split())]
    return as_date(match, CalendarDay(month, day, _number_of(match["year"])))


COARSE: tuple[Rule, ...] = (
    rule(
        "#",
        rf"(?<![\w.,/-]){YEAR}{B}?[-–—/]{B}?(?P<last>(?:1[5-9]|20)\d\d|\d\d)(?![\w/-]|[.,]\d)",
        _year_range,
    ),
    rule("#", rf"{YEAR}{_NO_COUNT}", _year, after=rf"(?:{_BEFORE_YEAR})(?:{B}the{B}year)?"),
    rule(
        "#",
        rf"{YEAR}(?={B}(?:[\w-]+{B})?(?:{_EVENTS})\b)",
        _year,
        after="the|its|their|his|her|a|an|['’]s",
    ),
    rule("#", rf"(?<=\(){YEAR}(?=\))", _year),
    rule(
        "#",
        rf"{YEAR}{_NO_COUNT}",
        _year,
        after=r"(?:in|of|since|and)\s(?:19|20)\d\d,(?:\s(?:and|or))?",
    ),
    rule("#", r"(?P<decade>(?:1[5-9]|20)\d0|(?<=['’])[2-9]0|(?<=the )[2-9]0)['’]?s\b", _decade),
    rule(
        "spring summer autumn fall winter last this next",
        rf"(?:(?P<which>last|this|next){B})?(?P<season>spring|summer|autumn|fall|"
        rf"winter)\b{_AND_YEAR}",
        _season,
    ),
    rule(
        "spring summer autumn winter",
        rf"(?P<season>spring|summer|autumn|winter)\b(?={B}(?:of{B})?(?:last|this|next|"
        rf"that){B}year\b)",
        _the_season,
    ),
    rule(
        "spring summer autumn winter",
        rf"(?P<season>spring|summer|autumn|winter)\b(?!{B}of\b)",
        _the_season,
        after=rf"(?:in|during|over|this){B}the",
    ),
    rule(
        "first second third fourth q #",
        rf"(?:{_YEAR_FIRST}{B})?(?:(?P<nth>first|second|third|fourth){H}quarter"
        rf"|q(?P<q>[1-4]))\b(?:,?{B}(?:(?:of|in){B})?{YEAR})?",
        _quarter,
    ),
    rule(
        "first second last",
        rf"(?P<nth>first|second|last){H}half\b",
        lambda m: Atom(
            m.start(),
            m.end(),
            AtomKind.PORTION,
            portion=Portion.FIRST_HALF if m["nth"] == "first" else Portion.SECOND_HALF,
        ),
    ),
    rule(
        "new christmas boxing valentine may halloween fourth",
        rf"(?P<feast>new{B}year['’]s{B}(?:eve|day)|christmas(?:{B}(?:eve|day))?|boxing{B}day"
        rf"|valentine['’]s{B}day|may{B}day|halloween|fourth{B}of{B}july)\b(?:,?{B}{YEAR})?",
        _feast,
    ),
)

# --- parts of days, clocks, portions -------------------------------------------------------

_ZONE = (
    rf"(?:{B}?\(?(?:local(?:{B}time)?|gmt|utc|est|edt|cet|bst|pst|pdt|cst|ist|[a-z]+{B}time)\b\)?)?"
    rf"(?:{B}?\(\d{{4}}{B}?(?:gmt|utc)\))?"
)
_PORTIONS = {
    "early": Portion.EARLY,
    "beginning": Portion.EARLY,
    "start": Portion.EARLY,
    "mid": Portion.MID,
    "middle": Portion.MID,
    "late": Portion.LATE,
    "end": Portion.LATE,
    "earlier": Portion.SO_FAR,
    "later": Portion.REST,
}


def _as_part(match: re.Match[str], part: DayPart) -> Atom:
    return Atom(match.start(), match.end(), AtomKind.PART, part=part)


def _overnight(match: re.Match[str]) -> Atom:
    """Alone, it is the night that ends on the day of publication: two days touch it."""
    both = Between(Shift(Unit.DAY, -1), Shift(Unit.DAY, 0))
    return replace(_as_part(match, DayPart.NIGHT), term=both)


def _clock(match: re.Match[str]) -> Atom | None:
    hour, half = int(match["packed"] or match["hour"]), match["half"]
    if hour > 24 or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return _as_part(match, part_of_hour(hour % 24))


CLOCK: tuple[Rule, ...] = (
    rule("night", rf"night{ENDS}", _overnight, after=rf"during{B}the"),
    rule(
        "morning afternoon evening night dawn daybreak sunrise noon midday midnight dusk sunset"
        " sundown nightfall early late mid pre",
        rf"(?:(?:early|late|mid|pre){H}?(?:in{B}the{B})?)?{PART}",
        lambda m: _as_part(m, PARTS[m["part"]]),
    ),
    rule(
        "predawn pre early small wee",
        rf"(?:pre-?dawn|early|small|wee){B}(?:morning{B})?hours\b(?:{B}of{B}the{B}morning\b)?",
        lambda m: _as_part(m, DayPart.DAWN),
    ),
    rule("predawn", r"predawn\b", lambda m: _as_part(m, DayPart.DAWN)),
    rule("overnight", r"overnight\b", _overnight),
    rule(
        "#",
        rf"(?<![\w.:,-])(?:(?P<packed>[012]\d)[0-5]\d(?:{B}?(?:hours|hrs|h)\b"
        rf"|(?={B}?\(?(?:gmt|utc|local)\b))"
        rf"|(?P<hour>[012]?\d)(?:(?:[:.][0-5]\d(?::\d\d)?)?{B}?(?P<half>[ap])(?:\.m\.?|m\b)"
        rf"|:[0-5]\d(?::\d\d)?(?![\d:])(?:{B}?(?:hours|hrs)\b)?|{B}?o['’]clock\b)){_ZONE}",
        _clock,
    ),
    rule(
        "#",
        rf"[012]?\d(?::[0-5]\d)?{B}(?:o['’]clock{B})?(?:in{B}the|at){B}{PART}",
        lambda m: _as_part(m, PARTS[m["part"]]),
    ),
    rule(
        "#",
        rf"(?P<packed>[012]\d)[0-5]\d(?P<half>(?!))?(?![\w%]|[.,:]\d){_ZONE}",
        _clock,
        after="at|around|about|by",
    ),
    rule(
        "early late mid earlier later beginning start middle end",
        r"(?<!-)(?P<portion>early|late|mid|earlier|later|beginning|start|middle|end)\b",
        lambda m: Atom(m.start(), m.end(), AtomKind.PORTION, portion=_PORTIONS[m["portion"]]),
    ),
)
