"""A text as blocks: its lines, or its paragraphs where the lines are wrapped by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tallystick.model.document import Span

_LINE = re.compile(r"[^\n]+")
_ENDINGS = ".!?…。؟।۔"
CLOSERS = "\"'”’»)]› "
_NARROW, _WIDE = 40, 100  # characters in a line of hand-wrapped text


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch that is a paragraph to the eye; ``span`` has no blanks at its ends."""

    text: str
    span: Span
    gap_before: bool  # an empty line stands before it

    @property
    def ended(self) -> bool:
        """Whether it ends as a sentence does."""
        return self.text.rstrip(CLOSERS).endswith(tuple(_ENDINGS))

    @property
    def words(self) -> int:
        return len(self.text.split())


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text, in order; every character that is not blank is in one of them."""
    lines = list(_lines(text))
    return tuple(_joined(lines, text)) if _is_wrapped(lines) else tuple(lines)


def _lines(text: str) -> Iterator[Block]:
    end = 0
    for match in _LINE.finditer(text):
        line = match.group()
        stripped = line.strip()
        if stripped:
            start = match.start() + line.index(stripped)
            gap = text.count("\n", end, start) > 1 or end == 0
            end = start + len(stripped)
            yield Block(stripped, Span(start, end), gap)


def _is_wrapped(lines: list[Block]) -> bool:
    """Whether lines break where a margin was, not where a paragraph ends."""
    followed = [a for a, b in pairwise(lines) if not b.gap_before]
    if len(followed) < 3 or max(len(line.text) for line in lines) > _WIDE:
        return False
    broken = sum(len(a.text) > _NARROW and not a.ended for a in followed)
    return broken > 0.6 * len(followed)


def _joined(lines: list[Block], text: str) -> Iterator[Block]:
    start = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or lines[index].gap_before:
            span = Span(lines[start].span.start, lines[index - 1].span.end)
            yield Block(span.of(text), span, lines[start].gap_before)
            start = index
