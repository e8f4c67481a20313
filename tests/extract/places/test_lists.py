"""Names in lists, and the noun that a list or the city behind it has in common."""

from __future__ import annotations

import pytest

from tallystick.extract.places.mentions import find_places
from tallystick.model.values import Place, PlacePrecision


def told(text: str) -> dict[str, Place]:
    return {m.span.of(text): m.place for m in find_places(text)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Bandits burned Tudun Zobrak, Kwallu and Gidan Ruwo villages in Zamfara state.",
            ["Tudun Zobrak", "Kwallu", "Gidan Ruwo", "Zamfara"],
        ),
        (
            "Mortars fell on the al-Zobrak and Kindarah neighbourhoods of Aleppo.",
            ["al-Zobrak", "Kindarah", "Aleppo"],
        ),
        (
            "Troops that night took the towns of Zobrak Tal Kindah and Meldak in Syria.",
            ["Zobrak", "Tal Kindah", "Meldak", "Syria"],
        ),
        (
            "Shells fell that night in Jisr al-Shughur, Saraqib and Zobrak in Syria.",
            ["Jisr al-Shughur", "Saraqib", "Zobrak", "Syria"],
        ),
        (
            "Mortars pounded posts near Zobrak village and Tal Kindah in Syria.",
            ["Zobrak", "Tal Kindah", "Syria"],
        ),
        (
            "Guns pounded posts near Marib, al Zobrak and Thun al-Kindah in Yemen.",
            ["Marib", "al Zobrak", "Thun al-Kindah", "Yemen"],
        ),
        (
            "Troops burned huts late that night in the villages of Zobrak, Mosri and Haider Khel.",
            ["Zobrak", "Mosri", "Haider Khel"],
        ),
        (
            "Troops burned huts late that night in the villages of Zobrak and Kan Thar.",
            ["Zobrak", "Kan Thar"],
        ),
    ],
)
def test_a_noun_in_the_plural_is_of_the_whole_list(text: str, names: list[str]) -> None:
    assert list(told(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "Sunni and Shiite villages were shelled.",
        "Lebanese and Israeli towns were shelled.",
        "Ahmed and Zobrak visited villages.",
        "Zobrak and Kindarah fired at a village.",
    ],
)
def test_no_other_pair_is_of_places(text: str) -> None:
    assert not told(text)


def test_no_county_is_made_of_a_name_in_a_list() -> None:
    text = "It struck the town of Fergus Falls in Otter Tail, Zobrak and Wilkin {} in Minnesota."
    assert "Zobrak" not in told(text.format("counties"))
    assert "Zobrak" in told(text.format("lands"))


@pytest.mark.parametrize("noun", ["district", "quarter"])
def test_a_district_of_a_town_is_as_fine_as_a_quarter(noun: str) -> None:
    place = told(f"A drone hit a market in the Shuhadarah {noun} of El Obeid.")["Shuhadarah"]
    assert (place.precision, place.country) == (PlacePrecision.TOWN, "SD")


def test_a_district_of_a_province_is_none() -> None:
    place = told("A drone hit a market in the Zobrak district of Helmand province.")["Zobrak"]
    assert (place.precision, place.country) == (PlacePrecision.DISTRICT, "AF")


def test_a_noun_is_not_of_the_city_behind_it() -> None:
    text = "Police raided the Zobrak neighbourhood of Bogota and southern quarters of Homs."
    found = told(text)
    assert (found["Bogota"].country, found["Homs"].country) == ("CO", "SY")


def test_a_noun_before_a_name_keeps_it_whole() -> None:
    assert list(told("Rebels stormed the hamlet of Filo Zobrak.")) == ["Filo Zobrak"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kherson was hit. A drone fell in the city's Dniprovskyi district, Ukraine says.",
         "Dniprovskyi"),
        ("A bomb went off in the Belen district of Medellin in Colombia.", "Belen"),
        ("Rockets hit the al-Basra area in Khartoum city in Sudan.", "al-Basra"),
        ("Gunmen held the Kirkuk neighbourhood in Tripoli in Libya.", "Kirkuk"),
        ("Shells fell on the Misrateh area in Tripoli city in Libya.", "Misrateh"),
    ],
)  # fmt: skip
def test_a_part_of_a_city_is_no_namesake_of_it_far_away(text: str, name: str) -> None:
    place = told(text)[name]
    assert (place.lat, place.precision) == (None, PlacePrecision.TOWN)


def test_a_part_of_the_city_that_is_known_keeps_its_point() -> None:
    place = told("Kyiv was hit. A drone fell in the city's Dniprovskyi district.")["Dniprovskyi"]
    assert place.lat is not None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A truck bomb went off near a mosque in Stari Vitez in Bosnia.", "Stari Vitez"),
        ("Jets struck houses in Rafah's Zobrak camp. Khan Younis was hit too.", "Zobrak"),
    ],
)
def test_a_name_made_of_a_known_one_or_in_a_town_is_kept(text: str, name: str) -> None:
    assert told(text)[name].lat is None
