"""Counts by day as incidents and documents, for tests of tempo."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from tallystick.analyse.rule import rule_named
from tallystick.analyse.selection import Selection
from tallystick.analyse.tempo import Per, Tempo, tempo
from tallystick.analyse.timeline import Days
from tallystick.model.document import Document
from tallystick.model.incident import Incident
from tallystick.model.values import DatePrecision, PartialDate
from tests.analyse.made import incident
from tests.builders import document

FIRST = date(2023, 12, 4)  # a Monday
INCIDENT = rule_named("incident")


def on(day: int) -> date:
    """The day by its number, from 0 for the first."""
    return FIRST + timedelta(days=day)


def days(first: int, last: int) -> Days:
    return Days(on(first), on(last))


def between(first: int, last: int) -> PartialDate:
    """A date of several days."""
    return PartialDate(on(first), on(last), DatePrecision.DAYS)


def series(counts: Sequence[int], *, moved: int = 0, prefix: str = "i") -> list[Incident]:
    """So many incidents on each day from the first on."""
    return [
        incident(f"{prefix}-{day}-{n}", when=PartialDate.day(on(day + moved)))
        for day, number in enumerate(counts)
        for n in range(number)
    ]


def published(on_days: Iterable[int]) -> list[Document]:
    return [document(f"Of day {n}.", published=on(n).isoformat()) for n in on_days]


def told(
    incidents: Sequence[Incident],
    last: int,
    *,
    first: int = 0,
    per: Per = Per.DAY,
    documents: Sequence[Document] = (),
) -> Tempo:
    """The tempo from the first day to the last."""
    selection = Selection(since=on(first), until=on(last))
    found = tempo(incidents, documents, INCIDENT, selection, per)
    assert found
    return found
