"""Quantified persons: "two soldiers", "at least 15 civilians", "no one", "three others"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.counts import CountMention
from tallystick.extract.roles import actor_ref
from tallystick.extract.sentences import Sentence
from tallystick.model.document import Span
from tallystick.model.values import ActorRef, CountRange, PersonClass
from tallystick.vocab.lexicon import PersonWord
from tallystick.vocab.matching import Hit

_GAP = re.compile(
    r"(?:\s+(?:of\s+)?(?:the|its|their|our|his)?\s*)?(?:[\w.'’-]+\s+){0,5}(?:of\s+)?$"
)
_BREAK = re.compile(r"\b(?:and|or|by|in|on|at|to|from|with|who|which|that|were|was|when)\b", re.I)
_NOBODY = re.compile(r"\b(?:no[\s-]?one|nobody|none)\b", re.IGNORECASE)
_AFTER_BARE = re.compile(
    r"\s+(?:others?|more|of them|people)?\s*(?:(?:were|was|have been|had been|are|is|"
    r"being)\s+)?(?:\w+ly\s+)?"
    r"(?:killed|wounded|injured|hurt|dead|died|kidnapped|abducted|missing|lives|deaths|"
    r"fatalities)\b",
    re.IGNORECASE,
)
_BEFORE_BARE = re.compile(
    r"\b(?:kill(?:ed|s|ing)|wound(?:ed|s|ing)|injur(?:ed|es|ing)|hurt(?:ing)?|left|leaving|dead|"
    r"toll (?:of|to|at|reached|stood at|stands at|rises to|rose to))\s+(?:another\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Persons:
    """Persons with their number, class and side; ``counted`` when the words give a number."""

    span: Span
    count: CountRange
    who: PersonClass
    owner: ActorRef | None
    counted: bool


def persons(notes: Annotations, sentence: Sentence) -> list[Persons]:
    """The persons of a sentence in order; a bare number beside "killed" takes the class of
    the persons before it ("killing eight militants and wounding five")."""
    nouns = list(_with_nouns(notes, sentence))
    found = sorted([*nouns, *_bare(notes, sentence, nouns)], key=lambda p: p.span)
    return [_classed(found, index) for index in range(len(found))]


def _with_nouns(notes: Annotations, sentence: Sentence) -> Iterator[Persons]:
    hits = inside(notes.persons, sentence.span)
    for index, hit in enumerate(hits):
        if index + 1 < len(hits) and _heads(notes.text, hit.span, hits[index + 1].span):
            continue  # "police officers", "civilian contractors": the last noun counts
        yield _person(notes, sentence, hit, hits[index - 1].span.end if index else 0)
    for match in _NOBODY.finditer(notes.text, sentence.span.start, sentence.span.end):
        zero = CountRange.exactly(0, match.group())
        yield Persons(Span(*match.span()), zero, PersonClass.PEOPLE, None, True)


def _heads(text: str, first: Span, second: Span) -> bool:
    return text[first.end : second.start].strip(" -") == ""


def _person(notes: Annotations, sentence: Sentence, hit: Hit[PersonWord], floor: int) -> Persons:
    count = _count_before(notes, sentence, hit.span.start, floor)
    start = count.span.start if count else _noun_start(notes, hit)
    span = Span(start, hit.span.end)
    if count is not None:
        value = count.count
    elif hit.item.plural:
        value = CountRange(2, None, hit.span.of(notes.text))
    else:
        value = CountRange.exactly(1, hit.span.of(notes.text))
    return Persons(span, value, hit.item.who, _owner(notes, span), count is not None)


def _count_before(
    notes: Annotations, sentence: Sentence, offset: int, floor: int
) -> CountMention | None:
    region = Span(max(sentence.span.start, offset - 70), offset)
    for count in reversed(inside(notes.counts, region)):
        gap = notes.text[count.span.end : offset]
        if _GAP.fullmatch(gap) and not _BREAK.search(gap) and count.span.start >= floor:
            return count
        if count.count.text.lower() not in ("a", "an"):
            return None
    return None


def _noun_start(notes: Annotations, hit: Hit[PersonWord]) -> int:
    owners = [
        a.span.start
        for a in notes.actors
        if a.span.end <= hit.span.start and notes.text[a.span.end : hit.span.start].strip() == ""
    ]
    return min([hit.span.start, *owners])


def _owner(notes: Annotations, span: Span) -> ActorRef | None:
    inner = [a for a in notes.actors if a.span.overlaps(span)]
    return actor_ref(inner[0]) if inner else None


def _bare(notes: Annotations, sentence: Sentence, nouns: Sequence[Persons]) -> Iterator[Persons]:
    taken = [p.span for p in nouns]
    for count in inside(notes.counts, sentence.span):
        if any(t.overlaps(count.span) for t in taken) or count.count.text.lower() in ("a", "an"):
            continue
        after = _AFTER_BARE.match(notes.text, count.span.end, sentence.span.end)
        before = _BEFORE_BARE.search(notes.text[sentence.span.start : count.span.start])
        if after or before:
            yield Persons(count.span, count.count, PersonClass.PEOPLE, None, True)


def _classed(found: Sequence[Persons], index: int) -> Persons:
    this = found[index]
    if this.who is not PersonClass.PEOPLE or index == 0 or this.count.low == 0:
        return this
    before = found[index - 1]
    if before.span.end > this.span.start or this.span.end - this.span.start > 14:
        return this
    return Persons(this.span, this.count, before.who, before.owner, this.counted)
