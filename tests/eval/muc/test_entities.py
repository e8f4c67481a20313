from __future__ import annotations

from eval.muc.entities import entities, gathered
from eval.muc.templates import Filler

from tallystick.model.statement import Field
from tallystick.model.values import (
    ActorRef,
    Casualties,
    CountRange,
    Damage,
    DamageLevel,
    Target,
)
from tests.builders import document, fact, report


def test_one_noun_is_one_entity_by_its_fullest_name() -> None:
    (bomb,) = gathered([Filler("Weapon", ("bomb",)), Filler("Weapon", ("powerful bomb",))])
    assert bomb.mentions == ("powerful bomb", "bomb")


def test_other_words_other_roles_and_other_fates_are_kept_apart() -> None:
    found = [
        Filler("Target", ("red bus",)),
        Filler("Target", ("blue bus",)),
        Filler("Weapon", ("bus",)),
        Filler("Described", ("people",), effect="DEATH", number="2"),
        Filler("Described", ("people",), effect="INJURY", number="5"),
    ]
    assert gathered(found) == found


def test_names_of_an_organisation_meet_where_one_is_shared() -> None:
    (found,) = gathered(
        [Filler("PerpOrg", ("ra", "red army"), "POSSIBLE"), Filler("PerpOrg", ("ra",))]
    )
    assert (found.mentions, found.confidence) == (("ra", "red army"), "POSSIBLE")


def test_the_number_is_that_of_those_hurt() -> None:
    aimed = Filler("Described", ("nurses",), number="PLURAL")
    hurt = Filler("Described", ("nurses",), effect="INJURY", number="4")
    for pair in ((aimed, hurt), (hurt, aimed)):
        (found,) = gathered(pair)
        assert (found.effect, found.number) == ("INJURY", "4")


TEXT = "STUDENTS THREW STONES AT A MILL, TWO STUDENTS DIED AND IT CAUSED HEAVY DAMAGE."


def test_damage_of_nothing_named_is_that_of_the_targets_and_perpetrators_are_no_victims() -> None:
    told = report(
        document(TEXT),
        "THREW",
        fact(Field.ATTACKER, ActorRef("students"), words="STUDENTS"),
        fact(Field.TARGET, Target("a mill"), words="A MILL"),
        fact(Field.KILLED, Casualties(CountRange(2, 2, "TWO")), words="TWO STUDENTS DIED"),
        fact(Field.DAMAGE, Damage(DamageLevel.HEAVY), words="CAUSED HEAVY DAMAGE"),
    )
    found = [(f.role, f.mentions[0], f.effect) for f in entities(told.statements, TEXT)]
    assert found == [("PerpInd", "students", ""), ("Target", "mill", "DESTROYED")]
