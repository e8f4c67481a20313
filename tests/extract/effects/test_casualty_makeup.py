"""Who the dead and the hurt were: numbers that share out one told before."""

from __future__ import annotations

import pytest

from tests.extract.effects.test_casualty_accounts import told

MAKEUP = [
    (
        "Eleven people died. Of the dead, one was an off-duty policeman and two were musicians.",
        ["k 11 people", "k 1 forces", "k 2 civilians"],
    ),
    (
        "Nine died. Of Monday's dead, five were ratings, one an officer and one a civilian.",
        ["k 9 people", "k 5 forces", "k 1 forces", "k 1 civilians"],
    ),
    (
        "The reeve put the toll at 22, of whom three were paramedics.",
        ["k 22 people", "k 3 aid_medical"],
    ),
    ("Of the 96 injured, at least 61 were civilians.", ["i 96 people", "i 61+ civilians"]),
    ("A raid hurt 40 people, of whom six were pupils.", ["i 40 people", "i 6 children"]),
    ("A raid killed ten people. Three of them were pupils.", ["k 10 people", "k 3 children"]),
    (
        "A raid killed ten herders. Two of the victims were girls.",
        ["k 10 civilians", "k 2 children"],
    ),
    (
        "Ten people died. Seven were soldiers and three were nurses.",
        ["k 10 people", "k 7 forces", "k 3 aid_medical"],
    ),
    ("A raid hurt 40 people. Nine of the wounded were women.", ["i 40 people", "i 9 civilians"]),
    ("Nine died; four of those were bandits shot by officers.", ["k 9 people", "k 4 armed_group"]),
    ("Ten people died. Of the ten, four were soldiers.", ["k 10 people", "k 4 forces"]),
]
NO_MAKEUP = [
    ("The firm has 40 men, of whom six are guards.", []),
    ("Nine died. Of the dead, three remain unidentified.", ["k 9 people"]),
    ("Nine died, of whom some were boys.", ["k 9 people"]),
    ("Of those killed, two had come from Velm.", []),
    ("Ten herders died. Three of them were shepherds.", ["k 10 civilians"]),
    ("Two died and nine were hurt. Three were girls.", ["k 2 people", "i 9 people"]),
    ("Two people died. Seven were soldiers.", ["k 2 people"]),
    ("Ten people died. Two were police stations.", ["k 10 people"]),
    ("A raid killed ten people, all but one of them pupils.", ["k 10 people", "k 2+ children"]),
    ("Of the town, nothing was left.", []),
]


@pytest.mark.parametrize(("text", "wanted"), [*MAKEUP, *NO_MAKEUP])
def test_who_the_counted_were(text: str, wanted: list[str]) -> None:
    assert told(text) == wanted
