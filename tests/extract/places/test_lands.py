"""The country of a place on no list: by what the words and the places around it tell."""

from __future__ import annotations

import pytest

from tallystick.extract.places.lands import Lands, in_its_land
from tallystick.extract.places.mention import PlaceMention
from tallystick.extract.places.mentions import find_places
from tallystick.model.document import Span
from tallystick.model.values import Place, PlacePrecision


def land(text: str, name: str) -> str | None:
    found = [m for m in find_places(text) if m.span.of(text) == name]
    assert found, f"{name} is no place of {text!r}"
    return found[0].place.country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (
            "A bomb went off in Tolbarou on Monday. Schools shut in Diffa and in Chad. "
            "Tolbarou lies in the north of Niger.",
            "NE",
        ),
        ("Bol in Chad is calm. Shells fell in Diffa and Tolbarou, and in Zinder in Niger.", "NE"),
        ("Troops left Diffa and Zinder in Niger on Monday. A raid on Tolbarou killed two.", "NE"),
        ("In eastern Bosnia, guns pounded Tolbarou on Monday, the agency said in Zagreb.", "BA"),
        ("In southern Lebanon, a drone hit Tolbarou, near the border with Israel.", "LB"),
        ("Guns in Haifa fell silent. They had shelled the Lebanese town of Tolbarou.", "LB"),
    ],
)
def test_an_unlisted_place_is_in_the_land_that_is_told_around_it(text: str, country: str) -> None:
    assert land(text, "Tolbarou") == country


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell in Diffa in Niger. A raid on Tolbarou killed seven. Bol in Chad was calm.",
        "Men met in Bol in Chad. Shells fell in Niger. A raid on Tolbarou killed seven. Diffa, in "
        "Niger, and Moundou, in Chad, were calm.",
        "A raid on Tolbarou killed two.",
    ],
)
def test_it_is_left_open_where_the_places_are_of_several_lands(text: str) -> None:
    assert land(text, "Tolbarou") is None


def test_a_name_that_only_the_network_finds_is_placed_by_what_lies_in_it() -> None:
    text = "Shells hit Tolbarou. Bol was calm. Tolbarou lies in northern Niger."
    told = PlaceMention(Span(11, 19), Place("Tolbarou", PlacePrecision.TOWN))
    placed = in_its_land(Lands(text, find_places(text)), told, Span(0, 20))
    assert placed.place.country == "NE"
