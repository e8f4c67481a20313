"""What stands where a target would and is none: the place itself, those who were hurt there."""

from __future__ import annotations

import re

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.events.triggers import Trigger
from tallystick.model.document import Span
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import PersonClass
from tallystick.vocab.lexicon import Strength

# Nouns for whole places: a target when they are what is shelled, no target when it was there.
_SETTLEMENTS = frozenset(
    [
        *("city", "town", "village", "district", "quarter", "area", "street", "suburb", "road"),
        *("neighborhood", "neighbourhood", "highway", "settlement", "block", "hamlet"),
    ]
)
_BROAD = frozenset(
    ["mission", "party", "queue", "bar", "branch", "company", "mine", "cell", "court"]
)


def only_there(notes: Annotations, trigger: Trigger, span: Span) -> bool:
    """ "An explosion in the area", "shot outside a bakery": where it was, not what was aimed at."""
    if trigger.word.kind in _OF_PERSONS:
        return True
    return span.of(notes.text).lower() in _SETTLEMENTS | _BROAD


_OF_NAME = re.compile(r"s?\s+of\s+(?:[\w’'-]+\s+){0,2}?(?=[A-Z])")


def only_hurt(notes: Annotations, trigger: Trigger, span: Span) -> bool:
    """ "Killed nine villagers": the toll, not what was aimed at; "killed a journalist" is both."""
    if not tells_toll(trigger) and trigger.word.kind not in _OF_PERSONS:
        return False
    hurt = [p.item for p in inside(notes.persons, span) if p.span.end == span.end]
    if not tells_toll(trigger):
        at = _FIRED_AT.match(notes.text, trigger.span.end, max(trigger.span.end, span.start))
        return at is None and any(p.who in _BYSTANDERS for p in hurt)
    return any(p.plural or p.who not in _MARKED for p in hurt)


_FIRED_AT = re.compile(r"\s+(?:on|at|upon|towards?|into)\b", re.IGNORECASE)
_HURTING = frozenset(("kill", "killing", "wound", "injure", "maim", "slay"))
_OF_PERSONS = (IncidentKind.SHOOTING, IncidentKind.STABBING)
_BYSTANDERS = (PersonClass.CIVILIANS, PersonClass.CHILDREN, PersonClass.PEOPLE)
_MARKED = (PersonClass.JOURNALISTS, PersonClass.OFFICIALS, PersonClass.AID_MEDICAL)


def tells_toll(trigger: Trigger) -> bool:
    """Whether it is a verb that tells who was hurt, not what was attacked."""
    return trigger.word.strength is Strength.WEAK and trigger.word.base in _HURTING


def is_where(notes: Annotations, span: Span) -> bool:
    """ "shelled the town of Ashmar", "hit the district": the place, which is told as such.

    Several of them without a name, homes, and those that are somebody's were aimed at: "villages",
    "a residential area", "a rebel-held town".
    """
    words = span.of(notes.text).lower()
    if _HOMES.search(notes.text[max(0, span.start - 40) : span.start]):
        return False
    if words in _SETTLEMENTS:
        return True
    if words.removesuffix("s") not in _SETTLEMENTS:
        return False
    match = _OF_NAME.match(notes.text, span.end, span.end + 40)
    return match is not None and any(
        p.span.start <= match.end() < p.span.end
        for p in inside(notes.places, Span(span.end, span.end + 90))
    )


def is_part(notes: Annotations, span: Span) -> bool:
    """ "The rebel-held", "a bus driver", "a brigade headquarters": it only describes another."""
    if notes.text.startswith("-", span.end):
        return True
    near = Span(max(0, span.start - 20), span.end + 40)
    heads = [h.span for h in inside(notes.targets, near)]
    heads += [h.span for h in inside(notes.persons, near)]
    after = [SHORT_NAME.sub("", notes.text[span.end : h.start]) for h in heads if h.end > span.end]
    return any(not gap.strip(" ") for gap in after)


SHORT_NAME = re.compile(r"\s+\([A-Z][\w-]{1,9}\)(?=\s)")  # "a Northern Front (NF) camp"


_HOMES = re.compile(
    r"\bresidential\s+$|\b\w+-(?:held|controlled|run|populated)\s+(?:\w+\s+)?$", re.IGNORECASE
)
