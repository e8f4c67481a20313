"""A story that comes back to its victim tells of one incident, whatever places lie between."""

from __future__ import annotations

from tests.extract.incidents import day_of, incidents, place_of


def test_two_tellings_of_one_victim_are_one_incident() -> None:
    found = incidents(
        "Police in Velm have charged a man with murder over the shooting death of a baker last "
        "month.\n\n"
        "Tom Harl is accused of killing Orla Dunn, 34, in her shop in Orun on Friday.\n\n"
        "After the trial a clerk said that nobody knew why Dunn was shot in Kosti."
    )
    assert len(found) == 2


def test_namesakes_are_two() -> None:
    found = incidents(
        "A miller, Orla Dunn, was shot in Gulu on Friday.\n\nIn Moroto, gunmen shot Liam Dunn."
    )
    assert len(found) == 2


def test_two_days_are_two() -> None:
    found = incidents(
        "Orla Dunn was shot in Gulu on 3 May 2031.\n\nOrla Dunn was shot in Gulu on 9 May 2031."
    )
    assert len(found) == 2


def test_what_goes_on_after_an_act_is_not_where_it_was() -> None:
    found = incidents(
        "A baker was shot in Gulu on Friday. Tom Harl vanished after the shooting, and his car was "
        "found at a hotel in Moroto on Sunday."
    )
    assert [place_of(report) for report in found] == ["Gulu"]


def test_who_also_speaks_of_an_act_opens_no_other() -> None:
    found = incidents(
        "Gunmen robbed a bank in Gulu on Friday. Ann Harl was held on Sunday. She also told police "
        "that she had slept in the lorry during the robbery."
    )
    assert len(found) == 1


def test_a_rampage_weeks_after_another_attack_is_not_that() -> None:
    found = incidents(
        "A gunman killed eight people at a mill in Gulu on Sunday. Sunday's rampage happened weeks "
        "after a man killed ten people in Moroto on March 10."
    )
    assert [place_of(report) for report in found] == ["Gulu", "Moroto"]
    assert [day_of(report) for report in found] == ["Sunday", "March 10"]


def test_a_victim_called_as_a_town_is_no_place() -> None:
    (report,) = incidents("A clerk said that gunmen had stabbed Kitgum on Friday.")
    assert place_of(report) is None


def test_what_is_meanwhile_said_of_a_number_of_drones_is_another_attack() -> None:
    found = incidents(
        "A drone was shot down over Herat airport on Sunday.\n\n"
        "Officials meanwhile said that two drones struck a base used by the border guard."
    )
    assert len(found) == 2
