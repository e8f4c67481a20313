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

from tallystick.extract.dates.context import (
    ends_sentence,
    of_paper,
    of_speaking,
    said_on,
    speaks_ahead,
    speaks_back,
)
from tallystick.extract.dates.grammar import Expression, expressions
from tallystick.extract.dates.in_text import Resolved, is_quarter
from tallystick.extract.dates.resolve import Moment, resolve
from tallystick.extract.dates.terms import (
    Around,
    Between,
    CalendarDay,
    DateMention,
    DateRole,
    MonthDay,
    NamedDay,
    NamedMonth,
    NightOf,
    OfYear,
    PartOf,
    Period,
    Shift,
    Term,
    Then,
    Unfixed,
    Unit,
    Which,
)
from tallystick.extract.dates.units import FLOATING, interval
from tallystick.extract.dates.words import FULL_WEEKDAY
from tallystick.model.document import Span
from tallystick.model.values import DatePrecision, PartialDate

__all__ = ["DateMention", "DateRole", "event_days", "find_dates", "from_to", "open_interval"]

_NEVER_FIXED = (DateRole.RECURRENT, DateRole.DURATION, DateRole.VAGUE)
_PARAGRAPHS_BACK = 3  # how far a date counts as the one that "the following day" follows
_MENTIONS_BACK = 40
_BACKGROUND = timedelta(days=60)  # before publication: history rather than the news
_TOGETHER = timedelta(days=2)  # days named together are of one stretch
_COARSEST = timedelta(days=31)  # a publication date no vaguer than this still gives years


def find_dates(
    text: str,
    *,
    published: PartialDate | None = None,
    spans: Sequence[Span] | None = None,
    known: Sequence[DateMention] = (),
) -> list[DateMention]:
    """Every mention of a date, in the order of the text; none overlaps another.

    ``published`` anchors "yesterday", "on Sunday" and dates without a year; one coarser
    than a day gives intervals and floating dates, never a day that may be wrong. Without it
    weekdays float (``weekday`` is kept), unless a full date just before ties them.
    ``spans`` limits the search to stretches of the text, in its order; offsets stay those
    of the whole text. ``known`` mentions stand for whatever words they overlap. No input
    raises; what no calendar has (30 February) floats.
    """
    reader = _Reader(text, published, tuple(known))
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


def from_to(text: str, first: DateMention, last: DateMention) -> DateMention:
    """Days named together ("on Friday and Saturday") as one mention, over the words of both.

    Days that float, that do not stand in their order, or that lie apart ("on May 22 and June
    30") give the first alone.
    """
    start, end = first.date.start, last.date.end
    if start is None or end is None or not start <= end <= start + _TOGETHER:
        return first
    span = Span(first.span.start, last.span.end)
    days = replace(interval(start, end), text=span.of(text))
    return replace(first, span=span, date=days)


_COUNTED_FROM = re.compile(
    rf"(?P<count>.+?)\s+(?:before|after|following|since)\s+(?P<day>(?:last\s+)?{FULL_WEEKDAY})",
    re.IGNORECASE,
)


def event_days(text: str, found: DateMention, published: PartialDate | None) -> list[DateMention]:
    """A mention as the days of events that it gives: one, but of "two days after Sunday's bombing"
    the day of what came after ("two days") and that of the bombing ("Sunday")."""
    match = _COUNTED_FROM.fullmatch(text, found.span.start, found.span.end)
    if match is None or not text.startswith(("'s", "’s"), found.span.end):
        return [found]
    first, day = Span(*match.span("count")), Span(*match.span("day"))
    days = find_dates(text, published=published, spans=[day])
    return [replace(found, span=first, date=replace(found.date, text=first.of(text))), *days]


def _moved(expression: Expression, offset: int) -> Expression:
    return replace(expression, start=expression.start + offset, end=expression.end + offset)


@dataclass(slots=True)
class _Reader:
    """The mentions so far, and what they give to the next one. Lives for one call."""

    text: str
    published: PartialDate | None
    known: tuple[DateMention, ...] = ()
    mentions: list[DateMention] = field(default_factory=list)
    breaks: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.breaks = [m.end() for m in _PARAGRAPH.finditer(self.text)]

    def read(self, expression: Expression) -> None:
        span = Span(expression.start, expression.end)
        known = next((k for k in self.known if k.span.overlaps(span)), None)
        if known is not None:
            self.mentions += [known] if known not in self.mentions[-1:] else []
            return
        resolved = self._that_night(expression) or self._resolve(expression)
        if isinstance(expression.term, Period) and resolved.date.is_floating:
            return  # "the quarter" of a town
        if expression.role in _NEVER_FIXED and not resolved.date.is_floating:
            resolved = Resolved(replace(FLOATING, weekday=resolved.date.weekday))
        part = expression.part or resolved.date.part
        date_ = replace(resolved.date, text=span.of(self.text), part=part)
        self.mentions.append(DateMention(span, date_, expression.role, resolved.anchor))

    def _resolve(self, expression: Expression) -> Resolved:
        published, term = self.published, expression.term
        if isinstance(term, Unfixed):
            return resolve(term, Moment(None))
        before = self._before(expression) if _looks_back(term, published) else ()
        known = Moment(None, before, quarter=self._quarter(term))
        if published is None or published.start is None or published.end is None:
            return resolve(term, known)
        ahead, back = speaks_ahead(self.text, expression), speaks_back(self.text, expression)
        late = replace(known, today=published.end, ahead=ahead, back=back)
        if published.start == published.end:
            return self._in_quote(expression, published.end) or resolve(term, late)
        early = replace(late, today=published.start)
        return _vaguer(term, resolve(term, early), resolve(term, late), published)

    def _that_night(self, expression: Expression) -> Resolved | None:
        """A night without a day is counted from an earlier day that its sentence has told:
        "killed on 16 November, shot **during the night**"; "overnight" is of the news."""
        last = self.mentions[-1] if self.mentions else None
        if last is None or not isinstance(expression.term, Between) or expression.part is None:
            return None
        day, between = last.date.start, self.text[last.span.end : expression.start]
        if day is None or not last.date.is_day or last.role is not DateRole.WHEN:
            return None
        if not _DURING.search(between) or ends_sentence(between) or _ANOTHER.search(between):
            return None
        news = self._resolve(expression).date.start
        night = resolve(expression.term, Moment(day))
        return None if news and day >= news else replace(night, anchor=last.span)

    def _quarter(self, term: Term) -> DateMention | None:
        """The last quarter that was named, for terms that compare with it."""
        if not isinstance(term, Period) and not (isinstance(term, Shift) and term.compared):
            return None
        for mention in reversed(self.mentions[-_MENTIONS_BACK:]):
            if _MONTHS_LONG.search(mention.date.text):
                return None  # results of nine months are compared with nine of the year before
            named = mention.anchor is None and is_quarter(mention.date)
            if named and not self._ahead(mention):
                return mention
        return None

    def _ahead(self, mention: DateMention) -> bool:
        """Whether it ends after the publication: results are of quarters that are over."""
        news, end = self.published.end if self.published else None, mention.date.end
        return bool(news and end and end > news)

    def _in_quote(self, expression: Expression, today: date) -> Resolved | None:
        """ "today" in a quote is the day of the saying, where its sentence names that day."""
        term = expression.term
        if not (isinstance(term, Shift) and term.unit is Unit.DAY and not term.in_text):
            return None
        said = said_on(self.text, expression)
        if said is None:
            return None
        day = resolve(NamedDay(said.weekday), Moment(today)).date.start
        return replace(resolve(term, Moment(day)), anchor=said.span)

    def _before(self, expression: Expression) -> list[DateMention]:
        """The mentions that a date here can be counted from, the best first."""
        here = bisect_right(self.breaks, expression.start)
        roles = _DATED if isinstance(expression.term, Then) else _OF_EVENTS
        near = []
        for mention in reversed(self.mentions[-_MENTIONS_BACK:]):
            back = here - bisect_right(self.breaks, mention.span.start)
            if back > _PARAGRAPHS_BACK:
                break
            if mention.role in roles and not of_paper(self.text, mention.span):
                told = self._told_then(expression, mention)
                far = (0, False) if told else self._remoteness(mention, apart=back > 0)
                near.append((far, mention))
        return [mention for _, mention in sorted(near, key=lambda n: n[0])]

    def _told_then(self, expression: Expression, mention: DateMention) -> bool:
        """Whether what was "the day before" is counted from the day on which the same sentence has
        it told: "said **on Sunday** that rebels were killed **the day before**"."""
        term = expression.term
        back = isinstance(term, Shift) and term.amount < 0
        return back and not ends_sentence(self.text[mention.span.end : expression.start])

    def _remoteness(self, mention: DateMention, *, apart: bool) -> tuple[int, bool]:
        """How ill a day serves to count from: one of another paragraph, one on which somebody
        only spoke, history in another paragraph."""
        past = self._is_background(mention)
        if apart and past:
            return 3, past
        return (2 if of_speaking(self.text, mention.span) else int(apart)), past

    def _is_background(self, mention: DateMention) -> bool:
        news = self.published.start if self.published else None
        end = mention.date.end
        return bool(news and end and news - end > _BACKGROUND)


_ANOTHER = re.compile(  # "the truce of 3 May was **broken when** shells fell during the night"
    r"\b(?:when|that|which|who|said|says|after|while|as|was|were|is|are|had|has)\b", re.IGNORECASE
)
_DURING = re.compile(r"\bduring\s(?:the\s)?$", re.IGNORECASE)
_OF_EVENTS = frozenset((DateRole.WHEN,))
_DATED = frozenset((DateRole.WHEN, DateRole.SINCE))
_MONTHS_LONG = re.compile(r"\b(?:six|nine|twelve|6|9|12)[\s-]months?\b", re.IGNORECASE)
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*|(?<=[.!?\"”’')])[^\S\n]*\n")


def _looks_back(term: Term, published: PartialDate | None) -> bool:
    """Whether a term can be counted from the text; the search is spared otherwise."""
    match term:
        case Shift():
            return term.in_text
        case PartOf():
            return _looks_back(term.whole, published)
        case OfYear():
            return term.year.in_text
        case Around() | NightOf():
            return _looks_back(term.day, published)
        case Between():
            return _looks_back(term.first, published) or _looks_back(term.last, published)
        case MonthDay() | Then():
            return True
        case CalendarDay():
            return term.year is None
        case NamedMonth() | NamedDay():
            nameless = not isinstance(term, NamedDay) or term.which is Which.NEAREST
            return published is None or not nameless
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
