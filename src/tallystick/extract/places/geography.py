"""How places stand to each other: the same, one in the other, or apart."""

from __future__ import annotations

from functools import lru_cache

from tallystick.model.geometry import distance_km
from tallystick.model.values import Place, PlacePrecision
from tallystick.vocab.matching import fold
from tallystick.vocab.placekeys import key_of, skeleton_of

_RANK = {precision: rank for rank, precision in enumerate(PlacePrecision)}
_REACH = {  # km within which a finer place can still belong to one of this precision
    PlacePrecision.SITE: 12.0,
    PlacePrecision.TOWN: 20.0,
    PlacePrecision.DISTRICT: 60.0,
    PlacePrecision.PROVINCE: 180.0,
    PlacePrecision.REGION: 450.0,
}


def finer(first: Place, second: Place) -> bool:
    """Whether the first is known more finely than the second.

    A town that its province is called after is often said for all of it ("a village in Idlib"),
    and so is less fine than another town.
    """
    return (_RANK[first.precision], _is_seat(first)) < (_RANK[second.precision], _is_seat(second))


def _is_seat(place: Place) -> bool:
    """Whether a town bears the name of its province."""
    if place.precision is not PlacePrecision.TOWN or place.admin1 is None:
        return False
    return _same_name(place.name, place.admin1)


@lru_cache(maxsize=4096)
def _same_name(first: str, second: str) -> bool:
    town, province = key_of(first), key_of(second)
    return town == province or skeleton_of(town) == skeleton_of(province) != ""


def may_be_one(first: Place, second: Place) -> bool | None:
    """Whether two places can be where one incident was; ``None`` where nothing tells.

    True for the same place, near ones, and one that lies in the other; false for places in
    two countries or too far apart for their precision.
    """
    if first.id is not None and first.id == second.id:
        return True
    if fold(first.name) == fold(second.name):
        return True
    if first.country and second.country and first.country != second.country:
        return False
    coarse = first if finer(second, first) else second
    if coarse.precision is PlacePrecision.COUNTRY:
        return True if coarse.country in (first.country, second.country) else None
    distance = distance_km(first, second)
    if distance is not None:
        return distance <= _REACH[coarse.precision]
    if first.admin1 and second.admin1 and fold(first.admin1) != fold(second.admin1):
        return False
    return (
        True
        if coarse.precision is PlacePrecision.PROVINCE and _holds(coarse, first, second)
        else None
    )


def _holds(province: Place, *places: Place) -> bool:
    """Whether both places are told to be in the province."""
    return all(place.admin1 and fold(place.admin1) == fold(province.name) for place in places)
