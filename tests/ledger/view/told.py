"""Evidence for tests of the view, from texts and the facts that they tell."""

from __future__ import annotations

from tallystick.ledger.view.accounts import Evidence
from tallystick.model.statement import Report
from tests.builders import Fact, document, report


def evidence(*told: tuple[str, str | None, list[Fact]]) -> Evidence:
    """Documents of (text, published, facts), each with one report over its first word."""
    documents, reports = {}, list[Report]()
    for number, (text, published, facts) in enumerate(told):
        doc = document(text, published=published, publisher=f"Paper {number}")
        documents[doc.id] = doc
        reports.append(report(doc, text.split()[0], *facts))
    return Evidence(tuple(reports), documents)
