from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from eval.case2021 import ANNOUNCED, LATE
from eval.case_answer import TYPES
from eval.case_learned import Views, answers, folds, in_turn, own_texts, weighted, words


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


def test_the_nearest_known_text_answers() -> None:
    kernel = np.array([[1, 0.1, 0.9], [0.1, 1, 0.2], [0.9, 0.2, 1]])
    assert answers(kernel, ["A", "B", ""], [0, 1], [2]) == ["A"]


def test_in_turn_no_text_is_answered_by_itself() -> None:
    types = ["A", "B"] * 10
    assert in_turn(np.eye(20), types, 20) == ["A"] * 20  # alike to itself alone: nothing known


def test_in_turn_the_texts_after_the_labelled_ones_are_known_to_all() -> None:
    types = ["A", "B"] * 10 + ["A", "B"]
    alike = np.eye(22)
    alike[:20, 20:] = [[0.9, 0.0] if type == "A" else [0.0, 0.9] for type in types[:20]]
    alike[20:, :20] = alike[:20, 20:].T
    assert in_turn(alike, types, 20) == types[:20]


def test_folds_are_even_and_repeat() -> None:
    types = ["A"] * 20 + ["B"] * 10
    found = folds(types, 10, seed=3)
    assert found == folds(types, 10, seed=3) != folds(types, 10, seed=4)
    assert Counter(found[:20]) == dict.fromkeys(range(10), 2)


def test_every_type_has_texts_of_our_own() -> None:
    often = Counter(type for _, type in own_texts())
    assert len(often) == 30 and min(often.values()) >= 3
    assert set(TYPES.values()) | ANNOUNCED | LATE <= set(often)
