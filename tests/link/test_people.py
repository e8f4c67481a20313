"""The same people, on other days."""

from __future__ import annotations

import pytest

from tallystick.link import judge
from tallystick.link import weights as w
from tallystick.link.comparisons.people import PeopleComparison
from tallystick.link.profile import Profile, Text, profile
from tallystick.model.judgement import Verdict
from tallystick.model.taxonomy import IncidentKind
from tests.builders import reading
from tests.link.scenes import BAGHDAD, kind, on, told

SHOT = "Tobin Hexley, 34, was shot at Quillgate Orchard while his brother slept."
TRIAL = "The shooting of Tobin Hexley, 34, at Quillgate Orchard went before a judge."
SQUARE = "At Quillgate Orchard a woman of 34 was held; Orla Pennywell, 34, saw it."
OTHER = "The shooting of a man of 34 at the orchard went before a judge."


def seen(text: str, day: str, published: str) -> Profile:
    document, report = told(text, on(day), BAGHDAD, published=published)
    return profile(report, Text.of(document))


@pytest.mark.parametrize(
    ("text", "day", "published", "bits"),
    [
        (TRIAL, "2023-10-02", "2023-10-09", [w.PEOPLE_BESIDE.bits]),
        (TRIAL, "2023-10-20", "2023-10-20", [w.PEOPLE_LATER.bits]),
        (TRIAL, "2024-03-05", "2024-03-06", [w.PEOPLE_MUCH_LATER.bits]),
        (TRIAL, "2023-10-20", "2023-11-20", []),  # the day is not that of the news
        (TRIAL, "2023-10-01", "2023-10-09", []),  # the days agree
        (OTHER, "2023-10-20", "2023-10-20", []),
        (SQUARE, "2023-10-20", "2023-10-20", []),
    ],
)
def test_another_day_counts_for_less_where_it_may_be_that_of_the_news(
    text: str, day: str, published: str, bits: list[float]
) -> None:
    first, later = seen(SHOT, "2023-10-01", "2023-10-01"), seen(text, day, published)
    assert [r.weight for r in PeopleComparison()(first, later)] == bits
    assert [r.weight for r in PeopleComparison()(later, first)] == bits


def test_a_trial_is_of_the_shooting_that_it_is_about() -> None:
    what = kind(IncidentKind.SHOOTING)
    shot = told(SHOT, on("2023-10-01"), BAGHDAD, what, published="2023-10-01")
    trial = told(TRIAL, on("2023-10-20"), BAGHDAD, what, published="2023-10-20")
    other = told(OTHER, on("2023-10-20"), BAGHDAD, what, published="2023-10-20")
    assert [j.verdict for j in judge([reading(*shot), reading(*trial)])] == [Verdict.SAME]
    assert not [j for j in judge([reading(*shot), reading(*other)]) if j.verdict is Verdict.SAME]


def test_a_name_in_both_without_a_day_outweighs_months_between_their_publication() -> None:
    shot = seen(SHOT, "2023-10-01", "2023-10-01")
    document, report = told("The killing of Tobin Hexley is unsolved.", published="2024-03-01")
    later = profile(report, Text.of(document))
    assert [r.weight for r in PeopleComparison()(shot, later)] == [w.PEOPLE_AGAIN.bits]
