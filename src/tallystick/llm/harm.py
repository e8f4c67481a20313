"""The killed, injured and abducted in the words of a quote."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tallystick.extract.annotate import Annotations
from tallystick.extract.drafts import Draft
from tallystick.extract.effects.casualties import casualties
from tallystick.extract.effects.casualty_cues import cues
from tallystick.extract.effects.persons import persons
from tallystick.extract.grammar.counts import find_counts
from tallystick.extract.grammar.sentences import Sentence
from tallystick.llm.drops import Reason
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.model.values import Casualties, CountRange


def harmed(notes: Annotations, field: Field, span: Span, hint: str) -> Sequence[Draft] | Reason:
    """The casualties of one field that a quote gives, each with a number from its words.

    First as the rules read the sentence; where they find nobody, the persons in the quote,
    if a word for such harm stands in their sentence. A number of the model's that the words
    do not give drops them all.
    """
    sentences = [s for s in notes.sentences if s.span.overlaps(span)]
    found = [d for s in sentences for d in casualties(notes, s) if d.field is field]
    found = [d for d in found if d.span.overlaps(span) and _counted(notes, d, span)]
    if not found:
        beside = [s for s in sentences if _tells(notes, s, field)]
        if not beside:
            return Reason.NO_HARM
        found = [d for s in beside for d in _persons(notes, s, field, span)]
    fitting = _fitting(found, hint)
    if found and not fitting:
        return Reason.NUMBER
    return fitting or (Reason.NUMBER if number(hint) is not None else Reason.NO_VALUE)


def number(hint: str) -> int | None:
    """The number that a model read, where it is one: "3", "three", "3 soldiers"."""
    digits = re.match(r"\s*(\d[\d,]*)", hint)
    if digits:
        return int(digits[1].replace(",", ""))
    counts = find_counts(hint)
    return counts[0].count.best if counts else None


def _tells(notes: Annotations, sentence: Sentence, field: Field) -> bool:
    return any(c.harm.field is field for c in cues(notes.text, sentence.span))


def _persons(notes: Annotations, sentence: Sentence, field: Field, span: Span) -> list[Draft]:
    """The persons within the quote, each a statement of its own."""
    inside = [p for p in persons(notes, sentence) if span.contains(p.span)]
    return [Draft(field, Casualties(p.count, p.who, p.owner), p.span) for p in inside]


def _counted(notes: Annotations, draft: Draft, span: Span) -> bool:
    """Whether the quote holds the words of the draft's number."""
    value = draft.value
    if not isinstance(value, Casualties):
        return False
    words = " ".join(value.count.text.split()).casefold()
    if words in " ".join(span.of(notes.text).split()).casefold():
        return True
    same = [c for c in notes.counts if c.count == value.count and draft.span.contains(c.span)]
    return any(c.span.overlaps(span) for c in same)


def _fitting(found: Sequence[Draft], hint: str) -> list[Draft]:
    """Those that a model's number fits, or all, where it is their sum or there is none."""
    wanted = number(hint)
    if wanted is None:
        return list(found)
    counts = {id(d): d.value.count for d in found if isinstance(d.value, Casualties)}
    one = CountRange.exactly(wanted)
    exact = [d for d in found if counts[id(d)].best == wanted]
    agreeing = exact or [d for d in found if counts[id(d)].agrees(one)]
    if agreeing:
        return agreeing
    return list(found) if sum(c.low or 0 for c in counts.values()) == wanted else []
