"""Tolls of the other side, told by a side of a war; and tolls beside a bare claim."""

from __future__ import annotations

import pytest

from tallystick.model.statement import Stance
from tallystick.model.values import Casualties, Outcome
from tests.extract.incidents import reading

RAID = "Air force jets bombed a camp near Jaffna on Monday."
AMBUSH = "Gunmen ambushed an army column near Goma on Monday."


def stances(text: str) -> list[Stance]:
    found = (s for r in reading(text, "2016-09-14").reports for s in r.statements)
    return [s.stance for s in found if isinstance(s.value, Casualties)]


@pytest.mark.parametrize(
    "text",
    [
        f"{RAID} The military said that 21 guerrillas died in the raid.",
        f"{RAID} According to the General Staff, nine rebels were killed.",
        f"{AMBUSH} Captain Joao Dias said six insurgents were killed.",
        f"{AMBUSH} The defence ministry reported 12 militants killed.",
        f"{AMBUSH} The M23 said that four soldiers were killed.",
        f"{AMBUSH} Al Shabaab said that its men killed 14 crusaders.",
        f"{AMBUSH} A spokesman for Al Shabaab said 11 soldiers were killed.",
    ],
)
def test_who_counts_the_dead_of_its_foes_claims_them(text: str) -> None:
    assert stances(text) == [Stance.CLAIMS]


@pytest.mark.parametrize(
    "text",
    [
        f"{AMBUSH} The army said four soldiers were killed.",
        f"{AMBUSH} The army said that nine villagers were killed.",
        f"{AMBUSH} A doctor said that 12 militants were killed.",
        f"{AMBUSH} The Syrian Observatory for Human Rights said that nine rebels were killed.",
        "Army troops attacked a rebel camp near Goma on Monday. The army said it lost a base and "
        "that two soldiers were killed.",
        f"{AMBUSH} The M23 said that three of its own fighters were killed.",
        f"{AMBUSH} The police said that the bomber was killed.",
    ],
)
def test_its_own_dead_and_what_others_count_are_reports(text: str) -> None:
    assert stances(text) == [Stance.REPORTS]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The air force said that nine of the drones were shot down.", Stance.CLAIMS),
        ("The M23 said its men repelled the attack.", Stance.CLAIMS),
        ("The coalition said its defences intercepted nine drones.", Stance.CLAIMS),
        ("A doctor said that nine of the drones were shot down.", Stance.REPORTS),
        ("Police said that they defused a second bomb.", Stance.REPORTS),
        ("The army said that two drones crashed.", Stance.REPORTS),
    ],
)
def test_who_stopped_the_weapons_of_a_foe_claims_it(text: str, stance: Stance) -> None:
    told = f"Drones attacked a depot near Goma on Monday. {text}"
    found = (s for r in reading(told, "2016-09-14").reports for s in r.statements)
    assert [s.stance for s in found if isinstance(s.value, Outcome)] == [stance]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        (
            "The M23 claimed responsibility for an ambush near Goma on Monday in which five "
            "people were killed.",
            Stance.REPORTS,
        ),
        (
            "The M23 claimed the bombing of a cafe in Goma on Monday that killed seven people.",
            Stance.REPORTS,
        ),
        (
            "The M23 claimed that its fighters ambushed a column near Goma on Monday and killed "
            "nine soldiers.",
            Stance.CLAIMS,
        ),
        (
            "Rebels claimed that Rwandan jets bombed a market in Goma on Monday, killing two "
            "women.",
            Stance.REPORTS,
        ),
    ],
)
def test_a_toll_beside_a_claim_is_no_part_of_it(text: str, stance: Stance) -> None:
    assert stances(text) == [stance]
