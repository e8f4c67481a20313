"""Incidents out of readings and judgements: nothing here is stored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from tallystick.ledger.view.consolidate import at_least, consolidate, in_order, incident_id
from tallystick.model.clusters import effective, resolve
from tallystick.model.document import Document
from tallystick.model.incident import Incident
from tallystick.model.judgement import Judgement, Verdict
from tallystick.model.statement import TRAINED, Reading, Report

__all__ = ["at_least", "chronological", "consolidate", "incidents_of"]


def incidents_of(readings: Sequence[Reading], judgements: Sequence[Judgement]) -> list[Incident]:
    """The incidents that follow from the judgements (oldest first), by date, undated last.

    Every report is in exactly one of them. Pairs that are judged "unsure" and ended up apart
    are named as possible duplicates of each other.
    """
    documents = {reading.document.id: reading.document for reading in readings}
    reports = {report.id: report for reading in readings for report in reading.reports}
    judgements = _borne_out(judgements, reports)
    groups = _groups(reports, judgements, documents)
    belongs = {report.id: id for id, group in groups.items() for report in group}
    doubtful = _doubtful(judgements, belongs)
    rated = {reading.document.id for reading in readings if reading.reader == TRAINED}
    incidents = [
        consolidate(group, documents, doubtful[id], rated=rated) for id, group in groups.items()
    ]
    return sorted(incidents, key=chronological)


def _borne_out(judgements: Sequence[Judgement], reports: Mapping[str, Report]) -> list[Judgement]:
    """Without the program's *different* on pairs that no report ties together any more.

    It tells two documents' reports apart where both are the same as a third. Where that third
    is of a text that has since been superseded, or that did not count by then, the ledger is
    to say what one says that never had it.
    """
    programs = effective(j for j in judgements if not j.by_person)
    partners: dict[str, set[str]] = defaultdict(set)
    for (a, b), judgement in programs.items():
        if judgement.verdict is Verdict.SAME and a in reports and b in reports:
            partners[a].add(b)
            partners[b].add(a)
    loose = {
        (a, b)
        for (a, b), judgement in programs.items()
        if judgement.verdict is Verdict.DIFFERENT
        and a in reports
        and b in reports
        and reports[a].document != reports[b].document
        and partners[a].isdisjoint(partners[b])
    }
    return [j for j in judgements if j.by_person or (j.a, j.b) not in loose]


def _groups(
    reports: Mapping[str, Report],
    judgements: Sequence[Judgement],
    documents: Mapping[str, Document],
) -> dict[str, list[Report]]:
    """Incident id to its reports, in order."""
    groups = {}
    for cluster in resolve(list(reports), judgements):
        group = in_order([reports[id] for id in cluster], documents)
        groups[incident_id(group)] = group
    return groups


def _doubtful(
    judgements: Sequence[Judgement], belongs: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """Incident id to the incidents that it may be the same as."""
    pairs: dict[str, set[str]] = defaultdict(set)
    for (a, b), judgement in effective(judgements).items():
        if judgement.verdict is Verdict.UNSURE and a in belongs and b in belongs:
            pairs[belongs[a]].add(belongs[b])
            pairs[belongs[b]].add(belongs[a])
    found = {id: tuple(sorted(others - {id})) for id, others in pairs.items()}
    return defaultdict(tuple, found)


def chronological(incident: Incident) -> tuple[date, str]:
    """By what incidents are in order: the date, the undated last, then the id."""
    when = incident.when
    return (when and (when.start or when.end)) or date.max, incident.id
