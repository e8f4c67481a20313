"""Announced numbers over the count through time."""

from __future__ import annotations

from datetime import date

from tallystick.analyse.course import Course, courses
from tallystick.analyse.rule import rule_named
from tallystick.model.document import Document
from tallystick.model.incident import Incident
from tallystick.model.statement import AnnouncedTally, TallyUnit
from tests.analyse.announcing import IRAQ, SYRIA, at_least, matched, said
from tests.analyse.made import BASE, incident
from tests.builders import day
from tests.scenes import RIDERS, TROOPS

ALL = [incident(f"i-{n}", when=day(f"2023-12-0{n}"), targets=(BASE,)) for n in (2, 4, 4, 6)]


def drawn(
    *pairs: tuple[AnnouncedTally, Document], incidents: list[Incident] | None = None
) -> list[Course]:
    each = [incident(f"i-{n}", when=i.when, targets=i.targets) for n, i in enumerate(ALL)]
    return courses(matched(*pairs), each if incidents is None else incidents)


def numbers(course: Course) -> list[int | None]:
    return [a.tally.count.low for a in course.announced]


def test_a_line_rises_day_by_day_to_the_last_announcement() -> None:
    (course,) = drawn(said(4, "2023-12-05"), said(3, "2023-12-03"))
    assert numbers(course) == [3, 4]
    (line,) = course.lines
    assert line.rule.name == "incident"
    assert (line.days[0], line.days[-1]) == (date(2023, 12, 1), date(2023, 12, 5))
    assert [band.best for band in line.bands] == [0, 1, 1, 3, 3]


def test_other_classes_are_courses_of_their_own_the_longest_first() -> None:
    found = drawn(
        said(1, "2023-12-03", unit=TallyUnit.KILLED),
        said(3, "2023-12-03"),
        said(2, "2023-12-04", attackers=(RIDERS,)),
        said(4, "2023-12-05"),
        said(3, "2023-12-05", since="2023-12-02"),
    )
    assert [numbers(course) for course in found] == [[3, 4], [3], [1], [2]]


def test_one_that_names_no_country_joins_one_that_does() -> None:
    found = drawn(
        said(6, "2023-12-06"),
        said(5, "2023-12-05", split={IRAQ: 3, SYRIA: 2}),
        said(2, "2023-12-06", split={SYRIA: 2}),
    )
    assert [numbers(course) for course in found] == [[5, 6], [2]]
    assert [p.name for p in found[0].selection.places] == ["Iraq", "Syria"]


def test_what_cannot_be_counted_is_not_drawn() -> None:
    assert drawn(said(4, since=None)) == []
    assert drawn(said(4, unit=TallyUnit.ABDUCTED)) == []
    rule = rule_named("facility-strike")
    assert courses(matched(said(4)), ALL, [rule]) == []
    (course,) = courses(matched(said(4, targets=(TROOPS,))), ALL[:1], [rule])
    assert [line.rule.name for line in course.lines] == ["facility-strike"]


def test_years_are_taken_at_steps_and_end_with_the_last_day() -> None:
    (course,) = drawn(said(4, "2023-12-05", since="2020-01-01"))
    (line,) = course.lines
    assert 100 < len(line.days) <= 122
    assert line.days[-1] == date(2023, 12, 5)
    assert line.bands[-1].best == 3


def test_rises_say_where_a_gap_arises() -> None:
    (course,) = drawn(
        said(3, "2023-12-03"), said(at_least(9), "2023-12-05"), said(8, "2023-12-05", by="others")
    )
    rises = course.rises(course.lines[0])
    assert [(r.after.day, r.to.day, r.announced, r.counted, r.silent) for r in rises] == [
        (30, 3, 3, 1, 2),
        (3, 5, 6, 2, 1),
    ]
