"""Which incident a remark is on, and who makes it."""

from __future__ import annotations

from tallystick.extract import read_by_rules
from tallystick.intake.documents import read_text
from tallystick.model.statement import Field, Report, Stance

RAID = "Gunmen attacked an army post in Fada on Monday and killed four soldiers.\n\n"


def of(report: Report) -> list[tuple[str, Stance]]:
    said = report.of(Field.OCCURRENCE)
    return [(s.chain[0].name, s.stance) for s in said]


def reports(text: str) -> tuple[Report, ...]:
    return read_by_rules(read_text(text)).reports


def told(text: str) -> list[tuple[str, Stance]]:
    (report,) = reports(text)
    return of(report)


def test_each_is_heard_with_a_stance_of_its_own() -> None:
    text = RAID + (
        "The ministry of defence denied any attack. The prefect said he knew of no fighting in the "
        "town. A nurse confirmed that the post had been attacked."
    )
    assert told(text) == [
        ("ministry of defence", Stance.DENIES),
        ("prefect", Stance.DOUBTS),
        ("nurse", Stance.CONFIRMS),
    ]


def test_who_calls_it_a_lie_is_the_subject_of_the_words() -> None:
    text = RAID + "Colonel Jules Ngaro, the army's spokesman, called the report a lie."
    assert told(text) == [("Colonel Jules Ngaro", Stance.DENIES)]


def test_he_is_who_has_just_spoken() -> None:
    text = RAID + "The governor said that calm had returned. He called it an accident."
    assert told(text) == [("governor", Stance.DENIES)]


def test_what_could_not_be_verified_is_so_in_the_document_s_own_voice() -> None:
    text = RAID + "The account could not be independently verified."
    assert told(text) == [("unknown publisher", Stance.DOUBTS)]


def test_a_place_named_tells_which_is_meant() -> None:
    text = (
        "Gunmen attacked an army post in Fada on Monday and killed four soldiers. On Tuesday a "
        "bomb in Bamako killed two people.\n\nThe army said it knew of no incident in Fada."
    )
    assert [of(r) for r in reports(text)] == [[("army", Stance.DOUBTS)], []]


def test_the_attacks_on_two_towns_are_both_confirmed() -> None:
    text = (
        "Gunmen attacked an army post in Fada on Monday and killed four soldiers. On Tuesday a "
        "bomb in Bamako killed two people.\n\nPolice confirmed the attacks in Fada and Bamako."
    )
    assert [of(r) for r in reports(text)] == 2 * [[("Police", Stance.CONFIRMS)]]


def test_what_is_denied_is_no_incident_of_its_own() -> None:
    assert reports("The ministry denied that there was any attack on Fada on Monday.") == ()


def test_a_remark_on_what_is_none_of_the_incidents_is_left_out() -> None:
    text = RAID + "The rebels often speak of ambushes in the hills. The army called that a lie."
    assert told(text) == []


def test_what_is_denied_of_another_town_is_not_denied_of_this_one() -> None:
    text = RAID + "The army said talk of shots in Bamako was without foundation."
    assert [of(r) for r in reports(text)][:1] == [[]]
