"""Roads, camps and quarters that are called by a number: "Highway 8", "64th Street", "Zone 12"."""

from __future__ import annotations

import re

from tallystick.extract.places.mention import PlaceMention
from tallystick.model.document import Span
from tallystick.model.values import Place, PlacePrecision

__all__ = ["numbered"]

_LONG = 40  # characters of such a name
_ROAD = r"(?:State |US |U\.S\. |County |National )?(?:Route|Highway|Hwy\.?|Interstate|Motorway)"
_SITE = r"(?:Base|Camp|Post|Outpost|Checkpoint|Gate|Pier|Terminal|Prison)"
_QUARTER = r"(?:Zone|Sector|Ward|Quarter|Block|District)"
_STREET = r"(?:Street|Avenue|St\.?|Ave\.?|Road|Boulevard)"
_SIDE = r"(?:(?:North|South|East|West|[NSEW]\.) )?"
_NUMBER = r"\s(?:No\. ?)?\d{1,4}[A-Z]?\b(?![.,:]?\d)"
_CALLED = (
    rf"\b(?:(?P<site>(?:{_ROAD}|{_SITE}){_NUMBER}|"
    rf"{_SIDE}\d{{1,3}}(?:st|nd|rd|th)\s{_STREET}(?!\w))|(?P<town>{_QUARTER}{_NUMBER}))"
)
_NAME = re.compile(_CALLED)
_SHOUTED = re.compile(_CALLED, re.IGNORECASE)  # in a line of capitals


def numbered(text: str, tagged: Span) -> PlaceMention | None:
    """The numbered name that touches a stretch which is told to be a place."""
    start, end = max(tagged.start - _LONG, 0), min(tagged.end + _LONG, len(text))
    names = _SHOUTED if tagged.of(text).isupper() else _NAME
    for found in names.finditer(text, start, end):
        span = Span(*found.span())
        if span.overlaps(tagged):
            words = " ".join(span.of(text).split())
            fine = PlacePrecision.SITE if found["site"] else PlacePrecision.TOWN
            return PlaceMention(span, Place(words, fine))
    return None
