"""The country that a message is about, by the program's own gazetteer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

from tallystick.extract.places.mentions import find_places
from tallystick.vocab.countries import country_of_adjective

COUNTRIES: Final[Mapping[str, str]] = {
    "EL SALVADOR": "SV", "COLOMBIA": "CO", "PERU": "PE", "GUATEMALA": "GT", "CHILE": "CL",
    "BOLIVIA": "BO", "HONDURAS": "HN", "NICARAGUA": "NI", "PANAMA": "PA", "ECUADOR": "EC",
    "ARGENTINA": "AR", "VENEZUELA": "VE", "COSTA RICA": "CR", "MEXICO": "MX", "BRAZIL": "BR",
    "URUGUAY": "UY", "PARAGUAY": "PY", "CUBA": "CU", "UNITED STATES": "US", "SPAIN": "ES",
}  # fmt: skip
_WORD = 2  # weight of a country's adjective against one of its places


def country_of(text: str) -> str:
    """The country that most places and adjectives of a text belong to, as the key names it.

    "" where none of the countries that a key names is spoken of.
    """
    found: Counter[str] = Counter()
    for mention in find_places(text.upper()):
        if mention.place.country:
            found[mention.place.country] += 1
    adjectives = {word.lower(): code for word, code in country_of_adjective().items()}
    for word in text.lower().split():
        if word.strip(".,;:\"'()[]") in adjectives:
            found[adjectives[word.strip(".,;:\"'()[]")]] += _WORD
    named = [(count, name) for name, code in COUNTRIES.items() if (count := found[code])]
    return max(named)[1] if named else ""
