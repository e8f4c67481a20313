"""One party under one name, however a document names it."""

from __future__ import annotations

import pytest
from tests.extract.incidents import incidents, sides

from tallystick.model.statement import Stance

REPORTS = Stance.REPORTS


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Syrian government raids on a market in Homs killed nine people on Monday. "
            "The attack by the Syrian army lasted an hour.",
            {("Syrian military", REPORTS)},
        ),
        (
            "Russian raids on a market in Homs killed nine people on Monday. "
            "The strikes carried out by the Russian army lasted an hour.",
            {("Russian military", REPORTS)},
        ),
        (
            "On Monday the Nusra Front attacked a checkpoint in Homs. "
            "The militants killed four soldiers in the attack.",
            {("Nusra Front", REPORTS)},
        ),
    ],
)
def test_names_of_one_party_are_one(text: str, wanted: set[tuple[str, Stance]]) -> None:
    (report,) = incidents(text, "2016-05-03")
    assert sides(report) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Regime and Russian strikes on Homs killed ten people on Monday.", {"Regime", "Russia"}),
        (
            "Strikes by the Syrian army and the Russian army on Homs killed ten on Monday.",
            {"Syrian military", "Russian military"},
        ),
        (
            "Rebels and the Nusra Front attacked a checkpoint in Homs on Monday.",
            {"Rebels", "Nusra Front"},
        ),
    ],
)
def test_two_parties_stay_two(text: str, wanted: set[str]) -> None:
    (report,) = incidents(text, "2016-05-03")
    assert {name for name, _ in sides(report)} == wanted


def test_who_is_cleared_keeps_the_name() -> None:
    text = (
        "Strikes by the Syrian army on Homs killed ten people on Monday. "
        "The Syrian government denied any involvement."
    )
    (report,) = incidents(text, "2016-05-03")
    assert ("Syrian government", Stance.DENIES) in sides(report)
