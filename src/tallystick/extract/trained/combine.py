"""Two readers, one probability: what the network says and what the rules say, weighed.

Each decision (is this a mention, are these two of one incident, is this value its own) has a few
features of both, and a logistic regression over them whose weights are learned with the network
(``eval/train/combine.py``). Its probability is the confidence that a statement carries.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tallystick.extract.trained.network.inventory import LINKED
from tallystick.model.statement import Field

LEARNED: tuple[Field, ...] = tuple(f for f in LINKED if f not in (Field.OUTCOME, Field.ABDUCTED))
"""The fields with labels enough; what the rules say of the others stands."""

EVENT, SAME, REPORT, BELIEF = "event", "same", "report", "belief"
EVIDENCE = (
    Field.KILLED,
    Field.INJURED,
    Field.ATTACKER,
    Field.TARGET,
    Field.WEAPON,
    Field.WHEN,
    Field.WHERE,
)
"""What makes an incident easier to believe where it is told, beside its words."""
COMBINATION = "combination.json"
_EVEN = 0.5
LIMIT = 6.0  # of a logit: no single feature may be sure
SURE = 0.0024  # a probability this near to 0 or 1 is beyond that


@dataclass(frozen=True, slots=True)
class Combination:
    """The weights of every decision: the constant first, then one for each feature.

    ``least`` is the probability from which a decision is taken: where precision and recall
    balance, not one half.
    """

    weights: Mapping[str, tuple[float, ...]]
    least: Mapping[str, float] = field(default_factory=dict)

    def takes(self, decision: str, probability: float) -> bool:
        """Whether so probable a thing is taken for true."""
        return probability >= self.least.get(decision, _EVEN)

    def probability(self, decision: str, features: Sequence[float]) -> float:
        """Raises ``KeyError`` for a decision that was never learned."""
        first, *rest = features
        return self.by_first(decision, rest)(first)

    def by_first(self, decision: str, rest: Sequence[float]) -> Callable[[float], float]:
        """As :meth:`probability`, by the first feature alone, where the rest is given."""
        constant, first, *weights = self.weights[decision]
        terms = [w * f for w, f in zip(weights, rest, strict=True)]

        def probability(feature: float) -> float:
            return _sigmoid(constant + sum(terms, first * feature))

        return probability


PLAIN = Combination(
    {
        EVENT: (0.0, 1.0, 0.5, 0.5, 0.5),
        SAME: (0.0, 1.0, 1.0, -1.0, -0.5, -0.5, -0.5, -0.5),
        REPORT: (0.0, 1.0, 0.3),
        BELIEF: (0.0, 1.0, *(0.0 for _ in EVIDENCE)),
        **{str(f.value): (-0.5, 1.0, 0.5, 1.5, 0.0) for f in LEARNED},
        **{str(f.value): (-3.0, 0.0, 0.0, 6.0, 0.0) for f in Field if f not in LEARNED},
    }
)
"""What stands in before anything is learned: the network and the rules, about alike."""


def load_combination(path: Path) -> Combination:
    """The weights in a file; :data:`PLAIN` where there is none.

    Raises ``ValueError`` where the network's own word counts against a decision: long texts are
    read on the strength that what it ties less is less likely.
    """
    if not path.exists():
        return PLAIN
    data = json.loads(path.read_text(encoding="utf-8"))
    learned = {name: tuple(values) for name, values in data["weights"].items()}
    if against := [name for name, (_, first, *_) in learned.items() if first < 0]:
        raise ValueError(f"{path}: the network counts against {', '.join(against)}: learn it anew")
    return Combination({**PLAIN.weights, **learned}, data["least"])


def logit(probability: float) -> float:
    """The log odds, kept within sane bounds."""
    if not SURE < probability < 1 - SURE:
        return LIMIT if probability > SURE else -LIMIT
    return max(-LIMIT, min(LIMIT, math.log(probability / (1 - probability))))


def _sigmoid(total: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
