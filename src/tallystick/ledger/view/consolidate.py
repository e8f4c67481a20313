"""One incident out of the reports on it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from tallystick.ledger.view.accounts import Evidence, published
from tallystick.ledger.view.authors import authors, authors_differ, named_authors, targets
from tallystick.ledger.view.confidence import firm, of_incident
from tallystick.ledger.view.effects import (
    damage_differs,
    outcomes,
    outcomes_differ,
    weapons,
    weapons_differ,
)
from tallystick.ledger.view.figures import differ, figure
from tallystick.ledger.view.setting import (
    kind,
    occurrence_differs,
    standing,
    when,
    when_differs,
    where,
    where_differs,
)
from tallystick.model.document import Document
from tallystick.model.incident import Contest, Incident
from tallystick.model.statement import Field, Report, Stance

_CONTESTS: Mapping[Contest, Callable[[Evidence], bool]] = {
    Contest.OCCURRENCE: occurrence_differs,
    Contest.WHEN: when_differs,
    Contest.WHERE: where_differs,
    Contest.ATTACKER: authors_differ,
    Contest.WEAPON: weapons_differ,
    Contest.OUTCOME: outcomes_differ,
    Contest.KILLED: partial(differ, field=Field.KILLED),
    Contest.INJURED: partial(differ, field=Field.INJURED),
    Contest.ABDUCTED: partial(differ, field=Field.ABDUCTED),
    Contest.DAMAGE: damage_differs,
}


def consolidate(
    reports: Sequence[Report],
    documents: Mapping[str, Document],
    possible_duplicates: Iterable[str] = (),
    *,
    rated: Container[str] = (),
) -> Incident:
    """The view of the reports (at least one) as one incident.

    ``documents`` holds at least theirs, by id; ``rated`` the ids of those whose reader gives
    probabilities. The result does not depend on the order of ``reports``. Counts follow UCDP
    GED in keeping low, best and high apart (Sundberg and Melander 2013); nothing is averaged.
    """
    ordered = in_order(reports, documents)
    evidence = Evidence(tuple(ordered), documents)
    return Incident(
        id=incident_id(ordered),
        reports=evidence.reports,
        documents=tuple(documents[d] for d in dict.fromkeys(r.document for r in ordered)),
        kind=kind(evidence),
        standing=standing(evidence),
        when=when(evidence),
        where=where(evidence),
        attackers=named_authors(evidence),
        claimed_by=authors(evidence, Stance.CLAIMS),
        blamed=authors(evidence, Stance.BLAMES),
        suspected=authors(evidence, Stance.DOUBTS),
        targets=targets(evidence),
        weapons=weapons(evidence),
        outcomes=outcomes(evidence),
        killed=figure(evidence, Field.KILLED),
        injured=figure(evidence, Field.INJURED),
        abducted=figure(evidence, Field.ABDUCTED),
        contested=tuple(contest for contest, test in _CONTESTS.items() if test(evidence)),
        possible_duplicates=tuple(possible_duplicates),
        confidence=of_incident(ordered, documents, rated),
    )


def at_least(incident: Incident, minimum: float) -> Incident:
    """The same incident without the values that are held less probable than the minimum.

    What cannot be told stays. The incident's own confidence stays as it is.
    """
    reports = firm(incident.reports, minimum)
    if tuple(reports) == incident.reports:
        return incident
    documents = {document.id: document for document in incident.documents}
    view = consolidate(reports, documents, incident.possible_duplicates)
    return replace(view, confidence=incident.confidence)


def in_order(reports: Iterable[Report], documents: Mapping[str, Document]) -> list[Report]:
    """The reports by their documents' dates (the undated last), then ids, then the text."""
    return sorted(
        reports,
        key=lambda r: (published(documents[r.document]) or date.max, r.document, r.anchor),
    )


def incident_id(ordered: Sequence[Report]) -> str:
    """The id of an incident: that of its first report, so that later accounts keep it."""
    return "i-" + ordered[0].id.removeprefix("r-")
