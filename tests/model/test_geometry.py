from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.model.geometry import distance_km, great_circle_km
from tallystick.model.values import Place, PlacePrecision

LATITUDES = st.floats(-90, 90)
LONGITUDES = st.floats(-180, 180)


def test_two_cities() -> None:
    assert great_circle_km(48.8566, 2.3522, 51.5074, -0.1278) == pytest.approx(344, abs=2)


def test_a_place_without_a_point_is_nowhere() -> None:
    town = Place("A", PlacePrecision.TOWN, lat=1.0, lon=1.0)
    assert distance_km(town, Place("B", PlacePrecision.TOWN)) is None
    assert distance_km(town, town) == 0


@given(LATITUDES, LONGITUDES, LATITUDES, LONGITUDES)
def test_distance_is_symmetric_and_within_half_the_earth(
    a: float, b: float, c: float, d: float
) -> None:
    there = great_circle_km(a, b, c, d)
    assert 0 <= there <= 20_016
    assert there == pytest.approx(great_circle_km(c, d, a, b))
