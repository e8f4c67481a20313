from __future__ import annotations

import json
from datetime import date

import pytest
from eval.seen import SeenDate, SeenWeapon, parse

from tallystick.export.jsonl import incident_json
from tallystick.ledger import incidents_of
from tallystick.model.document import Span
from tallystick.model.statement import Field, Reading, Stance
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import ActorRef, CountRange, PartialDate, WeaponUse
from tests.builders import document, fact, report

LINE = {
    "id": "i-1",
    "kind": "shelling",
    "standing": "happened",
    "when": {"start": "2023-12-08", "end": "2023-12-08", "precision": "day", "text": "Friday"},
    "where": {"name": "Camp North", "country": "IQ", "lat": 1, "lon": 2, "precision": "site"},
    "attackers": [],
    "claimed_by": [{"name": "The Group", "id": "group"}],
    "blamed": ["outlaws"],
    "targets": [{"name": "a depot", "kind": "military"}],
    "weapons": [{"type": "rocket", "low": 2, "high": None}],
    "outcomes": [{"fate": "hit", "weapon": "rocket", "count": {"low": 1, "high": 1}}],
    "killed": {"low": 0, "best": 0, "high": 0},
    "injured": {"low": None, "best": None, "high": None},
    "contested": ["weapon"],
    "possible_duplicates": [],
    "documents": [{"id": "d-1", "name": "folder/a.txt", "publisher": None, "published": None}],
    "statements": [
        {
            "id": "s-1",
            "field": "weapon",
            "value": {"type": "rocket"},
            "stance": "reports",
            "source_chain": [{"name": "an officer"}, {"name": "Wire", "actor": "wire"}],
            "document": "d-1",
            "start": 3,
            "end": 10,
            "quote": "rockets",
        }
    ],
}


def test_a_line_of_the_output_is_understood() -> None:
    seen = parse(json.dumps(LINE))
    assert seen.when is not None and seen.when.start == date(2023, 12, 8)
    assert seen.where is not None and seen.where.point == (1.0, 2.0)
    assert seen.claimed_by == (("The Group",),) and seen.blamed == (("outlaws",),)
    assert (seen.weapons[0].low, seen.weapons[0].high) == (2, None)
    assert (seen.outcomes[0].fate, seen.outcomes[0].low) == ("hit", 1)
    assert seen.killed == (0, 0) and seen.injured == (None, None)
    assert seen.documents == ("a.txt",)
    said = seen.statements[0]
    assert (said.document, said.span) == ("a.txt", Span(3, 10))
    assert said.chain == (("an officer",), ("Wire",))


def test_a_promised_part_that_is_missing_is_an_error() -> None:
    with pytest.raises(KeyError):
        parse({k: v for k, v in LINE.items() if k != "killed"})


def test_the_programs_own_output_is_understood() -> None:
    doc = document("Two drones hit the camp on Friday, an officer told the wire.", name="x/b.txt")
    told = report(
        doc,
        "Two drones",
        fact(Field.KIND, IncidentKind.DRONE_ATTACK, "drones"),
        fact(Field.WHEN, PartialDate.day(date(2023, 12, 8), "Friday"), "Friday"),
        fact(Field.WEAPON, WeaponUse("drone", CountRange(2, 2)), "Two drones", by="an officer"),
        fact(Field.ATTACKER, ActorRef("The Group", "group"), "hit", stance=Stance.CLAIMS),
    )
    (incident,) = incidents_of([Reading(doc, (told,))], [])
    seen = parse(json.dumps(incident_json(incident)))
    assert seen.kind == "drone_attack" and seen.of_the_day
    assert seen.when == SeenDate(date(2023, 12, 8), date(2023, 12, 8), "day", 5, "Friday")
    assert seen.weapons == (SeenWeapon("drone", 2, 2),)
    assert seen.claimed_by == (("The Group",),)
    assert {s.quote for s in seen.statements} == {"drones", "Friday", "Two drones", "hit"}
    assert all(s.span.of(doc.text) == s.quote and s.document == "b.txt" for s in seen.statements)
    weapon = next(s for s in seen.statements if s.field == "weapon")
    assert weapon.chain[0] == ("an officer",)
