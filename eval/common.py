"""What every scorer needs: figures, their table, the benchmark folder, documents from text."""

from __future__ import annotations

import argparse
import json
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tallystick.intake import Known, read_text
from tallystick.model.document import Document
from tallystick.model.values import PartialDate

BENCHMARKS = "TALLYSTICK_BENCHMARKS"
_DEFAULT = Path(__file__).resolve().parent.parent.parent / "shared" / "benchmarks"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number. ``of`` is what a share was taken of, when it was one."""

    name: str
    value: float
    of: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Scores:
    """What a scorer found: its name and its figures, in the order to print them."""

    name: str
    figures: tuple[Figure, ...] = ()
    skipped: str = ""  # why nothing was measured

    def as_dict(self) -> dict[str, float]:
        return {figure.name: figure.value for figure in self.figures}


def f1(precision: float, recall: float) -> float:
    """The harmonic mean of the two; 0 where both are."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision, recall and F1 from counts; a rate of nothing is 0."""

    right: float
    given: float
    wanted: float

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        return f1(self.precision, self.recall)

    def __add__(self, other: Rates) -> Rates:
        return Rates(self.right + other.right, self.given + other.given, self.wanted + other.wanted)

    def figures(self, name: str) -> tuple[Figure, ...]:
        return (
            Figure(f"{name}.precision", self.precision, round(self.given)),
            Figure(f"{name}.recall", self.recall, round(self.wanted)),
            Figure(f"{name}.f1", self.f1),
        )


NOTHING = Rates(0, 0, 0)


def share(name: str, right: float, of: int, note: str = "") -> Figure:
    """The share of right ones; of none it is 0, and says so."""
    return Figure(name, right / of if of else 0.0, of, note or ("" if of else "none to judge"))


def arguments(name: str, about: str) -> argparse.ArgumentParser:
    """A parser with the options that all scorers share."""
    parser = argparse.ArgumentParser(prog=f"python -m eval {name}", description=about)
    parser.add_argument("--data", type=Path, help=f"the benchmark folder (or set {BENCHMARKS})")
    parser.add_argument("--limit", type=int, help="read no more than so many documents")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    return parser


def data_dir(options: argparse.Namespace, folder: str) -> Path | None:
    """Where a benchmark lies, or ``None`` when it is not on this machine."""
    given = options.data or os.environ.get(BENCHMARKS) or _DEFAULT
    path = Path(given) / folder
    return path if path.exists() else None


def absent(name: str, folder: str) -> Scores:
    """What to return where the data is not there."""
    reason = f"{folder} is not here; give its folder with --data or {BENCHMARKS}"
    return finish(Scores(name, skipped=reason))


def unfinished(name: str, error: Exception) -> Scores:
    """What to return where a library or weights that it takes are not there."""
    return finish(Scores(name, skipped=f"it takes what is not here: {error}"))


def finish(scores: Scores, json_path: Path | None = None) -> Scores:
    """Print the figures, write them to a file if one is named, and hand them on."""
    console = Console()
    if scores.skipped:
        console.print(f"{scores.name}: skipped, {scores.skipped}", highlight=False)
    else:
        console.print(_table(scores))
    if json_path is not None:
        data = {"name": scores.name, "skipped": scores.skipped, **scores.as_dict()}
        json_path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    return scores


def _table(scores: Scores) -> Table:
    table = Table(title=scores.name, title_justify="left")
    table.add_column("figure")
    table.add_column("value", justify="right")
    table.add_column("of", justify="right")
    table.add_column("")
    for figure in scores.figures:
        whole = float(figure.value).is_integer() and figure.of is None
        value = f"{figure.value:.0f}" if whole else f"{figure.value:.3f}"
        table.add_row(figure.name, value, "" if figure.of is None else str(figure.of), figure.note)
    return table


def document_from_text(
    text: str, name: str, *, published: date | None = None, publisher: str | None = None
) -> Document:
    """A document of a bare text, as the program's own intake makes one."""
    day = PartialDate.day(published) if published else None
    return read_text(text, name=name, known=Known(publisher=publisher, published=day))
