"""Logistic regressions that go on from what was learned before."""

from __future__ import annotations

import numpy as np
import pytest
from eval.train.combine import _regression

ROWS = np.array([[-2.0], [-1.0], [1.0], [2.0]] * 10)
RIGHT = np.array([False, False, True, True] * 10)


def test_it_learns_what_tells_right_from_wrong() -> None:
    constant, weight = _regression(ROWS, RIGHT)
    assert weight > 1
    assert constant == pytest.approx(0, abs=0.01)


def test_the_stronger_it_is_drawn_back_the_nearer_it_stays_to_where_it_began() -> None:
    start = np.array([0.5, -1.0])
    away = [
        abs(np.array(_regression(ROWS, RIGHT, start, drawn)) - start).sum()
        for drawn in (1.0, 20.0, 1e6)
    ]
    assert away[0] > away[1] > away[2]
    assert away[2] < 0.01
