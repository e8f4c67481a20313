"""Weighing many pairs: what was found of values that came before is looked up, not found again.

Many reports give the same day, place, parties and means. What a comparison says of two reports
depends on few attributes of their profiles, so that for most pairs it has been said before, of
two others that give the same. The wording is compared for each pair.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tallystick.link.comparisons import COMPARISONS
from tallystick.link.comparisons.effects import CasualtiesComparison
from tallystick.link.comparisons.frame import (
    AnchorComparison,
    ExtentComparison,
    SourcesComparison,
    StandingComparison,
)
from tallystick.link.comparisons.means import KindComparison, WeaponsComparison
from tallystick.link.comparisons.parties import AttackersComparison, TargetComparison
from tallystick.link.comparisons.when import DateComparison, PublicationComparison
from tallystick.link.comparisons.where import PlaceComparison
from tallystick.link.profile import Profile
from tallystick.link.score import LinkOptions, Weighed, summed
from tallystick.model.judgement import Reason

Reasons = tuple[Reason, ...]
Numbers = tuple[int, ...]
Pair = tuple[int, int]

LOOKS_AT: Mapping[type, tuple[str, ...]] = {
    StandingComparison: ("standing",),
    AnchorComparison: ("days", "places"),
    DateComparison: ("days", "published"),
    PublicationComparison: ("days", "published"),
    PlaceComparison: ("places",),
    TargetComparison: ("targets", "places"),
    AttackersComparison: ("authors", "targets"),
    KindComparison: ("kinds",),
    WeaponsComparison: ("weapons",),
    CasualtiesComparison: ("killed", "injured", "abducted", "published"),
    ExtentComparison: ("extent",),
    SourcesComparison: ("voices",),
}
"""All that a comparison looks at in a profile (``tests/link/test_weigher.py``); others see more."""

_LOOKS_AT = [LOOKS_AT.get(type(comparison), ()) for comparison in COMPARISONS]
_ATTRIBUTES = tuple(dict.fromkeys(name for names in LOOKS_AT.values() for name in names))


@dataclass(frozen=True, slots=True)
class Numbered:
    """A profile and, for each comparison, the number of what it looks at there."""

    profile: Profile
    numbers: Sequence[int]


class Weigher:
    """Weighs pairs as :func:`tallystick.link.score.weigh` does, and remembers what it found."""

    def __init__(self, options: LinkOptions) -> None:
        self._options = options
        self._values: dict[str, dict[object, int]] = {name: {} for name in _ATTRIBUTES}
        self._looked_at: list[dict[Numbers, int]] = [{} for _ in COMPARISONS]
        self._found: list[dict[Pair, Reasons]] = [{} for _ in COMPARISONS]

    def numbered(self, profile: Profile) -> Numbered:
        """A profile made ready to be weighed often: equal values have equal numbers."""
        own = {
            name: values.setdefault(getattr(profile, name), len(values))
            for name, values in self._values.items()
        }
        seen = (tuple([own[name] for name in names]) for names in _LOOKS_AT)
        numbers = (
            known.setdefault(values, len(known))
            for known, values in zip(self._looked_at, seen, strict=True)
        )
        return Numbered(profile, tuple(numbers))

    def weigh(self, a: Numbered, b: Numbered) -> Weighed:
        """The pair, weighed; its order does not matter."""
        one, two = a.profile, b.profile
        if one.id > two.id:
            a, b, one, two = b, a, two, one
        reasons: list[Reason] = []
        pairs = zip(a.numbers, b.numbers, strict=True)
        for comparison, names, found, pair in zip(
            COMPARISONS, _LOOKS_AT, self._found, pairs, strict=True
        ):
            known = found.get(pair) if names else tuple(comparison(one, two))
            if known is None:
                known = found[pair] = tuple(comparison(one, two))
            reasons += known
        return summed(one.id, two.id, tuple(reasons), self._options)
