""" "The capital" without its name."""

from __future__ import annotations

import pytest

from tallystick.extract.places.mentions import find_places


def capitals(text: str) -> list[str]:
    return [m.place.name for m in find_places(text) if m.span.of(text) == "capital"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Gunmen in Kenya attacked a bank in the capital on Monday.", ["Nairobi"]),
        ("Gunmen attacked a bank in the Kenyan capital on Monday.", ["Nairobi"]),
        ("Gunmen in Kenya attacked a bank in the capital Nairobi.", []),
        ("Gunmen in Kenya attacked a bank in the provincial capital.", []),
        ("Gunmen in Kenya attacked a bank in the capital of the province.", []),
        ("Gunmen attacked a bank in the capital of Kenya.", ["Nairobi"]),
        ("Gunmen attacked a bank in Kenya's capital on Monday.", ["Nairobi"]),
        ("Gunmen attacked a bank in South Sudan's capital.", ["Juba"]),
        ("Gunmen attacked a bank in the capital of the Central African Republic.", ["Bangui"]),
        ("Gunmen attacked a bank in the South Sudanese capital.", ["Juba"]),
        ("Gunmen in Kenya attacked a bank in Mombasa's capital market.", []),
        ("Between Kenya and Uganda, gunmen fled the capital.", []),
        ("Gunmen attacked a bank in the capital.", []),
    ],
)
def test_it_is_that_of_the_country_the_words_name(text: str, wanted: list[str]) -> None:
    assert capitals(text) == wanted


def test_what_lies_beside_it_is_not_in_it() -> None:
    text = "In Kenya a bomb went off north of the capital."
    assert [m.relation for m in find_places(text) if m.place.name == "Nairobi"] == ["north of"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("IN THE PERUVIAN CAPITAL", True),
        ("IN THE NORTHERN PARTS OF THE CAPITAL FOR AN HOUR", True),
        ("IN A QUARTER OF THE CAPITAL", False),
        ("IN REPORTS FROM THE CAPITAL", False),
    ],
)
def test_the_capital_in_a_line_of_capitals(words: str, *, found: bool) -> None:
    text = f"LIMA, 3 MAY 90 -- PERUVIAN REBELS ATTACKED ARMY POSTS {words} YESTERDAY."
    assert ("CAPITAL" in {m.span.of(text) for m in find_places(text)}) is found
