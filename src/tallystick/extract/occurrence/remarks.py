"""Where a document says whether something happened at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tallystick.extract.annotate import Annotations
from tallystick.extract.grammar.sentences import Sentence
from tallystick.extract.occurrence import words
from tallystick.extract.spoken import saying
from tallystick.model.document import Span
from tallystick.model.statement import Stance
from tallystick.vocab.caseless import Caseless

_LONGEST = 1500  # characters: a longer sentence is a list or a table


@dataclass(frozen=True, slots=True)
class Remark:
    """Words that deny, doubt or confirm that an incident happened."""

    span: Span
    stance: Stance
    sentence: Sentence


@lru_cache(maxsize=8)
def remarks(notes: Annotations) -> tuple[Remark, ...]:
    """The remarks of a document in order; of two that overlap the first found stands.

    A denial comes before a doubt, and both before a confirmation: "no truth in the reports, which
    could not be verified" are two.
    """
    made: list[Remark] = []
    for sentence in notes.sentences:
        if sentence.span.end - sentence.span.start > _LONGEST:
            continue
        found: list[Remark] = []
        for remark in _in_sentence(notes, sentence):
            if not any(remark.span.overlaps(known.span) for known in found):
                found.append(remark)
        made += sorted(found, key=lambda r: r.span)
    return tuple(made)


def _in_sentence(notes: Annotations, sentence: Sentence) -> Iterator[Remark]:
    for stance, may, patterns in _BY_STANCE:
        for span in _matches(notes.text, sentence.span, may, patterns):
            yield Remark(span, stance, sentence)
    may = words.MAY_DENY_IN_SPEECH
    for span in _matches(notes.text, sentence.span, may, words.DENIES_IN_SPEECH):
        if saying(notes, span):
            yield Remark(span, Stance.DENIES, sentence)


_BY_STANCE = (
    (Stance.DENIES, words.MAY_DENY, (*words.DENIES, *words.DENIES_BY_CAUSE)),
    (Stance.DOUBTS, words.MAY_DOUBT, words.DOUBTS),
    (Stance.CONFIRMS, words.MAY_CONFIRM, words.CONFIRMS),
)


def _matches(text: str, span: Span, may: Caseless, patterns: Sequence[Caseless]) -> Iterator[Span]:
    if may.search(text, span.start, span.end) is None:
        return
    for pattern in patterns:
        for match in pattern.finditer(text, span.start, span.end):
            left_open = words.LEFT_OPEN.search(
                text, max(span.start, match.start() - 60), match.start()
            )
            if not left_open and not words.TOLL.search(text, *match.span()):
                yield Span(*match.span())
