"""The versions of a document, in their order, and what one changed in the text of another.

Which documents are versions of one is the ledger's finding (see
:mod:`tallystick.ledger.supersede`): each pair of an older and a newer is given, never guessed.
Texts are compared by paragraph, and what changed by word, with the longest common stretches
first (Ratcliff and Metzener, "Pattern matching: the gestalt approach", 1988), as
:class:`difflib.SequenceMatcher` has it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date
from difflib import SequenceMatcher
from enum import StrEnum
from heapq import heapify, heappop, heappush
from itertools import chain, takewhile
from typing import TypeAlias, TypeVar

from tallystick.model.document import Document
from tallystick.web.passages import stretches

MOST_WORK = 20_000_000  # steps for one comparison; the worst text known takes half a second
_ALIKE = 0.3  # of the words; below, two paragraphs are shown whole rather than in crumbs
_BREAK = "\n"  # between two paragraphs: no word has it
_BLANK_LINE = re.compile(r"\n\s*\n")

Succession: TypeAlias = tuple[str, str]  # the ids of an older and a newer document


# -- which there are ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Version:
    """One version: whether it counts in the view at hand, and whether it is the one shown."""

    document: Document
    counts: bool
    here: bool

    @property
    def recorded(self) -> str:
        """When its text was read in, to the minute; empty where nobody knows."""
        at = self.document.retrieved
        if at is None:
            return ""
        return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC" if at.tzinfo else f"{at:%Y-%m-%d %H:%M}"


def by_end(pairs: Iterable[Succession]) -> Mapping[str, Sequence[Succession]]:
    """The pairs of a ledger by each of their ends."""
    found: dict[str, list[Succession]] = defaultdict(list)
    for pair in pairs:
        for id in pair:
            found[id].append(pair)
    return dict(found)


def in_order(
    id: str, pairs: Mapping[str, Sequence[Succession]], documents: Mapping[str, Document]
) -> list[Document]:
    """A document and all that pairs tie to it, the oldest first.

    Two that no pair orders, as both were superseded by a third, go by day of publication.
    """
    family, left = set[str](), [id]
    while left:
        one = left.pop()
        if one not in family:
            family.add(one)
            left += [end for pair in pairs.get(one, ()) for end in pair]
    waits = Counter(newer for one in family for older, newer in pairs.get(one, ()) if newer == one)
    ready = [_age(documents[one]) for one in family if not waits[one]]
    heapify(ready)
    found = []
    while ready:
        document = documents[heappop(ready)[-1]]
        found.append(document)
        for newer in (new for old, new in pairs.get(document.id, ()) if old == document.id):
            waits[newer] -= 1
            if not waits[newer]:
                heappush(ready, _age(documents[newer]))
    return found


def _age(document: Document) -> tuple[date, str, str]:
    start = document.published.start if document.published else None
    return start or date.min, str(document.retrieved or ""), document.id


def public_by(document: Document, day: date | None) -> bool:
    """Whether it was surely published by a day; always where no day is asked for."""
    last = document.published_by
    return day is None or (last is not None and last <= day)


# -- what changed ------------------------------------------------------------------------


class Change(StrEnum):
    """What became of words."""

    KEPT = "kept"
    OUT = "taken out"
    IN = "put in"


@dataclass(frozen=True, slots=True)
class Words:
    """Words that one thing became of; a line break is between two paragraphs."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """Adjoining paragraphs: ``unchanged`` of them, or, where that is 0, some that changed."""

    unchanged: int
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A newer text beside an older: kept and put in, its words; kept and taken out, the older's.

    ``same`` where no word changed, ``coarse`` where something was too long to compare word by
    word, and stands there whole.
    """

    runs: tuple[Run, ...]
    same: bool
    coarse: bool


def paragraphs(document: Document) -> list[str]:
    """The whole text by its segments, and at the blank lines within them."""
    found = (_BLANK_LINE.split(span.of(document.text)) for _, span in stretches(document))
    return [part for parts in found for part in parts if part.strip()]


def compared(older: Sequence[str], newer: Sequence[str], most: int = MOST_WORK) -> Comparison:
    """What became of the older paragraphs; ``most`` bounds the steps that it may take."""
    left = _Left(most)
    old, new = [tuple(p.split()) for p in older], [tuple(p.split()) for p in newer]
    runs: list[Run] = []
    for same, a, b in _runs(old, new, left):
        if same:
            runs.append(Run(len(b), (Words(Change.KEPT, _joined(b)),)))
        else:
            runs.append(Run(0, tuple(_by_word(_tokens(a), _tokens(b), left))))
    return Comparison(tuple(runs), list(chain(*old)) == list(chain(*new)), left.short)


class _Left:
    """The steps that a comparison may still take; ``short`` once they did not suffice."""

    def __init__(self, steps: int) -> None:
        self.steps = steps
        self.short = False

    def take(self, steps: int) -> bool:
        self.short |= steps > self.steps
        if steps > self.steps:
            return False
        self.steps -= steps
        return True


_T = TypeVar("_T", bound=Hashable)
_Run: TypeAlias = tuple[bool, Sequence[_T], Sequence[_T]]  # whether the same; of old, of new


def _runs(old: Sequence[_T], new: Sequence[_T], left: _Left) -> Iterator[_Run[_T]]:
    """Two sequences side by side, in runs that are the same and runs that are not.

    What they begin and end with alike is found in one look; the matcher, whose steps in the
    worst case are the pairs of equal items as often as there are items, gets what is between.
    """
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    a, b = old[start : len(old) - end], new[start : len(new) - end]
    if start:
        yield True, old[:start], new[:start]
    yield from _matched(a, b, left)
    if end:
        yield True, old[-end:], new[-end:]


def _alike(old: Sequence[_T], new: Sequence[_T]) -> int:
    """How many items both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def _matched(old: Sequence[_T], new: Sequence[_T], left: _Left) -> Iterator[_Run[_T]]:
    often = Counter(new)
    steps = sum(often[item] for item in old) * min(len(old), len(new))
    if not left.take(steps):
        yield False, old, new
    else:
        for tag, i, k, j, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            yield tag == "equal", old[i:k], new[j:m]


def _tokens(paragraphs: Sequence[Sequence[str]]) -> list[str]:
    """The words, and a break between two paragraphs."""
    return [word for p in paragraphs for word in (_BREAK, *p)][1:]


def _joined(paragraphs: Sequence[Sequence[str]]) -> str:
    return _BREAK.join(" ".join(words) for words in paragraphs)


def _by_word(old: list[str], new: list[str], left: _Left) -> Iterator[Words]:
    runs = list(_runs(old, new, left))
    kept = sum(len(a) for same, a, _ in runs if same)
    if 2 * kept < _ALIKE * (len(old) + len(new)):
        runs = [(False, old, new)]
    for same, a, b in runs:
        yield from _told(a, b, same)


def _told(old: Sequence[str], new: Sequence[str], same: bool) -> Iterator[Words]:
    """What is taken out, then what is put in; of a break alone neither is told."""
    if not same and any(word != _BREAK for word in old):
        yield Words(Change.OUT, " ".join(old))
    if new:
        told = not same and any(word != _BREAK for word in new)
        yield Words(Change.IN if told else Change.KEPT, " ".join(new))
