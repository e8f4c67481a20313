"""A document's text in pieces: nothing is lost, nothing doubled, marks are where they should be."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tallystick.model.document import Document, Segment, SegmentKind, Span
from tallystick.web.passages import Mark, blocks
from tests.builders import document

TEXT = "Title here\n\nTwo rockets hit the base. Nobody was hurt.\n\nA picture of 2020"


def spans(length: int) -> st.SearchStrategy[Span]:
    ends = st.tuples(st.integers(0, length), st.integers(0, length))
    return ends.map(sorted).map(lambda pair: Span(*pair))


def in_segments(*parts: Span) -> Document:
    segments = tuple(Segment(SegmentKind.BODY, part) for part in parts)
    return replace(document(TEXT), segments=segments)


@given(st.lists(spans(len(TEXT)), max_size=5), st.lists(spans(len(TEXT)), max_size=8))
def test_the_text_is_whole_but_for_blanks_between_segments(
    parts: list[Span], marked: list[Span]
) -> None:
    marks = [Mark(f"s-{n}", span) for n, span in enumerate(marked)]
    found = blocks(in_segments(*parts), marks)
    told = "".join(piece.text for block in found for piece in block.pieces)
    assert "".join(told.split()) == "".join(TEXT.split())


@given(spans(len(TEXT)))
def test_what_is_chosen_is_the_quote(span: Span) -> None:
    found = blocks(in_segments(Span(0, len(TEXT))), [Mark("s-1", span)], "s-1")
    chosen = "".join(piece.text for block in found for piece in block.pieces if piece.chosen)
    assert chosen == span.of(TEXT)


def test_overlapping_marks_each_have_an_anchor_and_what_is_no_account_a_label() -> None:
    caption = Segment(SegmentKind.CAPTION, Span(TEXT.index("A picture"), len(TEXT)))
    body = Segment(SegmentKind.BODY, Span(0, caption.span.start))
    start = TEXT.index("Two")
    marks = [Mark("s-1", Span(start, start + 11)), Mark("s-2", Span(start + 4, start + 24))]
    found = blocks(replace(document(TEXT), segments=(body, caption)), marks)
    assert [a for b in found for piece in b.pieces for a in piece.anchors] == ["s-1", "s-2"]
    assert [(b.label, b.is_account) for b in found] == [("body", True), ("caption", False)]
