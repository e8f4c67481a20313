"""Places compared two by two."""

from __future__ import annotations

from itertools import permutations

import pytest

from tallystick.link import weights as w
from tallystick.link.comparisons.where import place_level
from tallystick.link.weights import Level
from tallystick.model.values import Place
from tests.link.scenes import (
    ASAD,
    BAGHDAD,
    COUNTRY,
    ERBIL,
    ERBIL_AIRPORT,
    HARIR,
    KHOST,
    PROVINCE,
    SITE,
    TOWN,
    WEST_IRAQ,
)

ANBAR = Place("Anbar", PROVINCE, "gn:99592", "IQ", "Anbar", 33.0, 42.0)
IRAQ = Place("Iraq", COUNTRY, "gn:99237", "IQ")
ERBIL_TOWN = Place("Erbil", TOWN, "gn:95446", "IQ", "Erbil", 36.19, 44.01)
LOST = Place("Unlisted camp", SITE, country="IQ")


@pytest.mark.parametrize(
    ("p", "q", "level"),
    [
        (ASAD, ASAD, w.SAME_SITE),
        (BAGHDAD, BAGHDAD, w.SAME_TOWN),
        (ASAD, HARIR, w.SITES_APART),
        (ERBIL_AIRPORT, ERBIL_TOWN, w.SITE_BY_TOWN),
        (ERBIL_AIRPORT, ERBIL, w.IN_PROVINCE),
        (ERBIL_AIRPORT, ANBAR, w.PLACES_APART),
        (ASAD, IRAQ, w.SAME_COUNTRY),
        (ASAD, WEST_IRAQ, w.IN_REGION),
        (BAGHDAD, KHOST, w.PLACES_FAR),
        (ANBAR, ERBIL, w.PLACES_APART),
        (LOST, Place("UNLISTED CAMP", SITE), w.SAME_SITE),
        (LOST, ERBIL, None),
        (BAGHDAD, ERBIL_TOWN, w.PLACES_FAR),
    ],
    ids=lambda value: getattr(value, "name", None) or getattr(value, "meaning", "nothing"),
)
def test_levels_of_places(p: Place, q: Place, level: Level | None) -> None:
    for first, second in permutations((p, q)):
        found = place_level(first, second)
        assert (found[0] if found else None) is level
