"""``python -m eval.train weigh``: weigh decisions again by texts that the network never learned.

What a network says of texts that it was trained on is surer than it should be, so that how much
it counts beside the rules is learned elsewhere: first on the fifth that ``open`` holds back, then,
drawn back to that, on labels that came after the training.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from eval.common import data_dir
from eval.gold.texts import load_texts
from eval.train import combine
from eval.train.open import chosen


def main(argv: Sequence[str]) -> int:
    """Write the new weights into a folder of the reader's; print what they are."""
    parser = ArgumentParser(prog="python -m eval.train weigh", description=__doc__)
    parser.add_argument("folder", type=Path, help="the reader's files")
    parser.add_argument("decisions", nargs="+", help="fields, as combination.json names them")
    parser.add_argument("--data", type=Path, help="the benchmark folder")
    parser.add_argument(
        "--documents", default="own:P,own:Q", help="how the names of those not learned from begin"
    )
    options = parser.parse_args(argv)
    benchmarks = data_dir(options, ".")
    texts = load_texts(benchmarks) if benchmarks else {}
    starts = tuple(options.documents.split(","))
    unlearned = [g for g in chosen(["own", "fakes"]) if g.document.startswith(starts)]
    found = combine.learn_again(
        ((texts[g.document].document, g) for g in unlearned), options.folder, options.decisions
    )
    for name in options.decisions:
        print(f"{name}: from {found.least[name]} on; {found.weights[name]}")
    return 0
