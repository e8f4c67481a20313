"""What linking costs, and how right it is, on made-up reports with known truth.

``--reports N`` are linked from nothing, then ``--add M`` more are linked to them. Making the
reports up is not counted. Seconds are those of the wall and of the processor: on a machine
that others use, the second tells what the first would be alone. The clusters are those of
:func:`tallystick.model.clusters.resolve`.
"""

from __future__ import annotations

import resource
import sys
import time
from argparse import Namespace
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from eval.common import Figure, Scores, arguments, finish
from eval.coref import b_cubed
from eval.scale.reports import Told, told
from tallystick.link.index import Edge, Index, Memory
from tallystick.link.score import Weighed
from tallystick.model.clusters import resolve
from tallystick.model.judgement import Judgement, Verdict
from tallystick.model.statement import Reading


def main(argv: Sequence[str] = ()) -> Scores:
    """Link, add, cluster; measure each."""
    options = _options(argv)
    return finish(Scores("scale", tuple(_measured(options))), options.json)


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

    events: dict[str, int] = field(default_factory=dict)
    ids: list[str] = field(default_factory=list)
    ends: array[int] = field(default_factory=lambda: array("i"))  # two rows an edge
    verdicts: list[Verdict] = field(default_factory=list)
    scores: array[float] = field(default_factory=lambda: array("d"))
    making: Clock = field(default_factory=Clock)

    def readings(self, made: Iterator[Told]) -> Iterator[Reading]:
        """The readings, each noted; the time that making them takes is taken down apart."""
        while True:
            with self.making:
                one = next(made, None)
            if one is None:
                return
            id_ = one.reading.reports[0].id
            self.events[id_] = one.event
            self.ids.append(id_)
            yield one.reading

    @property
    def edges(self) -> Iterator[tuple[int, int, Verdict, float]]:
        return zip(self.ends[::2], self.ends[1::2], self.verdicts, self.scores, strict=True)

    def note(self, judged: Iterable[tuple[Edge, Weighed]], shelf: Memory) -> None:
        for (i, j), weighed in judged:
            self.ends.extend((i, j))
            self.verdicts.append(weighed.verdict)
            self.scores.append(weighed.score)
            if weighed.verdict is Verdict.SAME:
                shelf.same[i].add(j)
                shelf.same[j].add(i)


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
    yield Figure("events", len(set(found.events.values())))
    yield Figure("incidents", len(set(labels.values())))
    rates = b_cubed(list(found.events.values()), [labels[id] for id in found.events])
    yield Figure("b_cubed_precision", rates.precision)
    yield Figure("b_cubed_recall", rates.recall)
    yield Figure("b_cubed_f1", rates.f1)
    yield Figure("megabytes", round(_megabytes()))


def _without(clock: Clock, found: Found) -> Clock:
    making, found.making = found.making, Clock()
    return Clock(clock.wall - making.wall, clock.processor - making.processor)


def _labels(found: Found) -> dict[str, str]:
    """Each report's cluster. Reports that no *same* ties are not looked at together."""
    root = _roots(len(found.ids), found.edges)
    parts: defaultdict[int, list[int]] = defaultdict(list)
    inside: defaultdict[int, list[Judgement]] = defaultdict(list)
    for row, top in enumerate(root):
        parts[top].append(row)
    for i, j, verdict, score in found.edges:
        if root[i] == root[j]:
            a, b = sorted((found.ids[i], found.ids[j]))
            inside[root[i]].append(Judgement("", a, b, verdict, score=score))
    clusters = (
        cluster
        for top, rows in parts.items()
        for cluster in resolve([found.ids[row] for row in rows], inside[top])
    )
    return {report: min(cluster) for cluster in clusters for report in cluster}


def _roots(number: int, edges: Iterable[tuple[int, int, Verdict, float]]) -> list[int]:
    """The least row that a chain of *same* ties each row to."""
    root = list(range(number))

    def top(row: int) -> int:
        while root[row] != row:
            root[row] = row = root[root[row]]
        return row

    for i, j, verdict, _ in edges:
        if verdict is Verdict.SAME:
            low, high = sorted((top(i), top(j)))
            root[high] = low
    return [top(row) for row in range(number)]


def _processor() -> float:
    """Seconds of this process and of those that it started and that have ended."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


def _megabytes() -> float:
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
