"""Which of the places that a document names are an incident's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tallystick.extract import read, read_by_rules
from tallystick.model.document import Document
from tallystick.model.statement import Field, Reading
from tallystick.model.taxonomy import IncidentKind
from tests.extract.incidents import document_of

Reader = Callable[[Document], Reading]


def places(text: str) -> list[set[str]]:
    found = read(document_of(text, "2031-05-11")).reports
    return [{s.span.of(text) for s in report.of(Field.WHERE)} for report in found]


def test_an_incident_without_a_place_has_that_of_its_sentence() -> None:
    text = (
        "A SPOKESMAN FOR THE POLICE DENIED THAT HE IS HELD. MEANWHILE, TWO PYLONS WERE BLOWN UP "
        "EARLY THIS MORNING IN ZACATECOLUCA, LEAVING THE EAST WITHOUT LIGHT. NOBODY WAS HURT."
    )
    assert places(text) == [{"ZACATECOLUCA"}]


@pytest.mark.parametrize(
    ("text", "both"),
    [
        (
            "A bomb exploded in the Athens suburb of Kifissia on Friday, wounding a guard.",
            {"Athens", "Kifissia"},
        ),
        (
            "Shells fell on Sarajevo's Dobrinja quarter on Tuesday, killing a child.",
            {"Sarajevo", "Dobrinja"},
        ),
        (
            "The rebels fired mortars at the Gikondo district of Kigali on Tuesday and killed "
            "three people.",
            {"Gikondo", "Kigali"},
        ),
    ],
)
def test_a_quarter_and_its_town_are_both_given(text: str, both: set[str]) -> None:
    assert places(text) == [both]


def test_a_town_that_only_stands_beside_another_is_not_given() -> None:
    text = "A bomb exploded in Athens on Friday, wounding a guard, a caller in Volos said."
    assert places(text) == [{"Athens"}]


def test_a_helicopter_shot_down_is_an_incident() -> None:
    text = (
        "Separatists shot down a Merovian transport helicopter over the Tessel marshes on Monday, "
        "the air force said. All nine aboard died."
    )
    (report,) = read(document_of(text, "2031-05-11")).reports
    assert [s.value for s in report.of(Field.KIND)] == [IncidentKind.ATTACK]
    assert not list(report.of(Field.WEAPON))


def test_what_has_a_time_a_place_and_a_figure_is_no_habit() -> None:
    """Alone in a text, the network holds it for something that happened again and again."""
    text = "Gao market was bombed in May 2014, killing 12 people."
    (report,) = read(document_of(text, None)).reports
    assert [s.span.of(text) for s in report.of(Field.KILLED)] == ["killing 12 people"]


@pytest.mark.parametrize("reader", [read, read_by_rules])
def test_an_accident_gives_an_attack_neither_its_day_nor_its_dead(reader: Reader) -> None:
    text = (
        "Gunmen fired on a mill in Mandera and killed four guards. On Sunday a lorry fell into a "
        "ravine near Naivasha, killing six."
    )
    (report,) = reader(document_of(text, None)).reports
    assert not list(report.of(Field.WHEN))
    assert [s.span.of(text) for s in report.of(Field.KILLED)] == ["killed four guards"]
