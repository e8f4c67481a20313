"""Copies of one agency report: linked to one incident, and counted as one origin."""

from __future__ import annotations

from tallystick.ledger import incidents_of, origins_of
from tallystick.link import judge
from tallystick.model.incident import Incident
from tallystick.model.statement import Field, Reading
from tallystick.model.values import Target, TargetKind
from tests.builders import fact, reading
from tests.link.scenes import BAGHDAD, on, told, weapon

SILO = Target("the Oldbarrow granary", TargetKind.CIVILIANS)
AGENCY = (
    "Mortar rounds fell on the grain silo at Oldbarrow late in the evening and set two lorries "
    "alight, as Tobin Hexley recalled, and the doors of the chapel across the yard were blown "
    "in while nobody was inside; a third round lay in the mud until engineers took it away."
)
OWN = (
    "Our reporter saw a burnt granary at Oldbarrow: the roof is gone, sacks lie split along the "
    "road, and Tobin Hexley and others say that they heard a whistle, then three bangs, "
    "before flames lit the whole valley and the fire brigade came up from the coast."
)


def paper(publisher: str, text: str) -> Reading:
    return reading(
        *told(
            text,
            on("2024-03-02"),
            BAGHDAD,
            fact(Field.TARGET, SILO),
            weapon("mortar"),
            published="2024-03-03",
            publisher=publisher,
        )
    )


def one_incident(*papers: Reading) -> Incident:
    (incident,) = incidents_of(papers, list(judge(papers)))
    return incident


def test_two_papers_that_print_one_agency_are_one_origin() -> None:
    found = one_incident(paper("Gazette", AGENCY), paper("Herald", f"Shells at night. {AGENCY}"))
    assert len(found.documents) == 2
    assert len(origins_of(found).all) == 1


def test_a_paper_that_was_there_is_another() -> None:
    found = one_incident(
        paper("Gazette", AGENCY), paper("Herald", f"Shells at night. {AGENCY}"), paper("Post", OWN)
    )
    assert len(found.documents) == 3
    assert len(origins_of(found).all) == 2
