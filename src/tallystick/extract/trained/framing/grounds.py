"""What an incident that only the network sees must have to be one of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from tallystick.extract.frames.frame import COARSE
from tallystick.extract.trained.joining.assembly import OFF_PLACE, Taken
from tallystick.model.statement import Field
from tallystick.model.values import Place
from tallystick.vocab.placekeys import key_of

__all__ = ["is_grounded", "is_set_apart", "places_of", "says_something"]

_LIKELY = 0.35
_SETTING = {Field.WHEN, Field.WHERE}
_SUFFERED = {Field.TARGET, Field.KILLED, Field.INJURED}


def is_grounded(values: Sequence[Taken], held: AbstractSet[str], *, sure: bool) -> bool:
    """Whether the values of an incident tell it from those that the rules have: a day and a
    place; where it is ``sure`` to be one, also one of these with what was hit or who was hurt,
    or a town or site that none of theirs has (``held``): "Gunmen killed ten in Ashmar" and "a
    fire at a mill in Velm". On protests, arrests and accidents the network is less sure.
    """
    likely = (t.candidate for t in values if t.probability >= _LIKELY)
    told = {c.field for c in likely if c.where is None or not _goes_back(c.where.place)}
    if told >= _SETTING:
        return True
    if not sure:
        return False
    return bool(told & _SETTING and told & _SUFFERED) or any(_is_own_place(t, held) for t in values)


def is_set_apart(values: Sequence[Taken], beside: Sequence[Taken] | None) -> bool:
    """Whether an incident has a day or a place of its own among those in its sentences
    (``beside``; ``None`` where there is no other): else its words tell of one of these again, as
    "rolled past" does in "a car **rolled past** and someone inside **fired**"."""
    if beside is None:
        return True
    theirs = {t.candidate.span for t in beside}
    return any(
        t.candidate.field in _SETTING
        and t.probability >= _LIKELY
        and t.candidate.span not in theirs
        for t in values
    )


def says_something(values: Sequence[Taken], theirs: Sequence[Taken]) -> bool:
    """Whether an incident has a value that none of those of the rules (``theirs``) has: a day
    and a place that are both another's are told of that again ("after **the murder**")."""
    held = {t.candidate.span for t in theirs}
    return any(t.probability >= _LIKELY and t.candidate.span not in held for t in values)


def places_of(values: Iterable[Taken]) -> frozenset[str]:
    """The names of the places among values, wherever they stand: a headline tells of the same
    towns as the text under it."""
    places = (t.candidate.where for t in values if t.candidate.where is not None)
    return frozenset(key_of(where.place.name) for where in places)


def _goes_back(place: Place) -> bool:
    """Whether a place may have been told of before: "the clinic"."""
    return place.is_described and place.name.startswith("the ")


def _is_own_place(taken: Taken, held: AbstractSet[str]) -> bool:
    where = taken.candidate.where
    if where is None or taken.probability < OFF_PLACE or _goes_back(where.place):
        return False
    return where.place.precision not in COARSE and key_of(where.place.name) not in held
