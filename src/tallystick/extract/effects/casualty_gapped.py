"""Numbers whose verb is left out: "killing five in Ashmar and two in Velm", "three at the gate"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.drafts import Draft, union
from tallystick.extract.effects.casualty_syntax import VERB
from tallystick.extract.effects.persons_counted import IN_THE_BODY
from tallystick.extract.grammar.counts import CountMention
from tallystick.extract.grammar.sentences import Sentence
from tallystick.model.statement import Field
from tallystick.model.values import Casualties
from tallystick.vocab.pattern import Pattern

__all__ = ["died_there", "gapped"]

_LONGEST = 110  # characters from one number to the next
_AT = r"(?:in|at|near|on|outside|inside|around|along|by|from|since)"
_JOINED = Pattern(  # "... in Ashmar and another", "... at the gate, while"
    r"[,;]?\s+(?:and|while|but|with|then)\s+(?:also\s+|another\s+|a further\s+)?$|"
    r"[,;]\s+(?:another\s+|a further\s+)?$",
    re.IGNORECASE,
)
_SET = Pattern(  # where, when or in which of them those of a number fell
    rf"(?:\s+(?:other|more|people|persons|others))?\s+{_AT}\s+"
    r"(?!(?:two|three|four|five|ten|\d+|turn|addition|response|retaliation|fact|return|total|all|hospital|critical|serious|"
    r"custody|favou?r|board|foot|suspicion|charges|average)\b)",
    re.IGNORECASE,
)
_SAME = Pattern(rf"[^.;\d]*?\b{_AT}\s+[^.;]{{3,}}", re.IGNORECASE)
_OWN_VERB = Pattern(
    r"\b(?:is|are|was|were|has|have|had|hit|hurt|wounded|injured|dead|died|missing|arrested|"
    r"injuring|wounding)\b",
    re.IGNORECASE,
)
_NOT_PERSONS = ("a", "an", "another", "some", "both", "no")


def gapped(notes: Annotations, sentence: Sentence, told: Sequence[Draft]) -> Iterator[Draft]:
    """The counts of a sentence that take the verb of the one before them.

    Each count is followed by its own place, time or occasion; those hurt are of the class that the
    count before gives. ``told`` are the drafts of the sentence that were read outright.
    """
    hurt = [d for d in told if d.field in (Field.KILLED, Field.INJURED)]
    if not hurt:
        return
    last: Draft | None = None
    for count in inside(notes.counts, sentence.span):
        if any(d.span.overlaps(count.span) for d in hurt):
            last = None
            continue
        before = [d for d in hurt if d.span.end <= count.span.start]
        first = last or max(before, key=lambda d: d.span.end, default=None)
        wound = IN_THE_BODY.match(notes.text, count.span.end)
        if first is None or wound or not _goes_on(notes, sentence, first, count):
            last = None
            continue
        last = _with(first, count)
        yield last


def died_there(text: str, told: Sequence[Draft]) -> list[Draft]:
    """The drafts, with those who died in a hospital among the dead: "nine died at the gate and two
    more in hospital" tells of no wounded."""
    return [_dead(text, d) if d.field is Field.INJURED else d for d in told]


def _dead(text: str, draft: Draft) -> Draft:
    before = text[max(0, draft.span.start - _LONGEST) : draft.span.start]
    late = _IN_HOSPITAL.search(draft.span.of(text)) and _DIED_AND.search(before)
    return replace(draft, field=Field.KILLED) if late else draft


_IN_HOSPITAL = Pattern(
    r"^(?:an?\s+)?[\w-]+(?:\s+(?:more|others?|people))?\s+in\s+(?:the\s+)?hospital$", re.I
)
_DIED_AND = Pattern(
    rf"\bdied\s+(?:instantly|immediately|{_AT}\b[^.;,\d]{{3,40}}?|there),?\s+and\s+$", re.IGNORECASE
)


def _goes_on(notes: Annotations, sentence: Sentence, first: Draft, count: CountMention) -> bool:
    if count.count.text.lower() in _NOT_PERSONS or count.span.start - first.span.end > _LONGEST:
        return False
    gap = notes.text[first.span.end : count.span.start]
    joined = _JOINED.search(gap)
    if joined is None or not _SAME.match(gap, 0, joined.start()):
        return False
    if _OWN_VERB.search(gap) or VERB.search(gap):
        return False
    own = _SET.match(notes.text, count.span.end, sentence.span.end)
    return own is not None and not _has_verb(notes, sentence, own.end())


def _has_verb(notes: Annotations, sentence: Sentence, start: int) -> bool:
    """ "Killing two in Velm and 30 in Ashmar were hurt": another verb is said of these."""
    rest = re.split(r"[,.;]|\band\b", notes.text[start : sentence.span.end], maxsplit=1)[0]
    return _OWN_VERB.search(rest) is not None


def _with(first: Draft, count: CountMention) -> Draft:
    """The same of so many others; its words run from those of the first, whose verb it takes."""
    assert isinstance(first.value, Casualties)
    value = replace(first.value, count=count.count)
    return replace(first, value=value, span=union(first.span, count.span))
