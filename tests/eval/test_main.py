from __future__ import annotations

import json
from pathlib import Path

import pytest
from eval.__main__ import Plan, breaches, main, plans
from eval.common import BENCHMARKS, Figure, Rates, Scores, finish, share


def test_a_figure_beyond_its_bound_is_a_breach() -> None:
    plan = Plan("x", (), {"recall": 0.9, "gone": 0.1}, {"errors": 0})
    scores = Scores("x", (Figure("recall", 0.8), Figure("errors", 2)))
    assert list(map(str, breaches(plan, scores))) == [
        "x.recall: 0.800, below its floor of 0.9",
        "x.gone: not measured, below its floor of 0.1",
        "x.errors: 2.000, above its ceiling of 0",
    ]
    good = Scores("x", (Figure("recall", 0.9), Figure("gone", 0.1), Figure("errors", 0)))
    assert breaches(plan, good) == []


def test_what_was_skipped_breaches_nothing() -> None:
    plan = Plan("x", (), {"recall": 0.9}, {})
    assert breaches(plan, Scores("x", skipped="no data")) == []


def test_the_floors_are_readable() -> None:
    assert {plan.name for plan in plans()} >= {"seeds"}


@pytest.mark.parametrize("name", ["seeds", "muc4", "polnear", "case2021", "fakes"])
def test_absent_data_is_skipped(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([name, "--data", str(tmp_path / "nowhere")]) == 0
    assert "skipped" in capsys.readouterr().out


def test_the_environment_names_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(BENCHMARKS, str(tmp_path / "nowhere"))
    assert main(["muc4"]) == 0
    assert BENCHMARKS in capsys.readouterr().out


def test_a_wrong_name_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nosuch"]) == 2
    assert "seeds" in capsys.readouterr().err


def test_figures_go_to_a_file(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    finish(Scores("x", (share("recall", 3, 4),)), path)
    assert json.loads(path.read_text(encoding="utf-8"))["recall"] == 0.75


def test_rates() -> None:
    rates = Rates(1, 2, 4) + Rates(1, 2, 0)
    assert (rates.precision, rates.recall) == (0.5, 0.5)
    assert rates.f1 == 0.5
    assert Rates(0, 0, 0).f1 == 0
