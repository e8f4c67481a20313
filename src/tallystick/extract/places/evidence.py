"""How surely a sighting is a place where something is, rather than a person or a body.

The weights below are log-odds by rough measure, not trained; they were set on general
grounds and held against the LGL and GeoWebNews collections (docs/places.md).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from tallystick.extract.places.toponyms import Reading, Sighting
from tallystick.vocab.countries import country_of_adjective
from tallystick.vocab.gazetteer import Candidate, MatchQuality
from tallystick.vocab.placekeys import key_of
from tallystick.vocab.toponyms import COMPASS, NATURAL, PLACE_NOUNS, ToponymWords

__all__ = ["ACCEPTED", "Evidence", "is_container", "persons"]

ACCEPTED = 1.5


def persons(reading: Reading, words: ToponymWords) -> frozenset[str]:
    """Keys of the surnames that stand after a given name or a title somewhere in the text."""
    found: set[str] = set()
    for at, word in enumerate(reading.words):
        if not reading.capital(at) or not _named_after(word.key, words):
            continue
        i = at + 1
        while i < len(reading.words) and reading.gap(i) in (" ", ". ") and reading.capital(i):
            ended = len(reading.key(i - 1)) > 4 or reading.key(i - 1) in words.given_names
            if reading.gap(i) == ". " and ended:
                break  # "... in Chad. Example lies"
            bodies = (words.organisation, words.facility, words.local_bodies)
            if not any(reading.key(i) in body for body in bodies):
                found.add(reading.key(i))
            i += 1
            if i > at + 3:
                break
    return frozenset(found | _aged(reading) | _initialled(reading) | _done_to(reading, words))


def _named_after(key: str, words: ToponymWords) -> bool:
    """Whether a surname may follow a word: "Anna", "Sheikh"."""
    return key in words.given_names or key in words.titles


def _aged(reading: Reading) -> set[str]:
    """Surnames by the age that follows them: "Rod Example, 34,", "Rod Example (34)"."""
    ends = {match.start() for match in _AGE.finditer(reading.text)}
    return {w.key for at, w in enumerate(reading.words) if w.end in ends and reading.joined(at)}


def _initialled(reading: Reading) -> set[str]:
    """Both names of a person by the letter between them: "Rod J. Example"."""
    found: set[str] = set()
    for name in _INITIALLED.finditer(reading.text):
        found |= {key_of(name["given"]), key_of(name["family"])}
    return found


def _done_to(reading: Reading, words: ToponymWords) -> set[str]:
    """Surnames by what is done to persons alone, or is theirs: "stabbed Example", "Example's
    mother", "her daughter, Example,"."""
    found: set[str] = set()
    for at, word in enumerate(reading.words):
        if not reading.capital(at) or reading.titled[at] or len(word.key) < _SURNAME:
            continue
        after = at + 1
        if after < len(reading.words) and reading.words[after].possessive:
            named = reading.key(after + 1) in _KIN
        else:
            named = reading.key(at - 1) in _TO_PERSONS and reading.joined(at)
            named = named or (reading.key(at - 1) in _KIN and reading.gap(at) in (" ", ", "))
            plain = reading.key(after) in words.function and not reading.capital(after)
            named = named and (plain or not reading.joined(after))
        if named:
            found.add(word.key)
    return found


@dataclass(frozen=True)
class Evidence:
    """The setting of sightings in one text."""

    reading: Reading
    words: ToponymWords
    surnames: frozenset[str]

    def strength(
        self, sighting: Sighting, before: Sighting | None, after: Sighting | None
    ) -> float:
        """Log-odds-like; see ``ACCEPTED``. Minus infinity where it is certainly no place."""
        if sighting.abbreviation:
            return 9.0
        if self._is_body(sighting) or self._is_person(sighting) or self._is_date(sighting):
            return -math.inf
        if self._is_water(sighting):
            return -math.inf
        return (
            self._base(sighting)
            + self._by_setting(sighting, before, after)
            + self._by_neighbours(sighting, before, after)
            + self._by_word(sighting)
        )

    def _base(self, sighting: Sighting) -> float:
        best = max((_prior(c) for c in sighting.candidates), default=0.0)
        return best + (0.5 if sighting.last > sighting.first else 0.0)

    def _by_setting(
        self, sighting: Sighting, before: Sighting | None, after: Sighting | None
    ) -> float:
        reading, score = self.reading, 0.0
        if reading.joined(sighting.first) or reading.shouting[sighting.first]:
            previous = reading.key(self._skip_article(sighting.first - 1))
            if previous in self.words.locative or previous in COMPASS:
                score += 1.5
            elif previous in self.words.weak_locative:
                score += 0.5
        if sighting.noun is not None and not self._names_nature(sighting):
            score += 2.0
        if after is not None and is_container(reading, sighting, after):
            score += 2.5
        elif before is not None and reading.gap(sighting.first) == ", ":
            score += 0.7
        return score

    def _names_nature(self, sighting: Sighting) -> bool:
        """ "Red River", where Red is a town as well"""
        following = sighting.noun in NATURAL and sighting.noun_first is not None
        return following and not sighting.known and bool(sighting.candidates)

    def _is_water(self, sighting: Sighting) -> bool:
        """ "Across **the Zobrak**", "on the banks of the Zobrak": no town of that name."""
        reading, first = self.reading, sighting.first
        if sighting.known or sighting.noun is not None or reading.key(first - 1) != "the":
            return False
        before = reading.key(first - 2)
        return before in _CROSSED or (before == "of" and reading.key(first - 3) in _BANKS)

    def _skip_article(self, at: int) -> int:
        while at > 0 and self.reading.key(at) in ("the", "a"):
            at -= 1
        return at

    def _by_neighbours(
        self, sighting: Sighting, before: Sighting | None, after: Sighting | None
    ) -> float:
        """A capitalised word that belongs to no place, right beside, speaks for a longer name."""
        reading, score = self.reading, 0.0
        if reading.titled[sighting.first] or reading.shouting[sighting.first]:
            return -0.8 if reading.shouting[sighting.first] else -0.3
        first, last = sighting.first, sighting.last
        free_left = before is None or before.last != first - 1 or not _named(before)
        if free_left and reading.joined(first) and self._names_more(first - 1):
            score -= 3.2
        free_right = after is None or after.first != last + 1 or not _named(after)
        if free_right and reading.joined(last + 1) and self._names_more(last + 1):
            score -= 0.0 if self._names_house(last + 1) else 2.5
        return score

    def _names_house(self, at: int) -> bool:
        """Whether the capitals after a town end in a building's: "Example Teaching Hospital"."""
        reading = self.reading
        if reading.key(at) in self.words.facility or reading.key(at) in self.words.local_bodies:
            return True
        again = range(at + 1, min(at + _HOUSE, len(reading.words)))
        for i in again:
            if not (reading.joined(i) and reading.capital(i)):
                return False
            if reading.key(i) in self.words.facility:
                return self._is_ordinary(range(at, i))
        return False

    def _is_ordinary(self, run: Iterable[int]) -> bool:
        """Whether words are those of the language: "Teaching", "Maternity"."""
        keys = (self.reading.key(i) for i in run)
        return all(key in self.words.common or key in _WARDS for key in keys)

    def _names_more(self, at: int) -> bool:
        reading = self.reading
        if not reading.capital(at) or reading.words[at].possessive:
            return False
        key = reading.key(at)
        if reading.gap(at) == "-" and at and key not in COMPASS:
            return reading.words[at].capital
        plain = COMPASS | (PLACE_NOUNS.keys() - NATURAL) | self.words.calendar | self.words.locative
        if key in plain or key in country_of_adjective() or key in ("the", "and", "of"):
            return False
        return not (reading.starts_sentence(at) and key in self.words.common)

    def _by_word(self, sighting: Sighting) -> float:
        """What the word itself is: an English word, a given name, a surname of the text."""
        if sighting.last > sighting.first:
            return 0.0
        score, key = 0.0, sighting.key
        known = sighting.known and key not in self.words.given_names
        if key in self.words.common or key in self.words.facility or key in COMPASS:
            nation = any(c.kind == "country" for c in sighting.candidates)
            score -= 0.0 if sighting.noun or nation else 3.0
        elif key in self.reading.lower:
            score -= 0.3 if sighting.known else 3.0
        if key in self.words.given_names:
            score -= 1.0 if sighting.known else 2.0
        if key in self.surnames:
            score -= 1.0 if known else 3.0
        if self.reading.starts_sentence(sighting.first) and not known:
            score -= 0.7
        if self.reading.key(sighting.last + 1) == "of" and not known and sighting.noun is None:
            score -= 2.0  # "the Citadel of Example"
        if self.reading.key(sighting.last + 1) in ("said", "says", "told") and not known:
            score -= 1.5
        return score

    def _is_date(self, sighting: Sighting) -> bool:
        """ "March", "March 9": a day, though a town has its name."""
        first, *more = sighting.key.split()
        return first in self.words.calendar and all(word.isdigit() for word in more)

    def _is_body(self, sighting: Sighting) -> bool:
        """Part of the name of an organisation, a paper, a street, a treaty."""
        reading, last = self.reading, sighting.last
        following = reading.key(last + 1) if reading.joined(last + 1) else ""
        if following == "news" and not sighting.known:
            return True
        if sighting.key.startswith("saint ") and self._has_house(last + 1):
            return True
        if reading.capital(last + 1) or reading.shouting[last]:
            if following in self.words.streets and (
                following not in _BETWEEN_TOWNS or not sighting.known
            ):
                return True  # "Victoria Square" is in no town called Victoria
            if following in self.words.organisation and following not in PLACE_NOUNS:
                today = following == "today" and reading.shouting[last]  # "KILLED IN ORUN TODAY"
                return not (today or reading.titled[last])
        return self._body_before(sighting.first)

    def _has_house(self, at: int) -> bool:
        """ "St. Example**'s Cathedral**": called after a saint, in no town of that name."""
        reading = self.reading
        if at >= len(reading.words) or not reading.words[at].possessive:
            return False
        return reading.capital(at + 1) and reading.key(at + 1) in self.words.facility

    def _body_before(self, first: int) -> bool:
        """ "Islamic Resistance in Iraq", "University of Texas", "Diario de Zobrak" """
        reading = self.reading
        paper = reading.key(first - 2) in _PAPERS and reading.capital(first - 2)
        if reading.key(first - 1) in ("de", "del", "of") and reading.joined(first) and paper:
            return True
        if reading.key(first - 1) == "the":
            first -= 1
        if reading.key(first - 1) not in ("in", "of", "for") or not reading.joined(first):
            return False
        head = first - 2
        if reading.key(first - 1) == "in" and reading.key(head) in self.words.facility | _HOUSED:
            return False  # "at the Central Bank in Colombo": a building stands there
        named = reading.capital(head) and reading.joined(first - 1)
        return named and reading.key(head) in self.words.bodies

    def _is_person(self, sighting: Sighting) -> bool:
        reading, first, last = self.reading, sighting.first, sighting.last
        previous = reading.key(first - 1)
        close = first > 0 and reading.gap(first) in (" ", ". ")
        if close and previous in self.words.titles and reading.words[first - 1].capital:
            return sighting.noun is None and not _is_state(sighting)
        if close and previous in self.words.given_names and reading.words[first - 1].capital:
            return reading.gap(first) == " " and not reading.titled[first]
        if self._third_name(sighting):
            return True
        if first != last or sighting.key not in self.words.given_names:
            return False
        return self._surname_follows(last)

    def _third_name(self, sighting: Sighting) -> bool:
        """ "JUAN ZOBRAK CIENFUEGOS", in a line of capitals: a given name and two surnames."""
        reading, first = self.reading, sighting.first
        if not reading.shouting[first] or sighting.known or reading.gap(first) != " ":
            return False
        middle = reading.key(first - 1)
        plain = self.words.common | self.words.locative | self.words.function | PLACE_NOUNS.keys()
        named = reading.key(first - 2) in self.words.given_names and middle not in plain
        return named and reading.gap(first - 1) == " " and middle not in self.words.weak_locative

    def _surname_follows(self, last: int) -> bool:
        reading = self.reading
        if not reading.joined(last + 1) or reading.titled[last] or reading.words[last].possessive:
            return False
        key = reading.key(last + 1)
        if key in PLACE_NOUNS or key in self.words.facility or key in self.words.common:
            return False
        return reading.capital(last + 1) and key not in COMPASS


def _named(beside: Sighting) -> bool:
    """Whether a name right beside is one by itself: known, or told to be a place."""
    return beside.known or (beside.noun is not None and not beside.candidates)


def _is_state(sighting: Sighting) -> bool:
    return any(c.kind == "country" or c.division for c in sighting.candidates)


def _prior(candidate: Candidate) -> float:
    """How readily a name means that place when nothing else is known."""
    if candidate.kind == "country":
        score = 3.5
    elif candidate.own or candidate.division:
        score = 2.2
    else:
        score = min(0.3 + 0.45 * math.log10(candidate.people), 3.0) - 0.4
    if candidate.quality is MatchQuality.ALTERNATE:
        return score - 0.8
    return score - 1.5 if candidate.quality is MatchQuality.VARIANT else score


_PAPERS = frozenset(  # heads of the names of papers and stations
    [
        *("diario", "heraldo", "correo", "prensa", "tribuna", "voz", "radio", "journal", "jornal"),
        *("times", "voice", "mirror", "gazette", "tribune"),
    ]
)
_CROSSED = frozenset({"across", "along", "cross", "crossed", "crossing", "crosses", "down", "up"})
_BANKS = frozenset({"bank", "banks", "shore", "shores", "mouth", "bend", "source", "waters"})
_AGE = re.compile(r"(?<=[a-z])(?:,? [JS]r\.)?(?:, \d\d,| \(\d\d\))")
_INITIALLED = re.compile(
    r"\b(?P<given>[A-Z][a-z’'-]+) (?:[A-Z]\. ?){1,2}(?P<family>[A-Z][a-z’'-]*[A-Za-z][a-z]+)\b"
)
_SURNAME = 3  # letters
_TO_PERSONS = frozenset(  # verbs whose object is a person
    [
        *("stabbed", "stabbing", "stab", "strangled", "strangling", "raped", "raping", "murdered"),
        *("murdering", "murder", "beheaded", "beheading", "assassinated", "assassinating"),
        *("killed", "killing", "shot", "handcuffed", "arrested", "arresting", "indicted"),
        *("acquitted", "convicted", "sentenced", "married", "marrying", "kidnapped", "abducted"),
        *("kidnapping", "abducting", "molested", "molesting"),
    ]
)
_KIN = frozenset(
    [
        *("mother", "father", "parents", "wife", "husband", "widow", "widower", "son", "daughter"),
        *("brother", "girlfriend", "boyfriend", "fiancee", "fiance", "fiancée", "fiancé", "uncle"),
        *("aunt", "cousin", "nephew", "niece", "grandmother", "grandfather", "roommate"),
    ]
)
_HOUSE = 4  # words of such a name
_WARDS = frozenset(  # what hospitals, prisons and airports are called by
    [
        *("teaching", "maternity", "general", "specialist", "children", "childrens", "military"),
        *("regional", "provincial", "national", "international", "memorial", "university"),
        *("referral", "emergency", "medical", "surgical", "government", "public", "federal"),
        *("central", "main", "grand", "rural", "district", "state", "old", "new", "power"),
    ]
)
_BETWEEN_TOWNS = frozenset({"rd", "road", "route", "highway", "hwy", "parkway", "pkwy", "way"})
_HOUSED = frozenset({"bank", "court", "institute"})  # bodies that are buildings too
_CONTAINED = re.compile(
    r"(?:,? an? (?:[\w’'-]+ ){0,2}(?:village|town|city|suburb|district|hamlet|settlement)(?= in ))?"
    r"(?:,| \(|,? in(?: the)?(?: (?:country|province|state|governorate|region)(?:'s|’s)?)*)?"
    r" ?(?:in |in the )?"
    r"(?:(?:north|south|east|west|central|northeast|northwest|southeast|southwest)"
    r"(?:ern)?,? ?(?:part of |province of |state of )?)?",
    re.IGNORECASE,
)
_PART = re.compile(  # "the Zobrak quarter of Damascus", "Kindah district of northern Homs province"
    r" of (?:the )?(?:(?:north|south|east|west|central)[a-z-]* )?"
    r"(?:(?:capital|port|city|town|province|state|governorate|region)(?:,| of)? )*"
)


def is_container(reading: Reading, inner: Sighting, outer: Sighting) -> bool:
    """Whether the words say that ``outer`` holds ``inner``: "X, Y", "X in western Y", "X (Y)"."""
    start = reading.words[inner.noun_first or inner.last].end
    between = reading.text[start : reading.words[outer.first].start]
    if not 0 < len(between) < 40 or between.strip() in ("", "-"):
        return False
    if inner.noun_first is not None and _PART.fullmatch(between):
        return True
    return _CONTAINED.fullmatch(between.replace("\n", " ")) is not None
