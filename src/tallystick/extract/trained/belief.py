"""How far a report is believed: by its words, and by how much is told of it.

Words alone ("hit", "captured", "attack") are as likely of a match or a quarrel as of a war. Of an
attack it is told who died, where, on which day and by whom. So the probability of an incident is a
logistic regression over that of its words and, for each field, that of the likeliest value, learned
on documents that the network has not learned from (``python -m eval.train belief``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tallystick.extract.trained.combine import BELIEF, EVIDENCE, Combination, logit
from tallystick.model.statement import Field, Report

__all__ = ["believed", "evidence"]


def believed(report: Report, weigh: Combination) -> Report:
    """A report with the probability that it tells of an incident, for that of its words alone."""
    told = ((s.field, s.confidence) for s in report.statements)
    chance = weigh.probability(BELIEF, evidence(report.score, told))
    return replace(report, score=round(chance, 3))


def evidence(words: float, told: Iterable[tuple[Field, float | None]]) -> tuple[float, ...]:
    """The log odds that the ``words`` tell of an incident, then the probability of the likeliest
    value of each field of :data:`EVIDENCE`; 0 where none is told or it has no probability."""
    best = dict.fromkeys(EVIDENCE, 0.0)
    for field, chance in told:
        if field in best:
            best[field] = max(best[field], chance or 0.0)
    return (logit(words), *best.values())
