from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from eval.tempeval import main, read_timeml
from eval.timex import value_of

from tallystick.extract.dates import find_dates
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
    ],
)
def test_values_of_timex3(words: str, value: str) -> None:
    published = PartialDate.day(date(2023, 10, 23))
    [mention] = find_dates(f"It was {words}.", published=published)
    assert value_of(mention) == value
