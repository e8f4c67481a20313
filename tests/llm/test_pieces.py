"""Long documents are cut at paragraphs, with nothing lost and every offset kept."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tallystick.llm.pieces import Piece, pieces, room, tokens
from tallystick.llm.prompt import content
from tallystick.model.document import Document, Segment, SegmentKind, Span
from tests.builders import document


def segmented(*paragraphs: tuple[SegmentKind, str]) -> Document:
    """A document with a segment for every paragraph."""
    text = "\n\n".join(words for _, words in paragraphs)
    made = document(text)
    segments, at = [], 0
    for kind, words in paragraphs:
        segments.append(Segment(kind, Span(at, at + len(words))))
        at += len(words) + 2
    return Document(made.id, made.sha256, text, made.name, segments=tuple(segments))


def body(*paragraphs: str) -> Document:
    return segmented(*((SegmentKind.BODY, words) for words in paragraphs))


LONG = body(*(f"Paragraph {n} tells of shell number {n}. " * 4 for n in range(40)))


def test_a_short_document_is_one_piece() -> None:
    made = pieces(body("Shells fell.", "Nobody was hurt."), 1000)
    assert made == [Piece((Span(0, 12), Span(14, 30)))]


@pytest.mark.parametrize("most", [60, 100, 400, 5000])
def test_pieces_fit_and_together_are_the_whole_account(most: int) -> None:
    made = pieces(LONG, most)
    spans = [span for piece in made for span in piece.spans]
    assert [s.of(LONG.text) for s in spans] == [s.span.of(LONG.text) for s in LONG.account]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(tokens(piece.words(LONG.text)) <= most for piece in made)
    assert len(made) == 1 or most < 5000


def test_a_paragraph_that_is_too_long_is_cut_at_a_sentence() -> None:
    text = "Shells fell on the town again. " * 50
    made = pieces(body(text), 100)
    assert len(made) > 3
    assert "".join(s.of(text) for p in made for s in p.spans) == text
    assert all(p.words(text).endswith(".") for p in made)


def test_a_paragraph_without_any_blank_is_cut_all_the_same() -> None:
    text = "x" * 5000
    made = pieces(body(text), 100)
    assert "".join(s.of(text) for p in made for s in p.spans) == text


def test_only_the_account_is_shown() -> None:
    made = segmented(
        (SegmentKind.TITLE, "Depot shelled"),
        (SegmentKind.CAPTION, "A tank in 2011"),
        (SegmentKind.BODY, "Shells fell."),
        (SegmentKind.COMMENTS, "Liars!"),
    )
    (piece,) = pieces(made, 1000)
    assert piece.words(made.text) == "Depot shelled\n\nShells fell."


def test_a_later_piece_is_told_the_title() -> None:
    made = segmented((SegmentKind.TITLE, "Depot shelled"), (SegmentKind.BODY, "Shells fell."))
    piece = Piece((made.segments[1].span,))
    assert "Depot shelled" in content(made, piece, 2, 2)
    assert "Depot shelled" not in content(made, piece, 1, 1)


def test_halves_are_the_whole() -> None:
    (piece,) = pieces(LONG, 100_000)
    first, second = piece.halves()
    assert first.spans + second.spans == piece.spans
    assert abs(len(first.spans) - len(second.spans)) <= 2
    assert Piece(piece.spans[:1]).halves() == (Piece(piece.spans[:1]),)


def test_the_room_is_less_than_the_context_and_never_none() -> None:
    assert room(8192, 1000) < 8192 - 1000
    assert room(0, 1000) > 0


def test_tokens_are_rather_too_many() -> None:
    assert tokens("Five rockets hit the base on Friday.") >= 9
    assert tokens("دمشق") >= 4
