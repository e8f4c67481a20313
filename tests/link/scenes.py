"""Made-up places, groups and reports on which linking is tried."""

from __future__ import annotations

from datetime import date

from tallystick.model.document import Document
from tallystick.model.statement import Field, Report, Stance, Standing
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import (
    ActorRef,
    CountRange,
    DatePrecision,
    PartialDate,
    Place,
    PlacePrecision,
    Target,
    TargetKind,
    WeaponUse,
)
from tests.builders import Fact, document, fact, report

SITE, TOWN = PlacePrecision.SITE, PlacePrecision.TOWN
PROVINCE, COUNTRY, REGION = PlacePrecision.PROVINCE, PlacePrecision.COUNTRY, PlacePrecision.REGION

ASAD = Place("Ain al-Asad", SITE, "ts:ain-al-asad", "IQ", "Anbar", 33.79, 42.44)
HARIR = Place("Harir", SITE, "ts:harir", "IQ", "Erbil", 36.53, 44.35)
ERBIL_AIRPORT = Place("Erbil Airport", SITE, "ts:erbil-airport", "IQ", "Erbil", 36.24, 43.96)
ERBIL = Place("Erbil province", PROVINCE, "gn:95445", "IQ", "Erbil", 36.2, 44.0)
WEST_IRAQ = Place("western Iraq", REGION, None, "IQ")
BAGHDAD = Place("Baghdad", TOWN, "gn:98182", "IQ", "Baghdad", 33.34, 44.4)
KHOST = Place("Khost", TOWN, "gn:1444361", "AF", "Khost", 33.34, 69.92)

RESISTANCE = ActorRef("Islamic Resistance in Iraq")
US = ActorRef("United States")
US_BASE = Target("a base hosting American forces", TargetKind.MILITARY, US)


def floating(weekday: int, text: str = "") -> PartialDate:
    return PartialDate(None, None, DatePrecision.FLOATING, text, weekday)


def on(iso: str) -> PartialDate:
    return PartialDate.day(date.fromisoformat(iso))


def told(
    text: str,
    when: PartialDate | None = None,
    where: Place | None = None,
    *more: Fact,
    published: str | None = None,
    standing: Standing = Standing.HAPPENED,
    publisher: str = "The Example",
    anchor: str = "",
) -> tuple[Document, Report]:
    """A document of one report, anchored at its first two words by default."""
    doc = document(text, published=published, publisher=publisher)
    anchor = anchor or " ".join(text.split()[:2])
    return doc, tells(doc, anchor, when, where, *more, standing=standing)


def tells(
    doc: Document,
    anchor: str,
    when: PartialDate | None,
    where: Place | None,
    *more: Fact,
    standing: Standing = Standing.HAPPENED,
) -> Report:
    """A report at the anchor's words, whose statements all point at the anchor."""
    facts = [fact(Field.WHEN, when, anchor)] if when else []
    facts += [fact(Field.WHERE, where, anchor)] if where else []
    return report(doc, anchor, *facts, *more, standing=standing)


def weapon(type_: str, count: int | None = None, words: str = "") -> Fact:
    number = None if count is None else CountRange.exactly(count)
    return fact(Field.WEAPON, WeaponUse(type_, number), words)


def kind(value: IncidentKind, words: str = "") -> Fact:
    return fact(Field.KIND, value, words)


def by(actor: ActorRef, stance: Stance = Stance.CLAIMS, words: str = "") -> Fact:
    return fact(Field.ATTACKER, actor, words, stance=stance)


def at(target: Target, words: str = "") -> Fact:
    return fact(Field.TARGET, target, words)
