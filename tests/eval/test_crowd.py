"""What a crowd met is told by what few of its waits exceed."""

from __future__ import annotations

import pytest
from eval.crowd import percentile


@pytest.mark.parametrize(("percent", "value"), [(1, 1.0), (50, 50.0), (99, 99.0), (100, 100.0)])
def test_so_many_per_cent_do_not_exceed_it(percent: int, value: float) -> None:
    assert percentile([float(n) for n in range(1, 101)], percent) == value


def test_of_one_or_none() -> None:
    assert percentile([3.0], 99) == 3.0
    assert percentile([], 99) == 0.0
