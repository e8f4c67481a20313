"""Attackers told by going back to a name: "**the group** raided", "**its jets** bombed"."""

from __future__ import annotations

from bisect import bisect_right

from tallystick.extract.actors.sides import (
    OBJECTIVE,
    actor_ref,
    before_subject,
    last_group,
    sides,
    speaking_near,
)
from tallystick.extract.annotate import Annotations, Named, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.events.triggers import Trigger
from tallystick.extract.quotation.own_acts import MEN
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.vocab.actors import ActorKind
from tallystick.vocab.caseless import caseless

_SUBJECT = caseless(
    r"\b(?P<who>(?P<group>(?:the|this)\s+(?:same\s+)?(?:[\w-]+\s+)?(?:group|movement|militia|"
    r"organi[sz]ation|faction|outfit))|"
    rf"(?:its|their)\s+(?:own\s+)?(?:[\w-]+\s+)?{MEN}|it|they)\s+"
    r"(?:(?:had|has|have|also|then|later|again|since|first|reportedly|\w+ly)\s+){0,3}"
    r"(?P<carries>(?:carried out|launched|staged|mounted|conducted|made|fired)\s+"
    r"(?:[\w'’-]+\s+){0,4})?$"
)

_OFF = caseless(r"(?:went|goes|gone|going)\s+off|explod|detonat|burst")
_OBJECT = caseless(r"\s+(?:an?|the|its|their|two|three|several|\d+)\s")
_ARMED = frozenset(
    (
        *(ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.MINISTRY, ActorKind.MILITARY),
        *(ActorKind.SECURITY, ActorKind.INTELLIGENCE, ActorKind.COALITION),
        *(ActorKind.ARMED_GROUP, ActorKind.MILITIA, ActorKind.CRIMINAL),
    )
)


def anaphors(notes: Annotations, clause: Span, trigger: Trigger) -> list[Draft]:
    """The subject of an attack that only goes back to a side named before; one or none.

    "The group" is the last armed group; "it" and "its fighters" are of the side that the sentence
    so far, or else the one before, is about.
    """
    if trigger.passive:
        return []
    match = _SUBJECT.search(notes.text, clause.start, trigger.span.start)
    if match is None or trigger.verb == bool(match["carries"]):
        return []
    if match["who"].lower() in ("it", "they") and not trigger.strong:
        return []  # "it killed nine": the attack
    off = _OFF.match(notes.text, trigger.span.start, trigger.span.end)
    if off and match["who"].lower() == "it" and not _OBJECT.match(notes.text, trigger.span.end):
        return []  # "it went off": the bomb
    if not match["group"] and _told_by_a_side(notes, trigger.span):
        return []  # "the army said it shelled the town": says so of itself
    named = last_group(notes, match.start()) if match["group"] else _topic(notes, match.start())
    return [Draft(Field.ATTACKER, actor_ref(named), Span(*match.span("who")))] if named else []


def _told_by_a_side(notes: Annotations, span: Span) -> bool:
    spoken = (a for a in speaking_near(notes, span) if a.content.contains(span))
    return any(_may_attack(n) for a in spoken for n in inside(notes.actors, a.source))


def _topic(notes: Annotations, offset: int) -> Named | None:
    """The side that a sentence is about up to an offset, or the sentence before it."""
    at = bisect_right(notes.sentences, offset, key=lambda s: s.span.start) - 1
    if at < 0:
        return None
    here = _subjects(notes, Span(notes.sentences[at].span.start, offset))
    if here or not at:
        return here[0] if here else None
    before = _subjects(notes, notes.sentences[at - 1].span)
    return before[0] if before else None


def _subjects(notes: Annotations, region: Span) -> list[Named]:
    """The sides of a stretch that are no objects."""
    return [
        n
        for n in sides(notes, region)
        if _may_attack(n) and not OBJECTIVE.search(_before(notes, region, n))
    ]


def _before(notes: Annotations, region: Span, named: Named) -> str:
    return before_subject(notes, max(region.start, named.span.start - 40), named.span.start)


def _may_attack(named: Named) -> bool:
    kinds = () if named.actor is None else named.actor.covers or (named.actor.kind,)
    return named.actor is None or not _ARMED.isdisjoint(kinds)
