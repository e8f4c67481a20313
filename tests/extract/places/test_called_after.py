"""Sites that bear the name of a town far away."""

from __future__ import annotations

import pytest

from tallystick.extract.places.mentions import find_places


def first(text: str) -> tuple[str, str | None, bool]:
    place = find_places(text)[0].place
    return place.name, place.country, place.lat is not None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rockets hit the Paris mosque in Peshawar on Friday.", ("Paris mosque", "PK", False)),
        ("Three died at the Cordoba hotel in Tripoli, Libya.", ("Cordoba hotel", "LY", False)),
        ("Men fought at the Berlin prison near Manila.", ("Berlin prison", "PH", False)),
        ("Shells hit the Naivasha vegetable market in the town of El Fasher.",
         ("Naivasha vegetable market", "SD", False)),
        ("Shells fell near Safita hospital in Tartus, Syria.", ("Şāfītā", "SY", True)),
        ("Shells hit the Peshawar market in Pakistan.", ("Peshawar", "PK", True)),
        ("He left Paris mosque-goers in Peshawar.", ("Paris", "FR", True)),
        ("Shells hit Peshawar and a market in Kabul.", ("Peshawar", "PK", True)),
    ],
)  # fmt: skip
def test_what_is_set_in_a_town_is_in_no_other(
    text: str, place: tuple[str, str | None, bool]
) -> None:
    assert first(text) == place
