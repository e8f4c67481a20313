"""A sentence that sets an attack beside one of before, parted from what it tells of that.

"The Front said the bomb was in retaliation for **a raid that killed two in Kunar**", "it was the
deadliest blast since **gunmen shot nine in Kunar in May**": whom the raid or the gunmen killed,
with what, when and where, is nothing that the bomb did.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.dates.mentions import DateMention
from tallystick.extract.events.triggers import Trigger
from tallystick.extract.grammar.sentences import Sentence
from tallystick.model.document import Span
from tallystick.vocab.caseless import caseless

__all__ = ["Part", "of_before", "parted"]

_REASON = caseless(
    r"\b(?:(?:in|as)\s+(?:an?\s+)?(?:\w+\s+)?(?:retaliation|revenge|reprisals?|response|answer|reply|"
    r"return|vengeance|retribution)\s+(?:for|to)|"
    r"(?:retaliation|revenge|reprisals?|retribution|vengeance|payback)\s+for|(?:to\s+)?aveng(?:e|ed|ing))"
    r"\s+(?=an?\s|the\s+(?:[\w’'-]+\s+){0,3}?(?:killing|murder|assassination|death|execution|abduction|"
    r"massacre|slaying)\s+of\s)"
)
_HEAD = 12  # characters: a reason that opens its sentence is parted by what comes after it


_RANKED = (  # "the deadliest raid", "the worst shooting", "the first such attack"
    r"\b(?:first|second|third|fourth|fifth|last|only|worst|most|(?:deadli|bloodi|heavi|costli|ugli|bigg|"
    r"bold|larg|grav|fierc|strong|high|great|long|clos|deep|sever|harsh|wid|rar|tough)est)\b"
    r"[^.;:]{0,140}?"
)
_SINCE = caseless(
    rf"{_RANKED},?\ssince\s(?!then\b|[^.;]{{0,60}}?\s(?:began|begun|started|erupted)\b)"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a sentence; ``before`` where it tells of what an attack is measured by, with
    the day that opens it ("since **May**, when gunmen")."""

    span: Span
    before: bool = False
    day: DateMention | None = None


def parted(notes: Annotations, sentence: Sentence, found: Sequence[Trigger]) -> tuple[Part, ...]:
    """The sentence, or what it tells up to the reason, or up to what was before, and that itself,
    where it is one attack told with its place, its day or its dead."""
    whole = sentence.span
    for cut, before in ((_answered(notes.text, whole), False), (_ranked(notes.text, whole), True)):
        if cut is None:
            continue
        first, second = Span(whole.start, cut), Span(cut, whole.end)
        told = [t for t in found if second.contains(t.span)]
        if told and not told[0].plural and _is_told(notes, second):
            return Part(first), Part(second, before, _opening(notes, second) if before else None)
    return (Part(whole),)


def _opening(notes: Annotations, part: Span) -> DateMention | None:
    days = (d for d in inside(notes.dates, part) if d.span.start <= part.start + _HEAD)
    return next((d for d in days if _WHEN.match(notes.text, d.span.end, part.end)), None)


_WHEN = caseless(r",?\swhen\s")


def of_before(text: str, sentence: Span, first: Span, second: Span) -> bool:
    """Whether a sentence measures one act by the other: "the worst **raid** since nine were
    **shot** in May". ``first`` stands before ``second``."""
    cut = _ranked(text, sentence)
    return cut is not None and first.end <= cut <= second.start


def _answered(text: str, whole: Span) -> int | None:
    reason = _REASON.search(text, whole.start + _HEAD, whole.end)
    return reason.end() if reason is not None else None


def _ranked(text: str, whole: Span) -> int | None:
    since = _SINCE.search(text, whole.start, whole.end)
    return since.end() if since is not None else None


def _is_told(notes: Annotations, part: Span) -> bool:
    placed = any(not place.metonym for place in inside(notes.places, part))
    return placed or bool(inside(notes.dates, part)) or bool(inside(notes.counts, part))
