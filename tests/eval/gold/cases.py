"""Small labelled documents and readings of them, pointed at by their words."""

from __future__ import annotations

from datetime import date

from eval.gold.labels import GoldDocument, GoldIncident, GoldStatement
from eval.gold.score_match import Compared, compare
from eval.gold.score_told import of_labels, of_reading
from eval.gold.texts import GoldText

from tallystick.model.document import Span
from tallystick.model.statement import Field, Reading, Report, Stance, Standing, Value
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import (
    Casualties,
    CountRange,
    PartialDate,
    PersonClass,
    Place,
    PlacePrecision,
)
from tests.builders import Fact, chain, document, report, span_of

TEXT = (
    "A mortar attack on the Ashmar market killed 16 people on Tuesday, a doctor told Reuters. "
    "The shelling wounded several others, police said. "
    "The Northern Front claimed the attack. "
    "Gunmen later shot dead two farmers near Belvale. "
    "Ten years ago a bomb destroyed the bridge."
)


def at(words: str) -> Span:
    return span_of(TEXT, words)


def label(
    field: Field,
    value: Value,
    words: str,
    *,
    stance: Stance = Stance.REPORTS,
    by: tuple[str, ...] = (),
) -> GoldStatement:
    return GoldStatement(field, value, at(words), stance, tuple(map(at, by)))


def gold(
    mention: str,
    *statements: GoldStatement,
    id: str = "a",
    standing: Standing = Standing.HAPPENED,
    kinds: tuple[IncidentKind, ...] = (IncidentKind.SHELLING,),
    optional: bool = False,
) -> GoldIncident:
    return GoldIncident(id, standing, kinds, (at(mention),), statements, optional)


def labelled(*incidents: GoldIncident, annotator: str = "A", id: str = "fakes:1") -> GoldDocument:
    return GoldDocument(id, annotator, incidents)


def text_of(id: str = "fakes:1") -> GoldText:
    return GoldText(id, TEXT, publisher="The Example", published=date(2031, 5, 7))


DOC = document(TEXT)


def seen(anchor: str, *facts: Fact, standing: Standing = Standing.HAPPENED) -> Report:
    return report(DOC, anchor, *facts, standing=standing)


def judged(labels: GoldDocument, *reports: Report) -> Compared:
    """The labels against these reports, with the chains that ``builders.report`` closes."""
    given = of_reading(labels.document, Reading(DOC, reports), closing=chain(DOC))
    return compare(of_labels(labels, text_of(), DOC), given)


def between(first: GoldDocument, second: GoldDocument) -> Compared:
    return compare(of_labels(first, text_of(), DOC), of_labels(second, text_of(), DOC))


def dead(low: int | None, high: int | None, who: PersonClass = PersonClass.PEOPLE) -> Casualties:
    return Casualties(CountRange(low, high), who)


def tuesday(day: int = 6) -> PartialDate:
    return PartialDate.day(date(2031, 5, day))


def town(name: str, lat: float | None = None, lon: float | None = None) -> Place:
    return Place(name, PlacePrecision.TOWN, country="SY", lat=lat, lon=lon)
