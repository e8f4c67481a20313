"""Places that are told by how far they lie from a town."""

from __future__ import annotations

import pytest

from tallystick.extract.places.mention import PlaceMention
from tallystick.extract.places.offset import offset
from tallystick.model.document import Span
from tallystick.model.values import Place, PlacePrecision
from tests.extract.incidents import places

TOWN = Place("Velm", PlacePrecision.TOWN, id="gn:1", country="YE", lat=60.0, lon=179.0)


def moved(words: str, town: Place = TOWN) -> Place | None:
    at = words.index("Velm")
    found = offset(words, PlaceMention(Span(at, at + 4), town))
    return found.place if found else None


@pytest.mark.parametrize(
    ("words", "lat", "lon"),
    [
        ("hit 111.2 km north of Velm", 61.0, 179.0),
        ("hit 60 nautical miles south of the port of Velm", 59.0, 179.0),
        ("HIT 55.6 KM (35 MILES) EAST OF Velm", 60.0, 180.0),
        ("hit 111.2km to the west of the Yemeni port of Velm", 60.0, 177.0),
        ("hit 111.2 kilometres north-east of Velm", 60.71, -179.59),
    ],
)
def test_the_point_is_that_of_the_town_moved(words: str, lat: float, lon: float) -> None:
    place = moved(words)
    assert place is not None and place.lat is not None and place.lon is not None
    assert place.lat == pytest.approx(lat, abs=0.01)
    assert (place.lon - lon + 180) % 360 - 180 == pytest.approx(0, abs=0.01)


@pytest.mark.parametrize(
    "words",
    [
        "hit north of Velm",
        "hit 30 km from Velm",
        "hit 900 km north of Velm",
        "hit 1,050 km north of Velm",
        "Velm",
    ],
)
def test_no_distance_gives_no_place(words: str) -> None:
    assert moved(words) is None


def test_what_has_no_point_gives_none() -> None:
    assert moved("30 km north of Velm", Place("Velm", PlacePrecision.TOWN)) is None


def test_an_act_at_sea_is_not_in_the_port() -> None:
    text = "A missile struck a tanker 60 nautical miles south of Mukalla, Yemen, on Friday."
    assert places(text, "2031-05-11") == ["60 nautical miles south of Mukalla"]
