"""A value that is typed into the form of the desk."""

from __future__ import annotations

import pytest

from tallystick.model.statement import Field
from tallystick.model.values import DatePrecision, PartialDate
from tallystick.web.desk.values import Typed, value_of


@pytest.mark.parametrize(
    ("start", "end", "precision"),
    [
        ("2024-02-01", "2024-02-29", DatePrecision.MONTH),
        ("2024-02-01", "2024-02-28", DatePrecision.INTERVAL),
        ("2023-12-01", "2023-12-31", DatePrecision.MONTH),
        ("2023", "2023", DatePrecision.YEAR),
        ("2024-02-01", "2024-02-03", DatePrecision.DAYS),
        ("2024-02-03", "2024-02-03", DatePrecision.DAY),
        ("2024-02-03", "", DatePrecision.INTERVAL),
    ],
)
def test_a_date_is_as_precise_as_its_days(start: str, end: str, precision: DatePrecision) -> None:
    value = value_of(Field.WHEN, Typed({"start": start, "end": end}, "then"))
    assert isinstance(value, PartialDate)
    assert value.precision is precision


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "first or a last possible day"),
        ({"start": "soon"}, "soon"),
        ({"start": "2024-02-03", "end": "2024-01"}, "ends before"),
    ],
)
def test_what_is_no_date_is_refused(given: dict[str, str], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        value_of(Field.WHEN, Typed(given, "then"))
