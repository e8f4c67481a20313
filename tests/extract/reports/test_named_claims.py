"""Claims, denials and blame of attacks that are named by their place or what was hit."""

from __future__ import annotations

import pytest

from tallystick.model.statement import Stance
from tests.extract.incidents import incidents, sides

_THREE = (
    "Gunmen fired on a bus near Orun on Friday, killing three passengers.\n\n"
    "A bomb went off in a bank in Kelma on Saturday and wounded a guard.\n\n"
    "On Sunday a lorry hit a mine on the Selva road, and two constables were killed.\n\n"
)


def _shares(text: str, stance: Stance) -> list[bool]:
    """Of each incident, whether the Dawn Front is its author in that way."""
    return [("Dawn Front", stance) in sides(r) for r in incidents(text, "2031-05-09")]


@pytest.mark.parametrize(
    "claim",
    [
        "The Dawn Front claimed the attacks on the bus and the lorry.",
        "The Dawn Front said on Monday that it was responsible for the attacks on the bus and on "
        "the lorry.",
        "The attacks on the bus and the lorry were claimed by the Dawn Front.",
    ],
)
def test_a_claim_goes_to_each_attack_that_it_names(claim: str) -> None:
    assert _shares(_THREE + claim, Stance.CLAIMS) == [True, False, True]


def test_a_claim_goes_to_the_one_that_it_names() -> None:
    claim = "The Dawn Front claimed the bombing of the bank in a letter, but not the mine."
    assert _shares(_THREE + claim, Stance.CLAIMS) == [False, True, False]


def test_a_denial_goes_to_each_attack_that_it_names() -> None:
    claim = "The Dawn Front denied any part in the attacks on the bank and the bus."
    assert _shares(_THREE + claim, Stance.DENIES) == [True, True, False]


@pytest.mark.parametrize(
    "blame",
    [
        "Police blamed the attacks on the bank and the lorry on the Dawn Front.",
        "Police accused the Dawn Front of the attacks on the bank and the lorry.",
    ],
)
def test_blame_goes_to_each_attack_that_it_names(blame: str) -> None:
    assert _shares(_THREE + blame, Stance.BLAMES) == [False, True, True]


def test_deeds_told_one_by_one_go_to_what_is_told_of_them_later() -> None:
    text = (
        "The Dawn Front said its men had burnt the mill at Orun on Monday and mined the road to "
        "Selva on Tuesday.\n\nAt Velm a judge was shot dead on Monday.\n\n"
        "On the road to Selva a lorry drove over a mine and its driver was killed."
    )
    assert _shares(text, Stance.CLAIMS) == [True, False, True]


@pytest.mark.parametrize(
    "claim",
    [
        "The Dawn Front said that it had attacked a post in answer to the attack on the bus.",
        "The Dawn Front said it had met the owner of the bank.",
        "The Dawn Front said its men had killed two robbers of another bank near Velm.",
    ],
)
def test_what_is_named_beside_a_claim_is_not_claimed(claim: str) -> None:
    assert not any(_shares(_THREE + claim, Stance.CLAIMS)[:3])
