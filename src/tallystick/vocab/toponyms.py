"""The words around and inside place names, from ``data/toponym_words.toml`` and here."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from tallystick.model.values import PlacePrecision

__all__ = [
    "COMPASS",
    "NATURAL",
    "PLACE_NOUNS",
    "RELATIONS",
    "ToponymWords",
    "singular",
    "toponym_words",
]

_SITE, _TOWN = PlacePrecision.SITE, PlacePrecision.TOWN
_DISTRICT, _PROVINCE = PlacePrecision.DISTRICT, PlacePrecision.PROVINCE

#: Nouns that say what a name beside them is: "the village of X", "X province".
PLACE_NOUNS: dict[str, PlacePrecision] = {
    **dict.fromkeys(
        ["city", "town", "village", "hamlet", "neighborhood", "neighbourhood", "suburb"], _TOWN
    ),
    **dict.fromkeys(["locality", "quarter", "settlement", "kibbutz", "colonia", "barrio"], _TOWN),
    **dict.fromkeys(["farm", "ranch", "estate", "hacienda", "island", "hill", "valley"], _TOWN),
    **dict.fromkeys(["gorge", "river", "forest", "ford", "ridge", "mountain", "heights"], _TOWN),
    **dict.fromkeys(["district", "subdistrict", "county", "municipality", "canton"], _DISTRICT),
    **dict.fromkeys(["parish", "township", "borough", "commune", "territory"], _DISTRICT),
    **dict.fromkeys(["province", "governorate", "oblast", "department", "state"], _PROVINCE),
    **dict.fromkeys(["region", "prefecture", "voivodeship"], _PROVINCE),
    **dict.fromkeys(["base", "airbase", "airfield", "airport", "garrison", "barracks"], _SITE),
    **dict.fromkeys(["camp", "crossing", "refinery", "dam", "oilfield", "checkpoint"], _SITE),
    **dict.fromkeys(["prison", "gasfield", "field", "outpost", "bridge"], _SITE),
}

#: Of these, what belongs to the name: "Red River" is not in a town called Red.
NATURAL = frozenset(["gorge", "river", "forest", "ford", "ridge", "mountain", "heights"])

#: Adjectives before the noun in "X air base", "X oil field", "X border crossing".
NOUN_ADJECTIVES = frozenset(
    "air military army naval oil gas refugee border training international".split()  # noqa: SIM905
)

#: "northern Iraq" and "north of Baghdad".
COMPASS = frozenset(
    direction + ending
    for direction in (
        *("north", "south", "east", "west", "central"),
        *("northeast", "northwest", "southeast", "southwest"),
    )
    for ending in ("", "ern", "ernmost")
)

#: Words before a name that set the event beside it, not in it, as they are reported.
RELATIONS: dict[str, str] = {
    "near": "near",
    "outside": "outside",
    "around": "around",
    "beyond": "beyond",
    "toward": "toward",
    "towards": "toward",
    "off": "off",
    "over": "over",
}


@dataclass(frozen=True, slots=True)
class ToponymWords:
    """Lower-case words by what they tell about a name beside them."""

    common: frozenset[str]
    given_names: frozenset[str]
    titles: frozenset[str]
    organisation: frozenset[str]
    facility: frozenset[str]
    speech: frozenset[str]
    acts: frozenset[str]
    locative: frozenset[str]
    weak_locative: frozenset[str]
    bodies: frozenset[str]
    streets: frozenset[str]
    calendar: frozenset[str]
    sides: frozenset[str]
    scene: frozenset[str]
    agent: frozenset[str]
    parts: frozenset[str]
    function: frozenset[str]
    local_bodies: frozenset[str]
    heads: frozenset[str]
    not_places: frozenset[str]


def singular(key: str) -> str:
    """A place noun's key in the singular: "provinces" is "province"."""
    if key.endswith("ies"):
        return key[:-3] + "y"
    return key[:-1] if key.endswith("s") else key


@lru_cache
def toponym_words() -> ToponymWords:
    """The word lists of the package."""
    path = files("tallystick.vocab").joinpath("data/toponym_words.toml")
    lists = tomllib.loads(path.read_text(encoding="utf-8"))
    sets = {name: frozenset(words.split()) for name, words in lists.items()}
    sets["not_places"] = frozenset(name.replace("_", " ") for name in sets["not_places"])
    return ToponymWords(**sets)
