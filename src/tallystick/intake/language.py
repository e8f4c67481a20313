"""Whether a text can be read at all: only English is."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 4000  # characters
_FEWEST_WORDS = 8  # fewer tell nothing
_SHARE = 1 / 16  # English prose has these as a third to a half of its words
_COMMON = (
    "the of and to that was were with by for from said has had have at been after their which "
    "killed is it in"
)
_ELSEWHERE = (  # as common in other languages of Europe, and no words of English
    "la le les un une des du et en dans pour par sur que qui est ont el los las del una con por "
    "il di che della nel per gli sono uma um da dos em der das den dem und von mit auf ein eine "
    "ist sich het een van dat op zijn voor og och att som av af til på det ikke inte sig er om è "
    "alla dalla sul nella si non"
)
_ENGLISH_WORDS, _OTHER_WORDS = frozenset(_COMMON.split()), frozenset(_ELSEWHERE.split())


def looks_english(text: str) -> bool:
    """Whether English function words are as common as in English prose.

    They must also outnumber those of its neighbours, which share some of them ("in", "is",
    "was", "had", "at", "for"). True for texts too short to tell. Case does not matter: wire copy
    stands in capitals.
    """
    words = [word.lower() for word in _WORD.findall(text[:_LOOKED_AT])]
    if len(words) < _FEWEST_WORDS:
        return True
    english = sum(word in _ENGLISH_WORDS for word in words)
    others = sum(word in _OTHER_WORDS for word in words)
    return english >= _SHARE * len(words) and english > others
