"""When a count starts and ends: "since 17 October", "between May and July", "this year"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.dates.mentions import DateMention, DateRole
from tallystick.extract.effects.figures import Figure
from tallystick.extract.effects.tolls import clause_of, during, toll_before
from tallystick.extract.grammar.sentences import Sentence
from tallystick.extract.tallies.counted import of_same_time
from tallystick.extract.tallies.lengths import begun_before
from tallystick.extract.tallies.saying import as_of, said_in
from tallystick.model.document import Span
from tallystick.model.statement import TallyUnit
from tallystick.model.values import PartialDate
from tallystick.vocab.pattern import Pattern


def period(
    notes: Annotations, sentence: Sentence, found: Figure
) -> tuple[PartialDate | None, PartialDate | None]:
    """Where the count starts and where it ends, as far as its sentence says."""
    dates = inside(notes.dates, sentence.span)
    for date in dates:
        both = _between(notes, date)
        if both is not None:
            return both
    starts = [d for d in dates if d.role is DateRole.SINCE or _starts(notes, d)]
    starts = [d for d in starts if not _of_other(notes, found, d) and not _aside(notes, found, d)]
    ahead = [
        d
        for d in starts
        if d.span.start >= found.span.end and d.span.start < (found.following or d.span.end)
    ]
    chosen = ahead or [d for d in starts if d.span.end <= found.number.start] or starts
    ended = as_of(notes, sentence, dates, starts)
    if chosen:
        return _begun(notes, sentence, dates, chosen[0]), ended
    same = of_same_time(notes, sentence, clause_of(notes, sentence, found.number))
    if same is not None:
        return period(notes, *same)
    first, last = _bounded(notes, sentence, found)
    before = (
        toll_before(notes, sentence, found.span) if found.unit is not TallyUnit.ATTACKS else None
    )
    if before is not None and first is None:
        return period(notes, before, replace(found, span=before.span, number=before.span))
    return first, ended or last


def _of_other(notes: Annotations, found: Figure, date: DateMention) -> bool:
    """Whether a day follows another number at once: "64 today, and **51,266 since** May"."""
    gap = notes.text[found.span.end : date.span.start]
    return _NUMBER_SINCE.search(gap) is not None


def _aside(notes: Annotations, found: Figure, date: DateMention) -> bool:
    """Whether a day starts another time: "the most since 2012", "troops, there since 2019, say",
    "since May, including 29 strikes in the past four days". The war's own beginning is none: "the
    war, which began in 2011, has killed"."""
    start, end = date.span.start, found.number.start
    if _BEGAN.search(notes.text, max(0, start - _BACK), start):
        return False
    if _INCLUDING.search(notes.text, date.span.end, max(date.span.end, end)):
        return _LAST.match(notes.text, found.span.end) is not None
    if _MOST_SINCE.search(notes.text, max(0, start - _NEAR), start):
        return True
    if start > end:
        return _TO_TOTAL.search(notes.text, found.span.end, start) is not None
    opened = _WHO_HAVE.search(notes.text, max(0, start - _ASIDE), start)
    return opened is not None and "," in notes.text[date.span.end : end]


_BACK = 140  # characters that hold "the war between the two armies, which began in"
_NEAR = 60  # characters that hold "the highest monthly figure since"
_ASIDE = 90  # characters from ", which" to its day
_INCLUDING = Pattern(r"\b(?:including|among\s+them|of\s+(?:them|which))\s", re.IGNORECASE)
_LAST = Pattern(
    r"(?:\s+(?:on|against|in|across)\s[\w\s]{1,40}?)?\s+(?:in|over|during|within)\s+(?:just\s+)?(?:the\s+)?"
    r"(?:past|last|previous|preceding|latest)\s",
    re.IGNORECASE,
)
_MOST_SINCE = Pattern(
    r"\b(?:the|its|their)\s+(?:most|highest|lowest|worst|deadliest|bloodiest|heaviest|biggest|largest|"
    r"fewest|greatest)\b[^.;,]*\s(?:since\s+)?$",
    re.IGNORECASE,
)
_TO_TOTAL = Pattern(
    r"\b(?:bring|rais|tak|push)ing\s+(?:the|its|their)\s+(?:total|number|count|tally)\b",
    re.IGNORECASE,
)
_WHO_HAVE = Pattern(r",\s+(?:which|who|whose|where)\s(?:[^.;,]|(?<=\d),(?=\d))*$", re.IGNORECASE)
_NUMBER_SINCE = Pattern(r"\s\d[\d,]*\s+(?:since\s+)?$", re.IGNORECASE)

_STARTED = Pattern(
    r"\b(?:began|begun|begins|beginning|started|starting|dating|(?:came|come)\s+into\s+(?:force|effect)|"
    r"took\s+(?:effect|hold)|entered\s+into\s+force)\s+(?:on|in|from|back\s+to)?\s*$",
    re.IGNORECASE,
)

_BEGAN = Pattern(  # "war, which started as a protest in", "since a brokered truce collapsed"
    r"\b(?:war|conflict|fighting|uprising|insurgency|rebellion|revolt|crackdown|unrest|violence)"
    r"(?:\s+(?:between|with|against|in|of)\s[^.;,]{1,60})?,?\s+(?:which|that)\s+(?:first\s+)?"
    r"(?:began|started|erupted|broke\s+out|flared)\b[^.;]{0,100}?\b(?:in|on)\s+(?:early\s+|late\s+|mid-)?$|"
    r"\bsince\s+(?:the|an?|its|their)\s+(?:[\w.'’-]+\s+){1,6}?(?:on\s+)?$",
    re.IGNORECASE,
)


def _starts(notes: Annotations, mention: DateMention) -> bool:
    before = notes.text[max(0, mention.span.start - _BACK) : mention.span.start]
    begun = _STARTED.search(before[-30:]) or _BEGAN.search(before)
    return mention.role is DateRole.WHEN and begun is not None


def _begun(
    notes: Annotations, sentence: Sentence, dates: Sequence[DateMention], since: DateMention
) -> PartialDate:
    """ "Since the war started with protests **in 2011**": the day that its own words give."""
    if since.date.start is not None:
        return since.date
    end = sentence.span.end
    for date in dates:
        gap = notes.text[since.span.end : min(end, max(date.span.start, since.span.end))]
        if date.span.start > since.span.end and date.date.start and _IN_ITS_WORDS.fullmatch(gap):
            return date.date
    return since.date


_IN_ITS_WORDS = Pattern(r"\s+|(?:\s+[\w'’-]+){0,8}?\s+(?:in|on)\s+(?:early\s+|late\s+)?")


def _bounded(
    notes: Annotations, sentence: Sentence, found: Figure
) -> tuple[PartialDate | None, PartialDate | None]:
    """The first and the last day of "in October", "this year"; the last only once it is past."""
    clause = clause_of(notes, sentence, found.number)
    times = [d for d in _times(notes, clause) if not said_in(notes, sentence, d)]
    times = [d for d in times if not _of_compared(notes, found, d)]
    times = [d for d in times if not _before_compared(notes, found, d)] or times
    times = [d for d in times if not _of_next(notes, found, d)] or times
    if not times:
        return _vague(notes, clause, found), None
    date = min(times, key=lambda d: abs(d.span.start - found.number.start)).date
    published = notes.document.published
    past = date.end and published and published.start and date.end < published.start
    first = PartialDate.day(date.start, date.text) if date.start else None
    return first, PartialDate.day(date.end, date.text) if date.end and past else None


def _vague(notes: Annotations, clause: Span, found: Figure) -> PartialDate | None:
    """The words of a time without days of its own: "in recent weeks", "in two days of clashes"."""
    told = [d for d in inside(notes.dates, clause) if d.role in (DateRole.VAGUE, DateRole.DURATION)]
    told = [d for d in told if _OVER.search(notes.text, max(0, d.span.start - 24), d.span.start)]
    near = sorted(told, key=lambda d: abs(d.span.start - found.number.start))
    return begun_before(notes, clause, found, near[0]) if near else None


_OVER = Pattern(r"\b(?:in|over|during|within|for)\s+(?:the\s+|(?:less|more)\s+than\s+)?$", re.I)


def _of_next(notes: Annotations, found: Figure, date: DateMention) -> bool:
    """Whether a time opens the clause of the next figure: "50 in 1988, **and this year** 21"."""
    gap = notes.text[found.span.end : date.span.start]
    return found.following is not None and _NEXT_CLAUSE.search(gap) is not None


def _of_compared(notes: Annotations, found: Figure, date: DateMention) -> bool:
    """Whether a time is that of the other figure: "58 in May, **down from** 71 in April"."""
    return _COMPARED.search(notes.text, found.number.end, date.span.start) is not None


def _before_compared(notes: Annotations, found: Figure, date: DateMention) -> bool:
    """Whether a time stands before the comparison that a figure ends."""
    return _COMPARED.search(notes.text, date.span.end, found.number.end) is not None


_COMPARED = Pattern(
    r"\b(?:compared\s+(?:with|to)|against|(?:down|up)\s+from)"
    r"\s+(?:the\s+|about\s+|in\s+|some\s+)*(?:\d|(?:same|previous|all|whole|year)\b)",
    re.IGNORECASE,
)
_NEXT_CLAUSE = Pattern(r"[,;]\s+(?:and|while|but|against)\b|;", re.IGNORECASE)

_PAST_DAYS = Pattern(
    r"the\s+(?:past|last|previous)\s+(?:[\w-]+\s+){0,2}(?:days|hours)\b", re.IGNORECASE
)


def _times(notes: Annotations, clause: Span) -> list[DateMention]:
    """The times of a week and longer in a clause, "the past three days" and "24 hours"."""
    past = (d for d in inside(notes.dates, clause) if _PAST_DAYS.match(d.span.of(notes.text)))
    return [*during(notes, clause), *past]


def _between(notes: Annotations, mention: DateMention) -> tuple[PartialDate, PartialDate] | None:
    """ "between 17 and 24 October", read as one interval."""
    date = mention.date
    start, end = date.start, date.end
    if start is None or end is None or start == end:
        return None
    words = notes.text[max(0, mention.span.start - 9) : mention.span.end].lower()
    if not re.search(r"\b(?:between|from)\b", words):
        return None
    return PartialDate.day(start, date.text), PartialDate.day(end, date.text)
