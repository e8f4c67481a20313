"""Dates in a text: explicit, relative to its publication, relative to one another.

A small interval grammar. Words are read into terms (``date_grammar``, with the rules in
``date_rules`` and ``date_calendar``), and terms resolved into closed intervals of days with
their precision (``date_resolve``). The classes of expression follow TIMEX3 (TimeML, ISO
24617-1); what a text does not fix stays floating. ``docs/dates.md`` lists the conventions.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from tallystick.extract.date_grammar import Expression, expressions
from tallystick.extract.date_resolve import FLOATING, Moment, Resolved, resolve
from tallystick.extract.date_terms import (
    Around,
    Between,
    CalendarDay,
    DateMention,
    DateRole,
    MonthDay,
    NamedDay,
    NamedMonth,
    PartOf,
    Shift,
    Term,
    Unfixed,
)
from tallystick.model.document import Span
from tallystick.model.values import DatePrecision, PartialDate

__all__ = ["DateMention", "DateRole", "find_dates", "open_interval"]

_PARAGRAPHS_BACK = 3  # how far a date counts as the one that "the following day" follows
_BACKGROUND = timedelta(days=60)  # before publication: history rather than the news
_COARSEST = timedelta(days=31)  # a publication date no vaguer than this still gives years


def find_dates(
    text: str, *, published: PartialDate | None = None, spans: Sequence[Span] | None = None
) -> list[DateMention]:
    """Every mention of a date, in the order of the text; none overlaps another.

    ``published`` anchors "yesterday", "on Sunday" and dates without a year; one coarser
    than a day gives intervals and floating dates, never a day that may be wrong. Without it
    weekdays float (``weekday`` is kept), unless a full date just before ties them.
    ``spans`` limits the search to stretches of the text, in its order; offsets stay those
    of the whole text. No input raises; what no calendar has (30 February) floats.
    """
    reader = _Reader(text, published)
    for span in spans if spans is not None else (Span(0, len(text)),):
        for expression in expressions(span.of(text)):
            reader.read(_moved(expression, span.start))
    return reader.mentions


def open_interval(mention: DateMention, *, published: PartialDate | None = None) -> PartialDate:
    """The days that a mention covers with its role: "since October 17" runs on from there.

    Up to ``published`` for ``SINCE`` (open without it); open at the start for ``UNTIL``;
    the date itself for any other role.
    """
    date_ = mention.date
    if date_.is_floating or mention.role not in (DateRole.SINCE, DateRole.UNTIL):
        return date_
    if mention.role is DateRole.UNTIL:
        return PartialDate(None, date_.end, DatePrecision.INTERVAL, date_.text)
    end = published.end if published else None
    if end and date_.start and end < date_.start:
        end = None
    return PartialDate(date_.start, end, DatePrecision.INTERVAL, date_.text)


def _moved(expression: Expression, offset: int) -> Expression:
    return replace(expression, start=expression.start + offset, end=expression.end + offset)


@dataclass(slots=True)
class _Reader:
    """The mentions so far, and what they give to the next one. Lives for one call."""

    text: str
    published: PartialDate | None
    mentions: list[DateMention] = field(default_factory=list)
    breaks: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.breaks = [m.end() for m in _PARAGRAPH.finditer(self.text)]

    def read(self, expression: Expression) -> None:
        span = Span(expression.start, expression.end)
        resolved = self._resolve(expression)
        part = expression.part or resolved.date.part
        date_ = replace(resolved.date, text=span.of(self.text), part=part)
        self.mentions.append(DateMention(span, date_, expression.role, resolved.anchor))

    def _resolve(self, expression: Expression) -> Resolved:
        published, term = self.published, expression.term
        if isinstance(term, Unfixed):
            return resolve(term, Moment(None))
        before = self._before(expression.start) if _looks_back(term, published) else ()
        ahead = published is not None and _speaks_ahead(self.text, expression)
        if published is None or published.start is None or published.end is None:
            return resolve(term, Moment(None, before, ahead))
        first = resolve(term, Moment(published.end, before, ahead))
        if published.start == published.end:
            return first
        return _vaguer(
            term, resolve(term, Moment(published.start, before, ahead)), first, published
        )

    def _before(self, at: int) -> list[DateMention]:
        """The mentions that a date here can be counted from, the best first."""
        here = bisect_right(self.breaks, at)
        near = []
        for mention in reversed(self.mentions):
            back = here - bisect_right(self.breaks, mention.span.start)
            if back > _PARAGRAPHS_BACK:
                break
            if mention.role is DateRole.WHEN:
                near.append((back > 0, self._is_background(mention), mention))
        return [mention for *_, mention in sorted(near, key=lambda n: n[:2])]

    def _is_background(self, mention: DateMention) -> bool:
        news = self.published.start if self.published else None
        end = mention.date.end
        return bool(news and end and news - end > _BACKGROUND)


_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*|(?<=[.!?\"”’')])[^\S\n]*\n")


def _looks_back(term: Term, published: PartialDate | None) -> bool:
    """Whether a term can be counted from the text; the search is spared otherwise."""
    match term:
        case Shift():
            return term.in_text
        case PartOf():
            return _looks_back(term.whole, published)
        case Around():
            return _looks_back(term.day, published)
        case Between():
            return _looks_back(term.first, published) or _looks_back(term.last, published)
        case MonthDay():
            return True
        case CalendarDay() | NamedMonth() | NamedDay():
            return published is None
    return False


def _vaguer(term: Term, early: Resolved, late: Resolved, published: PartialDate) -> Resolved:
    """One date from the two that the ends of a coarse publication date give."""
    if early.date == late.date:
        return late
    if isinstance(term, CalendarDay | NamedMonth):
        return late if _within_a_month(published) else Resolved(FLOATING)
    starts = (early.date.start, late.date.start)
    if isinstance(term, NamedDay) or None in starts or late.date.end is None:
        return Resolved(replace(FLOATING, weekday=_weekday(term)))
    start = min(s for s in starts if s)
    return Resolved(PartialDate(start, late.date.end, DatePrecision.INTERVAL))


def _within_a_month(published: PartialDate) -> bool:
    start, end = published.start or date.min, published.end or date.max
    return end - start <= _COARSEST


def _weekday(term: Term) -> int | None:
    return term.weekday if isinstance(term, NamedDay) else None


# --- speaking of the future ----------------------------------------------------------------

_AHEAD = re.compile(
    r"(?<!\w)(?:will|won['’]t|would|shall|['’]ll|(?:is|are|was|were)\s(?:to|due|set|scheduled|expected|planned)"
    r"|scheduled|slated|expected|due|plans?|planned|planning|set\sto|until|upcoming|ahead\sof"
    r"|to\s(?:be\sheld|meet|take\splace|begin|start|open|return|expire|vote|visit|travel|arrive))\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"(?<!\w)(?:said|says|told|announced|reported|added|confirmed|denied|claimed|killed|wounded"
    r"|attacked|fired|hit|struck|had|was|were|after|when|who|which)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?][\"”’')]*\s|\n[^\S\n]*\n|;")
_OPENS = re.compile(r"(?:^|[.!?\n][\"”’')]*\s*)(?:on\s|in\s)?$", re.IGNORECASE)
_WILL_AFTER = re.compile(
    r",?\s(?:[\w’'-]+\s){0,6}?(?:will|shall|(?:is|are)\s(?:to|due|set|scheduled|expected))\b",
    re.IGNORECASE,
)
_CLAUSE = 90  # characters: how far before a date its verb is looked for


def _speaks_ahead(text: str, expression: Expression) -> bool:
    """Whether the clause of a date speaks of the future: "will meet on Friday"."""
    before = text[max(0, expression.start - _CLAUSE) : expression.start]
    if _OPENS.search(before):
        return _WILL_AFTER.match(text, expression.end, expression.end + _CLAUSE) is not None
    *_, clause = _SENTENCE.split(before)
    cues = list(_AHEAD.finditer(clause))
    return bool(cues) and not _SAID.search(clause, cues[-1].end())
