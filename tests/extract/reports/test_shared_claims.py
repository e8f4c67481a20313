"""Claims, denials and blame of several attacks at once."""

from __future__ import annotations

import pytest

from tallystick.model.statement import Stance
from tests.extract.incidents import incidents, sides

_TWO = (
    "Rebels ambushed an army patrol near Orun on Monday, killing six soldiers.\n\n"
    "On Tuesday a mine wounded two policemen on the Selva road.\n\n"
)


def _shares(text: str, stance: Stance) -> list[bool]:
    """Of each incident, whether the Dawn Front is its author in that way."""
    return [("Dawn Front", stance) in sides(r) for r in incidents(text, "2031-05-09")]


@pytest.mark.parametrize(
    "claim",
    [
        "The Dawn Front claimed both attacks.",
        "A spokesman for the Dawn Front told reporters that the group had carried out both.",
        "The Dawn Front took responsibility for all of them.",
        "The Dawn Front admitted the two attacks.",
    ],
)
def test_a_claim_of_several_attacks_is_one_of_each(claim: str) -> None:
    assert _shares(_TWO + claim, Stance.CLAIMS) == [True, True]


def test_a_denial_of_both_is_one_of_each() -> None:
    text = _TWO + "The Dawn Front denied any part in either of them."
    assert _shares(text, Stance.DENIES) == [True, True]


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("The governor attributed both attacks to the Dawn Front.", Stance.BLAMES),
        ("The governor blamed both on the Dawn Front.", Stance.BLAMES),
        ("The governor accused the Dawn Front of both attacks.", Stance.BLAMES),
        ("Police believe that the Dawn Front was behind both attacks.", Stance.DOUBTS),
    ],
)
def test_blame_and_suspicion_of_both_are_of_each(words: str, stance: Stance) -> None:
    claim = "The Dawn Front said on Wednesday that it had not met the governor. "
    assert _shares(_TWO + claim + words, stance) == [True, True]


def test_each_other_is_not_each_attack() -> None:
    text = _TWO + "The Dawn Front and the army blamed each other."
    assert sum(_shares(text, Stance.BLAMES)) == 1


def test_a_denial_of_any_part_is_of_one_attack() -> None:
    text = _TWO + "The Dawn Front denies any involvement in that blast."
    assert sum(_shares(text, Stance.DENIES)) == 1


def test_a_claim_in_the_lead_is_of_what_is_told_after_it() -> None:
    lead = "The Dawn Front on Wednesday claimed both attacks of this week.\n\n"
    assert _shares(lead + _TWO, Stance.CLAIMS)[-2:] == [True, True]


def test_attacks_that_are_only_told_now_are_not_those_before() -> None:
    text = _TWO + (
        "The Dawn Front on Wednesday claimed two attacks in Kelma. On Sunday its men shot a judge "
        "dead in Kelma.\n\nIn Velm a bomb killed a teacher on Saturday."
    )
    assert _shares(text, Stance.CLAIMS)[:2] == [False, False]


def test_the_first_two_are_not_the_third() -> None:
    third = "A judge was shot dead in Kelma on Wednesday.\n\n"
    text = _TWO + third + "The Dawn Front claimed the first two."
    assert _shares(text, Stance.CLAIMS) == [True, True, False]


def test_a_claim_of_one_attack_is_not_one_of_the_other() -> None:
    text = _TWO + "The Dawn Front claimed the ambush."
    assert sum(_shares(text, Stance.CLAIMS)) == 1
