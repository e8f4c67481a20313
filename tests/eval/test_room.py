"""The archive that is made up has what it says, and the room that serves it answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from eval.scale.archive import write_archive

from eval import room
from tallystick.ledger import Ledger

SIZE = 120


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archive") / "archive.ledger"
    write_archive(path, SIZE)
    return path


def test_an_archive_has_so_many_incidents_some_of_them_doubtful(archive: Path) -> None:
    with Ledger.open(archive, read_only=True) as ledger:
        incidents = ledger.incidents()
    assert len(incidents) == SIZE
    assert any(len(incident.reports) == 2 for incident in incidents)
    assert any(incident.possible_duplicates for incident in incidents)
    assert any(incident.contested for incident in incidents)


def test_sizes_and_queries_are_measured_of_a_room(
    archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(room, "CHROMIUM", Path("none"))
    scores = room.main(["--ledger", str(archive), "--queries", "7"]).as_dict()
    assert 0 < scores["map_data_kilobytes"] < scores["map_data_plain_kilobytes"]
    assert scores["facet_query_median_ms"] <= scores["facet_query_p95_ms"]
    assert "not measured" in capsys.readouterr().out


def test_a_change_is_waited_for_in_an_archive_that_was_made_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(room, "CHROMIUM", Path("none"))
    scores = room.main(["--incidents", "30", "--queries", "1", "--changes", "2"]).as_dict()
    assert scores["opening_processor_seconds"] > 0
    assert 0 < scores["change_shown_median_ms"] <= scores["change_shown_p95_ms"]
    assert 0 < scores["opening_peak_megabytes"] <= scores["peak_megabytes"]


def test_queries_are_all_different() -> None:
    assert len(set(room._addresses(100))) == 100
