"""Incidents dated by one another: "two days after the raid on Velm", "it came a week after jets
had hit the mill".

Where a count hangs on an event, the event has one day and what stands beside the count another.
Either can be the one that is known: by words of its own, or since it was told before. An event is
known again by its names and nouns; days that nothing gives stay unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.dates.from_events import THE_EVENT, FromEvent, from_events
from tallystick.extract.dates.mentions import DateMention, DateRole
from tallystick.extract.dates.units import interval
from tallystick.extract.mentions.mention import Mention
from tallystick.model.document import Span

__all__ = ["counted"]

_CAME = re.compile(r"\b(?:came|comes|coming|followed|happened|occurred|took place)\b", re.I)
_WORD = re.compile(r"[^\W\d_][\w’-]{3,}")
_NAME = re.compile(r"\b[A-ZÀ-Þ][\w’-]+")
_PLAIN = re.compile(
    r"(?:this|that|they|their|these|those|with|from|when|were|been|have|into|also|same|other|"
    r"attacks?|people|forces?|fighters|men|after|before|under|over|during|which)$"
)


def counted(notes: Annotations, found: Sequence[Mention]) -> list[Mention]:
    """The mentions of a document, with the days of those that are counted from one another."""
    made = list(found)
    for sentence in dict.fromkeys(m.sentence for m in found if m.trigger):
        for count in from_events(notes.text, sentence.span):
            if any(d.span.overlaps(count.span) for d in _days(notes, sentence.span)):
                continue
            for at, mention in enumerate(made):
                if mention.sentence == sentence and mention.trigger:
                    made[at] = _dated(notes, count, made, at)
    return made


def _days(notes: Annotations, span: Span) -> list[DateMention]:
    """The days told in a stretch."""
    found = inside(notes.dates, span)
    return [d for d in found if d.role is DateRole.WHEN and d.date.names_day]


def _dated(notes: Annotations, count: FromEvent, found: Sequence[Mention], at: int) -> Mention:
    """A mention with the day that a count in its sentence gives, if it has none of its own."""
    mention = found[at]
    inner = count.event.contains(mention.anchor)
    own = mention.when
    if own and own.date.is_fine and count.event.contains(own.span) is inner:
        return replace(mention, apart=inner and count.days != (0, 0))
    if not inner and not _is_beside(count, found, at):
        return mention
    base = _beside(notes, count, found, at) if inner else _of_event(notes, count, found, at)
    away = count.days != (0, 0) and (inner or _has_day(count, found, mention))
    apart = replace(mention, apart=away or mention.apart)
    if count.days is None or base is None or base.date.start is None or base.date.end is None:
        return apart
    if not (base.date.is_day or (base.date.is_fine and count.days == (0, 0))):
        return apart
    least, most = (-count.days[1], -count.days[0]) if inner else count.days
    first, last = base.date.start + timedelta(days=least), base.date.end + timedelta(days=most)
    news = notes.document.published
    if news is not None and news.end is not None and first > news.end:
        return mention
    date = replace(interval(first, last), text=count.span.of(notes.text))
    told = apart if inner else mention
    return replace(told, when=DateMention(count.span, date, DateRole.WHEN, base.span))


def _has_day(count: FromEvent, found: Sequence[Mention], mention: Mention) -> bool:
    """Whether what a mention was some time after, or before, has a day of its own."""
    return any(
        m.when is not None and count.event.contains(m.anchor)
        for m in found
        if m.sentence == mention.sentence
    )


def _is_beside(count: FromEvent, found: Sequence[Mention], at: int) -> bool:
    """Whether a mention is what the count dates: the next after it, or the last before it."""
    outer = [
        m
        for m in found
        if m.sentence == found[at].sentence and m.trigger and not count.event.contains(m.anchor)
    ]
    after = [m for m in outer if m.anchor.start >= count.event.end]
    before = [m for m in outer if m.anchor.end <= count.span.start]
    return found[at] in (after[:1] if count.opens else before[-1:])


def _beside(
    notes: Annotations, count: FromEvent, found: Sequence[Mention], at: int
) -> DateMention | None:
    """The day of what stands beside a count: by words of its sentence, else that of the incident
    told before, where it goes back to this ("It came two days after ...")."""
    sentence = found[at].sentence
    beside = [d for d in _days(notes, sentence.span) if not count.event.contains(d.span)]
    if beside:
        return min(beside, key=lambda d: abs(d.span.start - count.span.start))
    outer = [
        m
        for m in found
        if m.sentence == sentence and m.trigger and not count.event.contains(m.anchor)
    ]
    lead = notes.text[sentence.span.start : count.span.start]
    if not _CAME.search(lead):  # "on the day after the raid the dead were three": no incident
        return next((m.when for m in outer if m.when), None)
    return _last_day(m for m in found[:at] if m.sentence.index < sentence.index)


def _last_day(found: Iterable[Mention]) -> DateMention | None:
    told = [m for m in found if m.trigger]
    days = [d for d in (m.when or m.setting for m in told) if d]
    days = days or [d for d in (m.spoken for m in told) if d]
    return next((d for d in reversed(days) if d.date.is_day), None)


def _of_event(
    notes: Annotations, count: FromEvent, found: Sequence[Mention], at: int
) -> DateMention | None:
    """The day of what a count hangs on: its own, else that of the mention that has most of its
    names and nouns; of "the raid" with nothing else that of the incident told last."""
    own = _days(notes, count.event)
    if own:
        return own[0]
    here, event = found[at].sentence.index, count.event.of(notes.text)
    told = [m for m in found if m.trigger and m.sentence.index != here and m.when]
    words, names = _words(event), _words(" ".join(_NAME.findall(event)))
    shared = [
        len((words if m.sentence.index < here else names) & _words(m.sentence.span.of(notes.text)))
        for m in told
    ]
    if any(shared):
        near = [m for n, m in zip(shared, told, strict=True) if n == max(shared)]
        return min(near, key=lambda m: abs(m.sentence.index - here)).when
    if not THE_EVENT.fullmatch(event):
        return None
    return _last_day(m for m in found if m.sentence.index < here)


def _words(text: str) -> frozenset[str]:
    """The words by which an event is known again."""
    found = (w.casefold().removesuffix("s").removesuffix("’") for w in _WORD.findall(text))
    return frozenset(w for w in found if not _PLAIN.match(w))
