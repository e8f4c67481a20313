"""Who those counted were: "of the dead, one was a guard", "the dead are two men and a boy".

What stands before says what befell them; each number is followed by who so many of them were. So
is a number that goes back to them ("three of them were children", "seven were guards").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.grammar.counts import CountMention, number
from tallystick.extract.grammar.sentences import Sentence
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.model.values import Casualties, CountRange, PersonClass
from tallystick.vocab.caseless import caseless

__all__ = ["makeup", "without_vague"]

_DEAD = r"(?:dead|killed|slain|victims|fatalities|who\s+died)"
_HURT = r"(?:wounded|injured|hurt)"
_OF = caseless(
    r"\b(?:of|among)\s+(?:(?:the|these|those|its|their|[\w-]+[’']s)\s+(?:[\w-]+\s+)?"
    rf"(?:(?P<dead>{_DEAD})|(?P<hurt>{_HURT}))|"
    r"whom)\b(?:\s+on\s+board)?,?\s+|"
    rf"\bof\s+(?:the|these|those)\s+(?P<number>\d[\d,]*|[a-z-]+)(?:\s+(?:people|persons|{_DEAD}|"
    rf"{_HURT}))?,\s+|"
    r"(?<!of\s)(?<!among\s)\bthe\s+(?P<list>dead|victims|fatalities)\s+(?:are|were|as)\s+"
)
_SOME_OF = re.compile(  # "three | of them were children"
    rf"\s+of\s+(?:them|whom|these|(?:the|those|these)\s+(?:(?P<dead>{_DEAD})|(?P<hurt>{_HURT}))|"
    r"those)(?:\s+(?:in|at|on)\s+[\w\s’'-]{1,40}?)?\s+(?:was|were|are|is|being)\b",
    re.IGNORECASE,
)
_WERE = re.compile(r"\s+(?:was|were|are|is)\b", re.IGNORECASE)
_OPENS = re.compile(r"\W*(?:at\s+least\s+|about\s+|some\s+)?", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:[,.;:)]|$|and\b|who\b|from\b|under\b|aged\b|shot\b|killed\b)")
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
    counts = inside(notes.counts, sentence.span)
    numbers = {c.span.end for c in counts}
    for opened in _OF.finditer(notes.text, *_ends(sentence)):
        if opened.start() - 1 in numbers:
            continue  # "two of the wounded, a clerk and a nurse, ..."
        before = [d for d in told if d.span.end <= opened.start()]
        field = _field_of(opened, before, earlier)
        if field is not None:
            yield from _listed(notes, Span(opened.end(), sentence.span.end), field, told)
    plain = [d for d in told if not _is_vague(d)]
    for count in counts:
        yield from _some_of(notes, sentence, count, plain, earlier)


def _field_of(
    opened: re.Match[str], before: Sequence[Draft], earlier: Callable[[], Sequence[Draft]]
) -> Field | None:
    """What befell those that are opened up: by their word, or as told last of so many."""
    if opened["dead"] or opened["list"]:
        return Field.KILLED
    if opened["hurt"]:
        return Field.INJURED
    if not opened["number"]:
        return _last(before) or _last(earlier())
    try:
        value = number(opened["number"])
    except KeyError:
        return None  # "of the town, ..."
    return _last([d for d in (*earlier(), *before) if _number(d) == value])


def _number(draft: Draft) -> int | None:
    return draft.value.count.best if isinstance(draft.value, Casualties) else None


def without_vague(told: Sequence[Draft], parts: Sequence[Draft]) -> list[Draft]:
    """What is told but for persons without a number that a part counts: "three of them were
    bandits | shot by officers"."""
    return [d for d in told if not (_is_vague(d) and any(p.span.overlaps(d.span) for p in parts))]


def _is_vague(draft: Draft) -> bool:
    return isinstance(draft.value, Casualties) and draft.value.count == CountRange(2, None)


def _some_of(
    notes: Annotations,
    sentence: Sentence,
    count: CountMention,
    told: Sequence[Draft],
    earlier: Callable[[], Sequence[Draft]],
) -> Iterator[Draft]:
    """The part that a number is of those told before, with those listed after it."""
    text, end = notes.text, sentence.span.end
    some = _SOME_OF.match(text, count.span.end, end)
    were = None if some else _WERE.match(text, count.span.end, end)
    verb = some or (were if _OPENS.fullmatch(text, sentence.span.start, count.span.start) else None)
    if verb is None or any(d.span.overlaps(count.span) for d in told):
        return
    before = [d for d in told if d.span.end <= count.span.start] or earlier()
    fields = {d.field for d in before}
    field = Field.KILLED if some and some["dead"] else _last(before)
    field = Field.INJURED if some and some["hurt"] else field
    if field is None or (were and len(fields) > 1):
        return
    wholes = [d.value for d in before if d.field is field and isinstance(d.value, Casualties)]
    for part in _listed(notes, Span(count.span.start, end), field, told):
        if not isinstance(part.value, Casualties) or not _is_part(part.value, wholes):
            return
        if were and not _ENDS.match(text, part.span.end, end):
            return  # "two were police stations"
        yield part


def _is_part(part: Casualties, wholes: Sequence[Casualties]) -> bool:
    """Whether so many may be some of those told before, and are of another class."""
    many = part.count.best or 0
    larger = [w for w in wholes if (w.count.best or 0) >= many]
    return bool(larger) and part.who not in (larger[-1].who, PersonClass.PEOPLE)


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
    some = _SOME_OF.match(notes.text, count.span.end, end)
    start = some.end() if some else count.span.end
    near = Span(start, min(end, start + _LONGEST))
    for hit in inside(notes.persons, near):
        if _NOUN.fullmatch(notes.text, start, hit.span.start):
            return Span(count.span.start, hit.span.end), hit.item.who
    return None


def _last(drafts: Sequence[Draft]) -> Field | None:
    hurt = [d.field for d in drafts if d.field in (Field.KILLED, Field.INJURED)]
    return hurt[-1] if hurt else None


def _ends(sentence: Sentence) -> tuple[int, int]:
    return sentence.span.start, sentence.span.end
