from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from eval.case2021 import ANNOUNCED, LATE, answered, by_learning, weighted_f1

from eval import case2021

ROWS = 'id\tEventSnippet\tSubType\n7\t"A mine went off\tREM_EXPLOS\n'


def test_rows_are_read_as_they_stand(tmp_path: Path) -> None:
    path = tmp_path / "rows.tsv"
    path.write_text(ROWS, encoding="utf-8")
    assert list(case2021.load(path)) == [("7", '"A mine went off', "REM_EXPLOS")]


def test_weighted_f1() -> None:
    assert weighted_f1([("A", "A"), ("B", "B")]) == 1
    assert weighted_f1([("A", "B"), ("B", "A")]) == 0
    assert weighted_f1([]) == 0
    # A: precision 2/3, recall 1, F1 0.8, twice; B: nothing right, once.
    assert weighted_f1([("A", "A"), ("A", "A"), ("B", "A")]) == pytest.approx(2 * 0.8 / 3)


def test_a_type_that_cannot_be_given_is_not_among_the_answerable() -> None:
    pairs = [("ATTACK", "ATTACK"), ("PEACE_PROTEST", "OTHER"), ("DIPLO", "ATTACK")]
    got = {f.name: f.value for f in case2021.figures(pairs)}
    assert got["weighted_f1_answerable"] == 1
    assert got["silent_on_others"] == 0.5
    assert got["weighted_f1"] == pytest.approx((2 / 3) / 3)


def test_texts_of_types_that_are_left_out_are_neither_asked_nor_learned_from() -> None:
    types = ["ATTACK", "DIPLO", "ARREST", "ATTACK", "ARREST", "DIPLO"]
    kernel = np.eye(6)
    for one, other in ((0, 3), (1, 5), (2, 4)):
        kernel[one, other] = kernel[other, one] = 0.9
    assert answered(kernel, types, 3, LATE, None) == [("ATTACK", "ATTACK"), ("ARREST", "ARREST")]
    assert len(answered(kernel, types, 3, frozenset(), None)) == 3
    assert not ANNOUNCED & LATE


def test_learning_needs_torch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case2021, "find_spec", lambda _: None)
    with pytest.raises(ImportError, match="torch"):
        by_learning([], case2021._options([]))
