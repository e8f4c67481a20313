"""Where a document is about: the places of its names that lie together, and its publisher's.

Spatial minimality (Leidner 2007): of the places that two names can stand for, those that lie
near each other are meant. All names vote at once, each for all its places by how likely they
are so far, so that several names that are ambiguous by themselves settle one another: of a
Paris, an Athens and a Palestine, those of Texas. The publisher votes too, as Lieberman,
Samet and Sankaranarayanan (2010) found that readers of local news resolve its names: by the
country of its address, and by a place in its name.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from tallystick.vocab.countries import countries
from tallystick.vocab.gazetteer import Candidate, Gazetteer, MatchQuality
from tallystick.vocab.placekeys import key_of
from tallystick.vocab.toponyms import toponym_words

__all__ = ["NOWHERE", "Focus", "Home", "Vote", "home_of", "votes_of"]

_REACH_KM = 150.0
_KM_PER_DEGREE = 111.2
_FAR_DEGREES = 5.0  # of latitude: too far to lend any support
_SHARP = 2.5  # how much surer a name is of the better of its places
_EACH = 1.0  # how much one name counts for
_SMALL = 0.02
_WIDE = frozenset(["country", "admin1", "territory", "region", "sea", "desert"])
NEAR_WEIGHT = 4.5
LAND_WEIGHT = 0.5
DIVISION_WEIGHT = 2.5
_BALLOT = 8  # places a name can vote for


@dataclass(frozen=True, slots=True)
class Vote:
    """One place that a name can mean, and how likely it is: its share of the name's votes."""

    key: str
    place: Candidate
    share: float


class Focus:
    """What the names of a document lend to one another's places."""

    def __init__(self, votes: Iterable[Vote] = ()) -> None:
        self._votes = tuple(votes)
        self._near = [v for v in self._votes if v.share > _SMALL and _is_spot(v.place)]
        self._areas: dict[_Area, dict[str, float]] = {}
        for vote in self._votes:
            for area in _areas_of(vote.place):
                named = self._areas.setdefault(area, {})
                named[vote.key] = named.get(vote.key, 0.0) + vote.share

    def support(self, candidate: Candidate, key: str) -> float:
        """How much the other names speak for a place, in units of :data:`place_choice.prior`."""
        score = NEAR_WEIGHT * self._nearness(candidate, key)
        for area, weight in zip(_areas_of(candidate), (LAND_WEIGHT, DIVISION_WEIGHT), strict=False):
            named = self._areas.get(area, {})
            score += weight * _saturated(sum(named.values()) - named.get(key, 0.0))
        return score

    def _nearness(self, candidate: Candidate, key: str) -> float:
        """0 to 1: each name counts by its likeliest place near."""
        if candidate.lat is None or candidate.lon is None or candidate.kind == "country":
            return 0.0
        narrow = math.cos(math.radians(candidate.lat))
        best: dict[str, float] = {}
        for vote in self._near:
            place = vote.place
            if vote.key == key or place.id == candidate.id:
                continue
            assert place.lat is not None and place.lon is not None
            north = abs(place.lat - candidate.lat)
            if north > _FAR_DEGREES:
                continue
            east = abs((place.lon - candidate.lon + 180.0) % 360.0 - 180.0) * narrow
            near = vote.share * math.exp(-math.hypot(north, east) * _KM_PER_DEGREE / _REACH_KM)
            if near > best.get(vote.key, 0.0):
                best[vote.key] = near
        return _saturated(sum(best.values()))


_Area = tuple[str, str | None]


def _areas_of(place: Candidate) -> Iterator[_Area]:
    """The country that a place lies in, and its first-level division."""
    if place.country:
        yield place.country, None
        if place.admin1:
            yield place.country, place.admin1


def _is_spot(place: Candidate) -> bool:
    return place.lat is not None and place.lon is not None and place.kind not in _WIDE


def _saturated(votes: float) -> float:
    return 1.0 - math.exp(-_EACH * votes)


@dataclass(frozen=True, slots=True)
class Home:
    """What a publisher's name and address tell of where its readers are.

    ``country`` is that of the address (ISO 3166-1), ``candidates`` the places that its name
    can mean, as one name among those of each of its documents; ``key`` is that name's.
    """

    country: str | None = None
    key: str = ""
    candidates: tuple[Candidate, ...] = ()


NOWHERE = Home()


# --- voting ----------------------------------------------------------------------------------


def votes_of(
    key: str, scored: Iterable[tuple[float, Candidate]], weight: float = 1.0
) -> Iterator[Vote]:
    """The votes of one name, from the scores of its places: their shares add up to ``weight``."""
    best = sorted(scored, key=lambda pair: -pair[0])[:_BALLOT]
    powers = [math.exp(_SHARP * (score - best[0][0])) for score, _ in best]
    for power, (_, candidate) in zip(powers, best, strict=True):
        yield Vote(key, candidate, weight * power / sum(powers))


# --- the publisher ---------------------------------------------------------------------------

_GENERIC = frozenset(
    ["com", "org", "net", "info", "biz", "co", "ac", "gov", "edu", "io", "tv", "me"]
)
_PAPER = re.compile(
    r"(?:the|this\s?is|daily|weekly|evening|morning|sunday|news(?:papers?|online|sun|leader|item)?"
    r"|times|post|herald|review|tribune|gazette|press|chronicle|sentinel|telegra(?:ph|m)|journal"
    r"|mercury|star|sun|mail|monitor|dispatch|beacon|record|register|reporter|observer|courier"
    r"|citizen|advertiser|advocate|argus|banner|bulletin|echo|examiner|express|globe|guardian"
    r"|independent|inquirer|leader|ledger|messenger|nation|free|standard|state|today|tribune"
    r"|voice|world|online|live|local|and|city|county|media|tv|radio|fm|www|web|my|hoy)"
)
_SHORTEST = 5


def home_of(publisher: str | None, address: str | None, gazetteer: Gazetteer) -> Home:
    """Where a publisher is at home, as far as its name and address say.

    "Exampletown Herald" and ``exampletownherald.example`` name Exampletown; an address in
    ``.uk`` is read in Britain first. Nothing is looked up beyond these words.
    """
    host = (urlsplit(address).hostname or "") if address and "//" in address else (address or "")
    labels = [label for label in host.lower().split(".") if label]
    country = _country(labels[-1]) if len(labels) > 1 else None
    for name in (publisher or "", _domain(labels)):
        key, found = _named(name, gazetteer)
        if found:
            return Home(country, key, found)
    return Home(country)


def _country(label: str) -> str | None:
    code = {"uk": "GB"}.get(label, label.upper())
    return code if code in countries() and label not in _GENERIC else None


def _domain(labels: Sequence[str]) -> str:
    named = [label for label in labels[:-1] if label not in _GENERIC and label != "www"]
    return max(named, key=len, default="")


def _named(name: str, gazetteer: Gazetteer) -> tuple[str, tuple[Candidate, ...]]:
    """The place in a paper's name, its other words left out."""
    words = [w for w in re.split(r"[^a-z]+", name.lower()) if w]
    if len(words) == 1:
        words = [_PAPER.sub(" ", words[0]).strip()]
    else:
        words = [w for w in words if not _PAPER.fullmatch(w)]
    core = " ".join(words).strip()
    key = key_of(core) if core else ""
    if len(key) < _SHORTEST or key in toponym_words().common:
        return "", ()
    found = gazetteer.lookup_key(key)
    return key, tuple(c for c in found if c.quality is MatchQuality.NAME and c.kind != "country")
