"""Where somebody is from is not where something was."""

from __future__ import annotations

import pytest

from tallystick.extract.places.residents import is_home_town, is_of_native
from tallystick.model.document import Span
from tests.extract.incidents import places


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Tavi Lumo, 55, of Orun was shot.", True),
        ("Tavi Lumo, 55, formerly of nearby Orun, was shot.", True),
        ("Tavi Lumo (55), from Orun, was shot.", True),
        ("Tavi J. Lumo of Orun was shot.", True),
        ("Sgt. Tavi Lumo, of Orun, was shot.", True),
        ("Two men were shot west of Orun.", False),
        ("The Free Army of Orun was shot at.", False),
        ("The Central Bank of Orun was robbed.", False),
        ("In the town of Orun a man was shot.", False),
    ],
)
def test_a_home_town(text: str, home: bool) -> None:
    assert is_home_town(text, at(text, "Orun")) is home


@pytest.mark.parametrize(
    ("text", "native"),
    [
        ("An Orun man was shot.", True),
        ("The 48-year-old Orun, Velm, woman was shot.", True),
        ("An Orun area couple was robbed.", True),
        ("An Orun mill was burned.", False),
        ("In Orun men fired at a mill.", False),
    ],
)
def test_somebody_told_by_his_town(text: str, native: bool) -> None:
    assert is_of_native(text, at(text, "Orun")) is native


@pytest.mark.parametrize(
    "text",
    [
        "Lumo is accused of stabbing Tavi Wenn, 55, of Kirkuk on Monday at a mill in Mosul.",
        "A 48-year-old Kirkuk man was stabbed on Monday at a mill in Mosul.",
    ],
)
def test_the_incident_was_elsewhere(text: str) -> None:
    assert places(text, "2012-11-20") == ["Mosul"]
