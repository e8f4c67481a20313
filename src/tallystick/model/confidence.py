"""How probable a reader holds what it read: of an incident, and of a value.

A confidence is a probability, 0 to 1, that *the document says this*; not that it is true.
``None`` is a reader that cannot tell, such as the rules alone: it is never taken for little.
"""

from __future__ import annotations

from collections.abc import Iterable

SURE = 0.9  # from here on nothing need be said
LIKELY = 2 / 3  # and from here on it is likely (Mastrandrea et al. 2010, for the IPCC)


def strongest(confidences: Iterable[float | None]) -> float | None:
    """The highest of several; ``None`` where one cannot be told, or there is none."""
    given = list(confidences)
    known = [c for c in given if c is not None]
    return max(known) if known and len(known) == len(given) else None


def weakest(confidences: Iterable[float | None]) -> float | None:
    """The lowest of those that can be told; ``None`` where none can."""
    return min((c for c in confidences if c is not None), default=None)


def reaches(confidence: float | None, minimum: float) -> bool:
    """Whether something cannot be shown to be less probable than the minimum."""
    return confidence is None or confidence >= minimum
