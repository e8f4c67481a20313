"""Places told by a noun with an article: "the airport", "the town"."""

from __future__ import annotations

import pytest

from tallystick.extract import read
from tallystick.extract.places.mention import PlaceMention
from tallystick.extract.trained.values.candidates import is_ship
from tallystick.extract.trained.values.definite import definite
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.model.values import Place, PlacePrecision
from tests.extract.incidents import document_of

VELM = Place("Velm", PlacePrecision.TOWN, id="gn:1")


def told(text: str, tagged: str) -> tuple[str, PlacePrecision] | None:
    start = text.index(tagged)
    at = text.find("Velm")
    named = [PlaceMention(Span(at, at + 4), VELM)] if at >= 0 else []
    found = definite(text, Span(start, start + len(tagged)), named)
    return (found.place.name, found.place.precision) if found else None


@pytest.mark.parametrize(
    ("text", "tagged", "name", "precision"),
    [
        ("Mortars were fired at the airport.", "the airport", "the airport", "site"),
        ("MORTARS WERE FIRED AT THE AIRPORT.", "THE AIRPORT", "the airport", "site"),
        ("He was shot near the harbour.", "near the", "the harbour", "site"),
        ("Jets bombed a camp on the Chadian border.", "the Chad", "the chadian border", "region"),
        ("Drones fell over the strait in May.", "the strait", "the strait", "region"),
        ("They met in Velm. A mine went off outside the town.", "the town", "Velm", "town"),
    ],
)
def test_a_place_is_what_it_is_called(text: str, tagged: str, name: str, precision: str) -> None:
    assert told(text, tagged) == (name, PlacePrecision(precision))


@pytest.mark.parametrize(
    ("text", "tagged"),
    [
        ("A mine went off outside the town.", "the town"),  # none was named
        ("Rockets hit the Zobrak hospital.", "the Zobrak"),
        ("Rockets hit the port of Zobrak.", "the port"),
        ("They fired from the Afghan bank.", "the Afghan"),
        ("They hit the village's mill.", "the village"),
    ],
)
def test_what_is_named_otherwise_or_never_is_none(text: str, tagged: str) -> None:
    assert told(text, tagged) is None


def sites(text: str) -> list[set[str]]:
    reports = read(document_of(text, "2031-05-11")).reports
    return [
        {s.value.name for s in r.of(Field.WHERE) if isinstance(s.value, Place)} for r in reports
    ]


def test_an_act_has_the_place_that_is_only_called() -> None:
    text = "A destroyer shot down four drones over the strait early on Saturday, the navy said."
    assert sites(text) == [{"the strait"}]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("An explosion on the Druzba line in Sumy region, Ukraine, cut supplies on Friday.",
         "Druzba"),
        ("Six men blew up the Mbele trunk line in Bayelsa state on Friday, police said.",
         "Mbele"),
        ("A drone boat rammed the bulk carrier Pearl of Izmir off Mocha, Yemen, on Friday.",
         "İzmir"),
    ],
)  # fmt: skip
def test_neither_a_ship_nor_a_pipeline_is_a_town(text: str, never: str) -> None:
    assert not any(never in names for names in sites(text))


@pytest.mark.parametrize(
    ("text", "ship"),
    [
        ("The corvette Zobrak limped home. A torpedo had hit the Zobrak.", True),
        ("A patrol boat Zobrak sank.", True),
        ("A boat sank off Zobrak. Two frigates left Zobrak.", False),
        ("They left Zobrak.", False),
    ],
)
def test_a_name_is_that_of_a_ship_wherever_it_is_told(text: str, *, ship: bool) -> None:
    assert is_ship(text, "Zobrak") is ship
