"""Persons by name in a text that is all in capitals, where every word looks like a name.

There a given name tells one from other words: "RADIO ANNOUNCER **DIEGO EXAMPLE** WAS SHOT DEAD".
It reaches up to the next word of the language; a surname alone goes back to a name in full.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.effects.persons_counted import phrases
from tallystick.extract.grammar.sentences import Sentence
from tallystick.model.document import Span
from tallystick.vocab.toponyms import toponym_words

__all__ = ["shouted_name_at", "shouted_names"]

_LEAST = 3  # letters of a surname
_IN_FULL, _MOST = 2, 5  # words of a name
_WORD = re.compile(r"[^\W\d_a-z](?:[^\W\d_a-z]|[’'-](?=[^\W\d_a-z]))*")
_GAP = re.compile(r"\s(?:[A-Z]\.\s)?")
_PARTICLES = frozenset(
    ("de", "del", "la", "las", "los", "el", "al", "bin", "ibn", "abu", "van", "von")
)


def shouted_names(notes: Annotations, sentence: Sentence) -> Iterator[Span]:
    """The names of persons in a sentence that is all in capitals: those in full, and the surnames
    of these beside what befell them."""
    surnames = _surnames(notes)
    at = sentence.span.start
    while word := _WORD.search(notes.text, at, sentence.span.end):
        name = shouted_name_at(notes, word.start(), sentence.span.end)
        at = name.end if name else word.end()
        if name is not None:
            yield _with_title(notes.text, name)
        elif word.group() in surnames and _BEFELL.match(notes.text, word.end()):
            yield Span(*word.span())


def _with_title(text: str, name: Span) -> Span:
    """ "GUARDS OF **SENATOR** CARLOS EXAMPLE"."""
    before = _TITLE.search(text, max(0, name.start - _BEFORE), name.start)
    titled = before is not None and before["title"].lower() in toponym_words().titles
    return Span(before.start(), name.end) if before and titled else name


_BEFORE = 20  # characters
_TITLE = re.compile(r"\b(?P<title>[A-Z]+)\.?\s$")
_BEFELL = re.compile(
    r",?\s(?:\w+LY\s)?(?:WAS|DIED|HAD BEEN|HAS BEEN|HAS DIED|LATER DIED|SUFFERED|SUSTAINED|"
    r"SUCCUMBED|IS|WHO (?:WAS|HAD BEEN|DIED))\b"
)


def shouted_name_at(
    notes: Annotations, start: int, end: int, *, titled: bool = False
) -> Span | None:
    """The name in full that begins at an offset, if one does: with a given name, or where it is
    ``titled`` with whatever stands before one ("DEPUTY **TITO MORALES**")."""
    words: list[Span] = []
    at = start
    while len(words) < _MOST and (word := _WORD.match(notes.text, at, end)):
        if not _may_be_of_name(notes, Span(*word.span())):
            break
        words.append(Span(*word.span()))
        if not titled and not _is_given(notes.text, words[0]):
            return None
        gap = _GAP.match(notes.text, word.end(), end)
        at = gap.end() if gap else end
    if len(words) < _IN_FULL or not any(_is_given(notes.text, word) for word in words):
        return None
    return Span(start, words[-1].end)


def _is_given(text: str, word: Span) -> bool:
    low = word.of(text).lower()
    return low in toponym_words().given_names and low not in _plain()


def _may_be_of_name(notes: Annotations, word: Span) -> bool:
    low = word.of(notes.text).lower()
    lists = toponym_words()
    if low in _PARTICLES or _is_given(notes.text, word):
        return True
    if low in _plain() or low in lists.function or low in lists.calendar:
        return False
    if low in lists.speech or low in lists.acts or low in lists.titles:
        return False
    known = (notes.events, notes.persons, notes.weapons, notes.dates, notes.counts)
    return not any(inside(kind, word) for kind in known)


@lru_cache(maxsize=1)
def _plain() -> frozenset[str]:
    """Words of the language that are of no name, though some are given names: "SAID"."""
    return phrases("breaks") | phrases("not_names") | phrases("ends_name")


@lru_cache(maxsize=8)
def _surnames(notes: Annotations) -> frozenset[str]:
    """The last words of the names in full of a text."""
    found = (shouted_name_at(notes, m.start(), len(notes.text)) for m in _WORD.finditer(notes.text))
    last = (name.of(notes.text).split()[-1] for name in found if name)
    return frozenset(word for word in last if len(word) >= _LEAST)
