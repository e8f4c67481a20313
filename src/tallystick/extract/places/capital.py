""" "The capital", without its name: that of the country that the words or the document name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tallystick.extract.places.choice import Hints
from tallystick.extract.places.reading import Reading
from tallystick.extract.places.toponyms import Sighting
from tallystick.vocab.countries import countries, country_of_adjective
from tallystick.vocab.gazetteer import Candidate, Gazetteer
from tallystick.vocab.placekeys import key_of

__all__ = ["capitals"]

_AS_MUCH = 0.8  # of the first country's share: a text on two countries names no one's capital


def capitals(reading: Reading, hints: Hints, gazetteer: Gazetteer) -> Iterator[Sighting]:
    """Every "the capital", "the Syrian capital" and "the capital of Syria" that no name follows,
    with its city."""
    for at, word in enumerate(reading.words):
        if word.key != "capital" or word.capital:
            continue
        if (land := _land_after(reading, at + 1)) and (city := _city(land, gazetteer)):
            yield Sighting(at, at, key_of(city.name), (city,))
        if _is_named(reading, at + 1):
            continue
        adjective = country_of_adjective().get(reading.key(at - 1))
        first = at - 2 if adjective else at - 1
        land = adjective or _land(hints)
        city = _city(land, gazetteer) if land and reading.key(first) == "the" else None
        if city is not None:
            yield Sighting(at, at, key_of(city.name), (city,))


def _land_after(reading: Reading, after: int) -> str | None:
    """The country of "the capital of Somalia", if its name is one word."""
    if (
        reading.key(after) != "of"
        or reading.key(after - 2) != "the"
        or after + 1 >= len(reading.words)
    ):
        return None
    return _lands().get(reading.key(after + 1)) if reading.words[after + 1].capital else None


@lru_cache
def _lands() -> dict[str, str]:
    return {key_of(land.name): land.code for land in countries().values() if land.capital}


def _is_named(reading: Reading, after: int) -> bool:
    """ "the capital Damascus", "the capital, Damascus", "the capital of Homs province" """
    if reading.key(after) == "city":
        after += 1
    if reading.key(after) in ("of", "punishment", "controls", "market", "offence"):
        return True
    named = after < len(reading.words) and reading.words[after].capital
    return named and reading.gap(after) in (" ", ", ")


def _land(hints: Hints) -> str | None:
    """The one country that a document is about."""
    ranked = sorted(hints.countries.items(), key=lambda pair: -pair[1])[:2]
    if not ranked or (len(ranked) > 1 and ranked[1][1] > _AS_MUCH * ranked[0][1]):
        return None
    return ranked[0][0]


def _city(land: str, gazetteer: Gazetteer) -> Candidate | None:
    named = gazetteer.lookup(countries()[land].capital)
    towns = [c for c in named if c.kind == "town" and c.country == land]
    return max(towns, key=lambda c: c.population, default=None)
