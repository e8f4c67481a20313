"""The places of a document: found, told from persons and bodies, resolved, related.

:func:`find_places` reads a whole document at once, because one place helps to tell another:
"Qaim" is in Iraq where the text speaks of Anbar. What no gazetteer has but the words
introduce ("a village called X") is kept under its name, without coordinates.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from tallystick.extract.places.called_after import called_after
from tallystick.extract.places.called_persons import called_persons
from tallystick.extract.places.capital import capitals
from tallystick.extract.places.choice import (
    Hints,
    choose,
    containers,
    hints_of,
    is_capital,
    within,
)
from tallystick.extract.places.datelines import dateline_words, reported_from
from tallystick.extract.places.evidence import ACCEPTED, Evidence, persons
from tallystick.extract.places.focus import NOWHERE, Home
from tallystick.extract.places.lands import in_their_lands
from tallystick.extract.places.mention import PlaceMention
from tallystick.extract.places.roles import compass_before, is_metonym, relation_of
from tallystick.extract.places.settings import sets
from tallystick.extract.places.toponyms import Reading, Sighting, sightings
from tallystick.model.document import Cover, Span
from tallystick.model.values import Place, PlacePrecision
from tallystick.vocab.calendar import MONTH_PATTERN, WEEKDAY_PATTERN
from tallystick.vocab.gazetteer import Candidate, Gazetteer, MatchQuality, load_gazetteer
from tallystick.vocab.placekeys import ARTICLES, key_of
from tallystick.vocab.toponyms import COMPASS, PLACE_NOUNS, toponym_words

__all__ = [
    "PlaceMention",
    "Read",
    "find_places",
    "most_specific",
    "read_places",
    "sentence_around",
]

_TOWN_KM, _LAND_KM = 40.0, 150.0
_ALIKE = 0.8
_A_CITY = 100_000
_QUARTERS = frozenset(["neighborhood", "neighbourhood", "quarter", "suburb", "village", "hamlet"])

_A_TOWN = frozenset(["city", "town", "capital"])
_IN_TOWN = frozenset(["neighborhood", "neighbourhood", "quarter", "district"])

_AGENCY = r"(?:AFP|Reuters|AP|UPI|DPA|EFE|Xinhua|TASS|Interfax|Sputnik|SANA|IRNA|ANSA|Anadolu)"
_CREDITED = re.compile(
    rf",?\s*(?:\({_AGENCY}\)|{_AGENCY}\b"
    rf"(?=\s+(?:[-–—]|{WEEKDAY_PATTERN}|{MONTH_PATTERN}|\d)))"
)
_TOLD_OF = 0.75  # nearly as much as one name of a country tells of it
_LITTLE = 30_000  # people of a town that is not spoken of abroad
_SPOKEN_OF = 0.25  # the least share of a country that a document is about
_RANK = {
    PlacePrecision.SITE: 0,
    PlacePrecision.TOWN: 1,
    PlacePrecision.DISTRICT: 2,
    PlacePrecision.PROVINCE: 3,
    PlacePrecision.REGION: 4,
    PlacePrecision.COUNTRY: 5,
}


def find_places(
    text: str,
    *,
    skip: Sequence[Span] = (),
    home: Home = NOWHERE,
    gazetteer: Gazetteer | None = None,
) -> list[PlaceMention]:
    """The places of a whole document, in the order of the text.

    ``skip`` are stretches known to be something else (actors, weapons); ``home`` is where
    its publisher is (:func:`tallystick.extract.places.focus.home_of`). Names in lines of
    capitals are found too; elsewhere a lower-case word is never a place.
    """
    read = read_places(text, gazetteer or load_gazetteer(), skip, (), home)
    listed = sorted([*_mentions(read), *_capitals(read)], key=lambda m: m.span)
    listed = called_after(text, listed)
    placed = in_their_lands(text, listed, lambda span: sentence_around(read.reading, span))
    skipped = Cover(skip)
    return [m for m in placed if not skipped.touches(m.span)]


@dataclass(frozen=True, slots=True)
class Read:
    """A document's names that are places, and the place chosen for each."""

    reading: Reading
    kept: list[Sighting]
    chosen: list[Candidate | None]
    held: dict[int, tuple[Sighting, ...]]
    hints: Hints
    gazetteer: Gazetteer

    @property
    def pairs(self) -> Iterator[tuple[Sighting, Candidate | None]]:
        return zip(self.kept, self.chosen, strict=True)


def read_places(
    text: str, gazetteer: Gazetteer, skip: Sequence[Span], names: Sequence[Span], home: Home
) -> Read:
    """A document's names and their places; ``names`` are known to be some, ``skip`` none."""
    reading = Reading.of(text)
    found = sightings(reading, gazetteer, toponym_words(), skip, names)
    keep = _accepted(reading, found)
    hints = hints_of(reading, found, keep, reported_from(reading, found))
    kept = [s for s, k in zip(found, keep, strict=True) if k]
    held = containers(reading, kept)
    return Read(reading, kept, choose(kept, held, hints, home), held, hints, gazetteer)


def most_specific(mentions: Sequence[PlaceMention]) -> PlaceMention | None:
    """The mention that says where most finely: a site before its town, a town before its
    province; one that the words put *in* a place before one *near* it; the first of equals.

    Metonyms and datelines say nothing of where; ``None`` when nothing else is there.
    """
    said = [m for m in mentions if not m.metonym and m.relation != "dateline"]
    return min(said, key=lambda m: (m.relation is not None, _RANK[m.place.precision]), default=None)


def _accepted(reading: Reading, found: Sequence[Sighting]) -> list[bool]:
    words = toponym_words()
    evidence = Evidence(reading, words, persons(reading, words))
    around = [None, *found, None]
    strengths = [evidence.strength(s, around[i], around[i + 2]) for i, s in enumerate(found)]
    sure = {s.key for s, x in zip(found, strengths, strict=True) if x >= ACCEPTED + 1.0}
    filed, head = _filed(reading, found), dateline_words(reading)
    people = called_persons(reading, found)
    return [
        s.key not in people
        and (
            s.given
            or x >= ACCEPTED
            or (s.key in sure and x >= ACCEPTED - 1.5)
            or (s.key in filed and s.first not in head and x >= ACCEPTED - 1.5)
        )
        for s, x in zip(found, strengths, strict=True)
    ]


def _filed(reading: Reading, found: Sequence[Sighting]) -> frozenset[str]:
    """The town of a dateline: what has its name in the text is no person's first name."""
    head = dateline_words(reading)
    return frozenset(s.key for s in found if head and s.first == head.start)


def _capitals(read: Read) -> Iterator[PlaceMention]:
    for sighting in capitals(read.reading, read.hints, read.gazetteer):
        place = sighting.candidates[0].place
        mention = PlaceMention(_span(read.reading, sighting, place), place)
        yield _related(read.reading, sighting, mention, range(0))


def _mentions(read: Read) -> Iterator[PlaceMention]:
    reading, held = read.reading, read.held
    strays = frozenset(s.first for s, c in read.pairs if c is not None and _stray(read, s, c))
    cities = _cities(read)
    away = frozenset(
        s.first
        for at, (s, c) in enumerate(read.pairs)
        if c is not None and not held.get(at) and _is_another(read, s, c, strays)
    )
    resolved = {s.first: None if s.first in strays | away else c for s, c in read.pairs}
    told = {s.key for s, c in read.pairs if c is None and sets(reading, s.first)}
    dateline = dateline_words(reading)
    for at, (sighting, candidate) in enumerate(read.pairs):
        around = [c for o in held.get(at, ()) if (c := resolved.get(o.first)) is not None]
        around = [*cities.get(sighting.first, ()), *around]
        if candidate is not None and not around and _is_another(read, sighting, candidate, strays):
            shouted = reading.shouting[sighting.first] and not sets(reading, sighting.first)
            kept = sighting.noun is not None or not shouted
            place = _by_name(reading, sighting, around) if kept else None
        else:
            place = _place_of(reading, sighting, candidate, around, set_=sighting.key in told)
        if place is not None:
            mention = PlaceMention(_span(reading, sighting, place), place)
            yield _related(reading, sighting, mention, dateline)


def _cities(read: Read) -> dict[int, list[Candidate]]:
    """The town named last before a part of "the city": "the city's Zobrak district"; and that of
    "In Belfast, men fired in the Zobrak district"."""
    found: dict[int, list[Candidate]] = {}
    last: list[Candidate] = []
    head = -1
    for sighting, candidate in read.pairs:
        at, reading = sighting.first - 1, read.reading
        owned = at > 0 and reading.words[at].possessive and reading.key(at - 1) in _A_TOWN
        if last and (owned or (head >= 0 and _is_quarter(reading, sighting, candidate, head))):
            found[sighting.first] = last
        elif candidate is not None and candidate.kind == "town":
            last = [candidate]
            opens = reading.key(at) == "in" and reading.starts_sentence(at)
            head = at if opens and candidate.population >= _A_CITY else -1
    return found


def _is_quarter(
    reading: Reading, sighting: Sighting, candidate: Candidate | None, head: int
) -> bool:
    """Whether an unknown "Zobrak district" stands in the sentence that opens with "In Belfast"."""
    if candidate is not None or sighting.noun_first is None or sighting.noun not in _IN_TOWN:
        return False
    return not any(reading.starts_sentence(i) for i in range(head + 1, sighting.first + 1))


def _by_name(reading: Reading, sighting: Sighting, around: Sequence[Candidate]) -> Place | None:
    """A place that no list has, under its name; ``None`` for an ordinary word."""
    return None if _is_common(sighting) else _unknown(reading, sighting, around)


def _is_common(sighting: Sighting) -> bool:
    return sighting.key in toponym_words().common


def sentence_around(reading: Reading, span: Span) -> Span:
    """Roughly: from one capital after a full stop to the next."""
    next_head = bisect_right(reading.heads, span.start)
    before = reading.heads[next_head - 1] if next_head else 0
    after = reading.heads[next_head] if next_head < len(reading.heads) else len(reading.text)
    return Span(before, max(after, span.end))


def _related(
    reading: Reading, sighting: Sighting, mention: PlaceMention, dateline: range
) -> PlaceMention:
    if sighting.first in dateline or _credited(reading, sighting):
        return replace(mention, relation="dateline")
    metonym = is_metonym(reading, sighting, toponym_words())
    return replace(mention, relation=relation_of(reading, sighting), metonym=metonym)


def _credited(reading: Reading, sighting: Sighting) -> bool:
    """ "Moscow AFP Saturday": a dateline that has lost its line."""
    words = toponym_words()
    if reading.key(sighting.first - 1) in words.locative | words.weak_locative | COMPASS:
        return False
    return _CREDITED.match(reading.text, reading.words[sighting.last].end) is not None


def _place_of(
    reading: Reading,
    sighting: Sighting,
    candidate: Candidate | None,
    around: Sequence[Candidate],
    *,
    set_: bool,
) -> Place | None:
    """The place itself, or its name alone; ``set_`` where the words somewhere set things in it."""
    if candidate is not None and _fits(sighting, candidate, around):
        compass = compass_before(reading, sighting)
        if candidate.kind == "country" and compass:
            return Place(
                f"{compass} {candidate.name}", PlacePrecision.REGION, country=candidate.country
            )
        return candidate.place
    introduced = sighting.noun is not None or (candidate is None and (around or set_))
    return _by_name(reading, sighting, around) if introduced else None


def _fits(sighting: Sighting, candidate: Candidate, around: Sequence[Candidate]) -> bool:
    """A namesake elsewhere is not the place that the words hold in another country, or town."""
    towns = [c for c in around if c.kind == "town"]
    if towns and sighting.noun in _IN_TOWN and candidate.kind in ("town", "quarter"):
        reach = _LAND_KM if candidate.quality is MatchQuality.NAME else _TOWN_KM
        return any(within(candidate, town, reach) for town in towns)
    lands = {c.country for c in around if c.country}
    if lands and candidate.country and candidate.country not in lands:
        return sighting.noun is None
    return True


def _is_another(
    read: Read, sighting: Sighting, candidate: Candidate, strays: frozenset[int]
) -> bool:
    """Whether the place that was found only has the name of the one that is meant."""
    return sighting.first in strays or _foreign(read, sighting, candidate)


def _foreign(read: Read, sighting: Sighting, candidate: Candidate) -> bool:
    """Whether only a namesake was found, where the words call for a place at hand or the text
    speaks plainly of another land."""
    city = candidate.population >= _A_CITY and sighting.noun in _QUARTERS
    shouted = read.reading.shouting[sighting.first]  # there any word may be a name: few are kept
    lands = read.hints.besides(sighting.key, candidate, plainly=shouted)
    unheard = city and not lands.get(candidate.country or "", 0.0)
    if not unheard and not _namesake(candidate, lands):
        return False
    if sighting.noun is not None or shouted:
        return True
    if " " in sighting.key and len(sighting.candidates) == 1:
        return False  # a long name that only one place on earth bears
    alone = all(
        c is None or c.country != candidate.country for s, c in read.pairs if s.key != sighting.key
    )
    little = candidate.population < _LITTLE and not (candidate.division or is_capital(candidate))
    at_home = little and max(read.hints.counts.values(), default=0.0) >= _TOLD_OF
    is_meant = at_home or sets(read.reading, sighting.first) or _beside_others(read, sighting)
    return alone and is_meant


def _beside_others(read: Read, sighting: Sighting) -> bool:
    """Whether a name stands where only a place does: "30 miles off X", "the road between A and
    X", "at A, East X"."""
    reading, at = read.reading, sighting.first - 1
    before = reading.key(at) in COMPASS and reading.gap(at) == ", "
    if reading.key(at) == "off" or before:
        return True
    start = reading.words[sighting.first].start
    return _BETWEEN.search(reading.text, max(0, start - _WAY), start) is not None


_BETWEEN = re.compile(
    r"\bbetween\s(?:the\s(?:\w+\s){1,3}of\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?\sand\s$"
)
_WAY = 60


def _stray(read: Read, sighting: Sighting, candidate: Candidate) -> bool:
    """Whether a name is a quarter's of a town that the text never names, or is only a further
    name of a little place, or only spelled like one, far from all others of its country."""
    quarter = candidate.kind == "quarter"
    if not quarter and not _is_loose(sighting, candidate):
        return False
    spots = [
        c
        for s, c in read.pairs
        if c is not None and s.key != sighting.key and c.country == candidate.country
        if c.kind not in ("country", "region")
    ]
    return bool(spots) and not any(_beside(candidate, c, quarter=quarter) for c in spots)


def _is_loose(sighting: Sighting, candidate: Candidate) -> bool:
    """Whether a name is not a place's own: spelled otherwise, and little alike or a little place's;
    or one that a little place has besides."""
    if candidate.own or candidate.quality is MatchQuality.NAME:
        return False
    if candidate.population < _LITTLE and not candidate.division:
        return True
    return candidate.quality is MatchQuality.VARIANT and _unlike(sighting.key, candidate)


def _unlike(key: str, candidate: Candidate) -> bool:
    """Whether a spelling is far from the place's own."""
    name = [word for word in key_of(candidate.name).split() if word not in ARTICLES]
    told = [word for word in key.split() if word not in ARTICLES]
    return SequenceMatcher(None, " ".join(name), " ".join(told)).ratio() < _ALIKE


def _beside(candidate: Candidate, other: Candidate, *, quarter: bool) -> bool:
    if other.division and key_of(other.name) == key_of(candidate.admin1 or ""):
        return True
    return within(candidate, other, _TOWN_KM if quarter else _LAND_KM)


def _namesake(candidate: Candidate, lands: Mapping[str, float]) -> bool:
    """A little place in a land that the text never speaks of is not "a village called X"."""
    known = candidate.own and candidate.quality is not MatchQuality.VARIANT
    if known or not lands or candidate.kind == "country":
        return False
    little = candidate.population < _A_CITY or candidate.quality is not MatchQuality.NAME
    return little and lands.get(candidate.country or "", 0.0) < _SPOKEN_OF


def _unknown(reading: Reading, sighting: Sighting, around: Sequence[Candidate]) -> Place:
    first, last = reading.words[sighting.first], reading.words[sighting.last]
    country = next((c.country for c in around if c.country), None)
    admin1 = next((c.admin1 for c in around if c.admin1), None)
    name = reading.text[first.start : last.end]
    precision = PLACE_NOUNS[sighting.noun or "locality"]
    if precision is PlacePrecision.DISTRICT and around and around[0].kind == "town":
        precision = PlacePrecision.TOWN  # "the Zobrak district of Damascus": a quarter
    return Place(name, precision, country=country, admin1=admin1)


def _span(reading: Reading, sighting: Sighting, place: Place) -> Span:
    start = reading.words[sighting.first].start
    end = reading.words[sighting.last].end
    if place.precision is PlacePrecision.REGION and place.id is None:
        compass = compass_before(reading, sighting)
        if compass:
            start = reading.text.rindex(compass, 0, start)
    return Span(start, end)
