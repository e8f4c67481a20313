"""The assembly of the bench model, learned from messages that the networks read as if new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from eval.muc.scoring import ceaf_rme_phi3, gtt, summed
from eval.muc.templates import ROLES, Keyed, Template, by_one_name
from eval.train.muc_assembly import Assembler, Choices, arranged
from eval.train.muc_fillings import Filling, chances
from eval.train.muc_fillings import learned as learned_fillings
from eval.train.muc_incidents import learned as learned_pairs
from eval.train.muc_rating import Rating

Rows = Sequence[tuple[Rating, Sequence[Template]]]
_GRID: Mapping[str, tuple[float, ...]] = {
    "least": (0.16, 0.19, 0.22, 0.25, 0.28),
    "apart": (0.3, 0.4, 0.5),
    "shared": (0.5, 0.6, 0.7, 0.8),
    "same": (0.4, 0.5, 0.6),
    "also": (0.25, 0.35, 0.45, 0.6),
    "type": (0.4, 0.5, 0.6),
}


@dataclass(frozen=True, slots=True)
class _Kept:
    """A message with the chances of its fillings and its key."""

    rating: Rating
    sure: Mapping[Filling, float]
    key: Sequence[Template]


def assembler(messages: Sequence[Keyed], again: Rows, kept: Rows) -> Assembler:
    """The assembly, learned from the keys of messages and from readings of them as if new.

    ``again`` are those readings, with the keys; ``kept`` are readings of messages kept out of the
    training. What fillings and pairs are worth is learned from the former, the thresholds are
    set on both.
    """
    start = Assembler(learned_fillings(again), learned_pairs(messages))
    rows = [_Kept(rating, chances(rating, start.fillings), key) for rating, key in (*again, *kept)]
    found = _tuned(rows, start)
    for name, some in (("read as if new", rows[: len(again)]), ("kept out", rows[len(again) :])):
        print(f"{len(some)} messages {name}: {worth(some, found):.3f} with {found.choices}")
    return found


def worth(rows: Sequence[_Kept], assembler: Assembler) -> float:
    """The mean of GTT's F1 over the five roles, by one name an entity, and of CEAF-RME."""
    pairs = [(arranged(one.rating, one.sure, assembler), one.key) for one in rows]
    slots = gtt([(by_one_name(given), wanted) for given, wanted in pairs])
    return (summed(slots[role] for role in ROLES).f1 + ceaf_rme_phi3(pairs).f1) / 2


def _tuned(rows: Sequence[_Kept], start: Assembler) -> Assembler:
    """The best thresholds found one at a time; of equals the first."""
    best, found = worth(rows, start), start
    for name in _GRID:
        for other in _others(found, name):
            if (reached := worth(rows, other)) > best:
                best, found = reached, other
    return found


def _others(assembler: Assembler, name: str) -> Iterator[Assembler]:
    choices: Choices = assembler.choices
    for value in _GRID[name]:
        given: dict[str, Any] = {name: value}
        yield replace(assembler, choices=replace(choices, **given))
