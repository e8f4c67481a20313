from __future__ import annotations

import numpy as np
import pytest
from eval.train.logistic import fit


def test_a_regression_without_values_to_tell_by_gives_the_share() -> None:
    values = np.zeros((10, 1))
    right = np.array([1.0] * 3 + [0.0] * 7)
    assert fit(values, right, np.ones(10), ridge=1).chances(values) == pytest.approx(0.3, abs=1e-3)


def test_rows_that_count_twice_are_as_two() -> None:
    values, right = np.array([[0.0], [1.0], [1.0]]), np.array([0.0, 1.0, 0.0])
    weighed = fit(values, right, np.array([1.0, 2.0, 1.0]), ridge=1)
    mean, deviation = weighed.means[0], weighed.deviations[0]
    doubled = fit(
        np.array([[0.0], [1.0], [1.0], [1.0]]), np.array([0.0, 1.0, 1.0, 0.0]), np.ones(4), ridge=1
    )
    # the scale of the values differs with their rows, and with it what the penalty bears on
    assert (mean, deviation) != (doubled.means[0], doubled.deviations[0])
    assert weighed.chances(values) == pytest.approx(doubled.chances(values), abs=0.02)


def test_the_weights_lie_where_the_slope_is_even() -> None:
    chance = np.random.default_rng(3)
    values = chance.normal(size=(200, 2))
    right = (values[:, 0] + 0.5 * chance.normal(size=200) > 0).astype(float)
    found = fit(values, right, np.ones(200), ridge=2.0)
    scaled = (values - np.array(found.means)) / np.array(found.deviations)
    slope = scaled.T @ (found.chances(values) - right) + 2.0 * np.array(found.weights[1:])
    assert slope == pytest.approx(0, abs=1e-6)
    assert found.weights[1] > 5 * abs(found.weights[2])
