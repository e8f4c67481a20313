"""Weapons by words that name one only where an attack was made with them."""

from __future__ import annotations

import pytest

from tallystick.extract.annotate import annotate
from tallystick.extract.trained.values.means import means_of
from tallystick.extract.trained.values.unlisted import weapon_of
from tallystick.model.document import Span
from tests.builders import document


def _sort(text: str, words: str) -> str | None:
    start = text.index(words)
    return means_of(text, Span(start, start + len(words)), Span(0, len(text)))


@pytest.mark.parametrize(
    ("text", "words", "sort"),
    [
        ("Two men flung acid at the grocer of Varn.", "acid", "chemical"),
        ("A cobblestone was thrown at the consul's car.", "A cobblestone", "stone"),
        ("Guards beat the miners with batons.", "batons", "blunt"),
        ("They poured kerosene over the looms.", "kerosene", "incendiary"),
        ("A parcel left at the mill blinded a clerk.", "A parcel", "bomb"),
        ("The gas cylinder had a clock on it.", "The gas cylinder", "ied"),
        ("Sappers removed a home-made device.", "a home-made device", "ied"),
        ("The frigate shelled the customs house.", "The frigate", "warship"),
        ("A battery on the ridge shelled Osk.", "A battery", "artillery"),
        ("Merovian armour pushed through the ford.", "armour", "armored_vehicle"),
        ("An IL-28 dropped leaflets and then bombs.", "IL-28", "aircraft"),
        ("An aerial object hit the pumping station.", "An aerial object", "drone"),
        ("A suicide bomber hit the recruits.", "suicide bomber", "suicide_vest"),
        ("She blew herself up beside a lorry.", "blew herself up", "suicide_vest"),
        ("A suicide bomber drove a milk lorry at the gate.", "suicide bomber", "suicide_car_bomb"),
        ("Two vans blew up; the bombers died.", "Two vans", "suicide_car_bomb"),
        ("A taxi exploded near the well.", "A taxi", "car_bomb"),
        ("He steered his van along the pavement.", "his van", "vehicle"),
        ("They came with a petition.", "a petition", None),
    ],
)
def test_what_sort_of_weapon_words_name(text: str, words: str, sort: str | None) -> None:
    assert _sort(text, words) == sort


def test_a_tagged_word_of_no_list_is_a_weapon() -> None:
    text = "Two men flung acid at the grocer of Varn."
    start = text.index("acid")
    found = weapon_of(annotate(document(text)), Span(start, start + 4))
    assert found is not None
    assert found.type == "chemical"
