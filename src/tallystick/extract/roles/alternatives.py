"""Sides of which nobody knows which it was: "did not know whether **A** or **B** had fired it",
"carried out by either **A** or **B**"."""

from __future__ import annotations

from dataclasses import replace

from tallystick.extract.drafts import Draft
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.vocab.caseless import caseless

__all__ = ["either_way", "one_of_two"]

_REACH = 120  # characters of such a clause
_OPENS = caseless(r"\b(?:whether|either)\b[^.;:]*$")
_FIRST = caseless(r"[^.;:]{0,80}?\bor\b")
_SECOND = caseless(r"\b(?:whether|either)\b[^.;:]{2,}?\bor\b[^.;:]*$")
_IS_HURT = caseless(r"\b(?:whether|either)\s+(?:they|he|she|any)\b")


def one_of_two(text: str, span: Span) -> bool:
    """Whether words stand in a question of which of two: on either side of its "or"."""
    start = max(0, span.start - _REACH)
    if not _OPENS.search(text, start, span.start) or _IS_HURT.search(text, start, span.start):
        return False
    if _SECOND.search(text, start, span.start):
        return True
    return _FIRST.match(text, span.end, span.end + _REACH) is not None


def either_way(text: str, draft: Draft) -> Draft:
    """An author as one in doubt, where the words leave open which of two it was."""
    told = draft.stance in (None, Stance.REPORTS, Stance.BLAMES)
    if draft.field is not Field.ATTACKER or not told or not one_of_two(text, draft.span):
        return draft
    return replace(draft, stance=Stance.DOUBTS)
