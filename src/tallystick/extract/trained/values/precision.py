"""How fine a place is that no list has, by the noun in its name or beside it."""

from __future__ import annotations

import re

from tallystick.extract.trained.values.described import HEADS
from tallystick.model.document import Span
from tallystick.model.values import PlacePrecision
from tallystick.vocab.caseless import caseless

__all__ = ["precision_of"]

_SITE = re.compile(
    r"\b(?:base|airport|airfield|hospital|mosque|church|school|market|square|prison|camp|bridge|"
    r"checkpoint|crossing|station|barracks|university|hotel|street|avenue|boulevard|road|drive|lane|"
    r"highway|parkway|terrace|plant|port)\b",
    re.IGNORECASE,
)
_A_SITE = caseless(rf"\s{HEADS}\b")
_IN_NAME = caseless(  # no quarter is called so, as one may be a Park, a Lodge or a Mill
    r"\s(?:headquarters|building|ministry|palace|jail|court ?house|parliament|academy|embassy|"
    r"consulate|refinery|substation|clinic|college|library|cathedral|synagogue|temple|shrine|"
    r"monastery|cemetery|market ?place|supermarket|restaurant|factory|warehouse|offices?|"
    r"theat(?:re|er)|cinema|stadium|museum|residence|farm)$"
)
_LAND = re.compile(r"\b(?:desert|hills|mountains|straits?|forest|valley|gulf|sea)\b", re.IGNORECASE)
_WIDE = re.compile(
    r"\b(?:province|governorate|region|department|oblast|state)\b(?! (?:of|bank|television)\b)",
    re.IGNORECASE,
)


def precision_of(text: str, span: Span) -> PlacePrecision:
    """By the noun in a name or beside it; a town where there is none."""
    if _LAND.search(text, span.start, span.end) or _LAND.match(text, span.end + 1):
        return PlacePrecision.REGION
    if _WIDE.search(text, span.start, span.end) or _WIDE.match(text, span.end + 1):
        return PlacePrecision.PROVINCE
    site = _SITE.search(text, span.start, span.end + 15) or _A_SITE.match(text, span.end)
    site = site or _IN_NAME.search(text, span.start, span.end)
    return PlacePrecision.SITE if site else PlacePrecision.TOWN
