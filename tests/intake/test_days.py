from __future__ import annotations

from datetime import date

import pytest

from tallystick.intake.days import DayOrder, day_advice, needs_order, published_day, settle_order


@pytest.mark.parametrize(
    "field", ["2021-03-04", "2021-03-04T22:30:00+04:00", "4 March 2021", "Mar 4, 2021", "4.3.2021"]
)
def test_one_day_however_written_is_one_value(field: str) -> None:
    day = published_day(field)
    assert day is not None
    assert (day.start, day.text) == (date(2021, 3, 4), "")


@pytest.mark.parametrize(
    "field",
    ["0000-00-00", "0000-01-01", "2021-02-30", "2021", "March 2021", "soon", "", "04/03/2021"],
)
def test_what_is_no_day_is_unknown(field: str) -> None:
    assert published_day(field) is None


def test_a_column_settles_the_order() -> None:
    assert settle_order(["4/5/2017", "4/19/2017", ""]) is DayOrder.MONTH_FIRST
    assert settle_order(["4/5/2017", "19/4/2017"]) is DayOrder.DAY_FIRST
    assert settle_order(["4/5/2017", "5/5/2017"]) is None
    assert settle_order(["4/19/2017", "19/4/2017"]) is None


def test_the_order_decides_two_readings() -> None:
    assert needs_order("4/5/2017")
    assert not needs_order("4/19/2017")
    month, day = (published_day("4/5/2017", order) for order in reversed(DayOrder))
    assert month is not None
    assert day is not None
    assert (month.start, day.start) == (date(2017, 4, 5), date(2017, 5, 4))


def test_what_to_write_instead_is_told_and_why() -> None:
    told = "03/04/2021 may be 3 April or 4 March: write 2021-04-03 or 2021-03-04"
    assert day_advice(["soon", "03/04/2021", "05/06/2021"]) == told
    assert day_advice(["soon", "30/30/2021"]) == "write a day as 2021-04-03"
