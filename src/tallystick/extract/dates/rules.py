"""Rules for dates that are counted from others: "yesterday", "last week", "hours later"."""

from __future__ import annotations

import re
from dataclasses import replace

from tallystick.extract.dates.terms import (
    Around,
    Atom,
    AtomKind,
    Between,
    DateRole,
    PartOf,
    Portion,
    Shift,
    Then,
    ThisWeekend,
    Unfixed,
    Unit,
    Within,
)
from tallystick.extract.dates.words import (
    ENDS,
    FEW,
    FULL_WEEKDAY,
    NUMBERS,
    PART,
    PARTS,
    RISKY_MONTHS,
    SAFE_MONTHS,
    UNIT,
    WEEKDAY,
    B,
    H,
    N,
    Rule,
    as_date,
    fixed,
    number,
    rule,
    unfixed,
    unit,
)
from tallystick.model.values import DayPart
from tallystick.vocab.calendar import weekday_number

_BACK = ("ago", "earlier", "before", "previously", "prior")
_FROM_NOW = ("ago", "from now", "hence")
_MOMENTS = ("second", "minute", "moment")
_HOURS = 12  # "hours later", without a number: they may lead into the next day


# --- counted time --------------------------------------------------------------------------


def _counted(match: re.Match[str]) -> Atom:
    """ "three days ago" counts from publication, "three days later" from the text."""
    direction = " ".join(match["dir"].split())
    amount = 1 if match["unit"].startswith(_MOMENTS) else number(match["n"])
    sign = -1 if direction in _BACK else 1
    of, in_text = unit(match["unit"]), direction not in _FROM_NOW
    compared = of is Unit.YEAR and sign < 0
    return as_date(match, Shift(of, sign * amount, in_text, compared))


def _about(match: re.Match[str]) -> Atom:
    """ "about ten days ago", "two or three days ago": the days next to it as well."""
    atom = _counted(match)
    shift, low = atom.term, match.groupdict().get("m")
    assert isinstance(shift, Shift)
    if shift.unit not in (Unit.DAY, Unit.HOUR) and low is None:
        return atom  # the unit itself is vague enough
    sign = -1 if shift.amount < 0 else 1
    near = number(low) if low else abs(shift.amount) - 1
    far = abs(shift.amount) + (0 if low else 1)
    ends = sorted(
        (replace(shift, amount=sign * near), replace(shift, amount=sign * far)), key=_amount
    )
    return as_date(match, Between(*ends))


def _amount(shift: Shift) -> int:
    return shift.amount


def _fortnight(match: re.Match[str]) -> Atom:
    """ "a fortnight ago", "a fortnight later": fourteen days."""
    direction = " ".join(match["dir"].split())
    amount = -14 if direction in _BACK else 14
    return as_date(match, Shift(Unit.DAY, amount, direction not in _FROM_NOW))


def _uncounted(match: re.Match[str]) -> Atom:
    """ "hours later" is the same day or the next; "a few days ago" could be any."""
    direction = " ".join(match["dir"].split())
    moments, in_text = match["unit"].startswith(_MOMENTS), direction not in _FROM_NOW
    if unit(match["unit"]) is Unit.HOUR and (in_text or moments):
        amount = (1 if moments else _HOURS) * (-1 if direction in _BACK else 1)
        return as_date(match, Shift(Unit.HOUR, amount, in_text))
    return as_date(match, Unfixed(DateRole.VAGUE))


def _day_beside(match: re.Match[str]) -> Atom:
    """ "a week ago Sunday", "two days before Christmas": the day itself follows."""
    days = 7 if match["unit"] == "week" else 1
    amount = (
        (number(match["n"]) if match["n"] else 1) * days * (1 if match["dir"] == "after" else -1)
    )
    return Atom(match.start(), match.end(), AtomKind.PORTION, Around(Unit.DAY, amount, ANY_DAY))


def _within(match: re.Match[str]) -> Atom:
    ahead = match["dir"] in ("next", "coming")
    return as_date(match, Within(unit(match["unit"]), number(match["n"]), ahead))


def _within_one(match: re.Match[str]) -> Atom:
    return as_date(match, Within(unit(match["unit"]), 1, match["dir"] == "next"))


def _length(match: re.Match[str]) -> Atom | None:
    if match["n"] in ("a", "an"):
        return None  # "three times a day"; "for a day" has its own rule
    return as_date(match, Unfixed(DateRole.DURATION))


_THAT = rf"(?:{B}that{ENDS})"  # "three days after that"
_LATER = (
    rf"(?P<dir>ago|earlier|later|previously|prior|from{B}now|hence|"
    rf"(?:before|after)(?:(?={_THAT})|{ENDS}))\b{_THAT}?"
)
_COUNT_WORDS = f"# a an {' '.join(NUMBERS)}"
_FEW_WORDS = "a an just only few couple number several many some dozens hundreds"
ANY_DAY = Shift(Unit.DAY, 0)  # its place is taken by the day that follows
_UNITS = "seconds minutes moments hours days weeks months years decades"
_ANY_UNITS = _UNITS.replace(" ", "|")
_CALENDAR_WORD = (
    rf"(?:the{B})?(?:year|month|week|decade|this|last|next|\d|(?:{SAFE_MONTHS}|{RISKY_MONTHS})\b)"
)
_NOT_OF_DATE = rf"(?!{B}of{B}{_CALENDAR_WORD})"  # "the last week of May"
_NOT_AGE = rf"(?!{H}(?:old|of{B}age)\b|['’]s{B}old|{B}a{B}(?:day|week)\b)"

_ABOUT = "about|around|some|nearly|almost|roughly|approximately"
_BOUND = "more than|over|less than|under|at least|up to|well over"

COUNTED: tuple[Rule, ...] = (
    rule(
        "day week",
        rf"(?P<n>)(?P<unit>day|week){B}(?P<dir>before|after)(?={B}(?:last{B}|this{B}|the{B})?"
        rf"(?:{FULL_WEEKDAY}|christmas|\d|{SAFE_MONTHS}|{RISKY_MONTHS}|\w\w\w\.{B}\d))",
        _day_beside,
        after="the",
    ),
    rule(
        _COUNT_WORDS,
        rf"{N}{B}(?P<unit>day|week)s?{B}(?P<dir>ago|before|after)(?={B}(?:on{B}|last{B}|the{B})?"
        rf"(?:{FULL_WEEKDAY}|christmas|new{B}year|\d|{SAFE_MONTHS}|{RISKY_MONTHS}|\w\w\w\.{B}\d))",
        _day_beside,
    ),
    rule("a an one", rf"(?P<n>an?|one){B}(?P<unit>day){B}{_LATER}", _counted, after="less than"),
    rule(_COUNT_WORDS, rf"{N}{H}{UNIT}{B}{_LATER}", unfixed(DateRole.VAGUE), after=_BOUND),
    rule("a an one", rf"(?:an?|one){B}fortnight{B}{_LATER}", _fortnight),
    rule(_COUNT_WORDS, rf"{N}{H}{UNIT}{B}{_LATER}", _about, after=_ABOUT),
    rule(
        _COUNT_WORDS,
        rf"{N.replace('<n>', '<m>')}(?:{B}(?:or|to){B}|[-–]){N}{H}{UNIT}{B}{_LATER}",
        _about,
    ),
    rule(_COUNT_WORDS, rf"{N}{H}{UNIT}{B}{_LATER}(?!{B}than\b)", _counted),
    rule(f"{_FEW_WORDS} {_UNITS}", rf"(?:{FEW}{B})?{UNIT}{B}{_LATER}", _uncounted),
    rule(
        "past last next coming",
        rf"(?P<dir>past|last|next|coming){B}{N}{H}{UNIT}{_NOT_OF_DATE}",
        _within,
    ),
    rule(
        "past last next coming recent following previous",
        rf"(?:past|last|next|coming|recent|following|previous){B}(?:{FEW}{B})?(?:{_ANY_UNITS})\b",
        unfixed(DateRole.VAGUE),
    ),
    rule(
        "past last next",
        rf"(?P<dir>past|last|next){B}(?P<unit>week|month|quarter|year|decade|hour)\b{_NOT_OF_DATE}",
        _within_one,
        after="the",
    ),
    rule("past", rf"(?P<dir>past){B}(?P<unit>week|month|year|decade)\b", _within_one),
    rule(
        _COUNT_WORDS,
        rf"{N}(?:{B}{UNIT}|-(?!quarter|second)(?:minute|hour|day|night|week|month|year|"
        rf"decade)s?)\b{_NOT_AGE}",
        _length,
    ),
    rule(f"{_FEW_WORDS}", rf"{FEW}{H}{UNIT}{_NOT_AGE}", unfixed(DateRole.DURATION)),
    rule(
        "a an",
        rf"an?{B}(?:full{B}|whole{B})?{UNIT}(?!{H}old)(?!{B}of{B}an?\b)",
        unfixed(DateRole.DURATION),
        after="for|within|over|nearly|almost|than|about|lasting|half|in",
    ),
    rule(
        "hours days weeks months years decades",
        r"(?:hours|days|weeks|months|years|decades)\b",
        unfixed(DateRole.DURATION),
        after="for",
    ),
)


# --- the unit named by its neighbour -------------------------------------------------------

_IN_TEXT = {"following": 1, "next": 1, "previous": -1, "preceding": -1, "same": 0, "that": 0}
_FROM_TODAY = {
    "last": -1,
    "yesterday": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "tomorrow": 1,
}
_OF_THE = {
    "early": Portion.EARLY,
    "beginning": Portion.EARLY,
    "start": Portion.EARLY,
    "middle": Portion.MID,
    "late": Portion.LATE,
    "end": Portion.LATE,
}


def _from_today(match: re.Match[str]) -> Atom:
    """ "last week", "next year"; "this weekend" can be the coming one."""
    if match["which"] == "this" and match["unit"] == "weekend":
        return as_date(match, ThisWeekend())
    return as_date(match, Shift(unit(match["unit"]), _FROM_TODAY[match["which"]]))


def _part_of_day(match: re.Match[str]) -> Atom:
    """ "this morning", "last night"."""
    return as_date(match, Shift(Unit.DAY, _FROM_TODAY[match["which"]]), PARTS[match["part"]])


def _in_text(match: re.Match[str]) -> Atom:
    """ "the following day", "that night"."""
    amount, part = _IN_TEXT[match["which"]], PARTS.get(match["unit"])
    return as_date(match, Shift(Unit.DAY if part else unit(match["unit"]), amount, True), part)


def _beside(match: re.Match[str]) -> Atom:
    """ "the day before", "the night after"."""
    amount, part = 1 if match["dir"] == "after" else -1, PARTS.get(match["unit"])
    return as_date(match, Shift(Unit.DAY if part else unit(match["unit"]), amount, True), part)


def _earlier_in(match: re.Match[str]) -> Atom:
    """ "earlier in the day", "late in the week"."""
    whole = Shift(unit(match["unit"]), 0, in_text=True)
    portion = _OF_THE.get(match["portion"])
    return as_date(
        match, PartOf(portion, whole) if portion and whole.unit is not Unit.DAY else whole
    )


def _edge(match: re.Match[str]) -> Atom:
    """ "the first week of October", "the last days of 2016"."""
    portion = Portion.EARLY if match["which"] in ("first", "opening") else Portion.LATE
    return Atom(match.start(), match.end(), AtomKind.PORTION, portion=portion)


def _end_of_the(match: re.Match[str]) -> Atom:
    """ "the end of the month": the month of publication."""
    return as_date(match, PartOf(_OF_THE[match["portion"]], Shift(unit(match["unit"]), 0)))


_OF_OUR_TIME = (
    "world|youth|young|children|generations?|society|standards|prices|terms|money|age|era"
)

NEAR: tuple[Rule, ...] = (
    rule(
        "week month year weekend",
        rf"(?P<unit>week|month|year|weekend){B}before{B}last\b",
        lambda m: as_date(m, Shift(unit(m["unit"]), -2)),
        after="the",
    ),
    rule("night", rf"night{B}before{B}last\b", fixed(Shift(Unit.DAY, -2), DayPart.NIGHT)),
    rule(
        "first opening last final closing",
        rf"(?P<which>first|opening|last|final|closing){B}(?:(?:few|two|three){B})?(?:days?|"
        rf"weeks?|weekend"
        rf"|months?)(?={B}of{B}(?:{_CALENDAR_WORD}))",
        _edge,
        after="the",
    ),
    rule("yesterday", r"yesterday\b", fixed(Shift(Unit.DAY, -1))),
    rule(
        "today",
        rf"today\b(?!['’]s{B}(?:{_OF_OUR_TIME})\b)",
        fixed(Shift(Unit.DAY, 0)),
        not_after="usa|russia|palestine",
    ),
    rule("tomorrow", r"tomorrow\b", fixed(Shift(Unit.DAY, 1))),
    rule("tonight", r"tonight\b", fixed(Shift(Unit.DAY, 0), DayPart.NIGHT)),
    rule("day", rf"day{B}before{B}yesterday\b", fixed(Shift(Unit.DAY, -2))),
    rule("day", rf"day{B}after{B}tomorrow\b", fixed(Shift(Unit.DAY, 2))),
    rule(
        "this last yesterday tomorrow",
        rf"(?P<which>this|last|yesterday|tomorrow){B}{PART}",
        _part_of_day,
    ),
    rule(
        "last this current next coming",
        rf"(?P<which>last|this|current|next|coming){B}(?:coming{B}|very{B})?"
        rf"(?P<unit>week|weekend|month|quarter|year|decade)\b{_NOT_OF_DATE}",
        _from_today,
    ),
    rule(
        "following previous preceding same that",
        rf"(?P<which>following|previous|preceding|same|that){B}(?:very{B}|same{B})?"
        r"(?P<unit>day|night|morning|afternoon|evening|weekend|week|month|quarter|year|decade)\b",
        _in_text,
    ),
    rule("next", rf"(?P<which>next){B}(?P<unit>day|night|morning|afternoon|evening)\b", _in_text),
    rule(
        "day night week month year morning evening",
        rf"(?P<unit>day|night|week|month|year|morning|evening){B}(?P<dir>before|after|"
        rf"earlier)(?:{_THAT}|{ENDS})",
        _beside,
        after="the",
    ),
    rule(
        "earlier later early late",
        rf"(?P<portion>earlier|later|early|late){B}(?:in|on){B}the{B}(?:same{B})?"
        r"(?P<unit>day|week|month|year)\b",
        _earlier_in,
    ),
    rule(
        "end beginning start middle",
        rf"(?P<portion>end|beginning|start|middle){B}of{B}the{B}(?P<unit>week|month|year|decade)\b",
        _end_of_the,
    ),
    rule("this past", rf"(?:this{B})?past{B}weekend\b", fixed(Shift(Unit.WEEKEND, -1))),
    rule("weekend", r"weekend\b", fixed(Shift(Unit.WEEKEND, 0)), after="the"),
    rule(
        "week",
        rf"week{B}(?:of|ending|beginning|starting)\b(?={B}(?:\w+,?{B})?(?:\d|{SAFE_MONTHS}|"
        rf"{RISKY_MONTHS}))",
        lambda m: Atom(m.start(), m.end(), AtomKind.PORTION, Around(Unit.WEEK, 0, ANY_DAY)),
        after="the",
    ),
)


# --- words that fix no day -----------------------------------------------------------------

_OFTEN = "day|night|week|month|year|hour|minute|morning|afternoon|evening|weekend|quarter|decade"
_STARTS = "start|beginning|outbreak|onset|launch|eruption|end|fall|collapse"
_WORDED = "|".join(NUMBERS)
_BEGAN = rf"began|started|broke{B}out|erupted|ended|fell|collapsed"


def _every(match: re.Match[str]) -> Atom:
    weekday = weekday_number(match["weekday"]) if match["weekday"] else None
    return as_date(match, Unfixed(DateRole.RECURRENT, weekday))


def _since_event(match: re.Match[str]) -> Atom:
    return Atom(match.start("core"), match.end("core"), AtomKind.DATE, Unfixed(DateRole.SINCE))


def _since_then(match: re.Match[str]) -> Atom:
    return Atom(match.start("core"), match.end("core"), AtomKind.DATE, Then())


LOOSE: tuple[Rule, ...] = (
    rule(
        "every each",
        rf"(?:every|each){B}(?:(?:other|single|few|\d+|two|three|four){B})?"
        rf"(?:{WEEKDAY}|(?:{_OFTEN})s?|{SAFE_MONTHS}|{RISKY_MONTHS}|spring|summer|autumn|winter)\b",
        _every,
    ),
    rule(
        "daily nightly weekly monthly yearly annually hourly almost near nearly",
        rf"(?:(?:almost|near|nearly){H})?(?:daily|nightly|weekly|monthly|yearly|annually|hourly)\b",
        unfixed(DateRole.RECURRENT),
    ),
    rule(
        "once twice times",
        rf"(?:once|twice|times){B}(?:a|per|every|each){B}(?:day|night|week|month|year)\b",
        unfixed(DateRole.RECURRENT),
    ),
    rule(
        "recently lately currently nowadays presently now soon",
        rf"(?:recently|lately|currently|nowadays|presently|now|soon)\b(?!-|{B}(?:after|as)\b)",
        unfixed(DateRole.VAGUE),
        not_after="as|most",
    ),
    rule(
        "past future near foreseeable",
        rf"(?:past{ENDS}|(?:(?:near|foreseeable){B})?future\b(?!{B}(?:of|[a-z]{{4,}}s)\b))",
        unfixed(DateRole.VAGUE),
        after="the",
    ),
    rule(
        "since",
        rf"since{B}(?P<core>(?:the{B})?(?:{_STARTS}){B}of{B}(?!{_CALENDAR_WORD})(?:the{B})?[\w’'-]+"
        rf"(?:{B}(?!in\b|on\b|and\b)[^\W\d][\w’'-]*){{0,3}}?)(?=\s*(?:[.,;:)]|$|\n|\d|(?:in|on|and|last|"
        rf"the|has|have|at{B}least|more{B}than|over|nearly|about|some|{_WORDED})\b))",
        _since_event,
    ),
    rule(
        "since",
        rf"since{B}(?P<core>(?:[\w’'-]+{B}){{1,6}}?(?:{_BEGAN}))\b(?!{B}(?:on|in)\b)",
        _since_event,
    ),
    rule("since", rf"since{B}(?P<core>then)\b", _since_then),
)
