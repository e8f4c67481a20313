"""What linking hands to its processes: reports to take in, and pairs to weigh.

A task and what comes of it go between processes in one piece of bytes each.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

import numpy as np

from tallystick.link import weights as w
from tallystick.link.blocking import Ints, Keys
from tallystick.link.columns import ROW, Rows, rows_of
from tallystick.link.packing import pack, unpack
from tallystick.link.passages import Passage
from tallystick.link.profile import Profile, Text, profile
from tallystick.link.score import LinkOptions, Weighed
from tallystick.link.shelf import Edge
from tallystick.link.weigher import Weigher
from tallystick.model.document import Document
from tallystick.model.judgement import Verdict
from tallystick.model.statement import Report

Told = tuple[Document, tuple[Report, ...]]  # reports of one document


@dataclass(frozen=True, slots=True)
class Block:
    """What an index holds of reports that came together: a row and keys of each."""

    rows: Rows
    keys: Keys

    def packed(self) -> bytes:
        counts = np.bincount(self.keys.rows, minlength=len(self.rows)).astype("u2")
        sizes = np.array([len(self.rows), len(self.keys.hashes)])
        parts = (sizes, self.rows, self.keys.hashes, counts, self.keys.ways)
        return b"".join(part.tobytes() for part in parts)

    @classmethod
    def unpacked(cls, block: bytes) -> Block:
        """The block in the same piece of memory as its bytes; its rows start from 0."""
        number, total = np.frombuffer(block, np.int64, 2).tolist()
        parts, at = [], 16
        for type_, size in ((ROW, number), ("u8", total), ("u2", number), ("u1", total)):
            part = np.frombuffer(block, type_, size, at)
            at += part.nbytes
            parts.append(part)
        rows, hashes, counts, ways = parts
        return cls(rows, Keys(hashes, np.repeat(np.arange(number, dtype="i4"), counts), ways))


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
        block = Block(rows_of(profiles), Keys.of(profiles))
        return Taken(block.packed(), [_slim(p) for p in profiles])


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
        return Found([each for each in weighed if _worth_saying(each[1], self.options)])

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


def _worth_saying(weighed: Weighed, options: LinkOptions) -> bool:
    """*Same* and *unsure*; *different* only inside one document."""
    if any(r.feature == w.SAME_DOCUMENT.feature for r in weighed.reasons):
        return weighed.verdict is Verdict.DIFFERENT or weighed.score >= options.unsure
    if weighed.verdict is Verdict.DIFFERENT or weighed.score < options.unsure:
        return False
    return not _hopeless(weighed)


def _hopeless(weighed: Weighed) -> bool:
    """Whether the dates alone exclude the pair."""
    features = {reason.feature for reason in weighed.reasons}
    feature, least = w.DISJOINT_DAYS.feature, w.DISJOINT_DAYS.bits
    apart = any(r.feature == feature and r.weight <= least for r in weighed.reasons)
    return apart and w.PEOPLE_LATER.feature not in features
