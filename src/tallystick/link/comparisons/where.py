"""Comparing where."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import inf
from re import compile

from rapidfuzz.distance import Levenshtein

from tallystick.link import weights as w
from tallystick.link.comparisons.base import best, reasons
from tallystick.link.profile import Profile
from tallystick.link.weights import Level
from tallystick.model.geometry import distance_km
from tallystick.model.judgement import Reason
from tallystick.model.values import Place, PlacePrecision
from tallystick.vocab.matching import fold

_SAME = {
    PlacePrecision.SITE: w.SAME_SITE,
    PlacePrecision.TOWN: w.SAME_TOWN,
    PlacePrecision.DISTRICT: w.SAME_DISTRICT,
    PlacePrecision.PROVINCE: w.SAME_PROVINCE,
    PlacePrecision.COUNTRY: w.SAME_COUNTRY,
    PlacePrecision.REGION: w.SAME_REGION,
}
_RANK = {precision: rank for rank, precision in enumerate(PlacePrecision)}
POINTS = (PlacePrecision.SITE, PlacePrecision.TOWN)
# Up to how many kilometres two different points are one neighbourhood, beside each other,
# apart; beyond that, far apart. By how many of the two are sites.
STEPS = {
    2: ((3.0, w.NEAR_SITES), (10.0, w.PLACES_BESIDE), (inf, w.SITES_APART)),
    1: ((25.0, w.SITE_BY_TOWN), (50.0, w.PLACES_BESIDE), (120.0, w.PLACES_APART)),
    0: ((10.0, w.NEAR_TOWNS), (30.0, w.PLACES_BESIDE), (120.0, w.PLACES_APART)),
}
_REGION_KM = 350.0
_DOUBLED = compile(r"(.)\1+")
_ARTICLE = compile(r"^(?:al|ad|an|ar|as|at|az|el|la|le|los|las|the)\b[\s-]*")
_PARTS = compile(r"[\s-]+")
_LEAST_NAME, _LEAST_LIKE, _ALIKE = 5, 8, 0.86  # letters; letters; share of letters that stay
_DISTRICT_KM = 40.0


class PlaceComparison:
    """Can both be at the same place?

    The same site (a base, a crossing) speaks most for one occurrence, then the same town,
    district, province; the same country hardly. A site near the town or in the province
    that the other names fits it. Different places speak against it, the more so the
    further apart they are for how finely they are known. A place that no list has tells
    little, unless its name is the other's in another spelling or with a word more
    ("Blukwa-Mbi"), and so do two places of one name, as either may have been taken for the other.
    Where a report names several places of the finest sort, the pair that fits best is
    taken, of those on the map if both give such.
    """

    def __call__(self, a: Profile, b: Profile) -> Iterable[Reason]:
        first, second = _comparable(a.places, b.places), _comparable(b.places, a.places)
        pairs = [(p, q) for p in first for q in second]
        sure = [(p, q) for p, q in pairs if _same(p, q) or (_located(p) and _located(q))]
        return reasons(best(level for p, q in sure or pairs if (level := place_level(p, q))))


class ToldPlaceComparison:
    """Does one account name the other's place, and give none that is in a list?

    A street, a bar or a farm that no gazetteer has is likely in the town of the same account. An
    account without a place may be of any place that it names.
    """

    def __call__(self, a: Profile, b: Profile) -> Iterable[Reason]:
        for level in (_told(a, b), _told(b, a)):
            if level:
                yield level.reason(level.meaning)


def _told(a: Profile, b: Profile) -> Level | None:
    """What it says that the account of ``a``, with no place that is listed, names one of ``b``."""
    for p in a.places:  # of most pairs no more is looked at
        if _located(p) or not _is_point(p):
            return None
    if any(_same(p, q) or _alike(p.name, q.name) for p in a.places for q in b.places):
        return None
    points = (q for q in b.places if _is_point(q) and _located(q))
    if not any(a.story.weights.keys() >= set(fold(q.name).split()) for q in points):
        return None
    return w.TOLD_BESIDE if a.places else w.TOLD_ALONE


def _is_point(place: Place) -> bool:
    return place.precision in POINTS


def _located(place: Place) -> bool:
    return place.lat is not None and place.lon is not None


def _comparable(own: tuple[Place, ...], others: tuple[Place, ...]) -> tuple[Place, ...]:
    """The sites alone where both reports name sites: the town they share tells less."""
    sites = tuple(p for p in own if p.precision is PlacePrecision.SITE)
    return sites if any(p.precision is PlacePrecision.SITE for p in others) and sites else own


def place_level(p: Place, q: Place) -> tuple[Level, str] | None:
    """The level of two places and its words; ``None`` where nothing can be said."""
    p, q = sorted((p, q), key=lambda place: (_RANK[place.precision], place.name, place.id or ""))
    words = f"{p.name} and {q.name}"
    if _same(p, q):
        return _SAME[q.precision], f"the same place: {q.name}"
    if _namesakes(p, q):
        return w.NAMESAKES, f"two places of one name: {words}"
    if p.country and q.country and p.country != q.country:
        return w.PLACES_FAR, f"in different countries: {words}"
    level = _by_precision(p, q)
    return (level, _phrase(level, words, distance_km(p, q))) if level else None


def _same(p: Place, q: Place) -> bool:
    if p.id and q.id:
        return p.id == q.id
    return fold(p.name) == fold(q.name) and not (p.country and q.country and p.country != q.country)


def _namesakes(p: Place, q: Place) -> bool:
    """Whether two entries have one name: the reader of either may have taken the wrong one."""
    return {p.precision, q.precision} <= {*POINTS} and fold(p.name) == fold(q.name)


@lru_cache(maxsize=1 << 14)
def _alike(first: str, second: str) -> bool:
    """Whether two names are one in another spelling, or one has a word more than the other."""
    short, long = sorted((_letters(first), _letters(second)), key=lambda name: (len(name), name))
    if len(short) == 1 < len(long):
        long = long[:1]
    a, b = "".join(short), "".join(long)
    if min(len(a), len(b)) < _LEAST_NAME:
        return False
    like = min(len(a), len(b)) >= _LEAST_LIKE
    return a == b or (like and Levenshtein.normalized_similarity(a, b) >= _ALIKE)


def _letters(name: str) -> list[str]:
    """The parts of a name without its article, doubled letters once."""
    return _PARTS.split(_DOUBLED.sub(r"\1", _ARTICLE.sub("", fold(name))))


def _by_precision(p: Place, q: Place) -> Level | None:
    """For two different places, ``p`` not coarser than ``q``."""
    if q.precision in POINTS:
        return _points(p, q)
    if q.precision is PlacePrecision.DISTRICT:
        return _district(p, q)
    if q.precision is PlacePrecision.PROVINCE:
        return _province(p, q)
    if q.precision is PlacePrecision.COUNTRY:
        return w.SAME_COUNTRY if p.country == q.country and p.country else None
    return _region(p, q)


def _points(p: Place, q: Place) -> Level | None:
    km = distance_km(p, q)
    if km is not None:
        sites = sum(place.precision is PlacePrecision.SITE for place in (p, q))
        return next((level for most, level in STEPS[sites] if km <= most), w.PLACES_FAR)
    if _alike(p.name, q.name):
        return w.NAMES_ALIKE
    if _other_province(p, q):
        return w.PLACES_APART
    return w.UNLISTED if p.precision is q.precision else None


def _district(p: Place, q: Place) -> Level | None:
    if _other_province(p, q) or p.precision is q.precision:
        return w.PLACES_APART
    km = distance_km(p, q)
    if km is None:
        return None
    return w.SITE_BY_TOWN if km <= _DISTRICT_KM else w.PLACES_APART


def _province(p: Place, q: Place) -> Level | None:
    if p.precision is q.precision:
        return w.PLACES_APART
    inside = p.admin1 and fold(p.admin1) in (fold(q.admin1 or ""), fold(q.name))
    if inside:
        return w.IN_PROVINCE
    return w.PLACES_APART if _other_province(p, q) else None


def _region(p: Place, q: Place) -> Level | None:
    km = distance_km(p, q)
    if km is not None and p.precision in POINTS:
        return w.IN_REGION if km <= _REGION_KM else w.PLACES_BESIDE
    if p.precision is q.precision or p.precision is PlacePrecision.COUNTRY:
        return w.SAME_COUNTRY if p.country and p.country == q.country else None
    return w.IN_REGION if p.country and p.country == q.country else None


def _other_province(p: Place, q: Place) -> bool:
    return bool(p.admin1 and q.admin1 and fold(p.admin1) != fold(q.admin1))


def _phrase(level: Level, words: str, km: float | None) -> str:
    apart = f" ({km:.0f} km)" if km is not None and level is not w.IN_PROVINCE else ""
    return f"{level.meaning}: {words}{apart}"
