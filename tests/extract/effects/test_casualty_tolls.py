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
    ("The death toll has grown from 14 to 19.", ["k 19 people"]),
    ('She put the number of the slain at "over 60".', ["k 60+ people"]),
    ('The number of the rebels\' dead was "about ten".', ["k 10 armed_group"]),
    ('The Herons said they lost "some 30" fighters.', ["k 30 armed_group"]),
    ("The Herons claimed to have killed twelve soldiers.", ["k 12 forces"]),
    ("Envoys put the number of hostages at 50.", ["a 50 civilians"]),
    ("A driver put the number of those taken at 63.", ["a 63 people"]),
    ("The number of people taken to the clinic was 14.", []),
    ("Porters carted away 80 bodies from the square.", ["k 80 people"]),
    ("40 bodies of herders were uncovered in a well.", ["k 40 civilians"]),
    ("Truck Bomb Claims 7 in Velm", ["k 7 people"]),
    ("Rebels Shell Old Port Kills 4 Wounds 20", ["i 20 people", "k 4 people"]),
    ("The raid claimed nine people had plotted it.", []),
    (
        "The death toll from a blast in the crowded fish market outside the port of Velm has "
        "reached at least 126.",
        ["k 126+ people"],
    ),
    ("The toll in the Velm blast, initially 10, has risen to 12.", ["k 12 people"]),
    ("On the toll road raiders burned a bus, and the queue reached 300 cars.", []),
    ("A raid on a toll gate killed nine as the heat reached 45 degrees.", ["k 9 people"]),
    ("The toll in the raid rose slowly, and the queue reached 300 cars.", []),
    (
        "Two of the hurt died, bringing to six the number of guards lost.",
        ["k 2 people", "k 6 forces"],
    ),
    ("A guard died, raising the dead in that raid to five.", ["k 1 forces", "k 5 people"]),
    ("Nineteen corpses had been listed by Monday.", ["k 19 people"]),
    ("Three guards paid the supreme price.", ["k 3 forces"]),
    ("Eleven died, and the number injured topped 220.", ["i 220+ people", "k 11 people"]),
]
HURT = [
    ("A grocer was recovering last night after a brick was thrown.", ["i 1 people"]),
    ("Twelve herders were flown to the capital for treatment.", ["i 12 civilians"]),
    ("Two weavers were cut by flying glass.", ["i 2 people"]),
    ("Neither was harmed.", ["i 0 people", "k 0 people"]),
    ("The fire left about 40 people needing treatment.", ["i 40 people"]),
    ("The crew of 18 were safe.", ["i 0 people"]),
    ("No villagers were hurt in the fire.", ["i 0 people", "k 0 people"]),
    ("He treated the herders as guests.", []),
    ("Fourteen porters are on admission at the clinic.", ["i 14 civilians"]),
    ("Nine died and 23 remain under treatment.", ["i 23 people", "k 9 people"]),
    ("Raiders shot 50 people in a market, leaving 20 wounded.", ["i 20 people", "i 50 people"]),
    (
        "Raiders shot 50 people in a market, leaving 12 of them dead.",
        ["i 38 people", "k 12 people"],
    ),
    ("Raiders shot seven pupils, leaving three of them in a coma.", ["i 3 people", "i 7 children"]),
    ("Raiders shot 50 people, killing nine.", ["i 41 people", "k 9 people"]),
    ("Raiders shot over 30 people in a market.", ["k 30+ people"]),
    ("Raiders shot over the heads of 30 people.", []),
]


@pytest.mark.parametrize(("text", "wanted"), [*TOLLS, *HURT])
def test_tolls_and_wounds_by_other_words(text: str, wanted: list[str]) -> None:
    assert told(text) == wanted
