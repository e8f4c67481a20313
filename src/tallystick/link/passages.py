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
from typing import NamedTuple
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

_STOP = re.compile(r"(?<=[.!?…])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[^\W\d_a-z])|\n+")
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+")
_TEENS = "one two three four five six seven eight nine ten eleven twelve thirteen"
_COUNTED = _TEENS.split()
_AGE = re.compile(
    rf"\b(\d{{1,2}}|{'|'.join(_COUNTED)})[- ](year|month)s?[- ]old\b"
    r"|\baged? (\d{1,2})\b|(?<=[^\W\d]), (\d{1,2})(?=[,.;])",
    re.IGNORECASE,
)
_CAPITAL = r"[^\W\d_a-z][^\W\d_]+(?:['’-][^\W\d_]+)*"
_RUN = rf"{_CAPITAL}(?: {_CAPITAL}){{1,3}}"
_PERSON = re.compile(
    rf"({_RUN})(?:,? (?:[JS]r\.?|I{{2,3}}))?, (?:aged? )?(\d{{1,2}})(?=[,.;])"
    rf"|\b(\d{{1,2}})-year-old (?:[a-z]+ ){{0,2}}({_RUN})"
)
_OLD = re.compile(r"old\b", re.IGNORECASE)
_STEP, _MASK = 0x9E3779B1, (1 << 32) - 1  # of a shingle's hash: by each word, and 32 bits of it
_TELLING_SHINGLE = 24.0  # bits of rarity of its words together: two rare words, or four less rare
_TELLING = 2.0  # bits of rarity from which a word tells anything of a story
_FOREIGN = 0.5  # share of listed words below which a text is in another language than the list
_NAME_WORD = 3.0  # bits of rarity of each word of a name by which an incident can be known
_NAME = 13.0  # and of both together: less have "Jordan Times" and "Robert Thomas"
_HEADLINE = 0.6  # above this share of capitalised words, capitals tell nothing


@dataclass(frozen=True, slots=True)
class Passage:
    """What the wording of a passage offers for comparison.

    ``rare`` are its uncommon words, folded; ``names`` those written as names; ``full_names``
    pairs of adjacent rare words that may be a name of two words; ``shingles`` hashes of
    every four words in a row, ``telling`` those of them whose words are rare together.
    ``officials`` are the names that follow an office or rank; ``ages`` those told of people
    ("8 year", "9 month"); ``people`` those told of with their age ("tobin hexley 34").
    """

    rare: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    full_names: frozenset[tuple[str, str]] = frozenset()
    shingles: frozenset[int] = frozenset()
    officials: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    telling: frozenset[int] = frozenset()
    people: frozenset[str] = frozenset()


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
        listed, unlisted = rarity().listed, rarity().unlisted
        if rarity().share_listed(words) < _FOREIGN:
            return cls({})
        counts = [(w, n, listed.get(w, unlisted)) for w, n in Counter(words).items()]
        raw = {w: (1 + log(n)) * bits for w, n, bits in counts if bits >= _TELLING}
        length = sqrt(sum([weight * weight for weight in raw.values()])) or 1.0
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
        frozenset().union(*(p.ages for p in parts)),
        frozenset().union(*(p.telling for p in parts)),
        frozenset().union(*(p.people for p in parts)),
    )


def _analysed(text: str, span: Span, *, heading: bool) -> Iterator[Sentence]:
    start = span.start
    for stop in (*_STOP.finditer(text, span.start, span.end), None):
        end = stop.start() if stop else span.end
        if end > start:
            own = text[start:end]
            tokens = _TOKEN.findall(own)
            words = tuple([_word(token) for token in tokens])
            passage = _passage(own, tokens, words, heading=heading)
            yield Sentence(Span(start, end), passage, tuple([word.plain for word in words]))
        start = stop.end() if stop else span.end


class _Word(NamedTuple):
    """What the lists say of a word: how it is folded, how rare it is, and its hash."""

    plain: str
    rare: bool
    bits: float
    hash: int


@lru_cache(maxsize=1 << 16)
def _word(token: str) -> _Word:
    plain = _plain(token)
    return _Word(plain, _is_rare(plain), rarity().of(plain), word_hash(plain))


def word_hash(word: str) -> int:
    """A hash of 32 bits, the same everywhere (CRC-32)."""
    return crc32(word.encode("utf-8", "surrogatepass"))


def _passage(text: str, tokens: list[str], found: tuple[_Word, ...], *, heading: bool) -> Passage:
    at_words = [at for at, token in enumerate(tokens) if not token[0].isdecimal()]
    raw, known = [tokens[at] for at in at_words], [found[at] for at in at_words]
    shouted = heading or _capitalised(raw) > _HEADLINE
    rare = [at for at, word in enumerate(known) if word.rare]
    shingles = _shingles(known)
    told = len(raw) < len(tokens) or _OLD.search(text)
    people = frozenset(_people(text)) if told else frozenset()
    ages = frozenset(_ages(text)) if told else frozenset()
    return Passage(
        frozenset([known[at].plain for at in rare]),
        frozenset([known[at].plain for at in rare if not shouted and _is_name(raw[at], at)]),
        frozenset(_full_names(raw, known, shouted=shouted)),
        frozenset([shingle for shingle, _ in shingles]),
        frozenset(_officials(raw, known)),
        ages.union([f"{name.split()[-1]} year" for name in people]),
        frozenset([shingle for shingle, bits in shingles if bits >= _TELLING_SHINGLE]),
        people,
    )


def _full_names(raw: list[str], words: list[_Word], *, shouted: bool) -> Iterator[tuple[str, str]]:
    """Adjacent rare words, both capitalised, that are no name of the vocabulary."""
    capitals = [at for at, word in enumerate(raw) if shouted or word[0].isupper()]
    common, familiar = common_words(), familiar_pairs()
    for at, following in pairwise(capitals):
        plain, other = words[at].plain, words[following].plain
        if following > at + 1 or min(len(plain), len(other)) < 3:
            continue
        if plain in common or other in common or (plain, other) in familiar:
            continue
        if _rare_together(plain, other):
            yield plain, other


@lru_cache(maxsize=1 << 16)
def _rare_together(first: str, second: str) -> bool:
    bits = rarity().of(first), rarity().of(second)
    return min(bits) >= _NAME_WORD and sum(bits) >= _NAME


def _capitalised(raw: list[str]) -> float:
    long = [word for word in raw if len(word) > 3]
    return sum([word[0].isupper() for word in long]) / len(long) if len(long) > 3 else 0.0


def _officials(raw: list[str], words: list[_Word]) -> Iterator[str]:
    """The capitalised words straight after an office: "Prime Minister Ann Lee"."""
    plain = [word.plain for word in words]
    if offices().isdisjoint(plain):
        return
    in_office = False
    for word, own in zip(raw, plain, strict=True):
        titled = own in offices()
        in_office = titled or (in_office and word[0].isupper())
        if in_office and not titled:
            yield own


def _ages(text: str) -> Iterator[str]:
    for found in _AGE.finditer(text):
        old, unit, aged, apposed = found.groups()
        number = (old or aged or apposed).casefold()
        years = _COUNTED.index(number) + 1 if number in _COUNTED else int(number)
        yield f"{years} {(unit or 'year').casefold()}"


def _people(text: str) -> Iterator[str]:
    """First and last names with ages; of a name of three words also the middle and the last."""
    for before, aged, old, after in _PERSON.findall(text):
        words = [_plain(word) for word in (before or after).split()]
        for first in {words[0], words[-2]}:
            yield f"{first} {words[-1]} {int(aged or old)}"


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


def _shingles(words: list[_Word]) -> list[tuple[int, float]]:
    """Hashes of every four words in a row, each with how rare they are together, in bits."""
    own, bits = [word.hash for word in words], [word.bits for word in words]
    hashes = [
        ((p * _STEP + q) * _STEP + r) * _STEP + s & _MASK
        for p, q, r, s in zip(own, own[1:], own[2:], own[3:], strict=False)
    ]
    together = [sum(bits[at : at + 4]) for at in range(len(hashes))]
    return list(zip(hashes, together, strict=True))
