"""What was attacked, in the words of a quote."""

from __future__ import annotations

import re

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.places.mentions import most_specific
from tallystick.extract.roles import actor_ref
from tallystick.extract.roles.target_phrases import owner_of
from tallystick.extract.roles.targets import site_kind
from tallystick.llm.wording import is_pronoun, plain, trimmed
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.model.values import ActorRef, PersonClass, PlacePrecision, Target, TargetKind
from tallystick.vocab.actors import ActorKind

_LONGEST = 12  # words: more is a sentence and no name
_OF_PERSONS = {
    PersonClass.FORCES: TargetKind.MILITARY,
    PersonClass.ARMED_GROUP: TargetKind.ARMED_GROUP,
    PersonClass.CIVILIANS: TargetKind.CIVILIANS,
    PersonClass.CHILDREN: TargetKind.CIVILIANS,
    PersonClass.JOURNALISTS: TargetKind.MEDIA,
    PersonClass.AID_MEDICAL: TargetKind.MEDICAL,
    PersonClass.OFFICIALS: TargetKind.GOVERNMENT,
    PersonClass.CONTRACTORS: TargetKind.BUSINESS,
}
_OF_ACTORS = {
    ActorKind.ARMED_GROUP: TargetKind.ARMED_GROUP,
    ActorKind.MILITIA: TargetKind.ARMED_GROUP,
}
_NUMBER = re.compile(r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten)\s+", re.I)


def target_of(notes: Annotations, span: Span) -> Draft | None:
    """The target that a quote names; ``None`` where it names none or is a whole sentence."""
    name = trimmed(notes.text, span)
    number = _NUMBER.match(notes.text, name.start, name.end)
    name = Span(number.end(), name.end) if number and number.end() < name.end else name
    words = name.of(notes.text)
    if not words or len(words.split()) > _LONGEST or is_pronoun(words):
        return None
    kind = _kind(notes, name)
    near = [p for p in notes.places if p.span.overlaps(name) and not p.metonym]
    site = most_specific([p for p in near if p.place.precision is PlacePrecision.SITE])
    if kind is None and site is None and not any(c.isupper() for c in words):
        return None
    called = site.place.name if kind is None and site else plain(words)
    kind = kind or (site_kind(notes, site) if site else TargetKind.OTHER)
    sentence = next((s.span for s in notes.sentences if s.span.overlaps(name)), name)
    return Draft(Field.TARGET, Target(called, kind, owner_of(notes, sentence, name)), name)


def owner_in(notes: Annotations, span: Span) -> ActorRef | None:
    """The first actor that a span names, if it can be a side and is no state as a place."""
    for named in inside(notes.actors, span):
        actor = named.actor
        if actor is None or not (actor.place_like or actor.kind.speaks_only):
            return actor_ref(named)
    return None


def _kind(notes: Annotations, span: Span) -> TargetKind | None:
    """By the last noun for a thing, else that for persons, else the sort of actor."""
    things = [h.item.kind for h in inside(notes.targets, span)]
    if things:
        return things[-1]
    persons = [k for h in inside(notes.persons, span) if (k := _OF_PERSONS.get(h.item.who))]
    if persons:
        return persons[-1]
    actors = [n.actor.kind for n in inside(notes.actors, span) if n.actor]
    return next((_OF_ACTORS[k] for k in actors if k in _OF_ACTORS), None)
