"""Which incidents a query asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tallystick.ledger import Query, consolidate
from tallystick.model.incident import Contest, Incident
from tallystick.model.statement import Field, Stance, Standing
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import (
    ActorRef,
    DatePrecision,
    PartialDate,
    Place,
    PlacePrecision,
    Target,
)
from tests.builders import Fact, document, fact, hurt, report

HIT = Place("Hīt", PlacePrecision.TOWN, "gn:2", "IQ", "Al-Anbar", 33.6, 42.8)
WEEK = PartialDate(date(2024, 1, 8), date(2024, 1, 14), DatePrecision.WEEK, "that week")
FACTS = (
    fact(Field.WHEN, WEEK),
    fact(Field.WHERE, HIT),
    fact(Field.KIND, IncidentKind.SHELLING),
    fact(Field.ATTACKER, ActorRef("Saraya Awliya", "saraya"), stance=Stance.BLAMES),
    fact(Field.TARGET, Target("a base", owner=ActorRef("United States", "us"))),
    hurt(2, by="Police"),
    hurt(3, by="Army"),
)


def incident(*facts: Fact, standing: Standing = Standing.HAPPENED) -> Incident:
    doc = document("Shells fell on Hit.")
    return consolidate([report(doc, "Shells", *facts, standing=standing)], {doc.id: doc})


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, True),
        ({"since": date(2024, 1, 14)}, True),
        ({"since": date(2024, 1, 15)}, False),
        ({"until": date(2024, 1, 8)}, True),
        ({"until": date(2024, 1, 7)}, False),
        ({"since": date(2024, 1, 10), "until": date(2024, 1, 10)}, True),
        ({"place": "hit"}, True),
        ({"place": "anbar"}, True),
        ({"place": "IQ"}, True),
        ({"place": "iq"}, True),
        ({"place": "Iraq"}, True),
        ({"place": "Iran"}, False),
        ({"place": "bar"}, False),
        ({"place": "SY"}, False),
        ({"place": "Mosul"}, False),
        ({"actor": "saraya"}, True),
        ({"actor": "awliya"}, True),
        ({"actor": "us"}, True),
        ({"actor": "nobody"}, False),
        ({"kind": IncidentKind.SHELLING}, True),
        ({"kind": IncidentKind.ARSON}, False),
        ({"contested": True}, True),
        ({"contested": False}, False),
        ({"contested": Contest.KILLED}, True),
        ({"contested": Contest.WHERE}, False),
        ({"standings": frozenset({Standing.PLANNED})}, False),
    ],
)
def test_a_query_asks_by_each_condition(asked: dict[str, Any], found: bool) -> None:
    assert Query(**asked).matches(incident(*FACTS)) is found


@pytest.mark.parametrize(("confidence", "found"), [(0.4, False), (0.5, True), (None, True)])
def test_what_is_less_probable_is_left_out_and_what_cannot_be_told_stays(
    confidence: float | None, found: bool
) -> None:
    view = replace(incident(*FACTS), confidence=confidence)
    assert Query(min_confidence=0.5).matches(view) is found
    assert Query().matches(view)


@pytest.mark.parametrize("wrong", [-0.1, 1.1, float("nan")])
def test_a_least_confidence_is_a_probability(wrong: float) -> None:
    with pytest.raises(ValueError, match="0 to 1"):
        Query(min_confidence=wrong)


def test_background_and_plans_are_only_shown_when_asked_for() -> None:
    planned = incident(*FACTS, standing=Standing.PLANNED)
    assert not Query().matches(planned)
    assert Query(standings=None).matches(planned)
    assert Query().matches(incident(standing=Standing.PREVENTED))


def test_the_undated_and_unplaced_do_not_match_a_period_or_place() -> None:
    bare = incident()
    assert Query().matches(bare)
    assert not Query(since=date(1, 1, 1)).matches(bare)
    assert not Query(place="Hit").matches(bare)
    assert not Query(actor="us").matches(bare)


def test_an_open_interval_can_lie_in_any_period_after_its_start() -> None:
    since = PartialDate(date(2024, 1, 8), None, DatePrecision.INTERVAL)
    view = incident(fact(Field.WHEN, since))
    assert Query(since=date(2030, 1, 1)).matches(view)
    assert not Query(until=date(2024, 1, 7)).matches(view)
