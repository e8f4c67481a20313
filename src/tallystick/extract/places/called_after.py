"""Sites that bear a far town's name: "the Paris mosque in Peshawar" is not in France.

What the words set in a town, or near it, cannot be in another one far away. It is kept under
its own name, without a point, in the country of the town that it is told to be in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tallystick.extract.places.geography import may_be_one
from tallystick.extract.places.mention import PlaceMention
from tallystick.model.values import Place, PlacePrecision

__all__ = ["called_after"]

_SITE = (
    r"market|bazaar|mosque|church|cathedral|temple|shrine|school|college|academy|university|"
    r"hospital|clinic|hotel|bar|pub|club|restaurant|caf[eé]|bakery|prison|jail|bridge|barracks|"
    r"garrison|station|terminus|mill|factory|plant|farm|ranch|estate|mine|cinema|theat(?:re|er)|"
    r"stadium|park|square|street|mall|supermarket"
)
_SET_IN = re.compile(
    rf"(?P<noun>\s(?:[a-z]+\s)?(?:{_SITE}))\s(?:in|at|near|outside)\s"
    r"(?:(?:the\s)?(?:[a-z]+\s){0,2}?(?:town|city|village|port|district|suburb|capital)\s(?:of\s)?)?",
    re.IGNORECASE,
)


def called_after(text: str, listed: Sequence[PlaceMention]) -> list[PlaceMention]:
    """All places of a document, in its order; those that are only called after one are sites."""
    return [*(_site(text, one, after) for one, after in pairwise(listed)), *listed[-1:]]


def _site(text: str, mention: PlaceMention, holder: PlaceMention) -> PlaceMention:
    told = _SET_IN.fullmatch(text, mention.span.end, holder.span.start)
    if told is None or mention.place.id is None or holder.place.id is None:
        return mention
    one_province = mention.place.admin1 is not None and mention.place.admin1 == holder.place.admin1
    if one_province or may_be_one(mention.place, holder.place) is not False:
        return mention  # a town may be said for all of its province
    name = f"{mention.span.of(text)}{told['noun']}"
    inside = Place(" ".join(name.split()), PlacePrecision.SITE, country=holder.place.country)
    return replace(mention, place=inside, metonym=False)
