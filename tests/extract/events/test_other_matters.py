"""Texts on accidents, drills, plots, matches, markets: no attack, and one told amid them."""

from __future__ import annotations

import pytest

from tests.extract.incidents import incidents, reading

NO_ATTACK = [
    # an accident or a disaster, told by its headline or first sentence
    "A coach left the road and fell into a gorge near Velm on Monday, killing nine pilgrims.",
    "A gas leak tore a laundry in Velm apart.\n\nThe blast on Monday killed two women.",
    "The roof of a pit near Velm caved in.\n\nTwo miners were killed on Monday. A blast the week"
    " before, the third this year, may have cracked the walls.",
    "A freight plane crashed near Velm.\n\nTwo pilots were killed. It was not shot down, the"
    " ministry said.",
    "A blast killed a welder in Velm on Monday.\n\nThe fire brigade spoke of an accident; the"
    " yard had broken safety rules.",
    "A fire swept through a dance hall in Velm on Monday and killed nine guests.",
    "An earthquake struck Velm on Monday.\n\nFour guards of the prison were killed. One of the"
    " inmates who dug for them has served ten years for murder.",
    "A heat wave has killed 88 people in Velm since Monday.\n\nA transformer blew up on Tuesday.",
    # an exercise, a test, an old bomb
    "Experts in Velm made safe a bomb from the Second World War on Monday.\n\nThe last one blew up"
    " in the harbour of Velm in 1996.",
    "Two frigates fired missiles at a hulk off Velm in their yearly exercise.\n\nThe hulk was"
    " struck twice on Monday.",
    "Cadets stormed a mill near Velm in a week-long drill.\n\nUmpires declared ten of them dead."
    " A bridge was “blown up” at noon.",
    "The last of the mines was blown up at noon by sappers in Velm.",
    # a plot, told in the present
    "Review: the new film by Ada Storm\n\nA sheriff is shot dead in a saloon of Velm by two"
    " brothers. The camera never leaves the audience alone.",
    # trades
    "Rovers tore through the visitors with an attack in Velm that had no equal.\n\nTheir striker"
    " scored twice before half-time, and the coach shouted: “Attack!” The derby is on Sunday.",
    "Shares fell in Velm on Monday.\n\nTraders said that banks took the worst of the attack."
    " Investors fear inflation.",
    "Dockers in Velm are on strike over pay.\n\nThe strike has hit the oil port since Monday.",
    "Hackers attacked three clinics in Velm on Monday.\n\nThe attack began at dawn.",
    "Measles has come to Velm.\n\nThe virus attacked one village after another last week.",
    # animals
    "A bear attacked a hiker near Velm on Monday and killed him.",
    "Three runners were gored in Velm on Monday.\n\nA bull attacked them near the town hall.",
    "A leopard killed a girl in Velm.\n\nThe attack on Monday was the third on children.",
]


@pytest.mark.parametrize("text", NO_ATTACK)
def test_what_is_no_attack_is_none(text: str) -> None:
    found = reading(text, "2031-05-07")
    assert [r.anchor.of(text) for r in found.reports] == []
    assert not found.tallies


AMID = [
    ("Guests died at a match in Velm.\n\nAn explosion hit the stand on Monday at half-time. The"
     " coach and a striker saw the bodies; the league called off the derby.", "explosion"),
    ("A bus fell into a gorge near Velm when gunmen fired on it on Monday, killing nine.", "fired"),
    ("Shells hit a camp in Velm for those whom the earthquake made homeless.", "hit"),
    ("The derby in Velm was called off.\n\nA grenade was thrown at the bus of the visitors on"
     " Monday, and their striker was cut. The league and the coach are silent.", "thrown"),
    ("Dockers in Velm are on strike over pay.\n\nOn Monday gunmen attacked a picket.", "attacked"),
    ("Two navies held a joint exercise off Velm.\n\nOn Monday rebels attacked a patrol near Velm"
     " and withdrew.", "attacked"),
    ("The film of Ada Storm opened the festival.\n\nIn 2030 a bomb exploded in the cinema where it"
     " was first shown, and the director was there with the cast.", "exploded"),
    ("The Tigers attacked a patrol near Velm on Monday.", "attacked"),
    ("Six guards were hacked to death in Velm on Monday.", "hacked to death"),
    ("A freight plane crashed near Velm.\n\nRebels said that they had shot it down on Monday with"
     " a missile.", "shot it down"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word"), AMID)
def test_an_attack_amid_other_matter_is_one(text: str, word: str) -> None:
    anchors = [r.anchor.of(text) for r in reading(text, "2031-05-07").reports]
    assert any(word.startswith(anchor) or word in anchor for anchor in anchors)


def test_the_dead_of_a_disaster_are_no_toll_of_attacks() -> None:
    text = "Cyclones have killed 311 people in Velm since January."
    assert not reading(text, "2031-05-07").tallies
    assert incidents("The militia has killed 311 people in Velm since January.") == []
    assert reading("The militia has killed 311 people in Velm since January.").tallies
