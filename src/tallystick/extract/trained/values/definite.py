"""Places that are told by a noun with an article: "at the airport", "near the border", "the town".

What is told so may have been named before or never. A town goes back to the one that was named
last ("in **the town** a mine killed two"); a site and a land stay what they are called, without
a point, like those of :mod:`tallystick.extract.trained.values.described`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tallystick.extract.places.mention import PlaceMention
from tallystick.extract.trained.values.described import HEADS
from tallystick.model.document import Span
from tallystick.model.values import Place, PlacePrecision
from tallystick.vocab.caseless import caseless
from tallystick.vocab.countries import country_of_adjective

__all__ = ["definite"]

_LONG = 40  # characters of such words before their noun
_BACK = 900  # characters within which "the town" goes back to one that was named
_TOWN = r"town|city|village|township|settlement|hamlet"
_LAND = (
    r"borders?|frontiers?|straits?|gulf|coast|shore|waters|river|lake|mountains?|hills?|forest|"
    r"desert|valley|countryside|buffer zone|front ?lines?"
)
_MORE_SITES = r"road|highway|motorway|roundabout|junction|crossroads|runway|platform|tunnel|canal"
_THE = caseless(
    rf"\bthe\s(?:same\s)?(?:(?P<town>{_TOWN})|(?:(?!of\b|in\b|and\b)[\w-]+\s)?"
    rf"(?:(?P<land>{_LAND})|(?P<site>{HEADS}|{_MORE_SITES})))\b(?!['’-]\w|\sof\s)"
)


def definite(text: str, tagged: Span, named: Sequence[PlaceMention]) -> PlaceMention | None:
    """The place in a stretch that is told to be one; ``None`` where its words name none.

    ``named`` are the places that the document names, in the order of the text.
    """
    start, end = max(tagged.start - _LONG, 0), min(len(text), tagged.end + _LONG)
    for found in _THE.finditer(text, start, end):
        span = Span(*found.span())
        if not span.overlaps(tagged):
            continue
        if found["town"]:
            return _last_town(span, named)
        words = " ".join(span.of(text).split())
        precision = PlacePrecision.REGION if found["land"] else PlacePrecision.SITE
        if not _is_plain(words, land=bool(found["land"])):
            return None
        return PlaceMention(span, Place(words.lower(), precision))
    return None


def _is_plain(words: str, *, land: bool) -> bool:
    """Whether no word is a name, but of a people before a land: "the Malian border"; "the Zobrak
    bridge" is called so."""
    peoples = country_of_adjective() if land else {}
    _, *told = (word for word in words.split() if word.lower() not in peoples)
    shouted = words == words.upper() and len(told) == 1
    return shouted or all(word == word.lower() for word in told)


def _last_town(span: Span, named: Sequence[PlaceMention]) -> PlaceMention | None:
    before = [
        p
        for p in named
        if p.span.end <= span.start < p.span.end + _BACK
        and not p.metonym
        and p.place.precision is PlacePrecision.TOWN
    ]
    return replace(before[-1], span=span) if before else None
