"""What a place name does in its sentence: where, near where, or a government by its seat.

The uses are those of Gritta, Pilehvar and Collier (2020), *A pragmatic guide to geoparsing
evaluation*: literal against associative, of which metonyms matter most in reports on war.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tallystick.extract.places.toponyms import Reading, Sighting
from tallystick.vocab.caseless import caseless
from tallystick.vocab.countries import countries, country_of_adjective
from tallystick.vocab.toponyms import COMPASS, RELATIONS, ToponymWords

__all__ = ["compass_before", "is_metonym", "is_part_of", "relation_of"]

_INITIALS = frozenset(["us", "uk", "uae", "ussr"])  # adjectives as they stand: "in US strikes"


def is_metonym(reading: Reading, sighting: Sighting, words: ToponymWords) -> bool:
    """Whether a country or capital stands for its government or people, not for where.

    "Washington said", "US forces", "Iran-backed", "support for Israel"; but not "in Iraq",
    "western Syria", "attacks on Iran".
    """
    if _names_body(reading, sighting.last + 1, words):
        return True
    if not _may_act(sighting) or sighting.abbreviation:
        return False
    if _hyphened(reading, sighting):
        return True
    if compass_before(reading, sighting):
        return False
    return _is_side(reading, sighting, words)


def _names_body(reading: Reading, after: int, words: ToponymWords) -> bool:
    """ "Gainesville Police Department" """
    if not (reading.capital(after) and reading.joined(after)):
        return False
    return reading.key(after) in words.local_bodies and reading.key(after) not in words.facility


def _hyphened(reading: Reading, sighting: Sighting) -> bool:
    """ "Iran-backed", "pro-Tehran", "the Israel-Gaza war" """
    before, after = sighting.first - 1, sighting.last + 1
    if after < len(reading.words) and reading.gap(after) == "-":
        return True
    return before >= 0 and reading.gap(sighting.first) == "-"


def _is_side(reading: Reading, sighting: Sighting, words: ToponymWords) -> bool:
    following = reading.key(sighting.last + 1) if reading.joined(sighting.last + 1) else ""
    after = sighting.last + 1
    if after < len(reading.words) and reading.words[after].possessive:
        return reading.key(after + 1) in words.sides or reading.key(after + 2) in words.sides
    if sighting.key in _INITIALS and _is_attribute(reading, sighting, words):
        return True
    previous = _previous(reading, sighting.first, words)
    if previous in words.scene:
        return False
    if following in words.speech:
        return True
    if not _is_country(sighting):
        return previous in words.agent or (previous != "of" and _strikes(reading, after))
    if previous == "of":
        return reading.key(sighting.first - 2) not in words.parts
    return (
        previous in words.agent
        or following in words.acts
        or _is_attribute(reading, sighting, words)
    )


_STRIKES = frozenset(
    ("launched", "fired", "attacked", "bombed", "shelled", "struck", "targeted", "unleashed")
)


def _strikes(reading: Reading, after: int) -> bool:
    """ "Moscow had launched nine missiles": a capital that attacks is its government."""
    while reading.joined(after) and reading.key(after) in ("had", "has", "have", "also", "then"):
        after += 1
    return reading.joined(after) and reading.key(after) in _STRIKES


def _previous(reading: Reading, first: int, words: ToponymWords) -> str:
    """The word before a name, past "the" and past a list ("in Iraq and Syria")."""
    at = first - 1
    if reading.key(at) == "the":
        at -= 1
    if reading.key(at) in ("and", "or") and reading.key(at - 2) in words.scene:
        return reading.key(at - 2)
    return reading.key(at)


def _is_attribute(reading: Reading, sighting: Sighting, words: ToponymWords) -> bool:
    """ "US forces", "U.S. Central Command", "Iran proxies" """
    after = sighting.last + 1
    if not reading.joined(after) or "\n" in reading.gap(after):
        return False
    return reading.key(after) not in words.function


def _may_act(sighting: Sighting) -> bool:
    return _is_country(sighting) or sighting.key in _capitals()


def _is_country(sighting: Sighting) -> bool:
    return any(c.kind == "country" for c in sighting.candidates)


@lru_cache
def _capitals() -> frozenset[str]:
    return frozenset(c.capital.lower() for c in countries().values() if c.capital) | {
        "washington",
        "kiev",
        "jerusalem",
        "tel aviv",
    }


def compass_before(reading: Reading, sighting: Sighting) -> str | None:
    """The words "northern", "north-western" or "central" right before a name, as they stand."""
    at = sighting.first - 1
    if not reading.joined(sighting.first) or reading.key(at) not in COMPASS:
        return None
    first = at - 1 if reading.gap(at) == "-" and reading.key(at - 1) in COMPASS else at
    return reading.text[reading.words[first].start : reading.words[at].end]


def relation_of(reading: Reading, sighting: Sighting) -> str | None:
    """ "near", "north of", "outside": how the event lies to the place; ``None`` for in it.

    "road" for an end of a road: "on the **Gao**-Kidal highway".
    """
    if _names_road(reading, sighting):
        return "road"
    at = sighting.first - 1
    while reading.key(at) in ("the", "city", "town", "village", "capital", "of") or (
        reading.key(at) in country_of_adjective()
    ):
        if reading.key(at) == "of" and reading.key(at - 1) in COMPASS:
            break
        at -= 1
    word = reading.key(at)
    if word == "of" and is_part_of(reading.text, reading.words[at].end):
        return None
    if word == "of":
        return f"{reading.key(at - 1)} of"
    if word == "to" and reading.key(at - 1) in ("close", "next"):
        return "near"
    return RELATIONS.get(word) if reading.joined(at + 1) else None


def is_part_of(text: str, of: int) -> bool:
    """Whether words that end with "of" tell of a part of what follows them: "in the east of",
    "into the northern suburbs of"; not "to the east of"."""
    return _PART.search(text, max(0, of - _BEFORE), of) is not None


_PART = caseless(
    r"\b(?:in|into|within|across|throughout|through|over)\s+the\s+(?:(?:far|extreme|very)\s+)?"
    r"(?:(?:north|south|east|west|central)(?:east|west)?(?:ern|ernmost)?[\s-])?[\w’']+\s+of$"
)
_ROAD = re.compile(
    r"\s*(?:[-–—]\s?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?\s+)?(?:[a-z]+\s)?"
    r"(?:highway|motorway|expressway|road|railway|pipeline)\b"
)
_WAY = re.compile(
    r"\b(?:road|highway|motorway|railway|pipeline)\s(?:that\s)?"
    r"(?:from|between|link(?:s|ing)|connect(?:s|ing)|running\sfrom)\s"
    r"(?:the\s(?:\w+\s){1,3}of\s)?"
    r"(?:[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?\s(?:and|to|with)\s(?:the\s(?:\w+\s){1,3}of\s)?)?$"
)
_BEFORE = 90  # characters of the words for a road
_DASHES = ("-", "–", "—")


def _names_road(reading: Reading, sighting: Sighting) -> bool:
    """ "The Gao-Kidal road", "the road from Gao to Kidal": both of its ends."""
    end = reading.words[sighting.last].end
    start = reading.words[sighting.first].start
    if _WAY.search(reading.text, max(0, start - _BEFORE), start):
        return True
    road = _ROAD.match(reading.text, end)
    if road is None:
        return False
    first = road.group().lstrip()[:1] in _DASHES
    return first or reading.gap(sighting.first).strip() in _DASHES
