"""Which reports meet, and how they are looked up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.link import blocking
from tallystick.link.blocking import Keys, partners
from tallystick.model.document import Document
from tallystick.model.statement import Report
from tallystick.model.values import DatePrecision, PartialDate, Place
from tests.builders import reading
from tests.link.scenes import ASAD, BAGHDAD, KHOST, RESISTANCE, US_BASE, at, by, on, told
from tests.link.test_laws import profiled

Told = tuple[Document, Report]

_KEYS = st.lists(st.lists(st.integers(0, 9), max_size=4), max_size=30)


@pytest.fixture(scope="module", params=[1, 7, 1 << 21])
def portion(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@given(held=_KEYS)
def test_reports_meet_that_share_a_key_however_many_are_looked_up_at_once(
    portion: int, held: list[list[int]]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocking, "_PORTION", portion)
        found = [
            (int(i), int(j))
            for some in partners(_keys(held), _keys(held).sorted())
            for i, j in zip(*some, strict=True)
        ]
    own = list(map(set, held))
    assert found == [
        (i, j) for i in range(len(held)) for j in range(i) if not own[i].isdisjoint(own[j])
    ]


def test_few_are_looked_up_at_once_where_many_share_a_key(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(blocking, "_PORTION", 100)
    crowded = _keys([[1, 2, 3]] * 60)
    assert max(len(i) for i, _ in partners(crowded, crowded.sorted())) <= 100


def _keys(held: list[list[int]]) -> Keys:
    """Keys that are looked up as they are, of rows from 0 on."""
    hashes = np.array([key for keys in held for key in keys], np.uint64)
    rows = np.repeat(np.arange(len(held), dtype="i4"), [len(keys) for keys in held])
    return Keys(hashes, rows, np.zeros(len(hashes), np.uint8))


def _compared(one: Told, other: Told) -> bool:
    profiles = profiled([reading(*one), reading(*other)])
    keys = Keys.of(profiles)
    return any(len(i) for i, _ in partners(keys, keys.sorted()))


def _of_a_week(where: Place | None, text: str) -> Told:
    """A report without a day of its own."""
    return told(text, None, where, by(RESISTANCE), at(US_BASE), published="2023-11-03")


def test_abroad_and_without_a_day_an_actor_is_not_enough() -> None:
    dated = told("Drones fell.", on("2023-11-01"), ASAD, by(RESISTANCE), at(US_BASE))
    assert not _compared(dated, _of_a_week(KHOST, "Mortars landed there."))
    assert _compared(dated, _of_a_week(BAGHDAD, "Mortars landed there."))
    assert _compared(dated, _of_a_week(None, "Mortars landed there."))
    assert _compared(dated, _of_a_week(replace(KHOST, country=None), "Mortars landed there."))


def test_abroad_and_without_a_day_a_heavy_word_is() -> None:
    dated = told("A hostel burned in Quillgate.", on("2023-11-01"), ASAD, by(RESISTANCE))
    assert _compared(dated, _of_a_week(KHOST, "Shells came down on Quillgate."))
    assert not _compared(dated, _of_a_week(KHOST, "Shells came down on Oldbarrow."))


@pytest.mark.parametrize("last", [None, date(2024, 3, 1)])
def test_an_open_or_long_date_meets_by_its_first_day(last: date | None) -> None:
    since = PartialDate(date(2023, 11, 1), last, DatePrecision.INTERVAL)
    since_then = told("A hostel burned in Quillgate.", since, None)
    assert _compared(since_then, _of_a_week(ASAD, "The hostel of Quillgate burned down."))


def test_a_run_that_many_reports_have_brings_none_together() -> None:
    assert not _compared(*_told_twice("Drones hit a depot."))
    assert _compared(*_told_twice("Drones hit the Quillgate Orchard granary."))


def test_copied_text_of_common_words_alone_meets() -> None:
    plain = "The army said on Monday that it was in the city and that they had told the people"
    assert _compared(*_told_twice(f"{plain} to leave."))
    assert not _compared(*_told_twice("The army said on Monday that it was in the city."))


def _told_twice(text: str) -> tuple[Told, Told]:
    """The same words on two places that no day brings together."""
    other = told(f"{text} Again.", None, KHOST, publisher="The Other", published="2023-12-01")
    return told(text, None, ASAD, published="2023-11-01"), other
