"""One incident out of the reports on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from tallystick.model.document import Document
from tallystick.model.incident import Figure, Incident
from tallystick.model.statement import Report
from tallystick.model.taxonomy import IncidentKind


def consolidate(
    reports: Sequence[Report],
    documents: Mapping[str, Document],
    possible_duplicates: Iterable[str] = (),
) -> Incident:
    """The view of the reports as one incident. ``documents`` holds at least theirs, by id."""
    reports = in_order(reports, documents)
    return Incident(
        id=incident_id(reports),
        reports=tuple(reports),
        documents=tuple({r.document: documents[r.document] for r in reports}.values()),
        kind=IncidentKind.ATTACK,
        standing=reports[0].standing,
        when=None,
        where=None,
        attackers=(),
        claimed_by=(),
        blamed=(),
        suspected=(),
        targets=(),
        weapons=(),
        outcomes=(),
        killed=Figure(),
        injured=Figure(),
        abducted=Figure(),
        contested=(),
        possible_duplicates=tuple(possible_duplicates),
    )


def in_order(reports: Iterable[Report], documents: Mapping[str, Document]) -> list[Report]:
    """The reports by their documents' dates (the undated last), then ids, then the text."""
    return sorted(reports, key=lambda r: (_published(documents[r.document]), r.document, r.anchor))


def incident_id(ordered: Sequence[Report]) -> str:
    """The id of an incident: that of its first report, so that later accounts don't change it."""
    return "i-" + ordered[0].id.removeprefix("r-")


def _published(document: Document) -> date:
    known = document.published
    return (known and (known.start or known.end)) or date.max
