"""The places of one incident that stand in a list with its own."""

from __future__ import annotations

import pytest

from tallystick.extract.actors.voices import voices_of
from tallystick.extract.annotate import annotate
from tallystick.extract.frames.reading import frames
from tallystick.extract.mentions.reading import mentions
from tallystick.extract.reports.shared_places import share_places
from tallystick.model.statement import Field
from tallystick.model.values import Place
from tests.extract.incidents import document_of, incidents


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


def test_a_list_that_is_shared_out_adds_nothing_to_its_parts() -> None:
    text = "Strikes hit Kharkiv, Zaporizhzhia, Kryvyi Rih and Khmelnytskyi in Ukraine on Monday."
    notes = annotate(document_of(text, "2024-05-14"))
    *parts, _last = frames(mentions(notes, voices_of(notes)))
    share_places(notes, parts)
    assert len(parts) == 3
    assert not any(d.field is Field.WHERE for p in parts for m in p.mentions for d in m.drafts)


def test_another_place_is_preferred_to_an_end_of_the_road() -> None:
    text = (
        "Helicopters fired at a convoy on the road from Grozny to Nazran in Russia on Monday; 25 "
        "were killed near Shaami-Yurt."
    )
    assert places(text) == [["Shaami-Yurt"]]


def test_those_abducted_from_a_village_were_there() -> None:
    text = "Gunmen abducted nine residents from Zobraky village near Gao in Mali on Monday."
    assert places(text) == [["Zobraky"]]


@pytest.mark.parametrize(
    "text",
    [
        "Jets that took off from Zobraky bombed Gao in Mali on Monday.",
        "Nine men shot in Gao in Mali on Monday were taken from the scene to Zobraky.",
    ],
)
def test_where_planes_or_the_hurt_went_from_is_not_where_it_was(text: str) -> None:
    assert places(text) == [["Gao"]]


def test_a_part_of_the_town_that_opens_the_sentence_is_finer_than_it() -> None:
    text = "In Belfast, gunmen shot and wounded a driver in the Tolbarou district on Monday."
    assert places(text) == [["Tolbarou"]]


def test_where_a_report_was_sent_from_is_not_where_it_happened() -> None:
    text = (
        "PESHAWAR: Seven people were killed on Monday when a bomb went off near a post in the "
        "Landi Kotal area of Khyber, officials in Pakistan said."
    )
    assert {
        name
        for told in places(
            text,
        )
        for name in told
    } == {"Landi Kotal"}
