"""Several places or days named together: one mention each, and figures of none of them."""

from __future__ import annotations

import pytest

from tallystick.model.statement import Field
from tests.extract.incidents import days, incidents, place_of, places, tolls

SEVERAL = [
    ("Rockets were fired at bases in Bagram and Kandahar on Monday.", "2010-06-10",
     ["Bagram Airfield", "Kandahār"]),
    ("Rebels attacked towns in Kidal and Gao on Monday.", "2013-10-12", ["Kidal", "Gao"]),
    ("Jets bombed airports in Aden and Sanaa on Monday.", "1994-05-06", ["Aden", "Sanaa"]),
    ("Bombings in Kirkuk, Mosul and Basra on Monday shook the country.", "2005-06-16",
     ["Kirkuk", "Mosul", "Basrah"]),
    ("Guerrillas raided camps in Huambo and Lubango on Monday.", "1983-05-06",
     ["Huambo", "Lubango"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "where"), SEVERAL)
def test_one_for_each_place(text: str, published: str, where: list[str]) -> None:
    assert places(text, published) == where
    assert len(set(days(text, published))) == 1


@pytest.mark.parametrize(
    ("text", "where", "dead"),
    [
        (
            "Strikes killed 30 fighters around Kirkuk and another five outside Mosul on Monday.",
            ["Kirkuk", "Mosul"],
            [[30], [5]],
        ),
        (
            "On Monday 21 people were killed in raids, 15 in Kirkuk and another six in Mosul.",
            ["Kirkuk", "Mosul"],
            [[15], [6]],
        ),
        (
            "Five civilians were killed in the town of Douma and one in the town of Harasta on "
            "Monday.",
            ["Douma", "Ḩarastā"],
            [[5], [1]],
        ),
        (
            "Rebels killed ten soldiers in Kirkuk in addition to killing six in Mosul on Monday.",
            ["Kirkuk", "Mosul"],
            [[10], [6]],
        ),
    ],
)
def test_each_place_has_the_toll_told_beside_it(
    text: str, where: list[str], dead: list[list[int]]
) -> None:
    assert places(text, "2005-06-16") == where
    assert [tolls(r) for r in incidents(text, "2005-06-16")] == dead


@pytest.mark.parametrize(
    "text",
    [
        "A blast killed 30 people in Kirkuk and two rockets landed in Mosul on Monday.",
        "A bomb killed six people in Kirkuk on Monday; 12 from Mosul were among the hurt.",
    ],
)
def test_a_count_of_other_things_is_no_toll_of_a_place(text: str) -> None:
    assert tolls(incidents(text, "2005-06-16")[0]) in ([30], [6])


def test_one_place_is_one_incident() -> None:
    text = "Rockets were fired at bases in Kandahar on Monday."
    assert places(text, "2010-06-10") == ["Kandahār"]


def test_a_place_in_its_country_is_one_incident() -> None:
    text = "Bombings in Kirkuk, Iraq, on Monday killed nine people."
    assert places(text, "2005-06-16") == ["Kirkuk"]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked bases in Kidal and Gao on Monday, killing six soldiers.",
        "Rebels attacked bases in Kidal and Gao on Monday and killed six soldiers.",
    ],
)
def test_a_figure_for_all_is_given_to_none(text: str) -> None:
    found = incidents(text, "2013-10-12")
    assert len(found) == 2
    assert [tolls(r) for r in found] == [[], []]


def test_a_figure_for_one_place_stays() -> None:
    text = "Rebels attacked a base in Kidal on Monday, killing six soldiers and wounding nine."
    (found,) = incidents(text, "2013-10-12")
    assert (tolls(found), tolls(found, Field.INJURED)) == ([6], [9])


def test_a_single_act_in_two_days_words_is_one() -> None:
    text = "A bomb exploded in Bunia on Wednesday. Police closed the road on Thursday."
    assert days(text, "2003-05-20") == ["2003-05-14"]


def test_two_days_named_together_give_two_incidents() -> None:
    text = "Rebels claimed attacks in Bunia on Wednesday and Thursday, killing soldiers."
    assert days(text, "2008-11-14") == ["2008-11-12", "2008-11-13"]


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed in Kidal and seven more in Gao on Monday.",
        "Air strikes killed nine people in Kidal and seven in Gao on Monday.",
        "Shelling on Monday killed nine farmers in Kidal and killed seven near Gao.",
    ],
)
def test_each_place_has_its_own_toll(text: str) -> None:
    found = incidents(text, "2013-10-16")
    assert [(place_of(r), tolls(r)) for r in found] == [("Kidal", [9]), ("Gao", [7])]


def test_a_whole_before_its_parts_is_of_no_single_place() -> None:
    found = incidents("Raids killed 16 people, nine in Kidal and seven in Gao.", "2013-10-16")
    assert 16 not in [n for r in found for n in tolls(r)]


def test_the_province_of_the_last_town_is_no_place_of_its_own() -> None:
    text = "Bombings in Kirkuk, Mosul and Rochester, New York on Monday killed many."
    assert places(text, "2005-06-16") == ["Kirkuk", "Mosul", "Rochester"]
