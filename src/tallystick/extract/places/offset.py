"""Places told by how far they lie from a town, and which way: "60 nautical miles west of Mocha".

At sea, on a road or in a desert nothing else is told. The point is that of the town moved by so
much, on a sphere: true to a few kilometres, as the words are.
"""

from __future__ import annotations

import math
import re

from tallystick.extract.places.mention import PlaceMention
from tallystick.model.document import Span
from tallystick.model.values import Place, PlacePrecision
from tallystick.vocab.caseless import caseless

__all__ = ["is_at_sea", "offset"]

_KM = {"n": 1.852, "m": 1.609, "k": 1.0}  # by the first letter of the unit
_DEGREE = 111.2  # km of latitude
_MOST = 600  # km: farther than any place is told so
_POLAR = 80  # degrees
_BEARINGS = {"north": (0, 1), "south": (0, -1), "east": (1, 0), "west": (-1, 0)}
_WAY = r"north|south|east|west"
_FAR = caseless(
    r"(?<![\d.,])(?P<far>\d{1,3}(?:\.\d+)?)[\s-]?(?:\([^)]{1,20}\)\s)?"
    r"(?P<unit>nautical\smiles?|n\.?m\.?|miles?|mi|km|kms|kilomet(?:er|re)s?)"
    r"(?:\s\([^)]{1,20}\))?\s(?:to\sthe\s)?"
    rf"(?P<way>(?:{_WAY})(?:[\s-]?(?:{_WAY}))?)\s(?:of|off)\s"
    r"(?:the\s)?(?:[\w’'-]+\s){0,3}?(?:of\s)?$"
)
_LONG = 90  # characters of such words


def offset(text: str, mention: PlaceMention) -> PlaceMention | None:
    """The place told from a town; ``None`` where its words tell no distance, or no point is known
    to count from."""
    start, town = max(0, mention.span.start - _LONG), mention.place
    found = _FAR.search(text, start, mention.span.start)
    if found is None or town.lat is None or town.lon is None or abs(town.lat) > _POLAR:
        return None
    km = float(found["far"]) * _KM[found["unit"][0].lower()]
    if km > _MOST:
        return None
    lat, lon = _moved(town.lat, town.lon, km, found["way"].lower())
    span = Span(found.start(), mention.span.end)
    name = " ".join(span.of(text).split())
    at_sea = found["unit"][0].lower() == "n"
    precision = PlacePrecision.SITE if at_sea else PlacePrecision.TOWN
    country = None if at_sea else town.country
    return PlaceMention(span, Place(name, precision, country=country, lat=lat, lon=lon))


def is_at_sea(text: str, mention: PlaceMention) -> bool:
    """Whether a town is only named to tell where at sea something was."""
    told = offset(text, mention) if (mention.relation or "").endswith(" of") else None
    return told is not None and told.place.precision is PlacePrecision.SITE


def _moved(lat: float, lon: float, km: float, way: str) -> tuple[float, float]:
    """A point so many kilometres on, as the crow flies."""
    east, north = map(sum, zip(*(_BEARINGS[w] for w in re.findall(_WAY, way)), strict=True))
    part = km / (math.hypot(east, north) or 1.0)
    wide = _DEGREE * math.cos(math.radians(lat))
    moved = (lon + part * east / wide + 180) % 360 - 180
    return round(lat + part * north / _DEGREE, 5), round(moved, 5)
