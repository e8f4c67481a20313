from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from eval.case2021 import ANNOUNCED, LATE
from eval.case_answer import TYPES
from eval.case_learned import Views, folds, own_texts, scores, weighted, words


def test_words_are_stems() -> None:
    assert words("Protesters marched; the marches, ARRESTED.") == {
        "protest", "march", "the", "arrest",
    }  # fmt: skip


def test_rare_items_weigh_more_and_single_ones_nothing() -> None:
    rows = weighted([frozenset("ab"), frozenset("ab"), frozenset("ac"), frozenset("d")])
    assert rows.shape == (4, 2)
    assert rows[0, 1] > rows[0, 0] > 0
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1, 1, 1, 0])


def test_a_text_is_most_like_itself() -> None:
    vectors = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 0.0]])
    same = tuple(frozenset(w) for w in ("ab", "cd", "ab"))
    kernel = Views(vectors, same, same).kernel()
    assert np.diag(kernel) == pytest.approx(1)
    assert kernel[0, 2] == pytest.approx(1) and kernel[0, 1] < 0.5


def test_a_view_that_is_not_there_is_left_out() -> None:
    same = tuple(frozenset(w) for w in ("ab", "cd", "ab", "cd"))
    kernel = Views(None, same, same).kernel()
    assert np.diag(kernel) == pytest.approx(1)
    assert kernel[0, 1] == pytest.approx(np.exp(-2))  # at right angles in both views


def test_the_nearest_known_text_scores_most() -> None:
    kernel = np.array([[1, 0.1, 0.9], [0.1, 1, 0.2], [0.9, 0.2, 1]])
    (row,) = scores(kernel, ["A", "B", ""], [0, 1], [2])
    assert row[0] > 0 > row[1]


def test_texts_alike_to_none_score_nothing() -> None:
    assert scores(np.eye(3), ["A", "B", "A"], [0, 1], [2]) == pytest.approx(np.zeros((1, 2)))


def test_folds_are_even_and_repeat() -> None:
    types = ["A"] * 20 + ["B"] * 10
    found = folds(types, 10, seed=3)
    assert found == folds(types, 10, seed=3) != folds(types, 10, seed=4)
    assert Counter(found[:20]) == dict.fromkeys(range(10), 2)


def test_every_type_has_texts_of_our_own() -> None:
    often = Counter(type for _, type in own_texts())
    assert len(often) == 30 and min(often.values()) >= 15
    assert len({text for text, _ in own_texts()}) == often.total()
    assert set(TYPES.values()) | ANNOUNCED | LATE <= set(often)
