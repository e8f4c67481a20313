"""Whose an attack or a weapon is, by the words beside its noun; and both sides of a clash."""

from __future__ import annotations

import pytest

from tallystick.extract.actors.owners import told_later
from tallystick.model.statement import Stance
from tallystick.model.values import ActorRef
from tests.extract.incidents import incidents, sides
from tests.extract.roles_reading import attackers, notes_of


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Regime air strikes hit the market.", {"regime"}),
        ("Six people died in a government air raid.", {"government"}),
        ("US-led strikes hit the depot.", {"us-led coalition"}),
        ("A jihadist-led counterattack killed nine.", {"jihadist"}),
        ("Two were killed in a rebel rocket attack.", {"rebel"}),
        ("Nine died in Russian and regime airstrikes.", {"russia", "regime"}),
        ("Two boys were killed by regime bombs.", {"regime"}),
        ("An Israeli drone targeted their car.", {"israel"}),
        ("The school was hit by Israeli missiles.", {"israel"}),
        ("A helicopter belonging to the army shelled the farm.", {"army"}),
        ("Barrel bombs dropped from an army helicopter hit the farm.", {"army"}),
        ("Jets believed to be Russian struck the town.", {"?russia"}),
        ("It could not say whether the raid was Syrian or Russian.", {"?syria", "?russia"}),
        ("The raid was Russian by all accounts.", set()),
        ("A bomb planted by unidentified men killed two policemen.", {"unidentified men"}),
    ],
)
def test_whose_attack_or_weapon_it_is(text: str, wanted: set[str]) -> None:
    assert attackers(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The helicopters belonged to the Turkish army, a monitor said.", "Turkish military"),
        ("A guard said that the gunmen were members of Boko Haram.", "Boko Haram"),
        ("Both rockets had come from the Israeli army.", "Israeli military"),
        ("Farmers said the planes were Turkish.", "Turkey"),
        ("The fire came from Russian positions across the river.", "Russia"),
        ("The shells were fired from the Serb side.", None),
        ("The helicopters were old.", None),
        ("The army owns nine helicopters.", None),
        ("The planes left Turkey at noon.", None),
    ],
)
def test_a_later_sentence_tells_whose_it_was(text: str, wanted: str | None) -> None:
    notes = notes_of(text)
    told = told_later(notes, notes.sentences[0].span)
    names = [d.value.name for d in told if isinstance(d.value, ActorRef)]
    assert names == ([wanted] if wanted else [])


def test_an_attack_gets_the_side_that_its_planes_are_told_to_be_of() -> None:
    (attack,) = incidents("Jets bombed a bakery in Ankara. The jets belonged to the Israeli army.")
    assert sides(attack) == {("Israeli military", Stance.REPORTS)}


@pytest.mark.parametrize(
    "text",
    [
        "A terrorist attack killed nine people.",
        "A military parade was attacked.",
        "An Afghan bombing killed nine people.",
        "Russian-made rockets hit the village.",
        "A government-held village was shelled.",
        "Activists said shells hit the village.",
        "Anti-government shelling of the town killed two.",
        "Rockets hit a Turkish base.",
    ],
)
def test_an_adjective_that_names_nobody_gives_no_attacker(text: str) -> None:
    assert attackers(text) == set()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Clashes broke out between the army and rebels.", {"army", "rebels"}),
        ("Heavy fighting between the Taliban and the army killed nine.", {"taliban", "army"}),
        ("Nine soldiers were killed in clashes with the Taliban.", {"taliban"}),
        ("The army clashed with rebels near the dam.", {"army", "rebels"}),
    ],
)
def test_both_sides_of_a_clash(text: str, wanted: set[str]) -> None:
    assert attackers(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "On Monday the Taliban attacked the outpost.",
        "In Kabul Taliban fighters attacked the outpost.",
        "On May 2 the Taliban attacked the outpost.",
    ],
)
def test_a_day_or_a_place_before_a_subject_makes_it_no_object(text: str) -> None:
    assert attackers(text) == {"taliban"}


def test_the_army_of_the_country_that_a_text_is_about() -> None:
    text = (
        "The Colombian army said on Monday that it was moving. The army shelled a village "
        "near Cali on Tuesday. Shells fell in Bogota."
    )
    assert attackers(text) == {"colombian military"}


def test_an_army_of_no_told_country_stays_the_army() -> None:
    assert attackers("The army shelled a village near Cali.") == {"army"}
