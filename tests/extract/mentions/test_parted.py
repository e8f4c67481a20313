"""The attack that is the reason of another has its own dead, weapons, place and authors."""

from __future__ import annotations

import pytest

from tallystick.model.statement import Field, Stance, Standing
from tests.extract.incidents import day_of, incidents, place_of, places, reading, tolls


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed nine in Gulu on Friday. The Front said the bombing was in retaliation for a "
        "drone strike that killed two of its men in Moroto.",
        "Gunmen killed nine men in Gulu on Friday in reprisal for the killing of two herders in "
        "Moroto.",
        "A bomb killed nine in Gulu on Friday. The Taliban claimed it as revenge for the "
        "killing of two of its leaders in Moroto last month.",
    ],
)
def test_the_reason_is_an_incident_of_its_own(text: str) -> None:
    assert places(text) == ["Gulu", "Moroto"]
    attack, reason = incidents(text)
    assert (tolls(attack), tolls(reason)) == ([9], [2])


def test_who_claims_an_attack_does_not_claim_its_reason() -> None:
    attack, reason = incidents(
        "A bomb killed nine in Gulu on Friday. The Taliban claimed it as revenge for the "
        "killing of two of its leaders in Moroto last month."
    )
    assert [s.stance for s in attack.of(Field.ATTACKER)] == [Stance.CLAIMS]
    assert not list(reason.of(Field.ATTACKER))
    assert {s.stance for s in reason.of(Field.KILLED)} == {Stance.REPORTS}


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled a mill in Gulu on Friday in retaliation for air strikes.",
        "Rebels shelled a mill in Gulu on Friday in revenge for a raid.",
        "In retaliation for a raid, rebels shelled a mill in Gulu on Friday.",
    ],
)
def test_what_is_only_named_is_none(text: str) -> None:
    assert places(text) == ["Gulu"]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed nine in Gulu on Friday. It was the deadliest attack in the north since a "
        "gunman killed 21 people in Moroto in March 2016.",
        "Nine people were shot dead in Gulu on Friday, the worst killing since 21 were shot "
        "dead in Moroto in March 2016.",
        "A bomb killed nine in Gulu on Friday. The attack was the biggest since March 2016, when "
        "gunmen stormed a police post in Moroto and killed 21 people.",
    ],
)
def test_what_an_attack_is_measured_by_is_one_of_before(text: str) -> None:
    attack, other = reading(text, "2019-03-04").reports
    assert [place_of(r) for r in (attack, other)] == ["Gulu", "Moroto"]
    assert [day_of(r) for r in (attack, other)] == ["2019-03-01", "March 2016"]
    assert (tolls(attack)[0], tolls(other)) == (9, [21])
    assert (attack.standing, other.standing) == (Standing.HAPPENED, Standing.BACKGROUND)


def test_a_war_that_began_is_no_attack_of_before() -> None:
    text = (
        "Shells killed nine in Gulu on Friday, the deadliest strike since fighting began in 2014."
    )
    (attack,) = incidents(text, "2019-03-04")
    assert tolls(attack) == [9]
