"""Pairs of reports that a person finds hard to judge: what the program says of each, and why.

Each pair stands in ``hardpairs.toml`` with what a reader of both texts finds: *same*, or
*apart*. The reports are found by document and offsets: in the sample that ships, the five seed
articles, and the articles of FA-KES that no test part holds. A pair is right where the program
judges *same* those that are one, and *different* or *unsure* those that are not; ``decided`` are
the right ones that it is not unsure of. Those that the reader itself misses count as wrong, but
where the labels leave it open whether there is an incident.
"""

from __future__ import annotations

import os
import tomllib
from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

from rich.console import Console
from rich.table import Table

from eval.common import BENCHMARKS, Figure, Scores, arguments, data_dir, finish, share
from eval.gold.texts import load_texts
from tallystick.extract import read
from tallystick.intake import Intake, Intaken, read_manifest
from tallystick.link import compare
from tallystick.model.document import Document, Span
from tallystick.model.judgement import Judgement, Verdict
from tallystick.model.statement import Reading, Report

PAIRS = Path(__file__).parent / "hardpairs.toml"
_SEEDS = Path(__file__).resolve().parent.parent.parent / "shared" / "seeds"
_WEIGHTIEST = 4

_ReadingOf = Callable[[str], Reading | None]


@dataclass(frozen=True, slots=True)
class Side:
    """One report of a pair: its document ("set:name") and characters that it rests on."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class HardPair:
    """Two reports; ``same`` is what a reader of both finds, ``why`` the reader's reason.

    ``note`` explains a pair that the program is known to get wrong; ``optional``: the labels leave
    it open whether one of the two is an incident, so that giving none keeps them apart as well.
    """

    name: str
    a: Side
    b: Side
    same: bool
    why: str
    note: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What the program says of a pair; no judgement where it has no such report."""

    pair: HardPair
    judgement: Judgement | None

    @property
    def right(self) -> bool:
        if self.judgement is None:
            return self.pair.optional and not self.pair.same
        return (self.judgement.verdict is Verdict.SAME) is self.pair.same

    @property
    def decided(self) -> bool:
        unsure = self.judgement is not None and self.judgement.verdict is Verdict.UNSURE
        return self.right and not unsure


def main(argv: Sequence[str] = ()) -> Scores:
    """Judge each pair whose documents are here, and print the table."""
    options = _options(argv)
    readings = _Readings(options)
    pairs = load_pairs()
    answers = [found for pair in pairs if (found := answered(pair, readings.of))]
    Console().print(_table(answers))
    skipped = len(pairs) - len(answers)
    figures = (
        share("right", sum(a.right for a in answers), len(answers)),
        share("decided", sum(a.decided for a in answers), len(answers), "and not unsure"),
        Figure("number_right", sum(a.right for a in answers)),
        Figure("documents_absent", skipped, note="pairs whose documents are not here"),
    )
    if skipped:
        return finish(Scores("hardpairs", skipped=f"{skipped} pairs lack their documents"))
    return finish(Scores("hardpairs", figures), options.json)


def _options(argv: Sequence[str]) -> Namespace:
    return arguments("hardpairs", __doc__ or "").parse_args(argv)


def load_pairs(path: Path = PAIRS) -> list[HardPair]:
    """The pairs of a file, in its order."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return [
        HardPair(
            row["name"],
            _side(row["a"]),
            _side(row["b"]),
            row["expected"] == "same",
            row["why"],
            row.get("note", ""),
            row.get("optional", False),
        )
        for row in data["pair"]
    ]


def _side(row: Sequence[str | int]) -> Side:
    document, start, end = row
    return Side(str(document), Span(int(start), int(end)))


# ------------------------------------------------------------------ the program's answer


@dataclass(frozen=True, slots=True)
class _Readings:
    """The documents of the three sets, each read when it is first asked for."""

    options: Namespace

    def of(self, name: str) -> Reading | None:
        set_, _, own = name.partition(":")
        if set_ == "fakes":
            folder = data_dir(self.options, "fakes")
            text = _fakes(folder.parent).get(name) if folder else None
            return _read(text) if text else None
        document = (_sample() if set_ == "sample" else _seeds()).get(own)
        return _read(document) if document else None


@cache
def _read(document: Document) -> Reading:
    return read(document)


@cache
def _fakes(benchmarks: Path) -> Mapping[str, Document]:
    return {id_: text.document for id_, text in load_texts(benchmarks, ("fakes",)).items()}


@cache
def _sample() -> Mapping[str, Document]:
    with as_file(files("tallystick").joinpath("sample")) as folder:
        return _folder(folder)


@cache
def _seeds() -> Mapping[str, Document]:
    given = os.environ.get(BENCHMARKS)
    folder = Path(given).parent / "seeds" if given else _SEEDS
    return _folder(folder) if folder.exists() else {}


def _folder(folder: Path) -> Mapping[str, Document]:
    """The documents of a folder with a manifest, by the number at the head of their names."""
    texts = sorted(folder.glob("*.txt"))
    taken = Intake(texts, manifest=read_manifest(folder / "manifest.json"))
    documents = (item.document for item in taken if isinstance(item, Intaken))
    return {Path(d.name).name.replace("_", "-").split("-")[0]: d for d in documents}


def answered(pair: HardPair, reading_of: _ReadingOf) -> Answer | None:
    """The program's judgement on a pair; ``None`` where a document is not here."""
    first, second = reading_of(pair.a.document), reading_of(pair.b.document)
    if first is None or second is None:
        return None
    a, b = report_at(first, pair.a.span), report_at(second, pair.b.span)
    if a is None or b is None or a.id == b.id:
        return Answer(pair, None)
    documents = {d.id: d for d in (first.document, second.document)}
    return Answer(pair, compare(a, b, documents=documents))


def report_at(reading: Reading, span: Span) -> Report | None:
    """The report on the span: of those anchored there the one whose anchor is most like it, else
    the one with most statements there."""
    anchored = [r for r in reading.reports if r.anchor.overlaps(span)]
    near = anchored or [r for r in reading.reports if _inside(r, span)]
    return max(near, key=lambda r: (_likeness(r.anchor, span), _inside(r, span)), default=None)


def _likeness(a: Span, b: Span) -> float:
    """What two spans share, of what they cover together; negative where they are apart."""
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared / (max(a.end, b.end) - min(a.start, b.start))


def _inside(report: Report, span: Span) -> int:
    return sum(s.span.overlaps(span) for s in report.statements)


# ------------------------------------------------------------------ the table


def _table(answers: Iterable[Answer]) -> Table:
    table = Table(title="hard pairs", title_justify="left", show_lines=True)
    for column in ("pair", "a reader finds", "the program says", "its weightiest reasons (bits)"):
        table.add_column(column)
    for answer in answers:
        pair = answer.pair
        found = ("same" if pair.same else "apart") + f": {pair.why}"
        wrong = "" if answer.right else f"\n[bold]wrong.[/bold] {pair.note}"
        where = f"{pair.name}\n{pair.a.document} / {pair.b.document}"
        table.add_row(where, found, _verdict(answer.judgement) + wrong, _reasons(answer.judgement))
    return table


def _verdict(judgement: Judgement | None) -> str:
    if judgement is None:
        return "nothing: it has no report there, or one for both"
    return f"{judgement.verdict.value} ({judgement.score:.2f})"


def _reasons(judgement: Judgement | None) -> str:
    if judgement is None:
        return ""
    told = [r for r in judgement.reasons if r.feature != "prior"]
    heaviest = sorted(told, key=lambda r: -abs(r.weight))[:_WEIGHTIEST]
    return "\n".join(f"{r.weight:+g} {r.words}" for r in heaviest)
