from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from eval.gold.calibrate import (
    Bin,
    Sample,
    bins,
    brier,
    calibration,
    drawn,
    expected_error,
    report_samples,
    statement_samples,
)

from tallystick.model.statement import Field, Standing
from tests.builders import hurt
from tests.eval.gold.cases import dead, gold, judged, label, labelled, seen

SAMPLES = [Sample(0.95, True), Sample(0.95, True), Sample(1.0, False), Sample(0.25, False)]


def test_the_bins_are_tenths_and_one_is_in_the_last() -> None:
    found = bins(SAMPLES)
    assert len(found) == 10
    assert found[2] == Bin(1, 0.25, 0.0)
    assert (found[9].count, found[9].right) == (3, pytest.approx(2 / 3))
    assert sum(b.count for b in found) == 4


def test_the_expected_error_weighs_the_gaps_by_size() -> None:
    # bin 2: |0 - 0.25| * 1/4; bin 9: |2/3 - 2.9/3| * 3/4
    assert expected_error(SAMPLES) == pytest.approx(0.25 / 4 + 0.3 * 3 / 4)
    assert expected_error([Sample(1.0, True), Sample(0.0, False)]) == 0
    assert expected_error([]) == 0


def test_the_brier_score_is_the_mean_square() -> None:
    assert brier([Sample(1.0, True), Sample(0.5, False)]) == pytest.approx(0.125)
    assert brier([]) == 0


def test_reports_are_right_where_there_is_such_an_incident() -> None:
    labels = labelled(
        gold("mortar attack"),
        gold("claimed", id="b", optional=True),
        gold("bomb", id="c", standing=Standing.BACKGROUND),
    )
    reports = [
        replace(seen(words), score=score)
        for words, score in (
            ("mortar attack", 0.9),
            ("claimed", 0.8),
            ("bomb", 0.7),
            ("police", 0.6),
        )
    ]
    assert report_samples([judged(labels, *reports)]) == [Sample(0.9, True), Sample(0.6, False)]


def test_statements_are_right_where_their_value_is() -> None:
    labels = labelled(gold("mortar attack", label(Field.KILLED, dead(16, 16), "16 people")))
    report = seen("mortar attack", hurt(15, "killed 16 people"), hurt(2, "two farmers"))
    found = statement_samples([judged(labels, report)], lambda said: said.span.start / 1000)
    assert sorted((s.right, s.score > 0.1) for s in found) == [(False, False), (False, True)]
    right = judged(labels, seen("mortar attack", hurt(16, "killed 16 people")))
    assert [s.right for s in statement_samples([right], lambda _: 0.5)] == [True]


def test_the_plot_is_a_picture_with_a_dot_for_each_bin(tmp_path: Path) -> None:
    path = tmp_path / "plot.svg"
    document = judged(labelled(gold("mortar attack")), seen("mortar attack"), seen("police"))
    found = calibration([document], path).as_dict()
    assert found["report.ece"] == pytest.approx(0.5)
    assert found["report.right_at_0.9"] == 0.5
    root = ElementTree.fromstring(path.read_text(encoding="utf-8"))
    assert len(root.findall("{http://www.w3.org/2000/svg}circle")) == 1
    dots = ElementTree.fromstring(drawn(SAMPLES)).findall("{http://www.w3.org/2000/svg}circle")
    assert [d.get("cx") for d in dots] == ["128.0", "357.3"]  # 48 + 320 * the mean score
