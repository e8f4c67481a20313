"""Whether a text can be read at all: only English is."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 4000  # characters
_FEWEST_WORDS = 8  # fewer tell nothing
_SHARE = 1 / 16  # English prose has these as a third to a half of its words
_COMMON = frozenset(
    (
        *("the", "of", "and", "to", "that", "was", "were", "with", "by", "for", "from", "said"),
        *(
            "has",
            "had",
            "have",
            "at",
            "been",
            "after",
            "their",
            "which",
            "killed",
            "is",
            "it",
            "in",
        ),
    )
)


def looks_english(text: str) -> bool:
    """Whether English function words are as common as in English prose.

    True for texts too short to tell. Case does not matter: wire copy stands in capitals.
    """
    words = [word.lower() for word in _WORD.findall(text[:_LOOKED_AT])]
    if len(words) < _FEWEST_WORDS:
        return True
    return sum(word in _COMMON for word in words) >= _SHARE * len(words)
