"""What day the words of a clause mean for its event: "two weeks ago", "on the eve of the talks",
"the March 1980 killing"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from tallystick.extract.annotate import Annotations
from tallystick.extract.dates.mentions import DateMention
from tallystick.extract.quotation.told_on import told_on
from tallystick.model.document import Span
from tallystick.model.values import DatePrecision, PartialDate
from tallystick.vocab.caseless import caseless
from tallystick.vocab.pattern import Pattern

__all__ = ["meant", "names_event"]


def meant(notes: Annotations, clause: Span, day: DateMention) -> DateMention:
    """The day of an event from the one that its clause tells: the day before, on its eve; one day
    of a week that is told as so many weeks ago."""
    return _eve(notes, clause, _weeks_back(notes, day))


def names_event(text: str, day: Span, anchor: Span) -> bool:
    """Whether a date tells which event it is: "arrested on Tuesday over **the March 1980**
    killing"."""
    the = _THE.search(text, max(0, day.start - 40), day.start)
    return (
        the is not None
        and the["behind"] is None
        and _FEW_WORDS.fullmatch(text, day.end, anchor.start) is not None
    )


_THE = caseless(  # none of who is attacked: "killed the planner of the August 2021 bombing"
    r"(?P<behind>\b(?:behind|responsible for|(?:planner|author|mastermind|architect|perpetrator)s?"
    r" of) )?(?:\b(?:the|a|that|this|its|his|her|their)|['’]s)\s+$"
)
_FEW_WORDS = Pattern(r"\s+(?:[\w-]+\s+){0,2}")


def _eve(notes: Annotations, clause: Span, day: DateMention) -> DateMention:
    """ "On the eve of the talks, which open on Friday": the day before."""
    if day.date.start is None or not day.date.is_day:
        return day
    if not _ON_THE_EVE.search(notes.text, clause.start, day.span.start):
        return day
    return replace(day, date=PartialDate.day(day.date.start - timedelta(days=1), day.date.text))


_ON_THE_EVE = caseless(
    r"\bon the eve of (?:(?:the|its|a|an) )?"
    r"(?!(?:attack|raid|strike|bombing|shooting|assault)\b)(?:[\w’'-]+ ){0,4}?[\w’'-]+,? "
    r"(?:(?:which|that|who) [\w’' -]{0,40}?)?(?:due |set |planned |scheduled )?"
    r"(?:to [\w’' -]{0,30})?(?:on )?$|\bon the eve of $"
)


def _weeks_back(notes: Annotations, day: DateMention) -> DateMention:
    """ "Two weeks ago", "a week earlier": of an incident the day of that week, not all seven."""
    if day.date.precision is not DatePrecision.WEEK or not _WEEKS.fullmatch(day.date.text):
        return day
    told = next((d.date for d in notes.dates if d.span == day.anchor), told_on(notes.document))
    if told is None or told.end is None or day.date.start is None or not told.is_day:
        return day
    exact = PartialDate.day(day.date.start + timedelta(days=told.end.weekday()), day.date.text)
    return replace(day, date=exact)


_WEEKS = Pattern(r"[\w-]+\s+weeks?\s+(?:ago|earlier|before|previously|later|after)", re.I)
