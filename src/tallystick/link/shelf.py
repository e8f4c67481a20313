"""Where an index of reports is kept: in a ledger, or in memory."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

Edge = tuple[int, int]


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
    same: array[int] = field(default_factory=lambda: array("q"))  # one pair after another
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

    def tie(self, edge: Edge) -> None:
        """These two rows were judged the same."""
        self.same.extend(edge)

    def partners(self, rows: Sequence[int]) -> Iterable[Edge]:
        pairs = np.array(self.same, np.int64).reshape(-1, 2)
        return map(tuple, pairs[np.isin(pairs, rows).any(axis=1)].tolist())
