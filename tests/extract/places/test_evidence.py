"""What speaks for a place, and what for the name of a building or a person."""

from __future__ import annotations

import pytest

from tallystick.extract.places.mentions import find_places


def names(text: str) -> set[str]:
    return {m.span.of(text) for m in find_places(text)}


@pytest.mark.parametrize(
    "house",
    ["El Obeid hospital", "El Obeid Teaching Hospital", "El Obeid International Airport"],
)
def test_a_building_called_by_its_town_is_in_it(house: str) -> None:
    assert "El Obeid" in names(f"Drones struck {house} in the morning, Sudan's army said.")


def test_a_body_called_by_a_town_is_no_place() -> None:
    assert "Berlin" not in names("The Berlin Vanguard Legion said so in Paris, France.")


@pytest.mark.parametrize("speech", [" said", ", told AFP"])
def test_who_speaks_for_a_province_is_no_place_beside_it(speech: str) -> None:
    text = f"The head of Kirkuk province, Rakan Zobrak{speech} that Iraq was calm."
    assert names(text) == {"Kirkuk", "Iraq"}


def test_what_has_lost_no_apostrophe_is_no_town() -> None:
    text = "Tyres were burned at nine points. Beirut and Sidon in Lebanon were calm."
    assert names(text) == {"Beirut", "Sidon", "Lebanon"}


@pytest.mark.parametrize("paper", ["Diario de Zobrak", "Diario de Juarez", "Voice of Gao"])
def test_a_paper_called_by_a_town_is_no_place(paper: str) -> None:
    text = f"A reporter for the {paper} was shot dead near Torreon in Mexico."
    assert names(text) == {"Torreon", "Mexico"}


@pytest.mark.parametrize("where", ["across the Osh", "on the banks of the Osh", "along the Osh"])
def test_what_lies_across_it_is_a_river_and_no_town(where: str) -> None:
    assert names(f"Rockets hit two villages {where} on Monday.") == set()
    assert names("Rockets hit two villages near Osh on Monday.") == {"Osh"}


@pytest.mark.parametrize(
    "told",
    ["IBARRA SAID IT WAS A BOMB", "IBARRA WAS NOT HURT", "THE BOMB IN IBARRA'S CAR WENT OFF"],
)
def test_who_speaks_or_is_hurt_is_no_town(told: str) -> None:
    text = f"LIMA, 3 MAY 90 -- A BOMB STARTLED BOTH OLAYA AND IBARRA. {told}."
    assert "IBARRA" not in names(text)
    assert "IBARRA" in names(f"{text} HE HAD ARRIVED FROM IBARRA.")


def test_the_day_after_a_town_in_capitals_makes_no_paper_of_it() -> None:
    assert "MEDELLIN" in names("BOGOTA, 3 MAY 90 -- A JUDGE WAS SHOT DEAD IN MEDELLIN TODAY.")


def test_the_town_of_the_dateline_is_no_first_name() -> None:
    text = "SANTIAGO, 3 MAY 90 (DPA) -- GUNMEN KILLED A LIEUTENANT IN SANTIAGO ON SUNDAY."
    assert "SANTIAGO" in names(text)


TOWNS = ("Welch", "Sakai", "Bassett", "Romney")  # towns, and surnames as well


@pytest.mark.parametrize(
    "person",
    [
        "Orlo J. Welch ran a mill. A rope lay near Welch in a barn.",
        "Orlo T. R. Sakai ran a mill. A rope lay near Sakai in a barn.",
        "Orlo Bassett, Sr., 56, ran a mill. A rope lay near Bassett in a barn.",
        "Orlo Bassett (56) ran a mill. A rope lay near Bassett in a barn.",
        "Two men had stabbed Romney. A rope lay near Romney in a barn.",
        "They were accused of murdering Welch. A rope lay near Welch in a barn.",
        "She lived with her daughter, Bassett. A rope lay near Bassett in a barn.",
        "A clerk called Bassett's mother. A rope lay near Bassett in a barn.",
    ],
)
def test_a_surname_is_told_by_an_initial_an_age_or_what_is_done_to_persons(person: str) -> None:
    assert names(person) == set()


@pytest.mark.parametrize("town", TOWNS)
def test_what_is_not_told_of_a_person_is_still_a_town(town: str) -> None:
    text = f"Fires burned near {town} on Monday. Two barns in {town} were lost."
    assert names(text) == {town}


def test_a_church_called_after_a_saint_is_in_no_town_of_that_name() -> None:
    text = "He prayed at St. Patrick's Cathedral in Lagos, Nigeria."
    assert names(text) == {"Lagos", "Nigeria"}
