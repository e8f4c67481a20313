"""The day of an incident: by its own words, else the day told just before, else that of speaking.

The day that a running account has given goes on for what follows, but not everywhere: for an
incident at another place, or where somebody only spoke on that day, no further than to the next
sentence. What no words give stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from tallystick.extract.dates.mentions import DateMention
from tallystick.extract.dates.units import interval
from tallystick.extract.frames.frame import Frame
from tallystick.extract.mentions.mention import Mention
from tallystick.extract.places.geography import may_be_one
from tallystick.model.document import Span
from tallystick.model.statement import Standing
from tallystick.model.values import DatePrecision, PartialDate

__all__ = ["days_of"]

_PARAGRAPH = 400  # characters: about a paragraph of news
_NEXT = 1  # sentence
_A_YEAR = timedelta(days=366)


def days_of(
    frames: Sequence[Frame], published: PartialDate | None
) -> list[tuple[DateMention, ...]]:
    """For each incident of a document the words for its day; none where nothing gives it.

    What has happened has happened by the day of publication: "this week" ends there.
    """
    tellers = _tellers(frames)
    return [
        tuple(dict.fromkeys(_by(d, published) for d in _settled(frame, tellers, published)))
        for frame in frames
    ]


def _settled(
    frame: Frame, tellers: Mapping[Span, _Teller], published: PartialDate | None
) -> Sequence[DateMention]:
    given = [m.when for m in frame.mentions if m.when]
    own = [d for d in given if not _to_come(frame, d.date, published)]
    if own and not _only_later(frame, own):
        return [d for d in own if d.date.names_day] or own
    told = frame.assumed
    if told is not None and _goes_on(frame, told, tellers.get(told.span)):
        return [told]
    return [m.spoken for m in frame.mentions if m.spoken][:1]


def _to_come(frame: Frame, date: PartialDate, published: PartialDate | None) -> bool:
    """Whether a day told by its name is after the news of what has happened: that of something
    else. A log goes on after the day that it is known by, with dates in figures, for a year."""
    news = published.end if published else None
    if news is None or date.start is None or frame.standing is not Standing.HAPPENED:
        return False
    in_figures = re.search(r"\d", date.text) is not None
    return date.start - news > (_A_YEAR if in_figures else timedelta(0))


def _only_later(frame: Frame, own: Sequence[DateMention]) -> bool:
    """Whether only a later sentence has a time, a coarse one, where the first was news of a day:
    "the attacks intensified in late June"."""
    head = frame.mentions[0]
    later = all(m.sentence.index > head.sentence.index for m in frame.mentions if m.when)
    return head.spoken is not None and later and not any(d.date.is_fine for d in own)


@dataclass(frozen=True, slots=True)
class _Teller:
    """The mention that gives a day first; ``spoke`` where it is only a day of speaking."""

    mention: Mention
    spoke: bool


def _tellers(frames: Sequence[Frame]) -> dict[Span, _Teller]:
    found: dict[Span, _Teller] = {}
    for mention in (m for f in frames for m in f.mentions):
        if mention.when is not None:
            found[mention.when.span] = _Teller(mention, spoke=False)
        if mention.spoken is not None:
            found.setdefault(mention.spoken.span, _Teller(mention, spoke=True))
    return found


def _goes_on(frame: Frame, told: DateMention, teller: _Teller | None) -> bool:
    """Whether a day told before is that of an incident too."""
    head = frame.mentions[0]
    near = head.clause.start - told.span.end < _PARAGRAPH
    if head.subordinate or not (near or head.spoken is None):
        return False
    if told is head.under:
        return True
    if teller is not None and _told_anew(frame, teller.mention):
        return False
    if teller is None or head.sentence.index - teller.mention.sentence.index <= _NEXT:
        return True
    return not teller.spoke and not _elsewhere(frame, teller.mention)


def _told_anew(frame: Frame, teller: Mention) -> bool:
    """Whether a paragraph of its own, with a place of its own, is news of the day of speaking:
    "(paragraph) The Front **said on Wednesday** it had ambushed a column at Ashmar"."""
    head = frame.mentions[0]
    own = head.spoken is not None and head.sentence.paragraph > teller.sentence.paragraph
    here, there = frame.where, teller.where
    return own and here is not None and there is not None and here.name != there.place.name


def _elsewhere(frame: Frame, teller: Mention) -> bool:
    where = frame.where
    return (
        where is not None
        and teller.where is not None
        and may_be_one(teller.where.place, where) is False
    )


def _by(words: DateMention, published: PartialDate | None) -> DateMention:
    date, news = words.date, published.end if published else None
    if date.precision is not DatePrecision.WEEK or news is None:
        return words
    if date.start is None or date.end is None or not date.start <= news < date.end:
        return words
    return replace(words, date=replace(interval(date.start, news), text=date.text))
