"""The index of a ledger that grows: new reports are compared with those there, not all with all.

It keeps, for every report, a row, keys and its profile, on a :class:`Shelf` (of the ledger, or
in memory). What is there is never compared with itself again: a judgement depends on its two
documents alone, so that adding to a ledger and building it anew come to the same.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from zlib import crc32

import numpy as np
import numpy.typing as npt

from tallystick.errors import TallystickError
from tallystick.link import weights as w
from tallystick.link.blocking import Ints, Keys, once, reached
from tallystick.link.columns import ROW, Reports
from tallystick.link.packing import NAMES
from tallystick.link.rivals import Rivals
from tallystick.link.score import DEFAULTS, LinkOptions, Weighed
from tallystick.link.screen import worthwhile
from tallystick.link.shelf import Edge, Shelf
from tallystick.link.tasks import Block, Found, Intake, Pairs, Taken, Told, do, worth_saying
from tallystick.model.judgement import Judgement, Verdict
from tallystick.model.statement import Reading, Standing
from tallystick.workers import Crew, Failure, crew

VERSION = f"8-{crc32(repr((w.table_markdown(), ROW, NAMES)).encode()):08x}"
"""Of what a shelf holds and the judgements rest on; another one has everything judged anew."""

Ids = tuple[str, ...]
Work = Crew[Intake | Pairs, Taken | Found | Failure]

_LIVE = (Standing.HAPPENED, Standing.PREVENTED, Standing.BACKGROUND)
_BATCH = 1024  # reports taken in, and put on the shelf, in one step
_TASK = 20_000  # pairs weighed in one step
_FEW = 5_000  # below so many new documents, starting processes takes longer than the work
_ROWS = 1024  # reports from which two steps are taken at once
_LOW = (1 << 32) - 1  # of two rows in one number, the second
_LIMIT = 600.0  # seconds that a step may take


class Index:
    """All that linking knows of the reports of a ledger, and the judging of new ones.

    ``jobs`` is the number of processes that profile reports and weigh pairs, where there are many.
    """

    def __init__(self, shelf: Shelf, options: LinkOptions = DEFAULTS, *, jobs: int = 1) -> None:
        self._shelf = shelf
        self._options = options
        self._jobs = jobs
        self._reports = Reports.of(())
        self._keys = Keys.of(())
        self._extend(shelf.blocks())

    def __len__(self) -> int:
        return len(self._reports)

    def judge(self, readings: Iterable[Reading]) -> Iterator[Judgement]:
        """Adds the readings' reports; judgements on pairs with them, in the order found.

        Also *different* on pairs that were here, where a new report would chain them.
        """
        for _, weighed in self.weighed(readings):
            yield weighed.judgement()

    def weighed(self, readings: Iterable[Reading]) -> Iterator[tuple[Edge, Weighed]]:
        """What :meth:`judge` gives, before it is put in words, with the rows of each pair."""
        first, rest = len(self), iter(readings)
        ahead = list(islice(rest, _FEW))
        with crew(do, jobs=self._jobs if len(ahead) == _FEW else 1, limit=_LIMIT) as work:
            self._add(chain(ahead, rest), work)
            new = np.arange(first, len(self))
            pairs = worthwhile(self._reports, self._keys, new, self._options)
            same = array("q")  # the rows of one pair after another
            for edge, weighed in self._settled(self._done(work, pairs)):
                if weighed.verdict is Verdict.SAME:
                    same.extend(edge)
                yield edge, weighed
            yield from self._held_apart(np.array(same, np.int64).reshape(-1, 2), first, work)

    def _settled(self, done: Iterator[tuple[Edge, Weighed]]) -> Iterator[tuple[Edge, Weighed]]:
        """The pairs; those of documents that tell of several last, beside their rivals."""
        rivals = Rivals.among(self._reports.columns)
        for edge, weighed in done:
            if not rivals.take(edge, weighed):
                yield edge, weighed
        for edge, weighed in rivals.settled(self._options):
            if worth_saying(weighed, self._options):
                yield edge, weighed

    def _add(self, readings: Iterable[Reading], work: Work) -> None:
        """Puts new reports on the shelf, and among the rows and keys that are at hand."""
        blocks: list[bytes] = []
        for ids, taken in work(self._new(readings)):
            if not isinstance(taken, Taken):
                raise _failed(taken)
            self._shelf.put(taken.block, list(zip(ids, taken.profiles, strict=True)))
            blocks.append(taken.block)
        self._extend(blocks)

    def _new(self, readings: Iterable[Reading]) -> Iterator[tuple[Ids, Intake]]:
        """The reports that can be linked and are not on the shelf, each once, in batches."""
        told = told_of(readings)
        while batch := list(islice(told, _BATCH)):
            known = self._shelf.known([report.id for _, reports in batch for report in reports])
            new = [(doc, tuple(r for r in reports if r.id not in known)) for doc, reports in batch]
            ids = tuple(report.id for _, reports in new for report in reports)
            if ids:
                yield ids, Intake(tuple(each for each in new if each[1]))

    def _extend(self, packed: Iterable[bytes]) -> None:
        blocks = [Block.unpacked(block) for block in packed]
        if blocks:
            own = Reports.stacked([(block.rows, block.stories) for block in blocks])
            self._reports = self._reports.joined(own) if len(self) else own
            self._keys = Keys.stacked([self._keys, *(block.keys for block in blocks)])

    def _done(
        self, work: Work, pairs: Iterator[Ints], *, apart: bool = False
    ) -> Iterator[tuple[Edge, Weighed]]:
        """What there is to say of the pairs."""
        for _, found in work(((), task) for task in self._tasks(pairs, apart)):
            if not isinstance(found, Found):
                raise _failed(found)
            yield from found.pairs

    def _tasks(self, pairs: Iterator[Ints], apart: bool) -> Iterator[Pairs]:
        for edges in _gathered(pairs):
            profiles = dict(self._shelf.profiles(np.unique(edges).tolist()))
            yield Pairs(edges, profiles, self._options, apart)

    def _held_apart(self, same: Ints, first: int, work: Work) -> Iterator[tuple[Edge, Weighed]]:
        """*Different* on pairs that a common partner would otherwise chain together.

        Rows from ``first`` on are new: all their ties are among the ``same``.
        """
        touched = np.unique(same)
        near = np.concatenate((same, self._ties(touched[touched < first])))
        beyond = np.setdiff1d(near, touched)
        ties = np.concatenate((near, self._ties(beyond)))
        yield from self._done(work, two_steps(touched, ties), apart=True)

    def _ties(self, rows: Ints) -> Ints:
        """The pairs of rows, of which one is among these, that were judged the same before."""
        found = list(self._shelf.partners(rows.tolist())) if len(rows) else []
        return np.array(found, np.int64).reshape(-1, 2)


def _failed(result: Taken | Found | Failure) -> TallystickError:
    return TallystickError(f"linking: {result.reason if isinstance(result, Failure) else result}")


def told_of(readings: Iterable[Reading]) -> Iterator[Told]:
    """The reports of each document that can be linked; none twice."""
    seen: set[str] = set()
    for reading in readings:
        live = tuple(r for r in reading.reports if r.standing in _LIVE and r.id not in seen)
        seen.update(report.id for report in live)
        if live:
            yield reading.document, live


def _gathered(pairs: Iterator[Ints]) -> Iterator[Ints]:
    """The same pairs, at least so many in one piece as make a task."""
    held: list[Ints] = []
    for some in pairs:
        held.append(some)
        if sum(map(len, held)) >= _TASK:
            yield np.concatenate(held)
            held = []
    if any(map(len, held)):
        yield np.concatenate(held)


def two_steps(rows: Ints, ties: Ints) -> Iterator[Ints]:
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
        yield np.column_stack((pairs >> 32, pairs & _LOW))


def _among(values: Ints, known: Ints) -> npt.NDArray[np.bool_]:
    """Which values are among the known, which are in order: no sorting of them again."""
    at = np.minimum(np.searchsorted(known, values), len(known) - 1)
    return np.asarray(known[at] == values)
