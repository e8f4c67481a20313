"""Kind, standing, time and place over several accounts."""

from __future__ import annotations

from datetime import date

import pytest

from tallystick.ledger.view.accounts import Evidence
from tallystick.ledger.view.setting import (
    kind,
    occurrence_differs,
    standing,
    when,
    when_differs,
    where,
    where_differs,
)
from tallystick.model.statement import Field, Report, Stance, Standing
from tallystick.model.taxonomy import IncidentKind as Kind
from tallystick.model.values import (
    DatePrecision,
    DayPart,
    PartialDate,
    Place,
    PlacePrecision,
)
from tests.builders import Fact, day, document, fact, report

MARCH = PartialDate(date(2020, 3, 1), date(2020, 3, 31), DatePrecision.MONTH, "in March")
SUNDAY = PartialDate(None, None, DatePrecision.FLOATING, "on Sunday", 7)
BASE = Place("Old Field base", PlacePrecision.SITE, "ts:old", "IQ", "Anbar", 33.8, 42.4)
TOWN = Place("Hit", PlacePrecision.TOWN, "gn:2", "IQ", "Anbar", 33.6, 42.8)
NEAR = Place("Field gate", PlacePrecision.SITE, "ts:gate", "IQ", "Anbar", 33.81, 42.42)
FAR = Place("River base", PlacePrecision.SITE, "ts:river", "SY", "Deir", 35.3, 40.1)
IRAQ = Place("Iraq", PlacePrecision.COUNTRY, "gn:iq", "IQ")


def evidence(*told: list[Fact], standings: tuple[Standing, ...] = ()) -> Evidence:
    """One document for each list of facts."""
    documents, reports = {}, list[Report]()
    for number, facts in enumerate(told):
        doc = document(f"Account number {number}.", publisher=f"Paper {number}")
        documents[doc.id] = doc
        given = standings[number] if standings else Standing.HAPPENED
        reports.append(report(doc, "Account", *facts, standing=given))
    return Evidence(tuple(reports), documents)


def kinds(*named: Kind) -> list[Fact]:
    return [fact(Field.KIND, k) for k in named]


def dates(*named: PartialDate) -> list[Fact]:
    return [fact(Field.WHEN, d) for d in named]


def places(*named: Place) -> list[Fact]:
    return [fact(Field.WHERE, p) for p in named]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([kinds(Kind.ATTACK), kinds(Kind.ATTACK), kinds(Kind.DRONE_ATTACK)], Kind.DRONE_ATTACK),
        ([kinds(Kind.BOMBING), kinds(Kind.BOMBING), kinds(Kind.SUICIDE_BOMBING)],
         Kind.SUICIDE_BOMBING),
        ([kinds(Kind.SHELLING), kinds(Kind.SHELLING), kinds(Kind.DRONE_ATTACK)], Kind.SHELLING),
        ([kinds(Kind.SHELLING, Kind.DRONE_ATTACK), kinds(Kind.DRONE_ATTACK)], Kind.DRONE_ATTACK),
        ([kinds(Kind.ARMED_ASSAULT, Kind.SHOOTING), kinds(Kind.ARMED_ASSAULT)], Kind.ARMED_ASSAULT),
        ([kinds(Kind.ARMED_ASSAULT), kinds(Kind.ASSASSINATION)], Kind.ASSASSINATION),
        ([kinds(Kind.ATTACK)], Kind.ATTACK),
        ([[]], Kind.ATTACK),
    ],
)  # fmt: skip
def test_the_kind_most_documents_give_made_finer(told: list[list[Fact]], expected: Kind) -> None:
    assert kind(evidence(*told)) is expected


def test_one_document_repeating_itself_has_one_vote() -> None:
    loud = [fact(Field.KIND, Kind.SHELLING, w) for w in ("Account", "number")]
    told = [loud, kinds(Kind.ARSON), kinds(Kind.ARSON)]
    assert kind(evidence(*told)) is Kind.ARSON


@pytest.mark.parametrize(
    ("standings", "expected"),
    [
        ("happened prevented", Standing.HAPPENED),
        ("prevented prevented happened", Standing.PREVENTED),
        ("happened background background", Standing.HAPPENED),
        ("planned planned background", Standing.PLANNED),
        ("background", Standing.BACKGROUND),
    ],
)
def test_standing_is_by_majority_of_those_who_tell_the_event(
    standings: str, expected: Standing
) -> None:
    given = tuple(map(Standing, standings.split()))
    assert standing(evidence(*([] for _ in given), standings=given)) is expected


def test_occurrence_is_contested_by_denial_or_by_standing() -> None:
    denial = [fact(Field.OCCURRENCE, Standing.HAPPENED, stance=Stance.DENIES, by="Army")]
    assert occurrence_differs(evidence([], denial))
    assert occurrence_differs(evidence([], [], standings=(Standing.HAPPENED, Standing.PREVENTED)))
    assert not occurrence_differs(
        evidence([], [], standings=(Standing.HAPPENED, Standing.BACKGROUND))
    )
    assert not occurrence_differs(evidence([fact(Field.OCCURRENCE, Standing.HAPPENED)]))


def test_the_most_precise_date_that_most_agree_on() -> None:
    friday, other = day("2020-03-06", "on Friday"), day("2020-03-09")
    assert when(evidence(dates(MARCH), dates(friday), dates(friday), dates(other))) == friday
    found = when(evidence(dates(MARCH), dates(friday)))
    assert found is not None
    assert found.text == "on Friday"


def test_overlapping_spans_narrow_each_other() -> None:
    first = PartialDate(date(2020, 3, 1), date(2020, 3, 6), DatePrecision.DAYS, "a")
    second = PartialDate(date(2020, 3, 6), date(2020, 3, 9), DatePrecision.DAYS, "b")
    assert when(evidence(dates(first), dates(second))) == day("2020-03-06")
    since = PartialDate(date(2020, 3, 20), None, DatePrecision.INTERVAL, "since the 20th")
    found = when(evidence(dates(MARCH), dates(since)))
    assert found is not None
    assert (found.start, found.end) == (date(2020, 3, 20), date(2020, 3, 31))
    assert found.precision is DatePrecision.INTERVAL


def test_a_floating_date_stays_floating_and_gives_way_to_a_fixed_one() -> None:
    vague = PartialDate(None, None, DatePrecision.FLOATING, "last week")
    assert when(evidence(dates(vague), dates(SUNDAY))) == SUNDAY
    assert when(evidence(dates(SUNDAY), dates(MARCH))) == MARCH
    assert when(evidence([])) is None


def test_the_part_of_the_day_comes_from_whoever_gives_it() -> None:
    early = PartialDate.day(date(2020, 3, 6), "early on Friday", DayPart.DAWN)
    found = when(evidence(dates(day("2020-03-06")), dates(early)))
    assert found is not None
    assert found.part is DayPart.DAWN


def test_days_contest_each_other_and_a_month_does_not() -> None:
    first, second = day("2020-03-06"), day("2020-03-07")
    assert when_differs(evidence(dates(first), dates(second)))
    assert not when_differs(evidence(dates(first), dates(MARCH)))
    assert not when_differs(evidence(dates(first), dates(first, second)))


def test_a_denied_date_counts_for_nothing() -> None:
    denied = [fact(Field.WHEN, day("2020-03-07"), stance=Stance.DENIES)]
    assert when(evidence(denied)) is None


def test_the_most_precise_place_that_most_allow() -> None:
    assert where(evidence(places(IRAQ), places(TOWN), places(BASE, IRAQ))) == BASE
    assert where(evidence(places(FAR), places(IRAQ), places(TOWN), places(IRAQ))) == TOWN
    assert where(evidence([])) is None


def test_a_site_without_a_name_is_the_place_only_where_none_is_named() -> None:
    mosque = Place("a mosque", PlacePrecision.SITE, country="IQ")
    assert where(evidence(places(mosque, TOWN))) == TOWN
    assert where(evidence(places(mosque), places(IRAQ))) == IRAQ
    assert where(evidence(places(mosque))) == mosque


def test_places_contest_each_other_when_apart() -> None:
    assert where_differs(evidence(places(BASE), places(FAR)))
    assert not where_differs(evidence(places(BASE), places(NEAR)))
    assert not where_differs(evidence(places(BASE), places(TOWN)))
    assert not where_differs(evidence(places(BASE, FAR), places(FAR)))
    nowhere = Place("somewhere", PlacePrecision.SITE)
    assert not where_differs(evidence(places(BASE), places(nowhere)))
