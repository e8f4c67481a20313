"""The thresholds of the bench model, set on messages that it was not trained on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from eval.muc.scoring import ceaf_rme_phi3, gtt, summed
from eval.muc.templates import ROLES, Template
from eval.train.muc_assembly import Choices, Rating, templates

Kept = Sequence[tuple[Rating, Sequence[Template]]]
_ROUNDS = 2
_GRID: tuple[tuple[str, tuple[float, ...]], ...] = (
    ("type", (0.2, 0.3, 0.4, 0.5, 0.6)),
    ("belongs", (0.3, 0.5, 0.7)),
    ("same", (0.3, 0.4, 0.5, 0.6)),
    ("mention", (0.4, 0.6, 0.8, 0.9)),
    ("split", (0.3, 0.5, 0.7, 1.1)),
    ("apart", (0.2, 0.35, 0.5)),
)
_BY_ROLE: tuple[tuple[str, tuple[float, ...]], ...] = (
    ("roles", (0.2, 0.3, 0.4, 0.5, 0.6)),
    ("taggers", (0.0, 0.25, 0.5, 0.75)),
)


def worth(kept: Kept, choices: Choices) -> float:
    """The mean of GTT's F1 over the five roles and of CEAF-RME by ``phi_3``."""
    pairs = [(templates(rating, choices), key) for rating, key in kept]
    slots = gtt(pairs)
    return (summed(slots[role] for role in ROLES).f1 + ceaf_rme_phi3(pairs).f1) / 2


def tuned(kept: Kept, choices: Choices) -> Choices:
    """The best thresholds found one at a time, twice round; of equals the first."""
    best = worth(kept, choices)
    for _ in range(_ROUNDS):
        for others in _changes():
            for other in others(choices):
                if (found := worth(kept, other)) > best:
                    best, choices = found, other
    print(f"on {len(kept)} messages kept out: {best:.3f} with {choices}")
    return choices


Change = Callable[[Choices], Iterator[Choices]]


def _changes() -> Iterator[Change]:
    """What to try: first each role's own values, then those of all."""
    for name, values in _BY_ROLE:
        for at in range(len(ROLES)):
            yield partial(_with_one, name=name, values=values, at=at)
    for name, values in _GRID:
        yield partial(_with, name=name, values=values)


def _with(choices: Choices, name: str, values: Sequence[float]) -> Iterator[Choices]:
    for value in values:
        given: dict[str, Any] = {name: value}
        yield replace(choices, **given)


def _with_one(choices: Choices, name: str, values: Sequence[float], at: int) -> Iterator[Choices]:
    old: tuple[float, ...] = getattr(choices, name)
    for value in values:
        given: dict[str, Any] = {name: (*old[:at], value, *old[at + 1 :])}
        yield replace(choices, **given)
