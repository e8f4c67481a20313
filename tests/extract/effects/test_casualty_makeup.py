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
]
NO_MAKEUP = [
    ("The firm has 40 men, of whom six are guards.", []),
    ("Nine died. Of the dead, three remain unidentified.", ["k 9 people"]),
    ("Nine died, of whom some were boys.", ["k 9 people"]),
    ("Of those killed, two had come from Velm.", []),
]


@pytest.mark.parametrize(("text", "wanted"), [*MAKEUP, *NO_MAKEUP])
def test_who_the_counted_were(text: str, wanted: list[str]) -> None:
    assert told(text) == wanted
