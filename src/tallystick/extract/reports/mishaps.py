"""Mishaps, whose dead and damage are nobody's act: "a woman **killed** by a car backing up".

What is told of an attack by its effects alone ("killed", "destroyed", "sank") is told of crashes
and fires as well. Where the text calls it one, and neither a weapon nor anybody who would do it is
named for it, it is no incident.
"""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.events.many_uses import is_loose
from tallystick.extract.events.trigger_words import BEHIND_IT, CRASH
from tallystick.extract.frames.frame import Frame
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import ActorRef, WeaponUse
from tallystick.vocab.actors import actor_book
from tallystick.vocab.caseless import caseless
from tallystick.vocab.lexicon import EventWord, Strength
from tallystick.vocab.weapons import WeaponGroup, weapon_book

__all__ = ["is_mishap"]

_EFFECTS = (Strength.WEAK, Strength.HIT, Strength.EXPLODE, Strength.LAUNCH, Strength.INTERCEPT)
_MEANT = frozenset(
    ("murder", "homicide", "slaying", "slay", "execute", "lynch", "torture", "martyr", "strangled",
     "bludgeoned", "loot", "ransack", "sack", "hold up", "found murdered", "found slain",
     "gunshot wound", "bullet wound", "stab wound", "knife wound", "derail")
)  # fmt: skip
_VEHICLE = r"(?:car|bus|train|truck|lorry|van|vehicle|motorcycle|motorbike|bike|bicycle|plane|boat)"
_MISHAP = caseless(
    r"\b(?:accident(?:s|al|ally)?|stampede|avalanche|autops(?:y|ies|ied)|"
    r"firefighters?|fire\s+(?:department|chief|crews?|brigade|service|marshal)|house\s+fire|"
    r"(?:in|by|of)\s+(?:an?|the)\s+(?:[\w-]+\s+)?(?:fire|blaze)|"
    r"(?:lost|losing)\s+control|(?:bad|stormy|rough)\s+(?:weather|seas?)|"
    r"back(?:ed|ing|s)\s+(?:up|out|over)|drunk(?:en)?\s+driv\w+|driving\s+under\s+the\s+influence|"
    rf"(?:hit|struck|run\s+over|killed)\s+by\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+)?{_VEHICLE}|"
    rf"{_VEHICLE}\s+(?:wreck|crash|collision)(?:es|s)?|(?:air(?:line|plane)|helicopter)\s+crash(?:es)?|"
    r"(?:planes?|helicopters?|aircraft|airliners?)\s+(?:had\s+|that\s+)?crashed|"
    r"collisions?|collid(?:ed|ing))\b"
)


def is_mishap(notes: Annotations, frame: Frame) -> bool:
    """Whether an incident is told by its effects alone, and beside them as a mishap."""
    anchors = [m.anchor for m in frame.mentions if m.trigger]
    if not all(_is_effect(notes, anchor) for anchor in anchors):
        return False
    if any(_is_act(draft, anchors) for m in frame.mentions for draft in m.drafts):
        return False
    near = {at + step for at in (m.sentence.index for m in frame.mentions) for step in (-1, 0, 1)}
    beside = [s.span for s in notes.sentences if s.index in near]
    if any(_is_meant(notes, span) for span in beside):
        return False
    return any(_tells_of_one(notes.text, span) for span in beside)


def _tells_of_one(text: str, span: Span) -> bool:
    return any(cue.search(text, span.start, span.end) is not None for cue in (CRASH, _MISHAP))


def _is_meant(notes: Annotations, sentence: Span) -> bool:
    """Whether a sentence has a word of an act, were it only of what somebody is charged with."""
    words = (hit.item for hit in inside(notes.events, sentence))
    behind = BEHIND_IT.search(notes.text, sentence.start, sentence.end)
    return behind is not None or any(word.base in _MEANT or _is_plain(word) for word in words)


def _is_plain(word: EventWord) -> bool:
    return word.strength is Strength.STRONG and not is_loose(word)


def _is_effect(notes: Annotations, anchor: Span) -> bool:
    words = [hit.item for hit in inside(notes.events, anchor)]
    return all(word.strength in _EFFECTS and word.base not in _MEANT for word in words)


def _is_act(draft: Draft, anchors: Sequence[Span]) -> bool:
    """Whether a value is of an act: a weapon that is no vehicle, a side, or on whom it is laid."""
    if isinstance(draft.value, WeaponUse):
        group = weapon_book().top(draft.value.type).group
        return group is not WeaponGroup.VEHICLE and not any(map(draft.span.overlaps, anchors))
    if draft.field is not Field.ATTACKER or not isinstance(draft.value, ActorRef):
        return False
    known = draft.value.id is not None and draft.value.id in actor_book()
    return known or draft.stance in (Stance.CLAIMS, Stance.DENIES)
