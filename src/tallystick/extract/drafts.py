"""A value found in a sentence, before it is known which incident it is of and who says it."""

from __future__ import annotations

from dataclasses import dataclass

from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance, Value


@dataclass(frozen=True, slots=True)
class Draft:
    """A value of a field at a span.

    ``stance`` is set where the words themselves give it ("blamed on", "suspected"); else it
    is that of whoever says the sentence. ``told`` is where it is said, if that is not where the
    words stand: "**soldiers** killed ten, and the minister *denied the charge*".
    """

    field: Field
    value: Value
    span: Span
    stance: Stance | None = None
    told: Span | None = None


def union(*spans: Span) -> Span:
    """The shortest stretch that holds all of the spans."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))
