"""A text as words with their case: what the reading of place names goes by."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import attrgetter

from tallystick.vocab.countries import countries
from tallystick.vocab.placekeys import Word, key_of, words_of

__all__ = ["Reading"]

_ENDS = frozenset('.!?:"“”•')
_JOINTS = frozenset({" ", "-", "  ", "–", "\n", " \n", "\u00a0", "’", "'"})


@dataclass(frozen=True)
class Reading:
    """A text as words, with the case of each line."""

    text: str
    words: tuple[Word, ...]
    shouting: tuple[bool, ...]  # of each word, whether its line is set in capitals
    titled: tuple[bool, ...]  # of each word, whether its line has a capital on most words

    @classmethod
    @lru_cache(maxsize=2)  # what the network takes for a place asks for the same text again
    def of(cls, text: str) -> Reading:
        words = tuple(_owning(words_of(text)))
        shouting, titled = _cases(text, words)
        return cls(text, words, shouting, titled)

    def gap(self, at: int) -> str:
        """What stands between a word and the one before it."""
        before = self.words[at - 1].end if at else 0
        return self.text[before : self.words[at].start]

    def key(self, at: int) -> str:
        """The key of a word, or nothing beyond the ends of the text."""
        return self.words[at].key if 0 <= at < len(self.words) else ""

    def joined(self, at: int) -> bool:
        """Whether a word follows the one before it with nothing but a blank or hyphen."""
        return 0 < at < len(self.words) and self.gap(at) in _JOINTS

    def starts_sentence(self, at: int) -> bool:
        """Whether a capital on that word proves nothing."""
        if at == 0:
            return True
        gap = self.gap(at)
        return "\n" in gap or (not _ENDS.isdisjoint(gap) and not self._abbreviated(at))

    def _abbreviated(self, at: int) -> bool:
        return self.gap(at) == ". " and len(self.words[at - 1].key) < 4

    def capital(self, at: int) -> bool:
        """Whether a word carries a capital that means something: not in a line of capitals."""
        return 0 <= at < len(self.words) and self.words[at].capital and not self.shouting[at]

    @cached_property
    def heads(self) -> tuple[int, ...]:
        """Where sentences start, roughly: at a word after a full stop."""
        return tuple(w.start for at, w in enumerate(self.words) if self.starts_sentence(at))

    @cached_property
    def lower(self) -> frozenset[str]:
        """Words that the text has in lower case too."""
        return frozenset(w.key for w in self.words if not w.capital and not w.possessive)


def _owning(words: Iterable[Word]) -> Iterator[Word]:
    """ "Syrias north" has lost an apostrophe: a country, and an "'s" of its own."""
    lands = _lands()
    for word in words:
        owns = word.key.endswith("s") and word.key[:-1] in lands and word.key not in lands
        if word.capital and owns:
            yield word._replace(end=word.end - 1, key=word.key[:-1])
            yield Word(word.end - 1, word.end, "'s", False, True)
        else:
            yield word


@lru_cache
def _lands() -> frozenset[str]:
    """The countries' names of one word."""
    names = (name for c in countries().values() for name in (c.name, *c.names))
    keys = {key_of(name).removeprefix("the ") for name in names}
    return frozenset(key for key in keys if len(key) > 3 and " " not in key)


def _cases(text: str, words: Sequence[Word]) -> tuple[tuple[bool, ...], tuple[bool, ...]]:
    shouting: list[bool] = []
    titled: list[bool] = []
    start = 0
    for line in text.splitlines(keepends=True):
        start, first = start + len(line), len(shouting)
        last = bisect_left(words, start, lo=first, key=attrgetter("start"))
        loud, title = _case_of(line, words[first:last])
        shouting += [loud] * (last - first)
        titled += [title] * (last - first)
    return tuple(shouting), tuple(titled)


def _case_of(line: str, words: Sequence[Word]) -> tuple[bool, bool]:
    letters = sum(map(str.isalpha, line))
    loud = letters > 3 and sum(map(str.isupper, line)) > 0.7 * letters
    long = [w for w in words if w.end - w.start > 3]
    most = _OF_A_SENTENCE if line.rstrip().endswith(_STOPS) else _OF_A_TITLE
    title = len(long) > 3 and sum(w.capital for w in long) > most * len(long)
    return loud, title and not loud


_STOPS = (".", "!", "?", ".”", '."')
_OF_A_TITLE, _OF_A_SENTENCE = 0.7, 0.9  # the share of long words with capitals
