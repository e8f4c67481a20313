"""How places stand to each other: the same, one in the other, or apart."""

from __future__ import annotations

from tallystick.model.geometry import distance_km
from tallystick.model.values import Place, PlacePrecision
from tallystick.vocab.matching import fold

_RANK = {precision: rank for rank, precision in enumerate(PlacePrecision)}
_REACH = {  # km within which a finer place can still belong to one of this precision
    PlacePrecision.SITE: 12.0,
    PlacePrecision.TOWN: 20.0,
    PlacePrecision.DISTRICT: 60.0,
    PlacePrecision.PROVINCE: 180.0,
    PlacePrecision.REGION: 450.0,
}


def finer(first: Place, second: Place) -> bool:
    """Whether the first is known more finely than the second."""
    return _RANK[first.precision] < _RANK[second.precision]


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
    return None
