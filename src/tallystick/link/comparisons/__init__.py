"""The comparisons between two reports. Each one's docstring is what its user is told."""

from __future__ import annotations

from tallystick.link.comparisons.base import Comparison
from tallystick.link.comparisons.effects import CasualtiesComparison
from tallystick.link.comparisons.frame import (
    AnchorComparison,
    BackgroundComparison,
    DocumentComparison,
    ExtentComparison,
    SourcesComparison,
    StandingComparison,
)
from tallystick.link.comparisons.means import KindComparison, WeaponsComparison
from tallystick.link.comparisons.parties import AttackersComparison, TargetComparison
from tallystick.link.comparisons.people import PeopleComparison
from tallystick.link.comparisons.when import DateComparison, PublicationComparison
from tallystick.link.comparisons.where import PlaceComparison, ToldPlaceComparison
from tallystick.link.comparisons.wording import WordingComparison

__all__ = ["COMPARISONS", "Comparison"]

COMPARISONS: tuple[Comparison, ...] = (
    DocumentComparison(),
    StandingComparison(),
    BackgroundComparison(),
    AnchorComparison(),
    DateComparison(),
    PublicationComparison(),
    PeopleComparison(),
    PlaceComparison(),
    ToldPlaceComparison(),
    TargetComparison(),
    AttackersComparison(),
    KindComparison(),
    WeaponsComparison(),
    CasualtiesComparison(),
    ExtentComparison(),
    WordingComparison(),
    SourcesComparison(),
)
"""All comparisons, in the order in which their reasons are given."""
