from __future__ import annotations

from itertools import permutations

from eval.matching import assign
from hypothesis import given
from hypothesis import strategies as st

weights = st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=3, max_size=3)


@given(weights)
def test_no_other_pairing_weighs_more(table: list[list[int]]) -> None:
    pairs = assign(range(3), range(3), lambda a, b: float(table[a][b]))
    assert len({a for a, _ in pairs}) == len({b for _, b in pairs}) == len(pairs)
    best = max(sum(table[i][j] for i, j in enumerate(p)) for p in permutations(range(3)))
    assert sum(table[a][b] for a, b in pairs) == best


def test_what_does_not_fit_stays_alone() -> None:
    assert assign(["a"], ["b"], lambda _a, _b: 0.0) == []
    assert assign([], ["b"], lambda _a, _b: 1.0) == []
