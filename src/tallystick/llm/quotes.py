"""Finds a quote in a text: word for word, whatever the blanks, at exact offsets.

Blanks and line ends, and the several shapes of quotation marks, apostrophes and dashes,
count as the same; letters, digits and their case do not. A quote begins and ends with
whole words, so that "3" is not found in "13" nor "attack" in "counterattack".
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from tallystick.model.document import Span

_ALIKE = {
    **dict.fromkeys("‘’‚‛´`′", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}
_LONGEST = 1500  # characters: more is no quote but a copy
_ELLIPSIS = "..."


class Quotable:
    """A text in which quotes are looked for, with the stretches that may be quoted."""

    def __init__(self, text: str, within: Sequence[Span]) -> None:
        self._text = text
        self._within = sorted(within)
        self._plain, self._at = _folded(text)

    def find(self, quote: str, *, context: str = "", near: Span | None = None) -> Span | None:
        """Where a quote stands; ``None`` where it does not, word for word.

        Of several places, the one inside the first finding of ``context``, else the one
        nearest to ``near``, else the first.
        """
        found = list(self._all(quote))
        if len(found) > 1 and context:
            around = next(self._all(context, whole=False), None)
            found = [f for f in found if around and around.contains(f)] or found
        if not found:
            return None
        if near is None:
            return found[0]
        return min(found, key=lambda f: (_distance(f, near), f.start))

    def _all(self, quote: str, *, whole: bool = True) -> Iterator[Span]:
        words, _ = _folded(quote.strip().strip("\"“”'‘’").removesuffix(_ELLIPSIS).strip())
        words = words.strip()
        if not words or len(words) > _LONGEST or not any(c.isalnum() for c in words):
            return
        at = self._plain.find(words)
        while at >= 0:
            span = Span(self._at[at], self._at[at + len(words) - 1] + 1)
            if (not whole or self._whole(span)) and any(w.contains(span) for w in self._within):
                yield span
            at = self._plain.find(words, at + 1)

    def _whole(self, span: Span) -> bool:
        """Whether no word or number goes on before or after a span."""
        text = self._text
        return not _joins(text, span.start - 1, span.start) and not _joins(
            text, span.end - 1, span.end
        )


def _folded(text: str) -> tuple[str, list[int]]:
    """The text with single blanks and plain marks, and the offset of each character left."""
    kept: list[str] = []
    at: list[int] = []
    for offset, character in enumerate(text):
        if character.isspace():
            if kept and kept[-1] != " ":
                kept.append(" ")
                at.append(offset)
        elif unicodedata.category(character) != "Cf":  # soft hyphens, zero-width marks
            kept.append(_ALIKE.get(character, character))
            at.append(offset)
    return "".join(kept), at


def _joins(text: str, left: int, right: int) -> bool:
    """Whether two neighbouring characters are of one word or number."""
    if left < 0 or right >= len(text):
        return False
    if text[left].isalnum() and text[right].isalnum():
        return True
    return _in_number(text, left, right) or _in_number(text, left - 1, right, mark=left)


def _in_number(text: str, left: int, right: int, *, mark: int | None = None) -> bool:
    """Whether a comma or point at one side holds two digits together: "1,300", "2.5"."""
    if mark is None:  # the mark is at ``right``: digit, mark, digit
        mark, right = right, right + 1
    if left < 0 or right >= len(text) or text[mark] not in ",.":
        return False
    return text[left].isdigit() and text[right].isdigit()


def _distance(span: Span, other: Span) -> int:
    if span.overlaps(other):
        return 0
    return min(abs(span.start - other.end), abs(other.start - span.end))
