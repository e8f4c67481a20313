"""The attack that is the reason of another has its own dead, weapons, place and authors."""

from __future__ import annotations

import pytest

from tallystick.model.statement import Field, Stance
from tests.extract.incidents import incidents, places, tolls


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
