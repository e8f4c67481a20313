"""What little an incident must have in a text that tells of none surely.

In a text on other things a word of violence may look like an attack; one that is has somebody
who did it or to whom it was done, a day, a place: "Talks in Vienna were blown up by the news."
"""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.extract.frame import Frame
from tallystick.model.statement import Field, Standing

__all__ = ["with_evidence"]

_SURE = 0.75  # of an incident beside which others are believed
_DOUBTFUL = 0.5
_HARMED = {Field.KILLED, Field.INJURED, Field.ABDUCTED}
_TOLD = (Field.ATTACKER, Field.TARGET, Field.WEAPON)


def with_evidence(frames: Sequence[Frame]) -> list[Frame]:
    """All incidents of a text that tells surely of one; else those of which two things are told,
    or three of a doubtful one."""
    if any(_score(frame) >= _SURE for frame in frames):
        return list(frames)
    return [f for f in frames if _is_past(f) or _kinds(f) >= 2 + (_score(f) < _DOUBTFUL)]


def _score(frame: Frame) -> float:
    return 1.0 if frame.score is None else frame.score


def _is_past(frame: Frame) -> bool:
    return frame.mentions[0].standing is Standing.BACKGROUND


def _kinds(frame: Frame) -> int:
    """How many kinds of things are told: day, place, harm, attacker, target, weapon; a weapon in
    the very word for the deed ("shot") is none."""
    anchors = {m.anchor for m in frame.mentions}
    drafts = [d for m in frame.mentions for d in m.drafts]
    told = {d.field for d in drafts if d.span not in anchors}
    sides = sum(field in told for field in _TOLD)
    return sides + bool(told & _HARMED) + bool(frame.when) + bool(frame.where)
