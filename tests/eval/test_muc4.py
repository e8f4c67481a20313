from __future__ import annotations

from datetime import date

import pytest
from eval.muc.templates import Filler, days, place
from eval.muc.templates import Template as Incident
from eval.muc4 import Entity, Message, detected, entity, filled, template

from eval import muc4
from tallystick.model.statement import Field, Reading, Stance
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import (
    ActorRef,
    Casualties,
    CountRange,
    PartialDate,
    Place,
    PlacePrecision,
    Target,
    WeaponUse,
)
from tests.builders import document, fact, report

TEXT = "REBELS OF THE RED ARMY BLEW UP THE OLD BRIDGE WITH DYNAMITE, KILLING TWO CARPENTERS."
SLOTS = {
    "MESSAGE: TEMPLATE": ["1"],
    "INCIDENT: TYPE": ["BOMBING"],
    "INCIDENT: STAGE OF EXECUTION": ["ACCOMPLISHED"],
    "INCIDENT: DATE": ["04 FEB 90"],
    "INCIDENT: LOCATION": ["PERU: NAZCA (CITY)"],
    "PERP: ORGANIZATION ID": ['"RED ARMY"'],
    "PHYS TGT: ID": ['"OLD BRIDGE" / "BRIDGE"'],
    "HUM TGT: DESCRIPTION": ['"CARPENTERS"'],
    "INCIDENT: INSTRUMENT ID": ['"DYNAMITE"'],
}


def message(**changes: list[str]) -> Message:
    slots = {**SLOTS, **{k.replace("_", " "): v for k, v in changes.items()}}
    return Message("m", TEXT, (template(slots),))


@pytest.fixture
def reading() -> Reading:
    doc = document(TEXT)
    told = report(
        doc,
        "BLEW UP",
        fact(Field.KIND, IncidentKind.BOMBING, words="BLEW UP"),
        fact(Field.WHEN, PartialDate.day(date(1990, 2, 4)), words="BLEW UP"),
        fact(Field.WHERE, Place("Nazca", PlacePrecision.TOWN, country="PE"), words="BRIDGE"),
        fact(Field.ATTACKER, ActorRef("RED ARMY"), words="RED ARMY"),
        fact(Field.TARGET, Target("the old bridge"), words="THE OLD BRIDGE"),
        fact(Field.WEAPON, WeaponUse("dynamite"), words="DYNAMITE"),
        fact(Field.KILLED, Casualties(CountRange(2, 2, "TWO")), words="TWO CARPENTERS"),
    )
    return Reading(doc, (told,))


def figures(*pairs: tuple[Message, Reading]) -> dict[str, float]:
    return {f.name: f.value for f in muc4.figures(pairs)}


def test_the_right_reading_has_full_marks(reading: Reading) -> None:
    got = figures((message(), reading))
    assert got["incidents.f1"] == 1
    assert got["roles.PerpOrg.f1"] == got["roles.Target.f1"] == got["roles.Weapon.f1"] == 1
    assert got["roles.Victim.f1"] == 1  # "carpenters" of "two carpenters"
    assert got["roles_lenient.f1"] == 1
    assert got["date"] == got["country"] == got["place"] == 1


def test_silence_has_none(reading: Reading) -> None:
    got = figures((message(), Reading(reading.document)))
    assert not any(got.values())


def test_the_wrong_type_is_no_incident(reading: Reading) -> None:
    wrong = message(**{"INCIDENT:_TYPE": ["KIDNAPPING"]})
    assert detected(wrong, reading).f1 == 0


def test_what_the_key_calls_optional_costs_nothing(reading: Reading) -> None:
    optional = message(**{"MESSAGE:_TEMPLATE": ["1 (OPTIONAL)"]})
    assert detected(optional, reading) == muc4.Rates(0, 0, 0)
    assert filled(optional, reading, "Target", muc4.exactly) == muc4.Rates(0, 0, 0)


def test_a_denied_author_is_no_perpetrator() -> None:
    doc = document(TEXT)
    told = report(
        doc,
        "BLEW UP",
        fact(Field.KIND, IncidentKind.BOMBING, words="BLEW UP"),
        fact(Field.ATTACKER, ActorRef("RED ARMY"), words="RED ARMY", stance=Stance.DENIES),
    )
    assert muc4.fillers(Reading(doc, (told,)), "PerpOrg") == []


def test_a_description_is_a_spelling_of_the_person_named() -> None:
    slots = {"NAME": ['"ANA ROE" / "MS ROE"'], "DESCRIPTION": ['"CLERK": "ANA ROE"', '? "COOK"']}
    found = muc4._fills(slots, ("NAME", "DESCRIPTION"))
    assert found == [Entity(("ANA ROE", "MS ROE", "CLERK")), Entity(("COOK",), True)]


def test_slots_are_read() -> None:
    assert muc4.normal("el Frente Martí") == "EL FRENTE MARTI"
    assert entity('"THE HOUSE" / "HOUSES"').spellings == ("HOUSE", "HOUSES")
    assert days("- 04 MAR 90") == (date(1990, 2, 1), date(1990, 3, 4))
    assert days("25 OCT 89 - 01 NOV 89") == (date(1989, 10, 25), date(1989, 11, 1))
    assert days("31 NOV 89") == (date(1989, 11, 30), date(1989, 11, 30))
    assert days("-") is None
    assert place("PERU: LIMA (CITY): CENTER (NEIGHBORHOOD)") == ("PERU", "LIMA", "CENTER")


@pytest.mark.parametrize(
    ("actor", "role"),
    [
        (ActorRef("guerrillas", "guerrillas"), "PerpInd"),
        (ActorRef("ARMED MEN"), "PerpInd"),
        (ActorRef("URBAN COLUMN"), "PerpInd"),
        (ActorRef("RED ARMY"), "PerpOrg"),
        (ActorRef("Medellin", "medellin-cartel"), "PerpOrg"),
    ],
)
def test_bands_are_individuals_and_bodies_are_organisations(actor: ActorRef, role: str) -> None:
    doc = document(TEXT)
    told = report(
        doc,
        "BLEW UP",
        fact(Field.KIND, IncidentKind.BOMBING, words="BLEW UP"),
        fact(Field.ATTACKER, actor, words="REBELS"),
    )
    given = {name: muc4.fillers(Reading(doc, (told,)), name) for name in ("PerpInd", "PerpOrg")}
    assert [name for name, found in given.items() if found] == [role]


def test_only_the_score_that_counts_spellings_looks_past_the_first() -> None:
    # One entity by a right and a wrong name: right as one entity, half right as two spellings.
    given = Incident("BOMBING", (Filler("PerpOrg", ("red army", "carpenters")),))
    wanted = Incident("BOMBING", (Filler("PerpOrg", ("red army",)),))
    found = {f.name: f.value for f in muc4.published([((given,), (wanted,))])}
    assert (found["gtt.f1"], found["ceaf_ree.f1"]) == (1, 1)
    assert (found["ceaf_rme_phi3.precision"], found["ceaf_rme_phi3.recall"]) == (0.5, 1)
