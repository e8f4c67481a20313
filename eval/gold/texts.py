"""The documents that the labels speak of, read from the benchmark folder."""

from __future__ import annotations

import csv
import itertools
import json
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from eval.common import document_from_text
from tallystick.model.document import Document, Span

_BREAK = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])|\n\s*\n")
SETS = ("fakes", "muc", "gva")
_SOURCES = {
    "muc": ("muc4/train.jsonl", "muc4/dev.jsonl"),
    "gva": ("gva/documents.jsonl",),
}


@dataclass(frozen=True, slots=True)
class GoldText:
    """One document of a benchmark: ``id`` is its set and its number there ("fakes:12")."""

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None

    @property
    def document(self) -> Document:
        """As the program's own intake makes it."""
        return document_from_text(
            self.text, self.id, published=self.published, publisher=self.publisher
        )

    @property
    def lines(self) -> tuple[Span, ...]:
        """Its sentences, roughly, as a sheet numbers them from 1 on."""
        cuts = [0, *(m.end() for m in _BREAK.finditer(self.text)), len(self.text)]
        pieces = (_trimmed(self.text, a, b) for a, b in itertools.pairwise(cuts))
        return tuple(span for span in pieces if span.start < span.end)


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return Span(
        start + min(left, len(piece)), max(start + left, end - (len(piece) - len(piece.rstrip())))
    )


def load_texts(benchmarks: Path, sets: tuple[str, ...] = SETS) -> dict[str, GoldText]:
    """The texts of some sets by id; a set that is absent is left out.

    A number that two texts of a set share names neither of them.
    """
    found: list[GoldText] = []
    for name in sets:
        found += _fakes(benchmarks) if name == "fakes" else _lines(benchmarks, name)
    often = Counter(text.id for text in found)
    return {text.id: text for text in found if often[text.id] == 1}


def _fakes(benchmarks: Path) -> list[GoldText]:
    path = benchmarks / "fakes" / "FA-KES-Dataset.csv"
    if not path.exists():
        return []
    with path.open(encoding="latin-1", newline="") as lines:
        return [
            GoldText(
                f"fakes:{row['unit_id']}",
                row["article_content"],
                row["article_title"],
                row["source"],
                _american(row["date"]),
            )
            for row in csv.DictReader(lines)
        ]


def _american(words: str) -> date | None:
    try:
        return datetime.strptime(words, "%m/%d/%Y").date()
    except ValueError:
        return None


def _lines(benchmarks: Path, name: str) -> list[GoldText]:
    found: list[GoldText] = []
    for file in _SOURCES[name]:
        path = benchmarks / file
        if path.exists():
            with path.open(encoding="utf-8") as lines:
                found += [_one(name, json.loads(line)) for line in lines]
    return found


def _one(name: str, data: dict[str, str]) -> GoldText:
    return GoldText(f"{name}:{data['id']}", data["text"], data.get("title"))
