"""Which place a name stands for: by what holds it in the text, the document's countries, its
neighbours, and how many people live there.

One sense per document: a name keeps its meaning unless a mention says otherwise ("Tripoli,
Lebanon"). The order of evidence follows Leidner (2007), *Toponym Resolution in Text*:
containment, then spatial minimality, then the default sense by population.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import TypeVar

from tallystick.extract.places.evidence import is_container
from tallystick.extract.places.focus import NOWHERE, Focus, Home, Vote, votes_of
from tallystick.extract.places.names_of_bodies import within_names
from tallystick.extract.places.toponyms import Reading, Sighting
from tallystick.model.geometry import great_circle_km
from tallystick.model.values import PlacePrecision
from tallystick.vocab.countries import countries, country_of_adjective
from tallystick.vocab.gazetteer import Candidate, MatchQuality
from tallystick.vocab.placekeys import SKELETON_COUNTRIES, key_of
from tallystick.vocab.toponyms import PLACE_NOUNS, toponym_words

K = TypeVar("K")
_CAPITALS = {c.code: c.capital for c in countries().values() if c.capital}

__all__ = ["Hints", "choose", "containers", "hints_of", "is_capital", "within"]

_KIND_PRIOR = {
    "country": 10.0, "admin1": 5.3, "territory": 7.5, "region": 6.5, "sea": 6.5, "strait": 6.5,
    "desert": 4.5, "county": 3.0, "district": 4.0, "quarter": 3.6, "town": 3.8, "camp": 4.2,
    "island": 4.0,
}  # fmt: skip
_SITE_PRIOR = 4.2
_WIDE = frozenset(["region", "sea", "strait"])
_ABROAD = frozenset({"US", "GB", "FR", "RU"})  # named everywhere as powers: weak hints
_COUNTRY_WEIGHT = 4.0
_SHORTLIST = 60
_COUNTY_KM = 90.0
_CAPITAL = 1.5
_SEAT = 6.0
_UNSPOKEN = 3.0  # of a little place in a land that a text on several lands never names
_REPORTED = 0.8  # of the land that a dateline names
_OTHER = 1.0
_OTHER_NAMED = 4.0
_ALONE = 0.3
_NOTHING = 1e-6
_A_TOWN = 5_000
_HAMLET = 4.0  # what a hamlet must make up for that has a country's name
_ROUNDS = 3
_MOST_VOTERS = 40
_HOME_COUNTRY = 1.5
_HOME_VOTE = 1.0
_VARIANT_SHARE = 0.5
_FAMOUS = 500_000
_A_NAME = 5  # letters: a shorter one is too like a word
_LITTLE = 50_000
_A_CITY = 100_000
_VILLAGES = frozenset(["village", "town", "hamlet", "locality", "city"])
_IN_TOWN = frozenset(["neighborhood", "neighbourhood", "quarter", "suburb", "district"])
_PARTS = frozenset(["neighborhood", "neighbourhood", "quarter", "suburb", "village", "hamlet"])


@dataclass(frozen=True, slots=True)
class Hints:
    """How much a document speaks of each country, 0 to 1, by names that can mean one only.

    ``worldly``: whether it names several countries; there a capital is a seat of one.
    ``voices``: what each name told of its country, so that it can be left out; ``little``: what
    little towns told of theirs."""

    countries: Mapping[str, float]
    worldly: bool = False
    voices: Mapping[str, float] = field(default_factory=dict)
    counts: Mapping[str, float] = field(default_factory=dict)
    little: Mapping[str, float] = field(default_factory=dict)

    def besides(self, key: str, place: Candidate, *, plainly: bool = False) -> Mapping[str, float]:
        """The countries as all other names tell of them: a name does not speak for itself; nor,
        ``plainly``, do little towns, of which two namesakes far off would for each other."""
        country, voice = place.country or "", self.voices.get(key, 0.0)
        lessen = dict(self.little) if plainly else {}
        if voice and not (plainly and _is_little(place)):
            lessen[country] = lessen.get(country, 0.0) + voice
        rest = {land: count - lessen.get(land, 0.0) for land, count in self.counts.items()}
        return _shares({land: count for land, count in rest.items() if count > _NOTHING})

    def of(self, candidate: Candidate) -> float:
        return _COUNTRY_WEIGHT * self.countries.get(candidate.country or "", 0.0)


def hints_of(
    reading: Reading,
    sightings: Sequence[Sighting],
    keep: Sequence[bool],
    land: str | None = None,
) -> Hints:
    """From country names, adjectives, names that can only mean one place, and the ``land`` that a
    text is reported from.

    The name of a country that is a town's as well ("Lebanon") is a full hint only where
    something else speaks of that country.
    """
    nations: defaultdict[str, float] = defaultdict(float)
    shared: defaultdict[str, float] = defaultdict(float)
    voices: defaultdict[str, float] = defaultdict(float)
    little: defaultdict[str, float] = defaultdict(float)
    adjectives = country_of_adjective()
    for word in reading.words:
        if word.capital and word.key in adjectives:
            nations[adjectives[word.key]] += _weight(adjectives[word.key], 0.5)
    for country in within_names(reading, sightings):
        nations[country] += _weight(country, 0.5)
    lands = set(nations)
    if land is not None:
        nations[land] += _weight(land, _REPORTED)
    spoken = (lands | _named(sightings)) - _ABROAD
    for sighting, kept in _once(sightings, keep):
        only = _unambiguous(sighting)
        if only is not None and _is_at_home(sighting, only, spoken):
            continue
        if only is None or only.country is None or not (kept or only.kind == "country"):
            continue
        tally = shared if only.kind == "country" and _is_shared(sighting) else nations
        tally[only.country] += (voice := _voice(only))
        if only.kind != "country":
            voices[sighting.key] += voice
            little[only.country] += voice if _is_little(only) else 0.0
        if only.kind == "country" and tally is nations:
            lands.add(only.country)
    for country, voice in shared.items():
        nations[country] += voice if nations.get(country) else _ALONE * voice
    return Hints(_shares(nations), len(lands) > 1, voices, nations, little)


def _named(sightings: Sequence[Sighting]) -> set[str]:
    """The countries that a text calls by their names."""
    found = (c for s in sightings for c in s.candidates if c.kind == "country")
    return {c.country for c in found if c.country and c.quality is MatchQuality.NAME}


def _is_at_home(sighting: Sighting, only: Candidate, spoken: Set[str]) -> bool:
    """Whether a name that is best known abroad is a place's of a country that is spoken of."""
    if only.kind == "country" or only.country in spoken:
        return False
    return any(c.country in spoken and c.quality is MatchQuality.NAME for c in sighting.candidates)


def _is_shared(sighting: Sighting) -> bool:
    """Whether a town elsewhere has the very name of the country."""
    return any(
        c.kind == "town" and c.quality is MatchQuality.NAME and c.population >= _A_TOWN
        for c in sighting.candidates
    )


def _voice(only: Candidate) -> float:
    """How much a name that can only be one place tells of the document's country."""
    if only.kind == "country":
        return _weight(only.country or "", 1.0)
    return 0.2 if _is_little(only) else 0.8


def _is_little(place: Candidate) -> bool:
    return place.kind == "town" and not place.own and place.population < _LITTLE


def _once(sightings: Sequence[Sighting], keep: Sequence[bool]) -> Iterator[tuple[Sighting, bool]]:
    """Each name at most twice: to be named often is not to be more places."""
    seen: defaultdict[str, int] = defaultdict(int)
    for sighting, kept in zip(sightings, keep, strict=True):
        seen[sighting.key] += 1
        if seen[sighting.key] <= 2:
            yield sighting, kept


def _weight(country: str, weight: float) -> float:
    return weight * (0.3 if country in _ABROAD else 1.0)


def _shares(counts: Mapping[K, float]) -> dict[K, float]:
    damped = {key: math.log1p(count) for key, count in counts.items()}
    top = max(damped.values(), default=0.0) or 1.0
    return {key: value / top for key, value in damped.items()}


def _unambiguous(sighting: Sighting) -> Candidate | None:
    if not sighting.candidates:
        return None
    best = max(sighting.candidates, key=lambda c: prior(c, sighting))
    if best.kind == "country" and any(c.division for c in sighting.candidates):
        return None  # Georgia
    if best.kind == "country" or len(sighting.candidates) == 1:
        return best if best.quality is MatchQuality.NAME else None
    rest = max(prior(c, sighting) for c in sighting.candidates if c is not best)
    return best if prior(best, sighting) > rest + 2.0 else None


def prior(candidate: Candidate, sighting: Sighting) -> float:
    """How readily the name means that place, before the document is heard."""
    if candidate.kind == "town" and not candidate.own:
        score = math.log10(candidate.people + 10)
    else:
        score = _KIND_PRIOR.get(candidate.kind, _SITE_PRIOR)
        score += 2.0 if candidate.kind in _WIDE and " " in sighting.key else 0.0
    if candidate.kind == "admin1" and sighting.noun is None and sighting.twin:
        score -= 2.5
    if is_capital(candidate) and not (
        sighting.named and candidate.quality is MatchQuality.ALTERNATE
    ):
        score += _CAPITAL
    if candidate.quality is MatchQuality.ALTERNATE:
        score -= _alternate(candidate, sighting)
    elif candidate.quality is MatchQuality.VARIANT:
        score -= 2.5
    return score + _noun_fit(candidate, sighting)


def is_capital(candidate: Candidate) -> bool:
    """Whether it is the town from which its country is governed."""
    named = candidate.name == _CAPITALS.get(candidate.country or "")
    return named and candidate.kind == "town" and candidate.quality is not MatchQuality.VARIANT


def _alternate(candidate: Candidate, sighting: Sighting) -> float:
    """What another name of a place costs it; less in lands whose names are spelled many ways."""
    if candidate.country in SKELETON_COUNTRIES or candidate.own:
        return 2.0 if sighting.named else 1.0
    return _OTHER_NAMED if sighting.named else _OTHER


def _noun_fit(candidate: Candidate, sighting: Sighting) -> float:
    if sighting.noun is None:
        return 0.0
    wanted = PLACE_NOUNS[sighting.noun]
    if candidate.precision is wanted:
        return 3.0
    if wanted is PlacePrecision.SITE:
        return 0.0
    coarse = {PlacePrecision.PROVINCE, PlacePrecision.DISTRICT, PlacePrecision.REGION}
    return -0.5 if candidate.precision in coarse and wanted in coarse else -2.5


def containers(reading: Reading, sightings: Sequence[Sighting]) -> dict[int, tuple[Sighting, ...]]:
    """Index of a sighting to the sightings that the words put around it, nearest first."""
    found: dict[int, tuple[Sighting, ...]] = {}
    for at in range(len(sightings) - 2, -1, -1):
        inner, outer = sightings[at], sightings[at + 1]
        if not is_container(reading, inner, outer):
            continue
        if _could_hold(inner, outer) or _is_part(reading, inner, outer):
            found[at] = (outer, *found.get(at + 1, ()))
    for at in range(1, len(sightings)):
        owner = sightings[at - 1]
        if _owns(reading, owner, sightings[at]) and _could_hold(sightings[at], owner):
            found[at] = (*found.get(at, ()), owner)
    return found


def _owns(reading: Reading, owner: Sighting, inner: Sighting) -> bool:
    """ "Erbil's Harir base", "Iraq's western Anbar province" """
    at = owner.last + 1
    if at >= inner.first or not reading.words[at].possessive:
        return False
    return (
        inner.first - at <= 3
        and "," not in reading.text[reading.words[at].end : reading.words[inner.first].start]
    )


def _is_part(reading: Reading, inner: Sighting, outer: Sighting) -> bool:
    """ "The Zobrak district of Damascus", though another Zobrak is known"""
    at = inner.noun_first
    if at is None or inner.noun not in _IN_TOWN or reading.key(at + 1) not in ("in", "of"):
        return False
    return outer.first <= at + 3 and any(c.population >= _A_CITY for c in outer.candidates)


def _could_hold(inner: Sighting, outer: Sighting) -> bool:
    if all(c.quality is not MatchQuality.NAME for c in inner.candidates):
        called = inner.noun_first is not None  # "the Zobrak district of Damascus"
        beside = any(inside(c, o) for c in inner.candidates for o in outer.candidates)
        return outer.known or called or beside
    return any(inside(c, o) for c in inner.candidates for o in outer.candidates)


def inside(inner: Candidate, outer: Candidate) -> bool:
    """Whether one place lies in another, as far as the gazetteer can tell."""
    if inner.id == outer.id or inner.country != outer.country or inner.kind == "country":
        return False
    if outer.kind == "country":
        return True
    if outer.division:
        return _in_division(inner, outer)
    if outer.kind == "county":
        known = inner.lat is not None and outer.lat is not None
        near = within(inner, outer, _COUNTY_KM) if known else True
        return inner.admin1 == outer.admin1 and not inner.division and near
    if inner.precision is PlacePrecision.PROVINCE:
        return False
    reach = 300.0 if outer.precision is PlacePrecision.REGION else 40.0
    return inner.kind != "county" and within(inner, outer, reach)


def _in_division(inner: Candidate, outer: Candidate) -> bool:
    if inner.division:
        return False
    if inner.admin1 is not None:
        return key_of(inner.admin1) == key_of(outer.admin1 or outer.name)
    return within(inner, outer, 200.0)


def within(a: Candidate, b: Candidate, reach: float) -> bool:
    """Whether two places are known to be no more than so many km apart."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return False
    return great_circle_km(a.lat, a.lon, b.lat, b.lon) <= reach


def choose(
    sightings: Sequence[Sighting],
    held: Mapping[int, tuple[Sighting, ...]],
    hints: Hints,
    home: Home = NOWHERE,
) -> list[Candidate | None]:
    """The place of each sighting; ``None`` where no place of that name fits."""
    by_key = _containers_by_key(sightings, held)
    cases = [
        _Case(s, tuple(held.get(at) or by_key.get(s.key, ()))) for at, s in enumerate(sightings)
    ]
    scored = {case: _scored(case, hints, home) for case in dict.fromkeys(cases)}
    focus = Focus()
    for _ in range(_ROUNDS):
        focus = Focus(_votes(scored, focus, home))
    chosen = {case: _best(case, found, hints, focus) for case, found in scored.items()}
    return _around_them(sightings, held, [chosen[case] for case in cases])


def _around_them(
    sightings: Sequence[Sighting],
    held: Mapping[int, tuple[Sighting, ...]],
    chosen: list[Candidate | None],
) -> list[Candidate | None]:
    """With what the words put around a place where that place lies: "Laredo, **Texas**" is of no
    hamlet called Texas, though the text is on Mexico."""
    number = {sighting.first: at for at, sighting in enumerate(sightings)}
    for at, around in held.items():
        inner = chosen[at]
        for outer in around if inner is not None and inner.kind == "town" else ():
            there = chosen[number[outer.first]]
            if inner is None or there is None or there.kind != "town" or inside(inner, there):
                continue
            holding = (c for c in outer.candidates if c.division and inside(inner, c))
            chosen[number[outer.first]] = next(holding, there)
    return chosen


@dataclass(frozen=True, slots=True)
class _Case:
    """A name with what the words put around it; where both are the same, so is the place."""

    sighting: Sighting = field(compare=False)
    around: tuple[Sighting, ...] = field(compare=False)
    signature: tuple[str, str | None, tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        keys = tuple(outer.key for outer in self.around)
        object.__setattr__(self, "signature", (self.sighting.key, self.sighting.noun, keys))


_Scored = list[tuple[float, Candidate]]


def _containers_by_key(
    sightings: Sequence[Sighting], held: Mapping[int, tuple[Sighting, ...]]
) -> dict[str, tuple[Sighting, ...]]:
    found: dict[str, tuple[Sighting, ...]] = {}
    for at, around in held.items():
        found.setdefault(sightings[at].key, around)
    return found


def _scored(case: _Case, hints: Hints, home: Home) -> _Scored:
    """The places of a name with all that speaks for each but the other names."""
    candidates = tuple(_likely(case.sighting))
    if len(candidates) > _SHORTLIST:
        ranked = sorted(candidates, key=lambda c: -prior(c, case.sighting) - hints.of(c))
        candidates = tuple(ranked[:_SHORTLIST])
    return [(_score(c, case, hints, home), c) for c in candidates]


def _likely(sighting: Sighting) -> Iterator[Candidate]:
    """The places of a name without those that are called so besides, where others are named so.

    A country's very name stands for no town that is spelled like it or was once called so; a
    further name of a town for none where a larger town has it as its own; a part of the world
    ("the Middle East") for no little town.
    """
    part = next((c for c in sighting.candidates if c.own and c.kind in _WIDE), None)
    if part is not None and " " in sighting.key and sighting.noun is None:
        largest = max(c.population for c in sighting.candidates)
        if part.quality is MatchQuality.NAME and largest < _A_CITY:
            yield part
            return
    named = [c for c in sighting.candidates if c.quality is MatchQuality.NAME]
    nation = any(c.kind == "country" for c in named)
    largest = max((c.population for c in named if c.kind == "town"), default=0)
    for candidate in sighting.candidates:
        if candidate.quality is not MatchQuality.NAME and nation:
            continue
        if candidate.quality is not MatchQuality.NAME and not candidate.own:
            loose = candidate.country in SKELETON_COUNTRIES
            if not loose and candidate.population < largest:
                continue
        yield candidate


def _votes(scored: Mapping[_Case, _Scored], before: Focus, home: Home) -> Iterator[Vote]:
    """What each name votes for, after hearing what the others voted for last."""
    seen: set[str] = set()
    for case, places in scored.items():
        key = case.sighting.key
        if key not in seen and len(seen) < _MOST_VOTERS:
            seen.add(key)
            yield from votes_of(key, _heard(places, key, before))
    if home.candidates and home.key not in seen:
        places = [(math.log10(c.population + 10), c) for c in home.candidates]
        yield from votes_of(home.key, _heard(places, home.key, before), _HOME_VOTE)


def _heard(places: _Scored, key: str, focus: Focus) -> _Scored:
    return [(score + focus.support(c, key), c) for score, c in places]


def _best(case: _Case, scored: _Scored, hints: Hints, focus: Focus) -> Candidate | None:
    if not scored:
        return None
    best = max(_heard(scored, case.sighting.key, focus), key=lambda pair: pair[0])[1]
    if case.sighting.given:
        return best
    return best if _warranted(best, case.sighting, case.around, hints) else None


def _warranted(
    best: Candidate, sighting: Sighting, around: tuple[Sighting, ...], hints: Hints
) -> bool:
    """Whether a loose match is of a country that the document speaks of."""
    if best.quality is MatchQuality.NAME:
        return True
    if around:
        return any(inside(best, o) for outer in around for o in outer.candidates)
    if sighting.noun in _PARTS and best.population >= _A_CITY:
        return False
    if (
        best.kind == "quarter"
        and best.quality is MatchQuality.VARIANT
        and sighting.noun in _VILLAGES
    ):
        return False
    lands = hints.besides(sighting.key, best)
    share = lands.get(best.country or "", 0.0)
    if best.quality is MatchQuality.VARIANT:
        return share >= _VARIANT_SHARE
    if share > 0 or best.own:
        return True
    famous = best.population >= _FAMOUS and len(sighting.key) >= _A_NAME
    return famous or (sighting.last > sighting.first and not (lands and _is_plain(sighting.key)))


def _is_plain(key: str) -> bool:
    """Whether a name is made of ordinary words: "Youth City"."""
    common = toponym_words().common
    return any(word in PLACE_NOUNS or word in common for word in key.split())


def _score(candidate: Candidate, case: _Case, hints: Hints, home: Home) -> float:
    score = prior(candidate, case.sighting) + hints.of(candidate)
    if hints.worldly and is_capital(candidate):
        score += _SEAT
    if hints.worldly and candidate.population < _LITTLE and not hints.of(candidate):
        score -= _UNSPOKEN
    if home.country and candidate.country == home.country:
        score += _HOME_COUNTRY
    if candidate.kind == "town" and candidate.population < _A_TOWN and _is_nation(case.sighting):
        score -= _HAMLET
    for outer in case.around:
        if any(inside(candidate, o) for o in outer.candidates):
            score += 10.0
    return score


def _is_nation(sighting: Sighting) -> bool:
    """Whether a country bears the very name."""
    return any(c.kind == "country" and c.quality is MatchQuality.NAME for c in sighting.candidates)
