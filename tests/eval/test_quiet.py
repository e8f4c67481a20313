"""The scorer of news on other matters."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from eval.gold.texts import GoldText, own_texts
from eval.quiet import Found

from eval import quiet
from tallystick.model.document import Document, Span
from tallystick.model.statement import Reading, Standing
from tests.builders import document, reading, report

DOC = document("Gunmen shot a guard. In 1961 a mine sank a ferry.")
SHOT = replace(report(DOC, "shot"), score=0.9)
SUNK = replace(report(DOC, "sank"), standing=Standing.BACKGROUND)
TEXT = GoldText("loud:mill", DOC.text)


def test_what_was_long_ago_is_not_counted() -> None:
    assert quiet.happened(reading(DOC, SHOT, SUNK)) == (SHOT,)


def test_the_figures_count_texts_and_incidents() -> None:
    unsure = replace(SHOT, score=0.2)
    texts = [Found(TEXT, given) for given in ((SHOT, unsure), (), (unsure,), ())]
    told = [Found(TEXT, (SHOT,), Span(0, 20)), Found(TEXT, (SHOT,), Span(21, 49))]
    found = {f.name: (f.value, f.of) for f in quiet.figures(texts, told)}
    assert found == {
        "texts_with_incidents": (0.5, 4),
        "incidents": (3, None),
        "sure": (1, None),
        "attacks_found": (0.5, 2),
        "beside": (1, None),
    }


def test_the_command_lists_what_is_wrong_and_what_is_lost(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def read(text: Document) -> Reading:
        return reading(text, report(text, text.text.split()[0]))

    monkeypatch.setattr(quiet, "read", read)
    scores = quiet.main(["--list"]).as_dict()
    printed = capsys.readouterr().out
    assert scores["texts_with_incidents"] == 1
    assert scores["attacks_found"] < 0.5
    assert "quiet:film_review" in printed
    assert ": lost: " in printed


@pytest.mark.parametrize("folder", [quiet.QUIET, quiet.LOUD])
def test_the_texts_are_many_and_kept_out_of_training(folder: Path) -> None:
    texts = own_texts(folder)
    assert len({t.id for t in texts}) == len(texts) >= 50
    assert all(t.title and t.published and t.text for t in texts)
    assert not {t.text for t in own_texts()} & {t.text for t in texts}


def test_every_attack_is_told_in_one_sentence() -> None:
    for text, told in quiet.loud_texts():
        assert 20 < len(told.of(text.text)) < 600, text.id
