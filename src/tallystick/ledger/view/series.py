"""How a casualty figure rose or fell as documents came out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from tallystick.ledger.view.accounts import Evidence, published
from tallystick.ledger.view.figures import figure, totals_of
from tallystick.model.document import Document
from tallystick.model.incident import Figure, Incident
from tallystick.model.statement import Field, SourceChain
from tallystick.model.values import Casualties, CountRange


@dataclass(frozen=True, slots=True)
class Told:
    """What one account gives in all: who says it, in which document."""

    document: str
    chain: SourceChain
    count: CountRange


@dataclass(frozen=True, slots=True)
class Step:
    """A figure as all accounts up to a day of publication give it, and what that day told.

    ``published`` is ``None`` for the documents without a day, which come last. ``figure``
    keeps low, best and high as the incident does; ``told`` is empty where the day only denied.
    """

    published: date | None
    figure: Figure
    told: tuple[Told, ...]


def series(incident: Incident, field: Field) -> tuple[Step, ...]:
    """A casualty field day by day of publication; only days on which a document speaks of it.

    Empty where none does. The last step has the figure of the incident.
    """
    documents = {d.id: d for d in incident.documents}
    days = groupby(incident.documents, key=published)
    steps = []
    so_far: set[str] = set()
    for day, group in days:
        new = list(group)
        so_far |= {d.id for d in new}
        evidence = Evidence(tuple(r for r in incident.reports if r.document in so_far), documents)
        if any(s.document in {d.id for d in new} for s in incident.of(field)):
            steps.append(Step(day, figure(evidence, field), _told(evidence, field, new)))
    return tuple(steps)


def _told(evidence: Evidence, field: Field, new: list[Document]) -> tuple[Told, ...]:
    accounts = evidence.accounts(field, Casualties)
    totals = zip(accounts, totals_of(evidence, field), strict=True)
    ids = {d.id for d in new}
    return tuple(
        Told(a.document.id, a.chain, total.count) for a, total in totals if a.document.id in ids
    )
