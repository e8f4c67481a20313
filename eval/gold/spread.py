"""How far each figure would move with other documents of the same sort.

The documents are drawn again, as many as there are and with repeats, and each figure is taken of
every draw: the bootstrap by percentiles (Efron and Tibshirani, 1993, ch. 13). Documents are
drawn, not incidents, since those of one text are right or wrong together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from eval.common import NOTHING, Figure, Rates
from eval.gold.score_figures import MEASURES, Measure
from eval.gold.score_match import Compared

_DRAWS = 1000
_TAIL = 0.025  # of the draws lie below the lower bound, and as many above the upper


def spreads(documents: Sequence[Compared]) -> Iterator[Figure]:
    """``NAME.low`` and ``NAME.high`` of each measure: 95 % of the draws lie between them."""
    if not documents:
        return
    for measure in MEASURES:
        low, high = spread([measure.count(d) for d in documents], measure)
        yield Figure(f"{measure.name}.low", low)
        yield Figure(f"{measure.name}.high", high)


def spread(rates: Sequence[Rates], measure: Measure, draws: int = _DRAWS) -> tuple[float, float]:
    """The bounds of one measure, from its rates document by document; each call draws alike."""
    random = Random(1)
    drawn = (sum(random.choices(rates, k=len(rates)), NOTHING) for _ in range(draws))
    values = sorted(r.recall if measure.share else r.f1 for r in drawn)
    tail = int(_TAIL * draws)
    return values[tail], values[-1 - tail]
