"""Incidents dated by one another: "two days after the raid"."""

from __future__ import annotations

import pytest

from tallystick.extract.dates.from_events import from_events
from tallystick.model.document import Span
from tests.extract.incidents import days, incidents, places

NEWS = "2017-08-28"  # a Monday


def told(text: str) -> list[tuple[str | None, str | None]]:
    return sorted(zip(places(text, NEWS), days(text, NEWS), strict=True), key=str)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Shells hit a mill in Gulu on 14 August, killing two. Three days after the Gulu "
            "shelling, jets bombed a school in Moroto.",
            [("Gulu", "2017-08-14"), ("Moroto", "2017-08-17")],
        ),
        (
            "Jets bombed a school in Moroto on Friday. The raid came a week after gunmen ambushed "
            "a lorry near Kitgum, killing its driver.",
            [("Kitgum", "2017-08-18"), ("Moroto", "2017-08-25")],
        ),
        (
            "A bomb wounded nine at a cafe in Gulu on 14 August. Rebels shot an imam in Moroto two "
            "days after the cafe was bombed.",
            [("Gulu", "2017-08-14"), ("Moroto", "2017-08-16")],
        ),
        (
            "A car bomb killed ten in Gulu on 15 August. The night before the blast, soldiers shot "
            "two men in Moroto.",
            [("Gulu", "2017-08-15"), ("Moroto", "2017-08-14")],
        ),
        (
            "A car bomb killed ten in Gulu on 15 August. Hours after the bombing, soldiers shot "
            "two men in Moroto.",
            [("Gulu", "2017-08-15"), ("Moroto", "2017-08-15")],
        ),
        (
            "Three days after gunmen burnt forty trucks near Kitgum, an ambush killed two drivers "
            "in Gulu on Saturday.",
            [("Gulu", "2017-08-26"), ("Kitgum", "2017-08-23")],
        ),
        (
            "Gunmen shot a guard in Gulu on 20 August, a fortnight after a mine killed a nurse in "
            "Moroto.",
            [("Gulu", "2017-08-20"), ("Moroto", "2017-08-06")],
        ),
        (
            "A mine killed two in Gulu on Friday. It came two weeks after 12 people were killed in "
            "a raid on a mill in Kitgum.",
            [("Gulu", "2017-08-25"), ("Kitgum", "2017-08-11")],
        ),
        (
            "Shells killed a nurse in Gulu overnight, hours after drones hit a depot in Moroto. On "
            "Friday drones struck another depot in Kitgum.",
            [("Gulu", "overnight"), ("Kitgum", "2017-08-25"), ("Moroto", "hours after")],
        ),
    ],
)
def test_one_day_gives_the_other(text: str, wanted: list[tuple[str, str]]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "A mayor was shot dead in Gulu two days after the talks failed.",
        "A mayor was shot dead in Gulu two days after he had met a lawyer.",
    ],
)
def test_an_event_without_a_day_gives_none(text: str) -> None:
    assert days(text) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot four guards in Gulu on Friday, weeks after jets bombed a school in Moroto.",
        "Gunmen shot four guards in Gulu on Friday. It came days after jets bombed Moroto.",
        "Gunmen shot four guards in Gulu on Friday, two years after jets bombed Moroto.",
        "A few days after jets bombed Moroto, gunmen shot four guards in Gulu on Friday.",
    ],
)
def test_what_was_some_time_before_has_not_the_day_of_the_other(text: str) -> None:
    assert told(text) == [("Gulu", "2017-08-25"), ("Moroto", None)]


def test_nor_has_what_was_some_time_after() -> None:
    text = "Weeks after jets bombed a school in Moroto on Friday, gunmen shot four guards in Gulu."
    assert told(text) == [("Gulu", None), ("Moroto", "2017-08-25")]


def test_days_of_its_own_count_more() -> None:
    text = (
        "A car bomb killed ten in Gulu on 15 August. Two days after the bombing, on Saturday, "
        "soldiers shot two men in Moroto."
    )
    assert told(text)[1] == ("Moroto", "2017-08-26")


def test_nothing_happens_after_its_news() -> None:
    text = "A car bomb killed ten in Gulu today. A week after the bombing, jets bombed Moroto."
    assert "2017-09-04" not in days(text, NEWS)
    assert len(incidents(text, NEWS)) == 2


def test_what_is_no_incident_dates_none() -> None:
    text = "A bomb killed four in Gulu on 14 August. On the day after the blast the dead were six."
    assert set(days(text, NEWS)) == {"2017-08-14"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two days after the raid, he fell.", (2, 2)),
        ("He fell a fortnight before the raid.", (-14, -14)),
        ("He fell 36 hours after the raid.", (1, 2)),
        ("He fell six hours before the raid.", (0, 0)),
        ("He fell the day after the raid.", (1, 1)),
        ("He fell shortly before dawn.", ()),
        ("Those who had fled the day before waited in vain.", ()),
        ("He fell two days after that.", ()),
        ("He fell two days after 12 August.", ()),
        ("He fell two days after 12 men were shot.", (2, 2)),
        ("He fell some weeks after the raid.", None),
        ("He fell two months before the raid.", None),
    ],
)
def test_counts(text: str, wanted: tuple[int, ...] | None) -> None:
    found = [c.days for c in from_events(text, Span(0, len(text)))]
    assert found == ([] if wanted == () else [wanted])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Gunmen shot at a patrol near Homs on Friday. It came three days after the explosion "
            "that wrecked a lorry near Hama on Tuesday.",
            ["2031-05-16", "2031-05-13"],
        ),
        (
            "People in Homs woke on Wednesday to a loud bang. A plane bombed a mill, killing two. "
            "It came two days after the raid on the market in Hama, in which many died.",
            ["2031-05-14", "2031-05-12"],
        ),
    ],
)
def test_what_it_came_after_has_its_own_day(text: str, told: list[str]) -> None:
    assert days(text, "2031-05-17") == told
