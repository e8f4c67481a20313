"""Weapons and what became of them, merged and disputed."""

from __future__ import annotations

import pytest

from tallystick.ledger.view.accounts import Evidence
from tallystick.ledger.view.effects import (
    damage_differs,
    outcomes,
    outcomes_differ,
    weapons,
    weapons_differ,
)
from tallystick.model.statement import Field, Report, Stance
from tallystick.model.values import (
    CountRange,
    Damage,
    DamageLevel,
    Fate,
    Outcome,
    WeaponUse,
)
from tests.builders import Fact, document, fact, report

TWO, THREE = CountRange.exactly(2), CountRange.exactly(3)
SEVERAL = CountRange(2, None)
HIT = Outcome(Fate.HIT)
NO_HIT = Outcome(Fate.HIT, None, CountRange.exactly(0))
STOPPED = Outcome(Fate.INTERCEPTED)


def evidence(*told: list[Fact]) -> Evidence:
    documents, reports = {}, list[Report]()
    for number, facts in enumerate(told):
        doc = document(f"Account number {number}.", publisher=f"Paper {number}")
        documents[doc.id] = doc
        reports.append(report(doc, "Account", *facts))
    return Evidence(tuple(reports), documents)


def used(type_: str, count: CountRange | None = None, **more: Stance) -> Fact:
    return fact(Field.WEAPON, WeaponUse(type_, count), **more)  # type: ignore[arg-type]


def ended(outcome: Outcome, by: str = "") -> Fact:
    return fact(Field.OUTCOME, outcome, by=by or ())


@pytest.mark.parametrize(
    ("counts", "merged", "contested"),
    [
        ([TWO, THREE], CountRange(2, 3), True),
        ([TWO, CountRange(2, 3)], CountRange(2, 3), False),
        ([SEVERAL, THREE], THREE, False),
        ([SEVERAL], SEVERAL, False),
        ([CountRange(5, None), THREE], CountRange(3, None), True),
        ([None, TWO], TWO, False),
        ([None], None, False),
    ],
)
def test_counts_of_one_type_over_the_accounts(
    counts: list[CountRange | None], merged: CountRange | None, contested: bool
) -> None:
    view = evidence(*([used("rocket", c)] for c in counts))
    assert weapons(view) == (WeaponUse("rocket", merged),)
    assert weapons_differ(view) is contested


def test_types_stay_apart_and_one_account_agrees_with_itself() -> None:
    view = evidence([used("rocket", SEVERAL), used("rocket", THREE), used("drone")])
    assert weapons(view) == (WeaponUse("rocket", THREE), WeaponUse("drone"))
    assert not weapons_differ(view)


def test_a_denied_weapon_is_left_out_and_contested() -> None:
    view = evidence([used("chemical", stance=Stance.DENIES)])
    assert weapons(view) == ()
    assert weapons_differ(view)


def test_outcomes_are_united_by_fate_and_weapon() -> None:
    crashed = Outcome(Fate.CRASHED, "drone", CountRange.exactly(1))
    view = evidence([ended(STOPPED), ended(crashed)], [ended(crashed)])
    assert outcomes(view) == (STOPPED, crashed)


@pytest.mark.parametrize(
    ("first", "second", "contested"),
    [
        ([STOPPED], [HIT], True),
        ([NO_HIT], [HIT], True),
        ([HIT], [HIT], False),
        ([STOPPED, HIT], [HIT], False),
        ([Outcome(Fate.INTERCEPTED, "drone")], [Outcome(Fate.HIT, "rocket")], False),
        ([Outcome(Fate.FELL_SHORT, "rocket")], [Outcome(Fate.HIT, "rocket")], True),
        ([Outcome(Fate.INTERCEPTED, "drone", TWO)], [Outcome(Fate.INTERCEPTED, "drone", THREE)],
         True),
    ],
)  # fmt: skip
def test_stopped_by_one_account_and_hit_by_another(
    first: list[Outcome], second: list[Outcome], contested: bool
) -> None:
    view = evidence([ended(o, "Army") for o in first], [ended(o, "Rebels") for o in second])
    assert outcomes_differ(view) is contested


def test_two_of_three_stopped_leaves_one_to_hit() -> None:
    stopped = ended(Outcome(Fate.INTERCEPTED, "rocket", TWO), "Army")
    hit = ended(Outcome(Fate.HIT, "rocket"), "Rebels")
    assert not outcomes_differ(evidence([used("rocket", THREE), stopped], [hit]))
    assert outcomes_differ(evidence([used("rocket", TWO), stopped], [hit]))


def test_damage_or_none() -> None:
    def damage(level: DamageLevel, **more: Stance) -> list[Fact]:
        return [fact(Field.DAMAGE, Damage(level), **more)]  # type: ignore[arg-type]

    none, some, heavy = (damage(level) for level in DamageLevel)
    assert damage_differs(evidence(none, heavy))
    assert not damage_differs(evidence(some, heavy))
    assert damage_differs(evidence(damage(DamageLevel.HEAVY, stance=Stance.DENIES)))


def test_what_befell_the_single_ones_adds_up_to_all() -> None:
    one = CountRange.exactly(1)
    shot_down = ended(Outcome(Fate.INTERCEPTED, "drone", one), "Army")
    crashed = ended(Outcome(Fate.CRASHED, "drone", one), "Army")
    hit = ended(Outcome(Fate.HIT), "Rebels")
    assert outcomes_differ(evidence([used("drone", TWO), shot_down, crashed], [hit]))
    assert not outcomes_differ(evidence([used("drone", TWO), shot_down], [hit]))
