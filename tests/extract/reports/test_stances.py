"""What a word of saying bears on: the deed and its author, not where, when and with what."""

from __future__ import annotations

import pytest

from tallystick.extract import read_by_rules
from tallystick.model.statement import Field, Stance
from tests.builders import document

# text, the field, the stances of its statements
CASES = [
    ("The army confirmed that its jets bombed a mill in Raqqa on 3 May 2031, killing two.",
     Field.WHERE, {Stance.REPORTS}),
    ("The army confirmed that its jets bombed a mill in Raqqa on 3 May 2031, killing two.",
     Field.KILLED, {Stance.CONFIRMS}),
    ("The union alleged that soldiers shelled a mill in Raqqa on 3 May 2031, killing two.",
     Field.WHEN, {Stance.REPORTS}),
    ("The union alleged that soldiers shelled a mill in Raqqa on 3 May 2031, killing two.",
     Field.WEAPON, {Stance.REPORTS}),
    ("The union alleged that soldiers shelled a mill in Raqqa on 3 May 2031, killing two.",
     Field.KILLED, {Stance.REPORTS}),
    ("The union alleged that soldiers shelled a mill in Raqqa on 3 May 2031, killing two.",
     Field.ATTACKER, {Stance.DOUBTS}),
    ("A suspected gas attack killed two in Raqqa on 3 May 2031.", Field.WEAPON, {Stance.DOUBTS}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "field", "wanted"), CASES)
def test_what_a_word_of_saying_bears_on(text: str, field: Field, wanted: set[Stance]) -> None:
    (report,) = read_by_rules(document(text)).reports
    assert {s.stance for s in report.statements if s.field is field} == wanted
