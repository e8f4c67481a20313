"""Numbers whose verb is left out, each with its own place, time or occasion."""

from __future__ import annotations

import pytest

from tallystick.extract.effects.casualties import harmed
from tests.extract.effects.test_casualties import short
from tests.extract.told import annotated, sentence_of

GAPPED = [
    ("Shells killed nine miners in the Old Port and three at a tram stop.", ["3", "9"]),
    (
        "They killed eleven people in Velm, seven in Ashmar and two in Orlo, he said.",
        ["11", "2", "7"],
    ),
    ("Five died at the cinema, four at the bakery.", ["4", "5"]),
    ("Jets killed six miners in the first raid and none in the second.", ["0", "6"]),
    ("Two were killed by shells and another eight by a mine.", ["2", "8"]),
    ("Nine men died at the gate and three more in hospital.", ["3", "9"]),
    ("Two clerks died instantly and a third in hospital.", ["1", "2"]),
]
NOT_GAPPED = [
    ("Nine men died at the gate and three were in hospital with burns.", ["9"]),
    ("A mine killed four miners in a lorry and 30 in Velm were hurt.", ["4"]),
    ("A mine killed four miners in a lorry, one in five of the crew.", ["4"]),
    ("A mine killed four miners in a lorry and two in custody escaped.", ["4"]),
    ("A mine killed four miners on Monday. Two in Velm sell bread.", ["4"]),
]


def killed(text: str) -> list[str]:
    notes = annotated(text)
    told = map(short, harmed(notes, sentence_of(notes)))
    return sorted(one.split()[1] for one in told if one.startswith("k"))


@pytest.mark.parametrize(("text", "wanted"), [*GAPPED, *NOT_GAPPED])
def test_a_number_takes_the_verb_of_the_one_before(text: str, wanted: list[str]) -> None:
    assert killed(text) == wanted


def test_they_are_of_the_class_of_those_before_and_start_with_their_words() -> None:
    notes = annotated("Shells killed nine miners in the Old Port and three at a tram stop.")
    first, other = harmed(notes, sentence_of(notes))
    assert short(other) == "k 3 civilians"
    assert other.span.start == first.span.start
    assert other.span.of(notes.text).endswith("and three")
