"""What a crowd met is told by what few of its waits exceed."""

from __future__ import annotations

import pytest
from eval.crowd import percentile

from eval import crowd


@pytest.mark.parametrize(("percent", "value"), [(1, 1.0), (50, 50.0), (99, 99.0), (100, 100.0)])
def test_so_many_per_cent_do_not_exceed_it(percent: int, value: float) -> None:
    assert percentile([float(n) for n in range(1, 101)], percent) == value


def test_of_one_or_none() -> None:
    assert percentile([3.0], 99) == 3.0
    assert percentile([], 99) == 0.0


def test_a_small_crowd_meets_no_error() -> None:
    size = ["--incidents", "60", "--readers", "2", "--analysts", "1"]
    scores = crowd.main([*size, "--seconds", "4", "--pause", "0.3"]).as_dict()
    assert scores["errors"] == 0
    assert scores["reads"] > 0
    assert scores["decisions"] > 0
    assert 0 < scores["reads_p50_ms"] <= scores["reads_p99_ms"]
