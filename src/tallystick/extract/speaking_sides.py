"""Who of the sides of an incident is the one that tells of it: a claim, or an accusation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.attribution import Attribution
from tallystick.extract.drafts import Draft
from tallystick.extract.sides import actor_ref, in_full
from tallystick.model.document import Span
from tallystick.model.statement import Stance
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
    speaker = _speaker(notes, trigger, voices)
    if speaker is None:
        return list(drafts)
    return [_with_stance(speaker, d) for d in drafts]


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
