"""Weighing two readers into one probability."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.extract.trained.combine import (
    EVENT,
    PLAIN,
    REPORT,
    SAME,
    Combination,
    load_combination,
    logit,
)
from tallystick.model.statement import Field


@given(st.floats(0, 1))
def test_log_odds_are_bounded_and_antisymmetric(p: float) -> None:
    assert -6 <= logit(p) <= 6
    assert logit(p) == pytest.approx(-logit(1 - p), abs=1e-4)


@given(st.lists(st.floats(-50, 50), min_size=2, max_size=2))
def test_a_probability_is_one(features: list[float]) -> None:
    assert 0 < PLAIN.probability(REPORT, features) < 1


def test_even_odds_without_evidence() -> None:
    assert Combination({SAME: (0.0, 1.0)}).probability(SAME, (0.0,)) == 0.5


def test_every_decision_has_a_stand_in() -> None:
    assert {EVENT, SAME, REPORT, *(str(f.value) for f in Field)} <= PLAIN.weights.keys()


def test_too_few_features_are_an_error() -> None:
    with pytest.raises(ValueError, match="zip"):
        PLAIN.probability(SAME, (1.0,))


def test_what_was_learned_replaces_the_stand_in(tmp_path: Path) -> None:
    path = tmp_path / "combination.json"
    path.write_text(json.dumps({"weights": {SAME: [1.0, 2.0]}, "least": {SAME: 0.3}}))
    found = load_combination(path)
    assert found.weights[SAME] == (1.0, 2.0)
    assert found.weights[EVENT] == PLAIN.weights[EVENT]
    assert (found.takes(SAME, 0.3), found.takes(SAME, 0.29)) == (True, False)
    assert (found.takes(EVENT, 0.5), found.takes(EVENT, 0.49)) == (True, False)


def test_a_network_that_counts_against_a_decision_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "combination.json"
    path.write_text(json.dumps({"weights": {SAME: [1.0, -0.1]}, "least": {}}))
    with pytest.raises(ValueError, match="counts against same: learn it anew"):
        load_combination(path)


def test_without_a_file_the_stand_ins_weigh(tmp_path: Path) -> None:
    assert load_combination(tmp_path / "absent.json") == PLAIN
