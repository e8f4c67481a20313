"""What a document's sources say, by where they are named, speak, and are quoted: asked for every
place, number and name again, and so found without going through all that is said in a text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tallystick.extract.annotate import Annotations
from tallystick.extract.quotation.attribution import Attribution
from tallystick.model.document import Span, Stretches

__all__ = ["named_near", "saying", "speaking_in", "speaking_over"]


def saying(notes: Annotations, span: Span) -> list[Attribution]:
    """Those in whose words a stretch stands."""
    return [a for _, a in _said(notes).contents.around(span)]


def speaking_in(notes: Annotations, span: Span) -> list[Attribution]:
    """Those whose word of saying stands within a stretch."""
    return [a for _, a in _said(notes).cues.within(span)]


def speaking_over(notes: Annotations, span: Span) -> list[Attribution]:
    """Those whose word of saying shares a character with a stretch."""
    return [a for _, a in _said(notes).cues.touching(span)]


def named_near(notes: Annotations, span: Span) -> list[Attribution]:
    """Those whose source shares a character with a stretch."""
    return [a for _, a in _said(notes).sources.touching(span)]


@dataclass(frozen=True, slots=True)
class _Said:
    sources: Stretches[Attribution]
    cues: Stretches[Attribution]
    contents: Stretches[Attribution]


@lru_cache(maxsize=8)
def _said(notes: Annotations) -> _Said:
    found = notes.attributions
    return _Said(
        Stretches((a.source, a) for a in found),
        Stretches((a.cue, a) for a in found),
        Stretches((a.content, a) for a in found),
    )
