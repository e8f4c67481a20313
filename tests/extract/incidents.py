"""Small documents, read by the rules, and what their reports say, short enough to compare."""

from __future__ import annotations

from datetime import date

from tallystick.extract import read_by_rules
from tallystick.intake import Known, read_text
from tallystick.model.document import Document
from tallystick.model.statement import Field, Reading, Report, Stance, Standing
from tallystick.model.values import ActorRef, Casualties, PartialDate, Place, PlacePrecision

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def document_of(text: str, published: str | None = None) -> Document:
    """A document as intake makes one; ``published`` is an ISO day."""
    day = PartialDate.day(date.fromisoformat(published)) if published else None
    known = Known(publisher="The Example", published=day)
    return read_text(text, name="a.txt", known=known)


def reading(text: str, published: str | None = None) -> Reading:
    return read_by_rules(document_of(text, published))


def incidents(text: str, published: str | None = None) -> list[Report]:
    """The reports of what happened: plans, conjectures and background left out."""
    found = reading(text, published).reports
    return [r for r in found if r.standing in (Standing.HAPPENED, Standing.PREVENTED)]


def day_of(report: Report) -> str | None:
    """The ISO day, the name of a floating weekday, or the words of anything coarser."""
    found = [s.value for s in report.of(Field.WHEN) if isinstance(s.value, PartialDate)]
    if not found:
        return None
    when = found[0]
    if when.is_day:
        return str(when.start)
    return WEEKDAYS[when.weekday - 1] if when.is_floating and when.weekday else when.text


def place_of(report: Report) -> str | None:
    """The name of the finest place; of two as fine, the first told."""
    found = [s.value for s in report.of(Field.WHERE) if isinstance(s.value, Place)]
    finest = list(PlacePrecision)
    ranked = sorted(found, key=lambda place: finest.index(place.precision))
    return ranked[0].name if ranked else None


def days(text: str, published: str | None = None) -> list[str | None]:
    return [day_of(r) for r in incidents(text, published)]


def places(text: str, published: str | None = None) -> list[str | None]:
    return [place_of(r) for r in incidents(text, published)]


def sides(report: Report) -> set[tuple[str, Stance]]:
    """Who is named as the author, and in what way."""
    return {
        (s.value.name, s.stance) for s in report.of(Field.ATTACKER) if isinstance(s.value, ActorRef)
    }


def tolls(report: Report, field: Field = Field.KILLED) -> list[int | None]:
    """The least numbers that are given, in the order of the text."""
    return [s.value.count.low for s in report.of(field) if isinstance(s.value, Casualties)]
