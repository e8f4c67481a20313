from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from eval.polnear import Article, Tagged, Wanted, attributions, load

from eval import polnear
from tallystick.model.document import Span

TEXT = "The mayor said that the road is shut."
ANN = "\n".join(
    [
        "T1\tSource 0 9\tThe mayor",
        "T2\tCue 10 14\tsaid",
        "T3\tContent 15 23;24 36\tthat the road is shut",
        "T4\tAttribution 10 14\tsaid",
        "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3",
        "T5\tDiscuss 0 3\tThe",
        "E2\tDiscuss:T5",
    ]
)


@dataclass(frozen=True)
class Found:
    source: Span | None
    cue: Span | None
    content: Span | None


RIGHT = Found(Span(0, 9), Span(10, 14), Span(15, 36))
PIECES = (Tagged(content=Span(15, 23)), Tagged(content=Span(24, 36)))


def figures(*found: Found) -> dict[str, float]:
    article = Article(TEXT, tuple(attributions(ANN)))
    return {f.name: f.value for f in polnear.figures([(article, found)])}


def test_annotations_are_read() -> None:
    wanted = Wanted((Span(0, 9),), (Span(10, 14),), (Span(15, 23), Span(24, 36)))
    assert list(attributions(ANN)) == [wanted]


def test_words_that_run_over_a_line_are_passed_over() -> None:
    broken = ANN.replace("that the road", "The road\n17 of\nT9 is\u2028shut")
    assert list(attributions(broken)) == list(attributions(ANN))


def test_of_two_annotations_of_an_article_the_first_counts(tmp_path: Path) -> None:
    for folder in ("text", "attributions"):
        (tmp_path / folder).mkdir()
    (tmp_path / "text" / "a.txt").write_bytes(b"Yes,\r\nhe said.")
    (tmp_path / "attributions" / "a_1.ann").write_text(
        "T1\tSource 6 8\the\nE1\tAttribution:T1 Source:T1"
    )
    (tmp_path / "attributions" / "a_2.ann").write_text("")
    (article,) = load(tmp_path)
    (wanted,) = article.wanted
    assert article.name == "a" and wanted.source[0].of(article.text) == "he"


def test_the_right_spans_have_full_marks_but_for_the_gap() -> None:
    got = figures(RIGHT)
    broken = {k: v for k, v in got.items() if not k.startswith("content.") or ".spans" in k}
    assert set(broken.values()) == {1.0}
    assert got["content.exact.f1"] == 0  # the key has it in two stretches
    assert got["content.overlap.precision"] == 1 and got["content.overlap.recall"] == 0.5


def test_stretches_are_compared_one_by_one() -> None:
    got = figures(*PIECES, PIECES[0])
    assert got["content.exact.f1"] == got["content.overlap.f1"] == 1
    assert got["all.tokens.precision"] == 1
    assert got["all.tokens.recall"] == pytest.approx(5 / 8)
    assert got["pairs.f1"] == 0


def test_a_pair_needs_its_source_and_its_content() -> None:
    assert figures(RIGHT)["pairs.f1"] == 1
    assert figures(Found(Span(10, 14), None, Span(15, 36)))["pairs.precision"] == 0
    assert figures(Found(Span(0, 9), None, Span(32, 36)))["pairs.recall"] == 0


def test_without_a_network_the_program_finds_what_the_rules_find(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TALLYSTICK_WEIGHTS", "/nonexistent")
    found = [list(polnear.FINDERS[name](None)(TEXT)) for name in ("program", "rules")]
    assert found[0] == found[1] and found[0][0].source == Span(0, 9)
    with pytest.raises(FileNotFoundError):
        polnear.by_tags(Path("/nonexistent"))


def test_silence_has_none() -> None:
    assert not any(figures().values())


def test_a_span_of_less_than_half_is_wrong_but_its_tokens_count() -> None:
    got = figures(Found(Span(0, 3), None, Span(24, 36)))
    assert got["source.spans.f1"] == 0
    assert got["source.tokens.precision"] == 1 and got["source.tokens.recall"] == 0.5
    assert got["content.spans.f1"] == 1
    assert got["cue.spans.recall"] == 0
