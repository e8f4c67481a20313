"""Sites that are told by what they are: "a mosque", "outside a crowded bus station"."""

from __future__ import annotations

import pytest

from tallystick.extract import read
from tallystick.extract.trained.values.described import described
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.model.values import Place, PlacePrecision
from tests.extract.incidents import document_of


def site(text: str, tagged: str) -> str | None:
    start = text.index(tagged)
    found = described(text, Span(start, start + len(tagged)))
    return found.place.name if found else None


@pytest.mark.parametrize(
    ("text", "tagged", "name"),
    [
        (
            "A bomb went off near a crowded bus station in Lome.",
            "bus station",
            "a crowded bus station",
        ),
        ("SHELLS HIT A SCHOOL COMPOUND.", "A SCHOOL", "a school compound"),
        ("He was shot in his shop.", "his shop", "his shop"),
        ("He was shot in his kitchen.", "his kitchen", "his kitchen"),
        ("He was shot in the basement of the mill.", "the basement", None),
        ("He was shot in an alley.", "an alley", "an alley"),
        ("They burned the old cotton mill.", "the old cotton mill", "the old cotton mill"),
        ("Rockets hit the hospital again.", "the hospital", None),  # goes back to one before
        ("Rockets hit Zobrak hospital again.", "Zobrak hospital", None),
        ("Men fired at a house's gate.", "a house", None),
        ("A drone hit a guard post of the dam.", "the dam", None),
        ("The army shelled a truce line near an outpost.", "an outpost", "an outpost"),
        ("The tram fell into a ditch.", "a ditch", None),
        ("Men fired at a parked school bus.", "a parked school", None),
    ],
)
def test_the_site_in_a_stretch(text: str, tagged: str, name: str | None) -> None:
    assert site(text, tagged) == name


def test_a_described_site_has_no_point() -> None:
    found = described("Men attacked a mosque.", Span(13, 21))
    assert found is not None
    assert found.place == Place("a mosque", PlacePrecision.SITE)
    assert found.place.is_described


@pytest.mark.parametrize("name", ["Zobrak", "al-Zobrak", "Zobrak prison"])
def test_a_name_is_no_description(name: str) -> None:
    assert not Place(name, PlacePrecision.SITE).is_described


def test_a_town_that_is_named_goes_before_what_is_told_beside_it() -> None:
    text = "Gunmen stormed a mosque in Maiduguri on Friday and killed nine worshippers."
    (report,) = read(document_of(text, "2031-05-11")).reports
    assert [s.span.of(text) for s in report.of(Field.WHERE)] == ["Maiduguri", "a mosque"]


def test_a_site_alone_is_a_place() -> None:
    text = "A grenade exploded outside a crowded bakery on Friday, wounding four people."
    (report,) = read(document_of(text, "2031-05-11")).reports
    assert [s.span.of(text) for s in report.of(Field.WHERE)] == ["a crowded bakery"]


def test_where_one_of_the_hurt_died_is_no_site_of_the_attack() -> None:
    text = (
        "A union leader died in a hospital on Friday after men placed a bomb at the gate of a mill "
        "in Gao, which left seven others dead."
    )
    (report,) = read(document_of(text, "2031-05-11")).reports
    assert "a hospital" not in {s.span.of(text) for s in report.of(Field.WHERE)}
