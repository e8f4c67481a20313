"""Aircraft and vehicles that somebody was taken away in are no weapons, and make no air raid."""

from __future__ import annotations

import pytest

from tallystick.extract import read
from tallystick.extract.annotate import annotate
from tallystick.extract.weapons.use import weapons
from tallystick.intake import read_text
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.model.taxonomy import IncidentKind
from tests.extract.incidents import document_of


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("The wounded were flown by helicopter to Orun.", 0),
        ("Three pupils were evacuated from the village in an army helicopter.", 0),
        ("He was rushed to hospital aboard a military plane.", 0),
        ("The wounded were taken by helicopter to Orun.", 0),
        ("Two hurt soldiers were brought back to the base by helicopter.", 0),
        ("The village was taken by tanks in a raid.", 1),
        ("The tower was brought down by a tank.", 1),
        ("Rockets were fired by a helicopter at the village.", 2),
        ("The village was attacked by helicopters.", 1),
    ],
)
def test_what_takes_the_hurt_away_is_not_used(text: str, used: int) -> None:
    assert len(weapons(annotate(read_text(text)), Span(0, len(text)))) == used


def test_a_raid_on_the_ground_is_none_from_the_air() -> None:
    text = (
        "Fighters on motorcycles attacked the village of Tarsu on Friday, killing ten people. The "
        "wounded were flown by helicopter to Orun."
    )
    (report,) = read(document_of(text, "2031-05-13")).reports
    assert IncidentKind.AIR_STRIKE not in {s.value for s in report.of(Field.KIND)}
    assert not list(report.of(Field.WEAPON))
