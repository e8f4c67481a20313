"""When capitals matter: "IS" the group against "is", "US" against "us", "Grad" against "grad".

A name under the case rule is taken only where each of its capitals is a capital in the text.
In a line set all in capitals (wire copy, headlines) that proves nothing: there, names that
are ordinary words too are left out.
"""

from __future__ import annotations

from tallystick.model.document import Span

_NEAR = 60  # characters of the line to look at on either side


def capitals_kept(name: str, found: str) -> bool:
    """Whether every capital of ``name`` stands as a capital in ``found``, of the same length."""
    return all(f == n for n, f in zip(name, found, strict=True) if n.isupper())


def in_capitals(text: str, span: Span) -> bool:
    """Whether the line around a span is set in capitals.

    The words of the span itself do not count, but where nothing else stands in the line.
    """
    around = text[max(0, span.start - _NEAR) : span.start].rpartition("\n")[2]
    around += text[span.end : span.end + _NEAR].partition("\n")[0]
    letters = [c for c in around if c.isalpha()] or [c for c in span.of(text) if c.isalpha()]
    return sum(c.isupper() for c in letters) > 0.9 * len(letters)


def allowed(text: str, span: Span, name: str, *, word: bool) -> bool:
    """Whether a name under the case rule may be read at a span.

    ``word`` marks a name that is an ordinary word but for its capitals.
    """
    if not capitals_kept(name, span.of(text)):
        return False
    return not (word and in_capitals(text, span))
