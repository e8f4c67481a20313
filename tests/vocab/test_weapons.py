"""The weapons vocabulary."""

from __future__ import annotations

import pytest

from tallystick.errors import VocabularyError
from tallystick.model.taxonomy import IncidentKind
from tallystick.vocab.weapons import read_weapons, weapon_book


def found(text: str) -> list[tuple[str, str]]:
    return [(hit.span.of(text), hit.item.id) for hit in weapon_book().find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two Katyushas fell", ("Katyushas", "rocket")),
        ("a Shahed-136 was shot down", ("Shahed-136", "suicide_drone")),
        ("an explosives-laden truck", ("explosives-laden truck", "car_bomb")),
        ("rocket-propelled grenades", ("rocket-propelled grenades", "rpg")),
        ("ARMED WITH M-16 RIFLES", ("M-16 RIFLES", "rifle")),
        ("a suicide car bomber", ("suicide car bomber", "suicide_car_bomb")),
        ("stepped on a mine", ("mine", "mine")),
        ("sticks of dynamite", ("sticks of dynamite", "dynamite")),
        ("Grad hit the square", ("Grad", "rocket")),
    ],
)
def test_names_are_found(text: str, expected: tuple[str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "a friend of mine",
        "the gold mine",
        "grad students",
        "GRAD STUDENTS",
        "a bomb squad",
        "missile defence",
        "the water tank",
        "gun control",
    ],
)
def test_what_only_looks_like_a_weapon_is_left(text: str) -> None:
    assert found(text) == []


def test_narrower_types_are_compatible_with_broader_ones() -> None:
    book = weapon_book()
    assert book.lineage("ballistic_missile") == ("ballistic_missile", "missile")
    assert book.top("suicide_car_bomb").id == "bomb"
    assert book.compatible("drone", "suicide_drone")
    assert not book.compatible("drone", "rocket")
    assert not book.compatible("cruise_missile", "ballistic_missile")
    assert book.compatible("unheard of", "unheard of")


def test_kinds_follow_the_weapon() -> None:
    book = weapon_book()
    assert book.get("suicide_vest").kind is IncidentKind.SUICIDE_BOMBING
    assert book.get("chlorine").kind is IncidentKind.CHEMICAL_ATTACK
    assert book.get("tear_gas").kind is None


@pytest.mark.parametrize(
    "text",
    [
        "not toml [",
        '[[weapon]]\nid = "a"\nname = "a"\ngroup = "no such group"',
        '[[weapon]]\nid = "a"\nname = "a"\ngroup = "other"\nbroader = "b"',
        '[[weapon]]\nid = "a"',
    ],
)
def test_malformed_data_is_named(text: str) -> None:
    with pytest.raises(VocabularyError, match=r"weapons\.toml"):
        read_weapons(text)
