"""Who avows an attack avows what he tells of it: its target, its weapons, its toll."""

from __future__ import annotations

import pytest

from tallystick.model.statement import Field, Stance
from tests.extract.incidents import reading

JETS = (
    "Russian warplanes struck two camps near Idlib on Tuesday, the defence ministry in Moscow said."
)
OURS = (
    "To our people. On 8 March our fighters attacked the barracks at Loikaw with mortars. Seven "
    "soldiers of the junta were killed."
)


def stances(text: str, field: Field) -> list[Stance]:
    found = (s for r in reading(text, "2016-03-10").reports for s in r.statements)
    return [s.stance for s in found if s.field is field]


@pytest.mark.parametrize("field", [Field.TARGET, Field.WEAPON])
def test_a_ministry_that_tells_of_its_own_jets_avows_the_rest(field: Field) -> None:
    assert set(stances(JETS, field)) == {Stance.CLAIMS}


def test_what_it_says_later_of_the_strike_is_avowed_too() -> None:
    text = f"{JETS} The strikes hit a weapons store, it said in a statement."
    assert stances(text, Field.TARGET) == [Stance.CLAIMS, Stance.CLAIMS]


@pytest.mark.parametrize("field", [Field.TARGET, Field.WEAPON, Field.KILLED])
def test_a_communique_speaks_for_its_men_throughout(field: Field) -> None:
    assert set(stances(OURS, field)) == {Stance.CLAIMS}


@pytest.mark.parametrize("field", [Field.TARGET, Field.WEAPON])
def test_a_doctor_who_tells_of_jets_avows_nothing(field: Field) -> None:
    text = JETS.replace("the defence ministry in Moscow", "a doctor")
    assert set(stances(text, field)) == {Stance.REPORTS}
