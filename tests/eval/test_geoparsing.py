"""The scorer of places: reading gold standards, matching, distances."""

from __future__ import annotations

from pathlib import Path

import pytest
from eval.geoparsing import Article, Distances, Gold, Score, _add, _ann_golds, lgl, main, score

from tallystick.extract.places.mentions import PlaceMention
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
        '<articles><article docid="3"><url>http://example.com/1</url><text>Example</text>'
        "<toponyms><toponym><start>0</start><end>7</end>"
        '<gaztag geonameid="5"><lat>1.5</lat><lon>2.5</lon></gaztag></toponym>'
        "<toponym><start>0</start><end>7</end></toponym><toponym><start>0</start><end>7</end>"
        '<gaztag geonameid="6"><name>Anbar</name><fcode>ADM1</fcode><lat>1</lat><lon>2</lon>'
        "<country>Iraq</country></gaztag></toponym></toponyms></article></articles>"
    )
    golds = (
        Gold(Span(0, 7), 5, 1.5, 2.5),
        Gold(Span(0, 7), 6, 1.0, 2.0, division=("IQ", "anbar")),
    )
    assert list(lgl(path)) == [Article("3", "Example", golds, "http://example.com/1")]


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
    told = result.end_to_end
    assert (told.unmeasured, told.without) == (1, 1)
    assert told.km == [0.0, pytest.approx(1568.5, abs=1.0)]
    assert told.within == pytest.approx(1 / 3)
    assert told.within_placed == pytest.approx(1 / 2)


def test_one_division_is_one_entry_whatever_its_coordinates() -> None:
    gold = Gold(Span(0, 5), 6, 10.0, 10.0, division=("IQ", "anbar"))
    found = Distances()
    found.add(gold, Place("Anbar", PlacePrecision.PROVINCE, "ts:x", "IQ", None, 33.0, 42.0))
    found.add(gold, Place("Anbar", PlacePrecision.TOWN, "ts:x", "IQ", None, 33.0, 42.0))
    found.add(gold, Place("Anbar", PlacePrecision.PROVINCE, "ts:x", "SY", None, 33.0, 42.0))
    assert [d == 0.0 for d in found.km] == [True, False, False]


def test_given_names_count_each_and_what_is_not_placed_is_wrong() -> None:
    text = "Shells fell on Aleppo and on Qqqq; Syrian officials told nothing."
    spans = [Span(text.index(w), text.index(w) + len(w)) for w in ("Aleppo", "Qqqq", "Syrian")]
    golds = tuple(
        Gold(s, None, lat, lon)
        for s, lat, lon in zip(spans, (36.2, 36.2, 35.0), (37.2, 37.2, 38.0), strict=True)
    )
    result = score([Article("1", text, golds)])
    assert (result.given.measured, result.given.without, result.given.right) == (3, 1, 2)
    assert (result.end_to_end.measured, result.end_to_end.right) == (1, 1)


def test_both_settings_are_printed(tmp_path: Path) -> None:
    (tmp_path / "geoparsing" / "GeoWebNews").mkdir(parents=True)
    (tmp_path / "geoparsing" / "lgl.xml").write_text(
        '<articles><article docid="3"><url>http://example.com/1</url><text>In Aleppo.</text>'
        "<toponyms><toponym><start>3</start><end>9</end>"
        '<gaztag geonameid="170063"><lat>36.2</lat><lon>37.2</lon></gaztag></toponym></toponyms>'
        "</article></articles>"
    )
    figures = main(["--data", str(tmp_path), "--halves"]).as_dict()
    for setting in ("lgl", "lgl.given", "geowebnews", "geowebnews.given"):
        assert {f"{setting}.{f}" for f in ("within_161_km", "mean_km", "median_km")} <= set(figures)
    assert figures["lgl.within_161_km"] == figures["lgl.given.within_161_km"] == 1.0
    assert figures["lgl.publisher.within_161_km"] == 1.0
