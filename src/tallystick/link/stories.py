"""Stories as sparse arrays, so that the likeness of many pairs is found in one step.

The words of a story fall by their hashes into one of 65,536 parts; it has a length in each part
that a word falls into. The products of these lengths add up to the cosine of two stories, and
to little more where words fell together: never to less (Cauchy and Schwarz).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from tallystick.link.passages import word_hash
from tallystick.link.profile import Profile

Ints = npt.NDArray[np.int64]
Likeness = npt.NDArray[np.float64]

SLACK = 2e-3  # of a likeness, for the rounding of lengths
_PARTS = 1 << 16
_TOGETHER = 64  # stories laid out at once, of 256 kB each
_PAIRS = 1 << 13  # pairs looked at once


@dataclass(frozen=True, slots=True)
class Stories:
    """Of each row, the parts of its story and the length in each.

    Those of row ``n`` stand from ``begins[n]`` up to ``begins[n + 1]``.
    """

    begins: Ints
    parts: npt.NDArray[np.uint16]
    lengths: npt.NDArray[np.float16]

    @classmethod
    def of(cls, profiles: Sequence[Profile]) -> Stories:
        """The stories of reports whose rows start from 0."""
        rows = np.repeat(np.arange(len(profiles)), [len(p.story.weights) for p in profiles])
        words = chain.from_iterable(p.story.weights for p in profiles)
        weights = chain.from_iterable(p.story.weights.values() for p in profiles)
        hashes = np.fromiter(map(word_hash, words), np.int64, len(rows))
        places, where = np.unique(rows * _PARTS + hashes % _PARTS, return_inverse=True)
        squares = np.fromiter(weights, np.float64, len(rows)) ** 2
        lengths = np.sqrt(np.bincount(where, squares, len(places)))
        counts = np.bincount(places // _PARTS, minlength=len(profiles))
        return cls.counted(counts, (places % _PARTS).astype("u2"), lengths.astype("f2"))

    @classmethod
    def counted(
        cls,
        counts: npt.NDArray[np.integer],
        parts: npt.NDArray[np.uint16],
        lengths: npt.NDArray[np.float16],
    ) -> Stories:
        """Stories of so many parts each."""
        return cls(np.concatenate(([0], np.cumsum(counts, dtype=np.int64))), parts, lengths)

    @classmethod
    def stacked(cls, several: Sequence[Stories]) -> Stories:
        """Several as one, the rows of each after those of the one before."""
        return cls.counted(
            np.concatenate([each.counts for each in several]),
            np.concatenate([each.parts for each in several]),
            np.concatenate([each.lengths for each in several]),
        )

    @property
    def counts(self) -> Ints:
        return np.diff(self.begins)

    def likeness(self, i: Ints, j: Ints) -> Likeness:
        """At least the cosine of each pair of rows (i, j), and hardly more."""
        found = np.empty(len(i))
        table = np.zeros(_TOGETHER * _PARTS, np.float32)
        for some, askers in _groups(i):
            at, slots = self._laid_out(askers)
            cells = slots * _PARTS + self.parts[at]
            table[cells] = self.lengths[at]
            for begin in range(0, len(some), _PAIRS):
                few = some[begin : begin + _PAIRS]
                at, pairs = self._laid_out(j[few])
                own = np.searchsorted(askers, i[few])[pairs]
                products = table[own * _PARTS + self.parts[at]] * self.lengths[at]
                found[few] = np.bincount(pairs, products, len(few))
            table[cells] = 0.0
        return found + SLACK

    def _laid_out(self, rows: Ints) -> tuple[Ints, Ints]:
        """Where the parts of these rows stand, and which of the rows each is of."""
        first, counts = self.begins[rows], self.begins[rows + 1] - self.begins[rows]
        ends = np.cumsum(counts)
        of = np.repeat(np.arange(len(rows)), counts)
        return np.arange(len(of)) + (first - ends + counts)[of], of


def _groups(askers: Ints) -> Iterator[tuple[Ints, Ints]]:
    """The places of the same few askers, with these, in order."""
    order = np.argsort(askers, kind="stable")
    own, starts = np.unique(askers[order], return_index=True)
    groups = np.split(own, range(_TOGETHER, len(own), _TOGETHER))
    return zip(np.split(order, starts[_TOGETHER::_TOGETHER]), groups, strict=True)
