"""Attackers that only go back to a side named before."""

from __future__ import annotations

import pytest

from tests.extract.incidents import incidents, sides

BACK = [
    ("Boko Haram has few friends. The group attacked a camp at Bama on Tuesday.", "Boko Haram"),
    ("The Arakan Army took Paletwa. On Monday it shelled a post in Sittwe.", "Arakan Army"),
    ("The Arakan Army took Paletwa. Its fighters shelled a post in Sittwe.", "Arakan Army"),
    ("Turkey denied this. Its jets bombed a village near Afrin, residents said.", "Turkey"),
    ("On Sunday Hezbollah men entered Velm. They then shelled a mill in Tyre.", "Hezbollah"),
    ("Hezbollah is at war. It carried out an attack on Haifa on Monday.", "Hezbollah"),
]
NO_ONE = [
    "Police found a bomb. It exploded in Lagos on Monday.",
    "Residents of Velm spoke of a blast. It killed nine people in Lagos.",
    "Two bombs were found. They exploded in Lagos on Monday.",
    "A camp held by Hezbollah lies there. It attacked Haifa on Monday.",
    "Hezbollah spoke of a device in the roof. It went off in Lagos on Monday.",
    "The envoy spoke to Hezbollah. The camp was attacked by it on Monday.",
]


@pytest.mark.parametrize(("text", "wanted"), BACK)
def test_the_group_it_and_its_men_go_back_to_a_side(text: str, wanted: str) -> None:
    found = [name for report in incidents(text, "2021-06-22") for name, _ in sides(report)]
    assert wanted in found
    assert len(set(found)) == 1


@pytest.mark.parametrize("text", NO_ONE)
def test_a_thing_and_an_object_are_no_side(text: str) -> None:
    assert [name for report in incidents(text, "2021-06-22") for name, _ in sides(report)] == []
