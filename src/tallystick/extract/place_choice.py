"""Which place a name stands for: by what holds it in the text, the document's countries, its
neighbours, and how many people live there.

One sense per document: a name keeps its meaning unless a mention says otherwise ("Tripoli,
Lebanon"). The order of evidence follows Leidner (2007), *Toponym Resolution in Text*:
containment, then spatial minimality, then the default sense by population.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tallystick.extract.place_evidence import is_container
from tallystick.extract.toponyms import Reading, Sighting
from tallystick.model.geometry import great_circle_km
from tallystick.model.values import PlacePrecision
from tallystick.vocab.countries import countries, country_of_adjective
from tallystick.vocab.gazetteer import Candidate, MatchQuality
from tallystick.vocab.placekeys import key_of
from tallystick.vocab.toponyms import PLACE_NOUNS

K = TypeVar("K")
Anchor = tuple[str, Candidate]  # a name of the document and the place chosen for it
_CAPITALS = {c.code: c.capital for c in countries().values() if c.capital}

__all__ = ["Hints", "choose", "containers", "hints_of"]

_KIND_PRIOR = {
    "country": 9.0, "admin1": 5.3, "territory": 7.5, "region": 6.5, "sea": 6.5, "strait": 6.5,
    "desert": 4.5, "county": 3.0, "district": 4.0, "quarter": 3.6, "town": 3.8, "camp": 4.2,
    "island": 4.0,
}  # fmt: skip
_SITE_PRIOR = 4.2
_WIDE = frozenset(["region", "sea", "strait"])
_FINE = frozenset({PlacePrecision.SITE, PlacePrecision.TOWN, PlacePrecision.DISTRICT})
_ABROAD = frozenset({"US", "GB", "FR", "RU"})  # named everywhere as powers: weak hints
_COUNTRY_WEIGHT = 4.0
_DIVISION_WEIGHT = 3.0
_NEAR_WEIGHT = 2.5
_NEAR_KM = 150.0
_VARIANT_SHARE = 0.3
_FAMOUS = 500_000
_LITTLE = 50_000


@dataclass(frozen=True, slots=True)
class Hints:
    """How much a document speaks of each country and of each first-level division, 0 to 1."""

    countries: Mapping[str, float]
    divisions: Mapping[tuple[str, str], float]

    def of(self, candidate: Candidate) -> float:
        country = self.countries.get(candidate.country or "", 0.0)
        division = self.divisions.get((candidate.country or "", candidate.admin1 or ""), 0.0)
        return _COUNTRY_WEIGHT * country + _DIVISION_WEIGHT * division


def hints_of(reading: Reading, sightings: Sequence[Sighting], keep: Sequence[bool]) -> Hints:
    """From country names, adjectives, and names that can only mean one place."""
    nations: defaultdict[str, float] = defaultdict(float)
    divisions: defaultdict[tuple[str, str], float] = defaultdict(float)
    adjectives = country_of_adjective()
    for word in reading.words:
        if word.capital and word.key in adjectives:
            nations[adjectives[word.key]] += _weight(adjectives[word.key], 0.5)
    for sighting, kept in _once(sightings, keep):
        if kept:
            _vote(sighting, divisions)
        only = _unambiguous(sighting)
        if only is None or only.country is None or not (kept or only.kind == "country"):
            continue
        nations[only.country] += _voice(only)
        if only.admin1:
            divisions[only.country, only.admin1] += 1.0
    return Hints(_shares(nations), _shares(divisions))


def _voice(only: Candidate) -> float:
    """How much a name that can only be one place tells of the document's country."""
    if only.kind == "country":
        return _weight(only.country or "", 1.0)
    little = only.kind == "town" and not only.own and only.population < _LITTLE
    return 0.2 if little else 0.8


def _once(sightings: Sequence[Sighting], keep: Sequence[bool]) -> Iterator[tuple[Sighting, bool]]:
    """Each name at most twice: to be named often is not to be more places."""
    seen: defaultdict[str, int] = defaultdict(int)
    for sighting, kept in zip(sightings, keep, strict=True):
        seen[sighting.key] += 1
        if seen[sighting.key] <= 2:
            yield sighting, kept


def _vote(sighting: Sighting, divisions: defaultdict[tuple[str, str], float]) -> None:
    """Every division that has a place of the name gets a share: where many names meet, wins."""
    homes = {
        (c.country, c.admin1)
        for c in sighting.candidates
        if c.country and c.admin1 and c.quality is MatchQuality.NAME
    }
    if 1 < len(homes) <= 30:
        for home in homes:
            divisions[home] += 0.5 / len(homes) ** 0.5


def _weight(country: str, weight: float) -> float:
    return weight * (0.3 if country in _ABROAD else 1.0)


def _shares(counts: Mapping[K, float]) -> dict[K, float]:
    damped = {key: math.log1p(count) for key, count in counts.items()}
    top = max(damped.values(), default=1.0)
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
        score = math.log10(candidate.population + 10)
    else:
        score = _KIND_PRIOR.get(candidate.kind, _SITE_PRIOR)
        score += 2.0 if candidate.kind in _WIDE and " " in sighting.key else 0.0
    if candidate.kind == "admin1" and sighting.noun is None and sighting.twin:
        score -= 2.5
    if candidate.name == _CAPITALS.get(candidate.country or ""):
        score += 1.0
    if candidate.quality is MatchQuality.ALTERNATE:
        score -= 2.0 if sighting.named else 1.0
    elif candidate.quality is MatchQuality.VARIANT:
        score -= 2.5
    return score + _noun_fit(candidate, sighting)


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
        if is_container(reading, inner, outer) and _could_hold(inner, outer):
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


def _could_hold(inner: Sighting, outer: Sighting) -> bool:
    if all(c.quality is not MatchQuality.NAME for c in inner.candidates):
        return outer.known or any(inside(c, o) for c in inner.candidates for o in outer.candidates)
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
        return inner.admin1 == outer.admin1 and not inner.division
    if inner.precision is PlacePrecision.PROVINCE:
        return False
    reach = 300.0 if outer.precision is PlacePrecision.REGION else 40.0
    return inner.kind != "county" and _within(inner, outer, reach)


def _in_division(inner: Candidate, outer: Candidate) -> bool:
    if inner.division:
        return False
    if inner.admin1 is not None:
        return key_of(inner.admin1) == key_of(outer.admin1 or outer.name)
    return _within(inner, outer, 200.0)


def _within(a: Candidate, b: Candidate, reach: float) -> bool:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return False
    return great_circle_km(a.lat, a.lon, b.lat, b.lon) <= reach


def choose(
    sightings: Sequence[Sighting],
    held: Mapping[int, tuple[Sighting, ...]],
    hints: Hints,
) -> list[Candidate | None]:
    """The place of each sighting; ``None`` where no place of that name fits."""
    by_key = _containers_by_key(sightings, held)
    chosen: list[Candidate | None] = []
    anchors: tuple[Anchor, ...] = ()
    for _ in range(2):
        memo: dict[tuple[str, str | None, tuple[str, ...]], Candidate | None] = {}
        chosen = []
        for at, sighting in enumerate(sightings):
            around = held.get(at) or by_key.get(sighting.key, ())
            signature = (sighting.key, sighting.noun, tuple(o.key for o in around))
            if signature not in memo:
                memo[signature] = _best(sighting, around, hints, anchors)
            chosen.append(memo[signature])
        anchors = _anchors(sightings, chosen)
    return chosen


def _containers_by_key(
    sightings: Sequence[Sighting], held: Mapping[int, tuple[Sighting, ...]]
) -> dict[str, tuple[Sighting, ...]]:
    found: dict[str, tuple[Sighting, ...]] = {}
    for at, around in held.items():
        found.setdefault(sightings[at].key, around)
    return found


def _anchors(
    sightings: Sequence[Sighting], chosen: Iterable[Candidate | None]
) -> tuple[Anchor, ...]:
    known = {
        c.id: (s.key, c)
        for s, c in zip(sightings, chosen, strict=True)
        if c is not None and c.lat is not None and c.precision in _FINE
    }
    return tuple(known.values())[:40]


def _best(
    sighting: Sighting,
    around: tuple[Sighting, ...],
    hints: Hints,
    anchors: tuple[Anchor, ...],
) -> Candidate | None:
    candidates = sighting.candidates
    if len(candidates) > 60:
        candidates = _shortlist(sighting, hints)
    scored = [(_score(c, sighting, around, hints, anchors), c) for c in candidates]
    if not scored:
        return None
    best = max(scored, key=lambda pair: pair[0])[1]
    return best if _warranted(best, sighting, around, hints) else None


def _warranted(
    best: Candidate, sighting: Sighting, around: tuple[Sighting, ...], hints: Hints
) -> bool:
    """Whether a loose match is of a country that the document speaks of."""
    if best.quality is MatchQuality.NAME:
        return True
    if around:
        return any(inside(best, o) for outer in around for o in outer.candidates)
    share = hints.countries.get(best.country or "", 0.0)
    if best.quality is MatchQuality.VARIANT:
        return share >= _VARIANT_SHARE
    return share > 0 or best.population >= _FAMOUS or best.own or sighting.last > sighting.first


def _shortlist(sighting: Sighting, hints: Hints) -> tuple[Candidate, ...]:
    ranked = sorted(sighting.candidates, key=lambda c: -prior(c, sighting) - hints.of(c))
    return tuple(ranked[:60])


def _score(
    candidate: Candidate,
    sighting: Sighting,
    around: tuple[Sighting, ...],
    hints: Hints,
    anchors: tuple[Anchor, ...],
) -> float:
    score = prior(candidate, sighting) + hints.of(candidate)
    for outer in around:
        if any(inside(candidate, o) for o in outer.candidates):
            score += 10.0
    return score + _NEAR_WEIGHT * _nearness(candidate, sighting.key, anchors)


def _nearness(candidate: Candidate, key: str, anchors: tuple[Anchor, ...]) -> float:
    """1 beside another place of the document, falling with distance."""
    if candidate.lat is None or candidate.lon is None or candidate.kind == "country":
        return 0.0
    nearest = math.inf
    for name, other in anchors:
        if name == key or other.id == candidate.id:
            continue
        assert other.lat is not None and other.lon is not None
        nearest = min(nearest, great_circle_km(candidate.lat, candidate.lon, other.lat, other.lon))
    return math.exp(-nearest / _NEAR_KM)
