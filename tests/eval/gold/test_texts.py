from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pytest
from eval.gold.texts import GoldText, load_texts, own_texts, stamped

from tallystick.model.document import Span


def test_lines_are_trimmed_sentences_in_order() -> None:
    text = ' One ended. Two "did!" He left.\n\nA title\n\n  3 more? yes, it goes on. '
    spans = GoldText("x", text).lines
    assert [s.of(text) for s in spans] == [
        "One ended.",
        'Two "did!"',
        "He left.",
        "A title",
        "3 more? yes, it goes on.",
    ]
    assert GoldText("x", " \n\n ").lines == ()


def test_the_document_keeps_the_offsets_and_what_is_known() -> None:
    text = GoldText("x:1", "A raid.\n\nIt was long.", "A title", "Herald", date(2031, 5, 6))
    document = text.document
    assert document.text == text.text
    assert document.publisher == "Herald"
    assert document.published is not None
    assert document.published.start == date(2031, 5, 6)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Last updated at May 062013 A raid", date(2013, 5, 6)),
        ("Date of publication 6 May 2031 A raid", date(2031, 5, 6)),
        ("Raid kills two AFP Tuesday 6 May 2031 A raid", date(2031, 5, 6)),
        ("Posted on May 6 2013 by somebody", date(2013, 5, 6)),
        ("06-05-2031 title: A raid", date(2031, 5, 6)),
        ("Herald 2159 18.05.2031(updated 2204 19.05.2031)", date(2031, 5, 18)),
        ("On May 6 2013 a raid", None),
        ("A war that goes on since 6 May 2031 took", None),
        ("A raid on 31.02.2031", None),
        ("A raid killed two on Tuesday", None),
        ("Words. " * 40 + "6 May 2031", None),
    ],
)
def test_the_stamp_at_the_head_of_a_text(head: str, day: date | None) -> None:
    assert stamped(head) == day


def test_texts_are_loaded_by_set_and_number(tmp_path: Path) -> None:
    (tmp_path / "fakes").mkdir()
    columns = ["unit_id", "article_title", "article_content", "source", "date"]
    rows = [
        columns,
        ["1", "A title", "A caf\u00e9 was hit.", "herald", "5/6/2031"],
        ["2", "", "6 May 2031 A raid.", "herald", "1/1/2030"],
        ["3", "", "Twice.", "herald", "no day"],
        ["3", "", "Again.", "herald", "no day"],
    ]
    with (tmp_path / "fakes/FA-KES-Dataset.csv").open("w", encoding="latin-1", newline="") as file:
        csv.writer(file).writerows(rows)
    (tmp_path / "gva").mkdir()
    line = json.dumps({"id": "7", "text": "A man was shot."})
    (tmp_path / "gva/documents.jsonl").write_text(line + "\n", encoding="utf-8")

    texts = load_texts(tmp_path, ("fakes", "muc", "gva"))
    assert list(texts) == ["fakes:1", "fakes:2", "gva:7"]  # two of a number are neither
    assert texts["fakes:1"].published == date(2031, 5, 6)
    assert texts["fakes:2"].published == date(2031, 5, 6)  # its own, not the set's
    assert texts["fakes:1"].text == "A caf\u00e9 was hit."
    assert texts["gva:7"].lines == (Span(0, 15),)
    assert list(load_texts(tmp_path, ("gva",))) == ["gva:7"]


def test_texts_of_our_own_stand_under_their_heads(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(
        "=== own:1 | 2031-05-06 | The Herald | Raid | Belvale\nA raid.\n\nIt was long.\n\n"
        "=== own:2 | - | - | -\nAnother.\n",
        encoding="utf-8",
    )
    assert own_texts(tmp_path) == [
        GoldText(
            "own:1", "A raid.\n\nIt was long.", "Raid | Belvale", "The Herald", date(2031, 5, 6)
        ),
        GoldText("own:2", "Another."),
    ]
