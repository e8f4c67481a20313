"""Days as people type them."""

from __future__ import annotations

from datetime import date

import pytest

from tallystick.present.days import read_day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023-10-17", date(2023, 10, 17), date(2023, 10, 17)),
        ("20231017", date(2023, 10, 17), date(2023, 10, 17)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
    ],
)
def test_a_month_or_year_has_a_first_and_a_last_day(text: str, first: date, last: date) -> None:
    assert (read_day(text, last=False), read_day(text, last=True)) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2023-13", "2023-02-30", "0000", "17-10-2023", "20231301"]
)
def test_anything_else_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match="is no date: give 2023-10-17"):
        read_day(text, last=False)
