"""Screening: of the pairs that share a key, those that may reach a score worth saying."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from tallystick.link.blocking import Ints, Keys, partners
from tallystick.link.bound import bits_of, may_reach
from tallystick.link.columns import Reports
from tallystick.link.score import LinkOptions

_REPORTS = 2048  # reports whose partners are looked up in one step
_PAIRS = 1 << 16  # pairs whose bound is taken in one step


def worthwhile(reports: Reports, keys: Keys, new: Ints, options: LinkOptions) -> Iterator[Ints]:
    """Pairs of rows (i, j), j < i, that are worth weighing in full, ``(n, 2)``; each once.

    ``i`` is among the ``new`` rows, ``j`` any that came before; ``keys`` are those of all, in
    the order of their rows. They come by day, so that a report's pairs are near each other.
    """
    if not len(new):
        return
    known, floor = keys.sorted(), bits_of(options.unsure)
    new = new[np.argsort(reports.columns["when"][new], kind="stable")]
    for begin in range(0, len(new), _REPORTS):
        for i, j in partners(keys.of_rows(new[begin : begin + _REPORTS]), known):
            for at in range(0, len(i), _PAIRS):
                few = at + may_reach(reports, i[at : at + _PAIRS], j[at : at + _PAIRS], floor)
                yield np.column_stack((i[few], j[few]))
