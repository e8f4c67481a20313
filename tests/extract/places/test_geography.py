"""How places stand to each other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.extract.places.geography import finer, may_be_one
from tallystick.model.values import Place, PlacePrecision

TOWN, SITE = PlacePrecision.TOWN, PlacePrecision.SITE
PROVINCE, COUNTRY = PlacePrecision.PROVINCE, PlacePrecision.COUNTRY

GOMA = Place("Goma", TOWN, "x:1", "CD", "North Kivu", -1.68, 29.22)
AIRPORT = Place("Goma Airport", SITE, "x:2", "CD", "North Kivu", -1.67, 29.24)
BUNIA = Place("Bunia", TOWN, "x:3", "CD", "Ituri", 1.56, 30.25)
KIVU = Place("North Kivu", PROVINCE, "x:4", "CD", "North Kivu", -0.79, 29.05)
CONGO = Place("Congo", COUNTRY, "x:5", "CD")
GISENYI = Place("Gisenyi", TOWN, "x:6", "RW", "Western", -1.70, 29.26)
HAMLET = Place("Kanyati", TOWN, None, "CD", "North Kivu")
FAR_HAMLET = Place("Moga", TOWN, None, "CD", "Maniema")
UNKNOWN = Place("the old mill", SITE)
IDLIB = Place("Idlib", TOWN, "x:7", "SY", "Idlib", 35.93, 36.63)
SARMIN = Place("Sarmin", TOWN, "x:8", "SY", "Idlib", 35.90, 36.72)


@pytest.mark.parametrize(
    ("first", "second", "answer"),
    [
        (GOMA, GOMA, True),
        (GOMA, AIRPORT, True),  # a site in its town
        (GOMA, KIVU, True),  # a town in its province
        (GOMA, CONGO, True),
        (GOMA, BUNIA, False),  # too far apart for towns
        (GOMA, GISENYI, False),  # near, but in another country
        (HAMLET, replace(HAMLET, admin1="Ituri"), True),  # the same name
        (HAMLET, FAR_HAMLET, False),  # other provinces
        (GOMA, HAMLET, None),  # nothing tells
        (KIVU, HAMLET, True),  # told to be in the province
        (KIVU, FAR_HAMLET, False),
        (GOMA, UNKNOWN, None),
        (UNKNOWN, CONGO, True),
    ],
)
def test_may_be_one(first: Place, second: Place, answer: bool | None) -> None:
    assert may_be_one(first, second) is answer


def test_one_spelling_with_and_without_marks() -> None:
    assert may_be_one(Place("Medellín", TOWN), Place("Medellin", TOWN)) is True


@pytest.mark.parametrize(
    ("first", "second", "answer"),
    [
        (AIRPORT, GOMA, True),
        (GOMA, KIVU, True),
        (KIVU, CONGO, True),
        (CONGO, GOMA, False),
        (SARMIN, IDLIB, True),  # a province bears the town's name: it may be said for that
        (IDLIB, SARMIN, False),
        (GOMA, BUNIA, False),
    ],
)
def test_finer(first: Place, second: Place, answer: bool) -> None:
    assert finer(first, second) is answer


KNOWN = (GOMA, AIRPORT, BUNIA, KIVU, CONGO, GISENYI, HAMLET, FAR_HAMLET, UNKNOWN)
any_place = st.one_of(
    st.sampled_from(KNOWN),
    st.builds(
        Place,
        st.sampled_from(("Bo", "Ka", "Lu")),
        st.sampled_from(PlacePrecision),
        st.none(),
        st.sampled_from((None, "CD", "RW")),
        st.sampled_from((None, "Ituri", "Western")),
        st.floats(-5, 5),
        st.floats(25, 35),
    ),
)


@given(any_place, any_place)
def test_it_does_not_matter_who_is_asked_first(first: Place, second: Place) -> None:
    if finer(first, second) or finer(second, first) or COUNTRY not in {first.precision}:
        assert may_be_one(first, second) is may_be_one(second, first)


@given(any_place)
def test_a_place_is_itself_and_no_finer(place: Place) -> None:
    assert may_be_one(place, place) is True
    assert not finer(place, place)


@given(any_place, any_place)
def test_of_two_at_most_one_is_finer(first: Place, second: Place) -> None:
    assert not (finer(first, second) and finer(second, first))
