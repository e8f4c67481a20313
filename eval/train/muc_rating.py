"""What the bench model's networks say of a message: scores of its strings, no decision yet."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

_EVEN = 4.0  # log odds of the tagger, turned round, at which it says neither yes nor no


@dataclass(frozen=True, slots=True)
class Rated:
    """A candidate string with its scores: by label of both passes, and by type (log odds)."""

    text: str
    places: tuple[int, ...]  # where in the text it begins, each time
    roles: tuple[float, ...]
    tags: tuple[float, ...]  # logarithms of chances
    types: tuple[float, ...]
    confidence: int = 0
    effect: int = 0
    plural: float = 0.0
    before: str = ""  # the words before its first occurrence

    def tag_odds(self, label: int) -> float:
        """Log odds of the first pass, shifted so that 0 is neither yes nor no."""
        tag = min(max(self.tags[label], -9.0), -1e-4)
        return tag - math.log(-math.expm1(tag)) + _EVEN


@dataclass(frozen=True, slots=True)
class Rating:
    """All that the model says of a message.

    ``same`` are log odds that two candidates, by index, are one entity; ``counts`` are the
    chances of none, one and more templates of each type.
    """

    candidates: tuple[Rated, ...]
    same: tuple[tuple[float, ...], ...]
    counts: tuple[tuple[float, ...], ...]
    stages: tuple[int, ...]
    days: tuple[date | None, ...]  # the day that a candidate means
    text: str = ""
    sent: date | None = None
    country: str = ""


def chance(rated: Rated, label: int, tagger: float) -> float:
    """How likely a string fills a label, by both passes; ``tagger`` is the first one's weight."""
    return sigmoid(rated.roles[label] + tagger * rated.tag_odds(label))


def agree(one: Rated, other: Rated) -> bool:
    """Whether one string holds the other as whole words."""
    return f" {one.text} " in f" {other.text} " or f" {other.text} " in f" {one.text} "


def sigmoid(odds: float) -> float:
    """The chance of log odds."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def log_odds(sure: float) -> float:
    """The log odds of a chance, kept off 0 and 1."""
    held = min(max(sure, 1e-4), 1 - 1e-4)
    return math.log(held / (1 - held))
