"""Who of the sides of an incident is the one that tells of it: a claim, or an accusation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.attribution import Attribution
from tallystick.extract.drafts import Draft
from tallystick.extract.sides import actor_ref, in_full
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import ActorRef
from tallystick.vocab.actor_types import Actor, ActorKind, RelationKind
from tallystick.vocab.actors import actor_book

_PARTIES = frozenset(
    (
        *(ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.MINISTRY, ActorKind.MILITARY),
        *(ActorKind.SECURITY, ActorKind.INTELLIGENCE, ActorKind.COALITION),
        *(ActorKind.ARMED_GROUP, ActorKind.MILITIA),
    )
)
_FORCES = frozenset(
    (ActorKind.MILITARY, ActorKind.COALITION, ActorKind.ARMED_GROUP, ActorKind.MILITIA)
)
_MEN = frozenset(["militants", "military"])  # "its fighters", "its troops"
_POSSESSED = re.compile(r"\b(?:its|their|our|his)\s+$", re.IGNORECASE)
_NEAR = 70  # characters to either side of an actor
_BELIEVED = re.compile(
    r"\b(?:believed|thought|suspected|presumed|likely|said|appear(?:s|ed)?|seem(?:s|ed)?)\s+to\s+"
    r"(?:have\s+been|be|have)\s+(?:\w+ly\s+)?(?:carried out|launched|conducted|fired|dropped|"
    r"staged|planted|committed|done|the work|those)\s+(?:by|of)\s+(?:the\s+|an?\s+)?"
    r"(?:[\w'’-]+\s+){0,2}$|"
    r"\b(?:believed|thought|suspected|presumed)\s+to\s+(?:belong to|be|have come from)\s+"
    r"(?:the\s+|an?\s+)?(?:[\w'’-]+\s+){0,2}$",
    re.IGNORECASE,
)
_OR = re.compile(
    r"(?:\s+(?:war)?(?:planes|jets|aircraft|forces|troops))?,?\s+or\s+(?:the\s+|its\s+)?"
    r"(?:\w+\s+){0,2}",
    re.IGNORECASE,
)
_DID_NOT = re.compile(
    r"\s+(?:[\w'’-]+\s+){0,3}?(?:ha(?:d|s|ve)\s+(?:not|never)|did\s+not|didn['’]?t|never)\s",
    re.IGNORECASE,
)
_NAMELESS = frozenset(["gunmen", "criminals", "gangs"])
_OWN = (RelationKind.SAME, RelationKind.PART_OF)
_TOLD = (Stance.REPORTS, Stance.CONFIRMS, Stance.CLAIMS)


def as_told(
    notes: Annotations, trigger: Span, voices: Sequence[Attribution], drafts: Sequence[Draft]
) -> list[Draft]:
    """The attackers with the stance of a side that tells of them.

    What an army says that it did itself it claims; what it says that its enemy did it lays on
    it. A police, a monitor, a doctor and the press only report.
    """
    told = [_hedged(notes, trigger, d, drafts) for d in drafts if not _is_own_man(notes, d)]
    speaker = _speaker(notes, trigger, voices)
    if speaker is None:
        return told
    return [_with_stance(speaker, d) for d in told]


def _is_own_man(notes: Annotations, draft: Draft) -> bool:
    """ "its fighters": whose they are stands elsewhere."""
    nobody = isinstance(draft.value, ActorRef) and draft.value.id in (None, *_NAMELESS, *_MEN)
    before = notes.text[max(0, draft.span.start - 7) : draft.span.start]
    return nobody and _POSSESSED.search(before) is not None


def _hedged(notes: Annotations, trigger: Span, draft: Draft, others: Sequence[Draft]) -> Draft:
    """Doubted where the words say no more than "believed to", or name one side **or** another;
    denied where they say that it did not."""
    if draft.stance is not None or draft.field is not Field.ATTACKER:
        return draft
    before = notes.text[max(0, draft.span.start - _NEAR) : draft.span.start]
    after = notes.text[draft.span.end : draft.span.end + _NEAR]
    either = any(_OR.fullmatch(_gap(notes.text, draft.span, o.span)) for o in others)
    if either or _BELIEVED.search(before):
        return replace(draft, stance=Stance.DOUBTS)
    if draft.span.end <= trigger.start and _DID_NOT.match(after):
        return replace(draft, stance=Stance.DENIES)
    return draft


def _gap(text: str, first: Span, second: Span) -> str:
    """The words between two stretches, nothing where they touch."""
    return text[min(first.end, second.end) : max(first.start, second.start)]


def _speaker(notes: Annotations, trigger: Span, voices: Sequence[Attribution]) -> Actor | None:
    """The nearest source of the words at a trigger, where it is a side."""
    around = [v for v in voices if v.content.contains(trigger) and v.stance in _TOLD]
    if not around:
        return None
    nearest = min(around, key=lambda v: v.content.end - v.content.start)
    named = [n for n in inside(notes.actors, nearest.source) if n.actor is not None]
    if not named or any(n.actor is not None and n.actor.kind.speaks_only for n in named):
        return None
    ref = in_full(notes, actor_ref(named[-1]))
    if ref.id is None or ref.id not in actor_book():
        return None
    return actor_book().get(ref.id)


def _with_stance(speaker: Actor, draft: Draft) -> Draft:
    value, book = draft.value, actor_book()
    if draft.stance is not None or not isinstance(value, ActorRef):
        return draft
    if value.id is None or value.id not in book or not _is_party(speaker):
        return draft
    related = book.related(speaker.id, value.id)
    if related in _OWN and _kinds(speaker) & _FORCES:
        return replace(draft, stance=Stance.CLAIMS)
    nameless = value.id in _NAMELESS
    if related is None and not nameless and _is_party(book.get(value.id)):
        return replace(draft, stance=Stance.BLAMES)
    return draft


def _is_party(actor: Actor) -> bool:
    return bool(_kinds(actor) & _PARTIES)


def _kinds(actor: Actor) -> frozenset[ActorKind]:
    return frozenset(actor.covers or (actor.kind,))
