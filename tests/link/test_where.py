"""Places compared two by two."""

from __future__ import annotations

from itertools import permutations

import pytest

from tallystick.link import weights as w
from tallystick.link.comparisons.where import (
    PlaceComparison,
    ToldPlaceComparison,
    place_level,
)
from tallystick.link.profile import Profile, Text, profile
from tallystick.link.weights import Level
from tallystick.model.statement import Field
from tallystick.model.values import Place
from tests.builders import fact
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
    told,
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
        (LOST, ASAD, w.UNLISTED),
        (Place("Al Rumela", TOWN), Place("Rumella", TOWN, country="IQ"), w.NAMES_ALIKE),
        (Place("Karimabad", TOWN), Place("Kharimabad-Bala", TOWN), w.NAMES_ALIKE),
        (Place("Port Hale", TOWN), Place("Port Hume", TOWN), w.UNLISTED),
        (Place("Long Acre", TOWN), Place("Long Wood", TOWN), w.UNLISTED),
        (BAGHDAD, Place("Baghdad", TOWN, "gn:7", "SY", "Homs", 34.6, 37.0), w.NAMESAKES),
    ],
    ids=lambda value: getattr(value, "name", None) or getattr(value, "meaning", "nothing"),
)
def test_levels_of_places(p: Place, q: Place, level: Level | None) -> None:
    for first, second in permutations((p, q)):
        found = place_level(first, second)
        assert (found[0] if found else None) is level


def profiled(text: str, *places: Place) -> Profile:
    document, report = told(text, None, places[0], *(fact(Field.WHERE, p) for p in places[1:]))
    return profile(report, Text.of(document))


def found(comparison: PlaceComparison | ToldPlaceComparison, *two: Profile) -> list[float]:
    return [reason.weight for reason in comparison(*two)]


def test_a_place_in_no_list_does_not_soften_two_towns_on_the_map() -> None:
    mill = Place("Old Mill", TOWN, None, "IQ")
    one, other = profiled("Fire broke out.", BAGHDAD, mill), profiled("Smoke rose.", KHOST)
    assert found(PlaceComparison(), one, other) == [w.PLACES_FAR.bits]


def test_a_street_is_likely_in_the_town_that_its_account_names() -> None:
    street = Place("Tanner Row", TOWN, None, "IQ")
    town = profiled("Shots rang out.", BAGHDAD)
    beside = profiled("Shots rang out on Tanner Row, in the west of Baghdad.", street)
    alone = profiled("Shots rang out on Tanner Row, far from here.", street)
    assert found(ToldPlaceComparison(), beside, town) == [w.TOLD_BESIDE.bits]
    assert found(ToldPlaceComparison(), town, beside) == [w.TOLD_BESIDE.bits]
    assert found(ToldPlaceComparison(), alone, town) == []


def test_an_account_without_a_place_may_be_of_a_town_that_it_names() -> None:
    town = profiled("Shots rang out.", BAGHDAD)
    for text, bits in (("Shots in Baghdad woke us.", [w.TOLD_ALONE.bits]), ("Shots woke us.", [])):
        document, report = told(text)
        nowhere = profile(report, Text.of(document))
        assert found(ToldPlaceComparison(), nowhere, town) == bits
        assert found(ToldPlaceComparison(), town, nowhere) == bits


def test_two_sites_of_the_same_words_are_not_one_place() -> None:
    mosque = Place("a mosque", SITE, country="IQ")
    a, b = profiled("Men stormed a mosque.", mosque), profiled("Men burned a mosque.", mosque)
    assert a.places == b.places == ()
    assert profiled("Men stormed a mosque in Hit.", mosque, BAGHDAD).places == (BAGHDAD,)
