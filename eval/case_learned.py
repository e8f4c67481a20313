"""What tells the types of CASE 2021 task 2 apart: a kernel of three views, and a tuned encoder.

The views of a text: the mean vector of the encoder that our reader starts from, its words, and
what the program reads in it. How much each view counts was chosen on the set itself, in round
figures, before most of our own texts were written. Beside the kernel stands the encoder tuned on
the same texts (``case_encoder.py``); the two add their answers, one as much as the other. That,
and the encoder's rate, was chosen on our own texts alone, by cross-validation.

Two ways to know the types: from the texts of our own in ``case_types`` alone (no label of the
set is seen; how rare a word is, is counted over its texts too), or from these and the set's, in
turn.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
OWN = Path(__file__).parent / "case_types"
_SHARES = (0.5, 0.35, 0.15)  # of the vector, the words, the readings
_RIDGE = 0.2
_ENDS = ("ations", "ation", "ings", "ing", "ers", "ed", "es", "er", "s", "e")
_STEM = 3  # letters that a stem keeps at least


@dataclass(frozen=True, slots=True)
class Views:
    """Texts with their views; ``vectors`` is ``(texts, width)``, of length one each, or none."""

    vectors: Array | None
    words: tuple[frozenset[str], ...]
    readings: tuple[frozenset[str], ...]

    def kernel(self) -> Array:
        """How alike any two texts are, 0 to 1: ``(texts, texts)``."""
        views = (self.vectors, weighted(self.words), weighted(self.readings))
        told = [(share, v) for share, v in zip(_SHARES, views, strict=True) if v is not None]
        apart = np.sum([share * _apart(view) for share, view in told], axis=0)
        alike: Array = np.exp(-apart / sum(share for share, _ in told))
        return alike


def _apart(rows: Array) -> Array:
    """Squared distances between all rows."""
    length = (rows * rows).sum(axis=1)
    squared: Array = np.maximum(0, length[:, None] + length[None, :] - 2 * rows @ rows.T)
    return squared


def words(text: str) -> frozenset[str]:
    """The stems of a text's words."""
    return frozenset(_stem(word) for word in re.findall(r"[a-z]+", text.lower()))


def _stem(word: str) -> str:
    for end in _ENDS:
        if word.endswith(end) and len(word) - len(end) >= _STEM:
            return word.removesuffix(end)
    return word


def weighted(sets: Sequence[frozenset[str]]) -> Array:
    """A row a set, each item by its rarity, of length one; items of one set alone are dropped."""
    often = Counter(item for one in sets for item in one)
    column = {item: at for at, item in enumerate(sorted(i for i, n in often.items() if n > 1))}
    rows = np.zeros((len(sets), len(column)))
    for at, one in enumerate(sets):
        for item in one & column.keys():
            rows[at, column[item]] = math.log(len(sets) / often[item])
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    found: Array = rows / np.where(length > 0, length, 1)
    return found


# ------------------------------------------------------------------ answers


def own_texts(folder: Path = OWN) -> list[tuple[str, str]]:
    """The texts of our own, each with its type."""
    told = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.iterdir())]
    return [
        (text, type)
        for types in told
        for type, about in types.items()
        for text in (about["about"], *about["texts"])
    ]


def scores(
    kernel: Array, types: Sequence[str], known: Sequence[int], asked: Sequence[int]
) -> Array:
    """How far each text that is asked for is of each type, by ridge regression on the kernel.

    ``(asked, types known)``; 1 is quite, 0 no more than any text.

    ``types`` are of all texts of the kernel; those of the asked ones are not looked at. The
    columns are the types of the known texts, sorted.
    """
    names = sorted({types[at] for at in known})
    wanted = np.array([[types[at] == name for name in names] for at in known], dtype=float)
    inner = kernel[np.ix_(known, known)] + _RIDGE * np.eye(len(known))
    weights = np.linalg.solve(inner, wanted - wanted.mean(axis=0))
    found: Array = kernel[np.ix_(asked, known)] @ weights
    return found


def folds(types: Sequence[str], count: int, seed: int) -> list[int]:
    """The fold of each text, the types spread evenly over all folds, at random by the seed."""
    draw = np.random.default_rng(seed)
    order = draw.permutation(len(types))
    ordered = sorted(order, key=lambda at: types[at])
    found = [0] * len(types)
    for number, at in enumerate(ordered):
        found[at] = number % count
    return found


def vectors(texts: Sequence[str]) -> Array:
    """The encoder's mean vectors, of length one: ``(texts, 384)``. Needs torch."""
    import torch  # noqa: PLC0415 - only this needs it

    from eval.train.fit import CLS, SEP, new_encoder  # noqa: PLC0415
    from eval.train.open import tokenizer  # noqa: PLC0415

    encoder, pieces, rows = new_encoder().eval(), tokenizer(), []
    with torch.inference_mode():
        for text in texts:
            ids = pieces.encode(text, add_special_tokens=False).ids[:254]
            hidden = encoder(input_ids=torch.tensor([[CLS, *ids, SEP]])).last_hidden_state
            rows.append(hidden[0].mean(dim=0).numpy().astype(float))
    found = np.array(rows)
    made: Array = found / np.linalg.norm(found, axis=1, keepdims=True)
    return made
