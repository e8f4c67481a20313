"""``python -m eval.train link``: what labelled pairs say of the weights of linking.

Reads the development half of GVA, weighs the pairs of its documents that come up, and learns
the bits of the levels of ``FEATURES`` by a logistic regression with a normal prior around the
weights as they stand (a MAP estimate, by Newton's method). Of two documents the pair of reports
that scores best stands for both. All other weights stay. Prints each level before and after;
nothing is written: the weights are set by hand in ``link/weights.py``.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
import numpy.typing as npt

from eval.common import BENCHMARKS, data_dir
from eval.gva import Item, kept_readings, load
from tallystick.link.blocking import Keys, partners
from tallystick.link.comparisons.frame import linkable
from tallystick.link.profile import Profile, Text, profile
from tallystick.link.score import DEFAULTS, weigh
from tallystick.model.judgement import Reason
from tallystick.model.statement import Reading

FEATURES = ("names", "ages", "wording", "copy", "publication", "undated")
_SPREAD = 1.5  # bits that a level may be expected to be off
_HOPELESS = -16.0  # bits below which a pair teaches nothing
_ROUNDS = 8
_MOST_STEP = 1.0  # bits

Floats = npt.NDArray[np.float64]
LevelKey = tuple[str, float]  # the comparison and its bits now: levels that tie are one


@dataclass(frozen=True, slots=True)
class Example:
    """The best pair of reports of two documents, and whether they are on one incident.

    ``levels`` are those to learn; ``rest`` is the sum of all else, caps included.
    """

    levels: tuple[LevelKey, ...]
    rest: float
    same: bool


def main(argv: Sequence[str]) -> int:
    """Print the levels; 1 where the documents are not here."""
    parser = ArgumentParser(prog="python -m eval.train link", description=__doc__)
    parser.add_argument("--data", help=f"the benchmark folder (or set {BENCHMARKS})")
    parser.add_argument("--limit", type=int, help="read no more than so many documents")
    parser.add_argument("--keep", type=Path, help="a pickle to keep what was read in, and reuse it")
    options = parser.parse_args(argv)
    folder = data_dir(options, "gva")
    if folder is None:
        print(f"no documents to learn from; set {BENCHMARKS}")
        return 1
    items = [item for item in load(folder) if not item.held_back]
    items = items[: options.limit]
    kept = kept_readings(items, options.keep)
    found = examples(items, [kept[item.name] for item in items])
    for (feature, before), bits in sorted(learned(found).items()):
        print(f"{feature:12} {before:+5.1f} {bits:+6.2f}")
    return 0


def examples(items: Sequence[Item], readings: Sequence[Reading]) -> list[Example]:
    """One example for each two documents that come up for comparison, each with its reading."""
    profiles: list[Profile] = []
    incident: dict[str, str] = {}
    for item, reading in zip(items, readings, strict=True):
        text = Text.of(reading.document)
        incident[reading.document.id] = item.incident
        profiles.extend(profile(report, text) for report in reading.reports)
    keys = Keys.of(profiles)
    best: dict[tuple[str, str], tuple[float, tuple[Reason, ...]]] = {}
    pairs = (zip(i, j, strict=True) for i, j in partners(keys, keys.sorted()))
    for i, j in chain.from_iterable(pairs):
        a, b = profiles[i], profiles[j]
        if a.document == b.document or not linkable(a.standing, b.standing):
            continue
        reasons = weigh(a, b, DEFAULTS).reasons
        bits = sum(reason.weight for reason in reasons)
        pair = min(a.document, b.document), max(a.document, b.document)
        if bits > max(_HOPELESS, best.get(pair, (_HOPELESS,))[0]):
            best[pair] = bits, reasons
    return [_example(reasons, incident[a] == incident[b]) for (a, b), (_, reasons) in best.items()]


def _example(reasons: Sequence[Reason], same: bool) -> Example:
    levels = tuple((r.feature, r.weight) for r in reasons if r.feature in FEATURES)
    return Example(levels, sum(r.weight for r in reasons if r.feature not in FEATURES), same)


def learned(found: Sequence[Example]) -> dict[LevelKey, float]:
    """The bits of each level that occurs, by its feature and its bits now."""
    keys = sorted({key for example in found for key in example.levels})
    at = {key: n for n, key in enumerate(keys)}
    rows = np.zeros((len(found), len(keys)))
    for row, example in zip(rows, found, strict=True):
        for key in example.levels:
            row[at[key]] += 1
    rest = np.array([example.rest for example in found])
    same = np.array([example.same for example in found], np.float64)
    fitted = _fitted(rows, rest, same, np.array([bits for _, bits in keys]))
    return dict(zip(keys, fitted.tolist(), strict=True))


def _fitted(rows: Floats, rest: Floats, same: Floats, start: Floats) -> Floats:
    bits, unit = start.copy(), np.log(2.0)
    precision = 1 / _SPREAD**2
    for _ in range(_ROUNDS):
        score = 1 / (1 + np.exp2(-np.clip(rows @ bits + rest, -50, 50)))
        slope = unit * (rows.T @ (same - score)) - precision * (bits - start)
        curve = (rows.T * (score * (1 - score) * unit**2)) @ rows
        step = np.linalg.solve(curve + precision * np.eye(len(bits)), slope)
        bits = bits + np.clip(step, -_MOST_STEP, _MOST_STEP)
    return bits
