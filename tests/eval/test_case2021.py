from __future__ import annotations

import pytest
from eval.case2021 import OTHER, REGAINED, answer, weighted_f1

from eval import case2021
from tallystick.model.statement import Field, Reading
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import ActorRef, WeaponUse
from tests.builders import document, fact, report

DOC = document("Soldiers took the hill with grenades.")


def read(kind: IncidentKind, *more: object) -> Reading:
    return Reading(DOC, (report(DOC, "took", fact(Field.KIND, kind, words="took"), *more),))  # type: ignore[arg-type]


def test_each_kind_has_a_type() -> None:
    assert set(case2021.TYPES) == set(IncidentKind)


def test_the_first_report_answers() -> None:
    assert answer(Reading(DOC)) == OTHER
    assert answer(read(IncidentKind.SHELLING)) == "ART_MISS_ATTACK"
    soldiers = fact(Field.ATTACKER, ActorRef("the army"), words="Soldiers")
    assert answer(read(IncidentKind.SEIZURE, soldiers)) == REGAINED
    grenades = fact(Field.WEAPON, WeaponUse("grenade"), words="grenades")
    assert answer(read(IncidentKind.BOMBING, grenades)) == "GRENADE"


def test_weighted_f1() -> None:
    assert weighted_f1([("A", "A"), ("B", "B")]) == 1
    assert weighted_f1([("A", "B"), ("B", "A")]) == 0
    assert weighted_f1([]) == 0
    # A: precision 2/3, recall 1, F1 0.8, twice; B: nothing right, once.
    assert weighted_f1([("A", "A"), ("A", "A"), ("B", "A")]) == pytest.approx(2 * 0.8 / 3)
