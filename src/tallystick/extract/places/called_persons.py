"""Persons who have the name of a town, in lines of capitals, where no letter tells them apart: they
speak, are hurt, have a wife, and nothing is in them.

"PONCE SAID IT WAS A BOMBING" has no first name or title beside the name to tell it by.
"""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.extract.places.reading import Reading
from tallystick.extract.places.toponyms import Sighting
from tallystick.vocab.caseless import caseless
from tallystick.vocab.toponyms import COMPASS, PLACE_NOUNS, toponym_words

__all__ = ["called_persons"]

_OF_A_PERSON = caseless(
    r"\s(?:(?:also|had|has|later|then|himself|herself)\s)*"
    r"(?:said|says|told|added|replied)\b(?!\s(?:the|an?|its|their|his|her|one)\b)"
    r"|\s(?:(?:also|had|has|later|then|himself|herself)\s)*(?:was\s(?:(?:not|also|later|\w+ly)\s)*"
    r"(?:hurt|injured|wounded|murdered|assassinated|kidnapped|abducted|arrested|born|married|"
    r"pronounced|beaten|tortured)\b(?!\s(?:from|in)\b))"
    r"|['’]s\s(?:\w+\s)?(?:vehicle|car|wife|widow|husband|sons?|daughters?|brothers?|sisters?|"
    r"bodyguards?|killers?|murderers?|assassins?)\b"
)


def called_persons(reading: Reading, found: Sequence[Sighting]) -> frozenset[str]:
    """The names, of no country and no place of the project's own files, that are a person's in the
    text, and of which it does not say anywhere that something is there."""
    told = {s.key for s in found if not s.known and _is_person(reading, s)}
    return frozenset(told - {s.key for s in found if s.key in told and _is_set(reading, s)})


def _is_person(reading: Reading, sighting: Sighting) -> bool:
    if sighting.noun is not None or not reading.shouting[sighting.first]:
        return False
    return _OF_A_PERSON.match(reading.text, reading.words[sighting.last].end) is not None


def _is_set(reading: Reading, sighting: Sighting) -> bool:
    after = sighting.last + 1
    if after < len(reading.words) and reading.words[after].possessive:
        return False  # "in Bell's car"
    before, first = reading.key(sighting.first - 1), reading.key(sighting.first - 2)
    beside = before == "of" and (first in COMPASS or first in PLACE_NOUNS)
    set_in = before in toponym_words().locative or before in COMPASS
    return set_in or beside or sighting.noun is not None
