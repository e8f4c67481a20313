""" "The capital", without its name: that of the country that the words or the document name."""

from __future__ import annotations

from collections.abc import Iterator

from tallystick.extract.places.choice import Hints
from tallystick.extract.places.reading import Reading
from tallystick.extract.places.toponyms import Sighting
from tallystick.vocab.countries import countries, country_named, country_of_adjective
from tallystick.vocab.gazetteer import Candidate, Gazetteer, MatchQuality
from tallystick.vocab.placekeys import join_keys, key_of
from tallystick.vocab.toponyms import singular, toponym_words

__all__ = ["capitals"]

_LONGEST = 4  # words of a country's name or adjective
_AS_MUCH = 0.8  # of the first country's share: a text on two countries names no one's capital


def capitals(reading: Reading, hints: Hints, gazetteer: Gazetteer) -> Iterator[Sighting]:
    """Every "the capital", "the Syrian capital", "Syria's capital" and "the capital of Syria" that
    no name follows, with its city."""
    for at, word in enumerate(reading.words):
        if word.key != "capital" or reading.capital(at):
            continue
        if reading.shouting[at] and not _sets(reading, at):
            continue
        if (land := _land_after(reading, at + 1)) and (city := _city(land, gazetteer)):
            yield Sighting(at, at, key_of(city.name), (city,))
        if _is_named(reading, at + 1, gazetteer):
            continue
        land = _owner(reading, at) or _land_before(reading, at, hints)
        city = _city(land, gazetteer) if land else None
        if city is not None:
            yield Sighting(at, at, key_of(city.name), (city,))


def _sets(reading: Reading, at: int) -> bool:
    """ "IN THE SALVADORAN CAPITAL", "IN PARTS OF THE CAPITAL": in a line of capitals the place of
    something, not where a report comes from, nor the town of a quarter that is named."""
    article = next((i for i in range(at - 1, at - _LONGEST, -1) if reading.key(i) == "the"), at)
    before, words = reading.key(article - 1), toponym_words()
    return before in words.locative - _FROM or (
        before == "of" and singular(reading.key(article - 2)) in words.parts
    )


_FROM = frozenset(["from", "via", "leaving"])


def _land_before(reading: Reading, at: int, hints: Hints) -> str | None:
    """The country of "the South Korean capital", or of "the capital" of the one told of."""
    for first in range(at - _LONGEST, at):
        adjective = country_of_adjective().get(_keys(reading, first, at))
        if adjective and reading.key(first - 1) == "the":
            return adjective
    return _land(hints) if reading.key(at - 1) == "the" else None


def _owner(reading: Reading, at: int) -> str | None:
    """The country of "South Sudan's capital"."""
    if at == 0 or not reading.words[at - 1].possessive:
        return None
    starts = range(at - 1 - _LONGEST, at - 1)
    return next((land for start in starts if (land := _exactly(reading, start, at - 1))), None)


def _land_after(reading: Reading, after: int) -> str | None:
    """The country of "the capital of Somalia"."""
    if reading.key(after) != "of" or reading.key(after - 2) != "the":
        return None
    start = after + (2 if reading.key(after + 1) == "the" else 1)
    ends = range(start + _LONGEST, start, -1)
    return next((land for end in ends if (land := _exactly(reading, start, end))), None)


def _exactly(reading: Reading, start: int, end: int) -> str | None:
    if start < 0 or end > len(reading.words) or not reading.words[start].capital:
        return None
    land = country_named(_keys(reading, start, end))
    return land if land and countries()[land].capital else None


def _keys(reading: Reading, start: int, end: int) -> str:
    return " ".join(reading.key(at) for at in range(max(start, 0), end))


def _is_named(reading: Reading, after: int, gazetteer: Gazetteer) -> bool:
    """ "the capital Damascus", "the capital, Damascus", "the capital of Homs province" """
    if reading.key(after) == "city":
        after += 1
    if reading.key(after) in ("of", "punishment", "controls", "market", "offence"):
        return True
    if after >= len(reading.words) or reading.gap(after) not in (" ", ", ", "\n", ",\n"):
        return False
    if not reading.shouting[after]:
        return reading.words[after].capital
    keys = (
        join_keys([reading.key(i) for i in range(after, end)]) for end in (after + 1, after + 2)
    )
    return any(c.quality is MatchQuality.NAME for key in keys for c in gazetteer.lookup_key(key))


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
