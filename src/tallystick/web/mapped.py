"""The incidents that filters leave, for a map: columns that a hundred thousand fit into.

A place stands for as much ground as is known of it. The radii are nominal, one a precision, in
the manner of the point-radius method (Wieczorek, Guo and Hijmans 2004): they say how much is
left open, and no boundary.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

import numpy as np

from tallystick.model.codec import Json
from tallystick.model.incident import Incident
from tallystick.model.values import Place, PlacePrecision
from tallystick.present import words
from tallystick.web.catalogue import place_key
from tallystick.web.columns import Chosen
from tallystick.web.packed import Packed

RADIUS_KM = {
    PlacePrecision.SITE: 2,
    PlacePrecision.TOWN: 5,
    PlacePrecision.DISTRICT: 25,
    PlacePrecision.PROVINCE: 100,
    PlacePrecision.REGION: 300,
    PlacePrecision.COUNTRY: None,  # its own area
}

_EPOCH = date(1970, 1, 1)
_SHORTEST = 8  # hex digits of an id


def sent(found: Chosen, ids: int) -> Packed:
    """The columns as JSON; ``ids`` is how many hex digits tell all incidents of the view apart."""
    text = json.dumps(mapped(found, ids), ensure_ascii=False, separators=(",", ":"))
    return Packed.of(text.encode())


def mapped(found: Chosen, ids: int) -> dict[str, Json]:
    """What ``/api/v1/map`` gives; how to read it stands in its OpenAPI description."""
    incidents = found.incidents
    places: dict[str, tuple[int, Place]] = {}
    kinds: dict[str, int] = {}
    spots = [_spot(i.where, places) for i in incidents]
    kind = [kinds.setdefault(words.plain(i.kind), len(kinds)) for i in incidents]
    return {
        "count": {"low": found.low, "high": found.high},
        "places": _places([place for _, place in places.values()]),
        "kinds": list(kinds),
        "id_digits": ids,
        "ids": "".join(i.id.removeprefix("i-")[:ids] for i in incidents),
        "from": [_day(i.when.start if i.when else None) for i in incidents],
        "to": [_day(i.when.end if i.when else None) for i in incidents],
        "place": list(spots),
        "kind": list(kind),
        "contested": [int(bool(i.contested)) for i in incidents],
        "pairs": [list(pair) for pair in _pairs(found)],
    }


def _spot(place: Place | None, places: dict[str, tuple[int, Place]]) -> int:
    """The number of a place; -1 for none. Two points of one key are two places."""
    if place is None:
        return -1
    key = f"{place_key(place)} {place.precision} {place.lat} {place.lon}"
    return places.setdefault(key, (len(places), place))[0]


def _places(places: list[Place]) -> dict[str, Json]:
    return {
        "name": [place.name for place in places],
        "country": [place.country for place in places],
        "precision": [place.precision.value for place in places],
        "lat": [_degrees(place.lat) for place in places],
        "lon": [_degrees(place.lon) for place in places],
        "radius_km": [RADIUS_KM[place.precision] for place in places],
    }


def _degrees(angle: float | None) -> float | None:
    return None if angle is None else round(angle, 4)


def _day(day: date | None) -> int | None:
    return (day - _EPOCH).days if day else None


def _pairs(found: Chosen) -> Iterable[tuple[int, int]]:
    """Which of the chosen may be the same, by their places among them."""
    rank = np.full(len(found.columns.incidents), -1)
    rank[found.at] = np.arange(len(found.at))
    both = ((int(rank[a]), int(rank[b])) for a, b in found.columns.pairs)
    return ((a, b) for a, b in both if a >= 0 and b >= 0)


def id_digits(incidents: Iterable[Incident]) -> int:
    """How many hex digits of an id tell all incidents apart."""
    ids = sorted(incident.id.removeprefix("i-") for incident in incidents)
    shared = (_shared(one, other) for one, other in pairwise(ids))
    return max(_SHORTEST, 1 + max(shared, default=0))


def _shared(one: str, other: str) -> int:
    """How many characters two different words begin alike with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
