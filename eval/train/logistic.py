"""Logistic regression on few values, by Newton's method: small enough to be stored as JSON."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
_ROUNDS = 40
_STILL = 1e-6  # a step so small is the last


@dataclass(frozen=True, slots=True)
class Logistic:
    """A fitted regression: the values' means and deviations, and their weights, bias first."""

    means: tuple[float, ...]
    deviations: tuple[float, ...]
    weights: tuple[float, ...]

    def chances(self, values: Numbers) -> Numbers:
        """The chance of each row. ``values`` is rows × values."""
        scaled = (values - np.array(self.means)) / np.array(self.deviations)
        return _sigmoid(self.weights[0] + scaled @ np.array(self.weights[1:]))


def fit(values: Numbers, right: Numbers, counts: Numbers, *, ridge: float) -> Logistic:
    """The regression of highest likelihood less ``ridge`` times half its squared weights.

    ``values`` is rows × values, ``right`` 0 or 1 for each row, ``counts`` how often a row counts.
    """
    means, deviations = values.mean(0), values.std(0) + 1e-6
    rows = np.hstack([np.ones((len(values), 1)), (values - means) / deviations])
    penalty = np.full(rows.shape[1], ridge)
    penalty[0] = 1e-3
    weights = np.zeros(rows.shape[1])
    for _ in range(_ROUNDS):
        chance = _sigmoid(rows @ weights)
        slope = rows.T @ (counts * (chance - right)) + penalty * weights
        bend = (rows * (counts * chance * (1 - chance))[:, None]).T @ rows + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < _STILL:
            break
    return Logistic(*(tuple(float(x) for x in row) for row in (means, deviations, weights)))


def _sigmoid(scores: Numbers) -> Numbers:
    found: Numbers = 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
    return found
