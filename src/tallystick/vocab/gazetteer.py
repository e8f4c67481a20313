"""Places by name: GeoNames' towns, countries, and the project's own files of the rest.

The own files (``data/places_*.csv``, ``data/admin1.csv``) hold what GeoNames' town list
lacks: bases, camps, oil fields, crossings, quarters, straits, regions, provinces with their
spellings. GeoNames data are CC BY 4.0 (https://www.geonames.org).
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from tallystick.errors import VocabularyError
from tallystick.model.document import Span
from tallystick.model.values import Place, PlacePrecision
from tallystick.vocab.cityindex import City, CityIndex, MatchQuality, open_index
from tallystick.vocab.countries import countries, us_counties, us_states
from tallystick.vocab.matching import Hit
from tallystick.vocab.placekeys import (
    SKELETON_COUNTRIES,
    Word,
    join_keys,
    key_of,
    skeleton_of,
    words_of,
)

__all__ = ["Candidate", "Gazetteer", "MatchQuality", "load_gazetteer", "own_entries"]

_KINDS: dict[str, PlacePrecision] = {
    **dict.fromkeys(
        [
            "base",
            "airport",
            "camp",
            "field",
            "refinery",
            "pipeline",
            "plant",
            "nuclear",
            "crossing",
            "embassy",
            "dam",
            "port",
            "bridge",
            "prison",
            "hospital",
            "island_base",
            "compound",
            "mountain",
            "site",
        ],
        PlacePrecision.SITE,
    ),
    **dict.fromkeys(["town", "quarter", "island"], PlacePrecision.TOWN),
    **dict.fromkeys(["district", "county"], PlacePrecision.DISTRICT),
    "admin1": PlacePrecision.PROVINCE,
    "territory": PlacePrecision.PROVINCE,  # a division that its bare name mostly means
    "country": PlacePrecision.COUNTRY,
    **dict.fromkeys(["region", "sea", "strait", "desert", "border"], PlacePrecision.REGION),
}
_MIN_OWN_SKELETON = 4
_MIN_SEAT = 20_000
_UNCOUNTED = 1_000  # people; GeoNames' list has places of 500 and more
_NAMED_LIKE_OTHERS = frozenset({"NY", "WA", "DC", "GA"})  # bare, a city's or country's name


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name can stand for.

    ``id`` is "gn:" and the GeoNames number, or "ts:" and a slug for the project's own
    entries; ``kind`` is "town", "admin1", "country", "base", "airport" and so on.
    ``population`` is 0 where unknown, ``lat`` and ``lon`` WGS 84 degrees or ``None``.
    """

    id: str
    name: str
    precision: PlacePrecision
    kind: str
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    quality: MatchQuality = MatchQuality.NAME

    @property
    def place(self) -> Place:
        """The place as a statement gives it."""
        return Place(
            name=self.name,
            precision=self.precision,
            id=self.id,
            country=self.country,
            admin1=self.admin1,
            lat=self.lat,
            lon=self.lon,
        )

    @property
    def people(self) -> int:
        """How many live there, to the order of magnitude; a thousand where nobody counted."""
        return self.population + 1 if self.population else _UNCOUNTED

    @property
    def division(self) -> bool:
        """Whether it is a first-level division of a country."""
        return self.kind in ("admin1", "territory")

    @property
    def own(self) -> bool:
        """Whether it is from the project's own files rather than a town of GeoNames."""
        return self.id.startswith("ts:")


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """A row of the project's own files: a place and its further spellings."""

    candidate: Candidate
    spellings: tuple[str, ...]
    code: str = ""  # GeoNames' code of a first-level division


class Gazetteer:
    """Look-up of places by name, exact but for case, accents and punctuation, or by skeleton."""

    def __init__(self, cities: CityIndex, entries: Sequence[OwnEntry]) -> None:
        self._cities = cities
        self._divisions = {
            (e.candidate.country, e.code): e.candidate.name for e in entries if e.code
        }
        self._names: dict[str, list[Candidate]] = defaultdict(list)
        self._skeletons: dict[str, list[Candidate]] = defaultdict(list)
        for entry in entries:
            self._add(entry)
        for entry in entries:
            if entry.code:
                self._lend(entry)
        self._longest: dict[str, int] = {}
        for key in (*self._names, *("~" + bones for bones in self._skeletons)):
            first = key.split(" ", 1)[0]
            self._longest[first] = max(key.count(" ") + 2, self._longest.get(first, 0))
        self._lookup = lru_cache(maxsize=20000)(self._look_up)
        #: An upper bound on the words of a name that begins with a word of that key.
        self.longest = lru_cache(maxsize=50000)(self._longest_from)

    def _add(self, entry: OwnEntry) -> None:
        found = entry.candidate
        keys = {key_of(found.name): found}
        for spelling in entry.spellings:
            keys.setdefault(key_of(spelling), found)
        for key, candidate in keys.items():
            self._names[key].append(candidate)
        if found.country in SKELETON_COUNTRIES and found.kind != "country":
            variant = replace(found, quality=MatchQuality.VARIANT)
            for skeleton in {skeleton_of(key) for key in keys}:
                if len(skeleton) >= _MIN_OWN_SKELETON:
                    self._skeletons[skeleton].append(variant)

    def _lend(self, entry: OwnEntry) -> None:
        """A division's seat of the same name is called by all the division's spellings."""
        keys = {key_of(name) for name in (entry.candidate.name, *entry.spellings)}
        seats = [
            city
            for key in keys
            for city in self._cities.lookup(key)
            if (city.country, city.admin1_code) == (entry.candidate.country, entry.code)
        ]
        seat = max(seats, key=lambda city: city.population, default=None)
        if seat is None or seat.population < _MIN_SEAT:
            return
        known = self._candidate(seat._replace(quality=MatchQuality.ALTERNATE))
        for key in keys - {key_of(seat.name)}:
            if all(c.id != known.id for c in map(self._candidate, self._cities.lookup(key))):
                self._names[key].append(known)

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        """Every place of that name, the likeliest without context first; empty if none."""
        return self._lookup(key_of(name))

    def knows(self, key: str) -> bool:
        """Whether the project's own files have that very key."""
        return key in self._names

    def lookup_key(self, key: str) -> tuple[Candidate, ...]:
        """As :meth:`lookup`, of a key (see :func:`tallystick.vocab.placekeys.key_of`)."""
        return self._lookup(key)

    def _look_up(self, key: str) -> tuple[Candidate, ...]:
        found = [*self._names.get(key, ()), *map(self._candidate, self._cities.lookup(key))]
        if any(c.quality is MatchQuality.NAME and c.own for c in found):
            return tuple(found)
        return (*found, *self._variants(key, {c.id for c in found}))

    def _variants(self, key: str, known: set[str]) -> Iterator[Candidate]:
        skeleton = skeleton_of(key)
        if len(skeleton) < _MIN_OWN_SKELETON or not skeleton.isascii():
            return
        cities = map(self._candidate, self._cities.lookup_skeleton(skeleton))
        for candidate in (*self._skeletons.get(skeleton, ()), *cities):
            if candidate.id not in known:
                known.add(candidate.id)
                yield candidate

    def _candidate(self, city: City) -> Candidate:
        return Candidate(
            id=f"gn:{city.geonameid}",
            name=city.name,
            precision=PlacePrecision.TOWN,
            kind="town",
            country=city.country,
            admin1=self._divisions.get((city.country, city.admin1_code)),
            lat=city.lat,
            lon=city.lon,
            population=city.population,
            quality=city.quality,
        )

    def _longest_from(self, first: str) -> int:
        bone = skeleton_of(first)
        exact = max(self._longest.get(first, 0), self._cities.longest(first))
        if not bone:
            return exact
        loose = max(self._longest.get("~" + bone, 0), self._cities.longest("~" + bone) + 1)
        return max(exact, loose if loose > 1 else 0)

    def find(self, text: str) -> list[Hit[tuple[Candidate, ...]]]:
        """Every name in a text that begins with a capital, leftmost longest, with its places.

        No context is weighed here: "Reading" at the head of a sentence is found too. See
        :func:`tallystick.extract.places.mentions.find_places` for the pass that weighs it.
        """
        words = [w for w in words_of(text) if not w.possessive]
        hits: list[Hit[tuple[Candidate, ...]]] = []
        at = 0
        while at < len(words):
            size, found = self._longest_at(words, at)
            if found:
                hits.append(Hit(Span(words[at].start, words[at + size - 1].end), found))
            at += size
        return hits

    def _longest_at(self, words: Sequence[Word], at: int) -> tuple[int, tuple[Candidate, ...]]:
        if not words[at].capital:
            return 1, ()
        limit = min(self.longest(words[at].key), len(words) - at)
        for size in range(limit, 0, -1):
            last = words[at + size - 1]
            if last.capital or last.key[0].isdigit():
                found = self._lookup(join_keys([w.key for w in words[at : at + size]]))
                if found:
                    return size, found
        return 1, ()


@lru_cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer, from the user's cache of GeoNames' towns and the package's own files.

    The first call on a machine builds the cache (about ten seconds), later ones take a
    tenth of a second.
    """
    return Gazetteer(open_index(), own_entries())


@lru_cache
def own_entries() -> tuple[OwnEntry, ...]:
    """Countries, states and counties, and every row of the project's own files.

    Raises :class:`~tallystick.errors.VocabularyError` naming file and line of a bad row.
    """
    data = files("tallystick.vocab").joinpath("data")
    names = sorted(
        p.name for p in data.iterdir() if p.name.startswith(("places_", "admin1")) and p.is_file()
    )
    rows = [
        e for name in names for e in _file_entries(name, data.joinpath(name).read_text("utf-8"))
    ]
    return (*_country_entries(), *_state_entries(), *_county_entries(), *rows)


def _file_entries(name: str, text: str) -> Iterator[OwnEntry]:
    for number, row in enumerate(csv.DictReader(text.splitlines()), 2):
        try:
            yield _row_entry(row)
        except (KeyError, ValueError, TypeError) as error:
            raise VocabularyError(f"{name}, line {number}: {error!r} in {row}") from error


def _row_entry(row: dict[str, str]) -> OwnEntry:
    kind = row["kind"]
    candidate = Candidate(
        id=row["id"],
        name=row["name"],
        precision=_KINDS[kind],
        kind=kind,
        country=row["country"] or None,
        admin1=row["admin1"] or None,
        lat=float(row["lat"]) if row["lat"] else None,
        lon=float(row["lon"]) if row["lon"] else None,
    )
    return OwnEntry(candidate, _split(row["spellings"]), row.get("code") or "")


def _split(spellings: str) -> tuple[str, ...]:
    return tuple(s.strip() for s in spellings.split(";") if s.strip())


def _country_entries() -> Iterable[OwnEntry]:
    for country in countries().values():
        candidate = Candidate(
            id=f"gn:{country.geonameid}",
            name=country.name,
            precision=PlacePrecision.COUNTRY,
            kind="country",
            country=country.code,
            lat=country.lat,
            lon=country.lon,
            population=country.population,
        )
        yield OwnEntry(candidate, country.names)


def _state_entries() -> Iterable[OwnEntry]:
    for state in us_states().values():
        candidate = Candidate(
            id=f"gn:{state.geonameid}",
            name=state.name,
            precision=PlacePrecision.PROVINCE,
            kind="admin1" if state.code in _NAMED_LIKE_OTHERS else "territory",
            country="US",
            admin1=state.name,
            lat=state.lat,
            lon=state.lon,
        )
        yield OwnEntry(candidate, (), state.code)


def _county_entries() -> Iterable[OwnEntry]:
    for county in us_counties():
        state = us_states().get(county.state)
        if state is None:
            continue
        yield OwnEntry(
            Candidate(
                id=f"ts:us-{county.state.lower()}-{key_of(county.name).replace(' ', '-')}",
                name=county.name,
                precision=PlacePrecision.DISTRICT,
                kind="county",
                country="US",
                admin1=state.name,
                lat=county.lat,
                lon=county.lon,
            ),
            (),
        )
