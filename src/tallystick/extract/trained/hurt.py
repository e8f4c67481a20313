"""How many persons a stretch of words tells of, where only the network sees that they were hurt."""

from __future__ import annotations

import re

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.grammar.counts import CountMention
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.model.values import Casualties, CountRange, PersonClass


def hurt_at(notes: Annotations, field: Field, span: Span) -> Draft | None:
    """The number in a stretch, or one for a person told alone; ``None`` where nobody is counted.

    "A man of 45" is one, and so are "the mayor" and "Comrade Ann Example".
    """
    who = _class(notes, span)
    counts = [c for c in inside(notes.counts, span) if not _is_age(notes.text, c)]
    if counts:
        value = Casualties(counts[0].count, who)
    elif (number := _uncounted(notes, span)) is not None:
        value = Casualties(number, who)
    else:
        return None
    return Draft(field, value, span)


def _class(notes: Annotations, span: Span) -> PersonClass:
    """What the last noun says, or the first that says more: "civilian victims"."""
    told = [hit.item.who for hit in reversed(inside(notes.persons, span))]
    return next((who for who in told if who is not PersonClass.PEOPLE), PersonClass.PEOPLE)


def _is_age(text: str, count: CountMention) -> bool:
    """ "A man of 45", "a boy aged 12", "a 61-year-old": how old, not how many."""
    before = text[max(0, count.span.start - _BEFORE) : count.span.start]
    return bool(_AGED.search(before) or _YEARS.match(text, count.span.end))


_BEFORE = 40
_AGED = re.compile(
    r"\b(?:aged|(?:man|woman|boy|girl|child|son|daughter|pupil|student|farmer|youth) of|"
    r"(?:father|mother|parent) of)\s+$",
    re.IGNORECASE,
)
_YEARS = re.compile(r"[-\s](?:year|month)s?[-\s]olds?\b", re.IGNORECASE)


def _uncounted(notes: Annotations, span: Span) -> CountRange | None:
    persons = inside(notes.persons, span)
    if persons:
        last = persons[-1]
        several = last.item.plural  # and their number may stand outside the stretch
        return None if several else CountRange.exactly(1, last.span.of(notes.text))
    name = _NAME.search(notes.text, span.start, span.end)
    return CountRange.exactly(1, name.group()) if name else None


_NAME = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+ (?:(?:al|bin|de|van)[- ])?[\"“]?[A-ZÀ-Þ][\w’'-]+")
