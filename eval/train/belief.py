"""``python -m eval.train belief``: how far an incident is believed, by how much is told of it.

Reads labelled documents that the network has not learned from, and learns from their reports,
right and false, the weights of :mod:`tallystick.extract.trained.belief`. Writes them into the
``combination.json`` of a folder of weights, by default the one that ships; seconds to a minute.
"""

from __future__ import annotations

import json
import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path

from eval.common import BENCHMARKS, data_dir
from eval.gold.calibrate import reports_judged
from eval.gold.labels import GoldDocument
from eval.gold.score import read_all
from eval.gold.store import load_labels, load_split, one_each
from eval.gold.texts import load_texts
from eval.train.combine import Lessons, fitted
from tallystick.extract import read
from tallystick.extract.trained.belief import evidence
from tallystick.extract.trained.combine import BELIEF, COMBINATION, PLAIN
from tallystick.extract.trained.reader import OVERRIDE, WEIGHTS

_BY = (
    "FA,FB,FC,FD,FE,FF,L,P,S,T,V,X,Y,Z"  # came after the network that ships; their errors were read
)


def main(argv: Sequence[str]) -> int:
    """Learn and write; 1 where there is nothing to learn from."""
    options = _options(argv)
    folder = data_dir(options, ".")
    texts = load_texts(folder, ("own", "fakes")) if folder else {}
    labels = [gold for gold in chosen(options.by.split(",")) if gold.document in texts]
    if not labels:
        print(f"no documents to learn from; set {BENCHMARKS}")
        return 1
    path = options.out / COMBINATION
    before = path.read_text(encoding="utf-8")
    _write(path, PLAIN.weights[BELIEF])  # the reports as their words alone make them
    os.environ[OVERRIDE] = str(options.out)
    lessons = Lessons()
    try:
        for told, right in reports_judged(read_all(labels, texts, read)):
            told_of = ((said.field, said.confidence) for said in told.said)
            lessons.add(BELIEF, evidence(told.score, told_of), right=right)
    finally:
        path.write_text(before, encoding="utf-8")
    _write(path, fitted(lessons).weights[BELIEF])
    print(f"{len(lessons.right[BELIEF])} reports of {len(labels)} documents: {path}")
    return 0


def chosen(annotators: Iterable[str]) -> list[GoldDocument]:
    """What they labelled, each document once; nothing of the test part."""
    by, test = {*annotators}, {*load_split().test}
    return one_each(g for g in load_labels() if g.annotator in by and g.document not in test)


def _write(path: Path, weights: Sequence[float]) -> None:
    data = json.loads(path.read_text(encoding="utf-8"))
    data["weights"][BELIEF] = [round(w, 4) for w in weights]
    path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def _options(argv: Sequence[str]) -> Namespace:
    parser = ArgumentParser(prog="python -m eval.train belief", description=__doc__)
    parser.add_argument("--data", type=Path, help=f"the benchmark folder (or set {BENCHMARKS})")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="the folder of the weights")
    parser.add_argument("--by", default=_BY, help="the annotators to learn from")
    return parser.parse_args(argv)
