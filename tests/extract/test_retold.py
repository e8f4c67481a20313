"""A story that comes back to its victim tells of one incident, whatever places lie between."""

from __future__ import annotations

from tests.extract.incidents import incidents


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
