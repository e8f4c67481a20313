"""Where a sentence is cut: another day, another place, another author."""

from __future__ import annotations

import pytest

from tests.extract.incidents import days, incidents, places, reading, sides, tolls

APART = [
    # another day
    (
        "1989-11-16",
        "Guerrillas ambushed a patrol near Usulutan on Monday, and on Tuesday another unit was "
        "attacked in San Miguel.",
        ["1989-11-13", "1989-11-14"],
        ["Usulután", "San Miguel"],
    ),
    (
        "1989-11-16",
        "A mortar attack on the barracks in Zacatecoluca on Monday came a day after a car bomb "
        "exploded in San Salvador on Sunday.",
        ["1989-11-13", "1989-11-12"],
        ["Zacatecoluca", "San Salvador"],
    ),
    # a place of its own, set beside the other by its words
    (
        "2009-07-09",
        "Three guards died when a mine hit their lorry in Helmand province on Monday, while in "
        "Kandahar a judge was shot dead.",
        ["2009-07-06", "2009-07-06"],
        ["Helmand", "Kandahār"],
    ),
    (
        "1990-05-14",
        "Gunmen killed a mayor in Medellin on Friday and a bomb exploded in Cali on Saturday.",
        ["1990-05-11", "1990-05-12"],
        ["Medellín", "Cali"],
    ),
    (
        "1991-10-03",
        "Troops shelled Vukovar on Saturday; on Sunday they shelled Osijek.",
        ["1991-09-28", "1991-09-29"],
        ["Vukovar", "Osijek"],
    ),
    (
        "1996-02-02",
        "A bomb exploded in Colombo on Monday and another was thrown at a bus in the city on "
        "Tuesday.",
        ["1996-01-29", "1996-01-30"],
        ["Colombo", "Colombo"],
    ),
    # another place, the same day
    (
        "1995-05-29",
        "Militiamen shelled Tuzla on Saturday and jets bombed a depot near Pale.",
        ["1995-05-27", "1995-05-27"],
        ["Tuzla", "Pale"],
    ),
]


@pytest.mark.parametrize(("published", "text", "when", "where"), APART)
def test_two_incidents_in_one_sentence(
    published: str, text: str, when: list[str], where: list[str]
) -> None:
    assert days(text, published) == when
    assert places(text, published) == where


BESIDE = [
    # others hurt elsewhere, near as it may be
    (
        "At least 15 farmers were killed in raids on a mill in Gulu while six others were killed "
        "in a village near the town.",
        [[15], [6]],
    ),
    (
        "Eleven farmers were killed by raids in Gulu and seven others, all of them children, were "
        "killed in Kitgum.",
        [[11], [7]],
    ),
    (
        "Eleven farmers were killed by raids in Gulu and seven others were killed in Kitgum.",
        [[11], [7]],
    ),
    ("Raids on Gulu killed 17 farmers while artillery fire on Kitgum killed two.", [[17], [2]]),
    # others hurt in the same
    ("Eleven farmers were killed by raids in Gulu and seven others were wounded.", [[11]]),
    ("Eleven farmers were killed by raids in Gulu while seven others were hurt.", [[11]]),
]


@pytest.mark.parametrize(("text", "killed"), BESIDE)
def test_others_in_a_place_of_their_own_are_of_another(text: str, killed: list[list[int]]) -> None:
    assert [tolls(r) for r in incidents(text, "2003-08-04")] == killed


TOGETHER = [
    ("2012-03-12", "Nine villagers were killed when jets raided the village of Kauda on Thursday."),
    ("1990-05-14", "Guerrillas killed a mayor in Cali on Friday and wounded his driver."),
    ("2009-07-09", "A bomb exploded in Kandahar on Monday, killing two guards and wounding four."),
    ("2016-03-02", "Gunmen stormed a hotel in Mogadishu on Friday and shot dead nine guests."),
]


@pytest.mark.parametrize(("published", "text"), TOGETHER)
def test_one_incident_is_not_cut(published: str, text: str) -> None:
    assert len(incidents(text, published)) == 1


def test_another_author_is_another_incident() -> None:
    text = "Government troops shelled Kitgum on Sunday after rebels ambushed a convoy."
    named = [{name for name, _ in sides(r)} for r in reading(text, "2003-08-04").reports]
    assert named == [{"Government troops"}, {"rebels"}]


def test_each_clause_keeps_its_own_effects() -> None:
    text = (
        "Gunmen killed three teachers in Medellin on Friday and a bomb exploded in Cali on "
        "Saturday, killing eight people."
    )
    assert [tolls(r) for r in incidents(text, "1990-05-14")] == [[3], [8]]
