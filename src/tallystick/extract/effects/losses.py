"""Killed and injured told in one number over a time: "has inflicted 400 casualties since May".

One sum of both has no field of an incident; over many incidents it is a tally of its own unit.
So are those told as gone: "43 foreigners have disappeared since January".
"""

from __future__ import annotations

from collections.abc import Iterator

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.effects.figure_words import Figure
from tallystick.extract.effects.tolls import clause_of, of_many, over_time
from tallystick.extract.grammar.sentences import Sentence
from tallystick.model.document import Span
from tallystick.model.statement import TallyUnit
from tallystick.model.values import PersonClass
from tallystick.vocab.caseless import caseless

__all__ = ["gone", "losses"]

_LEAST = 3
_HUNDREDS = 100
_CASUALTIES = caseless(r"\s+(?:(?!(?:fatal|civilian)\b)[\w-]+\s+){0,2}?casualties\b")
_BOTH = r"(?:killed|dead|died|slain)\s+(?:or|and|and/or)\s+(?:wounded|injured|hurt)\b"
_OF_BOTH = caseless(  # "909 persons have been killed or wounded", "nine dead and injured"
    r"(?:\s+(?!(?:and|or|were|have|had)\b)[\w’'-]+){0,5}?(?:\s*(?:--?|[–—])[^.;–—]{3,80}?(?:--?|[–—]))?"
    rf"(?:\s+(?:were|are|(?:have|had|has)\s+been))?\s+(?:either\s+|reported\s+)?{_BOTH}"
    r"(?!\s+(?:at\s+least|about|some|more|over|another|\d|two|three|four|five|six|seven|eight|nine|ten|dozens))"
)
_BEFORE_BOTH = caseless(rf"\b{_BOTH}\s+$")
_HAVE = caseless(  # "there have been 400", "that they have inflicted 400": up to now
    r"\b(?:has|have|had)\s+(?:\w+ly\s+)?(?:been|inflicted|caused|suffered|sustained|taken)\s+"
    r"(?:[\w-]+\s+){0,3}$"
)
_ONE_EVENT = caseless(  # "the bombing has caused 150"
    r"\b(?:the|this|that|an?)\s(?:[\w-]+\s){0,2}?(?:explosion|blast|bomb|bombing|attack|strike|raid|"
    r"ambush|shelling|shooting|assault|bombardment|massacre)\b"
)
_OVER_DAYS = caseless(
    r"\b(?:over|in|during|within|after)\s+(?:the\s+)?(?:(?:course|space)\s+of\s+)?"
    r"(?:\d{1,2}|two|three|four|five|six|seven|ten|several)\s+days\b"
)
_REACH = 60  # characters before a number


def losses(notes: Annotations, sentence: Sentence) -> Iterator[Figure]:
    """The numbers of casualties of a sentence that are those of many incidents."""
    for count in inside(notes.counts, sentence.span):
        noun = _noun(notes, sentence, count.span)
        number = count.count.best or 0
        if noun is None or number < _LEAST:
            continue
        span = Span(count.span.start, noun)
        if _is_over_time(notes, clause_of(notes, sentence, span), span, number):
            what = " ".join(notes.text[count.span.end : noun].split())
            unit, who = TallyUnit.CASUALTIES, PersonClass.PEOPLE
            yield Figure(count.count, count.span, span, what, "", unit=unit, who=who)


def gone(notes: Annotations, sentence: Sentence) -> Iterator[Figure]:
    """ "43 foreigners have been seized since January", "19 unionists have disappeared"."""
    start, end = sentence.span.start, sentence.span.end
    if not _ARE_GONE.search(notes.text, start, end):
        return
    timed = over_time(notes, sentence.span)
    for person in inside(notes.persons, sentence.span) if timed else ():
        fate = _ARE_GONE.match(notes.text, person.span.end, end)
        count = inside(notes.counts, Span(max(start, person.span.start - 30), person.span.start))
        if fate is None or not count or (count[-1].count.best or 0) < _LEAST:
            continue
        number, span = count[-1].span, Span(count[-1].span.start, fate.end())
        what = " ".join(notes.text[number.end : fate.end()].split())
        unit, who = TallyUnit.ABDUCTED, person.item.who
        yield Figure(count[-1].count, number, span, what, "", unit=unit, who=who)


_ARE_GONE = caseless(
    r"\s+(?:who\s+)?(?:has|have|had)\s+(?:been\s+)?(?:\w+ly\s+)?(?:seized|snatched|disappeared|vanished|gone\s+missing|"
    r"taken(?=\s+(?:hostage|captive)))\b"
)


def _noun(notes: Annotations, sentence: Sentence, number: Span) -> int | None:
    """Where the words end that make a number one of killed and injured together."""
    text, end = notes.text, sentence.span.end
    told = _CASUALTIES.match(text, number.end, end) or _OF_BOTH.match(text, number.end, end)
    if told is not None:
        return told.end()
    if not _BEFORE_BOTH.search(text, max(sentence.span.start, number.start - _REACH), number.start):
        return None
    return next(
        (p.span.end for p in inside(notes.persons, Span(number.end, number.end + 40))), None
    )


def _is_over_time(notes: Annotations, clause: Span, at: Span, number: int) -> bool:
    before = (max(clause.start, at.start - _REACH), at.start)
    if number >= _HUNDREDS and _HAVE.search(notes.text, *before):
        return _ONE_EVENT.search(notes.text, *before) is None
    over = _OVER_DAYS.search(notes.text, clause.start, clause.end)
    return over is not None or of_many(notes, clause, at, number)
