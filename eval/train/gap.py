"""``python -m eval.train gap``: what is lost on texts of a sort that was never trained on.

Trains the reader on all sets of our own labels, and again without each of FA-KES, MUC and GVA;
reads the test part of the set that was left out with both; prints the figures side by side.
The rules and the vocabularies are the same throughout: the loss is the network's, and that of
its weighing against the rules, which is learned from the same sets. A network that is already
in its folder is not trained again.
"""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.table import Table

from eval.gold.score import by_set, read_all
from eval.gold.store import load_labels, load_split, one_each
from eval.gold.texts import SETS, load_texts
from eval.train.bench import add_options, ready, trained
from eval.train.bench_data import Recipe, material
from eval.train.bench_score import Named, named, value_of
from tallystick.extract import read
from tallystick.extract.trained.combine import COMBINATION
from tallystick.extract.trained.reader import OVERRIDE

LEFT_OUT = ("fakes", "muc", "gva")
ALL = "all"
MEASURES = (
    "incidents",
    "standing",
    "date",
    "place",
    "kind",
    "weapon",
    "attacker",
    "killed",
    "injured",
    "statements",
    "stance",
    "chain",
)


def main(argv: Sequence[str]) -> int:
    """Train what is missing, score, print; 1 where something needed is not here."""
    options = _options(argv)
    benchmarks = ready(options)
    if benchmarks is None:
        return 1
    for name, sets in recipes().items():
        folder = options.out / name
        if not (folder / COMBINATION).exists():
            print(f"{name}: training on {', '.join(sets)}", flush=True)
            recipe = Recipe(sets, 0, options.wars, options.fold)
            trained(material(recipe, benchmarks), folder, options)
    found = {one: _scored(one, options.out, benchmarks) for one in LEFT_OUT}
    Console(width=120).print(losses(found, f"the gap, after {options.epochs} epochs"))
    return 0


def _options(argv: Sequence[str]) -> Namespace:
    parser = ArgumentParser(prog="python -m eval.train gap", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="a folder of a folder each")
    add_options(parser, epochs=4)
    return parser.parse_args(argv)


def recipes() -> dict[str, tuple[str, ...]]:
    """The sets of each training, by the name of its folder."""
    without = {_without(one): tuple(s for s in SETS if s != one) for one in LEFT_OUT}
    return {ALL: SETS, **without}


def _without(name: str) -> str:
    return f"without-{name}"


def _scored(name: str, out: Path, benchmarks: Path) -> tuple[Named, Named]:
    """The test part of a set by the network that knows such texts, and by the one that does not."""
    texts = load_texts(benchmarks, (name,))
    test = load_split().test
    labels = [g for g in one_each(load_labels()) if g.document in texts and g.document in test]
    found = []
    for folder in (ALL, _without(name)):
        with using(out / folder):
            found.append(named(by_set(read_all(labels, texts, read))[name]))
    return found[0], found[1]


@contextmanager
def using(folder: Path) -> Iterator[None]:
    """While it lasts, the program of this process reads with the weights in a folder."""
    before = os.environ.get(OVERRIDE)
    os.environ[OVERRIDE] = str(folder)
    try:
        yield
    finally:
        if before is None:
            del os.environ[OVERRIDE]
        else:
            os.environ[OVERRIDE] = before


def losses(found: Mapping[str, tuple[Named, Named]], title: str) -> Table:
    """For each set: trained on all, trained without it, and the difference."""
    table = Table(title=title, title_justify="left")
    table.add_column("measure", no_wrap=True)
    for name in found:
        for head in (f"{name}: with", "without", "loss"):
            table.add_column(head, justify="right")
    for measure in MEASURES:
        cells: list[str] = []
        for pair in found.values():
            seen, unseen = (value_of(measure, one) for one in pair)
            cells += [f"{seen:.3f}", f"{unseen:.3f}", f"{seen - unseen:+.3f}"]
        table.add_row(measure, *cells)
    return table
