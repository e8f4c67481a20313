from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from eval.case2021 import ANNOUNCED, LATE, Material, answered, by_learning, weighted_f1
from eval.case_learned import Array

from eval import case2021, case_learned

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


MATERIAL = Material(
    ("a", "b", "c", "d", "e", "f"), ("ATTACK", "DIPLO", "ARREST", "ATTACK", "ARREST", "DIPLO"), 3
)


def alike() -> Array:
    """Each of the three texts is like the one of our own that has its type."""
    kernel = np.eye(6)
    for one, other in ((0, 3), (1, 5), (2, 4)):
        kernel[one, other] = kernel[other, one] = 0.9
    return kernel


def test_texts_of_types_that_are_left_out_are_neither_asked_nor_learned_from() -> None:
    assert answered(alike(), MATERIAL, LATE, None) == [("ATTACK", "ATTACK"), ("ARREST", "ARREST")]
    assert len(answered(alike(), MATERIAL, frozenset(), None)) == 3
    assert not ANNOUNCED & LATE


def test_in_turn_no_text_is_answered_by_itself() -> None:
    """Each has a wrong label, which is not looked at; what our own texts say is right."""
    wrong = replace(MATERIAL, types=("DIPLO", "ATTACK", "ATTACK", *MATERIAL.types[3:]))
    given = [got for _, got in answered(alike(), wrong, frozenset(), [0, 1, 2])]
    assert given == ["ATTACK", "DIPLO", "ARREST"]


def test_in_turn_texts_of_other_folds_are_known() -> None:
    kernel = np.eye(6)
    kernel[0, 1] = kernel[1, 0] = 0.9
    same = replace(MATERIAL, types=("ATTRIB", "ATTRIB", "ARREST", *MATERIAL.types[3:5], "ATTRIB"))
    assert answered(kernel, same, frozenset(), [0, 1, 2])[:2] == [("ATTRIB", "ATTRIB")] * 2


def test_what_the_encoder_says_is_added() -> None:
    said = np.zeros((3, 3))  # of ARREST, ATTACK, DIPLO
    said[0, 0], said[2, 2] = 9, 0.001
    assert [got for _, got in answered(alike(), MATERIAL, frozenset(), None, said)] == [
        "ARREST", "DIPLO", "ARREST",
    ]  # fmt: skip
    kept = [got for _, got in answered(alike(), MATERIAL, LATE, None, said)]
    assert kept == ["ARREST", "ARREST"]


def test_without_torch_words_and_readings_answer(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [("1", "Officers arrested two men.", "ARREST"), ("2", "Jets bombed a town.", "AIR")]
    own = [("Police arrested two leaders.", "ARREST"), ("Jets bombed a base.", "AIR")]
    monkeypatch.setattr(case2021, "find_spec", lambda _: None)
    monkeypatch.setattr(case_learned, "own_texts", lambda: own)
    found = {f.name: f.value for f in by_learning(rows, case2021._options(["--by", "texts"]))}
    assert found["weighted_f1"] == found["kernel.weighted_f1"] == found["f1.AIR"] == 1
    assert "no torch" in capsys.readouterr().err
