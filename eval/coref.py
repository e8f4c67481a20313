"""Scores of a clustering against a key: B-cubed, MUC, CEAF-e and their mean (CoNLL F1).

A clustering is one label an item, items in the same order on both sides. Definitions:
B-cubed, Bagga and Baldwin 1998; MUC, Vilain et al. 1995; CEAF with entity similarity
phi-4, Luo 2005; the mean of the three F1, Pradhan et al. 2012 (CoNLL-2012).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import networkx as nx

from eval.common import Figure, f1

Labels = Sequence[Hashable]


@dataclass(frozen=True, slots=True)
class PRF:
    """Precision and recall, 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        return f1(self.precision, self.recall)


@dataclass(frozen=True, slots=True)
class Clustering:
    """All scores of one clustering."""

    b_cubed: PRF
    muc: PRF
    ceaf_e: PRF

    @property
    def conll(self) -> float:
        return (self.b_cubed.f1 + self.muc.f1 + self.ceaf_e.f1) / 3

    def figures(self, name: str) -> tuple[Figure, ...]:
        return (
            Figure(f"{name}.b_cubed.precision", self.b_cubed.precision),
            Figure(f"{name}.b_cubed.recall", self.b_cubed.recall),
            Figure(f"{name}.b_cubed.f1", self.b_cubed.f1),
            Figure(f"{name}.conll.f1", self.conll, note="mean F1 of MUC, B-cubed and CEAF-e"),
        )


def score(key: Labels, found: Labels) -> Clustering:
    """All scores of ``found`` against ``key``; ``ValueError`` where they differ in length."""
    return Clustering(b_cubed(key, found), muc(key, found), ceaf_e(key, found))


def b_cubed(key: Labels, found: Labels) -> PRF:
    """The mean over items of how much of an item's cluster belongs there."""
    both, keys, founds = _counts(key, found)
    items = len(key) or 1
    precision = sum(n * n / founds[f] for (_, f), n in both.items()) / items
    recall = sum(n * n / keys[k] for (k, _), n in both.items()) / items
    return PRF(precision, recall)


def muc(key: Labels, found: Labels) -> PRF:
    """The share of links: a cluster of n has n - 1, and loses one for each cut through it."""
    both, keys, founds = _counts(key, found)
    kept = len(key) - len(both)  # items less cells: links that both have
    return PRF(_share(kept, len(key) - len(founds)), _share(kept, len(key) - len(keys)))


def ceaf_e(key: Labels, found: Labels) -> PRF:
    """The similarity of clusters, each aligned with at most one of the other side."""
    both, keys, founds = _counts(key, found)
    graph: nx.Graph[tuple[str, Hashable]] = nx.Graph()
    for (k, f), n in both.items():
        graph.add_edge(("key", k), ("found", f), weight=2 * n / (keys[k] + founds[f]))
    parts = (graph.subgraph(part) for part in nx.connected_components(graph))
    total = sum(graph.edges[e]["weight"] for part in parts for e in nx.max_weight_matching(part))
    return PRF(_share(total, len(founds)), _share(total, len(keys)))


def _share(part: float, whole: int) -> float:
    return part / whole if whole else 0.0


def _counts(
    key: Labels, found: Labels
) -> tuple[Counter[tuple[Hashable, Hashable]], Counter[Hashable], Counter[Hashable]]:
    """How many items are in each pair of clusters, and in each cluster of either side."""
    return Counter(zip(key, found, strict=True)), Counter(key), Counter(found)
