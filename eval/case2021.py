"""CASE 2021 task 2: the ACLED-like sub-event type of a short report, weighted F1.

The task has 30 types: 25 of ACLED, for which systems had ACLED's own texts to train on (best
published weighted F1 .839 on texts of these), 3 announced without texts (28 types: .797), 2 more
announced late (30 types: .771; Haneczok et al. 2021). The 510 texts here have all 30. Three
answers, ``--by``:

- ``program`` (the default): what the program reads, put into types by the rules of
  ``case_answer.py``. It reads armed attacks; of protests, arrests, politics, crime and disasters
  it is silent by design, so ``weighted_f1`` is low; ``weighted_f1_answerable`` is over the
  texts of the types that it can give. This is what ships.
- ``texts``: learned from our own texts on the types (``case_types.toml``) alone.
- ``learned``: learned from these and from nine tenths of the 510, in turn (mean of five
  shuffles). No text of ACLED's; for comparison, and nothing of it ships.

The last two need torch (the extra ``train``) and give ``weighted_f1`` over the texts of 30, 28
and 25 types, each learned for these types alone. No part of the set here is held out: all
choices were made in sight of it.
"""

from __future__ import annotations

import csv
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from statistics import mean

from eval import case_learned
from eval.case_answer import ANSWERABLE, answer, features
from eval.common import (
    Figure,
    Scores,
    absent,
    arguments,
    data_dir,
    document_from_text,
    finish,
    read,
    share,
    unfinished,
)

ANNOUNCED = frozenset({"ORG_CRIME", "NATURAL_DISASTER", "MAN_MADE_DISASTER"})
LATE = frozenset({"DIPLO", "ATTRIB"})
PUBLISHED = {30: 0.771, 28: 0.797, 25: 0.839}
_SHUFFLES = 5
Row = tuple[str, str, str]


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
    if find_spec("torch") is None:
        raise ImportError("--by texts and --by learned need torch")
    own = case_learned.own_texts()
    everything = [*((text, type) for _, text, type in rows), *own]
    kernel = views([text for text, _ in everything]).kernel()
    types = [type for _, type in everything]
    shuffles = _SHUFFLES if options.by == "learned" else 1
    found: list[Figure] = []
    for left_out in (frozenset[str](), LATE, LATE | ANNOUNCED):
        runs = [
            answered(kernel, types, len(rows), left_out, seed if options.by == "learned" else None)
            for seed in range(shuffles)
        ]
        found += _among(runs, 30 - len(left_out))
        if not left_out:
            each = [Figure(f"f1.{t}", mean(f1(r, t) for r in runs)) for t in sorted(set(types))]
    return [*found, *each]


def views(texts: Sequence[str]) -> case_learned.Views:
    """Each text as vector, as words, and as what the program reads in it."""
    read_in = (features(read(document_from_text(text, "case"))) for text in texts)
    return case_learned.Views(
        case_learned.vectors(texts), tuple(map(case_learned.words, texts)), tuple(read_in)
    )


def answered(
    kernel: case_learned.Array,
    types: Sequence[str],
    labelled: int,
    left_out: frozenset[str],
    seed: int | None,
) -> list[tuple[str, str]]:
    """Wanted and given types of the labelled texts, without the types that are left out.

    With a seed they are answered in turn; without one, from the texts after them alone.
    """
    kept = [at for at, type in enumerate(types) if type not in left_out]
    count = sum(at < labelled for at in kept)
    part, names = kernel.take(kept, axis=0).take(kept, axis=1), [types[at] for at in kept]
    if seed is None:
        rest = list(range(count, len(kept)))
        given = case_learned.answers(part, names, rest, list(range(count)))
    else:
        given = case_learned.in_turn(part, names, count, seed)
    return list(zip(names[:count], given, strict=True))


def _among(runs: Sequence[Sequence[tuple[str, str]]], types: int) -> list[Figure]:
    values = [weighted_f1(run) for run in runs]
    note = f"published {PUBLISHED[types]}"
    if len(runs) > 1:
        note += f"; shuffles {min(values):.3f} to {max(values):.3f}"
    name = "weighted_f1" if types == max(PUBLISHED) else f"weighted_f1.{types}_types"
    return [Figure(name, mean(values), len(runs[0]), note)]


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
