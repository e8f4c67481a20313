from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from eval.tempeval import _padded, main, read_timeml
from eval.timex import value_of, valued

from tallystick.extract.dates.mentions import find_dates
from tallystick.model.values import PartialDate

_SOURCE = """<?xml version="1.0" ?><TimeML>
<DCT><TIMEX3 tid="t0" value="2023-10-23" functionInDocument="CREATION_TIME">x</TIMEX3></DCT>
<TEXT>Two fell &amp; <EVENT eid="e1">burned</EVENT> on <TIMEX3 tid="t1"
 type="DATE" value="{value}">Sunday</TIMEX3>.</TEXT>
</TimeML>"""


def test_timeml_becomes_text_with_offsets() -> None:
    document = read_timeml("a", _SOURCE.format(value="2023-10-22"))
    assert document.text == "Two fell & burned on Sunday."
    assert document.created is not None
    assert document.created.start == date(2023, 10, 23)
    assert [(k.span.of(document.text), k.value) for k in document.keys] == [
        ("Sunday", "2023-10-22")
    ]


@pytest.mark.parametrize(("value", "right"), [("2023-10-22", 1.0), ("2023-10-21", 0.0)])
def test_the_figures_follow_the_key(tmp_path: Path, value: str, right: float) -> None:
    for part in ("TimeBank", "AQUAINT"):
        (tmp_path / "tempeval3" / part).mkdir(parents=True)
    file = tmp_path / "tempeval3" / "TimeBank" / "a.tml"
    file.write_text(_SOURCE.format(value=value), encoding="utf-8")
    figures = main(["--data", str(tmp_path)]).as_dict()
    assert figures["timebank.span.f1"] == figures["timebank.span_exact.f1"] == 1.0
    assert figures["timebank.value.f1"] == figures["timebank.days_right"] == right
    assert figures["timebank.days_wrong"] == 1.0 - right


def test_absent_data_is_said(tmp_path: Path) -> None:
    assert "not here" in main(["--data", str(tmp_path)]).skipped


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("on Sunday night", "2023-10-22TNI"),
        ("at 3:15 pm on Sunday", "2023-10-22T15:15"),
        ("last week", "2023-W42"),
        ("over the weekend", "2023-W42-WE"),
        ("in September", "2023-09"),
        ("late last month", "2023-09"),
        ("last summer", "2023-SU"),
        ("last year", "2022"),
        ("the third quarter of 2022", "2022-Q3"),
        ("in the late 1980s", "198"),
        ("for three days", "P3D"),
        ("for 36 hours", "PT36H"),
        ("for several months", "PXM"),
        ("every Friday", "XXXX-WXX-5"),
        ("daily", "P1D"),
        ("now", "PRESENT_REF"),
        ("recently", "PAST_REF"),
        ("soon", "FUTURE_REF"),
        ("for a few days", "PXD"),
        ("for two decades", "P20Y"),
        ("for decades-long", "PXE"),
        ("for two and a half years", "P2Y6M"),
        ("for a couple of weeks", "P2W"),
        ("in recent months", "PXM"),
        ("for the past decade", "P10Y"),
        ("at noon on Sunday", "2023-10-22T12:00"),
        ("each July", "XXXX-07"),
        ("in the second half of 2022", "2022-H2"),
    ],
)
def test_values_of_timex3(words: str, value: str) -> None:
    published = PartialDate.day(date(2023, 10, 23))
    [mention] = find_dates(f"It was {words}.", published=published)
    assert value_of(mention) == value


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("from Aug. 26 to Oct. 20", [("Aug. 26", "2023-08-26"), ("Oct. 20", "2023-10-20")]),
        ("between 1982 and 1992", [("1982", "1982"), ("1992", "1992")]),
        ("from March to May", [("March", "2023-03"), ("May", "2023-05")]),
        ("on September 24 and 25", [("September 24", "2023-09-24"), ("25", "2023-09-25")]),
        ("in 1989", [("1989", "1989")]),
    ],
)
def test_a_range_is_two_expressions_of_timex3(words: str, values: list[tuple[str, str]]) -> None:
    text = f"It was {words}."
    mentions = find_dates(text, published=PartialDate.day(date(2023, 10, 23)))
    assert [(v.span.of(text), v.value) for m in mentions for v in valued(m)] == values


def test_a_week_of_one_digit_is_the_same_week() -> None:
    assert [_padded(v) for v in ("2000-W6", "2000-W16", "2000-WXX", "2000-02-01")] == [
        *("2000-W06", "2000-W16", "2000-WXX", "2000-02-01")
    ]
