"""Windows over the word pieces of a text, and what a span is in pieces."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tallystick.extract.trained.network.inventory import BUCKETS, buckets
from tallystick.extract.trained.network.windows import Pieces, windows
from tallystick.model.document import Span

# "Shells hit Ashmar" in pieces: shells / hit / ash / mar
PIECES = Pieces((1, 2, 3, 4), (0, 7, 11, 14), (6, 10, 14, 17), (False, False, False, True))


@given(st.integers(0, 3000), st.integers(20, 510), st.integers(0, 19))
def test_each_piece_has_one_window_of_its_own(length: int, longest: int, overlap: int) -> None:
    found = windows(length, longest, overlap)
    owned = [i for w in found for i in range(w.own_start, w.own_end)]
    assert owned == list(range(length))
    assert all(w.start <= w.own_start < w.own_end <= w.end for w in found)
    assert all(w.end - w.start <= longest for w in found)
    assert len({w.end - w.start for w in found}) <= 1


def test_a_span_takes_every_piece_that_it_touches() -> None:
    assert PIECES.of(Span(11, 17)) == (2, 4)
    assert PIECES.of(Span(8, 12)) == (1, 3)
    assert PIECES.span(2, 4) == Span(11, 17)


def test_a_span_is_of_whole_words() -> None:
    assert PIECES.span(3, 4) == Span(11, 17)
    assert PIECES.span(1, 3) == Span(7, 17)


def test_a_span_between_pieces_touches_none() -> None:
    assert PIECES.of(Span(6, 7)) is None
    assert PIECES.of(Span(17, 20)) is None


def bucket(distance: int) -> int:
    return int(buckets(np.array([distance]))[0])


@given(st.integers(-5000, 5000))
def test_buckets_are_symmetric_and_bounded(distance: int) -> None:
    middle = bucket(0)
    assert 0 <= bucket(distance) < BUCKETS
    assert bucket(distance) - middle == middle - bucket(-distance)


@given(st.integers(-600, 600), st.integers(0, 600))
def test_buckets_grow_with_distance(distance: int, more: int) -> None:
    assert bucket(distance) <= bucket(distance + more)
