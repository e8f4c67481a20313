"""What an incident that only the network sees must have to be one of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from tallystick.extract.frame import COARSE
from tallystick.extract.trained.assembly import Taken
from tallystick.model.document import Span
from tallystick.model.statement import Field

__all__ = ["OFF_PLACE", "is_grounded", "places_of"]

OFF_PLACE = 0.5
"""How probable a place must be that the rules do not give to an incident."""

_LIKELY = 0.35
_SETTING = {Field.WHEN, Field.WHERE}
_SUFFERED = {Field.TARGET, Field.KILLED, Field.INJURED}


def is_grounded(values: Sequence[Taken], held: AbstractSet[Span]) -> bool:
    """Whether the values of an incident tell it from those that the rules have: a day and a
    place; one of these, and what was hit or who was hurt; or a town or site that none of
    theirs has (``held``): "Gunmen killed ten in Ashmar" and "a fire at a mill in Velm".
    """
    told = {t.candidate.field for t in values if t.probability >= _LIKELY}
    if told >= _SETTING or (told & _SETTING and told & _SUFFERED):
        return True
    return any(_is_own_place(t, held) for t in values)


def places_of(values: Iterable[Taken]) -> frozenset[Span]:
    """The words of the places among values."""
    return frozenset(t.candidate.span for t in values if t.candidate.field is Field.WHERE)


def _is_own_place(taken: Taken, held: AbstractSet[Span]) -> bool:
    where = taken.candidate.where
    if where is None or taken.probability < OFF_PLACE or taken.candidate.span in held:
        return False
    return where.place.precision not in COARSE
