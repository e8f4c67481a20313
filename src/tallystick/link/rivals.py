"""Which of several reports of one document a report of another is most likely of.

Two papers on one day of war tell of the same five attacks, in the same words and often of the
same places. What each pair of their reports has in common says less than how it compares with
what the others have: of a report in one document, at most one in the other is on the same
occurrence. So where both documents tell of several, the pairs wait until all of them are weighed;
then the two that are each other's best get a reason more, and those of which one has a better
match get one less. What is found depends on the two documents alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

import numpy as np

from tallystick.link import weights as w
from tallystick.link.blocking import Ints
from tallystick.link.columns import Columns
from tallystick.link.packing import pack, unpack
from tallystick.link.score import LinkOptions, Weighed, reweighed
from tallystick.link.shelf import Edge
from tallystick.model.judgement import Reason

_BEST = w.BEST_MATCH.reason(w.BEST_MATCH.meaning)
_BEATEN = w.BETTER_MATCH.reason(w.BETTER_MATCH.meaning)


@dataclass(slots=True)
class Rivals:
    """The pairs of documents that tell of several occurrences, until all are weighed."""

    documents: Ints  # of each row
    several: frozenset[int]
    edges: list[Edge] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    packed: list[bytes] = field(default_factory=list)

    @classmethod
    def among(cls, rows: Columns) -> Rivals:
        """Of all rows of an index."""
        names, own, counts = np.unique(rows["document"], return_inverse=True, return_counts=True)
        several = frozenset(np.flatnonzero(counts > 1).tolist()) if len(names) else frozenset()
        return cls(own.astype(np.int64), several)

    def take(self, edge: Edge, weighed: Weighed) -> bool:
        """Whether a pair is to wait for its rivals; it is kept then."""
        first, second = (int(self.documents[row]) for row in edge)
        if first == second or not {first, second} <= self.several:
            return False
        self.edges.append(edge)
        self.scores.append(weighed.score)
        self.packed.append(pack(weighed))
        return True

    def settled(self, options: LinkOptions) -> Iterator[tuple[Edge, Weighed]]:
        """The pairs that waited, each weighed beside its rivals."""
        best = self._best()
        for edge, score, packed in zip(self.edges, self.scores, self.packed, strict=True):
            i, j = edge
            tops = [best[i, int(self.documents[j])], best[j, int(self.documents[i])]]
            reason = _reason(score, tops)
            weighed: Weighed = unpack(packed)
            yield edge, reweighed(weighed, reason, options) if reason else weighed

    def _best(self) -> dict[tuple[int, int], tuple[float, float]]:
        """The best and the second best score of a row in a document."""
        best: dict[tuple[int, int], tuple[float, float]] = {}
        for (i, j), score in zip(self.edges, self.scores, strict=True):
            for own, other in ((i, j), (j, i)):
                at = own, int(self.documents[other])
                top, next_ = sorted((*best.get(at, (0.0, 0.0)), score), reverse=True)[:2]
                best[at] = top, next_
        return best


def _reason(score: float, tops: list[tuple[float, float]]) -> Reason | None:
    """For the best of both, against one that is beaten; nothing where two are level."""
    if all(score == top > next_ for top, next_ in tops):
        return _BEST
    return _BEATEN if score < max(chain.from_iterable(tops)) else None
