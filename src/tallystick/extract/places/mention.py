"""A place as a text names it."""

from __future__ import annotations

from dataclasses import dataclass

from tallystick.model.document import Span
from tallystick.model.values import Place

__all__ = ["PlaceMention"]


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in a text.

    ``relation`` is how the words relate what they tell to the place: "near", "north of",
    "outside", "over", "dateline" for the place that a report was sent from; ``None`` for in
    or at it. ``metonym`` marks a name that stands for a government or a side ("Washington
    said", "Iran-backed"): it is not where anything happened.
    """

    span: Span
    place: Place
    relation: str | None = None
    metonym: bool = False
