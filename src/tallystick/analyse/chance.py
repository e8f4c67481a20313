"""What chance alone gives: intervals, change points, gaps and bursts of counts by day.

All of it takes counts for Poisson: each day by itself, at one rate for a stretch of days.
Attacks come in waves; :func:`dispersion` says by how much days vary more than that.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate, pairwise
from types import ModuleType
from typing import Any

from tallystick.errors import TallystickError

LEVEL = 0.95
_SHORTEST = 3  # days of a stretch
_PENALTY = 2.5  # times log(days), of each change; see change_points


def poisson_interval(count: int, level: float = LEVEL) -> tuple[float, float]:
    """The expected counts at which one so low, or so high, is not yet improbable.

    Exact and central (Garwood 1936): it holds the true value in at least ``level`` of cases.
    """
    special, tail = _special(), (1 - level) / 2
    low = float(special.gammaincinv(count, tail)) if count else 0.0
    return low, float(special.gammainccinv(count + 1, tail))


def dispersion(counts: Sequence[int]) -> float:
    """How much days vary from one to the next, over what a Poisson rate gives: 1 where so.

    Of successive differences (von Neumann 1941), so that a rate that changes now and then is
    no variation. 1 where there is nothing to tell it by.
    """
    both = sum(a + b for a, b in pairwise(counts))
    return sum((a - b) ** 2 for a, b in pairwise(counts)) / both if both else 1.0


def change_points(counts: Sequence[int]) -> list[int]:
    """The places from which on counts are at another rate, in order.

    PELT (Killick, Fearnhead and Eckley 2012) with the Poisson likelihood; stretches have three
    days or more. A change has to gain ``2.5 log(days)`` in twice the log-likelihood, times the
    dispersion where that is above 1: of 100 series at one rate, fewer than 5 then have one.
    """
    size = len(counts)
    if size < 2 * _SHORTEST or not any(counts):
        return []
    penalty = _PENALTY * math.log(size) * max(1.0, dispersion(counts))
    ruptures = _ruptures()
    finder = ruptures.Pelt(custom_cost=_poisson_cost(ruptures), min_size=_SHORTEST, jump=1)
    ends: list[int] = finder.fit(_column(counts)).predict(pen=penalty)
    return [int(end) for end in ends[:-1]]


def run_chance(length: int, days: int, rate: float) -> float:
    """The probability of a run of ``length`` days without any, somewhere in ``days`` days.

    ``rate`` is that of a day. Exact, by the recursion for runs (Feller 1968, XIII.7).
    """
    if not 0 < length <= days:
        return 0.0 if length else 1.0
    none = math.exp(-rate)
    without = [1.0] * length + [1 - none**length]  # no such run in so many days
    for day in range(length + 1, days + 1):
        without.append(without[-1] - (1 - none) * none**length * without[day - length - 1])
    return min(1.0, max(0.0, 1 - without[days]))


def burst_chance(count: int, total: int, days: int) -> float:
    """The probability that one day of ``days`` has ``count`` or more of ``total``.

    Each falls on each day alike; a bound from above (Bonferroni).
    """
    return min(1.0, days * float(_special().bdtrc(count - 1, total, 1 / days)))


# ------------------------------------------------------------------ libraries


def _poisson_cost(ruptures: ModuleType) -> Any:
    """Twice the negative log-likelihood of a stretch at its own rate, less what is the same
    for every partition."""

    class PoissonCost(ruptures.base.BaseCost):  # type: ignore[misc,name-defined]
        model = "poisson"
        min_size = _SHORTEST

        def fit(self, signal: Any) -> Any:
            self.signal = signal
            self.sums = [0, *accumulate(int(count) for count in signal[:, 0])]
            return self

        def error(self, start: int, end: int) -> float:
            total = self.sums[end] - self.sums[start]
            return 2 * total * math.log((end - start) / total) if total else 0.0

    return PoissonCost()


def _column(counts: Sequence[int]) -> Any:
    import numpy as np  # noqa: PLC0415

    return np.asarray(counts).reshape(-1, 1)


def _special() -> ModuleType:
    try:
        from scipy import special  # noqa: PLC0415 - optional
    except ImportError as error:
        raise _missing("scipy") from error
    module: ModuleType = special
    return module


def _ruptures() -> ModuleType:
    try:
        import ruptures  # noqa: PLC0415 - optional
    except ImportError as error:
        raise _missing("ruptures") from error
    module: ModuleType = ruptures
    return module


def _missing(name: str) -> TallystickError:
    return TallystickError(
        f"tempo needs {name}, which is not installed: pip install 'tallystick[tempo]'"
    )
