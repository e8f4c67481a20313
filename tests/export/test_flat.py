"""CSV, GeoJSON and the flat row behind both."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.errors import TallystickError
from tallystick.export.csv import csv_lines
from tallystick.export.files import write_whole
from tallystick.export.flat import COLUMNS, row
from tallystick.export.geojson import feature, geojson_lines
from tallystick.ledger import incidents_of
from tallystick.model.incident import Incident
from tallystick.model.statement import TRAINED, Field
from tallystick.model.values import Place, PlacePrecision, Target
from tests.builders import document, fact, hurt, reading, report
from tests.scenes import red_hill


def bare(*, target: str | None = None, place: Place | None = None) -> Incident:
    """An incident of which next to nothing is known."""
    doc = document("Something was attacked.", publisher=None)
    facts = [fact(Field.TARGET, Target(target))] if target else []
    facts += [fact(Field.WHERE, place)] if place else []
    return incidents_of([reading(doc, report(doc, "Something", *facts))], [])[0]


def parsed(*incidents: Incident) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(csv_lines(incidents)), newline="")))


def test_a_row_holds_the_incident() -> None:
    cells = row(red_hill().attack)
    known = {name: cell for name, cell in cells.items() if cell not in (None, "")}
    assert {name: known.get(name) for name in (
        "kind", "date_start", "date_end", "place", "country", "lat", "lon", "claimed_by",
        "blamed", "weapons", "outcomes", "killed_low", "killed_high", "injured_high",
        "contested", "document_count", "publishers", "target_owners", "acled_sub_event",
    )} == {
        "kind": "shelling",
        "date_start": date(2023, 12, 8),
        "date_end": date(2023, 12, 8),
        "place": "Red Hill",
        "country": "IQ",
        "lat": 33.5,
        "lon": 43.25,
        "claimed_by": "Free Riders",
        "blamed": "Green Band",
        "weapons": "rocket 2-3",
        "outcomes": "intercepted rocket 2; hit rocket 3",
        "killed_low": 0,
        "killed_high": 5,
        "injured_high": 0,
        "contested": "attacker; weapon; outcome; killed",
        "document_count": 2,
        "publishers": "Rudaw; The National",
        "target_owners": "Iraqi Army",
        "acled_sub_event": "Shelling/artillery/missile attack",
    }  # fmt: skip


def test_a_row_has_the_confidence_of_the_incident_and_of_its_date_place_and_tolls() -> None:
    doc = document("Two died in Hit.")
    hit = Place("Hit", PlacePrecision.TOWN)
    told = (hurt(2, "Two", confidence=0.4), fact(Field.WHERE, hit, "Hit", confidence=0.8))
    read = reading(doc, report(doc, "died", *told, score=0.7), reader=TRAINED)
    (cells,) = parsed(*incidents_of([read], []))
    assert {name: cell for name, cell in cells.items() if name.endswith("confidence")} == {
        "confidence": "0.7",
        "date_confidence": "",
        "place_confidence": "0.8",
        "killed_confidence": "0.4",
        "injured_confidence": "",
        "abducted_confidence": "",
    }
    properties = feature(*incidents_of([read], []))["properties"]
    assert isinstance(properties, dict)
    assert properties["confidence"] == 0.7


def test_unknown_is_an_empty_cell() -> None:
    cells = parsed(bare())[0]
    assert cells["date_start"] == cells["place"] == cells["killed_low"] == cells["lat"] == ""
    assert list(cells) == list(COLUMNS)


@given(st.text(min_size=1, max_size=30).filter(str.strip))
def test_no_cell_of_text_begins_a_formula_and_nothing_else_changes(words: str) -> None:
    cell = parsed(bare(target=words))[0]["targets"]
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell.removeprefix("'") == words.removeprefix("'") or cell == words


def test_a_negative_longitude_stays_a_number() -> None:
    west = Place("Bogota", PlacePrecision.TOWN, None, "CO", None, 4.6, -74.1)
    assert parsed(bare(place=west))[0]["lon"] == "-74.1"


def test_geojson_puts_longitude_first_and_says_how_precise_the_place_is() -> None:
    collection = json.loads("".join(geojson_lines(red_hill().incidents)))
    assert collection["type"] == "FeatureCollection"
    first = collection["features"][0]
    assert first["geometry"] == {"type": "Point", "coordinates": [43.25, 33.5]}
    assert first["properties"]["place_precision"] == "site"
    assert first["properties"]["date_start"] == "2023-12-08"
    assert first["id"] == first["properties"]["id"]


def test_no_coordinates_give_a_null_geometry_and_no_incidents_an_empty_collection() -> None:
    assert feature(bare())["geometry"] is None
    assert json.loads("".join(geojson_lines([])))["features"] == []


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    write_whole(out, ["a\r\n", "ü\r\n"])
    assert out.read_bytes() == "a\r\nü\r\n".encode()

    def breaks_off() -> object:
        yield "half"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_whole(out, breaks_off(), force=True)  # type: ignore[arg-type]
    assert out.read_bytes() == "a\r\nü\r\n".encode()
    assert [p.name for p in tmp_path.iterdir()] == ["out.csv"]


def test_a_file_that_is_there_is_kept_unless_forced(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_text("mine")
    with pytest.raises(TallystickError, match=r"out\.csv: is there already.*--force"):
        write_whole(out, ["theirs"])
    assert out.read_text() == "mine"
    write_whole(out, ["theirs"], force=True)
    assert out.read_text() == "theirs"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(TallystickError, match="folder does not exist; make it first"):
        write_whole(tmp_path / "nowhere" / "out.csv", ["x"])
