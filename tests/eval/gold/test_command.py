from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from eval.gold.command import main, shown
from eval.gold.store import load_labels
from eval.gold.texts import GoldText

from eval.gold import command


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A benchmark folder of two documents; labels go to a folder beside it."""
    folder = tmp_path / "benchmarks" / "gva"
    folder.mkdir(parents=True)
    texts = [{"id": "1", "text": "A raid. It was long."}, {"id": "2", "text": "A man was shot."}]
    lines = "".join(json.dumps(text) + "\n" for text in texts)
    (folder / "documents.jsonl").write_text(lines, encoding="utf-8")
    monkeypatch.setattr(command, "LABELS", tmp_path / "labels")
    monkeypatch.setattr(command, "FRESH", tmp_path / "fresh")
    return ["--data", str(folder.parent)]


def sheet(path: Path, *lines: str) -> str:
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def test_a_document_is_shown_with_its_sentences_numbered() -> None:
    text = GoldText("x:1", "A raid.\n\nIt was\nlong.", "A title", "Herald", date(2031, 5, 6))
    assert shown(text).splitlines() == [
        "=== x:1",
        "title: A title",
        "published: Tuesday 2031-05-06",
        "publisher: Herald",
        "1: A raid.",
        "2: It was long.",
    ]


def test_show(data: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*data, "show", "gva:1"]) == 0
    assert "2: It was long." in capsys.readouterr().out


def test_check_names_the_sheet_and_the_line(
    data: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = sheet(tmp_path / "good.sheet", "doc gva:1", "generic 1:raid")
    bad = sheet(tmp_path / "bad.sheet", "doc gva:2", "generic 1:raid")
    assert main([*data, "check", good, bad]) == 1
    told = capsys.readouterr()
    assert told.out.startswith("2 documents, 1 lines to mend")
    assert f"{bad}: line 2: not in the sentence" in told.err
    assert main([*data, "check", good]) == 0


def test_take_keeps_what_was_taken_before(data: list[str], tmp_path: Path) -> None:
    first = sheet(tmp_path / "1.sheet", "doc gva:1", "generic 1:raid")
    second = sheet(tmp_path / "2.sheet", "doc gva:2", "generic 1:shot")
    again = sheet(tmp_path / "3.sheet", "doc gva:1", "generic 2:long")
    for one, name in ((first, "A"), (second, "A"), (second, "B"), (again, "A")):
        assert main([*data, "take", one, "--by", name]) == 0
    found = {(d.annotator, d.document): d for d in load_labels(tmp_path / "labels")}
    assert sorted(found) == [("A", "gva:1"), ("A", "gva:2"), ("B", "gva:2")]
    assert found["A", "gva:1"].generic[0].start == 15  # "long", not "raid"


def test_fresh_labels_go_to_a_folder_of_their_own(data: list[str], tmp_path: Path) -> None:
    one = sheet(tmp_path / "1.sheet", "doc gva:1", "generic 1:raid")
    assert main([*data, "take", one, "--by", "A", "--fresh"]) == 0
    assert [d.document for d in load_labels(tmp_path / "fresh")] == ["gva:1"]
    assert not (tmp_path / "labels").exists()


def test_a_line_of_one_sheet_is_none_of_the_next(data: list[str], tmp_path: Path) -> None:
    first = sheet(tmp_path / "1.sheet", "doc gva:1")
    second = sheet(tmp_path / "2.sheet", "generic 1:raid")
    assert main([*data, "check", first, second]) == 1


def test_without_the_folder_nothing_is_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(tmp_path / "nowhere"), "show", "x"]) == 2
    assert "--data" in capsys.readouterr().out


def test_an_unknown_document_is_told(data: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*data, "show", "gva:9", "gva:1"]) == 1
    told = capsys.readouterr()
    assert "gva:9" in told.err
    assert "1: A raid." in told.out
