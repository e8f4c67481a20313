"""The countries that the names of bodies tell of: "the Solomon Islands Police", "Armed Forces of
Chad". A body is no place, but a text that speaks of it speaks of its country.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from tallystick.extract.places.toponyms import Reading, Sighting
from tallystick.vocab.countries import countries
from tallystick.vocab.placekeys import key_of
from tallystick.vocab.toponyms import toponym_words

_SHORTEST = 3  # letters: initials are names of other things too


def within_names(reading: Reading, sightings: Sequence[Sighting]) -> Iterator[str]:
    """The countries in the names of bodies, which are no places: "the Solomon Islands Police"."""
    places = {at for s in sightings for at in range(s.first, s.last + 1)}
    lands = _land_keys()
    for at in range(len(reading.words)):
        if at in places or not reading.capital(at):
            continue
        keys = (" ".join(reading.key(i) for i in range(at, at + n)) for n in (3, 2, 1))
        found = next((lands[key] for key in keys if key in lands), None)
        if found is not None:
            yield found


@lru_cache
def _land_keys() -> Mapping[str, str]:
    """The countries' codes by their names, without those that are first names or states too."""
    shared = toponym_words().given_names | {"georgia"}
    return {
        key: c.code
        for c in countries().values()
        for name in (c.name, *c.names)
        if len(key := key_of(name).removeprefix("the ")) > _SHORTEST and key not in shared
    }
