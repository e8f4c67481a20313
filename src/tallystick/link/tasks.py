"""What linking hands to its processes: reports to take in, and pairs to weigh.

A task and what comes of it go between processes in one piece of bytes each.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any
from zlib import compress, decompress

import numpy as np
import numpy.typing as npt

from tallystick.link import weights as w
from tallystick.link.blocking import Ints, Keys
from tallystick.link.columns import ROW, Rows, rows_of
from tallystick.link.packing import pack, unpack
from tallystick.link.passages import Passage
from tallystick.link.profile import Profile, Text, profile
from tallystick.link.score import LinkOptions, Weighed
from tallystick.link.shelf import Edge
from tallystick.link.stories import Stories
from tallystick.link.weigher import Weigher
from tallystick.model.document import Document
from tallystick.model.judgement import Verdict
from tallystick.model.statement import Report

_FIELDS: tuple[npt.DTypeLike, ...] = (ROW, "u2", "u2", "u8", "u1", "u2", "f2")

_QUICKLY = 1  # the least that zlib packs: a third of the room

Told = tuple[Document, tuple[Report, ...]]  # reports of one document


@dataclass(frozen=True, slots=True)
class Block:
    """What an index holds of reports that came together: a row, keys and the story of each."""

    rows: Rows
    keys: Keys
    stories: Stories

    @classmethod
    def of(cls, profiles: Sequence[Profile]) -> Block:
        return cls(rows_of(profiles), Keys.of(profiles), Stories.of(profiles))

    def packed(self) -> bytes:
        keys, stories = self.keys, self.stories
        counts = np.bincount(keys.rows, minlength=len(self.rows)), stories.counts
        sizes = np.array([len(self.rows), len(keys.hashes), len(stories.parts)])
        parts = (sizes, self.rows, *(each.astype("u2") for each in counts))
        parts += (keys.hashes, keys.ways, stories.parts, stories.lengths)
        return compress(b"".join([part.tobytes() for part in parts]), _QUICKLY)

    @classmethod
    def unpacked(cls, block: bytes) -> Block:
        """The block of these bytes; its rows start from 0."""
        block = decompress(block)
        number, keys, words = np.frombuffer(block, np.int64, 3).tolist()
        sizes = (number, number, number, keys, keys, words, words)
        parts: list[npt.NDArray[Any]] = []
        at = 24
        for type_, size in zip(_FIELDS, sizes, strict=True):
            part = np.frombuffer(block, type_, size, at)
            at += part.nbytes
            parts.append(part)
        rows, of_keys, of_words, hashes, ways, *story = parts
        own = np.repeat(np.arange(number, dtype="i4"), of_keys)
        return cls(rows, Keys(hashes, own, ways), Stories.counted(of_words, *story))


@dataclass(frozen=True, slots=True)
class Taken:
    """What was made of reports: a packed :class:`Block` of them, and the profile of each."""

    block: bytes
    profiles: list[bytes]


@dataclass(frozen=True, slots=True)
class Intake:
    """Reports to take in."""

    told: tuple[Told, ...]

    def __reduce__(self) -> tuple[object, ...]:
        return _intake, (pack(self.told),)

    def done(self) -> Taken:
        profiles = list(profiles_of(self.told))
        return Taken(Block.of(profiles).packed(), [_slim(p) for p in profiles])


def profiles_of(told: Iterable[Told]) -> Iterator[Profile]:
    """The profile of each report."""
    for document, reports in told:
        text = Text.of(document)
        yield from (profile(report, text) for report in reports)


def _intake(packed: bytes) -> Intake:
    return Intake(unpack(packed))


@dataclass(frozen=True, slots=True)
class Found:
    """Pairs of rows, weighed."""

    pairs: list[tuple[Edge, Weighed]]

    def __reduce__(self) -> tuple[object, ...]:
        return _found, (pack(self.pairs),)


def _found(packed: bytes) -> Found:
    return Found(unpack(packed))


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of rows to weigh, ``(n, 2)``, with the packed profiles of all of them.

    Of pairs that a common partner ties, only those count that are ``apart``: *different*.
    """

    edges: Ints
    profiles: Mapping[int, bytes]
    options: LinkOptions
    apart: bool = False

    def done(self) -> Found:
        weighed = self._weighed()
        if self.apart:
            return Found([each for each in weighed if each[1].verdict is Verdict.DIFFERENT])
        return Found([each for each in weighed if worth_saying(each[1], self.options)])

    def _weighed(self) -> Iterator[tuple[Edge, Weighed]]:
        weigher = Weigher(self.options)
        ready = {row: weigher.numbered(unpack(packed)) for row, packed in self.profiles.items()}
        for i, j in self.edges.tolist():
            yield (i, j), weigher.weigh(ready[i], ready[j])


def do(task: Intake | Pairs) -> Taken | Found:
    """A task, done; in any process."""
    with _uncollected():
        return task.done()


@contextmanager
def _uncollected() -> Iterator[None]:
    """What linking makes has no cycles; looking for some would take a third of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _slim(p: Profile) -> bytes:
    """A profile, packed, without what no comparison looks at."""
    passage = replace(p.passage, telling=frozenset())
    return pack(replace(p, passage=passage, whole=Passage(full_names=p.whole.full_names), marks=()))


def worth_saying(weighed: Weighed, options: LinkOptions) -> bool:
    """*Same* and *unsure*; *different* only inside one document."""
    features = {reason.feature for reason in weighed.reasons}
    likely = weighed.score >= options.unsure
    if w.SAME_DOCUMENT.feature in features:
        return likely or weighed.verdict is Verdict.DIFFERENT
    if not likely or weighed.verdict is Verdict.DIFFERENT:
        return False
    return w.PEOPLE_LATER.feature in features or not _hopeless(weighed)


def _hopeless(weighed: Weighed) -> bool:
    """Whether the dates alone exclude the pair."""
    feature, least = w.DISJOINT_DAYS.feature, w.DISJOINT_DAYS.bits
    dates = [reason.weight for reason in weighed.reasons if reason.feature == feature]
    return bool(dates) and min(dates) <= least
