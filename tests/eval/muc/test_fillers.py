from __future__ import annotations

import pytest
from eval.muc.fillers import fillers, is_organisation
from eval.muc.templates import Filler

from tallystick.model.document import Document
from tallystick.model.statement import Field, Stance, Value
from tallystick.model.values import (
    ActorRef,
    Casualties,
    CountRange,
    Damage,
    DamageLevel,
    PersonClass,
    Target,
    TargetKind,
    WeaponUse,
)
from tests.builders import document, fact, report


def given(
    text: str, field: Field, value: Value, words: str, *, stance: Stance = Stance.REPORTS
) -> list[Filler]:
    """What a single statement on some words of a text puts into a template."""
    doc: Document = document(text)
    told = report(doc, text.split(maxsplit=1)[0], fact(field, value, words=words, stance=stance))
    return [filler for s in told.of(field) for filler in fillers(s, text)]


# ------------------------------------------------------------------ perpetrators


def attackers(text: str, actor: ActorRef, words: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(f.role, f.mentions) for f in given(text, Field.ATTACKER, actor, words)]


@pytest.mark.parametrize(
    ("text", "words", "mentions"),
    [
        ("RAIDED BY MASKED GUNMEN TODAY", "GUNMEN", ("masked gunmen",)),
        ("TWO MEN FIRED", "TWO MEN", ("two men", "men")),
        ("19 MEN FIRED", "19 MEN", ("men",)),
        ("A GROUP OF YOUNG MEN FIRED", "A GROUP", ("group of young men", "young men")),
        ("A GROUP OF YOUNG MEN FIRED", "YOUNG MEN", ("group of young men", "young men")),
    ],
)
def test_men_are_given_in_the_words_of_a_key(
    text: str, words: str, mentions: tuple[str, ...]
) -> None:
    assert attackers(text, ActorRef("men"), words) == [("PerpInd", mentions)]


def test_an_organisation_stands_beside_its_men_under_all_its_names() -> None:
    text = "FARC [REVOLUTIONARY ARMED FORCES OF COLOMBIA] REBELS. THE FARC AND ITS FARC REBELS"
    found = attackers(text, ActorRef("FARC", "farc"), "FARC REBELS")
    assert found[0] == ("PerpInd", ("rebels",))
    assert found[1][0] == "PerpOrg"
    assert found[1][1][0] == "farc"
    assert "revolutionary armed forces of colombia" in found[1][1]


def test_a_body_is_an_organisation_and_what_is_neither_is_left_out() -> None:
    assert attackers("THE RED ARMY STRUCK", ActorRef("RED ARMY"), "RED ARMY") == [
        ("PerpOrg", ("red army",))
    ]
    assert attackers("THE OLD STORM STRUCK", ActorRef("OLD STORM"), "OLD STORM") == []


def test_a_state_is_no_perpetrator() -> None:
    assert attackers("FRANCE ATTACKED", ActorRef("France", "state-fr"), "FRANCE") == []


def test_guerrillas_are_individuals_whatever_the_vocabulary_calls_them() -> None:
    assert not is_organisation(ActorRef("guerrillas", id="guerrillas"))
    assert is_organisation(ActorRef("Shining Path", id="shining-path"))
    assert not is_organisation(ActorRef("Shining Path", id="shining-path"), "Shining Path members")


# ------------------------------------------------------------------ weapons and targets


@pytest.mark.parametrize(
    ("words", "mentions"),
    [
        ("BLOWN UP WITH TWO HOME-MADE BOMBS", [("home-made bombs",)]),
        ("A CAR BOMB ATTACK", [("car bomb",)]),
        ("SHOT TO DEATH", []),
    ],
)
def test_a_weapon_is_what_the_words_name(words: str, mentions: list[tuple[str, ...]]) -> None:
    found = given(f"HE SAID {words}.", Field.WEAPON, WeaponUse("any"), words)
    assert [f.mentions for f in found] == mentions


def aimed(text: str, words: str, kind: TargetKind = TargetKind.OTHER) -> list[Filler]:
    return given(text, Field.TARGET, Target(words, kind), words)


def test_a_target_has_its_owner_and_its_number() -> None:
    (offices,) = aimed("BOMBED THE OFFICES OF A MINING UNION LAST NIGHT", "THE OFFICES")
    assert offices.mentions == ("offices of mining union", "offices")
    assert offices.number == "1"
    (towers,) = aimed("DYNAMITED THREE POWER TOWERS IN THE HILLS", "THREE POWER TOWERS")
    assert (towers.mentions, towers.number) == (("power towers",), "3")


def test_persons_aimed_at_are_victims_unless_known_by_name() -> None:
    (found,) = aimed("SHOT AT VILLAGE TEACHERS ON A ROAD", "VILLAGE TEACHERS")
    assert (found.role, found.number) == ("Described", "PLURAL")
    assert aimed("SHOT AT JUDGE ANA ROE TODAY", "JUDGE", TargetKind.GOVERNMENT) == []


def test_a_whole_town_is_no_target() -> None:
    assert aimed("ATTACKED THE MINING TOWN", "THE MINING TOWN") == []


@pytest.mark.parametrize(
    ("what", "level", "mentions"),
    [
        ("TWO GREENHOUSES", DamageLevel.HEAVY, [("greenhouses",)]),
        ("TWO GREENHOUSES", DamageLevel.NONE, []),
        ("", DamageLevel.HEAVY, []),
    ],
)
def test_what_is_damaged_is_a_target(
    what: str, level: DamageLevel, mentions: list[tuple[str, ...]]
) -> None:
    words = "DESTROYED TWO GREENHOUSES"
    found = given(f"FIRE {words} THERE", Field.DAMAGE, Damage(level, what), words)
    assert [f.mentions for f in found] == mentions
    assert all((f.effect, f.number) == ("DESTROYED", "2") for f in found)


def test_all_that_is_damaged_in_one_breath_is_given() -> None:
    words = "CAUSED DAMAGE TO TWO SHEDS, A MILL AND TO CARS"
    value = Damage(DamageLevel.SOME, "TWO SHEDS")  # what a statement keeps may be cut short
    found = given(f"IT {words}.", Field.DAMAGE, value, words)
    assert [(f.mentions, f.number) for f in found] == [
        (("sheds",), "2"),
        (("mill",), "1"),
        (("cars",), "PLURAL"),
    ]


# ------------------------------------------------------------------ victims


def victims(
    words: str, count: CountRange, who: PersonClass = PersonClass.PEOPLE
) -> list[tuple[str, str, str]]:
    found = given(f"HE SAID {words}.", Field.KILLED, Casualties(count, who), words)
    return [(f.mentions[0], f.effect, f.number) for f in found]


@pytest.mark.parametrize(
    ("words", "count", "expected"),
    [
        ("KILLED SIX POOR FARMERS", CountRange(6, 6, "SIX"), ("poor farmers", "6")),
        ("AT LEAST 40 CIVILIANS DIED", CountRange(40, None, "AT LEAST 40"), ("civilians", "40-")),
        ("MANY WOMEN DIED", CountRange(3, None, "MANY"), ("women", "PLURAL")),
        ("A YOUNG WOMAN DIED", CountRange(1, 1, "WOMAN"), ("young woman", "1")),
        ("WOUNDED A BAKER'S SON", CountRange(1, 1, "SON"), ("baker's son", "1")),
    ],
)
def test_victims_are_those_counted(
    words: str, count: CountRange, expected: tuple[str, str]
) -> None:
    name, number = expected
    assert victims(words, count) == [(name, "DEATH", number)]


def test_nobody_fighters_and_the_named_are_no_described_victims() -> None:
    two = CountRange(2, 2, "TWO")
    assert victims("NO CASUALTIES", CountRange(0, 0, "NO CASUALTIES")) == []
    assert victims("TWO REBELS DIED", two, PersonClass.ARMED_GROUP) == []
    assert victims("COLONEL ANA ROE DIED", CountRange(1, 1, "COLONEL")) == []
    assert victims("HE DIED", CountRange(1, 1, "HE")) == []
