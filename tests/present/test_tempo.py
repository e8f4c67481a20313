"""A tempo in words: no more than the figures say."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from rich.console import Console, RenderableType

from tallystick.analyse.lag import lag
from tallystick.analyse.selection import Selection
from tallystick.analyse.tempo import Per
from tallystick.model.taxonomy import IncidentKind
from tallystick.present.tempo import case, figure, lag_words, span, tempo_view, tempo_words
from tests.analyse.made import FLOATING, incident
from tests.analyse.test_tempo import LAST, TRUCE
from tests.analyse.timed import INCIDENT, between, days, on, published, series, told

EVERY_DAY = published(range(LAST + 1))


def printed(part: RenderableType) -> str:
    console = Console(width=140)
    with console.capture() as captured:
        console.print(part)
    return captured.get()


def test_a_truce_is_told_as_far_as_the_figures_go() -> None:
    first, lull, *rest = tempo_words(told(series(TRUCE), LAST, documents=EVERY_DAY))
    assert first == (
        "From 4 December to 15 December 2023: 2.1 a day (certain 2.1, possible 2.1; Poisson 1.3 to "
        "3.1); from 16 December to 23 December 2023: none; from 24 December to 29 December 2023: "
        "2.2 a day (certain 2.2, possible 2.2; Poisson 1.2 to 3.7)."
    )
    assert lull == (
        "None from 16 December to 23 December 2023, 8 days. At the rate before (2.1 a day: 25 in "
        "12 days) chance alone gives so long a run in fewer than 1 of 1,000 cases, and at the "
        "least rate that the Poisson interval allows in fewer than 1 of 1,000 cases."
    )
    assert rest == []


def test_a_lull_that_nobody_wrote_in_is_no_truce() -> None:
    silent = published(range(12))
    text = " ".join(tempo_words(told(series(TRUCE), LAST, documents=silent)))
    assert "On all of them no document of the ledger was published: it cannot tell" in text
    assert "On 6 of the 6 days from 24 December to 29 December 2023 no document" in text
    some = " ".join(tempo_words(told(series(TRUCE), LAST, documents=EVERY_DAY[:18])))
    assert "On 2 of them no document of the ledger was published." in some


def test_what_may_lie_in_a_lull_is_said() -> None:
    maybe = incident("i-x", when=between(10, 13))
    text = " ".join(tempo_words(told([*series(TRUCE), maybe], LAST, documents=EVERY_DAY)))
    assert "1 may lie on these days, and not surely." in text
    assert "1 is told of several days" in text


def test_a_rest_that_chance_gives_is_called_so() -> None:
    found = told(series([1, 0, 0, 0, 1, 0, 1, 0, 0, 1]), 9, documents=EVERY_DAY)
    course, rest = tempo_words(found)
    assert course.endswith("; no change of the rate stands out.")
    assert rest.endswith("of 100 cases: nothing out of the ordinary.")


def test_a_burst_stands_beside_the_rate_of_its_time() -> None:
    even = [1, 2, 1, 1, 2, 1, 0, 1, 9, 1, 1, 2, 1, 1, 0, 1, 2, 1, 1, 1]
    text = " ".join(tempo_words(told(series(even), 19, documents=EVERY_DAY)))
    assert "9 on 12 December 2023 (certain 9, possible 9), where from 4 December to" in text
    assert "has 1.5 a day: chance alone gives some day of that time so many in " in text
    assert "times as much as a Poisson rate gives" in text


def test_a_change_that_the_doubtful_could_make_is_said() -> None:
    maybe = [incident(f"d-{n}", when=between(12, 40)) for n in range(30)]
    text = " ".join(tempo_words(told([*series(TRUCE), *maybe], LAST, documents=EVERY_DAY)))
    assert "The change on 16 December 2023 could come of the doubtful alone" in text
    assert "could come of" not in " ".join(tempo_words(told(series(TRUCE), LAST)))


def test_the_undated_and_an_empty_period_are_said() -> None:
    adrift = [incident("i-a", when=FLOATING), incident("i-b", when=None)]
    text = " ".join(tempo_words(told([*series([1, 1, 1]), *adrift], 2, documents=EVERY_DAY)))
    assert "2 are without a day: only in the high figure of the whole period." in text
    course, none = tempo_words(told([], 9, documents=EVERY_DAY))
    assert course == "From 4 December to 13 December 2023: none."
    assert none.endswith("there is no rate before it in the period to set it beside.")


def test_the_tables_have_a_row_a_stretch_and_a_row_a_week() -> None:
    lines = printed(tempo_view(told(series(TRUCE), LAST, per=Per.WEEK))).splitlines()
    rows = [line.split() for line in lines]
    assert ["2023-12-16", "2023-12-23", "8", "0", "0", "0", "0", "–", "3.2", "8", "days"] in rows
    assert any(row[:4] == ["2023-12-04..10", "15", "15", "15"] for row in rows)
    assert any(row[:4] == ["2023-12-18..24", "2", "2", "2"] for row in rows)


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0"), (0.156, "0.16"), (0.97, "0.97"), (2.14, "2.1"), (31.6, "31.6")]
)
def test_figures_have_two_digits_that_tell(number: float, words: str) -> None:
    assert figure(number) == words


def test_chances_are_so_many_of_so_many_cases() -> None:
    assert case(0.0004) == "in fewer than 1 of 1,000 cases"
    assert case(0.004) == "in 4 of 1,000 cases"
    assert case(0.31) == "in 31 of 100 cases"


def test_spans_name_a_year_once() -> None:
    assert span(days(0, 0)) == "on 4 December 2023"
    assert span(days(0, 30)) == "from 4 December 2023 to 3 January 2024"


def answered(shells: Sequence[int], bombs: Sequence[int]) -> list[str]:
    each = [
        *(incident(f"s-{n}", when=series([1], moved=d)[0].when) for n, d in enumerate(shells)),
        *(
            incident(f"b-{n}", when=series([1], moved=d)[0].when, kind=IncidentKind.ABDUCTION)
            for n, d in enumerate(bombs)
        ),
    ]
    first, second = (
        Selection(since=on(0), until=on(59), kind=kind)
        for kind in (IncidentKind.SHELLING, IncidentKind.ABDUCTION)
    )
    found = lag(each, INCIDENT, first, second, 3)
    assert found
    return lag_words(found)


def test_a_lag_says_what_came_after_and_not_why() -> None:
    told = answered([3, 11, 24, 33, 47, 58], [3, 5, 13, 26, 35, 49])
    assert told == [
        "5 of 5 were followed by one of the latter within 3 days. By chance (the days of the "
        "latter moved on together, by every number of days) 0 to 4 are in 90 of 100 cases, and 5 "
        "or more in 5 of 100 cases.",
        "This says what came after, not why, and a trend that both share is not taken out.",
        "1 has one on the same day; which came first is not told.",
        "1 is too near the end of the period to tell, and left out.",
    ]


def test_a_lag_with_nothing_to_tell_by_says_so() -> None:
    (told,) = answered([3], [])
    assert told.startswith("There is nothing to tell by: 1 of the former")
