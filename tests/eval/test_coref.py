"""The clustering scores, against examples worked out by hand and an independent search."""

from __future__ import annotations

from itertools import permutations

import pytest
from eval.coref import PRF, b_cubed, ceaf_e, muc, score
from hypothesis import given
from hypothesis import strategies as st

# Key: {1 2 3 4 5} {6 7} {8 9 A B C}; found: {1 2 3 4 5} {6 7 8 9 A B C}.
# The example of Bagga and Baldwin (1998).
KEY = [1] * 5 + [2] * 2 + [3] * 5
FOUND = [1] * 5 + [2] * 7


def test_b_cubed_of_the_paper() -> None:
    # precision: five items at 1, two at 2/7, five at 5/7, over twelve
    assert b_cubed(KEY, FOUND) == PRF(pytest.approx((5 + 4 / 7 + 25 / 7) / 12), 1.0)


def test_muc_of_the_paper() -> None:
    # the key has 4 + 1 + 4 links, the found clusters 4 + 6; nine are in both
    assert muc(KEY, FOUND) == PRF(9 / 10, 1.0)


def test_ceaf_of_the_paper() -> None:
    # best alignment: first with first (1), the last with the merged one (2 * 5 / 12)
    total = 1 + 10 / 12
    found = ceaf_e(KEY, FOUND)
    assert found.precision == pytest.approx(total / 2)
    assert found.recall == pytest.approx(total / 3)


def test_all_apart_has_no_links() -> None:
    scores = score([1, 1, 2], ["a", "b", "c"])
    assert scores.muc == PRF(0.0, 0.0)
    assert scores.b_cubed == PRF(1.0, pytest.approx(2 / 3))


def test_sides_of_different_length_are_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        b_cubed([1, 2], [1])


labels = st.integers(1, 7).flatmap(
    lambda n: st.tuples(*[st.lists(st.integers(0, 3), min_size=n, max_size=n)] * 2)
)


@given(labels)
def test_ceaf_is_the_best_of_all_alignments(both: tuple[list[int], list[int]]) -> None:
    key, found = both
    keys, founds = sorted(set(key)), sorted(set(found))

    def phi(k: int, f: int) -> float:
        n = sum(a == k and b == f for a, b in zip(key, found, strict=True))
        return 2 * n / (key.count(k) + found.count(f))

    padded = [*founds, *[-1] * len(keys)]
    best = max(
        sum(phi(k, f) for k, f in zip(keys, order, strict=False) if f != -1)
        for order in permutations(padded, len(keys))
    )
    assert ceaf_e(key, found).recall == pytest.approx(best / len(keys))


@given(labels)
def test_swapping_the_sides_swaps_precision_and_recall(both: tuple[list[int], list[int]]) -> None:
    key, found = both
    there, back = score(key, found), score(found, key)
    for a, b in ((there.b_cubed, back.b_cubed), (there.muc, back.muc), (there.ceaf_e, back.ceaf_e)):
        assert (a.precision, a.recall) == pytest.approx((b.recall, b.precision))


@given(labels)
def test_the_key_itself_is_perfect(both: tuple[list[int], list[int]]) -> None:
    key, _ = both
    scores = score(key, key)
    assert scores.b_cubed.f1 == pytest.approx(1.0)
    assert scores.ceaf_e.f1 == pytest.approx(1.0)
