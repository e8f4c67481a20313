"""The building blocks of the date rules: pieces of pattern, and what single words mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from tallystick.extract.dates.terms import (
    Atom,
    AtomKind,
    DateRole,
    Season,
    Term,
    Unfixed,
    Unit,
    Which,
)
from tallystick.model.values import DayPart
from tallystick.vocab.calendar import BLANK, WEEKDAYS, YEAR_PATTERN
from tallystick.vocab.pattern import Pattern

B = BLANK
H = rf"(?:-|{BLANK})"  # a blank or a hyphen

# fmt: off
_SMALL = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]
# fmt: on
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NUMBERS: dict[str, int] = (
    {word: n for n, word in enumerate(_SMALL, 1)}
    | {word: n * 10 for n, word in enumerate(_TENS, 2)}
    | {"a": 1, "an": 1, "hundred": 100, "dozen": 12}
)

N = (
    rf"(?P<n>(?<![/.,])\d{{1,3}}(?![\d,.]*\d)"
    rf"|(?:{'|'.join(_TENS)})(?:{H}(?:{'|'.join(_SMALL[:9])})\b)?"
    rf"|(?:{'|'.join(reversed(_SMALL))})\b|(?:a{B})?(?:hundred|dozen)\b|an?\b)"
)
FEW = (
    rf"(?:(?:just|only){B})?(?:(?:an?{B})?(?:few|couple(?:{B}of)?|number{B}of)|several"
    rf"|many|some|dozens{B}of|hundreds{B}of)\b"
)
UNIT = (
    r"(?P<unit>(?:second|minute|moment|hour|day|night|weekend|week|month|quarter|year|decade)s?)\b"
)
FULL_WEEKDAY = "|".join(name for name in WEEKDAYS if name.endswith("day"))
WEEKDAY = rf"(?P<weekday>{FULL_WEEKDAY})"
SAFE_MONTHS = "january|february|july|september|october|november|december"
RISKY_MONTHS = "march|april|may|june|august"  # other words, or names, as well
YEAR = rf"(?P<year>{YEAR_PATTERN})"
PART = (
    r"(?P<part>morning|afternoon|evening|night|dawn|daybreak|sunrise|noon|midday|midnight"
    r"|dusk|sunset|sundown|nightfall|nighttime)s?\b"
)
ENDS = (  # after a word that could lead on to an object: "the day before [the raid]"
    r"(?=\s*(?:[.,;:!?)\]\"”’'—–]|--|$|\n"
    r"|(?:when|and|but|by|in|at|near|as|while|was|were|had|after|on|with|from|who|to|for)\b))"
)

UNITS: dict[str, Unit] = {
    "second": Unit.HOUR,
    "minute": Unit.HOUR,
    "moment": Unit.HOUR,
    "hour": Unit.HOUR,
    "day": Unit.DAY,
    "night": Unit.DAY,
    "weekend": Unit.WEEKEND,
    "week": Unit.WEEK,
    "month": Unit.MONTH,
    "quarter": Unit.QUARTER,
    "year": Unit.YEAR,
    "decade": Unit.DECADE,
}
PARTS: dict[str, DayPart] = {
    "morning": DayPart.MORNING,
    "afternoon": DayPart.AFTERNOON,
    "evening": DayPart.EVENING,
    "dusk": DayPart.EVENING,
    "sunset": DayPart.EVENING,
    "sundown": DayPart.EVENING,
    "nightfall": DayPart.EVENING,
    "night": DayPart.NIGHT,
    "nighttime": DayPart.NIGHT,
    "midnight": DayPart.NIGHT,
    "overnight": DayPart.NIGHT,
    "dawn": DayPart.DAWN,
    "daybreak": DayPart.DAWN,
    "sunrise": DayPart.DAWN,
    "noon": DayPart.NOON,
    "midday": DayPart.NOON,
}
SEASONS: dict[str, Season] = {
    "spring": Season.SPRING,
    "summer": Season.SUMMER,
    "autumn": Season.AUTUMN,
    "fall": Season.AUTUMN,
    "winter": Season.WINTER,
}
_WHICH = {
    "last": Which.LAST,
    "past": Which.LAST,
    "this past": Which.LAST,
    "previous": Which.BEFORE,
    "preceding": Which.BEFORE,
    "following": Which.AFTER,
    "this": Which.THIS,
    "next": Which.NEXT,
    "coming": Which.NEXT,
    "this coming": Which.NEXT,
}
_PART_BOUNDS = (  # the first hour, 0 to 24, that is no longer of that part
    (4, DayPart.NIGHT),
    (7, DayPart.DAWN),
    (12, DayPart.MORNING),
    (13, DayPart.NOON),
    (18, DayPart.AFTERNOON),
    (22, DayPart.EVENING),
    (25, DayPart.NIGHT),
)

Read = Callable[["re.Match[str]"], "Atom | None"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of saying a date.

    ``words`` are those that it can begin with ("#" for digits), ``pattern`` its form in
    lower case, ``read`` its meaning (``None``: no date after all). ``after`` and
    ``not_after`` must, and must not, end the text before it. ``capital`` asks for a capital
    in the text as it stands.
    """

    words: tuple[str, ...]
    pattern: Pattern
    read: Read
    after: Pattern | None = None
    not_after: Pattern | None = None
    capital: bool = False


def rule(
    words: str,
    pattern: str,
    read: Read,
    *,
    after: str = "",
    not_after: str = "",
    capital: bool = False,
) -> Rule:
    """A rule from its pieces; ``after`` and ``not_after`` are whole words, ``|`` between."""
    before = [Pattern(rf"(?<!\w)(?:{p})[\s-]{{0,3}}$") if p else None for p in (after, not_after)]
    return Rule(tuple(words.split()), Pattern(pattern), read, before[0], before[1], capital)


def as_date(match: re.Match[str], term: Term, part: DayPart | None = None) -> Atom:
    """The whole match as a date."""
    return Atom(match.start(), match.end(), AtomKind.DATE, term, part)


def fixed(term: Term, part: DayPart | None = None) -> Read:
    """A reading that is always the same."""
    return lambda match: as_date(match, term, part)


def unfixed(role: DateRole) -> Read:
    """A reading that fixes no day."""
    return fixed(Unfixed(role))


def number(words: str) -> int:
    """The number that ``N`` matched: "12", "twenty-one", "a dozen"."""
    if words.isdigit():
        return int(words)
    parts = re.findall(r"[a-z]+", words)
    return sum(NUMBERS[p] for p in (parts[1:] if len(parts) > 1 and parts[0] == "a" else parts))


def unit(word: str) -> Unit:
    """The unit of a word, in the singular or plural."""
    return UNITS[word.removesuffix("s")]


def which(words: str | None) -> Which:
    """ "last", "this coming", or nothing at all."""
    return _WHICH[" ".join(words.split())] if words else Which.NEAREST


def part_of_hour(hour: int) -> DayPart:
    """The part of the day of a clock's hour, 0 to 24."""
    return next(part for bound, part in _PART_BOUNDS if hour < bound)
