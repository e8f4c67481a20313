"""Incidents: the reports judged to be on one occurrence, seen field by field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tallystick.model.confidence import strongest, weakest
from tallystick.model.document import Document
from tallystick.model.statement import (
    Field,
    Report,
    SourceChain,
    Stance,
    Standing,
    Statement,
    Value,
)
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import ActorRef, Outcome, PartialDate, Place, Target, WeaponUse


class Contest(StrEnum):
    """In what the accounts differ."""

    OCCURRENCE = "occurrence"  # whether it happened at all
    WHEN = "when"
    WHERE = "where"
    ATTACKER = "attacker"  # claimed by two, or claimed and denied
    WEAPON = "weapon"  # type or count
    OUTCOME = "outcome"
    KILLED = "killed"
    INJURED = "injured"
    ABDUCTED = "abducted"
    DAMAGE = "damage"


@dataclass(frozen=True, slots=True)
class Position:
    """One value of a field and everyone who takes a stance on it."""

    field: Field
    value: Value
    statements: tuple[Statement, ...]

    @property
    def chains(self) -> tuple[SourceChain, ...]:
        """Who takes a stance on the value, each source chain once, in order of appearance."""
        return tuple(dict.fromkeys(s.chain for s in self.statements))

    @property
    def stances(self) -> tuple[Stance, ...]:
        """The stances taken on the value, each once, in order of appearance."""
        return tuple(dict.fromkeys(s.stance for s in self.statements))

    @property
    def denied(self) -> bool:
        """Whether anybody denies the value."""
        return Stance.DENIES in self.stances

    @property
    def confidence(self) -> float | None:
        """The highest of the statements behind the value; ``None`` where one has none."""
        return strongest(s.confidence for s in self.statements)


@dataclass(frozen=True, slots=True)
class Figure:
    """A casualty or other count over all accounts: low, best, high.

    ``best`` is the figure of the latest document that gives one (reports of one day are
    corrected by those of the next); ``high`` is ``None`` where an account leaves it open
    ("at least"). Where no account speaks of everybody, soldiers of one and fighters of another
    are added up. All three are ``None`` when no account gives a figure.
    """

    low: int | None = None
    best: int | None = None
    high: int | None = None

    @property
    def known(self) -> bool:
        """Whether any account gives a figure."""
        return self.low is not None or self.high is not None


@dataclass(frozen=True, slots=True)
class Incident:
    """One occurrence, as the accounts have it. A view: nothing here is stored.

    ``attackers`` are those named as such by report or confirmation, or in a side's own
    communiqué; claimed, blamed and suspected authors stand apart. Under each field,
    :meth:`positions` keeps every value with its statements, also the denied ones.
    ``confidence`` is how probable it is that the documents tell of an incident; ``None`` where
    a reader of them cannot tell.
    """

    id: str
    reports: tuple[Report, ...]
    documents: tuple[Document, ...]
    kind: IncidentKind
    standing: Standing
    when: PartialDate | None
    where: Place | None
    attackers: tuple[ActorRef, ...]
    claimed_by: tuple[ActorRef, ...]
    blamed: tuple[ActorRef, ...]
    suspected: tuple[ActorRef, ...]
    targets: tuple[Target, ...]
    weapons: tuple[WeaponUse, ...]
    outcomes: tuple[Outcome, ...]
    killed: Figure
    injured: Figure
    abducted: Figure
    contested: tuple[Contest, ...]
    possible_duplicates: tuple[str, ...] = ()
    confidence: float | None = None

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements of all its reports, report by report."""
        return tuple(s for report in self.reports for s in report.statements)

    def of(self, field: Field) -> Iterator[Statement]:
        """The statements on one field, in the same order."""
        return (s for s in self.statements if s.field is field)

    def positions(self, field: Field) -> tuple[Position, ...]:
        """The values of a field, each with all statements on it, in order of appearance."""
        groups: dict[Value, list[Statement]] = {}
        for statement in self.of(field):
            groups.setdefault(statement.value, []).append(statement)
        return tuple(Position(field, value, tuple(group)) for value, group in groups.items())

    def confidence_in(self, field: Field) -> float | None:
        """Of the date or place chosen; of other fields, that of the least probable value.

        ``None`` where no value has one. A date that is narrowed by several counts as its least
        probable part.
        """
        positions = self.positions(field)
        chosen = {Field.WHEN: self.when, Field.WHERE: self.where}.get(field)
        same = [p for p in positions if p.value == chosen]
        return weakest(p.confidence for p in same or positions)

    def document(self, id: str) -> Document:
        """One of its documents by id. Raises ``StopIteration`` for another's."""
        return next(d for d in self.documents if d.id == id)

    def quote(self, statement: Statement) -> str:
        """The words of the document behind a statement, exactly."""
        return statement.span.of(self.document(statement.document).text)
