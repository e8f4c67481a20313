"""What a comparison is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from tallystick.link.profile import Profile
from tallystick.link.weights import Level
from tallystick.model.judgement import Reason

T = TypeVar("T")


class Comparison(Protocol):
    """Looks at one feature of two reports and says what it found, in words and bits.

    The order of the two must not matter. No reasons means: nothing to compare.
    """

    def __call__(self, a: Profile, b: Profile) -> Iterable[Reason]: ...


def best(levels: Iterable[tuple[Level, str]]) -> tuple[Level, str] | None:
    """The level that speaks most for the two being one; the first in order of words if tied."""
    found = list(levels)
    if len(found) > 1:
        found.sort(key=_words)
    return max(found, key=_bits, default=None)


def reasons(found: tuple[Level, str] | None) -> tuple[Reason, ...]:
    """The found level as reasons: one, or none."""
    return (found[0].reason(found[1]),) if found else ()


def _words(found: tuple[Level, str]) -> str:
    return found[1]


def _bits(found: tuple[Level, str]) -> float:
    return found[0].bits
