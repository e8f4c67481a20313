"""Whether an incident is in a class."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tallystick.analyse.membership import Membership, aimed_at, among, between, in_any
from tallystick.model.values import (
    ActorRef,
    DatePrecision,
    PartialDate,
    Place,
    PlacePrecision,
    Target,
    TargetKind,
)
from tests.builders import day
from tests.scenes import HILL, HIT, IRAQ

SYRIA = Place("Syria", PlacePrecision.COUNTRY, None, "SY")
ANBAR = Place("Anbar", PlacePrecision.PROVINCE, None, "IQ", "Anbar")
NORTH = Place("northern Iraq", PlacePrecision.REGION, None, "IQ")
FLOATING = PartialDate(None, None, DatePrecision.FLOATING, "on Sunday", 7)


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (day("2023-12-05"), Membership.MEMBER),
        (day("2023-12-01"), Membership.MEMBER),
        (day("2023-12-31"), Membership.MEMBER),
        (day("2024-01-01"), Membership.NO),
        (PartialDate(day("2023-11-30").start, day("2023-12-02").end, DatePrecision.DAYS),
         Membership.POSSIBLE),
        (FLOATING, Membership.POSSIBLE),
        (None, Membership.POSSIBLE),
    ],
)  # fmt: skip
def test_dates_in_a_period(when: PartialDate | None, expected: Membership) -> None:
    assert between(when, date(2023, 12, 1), date(2023, 12, 31)) is expected


@pytest.mark.parametrize(
    ("place", "area", "expected"),
    [
        (HIT, IRAQ, Membership.MEMBER),
        (HIT, ANBAR, Membership.MEMBER),
        (HIT, SYRIA, Membership.NO),
        (HIT, HILL, Membership.NO),
        (HILL, HILL, Membership.MEMBER),
        (HIT, NORTH, Membership.POSSIBLE),
        (IRAQ, ANBAR, Membership.POSSIBLE),
        (IRAQ, HILL, Membership.POSSIBLE),
        (None, IRAQ, Membership.POSSIBLE),
    ],
)
def test_places_in_an_area(place: Place | None, area: Place, expected: Membership) -> None:
    assert in_any(place, [area]) is expected
    assert in_any(place, []) is Membership.MEMBER


def test_a_member_group_counts_as_its_umbrella() -> None:
    umbrella = ActorRef("Islamic Resistance in Iraq", "islamic-resistance-in-iraq")
    member = ActorRef("Kataib Hezbollah", "kataib-hezbollah")
    assert among([member], [umbrella]) is Membership.MEMBER
    assert among([umbrella], [member]) is Membership.POSSIBLE  # it may have been another member
    assert among([ActorRef("Free Riders")], [umbrella]) is Membership.NO
    assert among([], [umbrella]) is Membership.POSSIBLE


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Place("Springfield", PlacePrecision.TOWN, "gn:1", "US", "Ohio"), Membership.MEMBER),
        (Place("Springfield", PlacePrecision.TOWN, "gn:2", "US", "Illinois"), Membership.NO),
        (Place("Springfield", PlacePrecision.TOWN, None, "US"), Membership.MEMBER),
        (Place("Springfield Mall", PlacePrecision.SITE, None, "US", "Ohio"), Membership.MEMBER),
        (Place("West Springfield", PlacePrecision.TOWN, None, "US", "Ohio"), Membership.MEMBER),
        (Place("Dayton", PlacePrecision.TOWN, "gn:3", "US", "Ohio"), Membership.NO),
        (Place("Clark County", PlacePrecision.DISTRICT, None, "US", "Ohio"), Membership.POSSIBLE),
        (Place("Lee County", PlacePrecision.DISTRICT, None, "US", "Iowa"), Membership.NO),
        (Place("Ohio", PlacePrecision.PROVINCE, None, "US"), Membership.POSSIBLE),
    ],
)
def test_a_place_asked_for_by_its_name(place: Place, expected: Membership) -> None:
    asked = Place("Springfield", PlacePrecision.TOWN, None, "US", "Ohio")
    assert in_any(place, [asked]) is expected


def test_a_province_is_in_itself_and_in_no_other() -> None:
    ohio, iowa = (Place(name, PlacePrecision.PROVINCE, None, "US") for name in ("Ohio", "Iowa"))
    assert in_any(ohio, [ohio]) is Membership.MEMBER
    assert in_any(iowa, [ohio]) is Membership.NO


GUNMEN = ActorRef("gunmen", "gunmen")
HOUTHIS = ActorRef("Houthis", "houthis")
TIGERS = ActorRef("Liberation Tigers of Tamil Eelam", "ltte")


@pytest.mark.parametrize(
    ("actors", "wanted", "expected"),
    [
        ([HOUTHIS], HOUTHIS, Membership.MEMBER),
        ([GUNMEN], HOUTHIS, Membership.POSSIBLE),  # anybody's, for all that is told
        ([GUNMEN, TIGERS], HOUTHIS, Membership.NO),  # they have a name, and it is another
        ([GUNMEN, HOUTHIS], HOUTHIS, Membership.MEMBER),
        ([], HOUTHIS, Membership.POSSIBLE),
        ([HOUTHIS], GUNMEN, Membership.MEMBER),  # a sort was asked for
        ([GUNMEN], GUNMEN, Membership.MEMBER),
        ([ActorRef("Men of the North")], HOUTHIS, Membership.NO),
    ],
)
def test_a_sort_may_be_anybody_of_it(
    actors: list[ActorRef], wanted: ActorRef, expected: Membership
) -> None:
    assert among(actors, [wanted]) is expected


def test_an_army_without_its_name_is_only_likely_the_one_attacked() -> None:
    army, troops = ActorRef("army", "military"), ActorRef("US military", "mil-us")
    post = Target("a post", TargetKind.MILITARY, army)
    assert aimed_at([post], [troops]) is Membership.LIKELY
    assert aimed_at([replace(post, owner=troops)], [troops]) is Membership.MEMBER
