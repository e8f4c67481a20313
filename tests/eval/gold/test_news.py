"""Ordinary news as its collections have it, made up here in their forms."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from eval.gold.news import NewsText, news_texts
from eval.gold.store import APART, LABELS, load_labels
from eval.gold.texts import NEWS, load_texts

LGL = """<articles><article docid="12"><dltime>2031-03-20 12:24:52</dltime>
<text>A shop was robbed in Zobrak.</text></article></articles>"""
TIMEML = """<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2031-05-06"
functionInDocument="CREATION_TIME">May 6</TIMEX3></DCT><TEXT>
The bridge opened.
</TEXT></TimeML>"""


def _laid_out(folder: Path) -> Path:
    written = {
        "geoparsing/GeoWebNews/7.txt": "The mayor spoke.",
        "geoparsing/lgl.xml": LGL,
        "tempeval3/AQUAINT/WATAN.1.tml": TIMEML,
        "polnear/train/text/watan_2031-07-27_the-vote.txt": "The vote was close.\n",
    }
    for name, text in written.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_each_collection_gives_its_texts_with_the_day_that_it_knows(tmp_path: Path) -> None:
    assert list(news_texts(_laid_out(tmp_path))) == [
        NewsText("geowebnews:7", "The mayor spoke."),
        NewsText("lgl:12", "A shop was robbed in Zobrak.", date(2031, 3, 20)),
        NewsText("aquaint:WATAN.1", "The bridge opened.", date(2031, 5, 6)),
        NewsText("polnear:watan_2031-07-27_the-vote", "The vote was close.", date(2031, 7, 27)),
    ]


def test_what_is_absent_gives_nothing(tmp_path: Path) -> None:
    assert list(news_texts(tmp_path)) == []


def test_they_are_a_set_of_texts_for_labels(tmp_path: Path) -> None:
    texts = load_texts(_laid_out(tmp_path), (NEWS,))
    assert texts["lgl:12"].published == date(2031, 3, 20)
    assert len(texts) == 4


def test_no_document_is_held_back_and_read() -> None:
    """What is measured on is trained on nowhere."""
    parts = {name: {d.document for d in load_labels(folder)} for name, folder in APART.items()}
    parts["labels"] = {d.document for d in load_labels(LABELS)}
    assert len(set().union(*parts.values())) == sum(map(len, parts.values()))
