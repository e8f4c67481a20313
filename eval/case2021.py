"""CASE 2021 task 2: the ACLED-like sub-event type of a short report, weighted F1.

The task has 30 types: 25 of ACLED, for which systems had ACLED's own texts to train on (best
published weighted F1 .839 on texts of these), 3 announced without texts (28 types: .797), 2 more
announced late (30 types: .771; Haneczok et al. 2021). The 510 texts here have all 30. Three
answers, ``--by``:

- ``program`` (the default): what the program reads, put into types by the rules of
  ``case_answer.py``. It reads armed attacks; of protests, arrests, politics, crime and disasters
  it is silent by design, so ``weighted_f1`` is low; ``weighted_f1_answerable`` is over the
  texts of the types that it can give. This is what ships.
- ``texts``: learned from our own texts on the types (``case_types``) alone, as the task's
  participants had to do for the types announced late. No label of the set is seen; which types
  got more texts was decided by a table of the types that were mistaken for one another.
- ``learned``: learned from these and, in turn, from the other folds of the 510 (the kernel: ten
  folds, mean of five shuffles; the encoder: five folds, once). No text of ACLED's; for
  comparison, and nothing of it ships.

The last two give ``weighted_f1`` over the texts of 30, 28 and 25 types, the kernel learned for
these types alone, the encoder for all; and beside it ``kernel.weighted_f1``, without the tuned
encoder. They need torch (the extra ``train``) and minutes: ten or so for ``learned``. Without
torch they say so and give the kernel's figures alone, from words and readings. No part of the
set is held out for good.
"""

from __future__ import annotations

import csv
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from statistics import mean

import numpy as np

from eval import case_learned
from eval.case_answer import ANSWERABLE, answer, features
from eval.case_learned import Array
from eval.common import (
    Figure,
    Scores,
    absent,
    arguments,
    data_dir,
    document_from_text,
    finish,
    share,
    unfinished,
)
from tallystick.extract import read

ANNOUNCED = frozenset({"ORG_CRIME", "NATURAL_DISASTER", "MAN_MADE_DISASTER"})
LATE = frozenset({"DIPLO", "ATTRIB"})
PUBLISHED = {30: 0.771, 28: 0.797, 25: 0.839}
_SHUFFLES, _FOLDS, _ENCODER_FOLDS = 5, 10, 5
Row = tuple[str, str, str]
Turn = list[int]  # the fold of each of the set's texts


def main(argv: Sequence[str] = ()) -> Scores:
    """Score an answer to the set's texts against their types."""
    options = _options(argv)
    folder = data_dir(options, "case2021")
    if folder is None:
        return absent("case2021", "case2021")
    rows = list(islice(load(folder / "task2_labelled.tsv"), options.limit))
    try:
        found = by_program(rows) if options.by == "program" else by_learning(rows, options)
    except ImportError as error:
        return unfinished("case2021", error)
    return finish(Scores("case2021", tuple(found)), options.json)


def _options(argv: Sequence[str]) -> Namespace:
    parser = arguments("case2021", __doc__ or "")
    parser.add_argument("--by", choices=("program", "texts", "learned"), default="program")
    return parser.parse_args(argv)


def load(path: Path) -> Iterable[Row]:
    """The rows: id, text, type."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row["id"], row["EventSnippet"], row["SubType"]


def by_program(rows: Iterable[Row]) -> list[Figure]:
    """What the program reads, by the rules of ``case_answer.py``."""
    return list(
        figures([(type, answer(read(document_from_text(text, id)))) for id, text, type in rows])
    )


def figures(pairs: Sequence[tuple[str, str]]) -> Iterable[Figure]:
    """Weighted F1 over all types and over those that can be answered, and each type's F1."""
    known = [(w, g) for w, g in pairs if w in ANSWERABLE]
    yield Figure("weighted_f1", weighted_f1(pairs), len(pairs))
    yield Figure("weighted_f1_answerable", weighted_f1(known), len(known))
    silent = [g not in ANSWERABLE for w, g in pairs if w not in ANSWERABLE]
    yield share("silent_on_others", sum(silent), len(silent), "rightly no attack")
    for type in sorted(ANSWERABLE):
        wanted = sum(w == type for w, _ in pairs)
        yield Figure(f"f1.{type}", f1(pairs, type), wanted)


# ------------------------------------------------------------------ learned


def by_learning(rows: Sequence[Row], options: Namespace) -> list[Figure]:
    """Weighted F1 over the texts of 30, 28 and 25 types, then each type's F1 among all."""
    material = material_of(rows)
    in_turn, turns = options.by == "learned", list[Turn | None]([None])
    if in_turn:
        turns = [material.folds(seed) for seed in range(_SHUFFLES)]
    kernel = views(material.texts).kernel()
    tuned = by_encoder(material, material.folds(0, _ENCODER_FOLDS) if in_turn else None)
    found: list[Figure] = []
    for left_out in (frozenset[str](), LATE, LATE | ANNOUNCED):
        for name, encoder in (("", tuned), ("kernel.", None)):
            runs = [answered(kernel, material, left_out, turn, encoder) for turn in turns]
            found += _among(name, runs, 30 - len(left_out))
    each = [answered(kernel, material, frozenset(), turn, tuned) for turn in turns]
    names = sorted(set(material.types))
    return [*found, *(Figure(f"f1.{t}", mean(f1(run, t) for run in each)) for t in names)]


@dataclass(frozen=True, slots=True)
class Material:
    """Texts with their types: the set's, which are to be answered, and then our own."""

    texts: tuple[str, ...]
    types: tuple[str, ...]
    labelled: int

    def folds(self, seed: int, count: int = _FOLDS) -> Turn:
        """The fold of each of the set's texts."""
        return case_learned.folds(self.types[: self.labelled], count, seed)


def material_of(rows: Sequence[Row]) -> Material:
    """The set's rows and all texts of our own."""
    told = [*((text, type) for _, text, type in rows), *case_learned.own_texts()]
    return Material(tuple(t for t, _ in told), tuple(t for _, t in told), len(rows))


def views(texts: Sequence[str]) -> case_learned.Views:
    """Each text as vector (where torch is), as words, and as what the program reads in it."""
    read_in = (features(read(document_from_text(text, "case"))) for text in texts)
    vectors = case_learned.vectors(texts) if _torch() else None
    return case_learned.Views(vectors, tuple(map(case_learned.words, texts)), tuple(read_in))


def by_encoder(material: Material, turn: Turn | None) -> Array | None:
    """The tuned encoder's answer, ``(labelled, types)``; ``None`` without torch."""
    if not _torch():
        print("no torch: without the encoder, from words and readings alone", file=sys.stderr)
        return None
    from eval import case_encoder  # noqa: PLC0415 - needs torch

    return case_encoder.judged(material.texts, material.types, material.labelled, turn)


def _torch() -> bool:
    return find_spec("torch") is not None


def answered(
    kernel: Array,
    material: Material,
    left_out: frozenset[str],
    turn: Turn | None,
    tuned: Array | None = None,
) -> list[tuple[str, str]]:
    """Wanted and given types of the set's texts, without the types that are left out.

    With the folds of a turn, each fold is answered from the others and from our own texts;
    without, from our own texts alone. What the tuned encoder says is added.
    """
    types, names = material.types, sorted(set(material.types))
    columns = [at for at, name in enumerate(names) if name not in left_out]
    kept = [at for at, type in enumerate(types) if type not in left_out]
    found: list[tuple[str, str]] = []
    for fold in sorted(set(turn or [0])):
        asked = [at for at in kept if at < material.labelled and (not turn or turn[at] == fold)]
        known = [at for at in kept if at >= material.labelled or (turn and turn[at] != fold)]
        scores = case_learned.scores(kernel, types, known, asked)
        if tuned is not None:
            scores = scores + tuned[np.ix_(asked, columns)]
        given = [names[columns[at]] for at in scores.argmax(axis=1)]
        found += zip((types[at] for at in asked), given, strict=True)
    return found


def _among(by: str, runs: Sequence[Sequence[tuple[str, str]]], types: int) -> list[Figure]:
    values = [weighted_f1(run) for run in runs]
    note = f"published {PUBLISHED[types]}"
    if len(runs) > 1:
        note += f"; shuffles {min(values):.3f} to {max(values):.3f}"
    name = "weighted_f1" if types == max(PUBLISHED) else f"weighted_f1.{types}_types"
    return [Figure(by + name, mean(values), len(runs[0]), note)]


# ------------------------------------------------------------------ F1


def weighted_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """The F1 of each wanted type, weighted by how often it is wanted."""
    support = Counter(wanted for wanted, _ in pairs)
    total = support.total()
    return sum(n * f1(pairs, type) for type, n in support.items()) / total if total else 0.0


def f1(pairs: Sequence[tuple[str, str]], type: str) -> float:
    """The F1 of one type; 0 where it is neither wanted nor given."""
    right = sum(w == g == type for w, g in pairs)
    either = sum(w == type for w, _ in pairs) + sum(g == type for _, g in pairs)
    return 2 * right / either if either else 0.0
