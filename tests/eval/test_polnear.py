from __future__ import annotations

from dataclasses import dataclass

from eval.polnear import Article, Wanted, attributions

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


def figures(*found: Found) -> dict[str, float]:
    article = Article(TEXT, tuple(attributions(ANN)))
    return {f.name: f.value for f in polnear.figures([(article, found)])}


def test_annotations_are_read() -> None:
    wanted = Wanted((Span(0, 9),), (Span(10, 14),), (Span(15, 23), Span(24, 36)))
    assert list(attributions(ANN)) == [wanted]


def test_the_right_spans_have_full_marks() -> None:
    assert set(figures(RIGHT).values()) == {1.0}


def test_silence_has_none() -> None:
    assert not any(figures().values())


def test_a_span_of_less_than_half_is_wrong_but_its_tokens_count() -> None:
    got = figures(Found(Span(0, 3), None, Span(24, 36)))
    assert got["source.spans.f1"] == 0
    assert got["source.tokens.precision"] == 1 and got["source.tokens.recall"] == 0.5
    assert got["content.spans.f1"] == 1
    assert got["cue.spans.recall"] == 0
