"""The class of persons that the name of their side tells: "twenty members of the militia"."""

from __future__ import annotations

import re

from tallystick.extract.annotate import Annotations, Named, inside
from tallystick.model.document import Span
from tallystick.model.values import PersonClass
from tallystick.vocab.actors import ActorKind

_MEMBERS = re.compile(r"(?:members?|elements?|personnel|\bmen)$", re.IGNORECASE)
_LEADERS = re.compile(
    r"(?:leaders?|commanders?|chiefs?|heads?|emirs?|operatives?|cadres?|figures?)$", re.IGNORECASE
)
_OF_SIDE = re.compile(
    r"\s+(?:of|from)\s+(?:the\s+|an?\s+)?(?:[a-z-]+\s+){0,2}$"
)  # "of the hardline group X"
_REACH = 50  # characters from the noun to the name of the side
_FIGHTERS = (ActorKind.ARMED_GROUP, ActorKind.MILITIA, ActorKind.CRIMINAL)
_FORCES = (
    ActorKind.MILITARY,
    ActorKind.POLICE,
    ActorKind.SECURITY,
    ActorKind.COALITION,
    ActorKind.PEACEKEEPERS,
)


def of_side(notes: Annotations, noun: Span) -> PersonClass:
    """What the members of a named side are: fighters, forces, or people of no known class."""
    if not _MEMBERS.search(noun.of(notes.text)):
        return PersonClass.PEOPLE
    return _side_beside(notes, noun)


def leads_fighters(notes: Annotations, noun: Span) -> bool:
    """Whether a leader is one of an armed group: "a Front leader", "chiefs of the militia"."""
    told = _LEADERS.search(noun.of(notes.text)) is not None
    return told and _side_beside(notes, noun) is PersonClass.ARMED_GROUP


def _side_beside(notes: Annotations, noun: Span) -> PersonClass:
    for named in inside(notes.actors, Span(max(0, noun.start - _REACH), noun.end + _REACH)):
        before = named.span.end <= noun.start and notes.text[named.span.end : noun.start] == " "
        after = notes.text[noun.end : max(noun.end, named.span.start)]
        if before or _OF_SIDE.fullmatch(after):
            return _class_of(named)
    return PersonClass.PEOPLE


def _class_of(named: Named) -> PersonClass:
    kind = named.actor.kind if named.actor else ActorKind.ARMED_GROUP
    covers = named.actor.covers if named.actor and kind is ActorKind.COLLECTIVE else (kind,)
    if any(k in _FIGHTERS for k in covers):
        return PersonClass.ARMED_GROUP
    return PersonClass.FORCES if any(k in _FORCES for k in covers) else PersonClass.PEOPLE
