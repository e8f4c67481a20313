"""Statements, and the reports that they make up: what a document says of an incident."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tallystick.model.document import Document, Segment, Span
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import (
    ActorRef,
    Casualties,
    CountRange,
    Damage,
    Outcome,
    PartialDate,
    PersonClass,
    Place,
    Response,
    Target,
    WeaponUse,
)


class Field(StrEnum):
    """What a statement is about. Each field takes one type of value (see ``Value``)."""

    KIND = "kind"  # IncidentKind
    WHEN = "when"  # PartialDate
    WHERE = "where"  # Place
    ATTACKER = "attacker"  # ActorRef; the stance tells claim from blame from denial
    TARGET = "target"  # Target
    WEAPON = "weapon"  # WeaponUse
    OUTCOME = "outcome"  # Outcome
    KILLED = "killed"  # Casualties
    INJURED = "injured"  # Casualties
    ABDUCTED = "abducted"  # Casualties
    DAMAGE = "damage"  # Damage
    RESPONSE = "response"  # Response
    OCCURRENCE = "occurrence"  # Standing: whether it happened at all


class Standing(StrEnum):
    """In what sense a document speaks of an incident."""

    HAPPENED = "happened"
    PREVENTED = "prevented"  # foiled, thwarted before it came to anything
    PLANNED = "planned"  # planned or threatened
    HYPOTHETICAL = "hypothetical"
    BACKGROUND = "background"  # context from before: a war's toll, an assassination years ago


class Stance(StrEnum):
    """How a source stands to a value."""

    REPORTS = "reports"
    CLAIMS = "claims"  # says it of its own side's act
    DENIES = "denies"
    BLAMES = "blames"  # lays it on somebody
    DOUBTS = "doubts"  # suspects, cannot confirm, calls it alleged
    CONFIRMS = "confirms"
    ANNOUNCES = "announces"  # gives out a tally or a plan


@dataclass(frozen=True, slots=True)
class Source:
    """One link of a source chain: a name as the text has it, and the actor if known."""

    name: str
    actor: str | None = None  # id in the vocabulary


SourceChain = tuple[Source, ...]
"""Who says it, nearest to the event first, the publisher of the document last."""

Value = (
    IncidentKind
    | Standing
    | PartialDate
    | Place
    | ActorRef
    | Target
    | WeaponUse
    | Outcome
    | Casualties
    | Damage
    | Response
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A source chain takes a stance on one value of one field of one report, at a span.

    ``span`` is the evidence: the shortest stretch that, read in its sentence, says this.
    ``confidence`` is how probable the reader holds it, 0 to 1, that the document says this of
    this incident; ``None`` where the reader cannot tell. ``by`` is the analyst who put it in
    the place of what the reader had, or added it; ``None`` where it is the reader's own. Never
    changed or deleted once it is in a ledger.
    """

    id: str
    report: str
    document: str
    field: Field
    value: Value
    stance: Stance
    chain: SourceChain
    span: Span
    confidence: float | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What one document says of one incident.

    ``anchor`` is the span of the words that first tell of it ("Rocket and drone attacks").
    Two reports of one document are told apart by the document itself, which linking takes
    as evidence that they differ.
    """

    id: str
    document: str
    anchor: Span
    standing: Standing
    statements: tuple[Statement, ...]
    score: float = 1.0  # how sure the reader is that this is an incident, 0 to 1

    def of(self, field: Field) -> Iterator[Statement]:
        """The statements on one field, in the order of the text."""
        return (s for s in self.statements if s.field is field)


@dataclass(frozen=True, slots=True)
class TallyPart:
    """One part of a tally's split: "32 in Iraq"."""

    place: Place
    count: CountRange


class TallyUnit(StrEnum):
    """What one unit in an announced tally is."""

    ATTACKS = "attacks"  # incidents of any kind, or the weapons fired in them
    KILLED = "killed"  # persons, as are all below
    INJURED = "injured"
    CASUALTIES = "casualties"  # killed and injured in one number
    ABDUCTED = "abducted"


@dataclass(frozen=True, slots=True)
class AnnouncedTally:
    """A number that a source gives out over many incidents: of these, or of persons in them.

    ``unit`` is what is counted. ``what`` is it in the words of the text ("attacks against its
    troops", "civilians killed"), ``kind`` the class of the incidents in the taxonomy;
    ``baseline`` is where the count starts, ``as_of`` where it ends; ``parts`` its split by
    place. ``targets`` and ``attackers`` narrow the class; where persons are counted, ``who``
    they are.
    """

    id: str
    document: str
    count: CountRange
    what: str
    kind: IncidentKind
    baseline: PartialDate | None
    as_of: PartialDate | None
    chain: SourceChain
    span: Span
    places: tuple[Place, ...] = ()
    parts: tuple[TallyPart, ...] = ()
    targets: tuple[ActorRef, ...] = ()
    attackers: tuple[ActorRef, ...] = ()
    unit: TallyUnit = TallyUnit.ATTACKS
    who: PersonClass | None = None

    @property
    def areas(self) -> tuple[Place, ...]:
        """Where it counts: its places, else those of its parts; empty is anywhere."""
        return self.places or tuple(part.place for part in self.parts)


RULES = "rules"  # the program's rules alone
TRAINED = "trained"  # its rules and its network


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read from one document: the output of extraction, the input of linking.

    ``reader`` is who read it: "rules", or the name of another reader with its model.
    """

    document: Document
    reports: tuple[Report, ...] = ()
    tallies: tuple[AnnouncedTally, ...] = ()
    reader: str = RULES

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The labelled parts of the document."""
        return self.document.segments
