"""Dates in texts: a table of cases, what is no date, and the laws that hold for any text."""

from __future__ import annotations

import time
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.extract.dates.mentions import DateMention, DateRole, find_dates, open_interval
from tallystick.model.document import Span
from tallystick.model.values import DatePrecision, PartialDate
from tallystick.vocab.calendar import parse_day

_NAMED = (DateRole.WHEN, DateRole.SINCE, DateRole.UNTIL)


class Case(NamedTuple):
    published: str
    text: str
    start: str
    end: str
    precision: str
    role: str
    extra: str  # a part of the day, or the number of a weekday


def _cases() -> list[Case]:
    lines = Path(__file__).with_name("date_cases.tsv").read_text(encoding="utf-8").splitlines()
    return [Case(*line.split("\t")) for line in lines if not line.startswith("#")]


def _published(field: str) -> PartialDate | None:
    return None if field == "-" else parse_day(field)


def _day(field: str) -> date | None:
    return None if field == "-" else date.fromisoformat(field)


def test_the_table_is_as_long_as_it_should_be() -> None:
    assert len(_cases()) >= 250


@pytest.mark.parametrize("case", _cases(), ids=lambda c: f"{c.published} {c.text}")
def test_case(case: Case) -> None:
    marked = case.text.replace("\\n", "\n")
    start, end = marked.index("{"), marked.index("}") - 1
    text = marked.replace("{", "").replace("}", "")
    found = find_dates(text, published=_published(case.published))
    [mention] = [m for m in found if m.span == Span(start, end)] or [None]
    assert mention is not None, [m.date.text for m in found]
    assert (mention.date.start, mention.date.end) == (_day(case.start), _day(case.end))
    assert (mention.date.precision, mention.role) == (case.precision, case.role)
    if case.extra.isdigit():
        assert mention.date.weekday == int(case.extra)
    else:
        assert mention.date.part == (None if case.extra == "-" else case.extra)


@pytest.mark.parametrize(
    "text",
    [
        "The rebels may march to the river.",
        "THE REBELS MAY MARCH TO THE RIVER.",
        "Theresa May and April Smith spoke of Augusto.",
        "About 2,500 troops and in 2,000 homes.",
        "In 2000 homes the power failed, for 1500 people.",
        "Resolution 2254 and the 1701 Resolution were cited.",
        "They asked for the 1967 borders.",
        "The Sunday Times and the Friday Times wrote of it.",
        "Black September, Bloody Sunday and Good Friday are names.",
        "The 17 November group and the 14 March alliance denied it.",
        "Movement of 19 April? No: the M-19, an F-16, Tower 22 and Flight 1953.",
        "A 30-year-old man and a 5-year-old boy, in his 30s.",
        "The 5th Brigade and the 3rd Division moved.",
        "There was fighting in the quarter and in the latest period, in the Armenian quarter.",
        "They fired their 2000 rockets, its 1960 shells and the 1500 mines.",
        "They work 24 hours a day.",
        "Version 1.2.2020.4 of page 3/4.",
        "It was on 14 July Street, near the October 1 bridge.",
        "The early warning came late; the end of it is not known.",
        "He fell in the second round, at the third gate.",
        "In today’s world few of today's youth remember it.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    found = find_dates(text, published=PartialDate.day(date(2023, 10, 23)))
    assert [m.date.text for m in found if m.role in _NAMED] == []


def test_an_anchor_is_the_mention_counted_from() -> None:
    text = "On Monday one fell. The following day, two. “Again today,” he said on Wednesday."
    found = find_dates(text, published=PartialDate.day(date(2023, 11, 24)))
    anchors = {m.date.text: m.anchor and m.anchor.of(text) for m in found}
    assert anchors == {
        "Monday": None,
        "The following day": "Monday",
        "today": "Wednesday",
        "Wednesday": None,
    }


def test_news_is_a_better_anchor_than_history_in_an_earlier_paragraph() -> None:
    text = "On Monday one fell.\n\nIn May 3, 1998, another had.\n\nThe following day, two."
    found = find_dates(text, published=PartialDate.day(date(2023, 11, 24)))
    assert found[-1].date.start == date(2023, 11, 21)


def test_spans_limit_the_search_and_keep_the_offsets() -> None:
    text = "Photo of January 13, 2020\nOn Sunday it fell.\nUpdated: May 1, 2021\nThe next day, too."
    second, fourth = text.index("On Sunday"), text.index("The next")
    spans = [Span(second, second + 18), Span(fourth, len(text))]
    found = find_dates(text, published=PartialDate.day(date(2023, 10, 23)), spans=spans)
    assert [(m.date.text, m.date.start) for m in found] == [
        ("Sunday", date(2023, 10, 22)),
        ("The next day", date(2023, 10, 23)),
    ]
    assert all(m.span.of(text) == m.date.text for m in found)
    assert find_dates(text, spans=[]) == []


def test_a_date_with_its_role_as_an_interval() -> None:
    published = PartialDate.day(date(2024, 1, 1))
    text = "Since October 17, until December 30 and on Sunday; since the war began."
    since, until, sunday, war = find_dates(text, published=published)
    covered = open_interval(since, published=published)
    assert (covered.start, covered.end) == (date(2023, 10, 17), date(2024, 1, 1))
    assert open_interval(since).end is None
    assert (open_interval(until).start, open_interval(until).end) == (None, date(2023, 12, 30))
    assert open_interval(sunday) == sunday.date
    assert open_interval(war).is_floating


def test_a_date_across_two_paragraphs_is_none() -> None:
    assert [m.date.text for m in find_dates("In October\n\n17, 2023 was the figure.")] == [
        "October"
    ]


def test_case_of_letters_changes_no_day() -> None:
    text = "On Sunday night, two fell in mid-October. The following day, 3 May 1999, none."
    published = PartialDate.day(date(2023, 10, 23))

    def days(words: str) -> list[tuple[date | None, date | None]]:
        return [(m.date.start, m.date.end) for m in find_dates(words, published=published)]

    assert days(text) == days(text.upper())
    assert len(days(text)) == 4


# fmt: off
_VOCABULARY = [
    "on", "in", "at", "the", "of", "to", "from", "since", "until", "by", "between", "and",
    "a", "last", "next", "this", "early", "late", "mid-", "Monday", "Sunday", "Fridays",
    "May", "March", "october", "17", "9", "3", "1999", "2023", "90", "12/11/2017",
    "2017-02-31", "3:15", "am", "noon", "night", "dawn", "overnight", "day", "days", "week",
    "weeks", "month", "year", "hours", "two", "ago", "later", "before", "after",
    "following", "previous", "same", "that", "yesterday", "today", "weekend", "end",
    "start", "first", "half", "quarter", "summer", "1990s", "9-11", "every", "daily", "for",
    "past", ",", ".", "-", "\n", "\n\n", "’s", "(", ")", "war", "began", "0", "00", "0000",
    "999", "years",
]
# fmt: on
_WORDS = st.sampled_from(_VOCABULARY)
_TEXTS = st.lists(_WORDS, max_size=25).map(" ".join) | st.text(max_size=80)
_DAYS = st.dates(min_value=date(1800, 1, 1), max_value=date(2100, 1, 1))
_PUBLISHED = (
    st.none()
    | st.dates().map(PartialDate.day)
    | st.sampled_from(["2023", "2023-10"]).map(parse_day)
)


@given(_TEXTS, _PUBLISHED)
def test_any_text_gives_ordered_mentions_at_exact_spans(
    text: str, published: PartialDate | None
) -> None:
    found = find_dates(text, published=published)
    end = 0
    for mention in found:
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.of(text) == mention.date.text
        end = mention.span.end
        _check(mention, found)


def _check(mention: DateMention, found: list[DateMention]) -> None:
    day = mention.date
    assert (day.start is None) == (day.end is None)
    assert (day.start is None) == (day.precision is DatePrecision.FLOATING)
    if day.start and day.end:
        assert day.start <= day.end
        assert (day.start == day.end) == (day.precision is DatePrecision.DAY)
    if mention.role in (DateRole.DURATION, DateRole.RECURRENT, DateRole.VAGUE):
        assert day.is_floating
    if mention.anchor:
        assert mention.anchor in [m.span for m in found]


@given(_TEXTS.filter(lambda text: not any(c.isdigit() for c in text)))
def test_without_a_publication_date_and_a_year_every_day_floats(text: str) -> None:
    assert all(m.date.is_floating for m in find_dates(text))


_WEEKDAY_TEXTS = st.sampled_from(
    [
        "On Sunday it fell.",
        "It fell early on Friday.",
        "It fell last Tuesday, and again on Thursday night.",
        "They will meet on Monday.",
        "It fell on Sunday. The following day, it fell again. Hours later, too.",
        "It fell yesterday, last week, and in the past 24 hours.",
        "Between Tuesday and Thursday, over the weekend, a week ago Sunday.",
    ]
)


@given(_WEEKDAY_TEXTS, _DAYS, st.integers(min_value=-500, max_value=500))
def test_publication_weeks_later_moves_all_days_by_as_many_weeks(
    text: str, day: date, weeks: int
) -> None:
    shift = timedelta(weeks=weeks)
    here = find_dates(text, published=PartialDate.day(day))
    there = find_dates(text, published=PartialDate.day(day + shift))
    assert [(m.date.start, m.date.end) for m in there] == [
        (m.date.start + shift, m.date.end + shift) for m in here if m.date.start and m.date.end
    ]


@given(_DAYS, st.integers(min_value=0, max_value=6))
def test_a_bare_weekday_is_the_nearest_on_or_before_publication(day: date, number: int) -> None:
    names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    [found] = find_dates(f"It fell on {names[number]}.", published=PartialDate.day(day))
    assert found.date.start is not None
    assert 0 <= (day - found.date.start).days <= 6
    assert found.date.start.weekday() == found.date.weekday - 1 == number


@pytest.mark.parametrize(
    "piece", ["the following day ", "one two ", "9-", "since the ", "on May ", " "]
)
def test_long_texts_take_time_in_proportion(piece: str) -> None:
    started = time.process_time()
    find_dates(piece * (60_000 // len(piece)), published=PartialDate.day(date(2023, 10, 23)))
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("They were shot on Thursday night of last week.", "Thursday night", date(2031, 5, 8)),
        ("They were shot on Thursday night.", "Thursday night", date(2031, 5, 15)),
        ("They were shot on 13 May, 2050 UTC, at sea.", "13 May, 2050 UTC", date(2031, 5, 13)),
        (
            "Nine were shot on 2 May. The army said on Sunday that ten had died the day before.",
            "the day before",
            date(2031, 5, 10),
        ),
        (
            "Nine were shot on 2 May. In a letter dated 9 May the army said it fought that day.",
            "that day",
            date(2031, 5, 2),
        ),
    ],
)
def test_the_day_that_words_go_back_to(text: str, words: str, day: date) -> None:
    found = find_dates(text, published=PartialDate.day(date(2031, 5, 17)))
    (told,) = [m for m in found if m.span.of(text) == words]
    assert told.date.start == told.date.end == day
