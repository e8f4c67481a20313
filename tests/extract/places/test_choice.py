"""Which of the places of a name is meant, and which names are none."""

from __future__ import annotations

import pytest

from tallystick.extract.places.mentions import find_places
from tallystick.model.values import PlacePrecision
from tests.extract.places.test_mentions import named, one, where


def test_a_day_is_no_town_of_its_name() -> None:
    assert named("The October 6 attack killed two in Egypt.") == ["Egypt"]


def test_a_loose_match_is_not_of_a_land_that_is_hardly_named() -> None:
    text = (
        "Rockets hit Homs, Raqqa and Idlib in Syria. Syria blamed Iran. Shells fell on the "
        "neighbourhoods of al-Hamadaniyeh and Salah in Homs, in the centre of Syria."
    )
    assert where(text, "al-Hamadaniyeh")[0] != "IR"


def test_a_little_namesake_needs_its_land_to_be_named() -> None:
    text = (
        "Syria and Russia will meet again in Geneva. Kazakhstan hosts the talks on Syria. He "
        "quoted a scholar of Mecca, who went from Mecca to Medina."
    )
    lands = {word: where(text, word)[0] for word in ("Geneva", "Mecca", "Medina")}
    assert lands == {"Geneva": "CH", "Mecca": "SA", "Medina": "SA"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A bomb exploded at the Central Bank in Nairobi on Friday.", ["Nairobi"]),
        ("The Islamic Resistance in Iraq claimed it.", []),
        ("Soldiers searched houses in the West Bank.", ["West Bank"]),
    ],
)
def test_a_bank_is_no_town_and_stands_in_one(text: str, wanted: list[str]) -> None:
    assert named(text) == wanted


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen killed nine people at Rim, in Nigeria. Police in Nigeria said so.", "Rim"),
        ("A bomb went off between the bank and Youth City in Aleppo, in Syria.", "Youth City"),
        ("Drones hit a post at Lumbang in Myanmar, soldiers of Myanmar said.", "Lumbang"),
    ],
)
def test_a_name_does_not_speak_for_its_own_land(text: str, name: str) -> None:
    found = [m.place for m in find_places(text) if m.span.of(text) == name]
    assert all(place.id is None for place in found)


def test_a_name_that_is_set_once_is_a_place_throughout() -> None:
    text = (
        "They killed nine at Rim, police in Nigeria said. On Monday it was the turn of Rim again."
    )
    assert [m.span.of(text) for m in find_places(text)].count("Rim") == 2


def test_a_village_near_a_border_is_not_in_the_land_behind_it() -> None:
    text = "Rockets hit the village of Zobrak near the border with Turkey. Zobrak lay in ruins."
    assert next(m.place.country for m in find_places(text) if m.span.of(text) == "Zobrak") is None
    text = "Rockets hit the village of Zobrak in the north of Turkey."
    assert next(m.place.country for m in find_places(text) if m.span.of(text) == "Zobrak") == "TR"


def test_a_letter_for_a_quarter_of_the_sky_begins_no_name() -> None:
    text = "Four men died in an attack in N Syria. Syria blamed rebels in the east of Syria."
    assert all(m.span.of(text) != "N Syria" for m in find_places(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The bomb went off in Cairo Square, Nairobi.", ["Nairobi"]),
        ("A man was shot on Cleveland Avenue in Tampa.", ["Tampa"]),
        ("They met near the Cairo Road bridge.", ["Cairo"]),
    ],
)
def test_a_square_is_in_no_town_of_its_name(text: str, wanted: list[str]) -> None:
    assert named(text) == wanted


def test_a_name_that_lies_so_far_away_is_a_place() -> None:
    assert named("They went on to Zobrak, some 15 km away.") == ["Zobrak"]
    assert named("They spoke to Zobrak, some days later.") == []


def test_another_name_of_a_city_is_no_part_of_a_village_that_no_list_has() -> None:
    text = "Two men died in a strike near Tir Zobrak, a kilometre from the border."
    assert named(text) == ["Tir Zobrak"]
    assert named(text.replace("Tir Zobrak", "Tir")) == ["Tir"]


def test_a_name_that_is_also_a_place_of_the_one_land_spoken_of_is_there() -> None:
    text = "Rebels in southern Colombia attacked a patrol on the road to San Vicente municipality."
    assert where(text, "San Vicente")[0] == "CO"


def test_a_name_of_no_place_of_that_land_is_where_it_is_known() -> None:
    text = "Rebels in southern Colombia got their arms in Tegucigalpa."
    assert where(text, "Tegucigalpa")[0] == "HN"


def test_what_a_town_is_told_to_be_in_holds_it_though_the_text_is_on_another_land() -> None:
    text = (
        "The ranch is 130 km south of Brownsville, Texas, in Mexico. Six men died in Ciudad "
        "Juarez, Mexico, and in Chihuahua. Guerrero and Tamaulipas saw more."
    )
    found = {m.span.of(text): m.place for m in find_places(text)}
    assert found["Texas"].country == "US"


def test_a_part_of_the_world_is_no_little_town() -> None:
    text = "He served in the Middle East. His home was in Baltimore, Maryland."
    assert one(text, "Middle East").place.precision is PlacePrecision.REGION


def test_what_is_western_is_a_state_and_no_city() -> None:
    text = "Two barns burned in western New York on Monday. A fire broke out in New York on Friday."
    found = [m.place.name for m in find_places(text)]
    assert found == ["New York", "New York City"]
