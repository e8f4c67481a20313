"""The scorer of tallies by place and month, on a handful of made-up documents."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from eval.gvatally import Cell

from eval import gvatally
from tallystick.model.statement import Field, Reading
from tallystick.model.values import Place, PlacePrecision
from tests.builders import day, document, fact, hurt, reading, report

MARCH = day("2016-03-01").start
FACTS = {"7": ("March 9, 2016", 1), "8": ("March 20, 2016", 0), "9": ("April 2, 2016", 3)}
STORIES = (("a", "7", "2016-03-09", 1), ("b", "7", "2016-03-09", 1), ("c", "8", "2016-03-20", 0))


def _write(folder: Path) -> None:
    place = {"city": "Marrowfield", "state": "Ohio", "injured": 0}
    rows = [
        {"incident": id, "date": when, "killed": killed, **place}
        for id, (when, killed) in FACTS.items()
    ]
    stories = [
        {"id": name, "incident": id, "title": "Shots", "text": name, "published": "2016-03-30"}
        for name, id, _, _ in STORIES
    ]
    for name, data in (("incidents", rows), ("documents", stories)):
        lines = "\n".join(json.dumps(row) for row in data)
        (folder / f"{name}.jsonl").write_text(lines, encoding="utf-8")


def _readings() -> list[Reading]:
    town = Place("Marrowfield", PlacePrecision.TOWN, None, "US", "Ohio")
    found = []
    for name, _, when, killed in STORIES:
        doc = document(f"Shots in {name}", name=name)
        facts = (fact(Field.WHEN, day(when)), fact(Field.WHERE, town), hurt(killed))
        found.append(reading(doc, report(doc, "Shots", *facts)))
    return found


def _scores(folder: Path, readings: list[Reading]) -> dict[str, float]:
    _write(folder)
    figures = gvatally.score(gvatally.load(folder), gvatally.load_facts(folder), readings)
    return {figure.name: figure.value for figure in figures}


def test_cells_are_places_and_months_with_two_or_more(tmp_path: Path) -> None:
    _write(tmp_path)
    cells = gvatally.cells(gvatally.load_facts(tmp_path))
    assert MARCH is not None
    assert set(cells) == {Cell("Marrowfield", "Ohio", MARCH), Cell("", "Ohio", MARCH)}
    assert {(truth.incidents, truth.killed) for truth in cells.values()} == {(2, 1)}


def test_the_keys_own_clusters_are_exact(tmp_path: Path) -> None:
    scores = _scores(tmp_path, _readings())
    for size in ("city", "state"):
        assert scores[f"{size}.months"] == 1
        for measure in gvatally.MEASURES[:2]:
            assert scores[f"{size}.key_placed.{measure}.exact"] == 1
            assert scores[f"{size}.key_placed.{measure}.error"] == 0


def test_an_incident_that_is_not_read_is_an_error_of_one(tmp_path: Path) -> None:
    readings = [*_readings()[:2], reading(_readings()[2].document)]
    scores = _scores(tmp_path, readings)
    assert scores["city.key_placed.incidents.exact"] == 0
    assert scores["city.key_placed.incidents.error"] == 1
    assert scores["city.key_placed.incidents.inside"] == 0


def test_a_month_read_wrongly_is_an_error_unless_the_key_places_it(tmp_path: Path) -> None:
    _write(tmp_path)
    items = [item for item in gvatally.load(tmp_path) if item.name != "b"]
    first, _, other = _readings()
    third = other.reports[0]
    later = replace(third.statements[0], value=day("2016-05-20"))
    wrong = replace(other, reports=(replace(third, statements=(later, *third.statements[1:])),))
    errors = [
        {
            f.name: f.value
            for f in gvatally.score(items, gvatally.load_facts(tmp_path), [first, last])
        }
        for last in (other, wrong)
    ]
    for size in ("city", "state"):
        assert [e[f"{size}.program.incidents.error"] for e in errors] == [0, 1]
        assert [e[f"{size}.program_placed.incidents.error"] for e in errors] == [0, 0]


def test_absent_data_is_skipped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gvatally.main(["--data", str(tmp_path)]).skipped
    assert "skipped" in capsys.readouterr().out
