"""What date words mean before anybody knows when they were written.

The grammar (``date_grammar``) reads words into these terms; ``date_resolve`` turns a term
into a :class:`~tallystick.model.values.PartialDate`, given a publication date and what
stands before it in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum

from tallystick.model.document import Span
from tallystick.model.values import DayPart, PartialDate


class DateRole(StrEnum):
    """What a date does in its sentence."""

    WHEN = "when"  # something is on it
    SINCE = "since"  # something starts with it: "since October 17"
    UNTIL = "until"  # something ends with it: "until Friday", "by Friday", "as of Friday"
    DURATION = "duration"  # a length of time: "for three days"
    RECURRENT = "recurrent"  # "every Friday", "almost daily"
    VAGUE = "vague"  # "recently", "in recent days", "now"


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words for a date in a text.

    ``span`` is the date's own words ("October 17" of "since October 17"), and ``date.text``
    equals the text there. ``date`` is the named time itself: for ``SINCE`` the first day,
    for ``UNTIL`` the last; durations, recurrent and vague words are floating. ``anchor`` is
    the other mention that it was counted from ("the following day"), if any.
    """

    span: Span
    date: PartialDate
    role: DateRole = DateRole.WHEN
    anchor: Span | None = None

    @property
    def is_aside(self) -> bool:
        """Whether it is counted back from another ("two days earlier"): the account goes on from
        the day that it is counted from."""
        return self.anchor is not None and _EARLIER.search(self.date.text) is not None


_EARLIER = re.compile(r"\b(?:before|earlier|previous|preceding)\b", re.IGNORECASE)


class Unit(StrEnum):
    """Units of the calendar."""

    HOUR = "hour"  # and shorter
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"


class Which(StrEnum):
    """Which of the days or months of one name is meant."""

    NEAREST = "nearest"
    LAST = "last"
    THIS = "this"
    NEXT = "next"
    BEFORE = "before"  # "the previous Friday": before a date in the text
    AFTER = "after"  # "the following Friday"


class Portion(StrEnum):
    """Part of a longer stretch."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    SO_FAR = "so far"  # "earlier this month"
    REST = "rest"  # "later this week"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"


class Season(Enum):
    """Seasons of the northern half, by their first month."""

    SPRING = 3
    SUMMER = 6
    AUTUMN = 9
    WINTER = 12


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """ "October 17", with a year or without."""

    month: int
    day: int
    year: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class NumericDay:
    """ "03/04/2017": the days it can be."""

    readings: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class MonthDay:
    """ "the 17th"."""

    day: int


@dataclass(frozen=True, slots=True)
class NamedMonth:
    """ "October", "last October", "October 2023"."""

    month: int
    year: int | None = None
    which: Which = Which.NEAREST


@dataclass(frozen=True, slots=True)
class NamedSeason:
    """ "the spring of 1989", "last summer"."""

    season: Season
    year: int | None = None
    which: Which = Which.NEAREST


@dataclass(frozen=True, slots=True)
class NamedQuarter:
    """ "the third quarter", of a year or not."""

    quarter: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Years:
    """ "1989" (both ends alike), "2012-2015", "the 1990s"."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class NamedDay:
    """ "Sunday", "last Sunday"; ``weeks`` counts calendar weeks: "Sunday last week" is -1."""

    weekday: int
    which: Which = Which.NEAREST
    weeks: int | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from the publication or, ``in_text``, from a date in the text.

    "yesterday", "last week", "the following day", "that night", "hours later".
    """

    unit: Unit
    amount: int
    in_text: bool = False
    compared: bool = False  # "a year earlier": of the quarter that the text is about, if any


@dataclass(frozen=True, slots=True)
class Then:
    """ "since then": since what the text dated last, be it a day or a year."""


@dataclass(frozen=True, slots=True)
class Period:
    """ "the quarter", "the year-ago period": the quarter named before, so many years on.

    ``fallback`` is what the words mean where the text names no quarter; without one they
    are no date at all.
    """

    years: int
    fallback: Term | None = None


@dataclass(frozen=True, slots=True)
class NamedFeast:
    """Thanksgiving of the United States: the fourth Thursday of November."""

    year: int | None = None
    which: Which = Which.NEAREST


@dataclass(frozen=True, slots=True)
class ThisWeekend:
    """ "this weekend": the last one until Tuesday, the coming one from Wednesday on."""


@dataclass(frozen=True, slots=True)
class OfYear:
    """ "June last year", "October 7 of that year": the year is counted, not written."""

    what: Term
    year: Shift


@dataclass(frozen=True, slots=True)
class Within:
    """A stretch that ends (or, ahead, starts) at the publication: "the past 24 hours"."""

    unit: Unit
    amount: int
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class PartOf:
    """ "mid-October", "late 2016", "earlier this month"."""

    portion: Portion
    whole: Term


@dataclass(frozen=True, slots=True)
class Around:
    """The day so many days from a day, or the unit of the calendar that holds it.

    "two days before Christmas", "a week ago Sunday", "the week of May 9".
    """

    unit: Unit
    amount: int
    day: Term


@dataclass(frozen=True, slots=True)
class NightOf:
    """ "Overnight on Friday": the night that begins on a day; on that of publication, the last."""

    day: Term


@dataclass(frozen=True, slots=True)
class Between:
    """ "from Monday to Wednesday"; both ends included."""

    first: Term
    last: Term


@dataclass(frozen=True, slots=True)
class Unfixed:
    """Words that name no day: a duration, "every Friday", "recently", "the start of the war"."""

    role: DateRole
    weekday: int | None = None


Term = (
    CalendarDay
    | NumericDay
    | MonthDay
    | NamedMonth
    | NamedSeason
    | NamedQuarter
    | Years
    | NamedDay
    | Shift
    | Then
    | OfYear
    | ThisWeekend
    | Within
    | Period
    | NamedFeast
    | PartOf
    | Around
    | NightOf
    | Between
    | Unfixed
)


class AtomKind(StrEnum):
    """What a stretch of words can be to its neighbours."""

    DATE = "date"
    PART = "part"  # "night", "dawn", "3:15 am": counts only beside a day
    PORTION = "portion"  # "early", "the end of"


@dataclass(frozen=True, slots=True)
class Atom:
    """Words read by one rule: where they stand, and what they can be.

    ``term`` is what a date means, and what a part of a day means where no day stands beside
    it ("overnight"); ``None`` there drops the words.
    """

    start: int
    end: int
    kind: AtomKind
    term: Term | None = None
    part: DayPart | None = None
    portion: Portion | None = None
