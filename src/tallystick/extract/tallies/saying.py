"""The day that a figure is of: "as of 3 May", else the day on which it was said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tallystick.extract.annotate import Annotations
from tallystick.extract.dates.mentions import DateMention, DateRole
from tallystick.extract.grammar.sentences import Sentence
from tallystick.model.values import PartialDate

_AS_OF = re.compile(r"\b(?:as\s+of|by|up\s+to|through|until)\s+(?:\w+\s+)?$", re.IGNORECASE)


def as_of(
    notes: Annotations,
    sentence: Sentence,
    dates: Sequence[DateMention],
    starts: Sequence[DateMention],
) -> PartialDate | None:
    """The day that the words give, else the day on which it was said."""
    for date in dates:
        before = notes.text[max(0, date.span.start - 16) : date.span.start]
        if date.role is DateRole.UNTIL or _AS_OF.search(before):
            return date.date
    days = [d for d in dates if d.role is DateRole.WHEN and d.date.is_day and d not in starts]
    spoken = [d for d in days if _spoken(notes, sentence, d)]
    return spoken[0].date if spoken else None


_COMMA = re.compile(r"(?:\s+so\s+far)?,")


def said_in(notes: Annotations, sentence: Sentence, date: DateMention) -> bool:
    """Whether it was said in that time; "84 died in March, it said" tells of the dead."""
    if not date.date.is_day and _COMMA.match(notes.text, date.span.end):
        return False
    turned = any(  # "61 died in the past seven days said the Monitor"
        date.span.end <= a.cue.start < date.span.end + 3 and a.source.start > a.cue.start
        for a in notes.attributions
    )
    return not turned and _spoken(notes, sentence, date)


def _spoken(notes: Annotations, sentence: Sentence, date: DateMention) -> bool:
    """Whether a day stands beside a word of speaking, or opens a sentence on a figure."""
    for attribution in notes.attributions:
        if not sentence.span.contains(attribution.cue):
            continue
        cue = attribution.cue
        gap = (
            notes.text[cue.end : date.span.start]
            if date.span.start >= cue.end
            else notes.text[date.span.end : cue.start]
        )
        if len(gap) < 50 and len(gap.split()) <= 4 and not re.search(r"[;]|\bthat\b", gap):
            return True
    opening = notes.text[date.span.end : sentence.span.end]
    return bool(
        re.match(
            r",?\s+(?:the|its|their)\s+(?:\w+\s+)?(?:figure|number|total|tally|count)\b",
            opening,
            re.IGNORECASE,
        )
    )
