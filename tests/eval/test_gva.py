"""The scorer of merging, on a handful of made-up documents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from eval.tfidf import similar_pairs, single_link

from eval import gva
from tests.builders import document, reading, report

TEXTS = (
    "Tobin Hexley was shot outside the Quillgate laundry in Marrowfield",
    "A shooting at the Quillgate laundry left Tobin Hexley hurt",
    "Two brothers were shot at a bowling alley in Pennywell",
    "Police looked for the man who fled the bowling alley in Pennywell",
)


def test_similar_texts_are_linked_and_others_are_not() -> None:
    spread = [*TEXTS, *(f"mill{n} burned beside wharf{n}" for n in range(30))]
    labels = single_link(len(spread), similar_pairs(spread, least=0.1), threshold=0.4)
    assert labels[0] == labels[1]
    assert labels[2] == labels[3]
    assert labels[0] != labels[2]


def test_a_threshold_above_all_leaves_each_alone() -> None:
    pairs = similar_pairs(TEXTS, least=0.0)
    assert len(set(single_link(len(TEXTS), pairs, threshold=1.1))) == len(TEXTS)


def test_documents_come_with_their_incident(tmp_path: Path) -> None:
    _write(tmp_path)
    first, second = gva.load(tmp_path)
    assert (first.incident, first.city) == ("7", "Marrowfield")
    assert first.day.isoformat() == "2016-03-09"
    assert first.text.startswith("Shots at a laundry\n\n")
    assert second.published is not None


def test_a_document_without_a_report_stands_alone(tmp_path: Path) -> None:
    _write(tmp_path)
    items = gva.load(tmp_path)
    docs = [document(item.text, name=item.name) for item in items]
    readings = [reading(docs[0], report(docs[0], "Shots")), reading(docs[1])]
    seen = gva.clustered(items, readings)
    assert [s.main is None for s in seen] == [False, True]
    assert seen[0].cluster != seen[1].cluster


def test_absent_data_is_skipped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gva.main(["--data", str(tmp_path)]).skipped
    assert "skipped" in capsys.readouterr().out


def _write(folder: Path) -> None:
    incident = {"incident": "7", "date": "March 9, 2016", "city": "Marrowfield"}
    documents = [
        {"id": n, "incident": "7", "title": "Shots at a laundry", "text": text, "published": day}
        for n, text, day in (("a", TEXTS[0], "2016-03-10"), ("b", TEXTS[1], "2016-03-11"))
    ]
    (folder / "incidents.jsonl").write_text(json.dumps(incident) + "\n", encoding="utf-8")
    lines = "".join(json.dumps(row) + "\n" for row in documents)
    (folder / "documents.jsonl").write_text(lines, encoding="utf-8")


def test_what_is_kept_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path)
    items = gva.load(tmp_path)
    read = gva.kept_readings(items, tmp_path / "kept.pickle")
    monkeypatch.setattr(gva, "_reading", lambda _: pytest.fail("read again"))
    assert gva.kept_readings(items, tmp_path / "kept.pickle") == read
