"""``python -m eval.train ablation``: the rules alone, the network alone, and both, on the gold.

What *alone* means for the network stands at the head of ``bench_alone.py``; its weighing is
learned on the fifth of the training part on which the shipped one is. Where the network was in
the end trained on that fifth too, it is surer of it than of other texts, and the column of the
network alone is somewhat too low.
"""

from __future__ import annotations

import json
import os
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path

from rich.console import Console

from eval.common import BENCHMARKS, data_dir
from eval.gold.labels import GoldDocument
from eval.gold.store import load_labels, load_split, one_each
from eval.gold.texts import SETS, GoldText, load_texts
from eval.train import bench_score
from eval.train.bench_alone import Alone, learned
from eval.train.open import chosen, parted
from tallystick.extract import read
from tallystick.extract.trained.reader import OVERRIDE, TrainedReader, is_there


def main(argv: Sequence[str]) -> int:
    """Print the three columns; 1 where the data or the weights are not here."""
    options = _options(argv)
    if options.weights:
        os.environ[OVERRIDE] = str(options.weights)  # for this process: `read` looks there too
    folder = data_dir(options, ".")
    if folder is None or not is_there():
        print(f"no weights to read with, or no benchmarks; set {OVERRIDE} and {BENCHMARKS}")
        return 1
    sets = SETS if options.set == "all" else (options.set,)
    texts = load_texts(folder, SETS)
    split = load_split()
    labels = [
        gold
        for gold in one_each(load_labels())
        if gold.document in texts
        and gold.document.startswith(tuple(f"{name}:" for name in sets))
        and split.holds(options.part, gold.document)
    ]
    _show(list(islice(labels, options.limit)), texts, options)
    return 0


def _options(argv: Sequence[str]) -> Namespace:
    parser = ArgumentParser(prog="python -m eval.train ablation", description=__doc__)
    parser.add_argument("--data", type=Path, help=f"the benchmark folder (or set {BENCHMARKS})")
    parser.add_argument("--weights", type=Path, help=f"of the network (or set {OVERRIDE})")
    parser.add_argument("--part", choices=("train", "test"), default="test")
    parser.add_argument("--set", choices=(*SETS, "all"), default="all")
    parser.add_argument("--learn-on", default="own,fakes", help="sets to weigh the network on")
    parser.add_argument("--limit", type=int, help="no more than so many documents")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    return parser.parse_args(argv)


def _show(
    labels: Sequence[GoldDocument], texts: Mapping[str, GoldText], options: Namespace
) -> None:
    found = {
        name: bench_score.named(bench_score.compared(labels, texts, column))
        for name, column in columns(texts, options.learn_on.split(",")).items()
    }
    title = f"ablation: {options.part} part, {len(labels)} documents; F1 or share"
    Console(width=100).print(bench_score.beside(title, found))
    if options.json:
        plain = {name: {k: f.value for k, f in one.items()} for name, one in found.items()}
        options.json.write_text(json.dumps(plain, indent=1) + "\n", encoding="utf-8")


def columns(texts: Mapping[str, GoldText], sets: Sequence[str]) -> dict[str, bench_score.Column]:
    """The three readers, of the weights in use."""
    reader = TrainedReader.load()
    _, held = parted(gold for gold in chosen(sets) if gold.document in texts)
    weighing = learned(reader, [(texts[gold.document].document, gold) for gold in held])
    return {
        "rules alone": bench_score.by_rules,
        "network alone": Alone(reader, weighing),
        "both": bench_score.Both(reader, read),
    }
