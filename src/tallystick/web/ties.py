"""Values as numbers, so that a question is put to each once, and not to all that have it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
T = TypeVar("T")


class Codes(Generic[T]):
    """Different values, each with its number, in the order in which they were met."""

    def __init__(self) -> None:
        self._known: dict[T, int] = {}

    def of(self, values: Iterable[T]) -> tuple[int, ...]:
        """The numbers of some values; new ones get the next."""
        known = self._known
        return tuple([known.setdefault(value, len(known)) for value in values])

    @property
    def values(self) -> tuple[T, ...]:
        """The values by their numbers."""
        return tuple(self._known)


class Ties(Generic[T]):
    """Which of some values each of several owners has; ``held`` are the numbers of each owner's."""

    def __init__(self, values: tuple[T, ...], held: Sequence[tuple[int, ...]]) -> None:
        self.values = values
        self.size = len(held)
        many = np.fromiter(map(len, held), dtype=np.int64, count=len(held))
        self._owners = np.repeat(np.arange(len(held)), many)
        self._held = np.fromiter(chain.from_iterable(held), dtype=np.int64, count=int(many.sum()))

    @property
    def counts(self) -> dict[T, int]:
        """How many owners each value has, of those that have any."""
        found = np.bincount(self._held, minlength=len(self.values)).tolist()
        return {value: n for value, n in zip(self.values, found, strict=True) if n}

    def having(self, fits: Callable[[T], bool]) -> Mask:
        """The owners of a value that fits."""
        good = np.fromiter(map(fits, self.values), dtype=np.bool_, count=len(self.values))
        mask = np.zeros(self.size, dtype=np.bool_)
        mask[self._owners[good[self._held]]] = True
        return mask
