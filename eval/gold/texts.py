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
from eval.gold.news import news_texts
from tallystick.model.document import Document, Span

_BREAK = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])|\n\s*\n")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*"
_STAMP = re.compile(
    r"(?:(?<=posted on )|(?<=published on )|(?<!\bon )(?<!\bsince )(?<!\bof ))\b(?:"
    rf"(?P<day>\d{{1,2}}) {_MONTH},? (?P<year>\d{{4}})"
    rf"|{_MONTH.replace('month', 'month2')} (?P<day2>\d{{1,2}}),? ?(?P<year2>20\d\d)"
    r"|(?P<day3>\d\d)[-.](?P<month3>\d\d)[-.](?P<year3>\d{4}))",
    re.IGNORECASE,
)
_HEAD = 160  # characters in which an article gives its own day of publication
SETS = ("own", "fakes", "muc", "gva")
NEWS = "news"  # ordinary news: measured on, and never trained on
OWN = Path(__file__).parent / "own"
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
        match name:
            case "own":
                found += own_texts()
            case "fakes":
                found += _fakes(benchmarks)
            case "news":
                found += (
                    GoldText(t.id, t.text, published=t.published) for t in news_texts(benchmarks)
                )
            case _:
                found += _lines(benchmarks, name)
    often = Counter(text.id for text in found)
    return {text.id: text for text in found if often[text.id] == 1}


def own_texts(folder: Path = OWN) -> list[GoldText]:
    """The texts written for the project, invented wars and newsrooms.

    A file holds several, each under a line ``=== ID | PUBLISHED | PUBLISHER | TITLE``, where
    ``-`` stands for what is not known.
    """
    found: list[GoldText] = []
    for path in sorted(folder.glob("*.txt")):
        for part in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            head, _, text = part.partition("\n")
            id, published, publisher, title = (w.strip() for w in head.split(" | ", 3))
            day = None if published == "-" else date.fromisoformat(published)
            known = [None if w == "-" else w for w in (title, publisher)]
            found.append(GoldText(id, text.strip("\n"), known[0], known[1], day))
    return found


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
                stamped(row["article_content"]) or _american(row["date"]),
            )
            for row in csv.DictReader(lines)
        ]


def stamped(text: str) -> date | None:
    """The day of publication that stands at the head of an article's text.

    The set's own ``date`` is that of the event that the article was matched to, in a quarter
    of the articles days to years before or after.
    """
    match = _STAMP.search(text[:_HEAD])
    if match is None:
        return None
    parts = [match[f"{part}{n}"] for n in ("", "2", "3") for part in ("year", "month", "day")]
    year, month, day = (part for part in parts if part)
    number = _MONTHS.index(month[:3].lower()) + 1 if month.isalpha() else int(month)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


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
