"""Places that are called by a number."""

from __future__ import annotations

import pytest

from tallystick.extract import read
from tallystick.extract.trained.values.numbered import numbered
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tests.extract.incidents import document_of


def name(text: str, tagged: str) -> str | None:
    start = text.index(tagged)
    found = numbered(text, Span(start, start + len(tagged)))
    return f"{found.place.name}: {found.place.precision}" if found else None


@pytest.mark.parametrize(
    ("text", "tagged", "given"),
    [
        ("A bus was burned on Highway 8 near a ford.", "Highway", "Highway 8: site"),
        ("Shots fell on East 64th Street.", "64th", "East 64th Street: site"),
        ("A BOMB WENT OFF IN ZONE 12.", "ZONE 12", "ZONE 12: town"),
        ("Rebels shelled Base 46 again.", "Base 46", "Base 46: site"),
        ("A convoy was hit at kilometre 46.", "kilometre 46", None),
        ("The base 46 men held fell.", "base 46", None),
        ("They held Sector 5.5 for days.", "Sector", None),
    ],
)
def test_a_number_makes_a_name(text: str, tagged: str, given: str | None) -> None:
    assert name(text, tagged) == given


def test_a_road_that_has_only_a_number_is_a_place() -> None:
    text = "Three soldiers were wounded on Friday when gunmen ambushed their truck on Highway 8."
    (report,) = read(document_of(text, "2031-05-11")).reports
    assert [s.span.of(text) for s in report.of(Field.WHERE)] == ["Highway 8"]
