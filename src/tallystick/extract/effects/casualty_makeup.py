"""Who those counted were: "of the dead, one was a guard", "the dead are two men and a boy".

What stands before says what befell them; each number is followed by who so many of them were.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.grammar.counts import CountMention
from tallystick.extract.grammar.sentences import Sentence
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.model.values import Casualties, PersonClass
from tallystick.vocab.caseless import caseless

__all__ = ["makeup"]

_OF = caseless(
    r"\b(?:of|among)\s+(?:(?:the|these|those|its|their|[\w-]+[’']s)\s+(?:[\w-]+\s+)?"
    r"(?:(?P<dead>dead|killed|slain|victims|fatalities|who\s+died)|(?P<hurt>wounded|injured|hurt))|"
    r"whom)\b(?:\s+on\s+board)?,?\s+|"
    r"(?<!of\s)(?<!among\s)\bthe\s+(?P<list>dead|victims|fatalities)\s+(?:are|were|as)\s+"
)
_NEXT = re.compile(r"(?:,?\s+and\s+|,\s+)?(?:(?:at least|about|some|only)\s+)?", re.IGNORECASE)
_NOUN = re.compile(
    r"\s+(?:(?:was|were|is|are)\s+)?(?:an?\s+|the\s+)?(?:[\w’'-]+\s+){0,3}", re.IGNORECASE
)
_LONGEST = 45  # characters from a number to the noun


def makeup(
    notes: Annotations,
    sentence: Sentence,
    told: Sequence[Draft],
    earlier: Callable[[], Sequence[Draft]],
) -> Iterator[Draft]:
    """The parts of those dead or hurt, each with its number and class.

    ``told`` is what the sentence says outright, ``earlier`` gives what those before it say.
    """
    numbers = {c.span.end for c in inside(notes.counts, sentence.span)}
    for opened in _OF.finditer(notes.text, *_ends(sentence)):
        if opened.start() - 1 in numbers:
            continue  # "two of the wounded, a clerk and a nurse, ..."
        dead = opened["dead"] or opened["list"]
        field = Field.KILLED if dead else Field.INJURED if opened["hurt"] else None
        before = [d for d in told if d.span.end <= opened.start()]
        if field is None:
            field = _last(before) or _last(earlier())
        if field is not None:
            yield from _listed(notes, Span(opened.end(), sentence.span.end), field, told)


def _listed(notes: Annotations, rest: Span, field: Field, told: Sequence[Draft]) -> Iterator[Draft]:
    at = rest.start
    for count in inside(notes.counts, rest):
        if count.span.start < at:
            continue  # the article of a noun
        found = _noun(notes, count, rest.end)
        if found is None or not _NEXT.fullmatch(notes.text, at, count.span.start):
            return
        span, who = found
        figure = count.count.high is not None or bool(re.search(r"\d|least", count.count.text))
        if figure and not any(d.span.overlaps(span) for d in told):
            yield Draft(field, Casualties(count.count, who), span)
        at = span.end


def _noun(notes: Annotations, count: CountMention, end: int) -> tuple[Span, PersonClass] | None:
    near = Span(count.span.end, min(end, count.span.end + _LONGEST))
    for hit in inside(notes.persons, near):
        if _NOUN.fullmatch(notes.text, count.span.end, hit.span.start):
            return Span(count.span.start, hit.span.end), hit.item.who
    return None


def _last(drafts: Sequence[Draft]) -> Field | None:
    hurt = [d.field for d in drafts if d.field in (Field.KILLED, Field.INJURED)]
    return hurt[-1] if hurt else None


def _ends(sentence: Sentence) -> tuple[int, int]:
    return sentence.span.start, sentence.span.end
