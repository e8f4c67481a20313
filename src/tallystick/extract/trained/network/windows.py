"""A document's account as word pieces, in windows that an encoder can take.

Windows are as long as the encoder allows (it was trained on such, and shorter ones read worse) and
overlap by ``OVERLAP`` pieces or more; a piece takes its vector from the window in which it stands
furthest from an edge.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tokenizers import Tokenizer

from tallystick.model.document import Span

LONGEST = 510  # pieces in a window, its two marks not counted
OVERLAP = 128
_INNER = "##"  # how a word piece begins that goes on with a word


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces of a text in order: ``ids[i]`` stands at ``starts[i]``..``ends[i]``.

    ``inner[i]`` tells that it goes on with the word of the piece before.
    """

    ids: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    inner: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.ids)

    def of(self, span: Span) -> tuple[int, int] | None:
        """The pieces that a span touches, end excluded; ``None`` where it touches none."""
        first = bisect_right(self.ends, span.start)
        last = bisect_left(self.starts, span.end)
        return (first, last) if first < last else None

    def span(self, first: int, end: int) -> Span:
        """The stretch of text of pieces ``first``..``end - 1``, widened to whole words."""
        while first > 0 and self.inner[first]:
            first -= 1
        while end < len(self) and self.inner[end]:
            end += 1
        return Span(self.starts[first], self.ends[end - 1])


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces ``start``..``end - 1``, of which ``own_start``..``own_end - 1`` take vectors here."""

    start: int
    end: int
    own_start: int
    own_end: int


def pieces_of(tokenizer: Tokenizer, text: str, spans: Sequence[Span]) -> Pieces:
    """The word pieces of stretches of a text, in its order, with offsets in the whole text."""
    encoded = tokenizer.encode_batch([s.of(text) for s in spans], add_special_tokens=False)
    ids: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    inner: list[bool] = []
    for span, one in zip(spans, encoded, strict=True):
        ids += one.ids
        starts += [span.start + a for a, _ in one.offsets]
        ends += [span.start + b for _, b in one.offsets]
        inner += [token.startswith(_INNER) for token in one.tokens]
    return Pieces(tuple(ids), tuple(starts), tuple(ends), tuple(inner))


def windows(length: int, longest: int = LONGEST, overlap: int = OVERLAP) -> list[Window]:
    """Windows over so many pieces; each piece is the own one of exactly one window."""
    if length <= longest:
        return [Window(0, length, 0, length)] if length else []
    starts = [*range(0, length - longest, longest - overlap), length - longest]
    edges = [0, *((a + b + longest) // 2 for a, b in pairwise(starts)), length]
    return [
        Window(start, start + longest, *own)
        for start, own in zip(starts, pairwise(edges), strict=True)
    ]
