"""Who condemns an attack, or lays it on others, is not the one who did it."""

from __future__ import annotations

import pytest

from tallystick.extract import read
from tallystick.intake import read_text
from tallystick.model.statement import Field


def attackers(text: str) -> set[str]:
    reading = read(read_text(text))
    told = [s for report in reading.reports for s in report.statements]
    return {s.span.of(text) for s in told if s.field is Field.ATTACKER}


@pytest.mark.parametrize("verb", ["deplored", "denounced", "decried", "condemned"])
def test_who_deplores_a_blast_did_not_set_it_off(verb: str) -> None:
    text = (
        f"Norway {verb} on Friday the bomb blasts which killed scores of people outside two hotels "
        "in Kampala."
    )
    assert attackers(text) == set()


def test_a_suit_over_spying_blames_nobody_for_the_bombing_before_it() -> None:
    text = (
        "The city settled a lawsuit accusing the NYPD of spying on mosques after the bombing of "
        "11 June 2031 in New York, in which nine people died."
    )
    assert attackers(text) == set()
