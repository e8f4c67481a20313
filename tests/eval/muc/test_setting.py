from __future__ import annotations

from datetime import date

from eval.muc.setting import when, where

from tallystick.model.statement import Field, Report, Value
from tallystick.model.values import PartialDate, Place, PlacePrecision
from tests.builders import document, fact, report

TEXT = "LIMA, 4 MAR 90 -- [TEXT] A MILL BURNED IN THE OLD QUARTER, TACNA DEPARTMENT."
MARCH_3 = date(1990, 3, 3)


def told(*facts: tuple[Field, Value, str], text: str = TEXT) -> Report:
    statements = (fact(field, value, words=words) for field, value, words in facts)
    return report(document(text), "BURNED", *statements)


def test_a_day_told_is_its_day() -> None:
    found = when(told((Field.WHEN, PartialDate.day(MARCH_3), "BURNED")), TEXT)
    assert found == (MARCH_3, MARCH_3)


def test_without_a_day_it_was_on_or_before_that_of_the_message() -> None:
    assert when(told(), TEXT) == (date(1990, 2, 1), date(1990, 3, 4))
    assert when(told(text="IT BURNED."), "IT BURNED.") is None


def test_a_place_has_every_name_that_the_text_gives_it() -> None:
    place = Place("Tácna", PlacePrecision.PROVINCE, country="PE", admin1="Tacna")
    found = where(told((Field.WHERE, place, "TACNA DEPARTMENT")), TEXT)
    assert found == ("PERU", "Tacna", "TACNA DEPARTMENT", "TACNA")


def test_a_province_that_the_text_does_not_name_is_not_given() -> None:
    place = Place("Old Quarter", PlacePrecision.TOWN, country="PE", admin1="Puno")
    found = where(told((Field.WHERE, place, "OLD QUARTER")), TEXT)
    assert "Puno" not in found


def test_the_country_is_that_of_the_message_where_the_report_has_none() -> None:
    assert where(told(), TEXT) == ("PERU",)
    assert where(told(text="IT BURNED."), "IT BURNED.") == ()
