"""Labels of one document: incidents with their statements, attributions, tallies.

They stand off from the text: spans are offsets in code points. The values are the program's
own (:mod:`tallystick.model`), so that a label and a reading can be compared field by field.
How to label: ``docs/annotation.md``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance, Standing, Value
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import CountRange, PartialDate


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """A value of a field at a span. ``chain`` is the spans of its sources, nearest first.

    An empty chain is the document's own voice.
    """

    field: Field
    value: Value
    span: Span
    stance: Stance = Stance.REPORTS
    chain: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldIncident:
    """What the document tells of one incident. ``mentions`` are the words that tell of it.

    ``optional`` marks one that a careful coder may code or not.
    """

    id: str
    standing: Standing
    kinds: tuple[IncidentKind, ...]
    mentions: tuple[Span, ...]
    statements: tuple[GoldStatement, ...] = ()
    optional: bool = False

    def of(self, field: Field) -> Iterator[GoldStatement]:
        return (s for s in self.statements if s.field is field)


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """Somebody is made to say something: who, by which words, and what."""

    source: Span
    cue: Span | None
    content: Span


@dataclass(frozen=True, slots=True)
class GoldTally:
    """A number that a source gives out for a class of incidents."""

    span: Span
    count: CountRange
    since: PartialDate | None = None
    until: PartialDate | None = None
    chain: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """All labels of one document by one annotator. ``generic`` spans name no single incident."""

    document: str
    annotator: str
    incidents: tuple[GoldIncident, ...] = ()
    generic: tuple[Span, ...] = ()
    attributions: tuple[GoldAttribution, ...] = ()
    tallies: tuple[GoldTally, ...] = ()
