"""What is left of a place's name without the words that only describe it.

"The city of Example", "downtown Example", "Example County", "Exampleish": where the whole is
on no list, its core may be. A building called by its town ("Example Town Hall") is in that
town, as far as its name tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tallystick.vocab.countries import countries, country_of_adjective, place_of_people
from tallystick.vocab.gazetteer import Candidate, Gazetteer, MatchQuality
from tallystick.vocab.placekeys import join_keys, key_of
from tallystick.vocab.toponyms import COMPASS, PLACE_NOUNS, singular, toponym_words

__all__ = ["PARTS_OF_STATES", "cores", "is_of_state", "namesakes", "towns_in"]

PARTS_OF_STATES = frozenset(
    [
        *("upstate", "downstate", "northern", "southern", "eastern", "western", "northeastern"),
        *("northwestern", "southeastern", "southwestern"),
    ]
)

_BEFORE = COMPASS | frozenset(
    ["the", "of", "downtown", "greater", "inner", "mid", "upper", "lower", "metro"]
)

_SIZABLE = 10_000


def cores(keys: Sequence[str]) -> Iterator[str]:
    """Keys to look a name up by, the fullest first, from the keys of its words."""
    if not keys:
        return
    key = join_keys(list(keys))
    nation = country_of_adjective().get(key)
    yield key_of(countries()[nation].name) if nation else place_of_people().get(key, key)
    first, last = 0, len(keys)
    while first < last - 1 and (keys[first] in _BEFORE or keys[first] in PLACE_NOUNS):
        first += 1
        yield join_keys(list(keys[first:last]))
    if first and last - first == 1 and keys[0] in PLACE_NOUNS:
        yield join_keys([keys[first], keys[0]])  # "County Example"
    while last - 1 > first and singular(keys[last - 1]) in PLACE_NOUNS:
        last -= 1
        yield join_keys(list(keys[first:last]))


def namesakes(keys: Sequence[str], gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """The places of a known name, or of its core."""
    return next(filter(None, map(gazetteer.lookup_key, cores(keys))), ())


def is_of_state(candidates: Sequence[Candidate]) -> bool:
    """Whether a name in "western **New York**" is that of an American state, and of no country."""
    state = any(c.division and c.country == "US" for c in candidates)
    return state and all(c.kind != "country" for c in candidates)


def towns_in(keys: Sequence[str], gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """The places of the town that a building is called by."""
    return next(filter(None, (_sizable(k, gazetteer) for k in _parts(keys))), ())


def _parts(keys: Sequence[str]) -> Iterator[str]:
    """The runs of words inside a name, the longest first, that are not ordinary words."""
    words = toponym_words()
    plain = words.common | words.given_names | words.titles | words.organisation | words.facility
    for size in range(len(keys) - 1, 0, -1):
        for at in range(len(keys) - size + 1):
            run = list(keys[at : at + size])
            if any(key not in plain and len(key) > 3 for key in run):
                yield join_keys(run)


def _sizable(key: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    return tuple(
        c
        for c in gazetteer.lookup_key(key)
        if c.quality is MatchQuality.NAME and (c.own or c.population >= _SIZABLE)
    )
