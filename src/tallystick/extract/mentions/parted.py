"""A sentence that gives the reason of an attack, parted from the attack that is the reason.

"The Front said the bomb was in retaliation for **a raid that killed two in Kunar**": whom the raid
killed, with what and where, is nothing that the bomb did.
"""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.events.triggers import Trigger
from tallystick.extract.grammar.sentences import Sentence
from tallystick.model.document import Span
from tallystick.vocab.caseless import caseless

__all__ = ["parted"]

_REASON = caseless(
    r"\b(?:(?:in|as)\s+(?:an?\s+)?(?:\w+\s+)?(?:retaliation|revenge|reprisals?|response|answer|reply|"
    r"return|vengeance|retribution)\s+(?:for|to)|"
    r"(?:retaliation|revenge|reprisals?|retribution|vengeance|payback)\s+for|(?:to\s+)?aveng(?:e|ed|ing))"
    r"\s+(?=an?\s|the\s+(?:[\w’'-]+\s+){0,3}?(?:killing|murder|assassination|death|execution|abduction|"
    r"massacre|slaying)\s+of\s)"
)
_HEAD = 12  # characters: a reason that opens its sentence is parted by what comes after it


def parted(notes: Annotations, sentence: Sentence, found: Sequence[Trigger]) -> tuple[Span, ...]:
    """The sentence, or what it tells up to the reason and that itself, where it is one attack
    told with its place, its day or its dead."""
    whole = sentence.span
    reason = _REASON.search(notes.text, whole.start + _HEAD, whole.end)
    if reason is None:
        return (whole,)
    first, second = Span(whole.start, reason.end()), Span(reason.end(), whole.end)
    answered = [t for t in found if second.contains(t.span)]
    if not answered or answered[0].plural or not _is_told(notes, second):
        return (whole,)
    return first, second


def _is_told(notes: Annotations, part: Span) -> bool:
    placed = any(not place.metonym for place in inside(notes.places, part))
    return placed or bool(inside(notes.dates, part)) or bool(inside(notes.counts, part))
