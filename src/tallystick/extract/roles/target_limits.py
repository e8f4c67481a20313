"""What stands where a target would and is none: the place itself, those who were hurt there."""

from __future__ import annotations

import re

from tallystick.extract.actors.sides import OBJECTIVE, before_subject
from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.events.triggers import Trigger
from tallystick.model.document import Span
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import PersonClass
from tallystick.vocab.caseless import caseless
from tallystick.vocab.lexicon import Strength
from tallystick.vocab.pattern import Pattern

# Nouns for whole places: a target when they are what is shelled, no target when it was there.
_SETTLEMENTS = frozenset(
    [
        *("city", "town", "village", "district", "quarter", "area", "street", "suburb", "road"),
        *("neighborhood", "neighbourhood", "highway", "settlement", "block", "hamlet"),
    ]
)
_HELD = frozenset(("stronghold", "bastion", "enclave", "countryside", "province", "region"))
_BROAD = frozenset(
    ["mission", "party", "queue", "bar", "branch", "company", "mine", "cell", "court"]
)


def only_there(notes: Annotations, trigger: Trigger, span: Span) -> bool:
    """ "An explosion in the area", "shot outside a bakery": where it was, not what was aimed at."""
    if trigger.word.kind in _OF_PERSONS:
        return True
    words = span.of(notes.text).lower()
    return words in _BROAD or words.removesuffix("s") in _SETTLEMENTS or words.split()[-1] in _HELD


_OF_NAME = Pattern(r"s?\s+of\s+(?:[\w’'-]+\s+){0,2}?(?=[A-Z])")


def only_hurt(notes: Annotations, trigger: Trigger, span: Span) -> bool:
    """ "Killed nine villagers": the toll, not what was aimed at; "killed a journalist" is both."""
    hurt = [p.item for p in inside(notes.persons, span) if p.span.end == span.end]
    if not trigger.verb and any(p.who in _BYSTANDERS for p in hurt):
        told = _HURT.search(notes.text, trigger.span.end, max(trigger.span.end, span.start))
        if told is not None:
            return True  # "the shelling of the area killed nine villagers"
    if not tells_toll(trigger) and trigger.word.kind not in _OF_PERSONS:
        return False
    if not tells_toll(trigger):
        at = _FIRED_AT.match(notes.text, trigger.span.end, max(trigger.span.end, span.start))
        return at is None and any(p.who in _BYSTANDERS for p in hurt)
    return any(p.plural or p.who not in _MARKED for p in hurt)


_HURT = caseless(r"\b(?:kill(?:ed|s)|wounded|injured|hurt|left|leaves|claim(?:ed|s))\b")
_FIRED_AT = Pattern(r"\s+(?:on|at|upon|towards?|into)\b", re.IGNORECASE)
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


def is_day(notes: Annotations, span: Span) -> bool:
    """ "An attack on March 19": part of a date."""
    near = inside(notes.dates, Span(max(0, span.start - 20), span.end + 20))
    return any(d.span.overlaps(span) for d in near)


def is_part(notes: Annotations, span: Span) -> bool:
    """ "The rebel-held", "a bus driver", "a brigade headquarters", "the judge's house": it only
    describes another."""
    if notes.text.startswith("-", span.end):
        return True
    near = Span(max(0, span.start - 20), span.end + 40)
    heads = [h.span for h in inside(notes.targets, near)]
    if _POSSESSOR.match(notes.text, span.end):
        owns = any(_OWNED.fullmatch(notes.text, span.end, h.start) for h in heads)
        return owns or any(p.span.end == span.end for p in inside(notes.persons, span))
    heads += [h.span for h in inside(notes.persons, near)]
    after = [SHORT_NAME.sub("", notes.text[span.end : h.start]) for h in heads if h.end > span.end]
    return any(not gap.strip(" ") for gap in after)


_POSSESSOR = Pattern(r"['’]s?\s")
_OWNED = Pattern(r"['’]s?\s+(?:[a-z-]+\s+){0,2}")  # "the governor's hilltop compound"


SHORT_NAME = Pattern(r"\s+\([A-Z][\w-]{1,9}\)(?=\s)")  # "a Northern Front (NF) camp"


_HOMES = Pattern(
    r"\bresidential\s+$|\b\w+-(?:held|controlled|run|populated)\s+(?:\w+\s+)?$", re.IGNORECASE
)


_SUBJECT_OF = Pattern(
    r"\b(?:members?|dozens|hundreds|scores|number|group|groups|fighters|soldiers|some|all|many|most|"
    r"\d+|one|two|three|several|part|parts|half|convoy|positions|headquarters|ranks|employees|civilians|residents|students)\s+(?:of|from)\s+"
    r"(?:the\s+|a\s+|an\s+|their\s+)?(?:[\w'’-]+\s+){0,2}$",
    re.IGNORECASE,
)


def hangs(notes: Annotations, clause: Span, span: Span) -> bool:
    """Whether words are no head of a subject: "the hospital **of the army** was hit"."""
    before = before_subject(notes, max(clause.start, span.start - 50), span.start)
    found = OBJECTIVE.search(before) or _HANGING.search(before)
    return found is not None and not _SUBJECT_OF.search(before)


_HANGING = Pattern(  # "a convoy **evacuating** villagers", "a house used **as** a store"
    r"\b(?:as|(?!(?:during|morning|evening|building|surrounding|neighbou?ring|remaining|opposing|"
    r"fighting|training|housing|advancing|existing|following|leading|outlying|nothing|king|wing)\b)"
    r"[a-z]{2,}ing)\s+(?:(?:an?|the|its|their|his|her|two|three|several|some|dozens of|"
    r"hundreds of|\d+)\s+)?(?:[a-z-]+\s+)?$"
)


def laid_on(text: str, region: Span) -> list[Span]:
    """ "Blamed the ambush on **the Front**": whom it is laid on, and whom it has not hit."""
    found = (m.end() for m in _LAYS_ON.finditer(text, region.start, region.end))
    return [Span(at, min(region.end, at + _NAME)) for at in found if at < region.end]


_LAYS_ON = caseless(
    r"\b(?:(?:blam(?:ed?|es|ing)|pinn(?:ed|ing))\s+(?:the|this|that|these|those|its|it|both)\b|"
    r"(?:put|puts|laid|lays?|plac(?:ed|es)|pinn(?:ed|ing))\s+(?:(?:the|full|all)\s+)*(?:blame|responsibility|guilt)\s+for\s)"
    r"[^.;,]{0,40}?\son\s+(?:the\s+|an?\s+)?(?=[\w’'-]+)"
)
_NAME = 24  # characters from whom it is laid on to the end of the name
