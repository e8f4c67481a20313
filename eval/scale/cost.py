"""What linking costs, and how right it is, on made-up reports with known truth.

``--reports N`` are linked from nothing, then ``--add M`` more are linked to them. Seconds are
those of the wall and, but for the making of the reports, of the processor: on a machine that
others use, the second tells what the first would be alone. The clusters are those of
:func:`tallystick.model.clusters.resolve`.
"""

from __future__ import annotations

import re
import resource
import sys
import time
from argparse import Namespace
from array import array
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from eval.common import Figure, Scores, arguments, finish
from eval.coref import b_cubed
from eval.scale.reports import Told, told
from tallystick.link.index import Index
from tallystick.link.score import Weighed
from tallystick.link.shelf import Edge, Memory
from tallystick.model.clusters import resolve
from tallystick.model.judgement import Judgement, Verdict
from tallystick.model.statement import Reading

_VERDICTS = tuple(Verdict)


def main(argv: Sequence[str] = ()) -> Scores:
    """Link, add, cluster; measure each."""
    options = _options(argv)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:  # for its memory
        figures = apart.submit(_figures, options).result()
    return finish(Scores("scale", figures), options.json)


def _options(argv: Sequence[str]) -> Namespace:
    parser = arguments("scale", __doc__ or "")
    parser.add_argument("--reports", type=int, default=10_000, help="reports to link")
    parser.add_argument("--add", type=int, default=1_000, help="reports to add to them")
    parser.add_argument("--jobs", type=int, default=2, help="processes that weigh pairs")
    parser.add_argument("--seed", type=int, default=11, help="what the making starts from")
    return parser.parse_args(argv)


@dataclass(slots=True)
class Clock:
    """Seconds of the wall and of the processor, while it runs."""

    wall: float = 0.0
    processor: float = 0.0

    def __enter__(self) -> None:
        self.wall -= time.perf_counter()
        self.processor -= _processor()

    def __exit__(self, *_: object) -> None:
        self.wall += time.perf_counter()
        self.processor += _processor()

    def figures(self, name: str) -> Iterator[Figure]:
        yield Figure(f"{name}_seconds", round(self.wall, 1))
        yield Figure(f"{name}_processor_seconds", round(self.processor, 1))


@dataclass(slots=True)
class Found:
    """What was judged, in columns that a million reports have room for, and the truth."""

    ids: list[str] = field(default_factory=list)
    events: array[int] = field(default_factory=lambda: array("i"))
    ends: array[int] = field(default_factory=lambda: array("i"))  # two rows an edge
    verdicts: array[int] = field(default_factory=lambda: array("b"))
    scores: array[float] = field(default_factory=lambda: array("d"))
    making: float = 0.0  # seconds of the processor

    def readings(self, made: Iterator[Told]) -> Iterator[Reading]:
        """The readings, each noted; the time that making them takes is taken down apart."""
        while True:
            begin = time.process_time()
            one = next(made, None)
            self.making += time.process_time() - begin
            if one is None:
                return
            self.ids.append(one.reading.reports[0].id)
            self.events.append(one.event)
            yield one.reading

    def note(self, judged: Iterable[tuple[Edge, Weighed]], shelf: Memory) -> None:
        for edge, weighed in judged:
            self.ends.extend(edge)
            self.verdicts.append(_VERDICTS.index(weighed.verdict))
            self.scores.append(weighed.score)
            if weighed.verdict is Verdict.SAME:
                shelf.tie(edge)

    def judgement(self, edge: int) -> Judgement:
        a, b = sorted(self.ids[row] for row in self.ends[2 * edge : 2 * edge + 2])
        verdict = _VERDICTS[self.verdicts[edge]]
        return Judgement("", a, b, verdict, score=self.scores[edge])


def _figures(options: Namespace) -> tuple[Figure, ...]:
    return tuple(_measured(options))


def _measured(options: Namespace) -> Iterator[Figure]:
    shelf, found = Memory(), Found()
    made = told(options.reports + options.add, seed=options.seed)
    linking, adding, clustering = Clock(), Clock(), Clock()
    with linking:
        first = found.readings(islice(made, options.reports))
        found.note(Index(shelf, jobs=options.jobs).weighed(first), shelf)
    yield from _without(linking, found).figures("linking")
    with adding:
        found.note(Index(shelf).weighed(found.readings(made)), shelf)
    yield from _without(adding, found).figures("adding")
    with clustering:
        labels = _labels(found)
    yield from clustering.figures("clustering")
    yield Figure("reports", len(found.ids))
    yield Figure("judgements", len(found.verdicts))
    yield Figure("events", len(set(found.events)))
    yield Figure("incidents", len(set(labels)))
    rates = b_cubed(found.events, labels)
    yield Figure("b_cubed_precision", rates.precision)
    yield Figure("b_cubed_recall", rates.recall)
    yield Figure("b_cubed_f1", rates.f1)
    yield Figure("megabytes", round(_megabytes(options.jobs)))


def _without(clock: Clock, found: Found) -> Clock:
    """The clock's time but for the processor's on making reports up."""
    making, found.making = found.making, 0.0
    return Clock(clock.wall, clock.processor - making)


def _labels(found: Found) -> list[int]:
    """Each row's cluster. Rows that no *same* ties are not looked at together."""
    labels = list(range(len(found.ids)))
    for edges in _components(found):
        judgements = [found.judgement(edge) for edge in edges]
        ends = {row for edge in edges for row in found.ends[2 * edge : 2 * edge + 2]}
        rows = {found.ids[row]: row for row in sorted(ends)}
        for cluster in resolve(list(rows), judgements):
            for report in cluster:
                labels[rows[report]] = rows[min(cluster)]
    return labels


def _components(found: Found) -> Iterator[list[int]]:
    """The edges inside each part of the graph that *same* ties."""
    ends = np.frombuffer(found.ends, "i4").reshape(-1, 2)
    same = ends[np.frombuffer(found.verdicts, "i1") == _VERDICTS.index(Verdict.SAME)]
    root = np.array(_roots(len(found.ids), same.tolist()))
    inside = np.flatnonzero(root[ends[:, 0]] == root[ends[:, 1]])
    tops = root[ends[inside, 0]]
    order = np.argsort(tops, kind="stable")
    parts = np.split(inside[order], np.flatnonzero(np.diff(tops[order])) + 1)
    yield from (part.tolist() for part in parts if len(part))


def _roots(number: int, ties: Iterable[Sequence[int]]) -> list[int]:
    """The least row that a chain of ties ties each row to."""
    root = list(range(number))

    def top(row: int) -> int:
        while root[row] != row:
            root[row] = row = root[root[row]]
        return row

    for i, j in ties:
        low, high = sorted((top(i), top(j)))
        root[high] = low
    return [top(row) for row in range(number)]


def _processor() -> float:
    """Seconds of this process and of those that it started and that have ended."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


def _megabytes(jobs: int) -> float:
    """The most that all processes had at once, at most: the largest stands for each other one."""
    unit = 1024**2 if sys.platform == "darwin" else 1024
    other = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss if jobs > 1 else 0
    return (_own_peak() + jobs * other) / unit


def _own_peak() -> int:
    """The most that this process had, in the unit of ``ru_maxrss``.

    On Linux ``ru_maxrss`` also counts what the process had that started this one.
    """
    status = Path("/proc/self/status")
    peak = re.search(r"VmHWM:\s*(\d+) kB", status.read_text("ascii")) if status.exists() else None
    return int(peak[1]) if peak else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
