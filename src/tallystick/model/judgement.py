"""Judgements: is this report on the same occurrence as that one?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

PROGRAM = "program"


class Verdict(StrEnum):
    """Whether two reports are on the same occurrence. What is "different" is never joined."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Reason:
    """One comparison behind a program's judgement, in words, with its weight.

    ``weight`` is added to the pair's log-odds of being the same occurrence, in bits
    (Fellegi and Sunter 1969): +1 doubles the odds, -1 halves them.
    """

    feature: str
    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on a pair of reports, by the program or by a person.

    ``a`` < ``b`` are report ids. ``score`` is the probability that they are the same, by
    the program; ``None`` from a person. A person's judgement wins over the program's, a
    newer one over an older one of the same kind; nothing is erased. ``at`` is when a
    person gave it (UTC); the program's have none, so that they are the same in every ledger.
    """

    id: str
    a: str
    b: str
    verdict: Verdict
    by: str = PROGRAM
    score: float | None = None
    reasons: tuple[Reason, ...] = ()
    why: str = ""
    at: datetime | None = None

    def __post_init__(self) -> None:
        if self.a >= self.b:
            raise ValueError(f"a judgement names its reports in order: {self.a} < {self.b}")

    @property
    def by_person(self) -> bool:
        """Whether a person gave it, not the program."""
        return self.by != PROGRAM
