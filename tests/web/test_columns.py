"""The columns choose what a query chooses of one incident, and count as the tallies do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.analyse.units import one_each
from tallystick.ledger import Ledger, Query
from tallystick.model.incident import Contest, Incident
from tallystick.model.statement import Standing
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import DatePrecision, PartialDate, Place, PlacePrecision
from tallystick.web.columns import Box, Chosen, Columns
from tests.scenes import HILL, IRAQ, red_hill

ANY = red_hill().bombing


@pytest.fixture(scope="module")
def incidents(sample_ledger: Path) -> list[Incident]:
    with Ledger.open(sample_ledger, read_only=True) as ledger:
        return ledger.incidents(Query(standings=None))


QUERIES = [
    Query(),
    Query(standings=None),
    Query(standings=frozenset({Standing.BACKGROUND})),
    Query(since=date(2023, 11, 1)),
    Query(until=date(2023, 10, 31)),
    Query(since=date(2023, 10, 18), until=date(2023, 10, 18)),
    Query(place="SY"),
    Query(place="Iraq"),
    Query(place="erbil"),
    Query(place="nowhere"),
    Query(actor="Islamic Resistance"),
    Query(actor="mil-us"),
    Query(kind=IncidentKind.DRONE_ATTACK),
    Query(contested=True),
    Query(contested=False, place="Syria"),
    Query(contested=Contest.KILLED),
    Query(min_confidence=0.5),
]


@pytest.mark.parametrize("query", QUERIES)
def test_columns_choose_what_the_query_does(incidents: list[Incident], query: Query) -> None:
    chosen = Columns(incidents).matching(query)
    assert [i for i, yes in zip(incidents, chosen, strict=True) if yes] == [
        i for i in incidents if query.matches(i)
    ]


def test_low_is_the_number_of_groups_that_may_each_be_one(incidents: list[Incident]) -> None:
    chosen = Chosen(Columns(incidents), np.arange(len(incidents)))
    assert chosen.low == len(one_each(incidents)) < chosen.high


DAYS = st.dates(date(2020, 1, 1), date(2020, 3, 1))


@given(
    st.lists(st.tuples(st.none() | DAYS, st.none() | DAYS), max_size=12),
    st.none() | DAYS,
    st.none() | DAYS,
)
def test_a_period_takes_what_can_lie_in_it(
    spans: list[tuple[date | None, date | None]], since: date | None, until: date | None
) -> None:
    made = []
    for n, (a, b) in enumerate(spans):
        start, end = (min(a, b), max(a, b)) if a and b else (a, b)
        when = PartialDate(start, end, DatePrecision.INTERVAL) if start or end else None
        made.append(replace(ANY, id=f"i-{n}", when=when))
    query = Query(since=since, until=until)
    assert Columns(made).matching(query).tolist() == [query.matches(i) for i in made]


def test_a_floating_day_lies_in_no_period() -> None:
    floating = replace(ANY, when=PartialDate(None, None, DatePrecision.FLOATING, weekday=3))
    assert not Columns([floating]).matching(Query(since=date(2000, 1, 1))).any()


@pytest.mark.parametrize(
    ("box", "inside"),
    [(Box(43, 33, 44, 34), True), (Box(43.25, 33.5, 43.25, 33.5), True),
     (Box(44, 33, 45, 34), False), (Box(43, 34, 44, 35), False),
     (Box(40, 33, -170, 34), True), (Box(50, 33, -170, 34), False)],
)  # fmt: skip
def test_a_box_holds_points(box: Box, inside: bool) -> None:
    assert box.holds(HILL) is inside


def test_a_box_holds_no_country_and_nothing_without_a_point() -> None:
    world = Box(-180, -90, 180, 90)
    assert not world.holds(IRAQ)
    assert not world.holds(replace(IRAQ, lat=33.0, lon=44.0))
    assert not world.holds(Place("Somewhere", PlacePrecision.TOWN))
