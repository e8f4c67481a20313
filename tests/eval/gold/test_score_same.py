from __future__ import annotations

from datetime import date

import pytest
from eval.gold.score_same import (
    Who,
    near_days,
    near_place,
    related_who,
    same_bounds,
    same_chain,
    same_days,
    same_nearest,
    same_place,
    same_who,
    who,
    wider_place,
)

from tallystick.model.document import Span
from tallystick.model.values import DatePrecision, PartialDate, Place, PlacePrecision


def days(first: int, last: int) -> PartialDate:
    return PartialDate(date(2031, 5, first), date(2031, 5, last), DatePrecision.INTERVAL)


def floating(weekday: int | None) -> PartialDate:
    return PartialDate(None, None, DatePrecision.FLOATING, weekday=weekday)


DAY = PartialDate.day(date(2031, 5, 6))


def test_a_day_is_the_interval_of_that_day_alone() -> None:
    assert same_days(DAY, days(6, 6))
    assert not same_days(DAY, days(5, 6))
    assert not same_days(DAY, PartialDate.day(date(2031, 5, 7)))


def test_near_is_a_day_off_at_either_end() -> None:
    assert near_days(DAY, days(5, 6))
    assert near_days(DAY, days(7, 7))
    assert not near_days(DAY, days(8, 8))
    assert not near_days(DAY, days(1, 31))
    since = PartialDate(date(2031, 5, 6), None, DatePrecision.INTERVAL)
    assert near_days(since, since)
    assert not near_days(since, days(6, 6))


def test_a_floating_day_is_right_by_its_weekday_alone() -> None:
    assert same_days(floating(2), floating(2))
    assert not same_days(floating(2), floating(3))
    assert not same_days(floating(2), floating(None))
    assert not same_days(floating(2), DAY)  # a Tuesday, but nothing says which
    assert not near_days(DAY, floating(2))


def place(
    name: str,
    precision: PlacePrecision = PlacePrecision.TOWN,
    point: tuple[float, float] | None = None,
    country: str | None = "SY",
) -> Place:
    lat, lon = point or (None, None)
    return Place(name, precision, country=country, lat=lat, lon=lon)


PROVINCE, COUNTRY = PlacePrecision.PROVINCE, PlacePrecision.COUNTRY


def test_a_place_is_right_within_25_km_whatever_its_name() -> None:
    here = place("Ashmar", point=(36.0, 40.0))
    assert same_place(here, place("Achmar", point=(36.2, 40.0)))  # 22 km
    assert not same_place(here, place("Ashmar", point=(36.3, 40.0)))  # 33 km: a namesake
    assert near_place(here, place("Ashmar", point=(36.3, 40.0)))
    assert not near_place(here, place("Ashmar", point=(38.0, 40.0)))


def test_without_a_point_the_name_decides() -> None:
    assert same_place(place("Ashmar"), place("Ashmar town"))
    assert same_place(place("the village of Ashmar"), place("Achmar"))
    assert not same_place(place("Ashmar"), place("Belvale"))
    assert not same_place(place("Ashmar"), place("Ashmar", country="IQ"))
    assert same_place(
        place("Aleppo", country=None), Place("Halab", PlacePrecision.TOWN, "gn:170063")
    )


def test_a_wider_place_is_not_the_finer_one() -> None:
    town = place("Homs", point=(34.73, 36.71))
    around = place("Homs", PROVINCE, (34.73, 36.71))
    assert not same_place(town, around)
    assert wider_place(town, around)
    assert wider_place(town, place("Syria", COUNTRY, (35.0, 38.0)))
    assert not wider_place(town, place("Iraq", COUNTRY, (33.0, 44.0), "IQ"))
    assert not wider_place(town, place("Hasakah", PROVINCE, (36.7, 41.1)))  # 440 km away
    assert not wider_place(around, around)


def test_a_province_is_right_by_its_name_and_a_country_by_its_code() -> None:
    assert same_place(place("Homs province", PROVINCE), place("Homs", PROVINCE, (34.5, 38.0)))
    assert not same_place(place("Homs province", PROVINCE), place("Hama", PROVINCE))
    assert not same_place(place("Homs province", PROVINCE), place("Homs", point=(34.73, 36.71)))


def test_a_province_is_right_under_another_of_its_names() -> None:
    given = Place("Deir ez-Zor", PROVINCE, "ts:sy-deir-ez-zor", "SY")
    assert same_place(place("Deir al-Zour province", PROVINCE), given)
    assert same_place(place("the republic", COUNTRY), place("Syria", COUNTRY))


@pytest.mark.parametrize(
    ("wanted", "given", "same"),
    [
        ((3, 3), (3, 3), True),
        ((3, None), (3, 3), False),
        ((3, None), (2, None), False),  # "several" is no bare plural
        ((101, None), (100, None), True),  # "more than 100"
        ((102, None), (100, None), False),
        ((101, 101), (100, 100), False),
        ((None, 40), (None, 40), True),
        ((None, 40), (40, 40), False),
    ],
)
def test_counts(
    wanted: tuple[int | None, int | None], given: tuple[int | None, int | None], same: bool
) -> None:
    assert same_bounds(wanted, given) is same
    assert same_bounds(given, wanted) is same


def test_who_is_the_same_by_id_name_or_words() -> None:
    assert same_who(who("Islamic State"), who("Daesh"))
    assert same_who(who("the gunmen"), who("Gunmen"))
    assert same_who(who("unidentified gunmen"), who("gunmen"))
    assert not same_who(who("gunmen"), who("villagers"))
    assert not same_who(who("Islamic State"), who("Hezbollah"))
    assert same_who(
        Who(frozenset({"a"}), spans=(Span(3, 9),)), Who(frozenset({"b"}), spans=(Span(5, 7),))
    )


def test_known_actors_are_not_the_same_for_a_shared_word() -> None:
    russian, syrian = who("Russian military"), who("Syrian military")
    assert russian.ids and syrian.ids
    assert not same_who(russian, syrian)
    assert not same_who(who("Russian military"), who("Russia"))
    assert related_who(who("Russian military"), who("Russia"))


def test_the_chain_is_right_as_a_whole_and_in_order() -> None:
    doctor, agency = who("a doctor"), who("Reuters")
    assert same_chain((doctor, agency), (who("doctor"), agency))
    assert not same_chain((doctor, agency), (agency, doctor))
    assert not same_chain((doctor, agency), (doctor,))
    assert same_chain((), ())
    assert same_nearest((doctor, agency), (doctor,))
    assert not same_nearest((doctor,), ())
    assert same_nearest((), ())
