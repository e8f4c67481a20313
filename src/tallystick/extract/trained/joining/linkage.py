"""Average linkage: what most probably is one is joined, until nothing is."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

__all__ = ["Odds", "Pair", "linked"]

Pair = tuple[int, int]
"""Two items, the lesser first."""
Unit = tuple[int, ...]


class Odds(Protocol):
    """Log odds that two items are one; a pair that has none must not be joined."""

    def __iter__(self) -> Iterator[Pair]:
        """The pairs that may be likelier one than two, if not others too."""

    def get(self, pair: Pair, /) -> float | None:
        """Those of any pair."""

    def at_most(self, left: Sequence[int], right: Sequence[int]) -> float:
        """Less than this are those of the pairs between two groups not in the mean."""


def linked(units: Iterable[Unit], odds: Odds) -> list[Unit]:
    """The groups when the two that most probably are one were joined, until none are.

    ``units`` are never split. Only groups with a pair between them that is likelier one can be
    so in the mean: no others are ever compared, be a text as long as it may.
    """
    near = _near(units, odds)
    queue = [
        entry
        for unit in near
        for entry in _likelier(unit, (o for o in near[unit] if unit < o), odds)
    ]
    heapq.heapify(queue)
    while queue:
        _, left, right = heapq.heappop(queue)
        if left not in near or right not in near:
            continue  # one of them was joined to a third
        joined = tuple(sorted(left + right))
        beside = (near.pop(left) | near.pop(right)) - {left, right}
        for other in beside:
            near[other] -= {left, right}
            near[other].add(joined)
        near[joined] = beside
        for entry in _likelier(joined, beside, odds):
            heapq.heappush(queue, entry)
    return sorted(near)


def _near(units: Iterable[Unit], odds: Odds) -> dict[Unit, set[Unit]]:
    """For each unit the others of which one pair is likelier one."""
    near: dict[Unit, set[Unit]] = {unit: set() for unit in units}
    home = {item: unit for unit in near for item in unit}
    for first, second in odds:
        left, right = home.get(first), home.get(second)
        if left is None or right is None or left == right:
            continue
        if (odds.get((first, second)) or 0.0) > 0:
            near[left].add(right)
            near[right].add(left)
    return near


def _likelier(unit: Unit, others: Iterable[Unit], odds: Odds) -> Iterator[tuple[float, Unit, Unit]]:
    """Those with which a unit is likelier one than not: the likeliest sorts first."""
    for other in others:
        left, right = sorted((unit, other))
        if odds.at_most(left, right) < 0:
            continue
        score = _average(left, right, odds)
        if score is not None and score > 0:
            yield -score, left, right


def _average(left: Sequence[int], right: Sequence[int], odds: Odds) -> float | None:
    total = 0.0
    for a in left:
        for b in right:
            one = odds.get((a, b) if a < b else (b, a))
            if one is None:
                return None
            total += one
    return total / (len(left) * len(right))
