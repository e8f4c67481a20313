"""What a denial, a disavowal or a charge leaves standing: that it was done, by whoever it was."""

from __future__ import annotations

import pytest

from tallystick.extract.actors.voices import voices_of
from tallystick.extract.annotate import annotate
from tallystick.model.statement import Field, Stance
from tests.builders import document, span_of

# text, the words asked about, what they give a value of, who says it, the stance
CASES = [
    ("The army denied that its gunners had shelled a mill.", "a mill", Field.TARGET, (),
     Stance.REPORTS),
    ("The army denied that its gunners had shelled a mill.", "gunners", Field.ATTACKER, ("army",),
     Stance.DENIES),
    ("The army denied that its gunners had killed nine millers.", "nine millers", Field.KILLED, (),
     Stance.REPORTS),
    ("The army denied that nine of its gunners had been killed.", "nine of its gunners",
     Field.KILLED, ("army",), Stance.DENIES),
    ("The army denied a report that rebels had killed nine millers.", "nine millers",
     Field.KILLED, ("army",), Stance.DENIES),
    ("The army said on Monday that none of its men had fired on a ferry.", "a ferry",
     Field.TARGET, (), Stance.REPORTS),
    ("The army said it had no part in the shelling of a ferry.", "a ferry", Field.TARGET, (),
     Stance.REPORTS),
    ("The army said it had not shelled the mill and that rebels had burned a barn.", "a barn",
     Field.TARGET, ("army",), Stance.REPORTS),
    ("The army said that it could not establish who had fired the rocket.", "rocket",
     Field.WEAPON, (), Stance.REPORTS),
    ("The army said it was looking into reports that a rocket hit a barn.", "a barn",
     Field.TARGET, (), Stance.REPORTS),
    ("The army accused the rebels of the murder of nine millers.", "nine millers", Field.KILLED,
     (), Stance.REPORTS),
    ("The army accused the rebels of shelling a barn.", "a barn", Field.TARGET, ("army",),
     Stance.REPORTS),
    ("The army said a rocket had hit a barn.", "a barn", Field.TARGET, ("army",), Stance.REPORTS),
    ("The army condemned the bombing of a barn in Osk.", "a barn", Field.TARGET, (),
     Stance.REPORTS),
    ("Union men described the dynamite attack on a barn as a crime.", "dynamite", Field.WEAPON,
     (), Stance.REPORTS),
    ("The army accused the rebels of perpetrating the raid on a barn.", "a barn", Field.TARGET,
     (), Stance.REPORTS),
    ("The army denied it had anything to do with the murder of a miller.", "a miller",
     Field.KILLED, (), Stance.REPORTS),
    ("The army denied shelling a barn in Osk, two days after nine millers died.", "nine millers",
     Field.KILLED, (), Stance.REPORTS),
    ("The army condemned the raid, saying rockets hit a barn.", "a barn", Field.TARGET,
     ("army",), Stance.REPORTS),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "field", "who", "stance"), CASES)
def test_who_stands_behind(
    text: str, words: str, field: Field, who: tuple[str, ...], stance: Stance
) -> None:
    notes = annotate(document(text))
    voice = voices_of(notes).at(span_of(text, words), field)[0]
    assert (tuple(s.name for s in voice.chain[:-1]), voice.stance) == (who, stance)
