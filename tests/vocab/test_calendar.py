"""Calendar dates, stamps and datelines as they are written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.model.values import DatePrecision
from tallystick.vocab.calendar import (
    dateline_date,
    numeric_dates,
    one_reading,
    parse_absolute,
    parse_day,
    stamp_date,
    written_dates,
)


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("It fell on October 17, 2023, near the gate.", "October 17, 2023", "2023-10-17"),
        ("It fell on 17 Oct. 2023.", "17 Oct. 2023", "2023-10-17"),
        ("the 17th of October 2023", "17th of October 2023", "2023-10-17"),
        ("SHELLED ON MONDAY 14 NOVEMBER 2016", "MONDAY 14 NOVEMBER 2016", "2016-11-14"),
        ("Wed 19 Apr 2017", "Wed 19 Apr 2017", "2017-04-19"),
        ("[3 JAN 90] a bridge", "3 JAN 90", "1990-01-03"),
        ("Jan. 5, '90", "Jan. 5, '90", "1990-01-05"),
        ("17-Oct-2023", "17-Oct-2023", "2023-10-17"),
        ("at 2023-10-17T10:00:00Z", "2023-10-17", "2023-10-17"),
        ("on 10/17/2023 at noon", "10/17/2023", "2023-10-17"),
        ("on 17/10/2023 at noon", "17/10/2023", "2023-10-17"),
        ("on 05/05/2023 at noon", "05/05/2023", "2023-05-05"),
        ("on 08.04.2017", "08.04.2017", "2017-04-08"),
        ("29 February 2020", "29 February 2020", "2020-02-29"),
    ],
)
def test_absolute_days(text: str, words: str, day: str) -> None:
    [(span, found)] = parse_absolute(text)
    assert (span.of(text), found.text, found.is_day) == (words, words, True)
    assert found.start == found.end == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    [
        "30 February 2020",
        "0000-01-01",
        "03/04/2017",
        "in May 2,500 men",
        "October 17",
        "on 3 January 90 people died",
        "version 1.2.2020.4",
        "October\n\n17, 2023",
        "10 JAN 1,990",
    ],
)
def test_what_states_no_full_date(text: str) -> None:
    assert parse_absolute(text) == []


def test_a_day_nearby_settles_which_number_is_the_month() -> None:
    text = "shelled on 03/04/2017"
    [(_, readings)] = numeric_dates(text)
    march, april = date(2017, 3, 4), date(2017, 4, 3)
    assert parse_absolute(text) == []
    assert one_reading(readings, date(2017, 4, 5)) == april
    assert one_reading(readings, date(2017, 3, 10)) == march
    assert one_reading(readings, date(2017, 8, 1)) is None
    assert one_reading(readings, date(2017, 3, 19)) == march  # both are near, one is past


def test_a_month_with_its_year() -> None:
    [(span, found)] = parse_absolute("since October 2023 there")
    assert (found.precision, found.start, found.end) == (
        DatePrecision.MONTH,
        date(2023, 10, 1),
        date(2023, 10, 31),
    )
    assert span.start == 6


def test_parts_of_a_date_stay_open() -> None:
    [first, second] = written_dates("On Friday, 13 October and on Nov. 9.")
    assert (first.weekday, first.day, first.month, first.year) == (5, 13, 10, None)
    assert (second.weekday, second.day, second.month, second.year) == (None, 9, 11, None)


@pytest.mark.parametrize(
    ("field", "start", "end"),
    [
        ("2023-10-23", "2023-10-23", "2023-10-23"),
        (" 20231023 ", "2023-10-23", "2023-10-23"),
        ("2023-10-23 14:05", "2023-10-23", "2023-10-23"),
        ("2023-10-23T10:00:00.123+03:00", "2023-10-23", "2023-10-23"),
        ("Mon, 23 Oct 2023 10:11:12 +0000", "2023-10-23", "2023-10-23"),
        ("October 23, 2023 at 5:00 p.m. EDT", "2023-10-23", "2023-10-23"),
        ("2023-10", "2023-10-01", "2023-10-31"),
        ("2024/2", "2024-02-01", "2024-02-29"),
        ("2023", "2023-01-01", "2023-12-31"),
    ],
)
def test_a_field_that_is_a_date(field: str, start: str, end: str) -> None:
    found = parse_day(field)
    assert found is not None
    assert (str(found.start), str(found.end), found.text) == (start, end, field.strip())


@pytest.mark.parametrize(
    "field",
    [
        "",
        "0000-01-01",
        "2023-13",
        "0000",
        "soon",
        "He died on 3 May 2020",
        "2023-02-30",
        "20231332",
    ],
)
def test_a_field_that_is_no_date(field: str) -> None:
    assert parse_day(field) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Updated: January 01, 2024, 1:35 PM", "2024-01-01"),
        ("Posted: Tuesday, January 28, 2014 8:18 PM EST", "2014-01-28"),
        ("Published 08.04.2017", "2017-04-08"),
        ("09.04.2017(updated 1456 10.04.2017)", "2017-04-09"),
        ("Tue 03 Oct 2017", "2017-10-03"),
        ("Updated 5 May 2020, published 3 May 2020", "2020-05-03"),
        ("A title\nBy the desk | Published 12 Oct 2023\n", "2023-10-12"),
        ("LAST UPDATED AT 10:15 ON 3 MARCH 2011", "2011-03-03"),
    ],
)
def test_stamps(line: str, day: str) -> None:
    found = stamp_date(line)
    assert found is not None
    assert found.date.start == date.fromisoformat(day)
    assert found.span.of(line) == found.date.text


@pytest.mark.parametrize(
    "line",
    [
        "He published a book about it on 3 May 2020.",
        "In this January 13, 2020, photo, soldiers stand guard",
        "Updated yesterday",
        "October 2023",
    ],
)
def test_what_is_no_stamp(line: str) -> None:
    assert stamp_date(line) is None


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("BAGHDAD, Dec 8 (Reuters) - Two rockets", "Dec 8", None),
        ("LIMA, 3 JAN 90 (DPA) -- [TEXT] A BOMB", "3 JAN 90", "1990-01-03"),
        ("KABUL, Afghanistan, Nov. 13 — A blast", "Nov. 13", None),
        ("A title\n\nQUETTA: MONDAY 14 NOVEMBER 2016 - x", "MONDAY 14 NOVEMBER 2016", "2016-11-14"),
        ("LONDON — Oct. 8, 2023 — The", "Oct. 8, 2023", "2023-10-08"),
        ("Goma, le 9 juin 2026 - Seven", "le 9 juin 2026", "2026-06-09"),
        ("Goma, lundi 1er août 2022 – Seven", "lundi 1er août 2022", "2022-08-01"),
        ("Tibú, 9 de junio de 2025 (EFE).- Two", "9 de junio de 2025", "2025-06-09"),
        ("PEMBA, 3 de Maio – Two", "3 de Maio", None),
        ("SRINAGAR, June 4, 2024: Two", "June 4, 2024", "2024-06-04"),
    ],
)
def test_datelines(text: str, words: str, day: str | None) -> None:
    found = dateline_date(text)
    assert found is not None
    assert found.span.of(text) == found.date.text == words
    assert found.date.start == (date.fromisoformat(day) if day else None)


@pytest.mark.parametrize("text", ["ERBIL, Kurdistan Region - A militia", "", "On 3 May they left."])
def test_what_has_no_dated_line(text: str) -> None:
    assert dateline_date(text) is None


@given(st.text(alphabet=st.sampled_from("0123456789 -/.,:TZMayOct'()\nupdate—"), max_size=60))
def test_any_text_is_read_without_error(text: str) -> None:
    for span, found in parse_absolute(text):
        assert span.of(text) == found.text
    for result in (stamp_date(text), dateline_date(text)):
        assert result is None or result.span.of(text) == result.date.text
    parse_day(text)
