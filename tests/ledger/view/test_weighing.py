"""Which accounts of casualties speak of the whole."""

from __future__ import annotations

import pytest

from tallystick.ledger.view.figures import differ, figure
from tallystick.model.incident import Figure
from tallystick.model.statement import Field, Stance
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import ActorRef, Casualties, CountRange, PersonClass
from tests.builders import Fact, fact, hurt
from tests.ledger.view.told import evidence

FORCES, ARMED = PersonClass.FORCES, PersonClass.ARMED_GROUP
CIVILIANS, CHILDREN = PersonClass.CIVILIANS, PersonClass.CHILDREN
HERONS = ActorRef("Herons", "herons")


def killed(*told: tuple[str, list[Fact]], field: Field = Field.KILLED) -> Figure:
    return figure(evidence(*((text, None, facts) for text, facts in told)), field)


def herons(count: int, words: str) -> Fact:
    return fact(Field.KILLED, Casualties(CountRange.exactly(count), ARMED, HERONS), words)


@pytest.mark.parametrize("who", [FORCES, CIVILIANS])
def test_who_counts_the_one_sort_that_anybody_tells_of_counts_all(who: PersonClass) -> None:
    told = [("Nine of a sort died.", [hurt(9, who=who)]), ("Fourteen people died.", [hurt(14)])]
    assert killed(*told) == Figure(9, 14, 14)
    assert differ(evidence(*((text, None, facts) for text, facts in told)), Field.KILLED)


def test_where_two_sorts_are_told_one_of_them_is_not_all() -> None:
    told = [
        ("Nine porters died.", [hurt(9, who=CIVILIANS)]),
        ("Fourteen people died.", [hurt(14)]),
        ("Five soldiers died.", [hurt(5, who=FORCES)]),
    ]
    assert killed(*told) == Figure(14, 14, 14)


def test_one_sort_beside_all_in_a_document_is_some_of_them() -> None:
    text = "Fourteen people died. Medics counted nine women."
    facts = [hurt(14, "Fourteen people"), hurt(9, "nine women", who=CIVILIANS, by="Medics")]
    assert killed((text, facts)) == Figure(14, 14, 14)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The dead included a baker and two clerks.", "a baker and two clerks"),
        ("Among the dead were three bakers.", "three bakers"),
        ("Three of the wounded are in the Velm ward.", "Three of the wounded"),
        ("Three bakers were among those killed.", "Three bakers"),
    ],
)
def test_who_names_some_of_the_dead_gives_no_number_of_all(text: str, words: str) -> None:
    some = hurt(3, words, who=CIVILIANS)
    assert killed(("Twelve people died.", [hurt(12)]), (text, [some])) == Figure(12, 12, 12)
    assert killed((text, [some])).low == 3


def test_one_told_by_name_is_among_several() -> None:
    told = [
        ("Three guards died.", [hurt(3, who=FORCES)]),
        ("Sergeant Abel Orne died.", [hurt(1, "Sergeant Abel Orne died", who=FORCES)]),
    ]
    assert killed(*told) == Figure(3, 3, 3)


def test_a_guard_to_one_and_three_to_another_are_one_to_three() -> None:
    told = [
        ("Three guards died.", [hurt(3, who=FORCES)]),
        ("A guard died there.", [hurt(1, "A guard", who=FORCES)]),
    ]
    assert killed(*told).low == 1


def test_the_third_who_died_is_three_where_two_are_told() -> None:
    third = ("A third guard died of burns.", [hurt(1, "A third guard died", who=FORCES)])
    assert killed(("Two guards died.", [hurt(2, who=FORCES)]), third).high == 3
    assert killed(third).high == 1


def test_children_who_also_died_are_told_besides_the_fighters() -> None:
    text = "The army says eight Herons died. Nurses say three children were also killed."
    facts = [
        hurt(8, "eight Herons", who=ARMED, by="army"),
        hurt(3, "three children were also killed", who=CHILDREN, by="Nurses"),
    ]
    assert killed((text, facts)) == Figure(8, 11, 11)


def test_attackers_dead_are_not_added_to_those_whom_they_attacked() -> None:
    text = "Herons ambushed a patrol. Two soldiers died and eleven Herons were killed."
    facts = [hurt(2, "Two soldiers", who=FORCES), herons(11, "eleven Herons")]
    author = fact(Field.ATTACKER, HERONS, "Herons")
    assert killed((text, [author, *facts])) == Figure(2, 2, 2)
    assert killed((text, facts)) == Figure(13, 13, 13)
    clash = fact(Field.KIND, IncidentKind.ARMED_CLASH, "ambushed")
    assert killed((text, [clash, author, *facts])) == Figure(13, 13, 13)


def test_assailants_alone_are_counted_where_nobody_else_is() -> None:
    shot = ("Guards killed four assailants.", [hurt(4, who=PersonClass.ATTACKERS)])
    assert killed(shot) == Figure(4, 4, 4)
    assert killed(shot, ("Two guards died.", [hurt(2, who=FORCES)])) == Figure(2, 2, 2)


def test_nobody_hurt_beside_some_is_of_another_attack() -> None:
    text = "The mayor says nine died. A second bomb hurt no one."
    facts = [hurt(9, "nine", by="mayor"), hurt(0, "no one")]
    assert killed((text, facts)) == Figure(9, 9, 9)
    claim = hurt(9, "nine", by="mayor", stance=Stance.CLAIMS)
    assert killed((text, [claim, hurt(0, "no one")])).low == 0
    nobody = hurt(0, "nine", by="mayor")
    assert killed((text, [nobody, hurt(2, "no one")])).low == 0
