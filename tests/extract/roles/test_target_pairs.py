"""Which two nouns are one target, and what is an armed group's own."""

from __future__ import annotations

import pytest

from tallystick.model.values import TargetKind as K
from tests.extract.roles_reading import aimed_at

CASES = [
    (
        "Jets bombed Hezbollah positions and vehicles near Ashmar.",
        [("hezbollah positions and vehicles", K.ARMED_GROUP)],
    ),
    (
        "Guns shelled houses and homes near Ashmar.",
        [("houses and homes", K.RESIDENTIAL)],
    ),
    ("Shells hit a clinic and a bridge.", [("clinic", K.MEDICAL), ("bridge", K.TRANSPORT)]),
    (
        "Jets bombed Hezbollah positions and schools near Ashmar.",
        [("hezbollah positions", K.ARMED_GROUP), ("schools", K.SCHOOL)],
    ),
    (
        "Jets bombed Hezbollah positions and civilian cars near Ashmar.",
        [("hezbollah positions", K.ARMED_GROUP), ("civilian cars", K.TRANSPORT)],
    ),
    (
        "Jets bombed hospitals and headquarters of Hezbollah.",
        [("hospitals", K.MEDICAL), ("headquarters", K.ARMED_GROUP)],
    ),
    ("Shells hit shops and cars.", [("shops", K.BUSINESS), ("cars", K.TRANSPORT)]),
    ("Jets bombed camps and earthworks of the rebels.", [("camps", K.ARMED_GROUP)]),
    ("Jets bombed a gathering of rebels.", [("gathering", K.ARMED_GROUP)]),
    ("Jets bombed a gathering of farmers.", [("gathering", K.CIVILIANS)]),
    ("Jets bombed a school of Hezbollah.", [("school", K.SCHOOL)]),
    ("Guns shelled vehicles belonging to Hezbollah.", [("vehicles", K.ARMED_GROUP)]),
    ("Gunmen attacked the vehicles of the army.", [("vehicles", K.TRANSPORT)]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_targets(text: str, wanted: list[tuple[str, K]]) -> None:
    assert [(t.name.lower(), t.kind) for t in aimed_at(text)] == wanted
