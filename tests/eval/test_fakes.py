from __future__ import annotations

import csv
from pathlib import Path

from eval.fakes import Cost, convert, draw, entry, figures
from eval.seen import SeenIncident, SeenStatement

from tallystick.model.document import Span


def test_the_set_becomes_documents(tmp_path: Path) -> None:
    source, target = tmp_path / "set.csv", tmp_path / "articles.csv"
    source.write_text(
        "unit_id,article_title,article_content,source,date,location,labels\n"
        '7,A title,"Two, three words.",wire,4/5/2017,town,0\n8,B,C,wire,4/6/2017,town,1\n',
        encoding="utf-8",
    )
    assert convert(source, target, 1) == 1
    with target.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows == [
        {
            "id": "7",
            "title": "A title",
            "publisher": "wire",
            "date": "2017-04-05",
            "text": "Two, three words.",
        }
    ]


def test_the_draw_is_the_same_for_the_same_seed() -> None:
    seen = [SeenIncident(f"i{n}", "attack", "happened") for n in range(30)]
    first = draw(seen, 5, 7)
    assert first == draw(reversed(seen), 5, 7)
    assert first != draw(seen, 5, 8)
    assert len(draw(seen[:3], 5, 7)) == 3


def test_figures() -> None:
    seen = [
        SeenIncident("a", "attack", "happened", documents=("1", "2")),
        SeenIncident("b", "attack", "happened", documents=("1",)),
    ]
    got = {f.name: f.value for f in figures(seen, 4, Cost(1, 2.0, 300.0))}
    assert got["documents_per_second"] == 2
    assert got["incidents_per_article"] == 0.75
    assert got["most_incidents_in_an_article"] == 2
    assert got["articles_without_incident"] == 2
    assert got["incidents_in_several_articles"] == 1


def test_the_sheet_has_the_words_and_where_they_stand() -> None:
    said = SeenStatement(
        "s", "weapon", "rocket", "claims", (("a unit",), ("Wire",)), "7", Span(3, 9), "rocket"
    )
    text = entry(SeenIncident("a", "shelling", "happened", documents=("7",), statements=(said,)))
    assert "'rocket' (7 3..9)" in text
    assert "[a unit < Wire]" in text
    assert "when unknown" in text
