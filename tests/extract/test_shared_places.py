"""The places of one incident that stand in a list with its own."""

from __future__ import annotations

import pytest

from tallystick.model.statement import Field
from tallystick.model.values import Place
from tests.extract.incidents import incidents


def places(text: str) -> list[list[str]]:
    found = incidents(text, "2024-05-14")
    return [[p.value.name for p in r.of(Field.WHERE) if isinstance(p.value, Place)] for r in found]


@pytest.mark.parametrize(
    ("where", "names"),
    [
        ("in Nikopol and Marhanets", ["Nikopol", "Marhanets"]),
        (
            "in Zobraky, Kinderivka and the village of Ostaro in Kharkiv region",
            ["Zobraky", "Kinderivka", "Ostaro"],
        ),
        ("in Zobraky city and Kinderivka village", ["Zobraky", "Kinderivka"]),
    ],
)
def test_every_name_of_a_list_is_a_place_of_the_incident(where: str, names: list[str]) -> None:
    (told,) = places(f"A drone strike killed three people {where} on Sunday.")
    assert set(told) == set(names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A mine killed three soldiers on the road between Gao and Kidal on Monday.", {"Gao"}),
        ("A rocket killed two people in Pokrovsk, Donetsk region, on Monday.", {"Pokrovsk"}),
        ("A bomb killed two people in Gao on Monday. Mayors of Kidal and Segou spoke.", {"Gao"}),
    ],
)
def test_other_names_beside_it_are_not(text: str, names: set[str]) -> None:
    assert {name for told in places(text) for name in told} == names


def test_a_place_of_another_incident_is_not_shared() -> None:
    told = places("Rockets killed two people in Gao and three in Kidal on Monday.")
    assert all(len(set(names)) == 1 for names in told)


def test_quarters_in_a_part_of_their_city() -> None:
    told = places(
        "Tanks shelled the Tuffahan, Darajin and Zobrak districts in the east of Gaza City on "
        "Monday, killing 16 people."
    )
    assert {"Tuffahan", "Darajin", "Zobrak"} <= set(told[0])


def test_a_district_behind_a_village_is_no_other_place() -> None:
    text = "A missile killed five people in Hrozivkar, Zobrak district and Sumy region on Monday."
    assert all("Zobrak" not in names for names in places(text))
