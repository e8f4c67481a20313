"""What the bench recipe learns from, with a tokenizer of whole words."""

from __future__ import annotations

from pathlib import Path

import pytest
from eval.polnear import Article, Wanted
from eval.train.bench_data import (
    Recipe,
    attribution_example,
    attribution_examples,
    evenly,
    material,
)
from tokenizers import Tokenizer, models, pre_tokenizers

from eval.train import bench
from tallystick.extract.trained.network.inventory import CONTENT, CUE, LAYERS, SOURCE
from tallystick.model.document import Span

TEXT = "The mayor said the road is shut."


@pytest.fixture
def tokenizer() -> Tokenizer:
    made = Tokenizer(models.WordLevel({"?": 0}, unk_token="?"))
    made.pre_tokenizer = pre_tokenizers.Whitespace()
    return made


def test_items_come_from_the_whole_list() -> None:
    assert evenly(range(10), 3) == [0, 3, 6]
    assert evenly("abc", 5) == ["a", "b", "c"]
    assert evenly("abc", 0) == []


def test_only_the_attribution_layers_are_labelled(tokenizer: Tokenizer) -> None:
    said = Wanted((Span(0, 9),), (Span(10, 14),), (Span(15, 23), Span(24, 31)))
    unknown = Wanted((), (Span(10, 14),), ())
    got = attribution_example(tokenizer, Article(TEXT, (said, unknown), "news"))
    assert got.id == "polnear:news" and len(got.pieces) == 8
    assert got.spans == {SOURCE: ((0, 2),), CUE: ((2, 3),), CONTENT: ((3, 5), (5, 7))}
    assert set(got.spans) < set(LAYERS)
    assert not got.mentions and not got.arguments


def test_no_articles_where_none_are_asked_for_or_there(tmp_path: Path) -> None:
    assert not list(attribution_examples(tmp_path, 0))
    assert not list(attribution_examples(tmp_path / "absent", 5))


def test_a_folder_without_texts_gives_nothing(
    monkeypatch: pytest.MonkeyPatch, tokenizer: Tokenizer, tmp_path: Path
) -> None:
    monkeypatch.setattr("eval.train.open.tokenizer", lambda: tokenizer)
    got = material(Recipe(("fakes", "muc"), articles=3), tmp_path)
    assert not got.examples and not got.kept


def test_nothing_starts_without_what_it_needs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(bench, "find_spec", lambda name: None if name == "onnx" else object())
    assert bench.main(["--out", str(tmp_path / "out"), "--data", str(tmp_path)]) == 1
    assert capsys.readouterr().out == "needs onnx\n"
    assert not (tmp_path / "out").exists()


def test_nothing_starts_without_benchmarks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(bench, "find_spec", lambda _: object())
    assert bench.main(["--out", str(tmp_path), "--data", str(tmp_path / "absent")]) == 1
    assert "TALLYSTICK_BENCHMARKS" in capsys.readouterr().out
