"""Tables of mentions by mentions, and by values, of which a long text needs but little.

Thousands of mentions have millions of pairs. The network's view of them is cheap to work out by
many at once, and fills the memory if it is kept; what follows from one pair is dear. So the
tables are made by parts, and only pairs that can matter are looked at one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from tallystick.extract.trained.combine import LIMIT, SURE, logit
from tallystick.extract.trained.network.model import Array
from tallystick.extract.trained.network.scores import Scores
from tallystick.model.document import Span

__all__ = ["LogOdds", "Numbers", "Sames", "clipped", "logits", "parts"]

Numbers = npt.NDArray[np.int64]
"""Of mentions."""
_CELLS = 4_000_000  # of a table that is made at once: 16 MB
_KEPT = 4  # parts of a table


def parts(count: int, beside: int) -> Iterator[slice]:
    """``count`` columns of a table by parts of bounded size, where each has ``beside`` cells."""
    size = max(1, _CELLS // max(1, beside))
    return (slice(at, min(at + size, count)) for at in range(0, count, size))


class Sames:
    """That any two mentions are of one incident, to the network: ``sames[2, 5]``."""

    def __init__(self, scores: Scores, anchors: Sequence[Span]) -> None:
        self._scores, self._anchors = scores, anchors
        self._parts = list(parts(len(anchors), len(anchors)))
        self._rows = lru_cache(maxsize=_KEPT)(self._worked_out)

    def __getitem__(self, pair: tuple[int, int]) -> float:
        part, row = divmod(pair[0], self._parts[0].stop)
        return float(self._rows(part)[row, pair[1]])

    def among(self, rows: Numbers, columns: Numbers) -> Array:
        """The table of some mentions by others."""
        places = (divmod(at, self._parts[0].stop) for at in rows.tolist())
        return np.stack([self._rows(part)[row, columns] for part, row in places])

    def parts(self) -> Iterator[tuple[slice, Array]]:
        """All rows, some at a time."""
        yield from ((rows, self._rows(part)) for part, rows in enumerate(self._parts))

    def _worked_out(self, part: int) -> Array:
        return self._scores.same(self._anchors, self._parts[part])


def logits(chances: Array) -> Array:
    """As :func:`tallystick.extract.trained.combine.logit`, of many at once, but for rounding."""
    sane = np.clip(chances, SURE, 1 - SURE)
    return clipped(np.log(sane / (1 - sane)))


def clipped(odds: Array) -> Array:
    """Log odds within sane bounds."""
    return np.clip(odds, -LIMIT, LIMIT)


@dataclass(frozen=True, slots=True, eq=False)
class LogOdds:
    """The log odds of a column of chances, worked out where they are asked for."""

    chances: Array

    def __getitem__(self, at: int) -> float:
        return logit(float(self.chances[at]))
