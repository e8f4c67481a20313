"""Finding many names at once in a text, whatever their case, accents, hyphens and quotes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick

from tallystick.model.document import Span

T = TypeVar("T")

_QUOTES = dict.fromkeys("’‘`´ʿʾʼ′", "'")
_KEPT = 8192  # characters whose fold is kept
_DASHES = dict.fromkeys("-‐‑‒–—_/", " ")


def _fold_char(char: str) -> str:
    char = _QUOTES.get(char) or _DASHES.get(char) or char
    if char.isspace():
        return " "
    base = unicodedata.normalize("NFD", char)[0]
    folded = base.casefold()
    return folded if len(folded) == 1 else base


def fold(text: str) -> str:
    """The text without case, accents, hyphens and fancy quotes, **of the same length**.

    Offsets in the folded text are offsets in the text.
    """
    return text.translate(_FOLDED)


def begins_word(start: str, name: str) -> bool:
    """Whether a word of a name begins with these words: "Hit" begins none of "White Camp"."""
    return bool(re.search(rf"(?<!\w){re.escape(fold(start).strip())}", fold(name)))


class _Folded(dict[int, str]):
    """The characters that were met first, each folded."""

    def __missing__(self, code: int) -> str:
        folded = _fold_char(chr(code))
        if len(self) < _KEPT:
            self[code] = folded
        return folded


_FOLDED = _Folded()


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A name found: where, and what it stands for."""

    span: Span
    item: T


class Matcher(Generic[T]):
    """An index of names. ``find`` gives the leftmost longest hits on whole words.

    Built once from (name, item) pairs; the last item wins where two names fold alike
    (give a tuple of items to keep several).
    """

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        items = {fold(name): item for name, item in names if name.strip()}
        self._items = list(items.values())
        self._automaton = AhoCorasick(list(items))

    def find(self, text: str) -> list[Hit[T]]:
        """The hits in order of the text; none overlaps another."""
        folded = fold(text)
        found = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        whole_words = [
            (start, -stop, index)
            for index, start, stop in found
            if not (folded[start - 1 : start].isalnum() or folded[stop : stop + 1].isalnum())
        ]
        hits: list[Hit[T]] = []
        end = 0
        for start, stop, index in sorted(whole_words):  # leftmost, of these the longest
            if start >= end:
                hits.append(Hit(Span(start, -stop), self._items[index]))
                end = -stop
        return hits
