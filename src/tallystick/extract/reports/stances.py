"""The stance in which a value is told: a source that doubts, denies or confirms that somebody did
something tells of when, where and with what as of things that are known."""

from __future__ import annotations

from tallystick.extract.actors.voices import Voice
from tallystick.extract.drafts import Draft
from tallystick.model.statement import Field, Stance
from tallystick.model.values import Casualties

__all__ = ["MEANS", "SETTING", "stance_of"]

SETTING = (Field.KIND, Field.WHERE, Field.WHEN)
"""What nobody claims, doubts or denies of an attack."""
MEANS = (Field.TARGET, Field.WEAPON)
"""What a side may claim of its own attack."""


def stance_of(draft: Draft, voice: Voice, *, own: bool) -> Stance:
    """The stance of a voice on a value; ``own`` where it tells of an act that it claims.

    A side claims what it did, to whom, with what and with which toll, not the place or the day. A
    word of saying ("alleged", "confirmed") bears on the deed and its author; "a likely bomb" on
    the bomb.
    """
    if draft.stance is not None:
        return draft.stance
    if voice.stance is Stance.REPORTS:
        claimed = own and draft.field not in (Field.ATTACKER, *SETTING)
        return Stance.CLAIMS if claimed else Stance.REPORTS
    alleges = voice.attribution is not None and voice.attribution.stance is Stance.DOUBTS
    if voice.stance is Stance.DOUBTS and not alleges:
        return Stance.DOUBTS
    if draft.field in SETTING:
        return Stance.REPORTS
    if draft.field in MEANS:
        return Stance.CLAIMS if own and voice.stance is Stance.CLAIMS else Stance.REPORTS
    return _of_toll_or_author(draft, voice, own=own)


def _of_toll_or_author(draft: Draft, voice: Voice, *, own: bool) -> Stance:
    """That of a source which claims, denies, confirms or alleges: a claim of authorship is marked
    by its own words, and who tells of others' dead only reports."""
    if draft.field is Field.ATTACKER:
        return Stance.REPORTS if voice.stance is Stance.CLAIMS else voice.stance
    if isinstance(draft.value, Casualties):
        none = draft.value.count.high == 0  # "rebels claimed that jets killed two of theirs"
        others = voice.stance is Stance.CLAIMS and not own and not none
        return Stance.REPORTS if others or voice.stance is Stance.DOUBTS else voice.stance
    return voice.stance
