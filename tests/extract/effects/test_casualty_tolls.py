"""Tolls by the name of one, and bodies."""

from __future__ import annotations

import pytest

from tests.extract.effects.test_casualties import told

TOLLS = [
    ("The elder told the judge that the dead were 15.", ["k 15 people"]),
    ("The rebels said their own losses were four.", ["k 4 people"]),
    (
        "The number killed when a shell fell among mourners in Velm has risen to 21.",
        ["k 21 civilians"],
    ),
    ("Porters carted away 80 bodies from the square.", ["k 80 people"]),
    ("40 bodies of herders were uncovered in a well.", ["k 40 civilians"]),
    ("Truck Bomb Claims 7 in Velm", ["k 7 people"]),
    ("Rebels Shell Old Port Kills 4 Wounds 20", ["i 20 people", "k 4 people"]),
    ("The raid claimed nine people had plotted it.", []),
]
HURT = [
    ("A grocer was recovering last night after a brick was thrown.", ["i 1 people"]),
    ("Twelve herders were flown to the capital for treatment.", ["i 12 civilians"]),
    ("The crew of 18 were safe.", ["i 0 people"]),
    ("No villagers were hurt in the fire.", ["i 0 people", "k 0 people"]),
    ("He treated the herders as guests.", []),
]


@pytest.mark.parametrize(("text", "wanted"), [*TOLLS, *HURT])
def test_tolls_and_wounds_by_other_words(text: str, wanted: list[str]) -> None:
    assert told(text) == wanted
