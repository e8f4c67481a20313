"""Tolls where commas are lost, as in headlines and flattened pages; sides, names, quotes."""

from __future__ import annotations

import pytest

from tests.extract.effects.test_casualties import told

LOST_COMMAS = [
    ("A suicide bomber killed 30 people injured 90.", ["i 90 people", "k 30 people"]),
    ("Villager killed 3 injured in rocket fire on Ostara", ["i 3 civilians", "k 1 civilians"]),
    ("Ann 34 was told to leave.", []),
    ("Ivan 12 suffered a head injury in the shelling.", []),
]
SORTS = [
    ("A mine killed 11 Malian opposition fighters.", ["k 11 armed_group"]),
    ("A mine killed six other Red Banner members.", ["k 6 people"]),
    ("Two members of the National Guard Forces were killed.", ["k 2 people"]),
    ("A Russian helicopter crashed and was hurt by fire.", []),
    ("The blast killed 20 people and civilian cars burned.", ["k 20 people"]),
    ("Four medical staff were killed.", ["k 4 aid_medical"]),
    ("A family of six was killed.", ["k 6 people"]),
]
NAMES = [("Omar al-Masri and Sami el-Banna were killed.", ["k 1 people", "k 1 people"])]
QUOTED = [
    ('The raid killed "a woman" and two boys.', ["k 1 civilians", "k 2 children"]),
    ('A spokesman said "dozens" of rebels were killed.', ["k 24+ armed_group"]),
    ("They were accused of killing well over 1000 civilians.", ["k 1000+ civilians"]),
]
PARTS = [
    ("The army killed a large number of them.", ["k 3+ people"]),
    ("Shells fell on the bazaar, wounding dozens of them.", ["i 24+ people"]),
]
MARTYRS = [
    (
        "Among the dead in the blast in the rebel-held town were a woman and a child.",
        ["k 1 children", "k 1 civilians"],
    ),
    (
        "The blast left 50 martyrs and more than 200 others wounded.",
        ["i 200+ people", "k 50 people"],
    ),
    ("Twin blasts claimed 4 martyrs.", ["k 4 people"]),
]
DOUBTED = [("More than 90 people might have been wounded.", ["i 90+ people"])]
TOLLS = [("The death toll was estimated at 130.", ["k 130 people"])]
NOTHING = [
    ("The dead had no visible injuries.", []),
    ("The rebels left without reporting their casualties.", []),
    ("The town remained relatively unscathed.", []),
    ("Some of the dead were brought to a clinic.", []),
    ("The report speaks of the killing in the town.", []),
]
BODIES = [
    ("Forty bodies were laid out with no sign of injury.", ["k 40 people"]),
]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [*LOST_COMMAS, *SORTS, *NAMES, *QUOTED, *PARTS, *MARTYRS, *DOUBTED, *TOLLS, *NOTHING, *BODIES],
)
def test_who_was_hurt(text: str, wanted: list[str]) -> None:
    assert told(text) == wanted
