"""Weapons with their counts, what became of them, damage and responses."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallystick.extract.drafts import Draft
from tallystick.extract.effects.casualties import damage
from tallystick.extract.effects.fates import outcomes, responses, weapon_drafts, weapons
from tallystick.model.statement import Stance
from tallystick.model.values import CountRange, Damage, Outcome, Response, WeaponUse
from tests.clock import within
from tests.extract.told import annotated, whole

WORDS = [
    *(
        "two rockets",
        "three of the drones",
        "hit",
        "were shot down",
        "the base",
        "and",
        "fell short",
    ),
    *("one", "of which", "crashed", "destroyed", "damage", "a car bomb", "no", "intercepted", ","),
]


def read(text: str) -> list[Draft]:
    """Weapons and outcomes, sentence by sentence, each with the weapons told before it."""
    notes = annotated(text)
    found: list[Draft] = []
    before = weapons(notes, notes.sentences[0].span)[:0]
    for sentence in notes.sentences:
        found += weapon_drafts(notes, sentence.span)
        found += outcomes(notes, sentence.span, before)
        before = weapons(notes, sentence.span) or before
    return found


def used(text: str) -> list[str]:
    return [
        f"{v.type} {_figure(v.count)}".strip()
        for v in map(_value, read(text))
        if isinstance(v, WeaponUse)
    ]


def fates(text: str) -> list[str]:
    return sorted(
        f"{v.fate.value} {v.weapon or ''} {_figure(v.count)}".strip()
        for v in map(_value, read(text))
        if isinstance(v, Outcome)
    )


def _value(draft: Draft) -> object:
    return draft.value


def _figure(count: CountRange | None) -> str:
    if count is None:
        return ""
    return str(count.low) if count.low == count.high else f"{count.low}-{count.high or ''}"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Three rockets were fired at the base.", ["rocket 3"]),
        ("At least two rockets were fired.", ["rocket 2-"]),
        ("Dozens of rockets were fired at the town.", ["rocket 24-"]),
        ("A salvo of rockets was fired at the port.", ["rocket 2-"]),
        ("Rockets were fired at the base.", ["rocket"]),
        ("A drone attack was reported.", ["drone"]),
        ("Raid leaves nine dead, group claims mine on road.", ["mine"]),
        ("The drone was seen at dawn.", ["drone 1"]),
        ("A second drone followed.", ["drone 1"]),
        ("Officials spoke of two separate drone attacks.", ["drone"]),
        ("Three drones carrying explosives came in.", ["drone 3", "bomb"]),
        ("Two of the three drones came back.", ["drone 3"]),
        ("A car packed with explosives blew up outside the ministry.", ["car_bomb 1"]),
        ("Two truck bombs blew up.", ["car_bomb 2"]),
        ("Helicopters dropped barrel bombs on the district.", ["helicopter", "barrel_bomb"]),
        ("Two fighter jets bombed the camp.", ["aircraft 2"]),
        ("F-16 fighters bombed the camp.", ["aircraft"]),
        ("Militants fired 4 rocket shells at the quarter.", ["rocket 4"]),
        ("It went on with missile and ground attacks.", ["missile"]),
        ("Police seized 20 rifles and two grenades.", []),
        ("The missile defence system was switched on.", []),
        ("Six tanks were destroyed in the ambush.", []),
        ("No rockets were fired.", []),
        ("Both drones were fired from the hill.", ["drone 2"]),
        ("Both sides launched mortar attacks on the town.", ["mortar"]),
        ("Both sides deny laying mine on the road.", ["mine"]),
    ],
)
def test_weapons_and_their_counts(text: str, wanted: list[str]) -> None:
    assert used(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two of three drones were shot down.", ["intercepted drone 2"]),
        (
            "Two of three drones were shot down; the mayor spoke of eight hits.",
            ["intercepted drone 2"],
        ),
        ("Air defences shot down two of the five drones.", ["intercepted drone 2"]),
        ("The crew was able to intercept two suicide drones.", ["intercepted drone 2"]),
        ("Rebels shot down a helicopter near the city.", []),
        ("A military helicopter was shot down by rebels.", []),
        ("Five drones were launched. All were shot down.", ["intercepted drone"]),
        (
            "They fired 22 missiles, two of which fell short and did not explode.",
            ["failed_to_explode missile 2", "fell_short missile 2"],
        ),
        (
            "Three rockets were launched. One was intercepted and the other two hit the runway.",
            ["hit rocket 2", "intercepted rocket 1"],
        ),
        (
            "Rebels fired 70 missiles, of which more than 60 were shot down.",
            ["intercepted missile 60-"],
        ),
        (
            "Eight of the 12 rockets landed inside the base and four fell in open areas.",
            ["fell_short rocket 4", "hit rocket 8"],
        ),
        (
            "Two Katyusha rockets struck the compound; a third fell short.",
            ["fell_short rocket 1", "hit rocket 2"],
        ),
        ("A drone crashed inside the base.", ["crashed drone 1"]),
        (
            "The drone, which was carrying explosives, failed to detonate.",
            ["failed_to_explode drone 1"],
        ),
        ("Police defused a bomb in a bus station.", ["defused bomb 1"]),
        ("The attack was repelled.", ["repelled"]),
        ("Drones came in. Four came after the American strikes.", []),
        ("No rockets hit the base.", ["hit rocket 0"]),
        ("The bomb brought down a building in the city.", []),
        ("The blast brought down a tall building with explosives.", []),
        ("Warplanes hit the town with two missiles.", []),
        ("Shelling went on after a downed pilot was found.", []),
        ("Residents of Hit, a town on the river, heard rockets.", []),
        ("The cook disarmed one of the guards and took his rifle.", []),
    ],
)
def test_what_became_of_them(text: str, wanted: list[str]) -> None:
    assert fates(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "A rocket hit a shop in the old town.",
        "A car bomb exploded near the gate.",
        "Two mortar rounds landed on houses.",
        "Rockets landed near the embassy.",
        "A drone flew over Velm. It hit a depot.",
    ],
)
def test_a_hit_that_only_tells_the_attack_is_no_outcome(text: str) -> None:
    assert fates(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Eight rockets were fired. Two of them hit the barracks.", ["hit rocket 2"]),
        ("Two rockets were fired and one got through.", ["hit rocket 1"]),
        ("The group said that its drone had hit the base.", ["hit drone 1"]),
        ("The missiles struck their targets with precision.", ["hit missile"]),
        ("The missiles hit all designated targets.", ["hit missile"]),
        ("It said that a rocket directly hit the hangar.", ["hit rocket 1"]),
        ("Two drones struck a base of the guards.", ["hit drone 2"]),
    ],
)
def test_a_hit_that_is_told_as_one_is_an_outcome(text: str, wanted: list[str]) -> None:
    assert fates(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Troops foiled an attempt by rebels to storm the post.", ["repelled"]),
        ("The garrison fended off three attacks.", ["repelled"]),
        ("Guards thwarted a raid on the farm.", ["repelled"]),
        ("Police foiled a plot to kill the minister.", []),
        (
            "Soldiers destroyed a car packed with explosives before it reached the gate.",
            ["intercepted car_bomb"],
        ),
        ("Soldiers destroyed a car packed with explosives.", []),
        ('A third drone was "engaged and destroyed" over Velm.', ["intercepted drone 1"]),
        ("The ministry reported the downing of 14 drones.", ["intercepted drone 14"]),
        ("Pirates fired an RPG, which missed.", ["fell_short rpg 1"]),
        ("A rocket landed in the river.", ["fell_short rocket 1"]),
        ("A drone crashed into an orchard.", ["crashed drone 1"]),
        ("One round did not explode.", ["failed_to_explode"]),
        ("It intercepted and destroyed two drones sent at the port.", ["intercepted drone 2"]),
        ("A destroyer shot down two drones off the cape.", ["intercepted drone 2"]),
        ("It said that every target had been hit.", ["hit"]),
        ("The grenade had not exploded.", ["failed_to_explode grenade 1"]),
        ("The alarm did not go off.", []),
        ("Army experts made safe a bomb near the mill.", ["defused bomb 1"]),
    ],
)
def test_what_was_stopped_or_failed(text: str, wanted: list[str]) -> None:
    assert fates(text) == wanted


def test_a_denied_hit_is_denied() -> None:
    (found,) = [
        d for d in read("The missile did not hit the hangar.") if isinstance(d.value, Outcome)
    ]
    assert found.stance is Stance.DENIES


def test_nothing_that_was_hit_is_a_denial() -> None:
    (found,) = [d for d in read("He said that nothing was hit.") if isinstance(d.value, Outcome)]
    assert found.stance is Stance.DENIES


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The rockets caused no damage.", [("none", "no damage")]),
        ("The drone fell without injuries or damage.", [("none", "without injuries or damage")]),
        ("The strike caused heavy damage to the hospital.", [("heavy", "the hospital")]),
        ("It caused minor damage to a hangar.", [("some", "a hangar")]),
        (
            "Several houses were destroyed and a school was damaged.",
            [("heavy", "Several houses"), ("some", "a school")],
        ),
        ("The damage was minimal.", [("some", "The damage was minimal")]),
        ("Shells damaged two churches.", [("some", "two churches")]),
        ("The blast destroyed the customs office.", [("heavy", "the customs office")]),
        ("Nothing was damaged.", [("none", "Nothing")]),
        ("Two drones came; one was destroyed.", []),
        ("The market was crowded.", []),
    ],
)
def test_damage_says_how_bad_and_what(text: str, wanted: list[tuple[str, str]]) -> None:
    notes = annotated(text)
    values = [d.value for d in damage(notes, whole(notes))]
    assert [(v.level.value, v.what) for v in values if isinstance(v, Damage)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Police cordoned off the area, and people fled.", "cordoned off the area"),
        ("The army launched a manhunt for the men.", "launched a manhunt for the men"),
        ("The governor imposed a curfew after the attack.", "imposed a curfew"),
    ],
)
def test_responses_are_in_the_words_of_the_text(text: str, wanted: str) -> None:
    notes = annotated(text)
    (found,) = responses(notes, whole(notes))
    assert isinstance(found.value, Response)
    assert found.value.what == found.span.of(notes.text) == wanted


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
def test_spans_stay_inside_the_clause(words: list[str]) -> None:
    notes = annotated(" ".join(words) + ".")
    for sentence in notes.sentences:
        found = [*weapon_drafts(notes, sentence.span), *outcomes(notes, sentence.span)]
        found += [*damage(notes, sentence.span), *responses(notes, sentence.span)]
        assert all(sentence.span.contains(d.span) for d in found)


@pytest.mark.parametrize("word", ["three of the rockets hit and ", "the damage ", "shot down "])
def test_a_long_sentence_takes_no_long_time(word: str) -> None:
    notes = annotated("It says " + word * (20_000 // len(word)))
    span = notes.sentences[0].span
    for finder in (weapon_drafts, outcomes, damage, responses):
        with within(3):  # half a second where nothing else runs
            list(finder(notes, span))


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("A drone flew over Velm. The army said it hit a depot.", []),
        ("A drone flew over Velm. The army said that it had struck a depot.", []),
        ("A drone flew over Velm. It missed its target.", [CountRange.exactly(1, "It")]),
    ],
)
def test_who_speaks_is_no_weapon_that_hit(text: str, counts: list[CountRange]) -> None:
    assert [d.value.count for d in read(text) if isinstance(d.value, Outcome)] == counts
