"""Which kind of incident a clause tells of."""

from __future__ import annotations

import pytest

from tallystick.extract import read_by_rules
from tallystick.model.statement import Field
from tests.extract.incidents import document_of


def kind(text: str) -> str:
    report, *_ = read_by_rules(document_of(text, "2031-05-11")).reports
    return str(next(report.of(Field.KIND)).value)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rebels said they had shot down two helicopters near Lodwar on Monday.", "attack"),
        (
            "A clerk was hurt near Lodwar on Monday when a pistol had accidentally gone off.",
            "shooting",
        ),
        (
            "A clerk was hurt near Lodwar on Monday when a guard's weapon had gone off.",
            "shooting",
        ),
        ("A crude weapon went off near Lodwar on Monday, killing two.", "bombing"),
        ("A clerk was hurt near Lodwar on Monday when a bomb went off.", "bombing"),
        ("A blast near Lodwar on Monday destroyed a van and set fire to a mill.", "attack"),
        ("The shooting-down of a police plane near Lodwar on Monday killed four.", "attack"),
        ("Gunners shot down six drones near Lodwar on Monday.", "drone_attack"),
        ("The junta sent two planes, which bombed Lodwar on Monday.", "air_strike"),
        ("Turkey bombed two villages near Lodwar on Monday.", "air_strike"),
        ("A mill near Lodwar was bombed by the coalition on Monday.", "air_strike"),
        ("Insurgents bombed a mill near Lodwar on Monday.", "bombing"),
        ("A mill near Lodwar was bombed by insurgents on Monday.", "bombing"),
        ("Three people were killed by army bombs near Lodwar on Monday.", "air_strike"),
        ("A trainer dropped two bombs on Lodwar on Monday.", "air_strike"),
        ("Two men were killed by a drone that dropped grenades on Lodwar.", "drone_attack"),
        ("The bombing of the weekly market of Lodwar by jets killed six.", "air_strike"),
        ("Militants attacked a barracks near Lodwar with rifles on Monday.", "armed_assault"),
        ("Militants opened fire on a barracks near Lodwar on Monday.", "shooting"),
        ("Howitzers opened fire on a barracks near Lodwar on Monday.", "shelling"),
    ],
)
def test_the_kind_is_that_of_the_act(text: str, wanted: str) -> None:
    assert kind(text) == wanted
