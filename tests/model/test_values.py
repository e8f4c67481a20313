"""Dates and counts: what overlaps, what agrees, what is refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.model.values import CountRange, DatePrecision, PartialDate

FLOATING = DatePrecision.FLOATING
days = st.dates(date(1980, 1, 1), date(2030, 1, 1))
spans = st.builds(
    lambda start, length: PartialDate(
        start, start + timedelta(days=length), DatePrecision.INTERVAL
    ),
    days,
    st.integers(0, 40),
)
counts = st.tuples(st.integers(0, 9), st.one_of(st.none(), st.integers(0, 9))).map(
    lambda pair: CountRange(pair[0], None if pair[1] is None else pair[0] + pair[1])
)


@given(spans, spans, st.integers(0, 5))
def test_spans_overlap_when_they_share_a_day(
    first: PartialDate, second: PartialDate, slack: int
) -> None:
    def members(span: PartialDate, margin: int) -> set[date]:
        assert span.start
        assert span.end
        length = (span.end - span.start).days + 1 + margin
        return {span.start + timedelta(days=n) for n in range(length)}

    shared = bool(members(first, 0) & members(second, 0))
    assert first.overlaps(second) is second.overlaps(first) is shared
    near = bool(members(first, slack) & members(second, slack))
    assert first.overlaps(second, slack=slack) is near


def test_an_open_end_reaches_any_day() -> None:
    since = PartialDate(date(2023, 10, 17), None, DatePrecision.INTERVAL)
    assert since.overlaps(PartialDate.day(date(2030, 1, 1))) is True
    assert since.overlaps(PartialDate.day(date(2023, 10, 16))) is False


def test_floating_dates_only_tell_by_their_weekdays() -> None:
    sunday, monday, week = (PartialDate(None, None, FLOATING, weekday=w) for w in (7, 1, None))
    friday = PartialDate.day(date(2023, 12, 8))
    assert sunday.overlaps(monday) is False
    assert sunday.overlaps(monday, slack=1) is None
    assert sunday.overlaps(sunday) is None
    assert sunday.overlaps(week) is None
    assert sunday.overlaps(friday) is False
    assert friday.weekday == 5


@given(counts, counts)
def test_ranges_agree_when_a_number_satisfies_both(first: CountRange, second: CountRange) -> None:
    def fits(count: CountRange, number: int) -> bool:
        return (count.low or 0) <= number and (count.high is None or number <= count.high)

    expected = any(fits(first, n) and fits(second, n) for n in range(30))
    assert first.agrees(second) is second.agrees(first) is expected


def test_the_figure_to_quote_is_the_lower_bound() -> None:
    assert CountRange(10, None).best == 10
    assert CountRange(None, 5).best == 5
    assert CountRange(None, None).best is None


def test_words_do_not_make_two_values() -> None:
    assert CountRange.exactly(2, "two") == CountRange.exactly(2, "a pair of")
    assert PartialDate.day(date(2023, 12, 8), "Friday") == PartialDate.day(date(2023, 12, 8))


def test_what_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="ends before"):
        CountRange(3, 2)
    with pytest.raises(ValueError, match="below zero"):
        CountRange(-1, None)
    with pytest.raises(ValueError, match="ends before"):
        PartialDate(date(2023, 1, 2), date(2023, 1, 1), DatePrecision.DAYS)
