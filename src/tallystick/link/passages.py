"""The passages behind a report, and the rare names, words and shingles in them.

Rarity is judged by a fixed list of common words, never by counting the corpus: what two
reports weigh must not depend on what else is in the ledger.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log, sqrt
from zlib import crc32

from tallystick.link.familiar import (
    common_words,
    familiar_pairs,
    familiar_words,
    offices,
    rarity,
)
from tallystick.model.document import Document, SegmentKind, Span
from tallystick.vocab.matching import fold

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_STOP = re.compile(r"(?<=[.!?…])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[^\W\d_a-z])|\n+")
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+")
_SHINGLE = 4
_TELLING = 2.0  # bits of rarity from which a word tells anything of a story
_FOREIGN = 0.5  # share of listed words below which a text is in another language than the list
_HEADLINE = 0.6  # above this share of capitalised words, capitals tell nothing


@dataclass(frozen=True, slots=True)
class Passage:
    """What the wording of a passage offers for comparison.

    ``rare`` are its uncommon words, folded; ``names`` those written as names; ``full_names``
    pairs of adjacent rare words that may be a name of two words; ``shingles`` hashes of
    every four words in a row. ``officials`` are the names that follow an office or rank.
    """

    rare: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    full_names: frozenset[tuple[str, str]] = frozenset()
    shingles: frozenset[int] = frozenset()
    officials: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document, analysed once for all its reports.

    ``words`` are all its words and numbers, folded, as often as they stand there.
    """

    span: Span
    passage: Passage
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """What a stretch of text is about: its words, weighted, as a vector of length one.

    A word weighs the more, the rarer it is in news and the more often it stands there (TF-IDF,
    Salton and Buckley 1988), by a fixed list. No words at all where the text is too foreign
    to the list.
    """

    weights: Mapping[str, float]

    @classmethod
    def of(cls, words: Sequence[str]) -> Story:
        if rarity().share_listed(words) < _FOREIGN:
            return cls({})
        counts = ((w, n, rarity().of(w)) for w, n in Counter(words).items())
        raw = {w: (1 + log(n)) * bits for w, n, bits in counts if bits >= _TELLING}
        length = sqrt(sum(weight * weight for weight in raw.values())) or 1.0
        return cls({w: weight / length for w, weight in raw.items()})

    def likeness(self, other: Story) -> float:
        """The cosine of the two, 0 to 1."""
        short, long = self.weights, other.weights
        if len(short) > len(long):
            short, long = long, short
        return sum([weight * long[word] for word, weight in short.items() if word in long])

    def marks(self, number: int) -> tuple[str, ...]:
        """The words that weigh most, heaviest first."""
        return tuple(sorted(self.weights, key=lambda w: (-self.weights[w], w))[:number])


def sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences of a document's account, analysed (all its text if nothing is labelled)."""
    segments = document.account
    if not segments:
        whole = Span(0, len(document.text))
        return tuple(_analysed(document.text, whole, heading=False))
    return tuple(
        sentence
        for segment in segments
        for sentence in _analysed(
            document.text, segment.span, heading=segment.kind is SegmentKind.TITLE
        )
    )


def words_of(text: str) -> Iterator[str]:
    """The words and numbers of a text, folded, in order."""
    return map(_plain, _TOKEN.findall(text))


def join(passages: Iterable[Passage]) -> Passage:
    """Several passages as one."""
    parts = tuple(passages)
    return Passage(
        frozenset().union(*(p.rare for p in parts)),
        frozenset().union(*(p.names for p in parts)),
        frozenset().union(*(p.full_names for p in parts)),
        frozenset().union(*(p.shingles for p in parts)),
        frozenset().union(*(p.officials for p in parts)),
    )


def _analysed(text: str, span: Span, *, heading: bool) -> Iterator[Sentence]:
    start = span.start
    for stop in (*_STOP.finditer(text, span.start, span.end), None):
        end = stop.start() if stop else span.end
        if end > start:
            own = text[start:end]
            yield Sentence(Span(start, end), _passage(own, heading=heading), tuple(words_of(own)))
        start = stop.end() if stop else span.end


def _passage(text: str, *, heading: bool) -> Passage:
    raw = _WORD.findall(text)
    words = [_plain(word) for word in raw]
    shouted = heading or _capitalised(raw) > _HEADLINE
    named = [not shouted and _is_name(word, at) for at, word in enumerate(raw)]
    rare = [_is_rare(word) for word in words]
    return Passage(
        frozenset(w for w, r in zip(words, rare, strict=True) if r),
        frozenset(w for w, r, n in zip(words, rare, named, strict=True) if r and n),
        frozenset(_full_names(raw, words, shouted=shouted)),
        frozenset(_shingles(words)),
        frozenset(_officials(raw, words)),
    )


def _full_names(raw: list[str], words: list[str], *, shouted: bool) -> Iterator[tuple[str, str]]:
    """Adjacent uncommon words, both capitalised, that are no name of the vocabulary."""
    common = common_words()
    for (first, plain), (second, other) in pairwise(zip(raw, words, strict=True)):
        if min(len(plain), len(other)) < 3 or {plain, other} & common:
            continue
        capitals = shouted or (first[0].isupper() and second[0].isupper())
        if capitals and (plain, other) not in familiar_pairs():
            yield plain, other


def _capitalised(raw: list[str]) -> float:
    long = [word for word in raw if len(word) > 3]
    return sum(word[0].isupper() for word in long) / len(long) if len(long) > 3 else 0.0


def _officials(raw: list[str], words: list[str]) -> Iterator[str]:
    """The capitalised words straight after an office: "Prime Minister Ann Lee"."""
    in_office = False
    for word, plain in zip(raw, words, strict=True):
        titled = plain in offices()
        in_office = titled or (in_office and word[0].isupper())
        if in_office and not titled:
            yield plain


def _is_name(word: str, at: int) -> bool:
    """Capitalised inside a sentence; the first word is capitalised in any case."""
    return at > 0 and word[0].isupper()


@lru_cache(maxsize=1 << 16)
def _plain(word: str) -> str:
    folded = fold(word)
    return folded[:-2] if folded.endswith("'s") else folded


@lru_cache(maxsize=1 << 16)
def _is_rare(word: str) -> bool:
    known = familiar_words()
    return len(word) > 3 and word not in known and word.removesuffix("s") not in known


def _shingles(words: list[str]) -> Iterator[int]:
    for at in range(len(words) - _SHINGLE + 1):
        yield crc32(" ".join(words[at : at + _SHINGLE]).encode("utf-8", "surrogatepass"))
