from __future__ import annotations

from datetime import date

import pytest
from eval.muc.held import is_warfare, told_once
from eval.muc.templates import Filler, Template

from tallystick.model.statement import Field, Report
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import Casualties, CountRange, PersonClass, Target, TargetKind
from tests.builders import document, fact, report

K = IncidentKind
FORCES, PEOPLE, CIVILIANS = PersonClass.FORCES, PersonClass.PEOPLE, PersonClass.CIVILIANS


def told(
    kind: IncidentKind, *, hurt: tuple[PersonClass, ...] = (), aims: tuple[TargetKind, ...] = ()
) -> Report:
    doc = document("THEY FOUGHT.")
    two = CountRange(2, 2)
    return report(
        doc,
        "FOUGHT",
        fact(Field.KIND, kind, words="FOUGHT"),
        *(fact(Field.KILLED, Casualties(two, who), words="THEY") for who in hurt),
        *(fact(Field.TARGET, Target("it", aim), words="THEY") for aim in aims),
    )


@pytest.mark.parametrize(
    "report",
    [
        told(K.ARMED_CLASH),
        told(K.ARMED_CLASH, hurt=(FORCES, PEOPLE)),  # people beside soldiers
        told(K.ARMED_ASSAULT, aims=(TargetKind.MILITARY,)),
        told(K.AIR_STRIKE, hurt=(CIVILIANS,)),
        told(K.BOMBING, aims=(TargetKind.MILITARY,)),
    ],
)
def test_fighting_between_armed_sides_is_warfare(report: Report) -> None:
    assert is_warfare(report)


@pytest.mark.parametrize(
    "report",
    [
        told(K.ARMED_CLASH, hurt=(FORCES, CIVILIANS)),
        told(K.ARMED_CLASH, hurt=(PEOPLE,)),
        told(K.ARMED_ASSAULT, aims=(TargetKind.MILITARY, TargetKind.BUSINESS)),
        told(K.BOMBING),
        told(K.BOMBING, hurt=(FORCES,)),
    ],
)
def test_what_hurts_others_is_none(report: Report) -> None:
    assert not is_warfare(report)


DAY = (date(1990, 3, 1), date(1990, 3, 1))
LATER = (date(1990, 3, 9), date(1990, 3, 9))
MILL = Filler("Target", ("mill",))
BOMB = Filler("Weapon", ("bomb",))


def bombing(*fillers: Filler, days: tuple[date, date] = DAY, place: str = "LIMA") -> Template:
    return Template("BOMBING", fillers, days=days, place=("PERU", place))


def test_an_incident_told_again_without_victim_or_target_adds_to_the_first() -> None:
    again = Template("BOMBING", (BOMB,), days=DAY, place=("PERU",))
    assert told_once((bombing(MILL), again)) == (bombing(MILL, BOMB),)
    (found,) = told_once((again, bombing(MILL)))
    assert (found.fillers, found.place) == ((BOMB, MILL), ("PERU", "LIMA"))


@pytest.mark.parametrize(
    "other",
    [
        bombing(BOMB, days=LATER),
        bombing(BOMB, place="ICA"),
        bombing(Filler("Target", ("bank",))),
        Template("ARSON", (BOMB,), days=DAY, place=("PERU", "LIMA")),
    ],
)
def test_other_days_places_victims_and_types_are_other_incidents(other: Template) -> None:
    assert told_once((bombing(MILL), other)) == (bombing(MILL), other)
