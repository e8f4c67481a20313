"""Addresses: "the 600 block of Sorrel Boulevard", "the corner of Fifth and Main streets", "1205
Lone Oak Road". They are sites without a point, called by their words; no part of one is a town
("the 400 block of **North** Rowan Street").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tallystick.extract.places.mention import PlaceMention
from tallystick.model.document import Span
from tallystick.model.values import Place, PlacePrecision

__all__ = ["address_at", "addresses"]

_LONG = 70  # characters of an address
_SIDE = r"(?:(?:North|South|East|West|[NSEW]\.?|[NS]\.?[EW]\.?)(?:east|west)?\s)?"
_KIND = (
    r"(?:Street|St\.|Avenue|Ave\.?|Boulevard|Blvd\.?|Road|Rd\.?|Drive|Dr\.|Lane|Ln\.?|Court|Ct\.?|"
    r"Place|Pl\.|Terrace|Parkway|Pkwy\.?|Highway|Hwy\.?|Way|Circle|Alley|Crescent|Close|Turnpike|"
    r"Trail|Pike|Row|Mews|Esplanade|Embankment)(?!\w)"
)
_CALLED = r"(?:\d{1,3}(?:st|nd|rd|th)|[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}?)"
_STREET = rf"{_SIDE}{_CALLED}\s{_KIND}"
_LOOSE = rf"{_SIDE}(?:\d{{1,3}}(?:st|nd|rd|th)|[A-Z][\w’'-]+)(?:\s[A-Z][\w’'-]+){{0,2}}"
_BESIDE = rf"(?:\s(?:near|off|just\soff|at)\s(?:the\s)?{_STREET})?"
_BLOCK = rf"(?:the\s)?\d{{1,5}}(?:-|\s)block\sof\s(?:{_STREET}|{_LOOSE}){_BESIDE}"
_CORNER = (
    rf"(?:the\s)?(?:corner|intersection|junction)\sof\s(?:{_STREET}|{_LOOSE})\sand\s"
    rf"(?:{_STREET}|{_LOOSE})(?:\s(?:streets|avenues|roads|boulevards|drives|lanes)\b)?"
)
_NUMBERED = rf"(?<![\d.,$-])\d{{1,5}}\s{_STREET}{_BESIDE}"
_HIGHWAY = (
    r"(?:Interstate|I-|(?:U\.S\. |US |State )?(?:Route|Highway|Hwy\.?)|State Road|"
    r"(?:[A-Z][a-z]+\s)?County Road)"
    r"\s?\d{1,4}"
)
_ADDRESS = re.compile(rf"\b(?:{_BLOCK}|{_CORNER}|{_NUMBERED}|{_HIGHWAY})")


def addresses(text: str) -> Iterator[Span]:
    """The addresses of a text that are more than the name of a street."""
    for found in _ADDRESS.finditer(text):
        yield Span(*found.span())


def address_at(text: str, tagged: Span) -> PlaceMention | None:
    """The address that touches a stretch which is told to be a place."""
    start, end = max(tagged.start - _LONG, 0), min(tagged.end + _LONG, len(text))
    for found in _ADDRESS.finditer(text, start, end):
        span = Span(*found.span())
        if span.overlaps(tagged):
            name = " ".join(span.of(text).split()).removeprefix("the ")
            return PlaceMention(span, Place(name, PlacePrecision.SITE))
    return None
