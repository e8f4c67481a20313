"""The scorer of news without attacks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from eval.gold.texts import own_texts

from eval import quiet
from tallystick.model.document import Document
from tallystick.model.statement import Reading, Standing
from tests.builders import document, reading, report

DOC = document("Gunmen shot a guard. In 1961 a mine sank a ferry.")
SHOT = replace(report(DOC, "shot"), score=0.9)
SUNK = replace(report(DOC, "sank"), standing=Standing.BACKGROUND)


def test_what_was_long_ago_is_not_counted() -> None:
    assert quiet.happened(reading(DOC, SHOT, SUNK)) == [SHOT]


def test_the_figures_count_texts_and_incidents() -> None:
    unsure = replace(SHOT, score=0.2)
    found = {f.name: (f.value, f.of) for f in quiet.figures([[SHOT, unsure], [], [unsure], []])}
    assert found == {"texts_with_incidents": (0.5, 4), "incidents": (3, None), "sure": (1, None)}


def test_the_command_reads_texts_and_lists_what_it_finds(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def read(text: Document) -> Reading:
        return reading(text, report(text, text.text.split()[0]))

    monkeypatch.setattr(quiet, "read", read)
    scores = quiet.main(["--limit", "2", "--list"])
    assert scores.as_dict()["texts_with_incidents"] == 1
    assert capsys.readouterr().out.count("quiet:") == 2


def test_the_texts_have_a_title_and_a_day_each() -> None:
    texts = own_texts(quiet.TEXTS)
    assert len({t.id for t in texts}) == len(texts) >= 70
    assert all(t.title and t.published and t.text for t in texts)


def test_the_texts_are_kept_out_of_training() -> None:
    trained = {t.text for t in own_texts()}
    assert not trained & {t.text for t in own_texts(quiet.TEXTS)}
