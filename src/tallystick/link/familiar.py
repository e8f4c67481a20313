"""What is too familiar to tell one incident from another: common words, offices, known names.

Word lists that ship with linking, and the names of the vocabulary: a group, a force, a region
that is spoken of in every report on a war is no rare name. How rare a word is in news was
counted once (``python -m eval.train link_words``), and does not depend on what is in a ledger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from tallystick.vocab.actors import actor_book
from tallystick.vocab.gazetteer import own_entries
from tallystick.vocab.matching import fold

__all__ = ["Rarity", "common_words", "familiar_pairs", "familiar_words", "offices", "rarity"]


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Words too common in reports on violence to tell one incident from another."""
    return _listed("common_words.txt")


@lru_cache(maxsize=1)
def offices() -> frozenset[str]:
    """Words that stand before the names of people in office: minister, colonel, spokesman."""
    return _listed("offices.txt")


@dataclass(frozen=True, slots=True)
class Rarity:
    """How rare words are, in bits: log2 of all texts over the texts that have the word."""

    listed: Mapping[str, float]
    unlisted: float

    def of(self, word: str) -> float:
        """The bits of a word; those of an unlisted one where it is in no list."""
        return self.listed.get(word, self.unlisted)

    def share_listed(self, words: Sequence[str]) -> float:
        """The share of words that are listed: low for another language than the list's."""
        return sum(map(self.listed.__contains__, words)) / (len(words) or 1)


@lru_cache(maxsize=1)
def rarity() -> Rarity:
    """The rarity of words in English news on wars, politics and crime."""
    rows = [line.split() for line in _lines("word_rarity.txt")]
    bits = {head: words for head, *words in rows}
    (unlisted,) = bits.pop("unlisted")
    return Rarity({w: float(head) for head, words in bits.items() for w in words}, float(unlisted))


def _listed(name: str) -> frozenset[str]:
    return frozenset(word for line in _lines(name) for word in line.split())


def _lines(name: str) -> Iterator[str]:
    text = files("tallystick.link").joinpath(name).read_text("utf-8")
    return (line for line in text.splitlines() if not line.startswith("#"))


@lru_cache(maxsize=1)
def familiar_words() -> frozenset[str]:
    """The common words, and those in the names of actors of the vocabulary."""
    return common_words().union(word for name in _actor_names() for word in _words(name))


@lru_cache(maxsize=1)
def familiar_pairs() -> frozenset[tuple[str, str]]:
    """Pairs of adjacent words in the names of known actors and places ("gaza strip")."""
    places = (name for entry in own_entries() for name in (entry.candidate.name, *entry.spellings))
    return frozenset(pair for name in (*_actor_names(), *places) for pair in pairwise(_words(name)))


def _actor_names() -> Iterator[str]:
    return (name.text for actor in actor_book() for name in actor.names)


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", fold(name))
