"""Weapons that the words for an attack name, and words of many uses beside one."""

from __future__ import annotations

import pytest

from tallystick.extract.weapons.use import weapon_drafts, weapons_in_hand
from tallystick.model.values import WeaponUse
from tallystick.vocab.lexicon import event_words
from tallystick.vocab.weapons import weapon_book
from tests.extract.told import annotated


def test_shots_are_of_any_number_of_guns() -> None:
    notes = annotated("Raiders fired five shots at a bus.")
    (made,) = weapon_drafts(notes, notes.sentences[0].span)
    assert made.value == WeaponUse("firearm")


def named(text: str) -> list[tuple[str, str]]:
    """Type and words of every weapon of a text."""
    notes = annotated(text)
    return [
        (draft.value.type, draft.span.of(text))
        for sentence in notes.sentences
        for draft in weapon_drafts(notes, sentence.span)
        if isinstance(draft.value, WeaponUse)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Air strikes on the town killed nine people.", [("aircraft", "Air strikes")]),
        ("Rebels shelled the barracks on Monday.", [("artillery", "shelled")]),
        (
            "Raiders attacked a post with grenades and made off with 22 rifles.",
            [("grenade", "grenades")],
        ),
        ("Raiders attacked a post with grenades, taking nine rifles.", [("grenade", "grenades")]),
        (
            "Two armoured cars were set alight with rockets.",
            [("rocket", "rockets")],
        ),
        ("Shelling of the harbour wounded two.", [("artillery", "Shelling")]),
        ("Gunmen opened fire on a bus.", [("firearm", "opened fire")]),
        ("A judge was shot dead at home.", [("firearm", "shot dead")]),
        ("Rebels destroyed a bridge with a missile.", [("missile", "a missile")]),
        (
            "A suicide truck bomber rammed a barracks.",
            [("suicide_car_bomb", "A suicide truck bomber")],
        ),
        ("Rebels shot down an army helicopter with a missile.", [("missile", "a missile")]),
        ("Police fired rubber bullets at a crowd in an attack.", []),
        ("Raiders fired on a bus.", [("firearm", "fired")]),
        ("Raiders sprayed a bus with bullets.", [("firearm", "bullets")]),
        ("A lorry was raked with machine-gun fire.", [("machine_gun", "machine-gun fire")]),
        ("A van loaded with 40 kilos of dynamite exploded.", [("car_bomb", "dynamite")]),
        ("An explosives-laden rickshaw exploded.", [("car_bomb", "explosives")]),
        ("A man blew up his vest at a mill.", [("suicide_vest", "vest")]),
        ("A miller was robbed at knifepoint.", [("knife", "knifepoint")]),
        ("A miller was shot dead and a pistol was found.", [("firearm", "shot dead")]),
        ("He took a pistol to a house and shot two men.", [("handgun", "a pistol")]),
        ("A miller was shot by a sniper.", [("rifle", "a sniper")]),
        ("A van drove into a crowd, killing two.", [("vehicle", "A van")]),
        ("Somebody fired about ten rounds near the mill.", [("firearm", "fired")]),
        ("Wardens fired a total of ten rounds.", [("firearm", "fired")]),
        ("Two robbers died in a shootout at the mill.", [("firearm", "shootout")]),
        ("Raiders fired rockets at a bus.", [("rocket", "rockets")]),
        ("A rocket shell hit a mill and killed two.", [("rocket", "rocket")]),
        (
            "An explosives-packed drone hit a mill.",
            [("drone", "An explosives-packed drone")],
        ),
        ("Rebels filmed a missile hitting a tank.", [("missile", "a missile")]),
        ("Two guards were stabbed on the bridge.", [("knife", "stabbed")]),
        ("Sixteen air raids hit the valley.", [("aircraft", "air raids")]),
        ("Mortar fire killed a farmer.", [("mortar", "Mortar fire")]),
        ("The patrol was machine-gunned at the ford.", [("machine_gun", "machine-gunned")]),
    ],
)
def test_the_words_for_an_attack_name_its_weapon(text: str, wanted: list[tuple[str, str]]) -> None:
    assert named(text) == wanted


def test_the_weapon_of_event_words_has_no_count() -> None:
    notes = annotated("At least 16 airstrikes hit the valley.")
    (draft,) = weapon_drafts(notes, notes.sentences[0].span)
    assert isinstance(draft.value, WeaponUse)
    assert draft.value.count is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Russian warplanes bombed the village.", [("aircraft", "warplanes")]),
        ("Jets pounded the outskirts of the town.", [("aircraft", "Jets")]),
        ("Raids by government planes killed six.", [("aircraft", "planes")]),
        ("A shell landed in the yard and killed a boy.", [("artillery", "shell")]),
    ],
)
def test_words_of_many_uses_name_a_weapon_beside_an_attack(
    text: str, wanted: list[tuple[str, str]]
) -> None:
    assert [w for w in named(text) if w in wanted] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "A passenger plane crashed near the town, killing 40 people.",
        "The plane was shot down over the sea.",
        "The minister boarded a plane after the attack.",
        "Rifles and grenades were confiscated after the attack.",
        "The army destroyed a convoy of cars armed with machine guns.",
        "Forty tanks, trucks and cannons were destroyed in the attack.",
        "Workers went on a general strike in the town.",
        "The helicopter came under attack near the border.",
        "A gunship was fired upon near the border.",
        "Rebels attacked a drone workshop.",
        "An armoured vehicle that came to help was attacked.",
        "Raiders attacked a navy gunboat.",
        "Wardens hurt a miller, mistaking his rake for a rifle.",
        "Wardens who answered a call about a man waving a pistol hurt a miller.",
    ],
)
def test_what_was_lost_seized_or_struck_is_no_weapon_of_the_attack(text: str) -> None:
    assert not named(text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Sarin gas killed dozens in the attack.", "nerve_agent"),
        ("The barrels that fell held chlorine gas.", "chlorine"),
        ("He was killed with a pistol.", "handgun"),
        ("A suicide bomber drove a car packed with explosives at the gate.", "suicide_car_bomb"),
        ("A car packed with explosives blew up at the gate.", "car_bomb"),
        ("Two one-way attack drones hit the base.", "drone"),
        ("A cruise missile hit the port.", "cruise_missile"),
    ],
)
def test_a_weapon_has_the_type_that_its_words_name(text: str, type_: str) -> None:
    assert type_ in [w[0] for w in named(text)]


def test_every_weapon_of_an_event_word_is_in_the_vocabulary() -> None:
    words = "air strike shelled stabbed dynamited gas attack car ramming mine blast tank fire"
    found = [h.item.weapon for h in event_words().find(words) if h.item.weapon]
    assert len(found) == 8
    assert all(weapon in weapon_book() for weapon in found)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The attackers used machetes on those who ran.", "knife"),
        ("They were armed with rifles and axes.", "rifle"),
        ("The mayor likes rifles.", None),
        ("Police seized rifles.", None),
    ],
)
def test_what_those_told_of_before_had_in_hand(text: str, wanted: str | None) -> None:
    notes = annotated(text)
    told = [d.value for d in weapons_in_hand(notes, notes.sentences[0].span)]
    assert [w.type for w in told if isinstance(w, WeaponUse)][:1] == ([wanted] if wanted else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nine people died in a rebel mortar attack on Ashmar.", [("mortar", None)]),
        ("The air force also hit rebel positions.", [("aircraft", None)]),
        ("Two car bombs were destroyed in air strikes near Ashmar.", [("aircraft", None)]),
        ("Three suicide car bombs destroyed before they reached Ashmar.", []),
        ("A car bomb destroyed a checkpoint.", [("car_bomb", 1)]),
    ],
)
def test_an_attack_or_a_force_is_no_number_and_what_is_destroyed_no_weapon(
    text: str, found: list[tuple[str, int | None]]
) -> None:
    notes = annotated(text)
    made = [d.value for s in notes.sentences for d in weapon_drafts(notes, s.span)]
    used = [w for w in made if isinstance(w, WeaponUse)]
    assert [(w.type, w.count.low if w.count else None) for w in used] == found
