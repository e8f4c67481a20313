from __future__ import annotations

import pytest
from eval.case_answer import ANSWERABLE, OTHER, REGAINED, TYPES, answer, features, is_state

from tallystick.model.statement import Field, Reading, Stance
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import ActorRef, Target, TargetKind, WeaponUse
from tests.builders import document, fact, report

DOC = document("Soldiers took the hill with grenades.")
ARMY = fact(Field.ATTACKER, ActorRef("the army"), words="Soldiers")
HILL = "the hill"


def read(kind: IncidentKind, *more: object) -> Reading:
    return Reading(DOC, (report(DOC, "took", fact(Field.KIND, kind, words="took"), *more),))  # type: ignore[arg-type]


def target(kind: TargetKind) -> object:
    return fact(Field.TARGET, Target(HILL, kind), words=HILL)


def test_each_kind_has_a_type() -> None:
    assert set(TYPES) == set(IncidentKind) and set(TYPES.values()) < ANSWERABLE


def test_the_first_report_answers() -> None:
    assert answer(Reading(DOC)) == OTHER
    assert answer(read(IncidentKind.SHELLING)) == "ART_MISS_ATTACK"
    assert answer(read(IncidentKind.SEIZURE)) == "NON_STATE_ACTOR_OVERTAKES_TER"
    assert answer(read(IncidentKind.SEIZURE, ARMY)) == REGAINED


def test_a_weapon_tells_a_grenade_and_a_poison() -> None:
    grenades = fact(Field.WEAPON, WeaponUse("grenade"), words="grenades")
    chlorine = fact(Field.WEAPON, WeaponUse("chlorine"), words="grenades")
    assert answer(read(IncidentKind.BOMBING, grenades)) == "GRENADE"
    assert answer(read(IncidentKind.SHELLING, grenades)) == "ART_MISS_ATTACK"
    assert answer(read(IncidentKind.SHELLING, chlorine)) == "CHEM_WEAP"


@pytest.mark.parametrize(
    ("more", "type"),
    [
        ((), "ATTACK"),
        ((target(TargetKind.MILITARY),), "ARMED_CLASH"),
        ((target(TargetKind.MARKET),), "ATTACK"),
        ((ARMY,), "ARMED_CLASH"),
        ((ARMY, target(TargetKind.CIVILIANS)), "ATTACK"),
    ],
)
def test_an_assault_on_the_armed_is_a_clash(more: tuple[object, ...], type: str) -> None:
    assert answer(read(IncidentKind.SHOOTING, *more)) == type


def test_who_is_said_to_be_responsible_is_an_attribution() -> None:
    claimed = fact(Field.ATTACKER, ActorRef("a group"), words="Soldiers", stance=Stance.CLAIMS)
    assert answer(read(IncidentKind.BOMBING, claimed)) == "ATTRIB"


def test_a_states_forces() -> None:
    assert is_state(ActorRef("Government forces")) and not is_state(ActorRef("gunmen"))
    assert not is_state("the army")


def test_features_tell_the_first_report_from_later_ones() -> None:
    assert features(Reading(DOC)) == {"nothing"}
    found = features(read(IncidentKind.SHELLING, ARMY, target(TargetKind.MILITARY)))
    assert {"first kind shelling", "first target military", "first stance reports"} <= found
    assert not any(name.startswith("later") for name in found)
