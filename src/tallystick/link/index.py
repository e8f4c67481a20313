"""The index of a ledger that grows: new reports are compared with those there, not all with all.

It keeps, for every report, a row, keys and its profile, on a :class:`Shelf` (of the ledger, or
in memory). What is there is never compared with itself again: a judgement depends on its two
reports alone, so that adding to a ledger and building it anew come to the same.
"""

from __future__ import annotations

import io
import pickle
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Protocol
from zlib import crc32

import numpy as np
import numpy.typing as npt

from tallystick.errors import TallystickError
from tallystick.link import weights as w
from tallystick.link.blocking import Ints, Keys, once, reached
from tallystick.link.columns import Rows, columns_of, joined, rows_of
from tallystick.link.passages import Passage
from tallystick.link.profile import Profile, Text, profile
from tallystick.link.score import DEFAULTS, LinkOptions, Weighed
from tallystick.link.screen import worthwhile
from tallystick.link.weigher import Weigher
from tallystick.model.judgement import Judgement, Verdict
from tallystick.model.statement import Reading, Standing
from tallystick.workers import Failure, mapped

VERSION = f"3-{crc32(w.table_markdown().encode()):08x}"
"""Of what a shelf holds and the judgements rest on; another one has everything judged anew."""

Edge = tuple[int, int]
_LIVE = (Standing.HAPPENED, Standing.PREVENTED, Standing.BACKGROUND)
_BATCH = 4096  # reports put on the shelf in one step
_TASK = 20_000  # pairs weighed in one step
_FEW = 5_000  # up to so many new reports, starting processes takes longer than the weighing
_ROWS = 1024  # reports from which two steps are taken at once
_LOW = (1 << 32) - 1  # of two rows in one number, the second
_LIMIT = 600.0  # seconds that a step may take


class Shelf(Protocol):
    """Where an index is kept. Rows are numbered from 0 on, in the order in which they came."""

    def blocks(self) -> Iterable[bytes]:
        """The blocks that were put here, in order."""
        ...

    def put(self, block: bytes, profiles: Sequence[tuple[str, bytes]]) -> None:
        """Keep a block, and the report id and packed profile of each of its rows."""
        ...

    def profiles(self, rows: Sequence[int]) -> Iterable[tuple[int, bytes]]:
        """The packed profiles of these rows, each with its row, in any order."""
        ...

    def known(self, ids: Sequence[str]) -> set[str]:
        """Those of the report ids that are here."""
        ...

    def partners(self, rows: Sequence[int]) -> Iterable[Edge]:
        """The pairs of rows, of which one is among these, that the program judged the same."""
        ...


@dataclass(slots=True)
class Memory:
    """A shelf for as long as the program runs."""

    packed: list[bytes] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    same: defaultdict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    kept: list[bytes] = field(default_factory=list)

    def blocks(self) -> Iterable[bytes]:
        return self.kept

    def put(self, block: bytes, profiles: Sequence[tuple[str, bytes]]) -> None:
        self.kept.append(block)
        self.ids.update(id for id, _ in profiles)
        self.packed.extend(packed for _, packed in profiles)

    def profiles(self, rows: Sequence[int]) -> Iterable[tuple[int, bytes]]:
        return ((row, self.packed[row]) for row in rows)

    def known(self, ids: Sequence[str]) -> set[str]:
        return self.ids.intersection(ids)

    def partners(self, rows: Sequence[int]) -> Iterable[Edge]:
        return ((row, other) for row in rows for other in self.same.get(row, ()))


class Index:
    """All that linking knows of the reports of a ledger, and the judging of new ones.

    ``jobs`` is the number of processes that weigh pairs, where there are many.
    """

    def __init__(self, shelf: Shelf, options: LinkOptions = DEFAULTS, *, jobs: int = 1) -> None:
        self._shelf = shelf
        self._options = options
        self._jobs = jobs
        parts = [_unpacked(block) for block in shelf.blocks()]
        self._rows = columns_of([rows_of(()), *(rows for rows, _ in parts)])
        self._keys = Keys.joined([keys for _, keys in parts])

    def __len__(self) -> int:
        return len(self._rows["document"])

    def judge(self, readings: Iterable[Reading]) -> Iterator[Judgement]:
        """Adds the readings' reports; judgements on pairs with them, in the order found.

        Also *different* on pairs that were here, where a new report would chain them.
        """
        for _, weighed in self.weighed(readings):
            yield weighed.judgement()

    def weighed(self, readings: Iterable[Reading]) -> Iterator[tuple[Edge, Weighed]]:
        """What :meth:`judge` gives, before it is put in words, with the rows of each pair."""
        first = len(self)
        asking = self._add(_profiled(readings))
        if len(self) == first:
            return
        same = array("q")  # the rows of one pair after another
        for edge, weighed in self._first_round(asking):
            if weighed.verdict is Verdict.SAME:
                same.extend(edge)
            yield edge, weighed
        yield from self._held_apart(np.array(same, np.int64).reshape(-1, 2))

    def _add(self, profiles: Iterator[Profile]) -> Keys:
        """Puts new reports on the shelf; gives their keys."""
        rows: list[Rows] = []
        keys: list[Keys] = []
        first = len(self)
        while batch := list(islice(profiles, _BATCH)):
            known = self._shelf.known([p.id for p in batch])
            new = [p for p in batch if p.id not in known]
            own_rows = rows_of(new)
            own_keys = Keys.of(new, first)
            first += len(new)
            rows.append(own_rows)
            keys.append(own_keys)
            self._shelf.put(_packed(own_rows, own_keys), [(p.id, _pack(p)) for p in new])
        if rows:
            self._rows = joined(self._rows, columns_of(rows))
        asking = Keys.joined(keys)
        self._keys = Keys.joined([self._keys, asking]).sorted()
        return asking

    def _first_round(self, asking: Keys) -> Iterator[tuple[Edge, Weighed]]:
        pairs = worthwhile(self._rows, asking, self._keys, self._options)
        tasks = ((None, task) for task in self._tasks(pairs))
        jobs = self._jobs if len(np.unique(asking.rows)) > _FEW else 1
        for _, found in mapped(_worth_saying, tasks, jobs=jobs, limit=_LIMIT):
            if isinstance(found, Failure):
                raise TallystickError(f"linking: {found.reason}")
            yield from found

    def _held_apart(self, same: Ints) -> Iterator[tuple[Edge, Weighed]]:
        """*Different* on pairs that a common partner would otherwise chain together."""
        touched = np.unique(same)
        near = np.concatenate((same, self._ties(touched)))
        ties = np.concatenate((near, self._ties(np.setdiff1d(near, touched))))
        for task in self._tasks(two_steps(touched, ties)):
            for edge, weighed in task.weighed():
                if weighed.verdict is Verdict.DIFFERENT:
                    yield edge, weighed

    def _ties(self, rows: Ints) -> Ints:
        """The pairs of rows, of which one is among these, that were judged the same before."""
        found = array("q", (row for edge in self._shelf.partners(rows.tolist()) for row in edge))
        return np.array(found, np.int64).reshape(-1, 2)

    def _tasks(self, pairs: Iterator[Edge]) -> Iterator[_Task]:
        while edges := tuple(islice(pairs, _TASK)):
            rows = sorted({row for edge in edges for row in edge})
            yield _Task(edges, dict(self._shelf.profiles(rows)), self._options)


@dataclass(frozen=True, slots=True)
class _Task:
    """Pairs to weigh, with the packed profiles of their rows."""

    edges: tuple[Edge, ...]
    profiles: Mapping[int, bytes]
    options: LinkOptions

    def weighed(self) -> Iterator[tuple[Edge, Weighed]]:
        weigher = Weigher(self.options)
        profiles = {
            row: weigher.numbered(pickle.loads(packed)) for row, packed in self.profiles.items()
        }
        for edge in self.edges:
            yield edge, weigher.weigh(profiles[edge[0]], profiles[edge[1]])


def _worth_saying(task: _Task) -> list[tuple[Edge, Weighed]]:
    """*Same* and *unsure*; *different* only inside one document."""
    return [
        (edge, weighed)
        for edge, weighed in task.weighed()
        if (_one_document(weighed) or not _hopeless(weighed))
        and (weighed.verdict is not Verdict.DIFFERENT or _one_document(weighed))
        and (weighed.verdict is Verdict.DIFFERENT or weighed.score >= task.options.unsure)
    ]


def _profiled(readings: Iterable[Reading]) -> Iterator[Profile]:
    """The profile of each report that can be linked, once."""
    seen: set[str] = set()
    for reading in readings:
        live = [r for r in reading.reports if r.standing in _LIVE and r.id not in seen]
        seen.update(report.id for report in live)
        text = Text.of(reading.document) if live else None
        yield from (profile(report, text) for report in live if text)


def two_steps(rows: Ints, ties: Ints) -> Iterator[Edge]:
    """The pairs with one of these rows that a common partner ties, and that are no tie; once.

    ``rows`` are in order; ``ties`` are pairs of rows, either first, ``(n, 2)``.
    """
    ways = once(np.concatenate((ties[:, 0] << 32 | ties[:, 1], ties[:, 1] << 32 | ties[:, 0])))
    begin, end = ways >> 32, ways & _LOW
    for at in range(0, len(rows), _ROWS):
        own, middle = reached(rows[at : at + _ROWS], rows[at : at + _ROWS], begin, end)
        first, last = reached(own, middle, begin, end)
        given = _among(last, rows) & (last < first)
        pairs = once((first << 32 | last)[~given & (last != first)])
        pairs = pairs[~_among(pairs, ways)]
        yield from zip((pairs >> 32).tolist(), (pairs & _LOW).tolist(), strict=True)


def _among(values: Ints, known: Ints) -> npt.NDArray[np.bool_]:
    """Which values are among the known, which are in order: no sorting of them again."""
    at = np.minimum(np.searchsorted(known, values), len(known) - 1)
    return np.asarray(known[at] == values)


def _one_document(weighed: Weighed) -> bool:
    return any(r.feature == w.SAME_DOCUMENT.feature for r in weighed.reasons)


def _hopeless(weighed: Weighed) -> bool:
    """Whether the dates alone exclude the pair."""
    feature, least = w.DISJOINT_DAYS.feature, w.DISJOINT_DAYS.bits
    return any(r.feature == feature and r.weight <= least for r in weighed.reasons)


# ------------------------------------------------------------------ packing


def _pack(p: Profile) -> bytes:
    """A profile without what no comparison looks at."""
    passage = replace(p.passage, officials=frozenset())
    whole = Passage(rare=p.whole.rare, full_names=p.whole.full_names)
    return pickle.dumps(replace(p, passage=passage, whole=whole), pickle.HIGHEST_PROTOCOL)


def _packed(rows: Rows, keys: Keys) -> bytes:
    out = io.BytesIO()
    np.savez(out, rows=rows, hashes=keys.hashes, owners=keys.rows, ways=keys.ways)
    return out.getvalue()


def _unpacked(block: bytes) -> tuple[Rows, Keys]:
    with np.load(io.BytesIO(block)) as parts:
        return parts["rows"], Keys(parts["hashes"], parts["owners"], parts["ways"])
