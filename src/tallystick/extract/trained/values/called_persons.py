"""Names of persons and their things among what the network takes for names of places: "the
shooting of **Tavi** M. Bell", "found in **Bell**'s car", "the house of **Bishop Lumo**".

A village may be called after one ("in Sheikh Lumo"), and a town may bear a surname ("in Bell").
"""

from __future__ import annotations

import re
from functools import lru_cache

from tallystick.extract.places.evidence import persons
from tallystick.extract.places.reading import Reading
from tallystick.model.document import Span
from tallystick.vocab.placekeys import key_of
from tallystick.vocab.toponyms import toponym_words

__all__ = ["is_person"]

_BEFORE = 40  # characters


def is_person(text: str, span: Span) -> bool:
    """Whether a name is that of a person: by the title before it, or by a given name, an initial
    or an age beside it somewhere in the text."""
    first, *more = (word.casefold() for word in span.of(text).split())
    if more and first in toponym_words().titles:
        return not _is_set(text, span)
    if _FAMILY.match(text, span.end) or _theirs(text, span):
        return True
    if more or key_of(first) not in _surnames(text):
        return False
    return _OWNS.match(text, span.end) is not None or not _is_set(text, span)


def _theirs(text: str, span: Span) -> bool:
    """Whether a name is that of somebody's thing: "on top of Bell's **Vesta-Lupo**"."""
    owner = _OWNER.search(text, max(0, span.start - _BEFORE), span.start)
    return owner is not None and key_of(owner["owner"]) in _surnames(text)


def _is_set(text: str, span: Span) -> bool:
    """Whether the words before a name set something in it."""
    return _SET.search(text, max(0, span.start - _BEFORE), span.start) is not None


@lru_cache(maxsize=8)
def _surnames(text: str) -> frozenset[str]:
    return persons(Reading.of(text), toponym_words())


_SET = re.compile(
    r"\b(?:in|at|near|outside|(?:town|village|city|suburb|district|street|square)(?: of)?)\s"
    r"(?:the\s)?$",
    re.IGNORECASE,
)
_OWNER = re.compile(r"\b(?P<owner>[A-Z][\w-]+)['’]s\s$")
_FAMILY = re.compile(r"\s[A-Z]\.\s[A-Z][a-z]")  # "Tavi | M. Bell"
_OWNS = re.compile(r"['’]s?\s|\s(?:home|house|residence|family|apartment)\b")
