"""The scorer of places: reading gold standards, matching, distances."""

from __future__ import annotations

from pathlib import Path

import pytest
from eval.geoparsing import Gold, Score, _add, _ann_golds, lgl

from tallystick.extract.places import PlaceMention
from tallystick.model.document import Span
from tallystick.model.values import Place, PlacePrecision

ANN = """T1\tLiteral 0 7\tExample
#1\tAnnotatorNotes T1\t10.5, -20.25
T2\tLiteral_Expression 9 13\ttown
T3\tMetonymic 20 26\tNowher
T4\tHomonym 30 36\tSomebo
"""


def mention(start: int, end: int, lat: float | None, number: int = 0) -> PlaceMention:
    place = Place("X", PlacePrecision.TOWN, id=f"gn:{number}", lat=lat, lon=lat)
    return PlaceMention(Span(start, end), place)


def test_reads_names_and_coordinates_from_notes() -> None:
    golds = _ann_golds(ANN)
    assert [(g.span.start, g.lat, g.lon) for g in golds] == [(0, 10.5, -20.25), (20, None, None)]


def test_reads_lgl(tmp_path: Path) -> None:
    path = tmp_path / "lgl.xml"
    path.write_text(
        "<articles><article><text>Example</text><toponyms><toponym><start>0</start><end>7</end>"
        '<gaztag geonameid="5"><lat>1.5</lat><lon>2.5</lon></gaztag></toponym>'
        "<toponym><start>0</start><end>7</end></toponym></toponyms></article></articles>"
    )
    assert list(lgl(path)) == [("Example", [Gold(Span(0, 7), 5, 1.5, 2.5)])]


def test_counts_and_distances() -> None:
    result = Score()
    golds = [
        Gold(Span(0, 5), 1, 0.0, 0.0),
        Gold(Span(10, 15), 2, 0.0, 0.0),
        Gold(Span(20, 25), 3, 0.0, 0.0),
        Gold(Span(30, 35)),
        Gold(Span(40, 45), 4, 0.0, 0.0),
    ]
    found = [
        mention(0, 5, 50.0, number=1),  # the same id, whatever the coordinates
        mention(9, 14, 10.0),  # 1,569 km away
        mention(20, 25, None),
        mention(30, 35, 1.0),
        mention(60, 65, 1.0),
    ]
    _add(result, golds, found)
    assert (result.gold, result.found, result.proposed) == (5, 4, 5)
    assert (result.unmeasured, result.without_coordinates) == (1, 1)
    assert result.distances == [0.0, pytest.approx(1568.5, abs=1.0)]
    assert result.within == pytest.approx(1 / 3)
    assert result.within_given == pytest.approx(1 / 2)
