"""Judgements to incidents: which reports are on one occurrence.

A constrained agglomerative clustering: "different" is a cannot-link (Wagstaff and Cardie
2000) that is never crossed, and the program's "same" must hold on average between the two
sides that it joins (average linkage), so that a chain of likely pairs does not tie together
reports that are not alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from tallystick.model.judgement import Judgement, Verdict

Pair = tuple[str, str]

GUARD = 0.5  # the least mean score between two clusters that a program's "same" may join
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def resolve(reports: Sequence[str], judgements: Sequence[Judgement]) -> list[frozenset[str]]:
    """The reports in clusters, one an incident; every report is in exactly one.

    ``judgements`` come oldest first (see :func:`effective`); those on other reports are
    passed over. The result does not depend on the order of ``reports``, nor on that of
    judgements on different pairs; it is sorted by the clusters' least ids.
    """
    clusters = _Clusters(reports, effective(judgements))
    for pair, judgement in _people_first(clusters.judged):
        clusters.join(pair, guarded=not judgement.by_person)
    return sorted(clusters.all(), key=min)


def effective(judgements: Iterable[Judgement]) -> dict[Pair, Judgement]:
    """For each pair the judgement that counts: the newest person's, else the newest program's.

    A person's are ordered by their time, the program's (which have none) by their place in
    the sequence, oldest first.
    """
    chosen: dict[Pair, Judgement] = {}
    for judgement in judgements:
        pair = judgement.a, judgement.b
        if pair not in chosen or _rank(judgement) >= _rank(chosen[pair]):
            chosen[pair] = judgement
    return chosen


def _rank(judgement: Judgement) -> tuple[bool, datetime]:
    at = judgement.at or _LONG_AGO
    return judgement.by_person, at if at.tzinfo else at.replace(tzinfo=UTC)


def _people_first(judged: Mapping[Pair, Judgement]) -> list[tuple[Pair, Judgement]]:
    """The "same" pairs in the order in which they join: persons', then by falling score."""
    same = [(pair, j) for pair, j in judged.items() if j.verdict is Verdict.SAME]
    return sorted(same, key=lambda item: (not item[1].by_person, -_score(item[1]), item[0]))


def _score(judgement: Judgement) -> float:
    """The program's score; a person's verdict counts as certain, and so does one without."""
    if judgement.score is not None and not judgement.by_person:
        return judgement.score
    return {Verdict.SAME: 1.0, Verdict.DIFFERENT: 0.0, Verdict.UNSURE: GUARD}[judgement.verdict]


class _Clusters:
    """The reports, each in a growing cluster, and the judgements between them."""

    def __init__(self, reports: Sequence[str], judged: Mapping[Pair, Judgement]) -> None:
        self._cluster = {report: {report} for report in reports}
        known = self._cluster.keys()
        self.judged = {pair: j for pair, j in judged.items() if known >= set(pair)}
        self._of: dict[str, dict[str, Judgement]] = {report: {} for report in reports}
        for (a, b), judgement in self.judged.items():
            self._of[a][b] = self._of[b][a] = judgement

    def all(self) -> set[frozenset[str]]:
        return {frozenset(cluster) for cluster in self._cluster.values()}

    def join(self, pair: Pair, *, guarded: bool) -> None:
        """Merge the clusters of a pair unless a "different" (or the guard) stands between."""
        small, large = sorted((self._cluster[report] for report in pair), key=len)
        if small is large or not self._may_join(small, large, guarded=guarded):
            return
        large |= small
        for report in small:
            self._cluster[report] = large

    def _may_join(self, small: set[str], large: set[str], *, guarded: bool) -> bool:
        between = [
            judgement
            for report in small
            for other, judgement in self._of[report].items()
            if other in large
        ]
        if any(judgement.verdict is Verdict.DIFFERENT for judgement in between):
            return False
        return not guarded or sum(map(_score, between)) >= GUARD * len(between)
