"""Announced tallies beside the ledger's own count of the same class, period and area.

The counting rule is ``incident``: each incident that happened is one, as
:mod:`tallystick.analyse.counting` has it, with low, best and high.

Without a baseline nothing is counted: since when, nobody said. Nor is a tally of persons, whose
count would be no count of incidents.

The ledger knows only the documents that it holds, so its count says how much of a tally
these can account for, not whether the tally is true.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tallystick.analyse.counting import Tally, count
from tallystick.analyse.rule import rule_named
from tallystick.analyse.selection import selection_of
from tallystick.ledger import Ledger, Query
from tallystick.model.codec import Json, to_json
from tallystick.model.document import Document
from tallystick.model.incident import Incident
from tallystick.model.statement import AnnouncedTally, TallyPart, TallyUnit
from tallystick.model.values import Place


@dataclass(frozen=True, slots=True)
class Count:
    """The ledger's own count: incidents, low to high, and which they are.

    ``members`` are the certain and the likely ones.
    """

    members: tuple[Incident, ...]
    possible: tuple[Incident, ...]
    low: int

    @property
    def best(self) -> int:
        """How many incidents are certain or likely."""
        return len(self.members)

    @property
    def high(self) -> int:
        """How many there are with the possible ones."""
        return len(self.members) + len(self.possible)


@dataclass(frozen=True, slots=True)
class PartCount:
    """One part of a tally's split ("32 in Iraq") and the ledger's count of it."""

    part: TallyPart
    count: Count | None


@dataclass(frozen=True, slots=True)
class TallyCount:
    """An announced tally, the document that gives it, and the ledger's own count.

    ``count`` is ``None`` where the tally does not say since when, or counts persons.
    """

    tally: AnnouncedTally
    document: Document
    count: Count | None
    parts: tuple[PartCount, ...]

    @property
    def quote(self) -> str:
        """The words of the document that announce it."""
        return self.tally.span.of(self.document.text)


def count_tallies(ledger: Ledger, *, min_confidence: float = 0.0) -> list[TallyCount]:
    """Every announced tally of a ledger with its count, in order of arrival.

    Incidents, and values of them, that are held less probable than ``min_confidence`` are left
    out of the count (see :class:`tallystick.ledger.Query`).
    """
    documents = {document.id: document for document in ledger.documents()}
    incidents = ledger.incidents(Query(standings=None, min_confidence=min_confidence))
    return [count_tally(t, documents[t.document], incidents) for t in ledger.tallies()]


def count_tally(
    tally: AnnouncedTally, document: Document, incidents: Sequence[Incident]
) -> TallyCount:
    """One tally and the count of it, under the rule ``incident``.

    Without an as-of day the count ends with publication. ``incidents`` are of every standing.
    """
    rule = rule_named("incident")

    def within(areas: Sequence[Place] | None) -> Count | None:
        selection = selection_of(tally, document, areas=areas)
        if selection is None or tally.unit is not TallyUnit.ATTACKS:
            return None
        return _count(count(incidents, rule, selection))

    parts = tuple(PartCount(part, within([part.place])) for part in tally.parts)
    return TallyCount(tally, document, within(None), parts)


def _count(tally: Tally) -> Count:
    return Count(tally.members, tally.possible, tally.count.low)


def tally_json(each: TallyCount) -> dict[str, Json]:
    """An announced tally and its count as one JSON object (see docs/cli.md)."""
    announced = to_json(each.tally)
    parts: list[Json] = [
        {"place": to_json(p.part.place), "announced": to_json(p.part.count), **_count_json(p.count)}
        for p in each.parts
    ]
    return {
        "announced": announced,
        "quote": each.quote,
        "publisher": each.document.publisher,
        "published": to_json(each.document.published),
        **_count_json(each.count),
        "parts": parts,
    }


def _count_json(count: Count | None) -> dict[str, Json]:
    if count is None:
        return {"counted": None, "members": [], "possible": []}
    return {
        "counted": {"low": count.low, "best": count.best, "high": count.high},
        "members": [incident.id for incident in count.members],
        "possible": [incident.id for incident in count.possible],
    }
