"""Screening: of the pairs that share a key, those that may reach a score worth saying."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from tallystick.link.blocking import Keys, partners
from tallystick.link.bound import bits_of, may_reach
from tallystick.link.columns import Columns
from tallystick.link.score import LinkOptions

_REPORTS = 2048  # reports whose partners are looked up in one step
_PAIRS = 1 << 16  # pairs whose bound is taken in one step


def worthwhile(
    rows: Columns, asking: Keys, known: Keys, options: LinkOptions
) -> Iterator[tuple[int, int]]:
    """Pairs of rows (i, j), j < i, that are worth weighing in full; each once.

    They come by day, so that a report's pairs are near each other.

    ``asking`` are the keys of the reports whose pairs with all that came before are wanted;
    ``known``, sorted by hash, those of all reports.
    """
    floor = bits_of(options.unsure)
    for part in _by_time(asking, rows):
        i, j = partners(part, known)
        kept = [
            at + may_reach(rows, i[at : at + _PAIRS], j[at : at + _PAIRS], floor)
            for at in range(0, len(i), _PAIRS)
        ]
        for few in kept:
            yield from zip(i[few].tolist(), j[few].tolist(), strict=True)


def _by_time(asking: Keys, rows: Columns) -> Iterator[Keys]:
    """The keys of so many reports at a time, by day, so that those that meet come together."""
    asked = np.unique(asking.rows)
    asked = asked[np.argsort(rows["when"][asked], kind="stable")]
    rank = np.full(len(rows["when"]), -1, np.int64)
    rank[asked] = np.arange(len(asked))
    place = rank[asking.rows]
    order = np.argsort(place, kind="stable")
    bounds = np.searchsorted(place[order], np.arange(0, len(asked) + _REPORTS, _REPORTS))
    for begin, end in pairwise(bounds.tolist()):
        part = order[begin:end]
        yield Keys(asking.hashes[part], asking.rows[part], asking.ways[part])
