"""``python -m eval.train ruled FOLDER --of own:S-05,own:T-06``: how far the rules are believed.

Learns anew how probable it is that an incident of the rules is one (``ruled`` in
``combination.json``; see :mod:`tallystick.extract.trained.evidence`) from labelled documents that
the network of the folder has not learned from. Everything else in the file stays. ``open`` learns
it with all else.
"""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from eval.common import data_dir
from eval.gold.texts import load_texts
from eval.train.combine import Lessons, fitted, group_lessons, seen
from eval.train.open import chosen
from tallystick.extract.trained.combine import COMBINATION, RULED, load_combination
from tallystick.extract.trained.model import load
from tallystick.extract.trained.reader import WEIGHTS


def main(argv: Sequence[str]) -> int:
    """Learn the weights and the bound, and write them into the folder's file."""
    parser = ArgumentParser(prog="python -m eval.train ruled", description=__doc__)
    parser.add_argument("folder", type=Path, help=f"of a network, as {WEIGHTS.name}/ that ships")
    parser.add_argument("--data", type=Path, help="the benchmark folder")
    parser.add_argument("--of", required=True, help="beginnings of the ids to learn from")
    parser.add_argument("--sets", default="own,fakes", help="sets of labels to take them from")
    options = parser.parse_args(argv)
    benchmarks, asked = data_dir(options, "."), tuple(filter(None, options.of.split(",")))
    texts = load_texts(benchmarks) if benchmarks else {}
    network, path = load(options.folder), options.folder / COMBINATION
    weigh = load_combination(path)
    lessons = Lessons()
    for gold in chosen(options.sets.split(",")):
        if asked and gold.document.startswith(asked):
            view = seen(network, texts[gold.document].document)
            group_lessons(lessons, view, gold, weigh)
    if len(set(lessons.right[RULED])) < 2:
        parser.error(f"documents {options.of}: too few labels with and without incidents")
    learned = fitted(lessons)
    data = json.loads(path.read_text(encoding="utf-8"))
    data["weights"][RULED] = [round(w, 4) for w in learned.weights[RULED]]
    data["least"][RULED] = learned.least[RULED]
    path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    real, told = sum(lessons.right[RULED]), len(lessons.right[RULED])
    print(f"{path}: {RULED} learned from {real} incidents and {told - real} that are none")
    return 0
