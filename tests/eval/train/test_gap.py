"""The tables of the gap and of the ablation."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from eval.common import Figure
from eval.gold.score_figures import MEASURES
from eval.train.bench_score import beside, by_rules, value_of
from tests.builders import document

from eval.train import ablation, gap
from tallystick.extract.trained.reader import OVERRIDE, weights


def figures(value: float) -> dict[str, Figure]:
    """Every measure at one value, shares under their own names and rates under their F1's."""
    names = (m.name if m.share else f"{m.name}.f1" for m in MEASURES)
    return {name: Figure(name, value) for name in names}


def test_each_set_is_left_out_once() -> None:
    recipes = gap.recipes()
    assert len(recipes) == 4 and recipes["all"] == ("own", "fakes", "muc", "gva")
    assert recipes["without-muc"] == ("own", "fakes", "gva")


@pytest.mark.parametrize("before", [None, "/before"])
def test_weights_are_in_use_for_a_while(
    monkeypatch: pytest.MonkeyPatch, before: str | None
) -> None:
    monkeypatch.delenv(OVERRIDE, raising=False)
    if before:
        monkeypatch.setenv(OVERRIDE, before)
    with pytest.raises(ValueError, match="stop"), gap.using(Path("/during")):
        assert weights() == Path("/during")
        raise ValueError("stop")
    assert os.environ.get(OVERRIDE) == before


def test_a_loss_is_what_was_there_before() -> None:
    table = gap.losses({"muc": (figures(0.75), figures(0.5))}, "the gap")
    cells = [list(column.cells) for column in table.columns]
    assert cells[0] == list(gap.MEASURES)
    assert {tuple(row) for row in zip(*cells[1:], strict=True)} == {("0.750", "0.500", "+0.250")}


def test_a_share_and_a_rate_have_one_value_each() -> None:
    assert value_of("kind", figures(0.25)) == value_of("date", figures(0.25)) == 0.25


def test_readers_stand_side_by_side() -> None:
    table = beside("ablation", {"rules alone": figures(0.5), "both": figures(1)})
    assert [column.header for column in table.columns] == ["measure", "rules alone", "both"]
    assert table.row_count == len(MEASURES)
    assert set(table.columns[2].cells) == {"1.000"}


def test_the_rules_say_who_says_what() -> None:
    text = "The mayor said that two rockets hit the bridge on Monday."
    got = by_rules(document(text))
    assert [source.of(text) for source, _ in got.said] == ["The mayor"]
    assert len(got.reading.reports) == 1


def test_there_is_no_ablation_without_weights(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(OVERRIDE, "")
    assert ablation.main(["--weights", str(tmp_path), "--data", str(tmp_path)]) == 1
    assert OVERRIDE in capsys.readouterr().out
