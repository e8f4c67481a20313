"""Ordinary news of many places and years, from benchmarks that were made for other questions.

GeoWebNews (web news of 2018), LGL (local papers of 2009), TimeBank and AQUAINT (agencies and papers
of 1989 to 2000) and PolNeAR (seven US outlets in the election of 2016). Most of it tells of no
attack, and what it tells lies in other wars than those that the rules and weights grew up with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from eval.tempeval import read_timeml

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class NewsText(NamedTuple):
    """A text by the name that it has in its collection ("lgl:40450848")."""

    id: str
    text: str
    published: date | None = None


def news_texts(benchmarks: Path) -> Iterator[NewsText]:
    """The texts of every collection that is there."""
    yield from _geowebnews(benchmarks / "geoparsing" / "GeoWebNews")
    yield from _lgl(benchmarks / "geoparsing" / "lgl.xml")
    for part in ("TimeBank", "AQUAINT"):
        yield from _timeml(benchmarks / "tempeval3" / part)
    yield from _polnear(benchmarks / "polnear" / "train" / "text")


def _geowebnews(folder: Path) -> Iterator[NewsText]:
    for path in sorted(folder.glob("*.txt"), key=lambda p: int(p.stem)):
        yield NewsText(f"geowebnews:{path.stem}", path.read_text("utf-8", "replace"))


def _lgl(path: Path) -> Iterator[NewsText]:
    if path.exists():
        for article in ElementTree.parse(path).getroot():
            id = f"lgl:{article.get('docid')}"
            yield NewsText(id, article.findtext("text") or "", _day(article.findtext("dltime")))


def _timeml(folder: Path) -> Iterator[NewsText]:
    for path in sorted(folder.glob("*.tml")):
        found = read_timeml(path.stem, path.read_text(encoding="utf-8"))
        created = found.created.start if found.created else None
        yield NewsText(f"{folder.name.lower()}:{found.name}", found.text.strip(), created)


def _polnear(folder: Path) -> Iterator[NewsText]:
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8").strip()
        yield NewsText(f"polnear:{path.stem}", text, _day(path.stem))


def _day(words: str | None) -> date | None:
    """The first day written in full, year first."""
    found = _DAY.search(words or "")
    return date.fromisoformat(found.group()) if found else None
