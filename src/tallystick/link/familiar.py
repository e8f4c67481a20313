"""What is too familiar to tell one incident from another: common words, offices, known names.

Two word lists that ship with linking, and the names of the vocabulary: a group, a force, a
region that is spoken of in every report on a war is no rare name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from tallystick.vocab.actors import actor_book
from tallystick.vocab.gazetteer import own_entries
from tallystick.vocab.matching import fold

__all__ = ["common_words", "familiar_pairs", "familiar_words", "offices"]


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Words too common in reports on violence to tell one incident from another."""
    return _listed("common_words.txt")


@lru_cache(maxsize=1)
def offices() -> frozenset[str]:
    """Words that stand before the names of people in office: minister, colonel, spokesman."""
    return _listed("offices.txt")


def _listed(name: str) -> frozenset[str]:
    text = files("tallystick.link").joinpath(name).read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())


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
