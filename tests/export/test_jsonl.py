"""The JSON line is what docs/data-model.md and its schema say it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tallystick.export.jsonl import incident_json, jsonl_lines
from tallystick.ledger import consolidate
from tallystick.model.incident import Contest, Incident
from tallystick.model.statement import Field, Stance, Standing
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import (
    ActorRef,
    CountRange,
    Damage,
    DamageLevel,
    DatePrecision,
    DayPart,
    Fate,
    Outcome,
    PartialDate,
    Place,
    PlacePrecision,
    Response,
    Target,
    TargetKind,
    WeaponUse,
)
from tests.builders import document, fact, hurt, report

ROOT = Path(__file__).parents[2]
DOC = (ROOT / "docs" / "data-model.md").read_text(encoding="utf-8")
SCHEMA = json.loads((ROOT / "docs" / "incident.schema.json").read_text(encoding="utf-8"))
TEXT = "Early on Friday three rockets hit the ‘Kestrel’ base. At least four soldiers died."
GROUP, ARMY = ActorRef("Kestrel Front", "kestrel-front"), ActorRef("Army")


def full() -> Incident:
    """An incident with something under every key."""
    doc = document(TEXT, url="https://news.example/1", title="Rockets", published="2024-01-06")
    facts = [
        fact(Field.KIND, IncidentKind.SHELLING, "rockets"),
        fact(Field.WHEN, PartialDate.day(date(2024, 1, 5), "Early on Friday", DayPart.DAWN)),
        fact(Field.WHERE, Place("Kestrel", PlacePrecision.SITE, "ts:k", "IQ", "Anbar", 33.8, 42.4)),
        *(
            fact(Field.ATTACKER, GROUP, stance=stance, by="Someone")
            for stance in (Stance.REPORTS, Stance.CLAIMS, Stance.BLAMES, Stance.DOUBTS)
        ),
        fact(Field.ATTACKER, GROUP, stance=Stance.DENIES, by="Front"),
        fact(Field.TARGET, Target("‘Kestrel’ base", TargetKind.MILITARY, ARMY), "‘Kestrel’ base"),
        fact(Field.WEAPON, WeaponUse("rocket", CountRange.exactly(3)), "three rockets"),
        fact(Field.OUTCOME, Outcome(Fate.HIT, "rocket", CountRange.exactly(3)), "hit"),
        hurt(CountRange(4, None, "At least four"), "At least four soldiers"),
        fact(Field.DAMAGE, Damage(DamageLevel.HEAVY, "a hangar")),
        fact(Field.RESPONSE, Response("an inquiry", ARMY)),
    ]
    return consolidate([report(doc, "three rockets", *facts)], {doc.id: doc}, ("i-" + "0" * 16,))


def bare() -> Incident:
    """An incident of which nothing is known."""
    doc = document("Something happened.", publisher=None)
    return consolidate([report(doc, "Something")], {doc.id: doc})


def paths(value: object, path: str = "") -> Iterator[str]:
    """Every key under a value, written as the docs write them."""
    if isinstance(value, dict):
        for key, part in value.items():
            inner = f"{path}.{key}" if path else key
            yield inner
            if not inner.endswith(".value"):  # shaped by the field, documented apart
                yield from paths(part, inner)
    elif isinstance(value, list):
        for item in value:
            yield from paths(item, path + "[]")


def documented(section: str) -> list[str]:
    """The first cells of the table under a heading of the data model."""
    body = DOC.split(f"# {section}\n", 1)[1].split("\n#", 1)[0]
    return re.findall(r"^\| `([^`]+)` \|", body, re.M)


def test_every_key_is_documented_and_every_documented_key_is_emitted() -> None:
    assert documented("The JSON line") == list(dict.fromkeys(paths(incident_json(full()))))


def test_unknown_is_null_or_empty_and_never_left_out() -> None:
    empty, known = incident_json(bare()), incident_json(full())
    assert list(empty) == list(known)
    assert (empty["when"], empty["where"], empty["attackers"]) == (None, None, [])
    assert empty["killed"] == {"low": None, "best": None, "high": None}


@pytest.mark.parametrize("incident", [full(), bare()], ids=["full", "bare"])
def test_the_line_fits_its_schema(incident: Incident) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    (line,) = jsonl_lines([incident])
    assert line.endswith("}\n")
    jsonschema.validate(json.loads(line), SCHEMA)


def test_the_schema_refuses_what_is_not_documented() -> None:
    line: dict[str, Any] = dict(incident_json(full()))
    for wrong in ({**line, "mood": "grim"}, {**line, "kind": "picnic"}, {**line, "killed": 4}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, SCHEMA)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("standing", Standing),
        ("when.precision", DatePrecision),
        ("when.part", DayPart),
        ("where.precision", PlacePrecision),
        ("outcomes[].fate", Fate),
        ("damage[].level", DamageLevel),
        ("contested", Contest),
        ("statements[].field", Field),
        ("statements[].stance", Stance),
    ],
)
def test_the_doc_names_every_word_that_a_key_can_hold(key: str, words: type[StrEnum]) -> None:
    (row,) = re.findall(rf"^\| `{re.escape(key)}` \| (.*) \|$", DOC, re.M)
    assert re.findall(r"`(\w+)`", row) == [word.value for word in words]


def test_the_values_of_the_line() -> None:
    line: dict[str, Any] = dict(incident_json(full()))
    assert line["weapons"] == [{"type": "rocket", "low": 3, "high": 3}]
    assert line["killed"] == {"low": 4, "best": 4, "high": None}
    assert line["when"]["start"] == line["when"]["end"] == "2024-01-05"
    assert line["contested"] == ["attacker"]
    assert [d["source_chain"][0]["name"] for d in line["denied"]] == ["Front"]
    assert all(TEXT[s["start"] : s["end"]] == s["quote"] for s in line["statements"])
    (dead,) = (s for s in line["statements"] if s["field"] == "killed")
    assert dead["value"]["count"] == {"low": 4, "text": "At least four"}


def test_confidence_is_of_the_incident_its_fields_and_its_statements() -> None:
    doc = document("Three or four died in Hit.", published="2024-01-06")
    three, four = hurt(3, "Three", confidence=0.8), hurt(4, "four", confidence=0.4)
    told = report(doc, "died", three, four, score=0.7)
    line: dict[str, Any] = dict(incident_json(consolidate([told], {doc.id: doc}, rated={doc.id})))
    jsonschema.validate(line, SCHEMA)
    assert line["confidence"] == 0.7
    assert line["field_confidence"]["killed"] == 0.4
    assert line["field_confidence"]["when"] is None
    assert [s["confidence"] for s in line["statements"]] == [0.8, 0.4]


def test_the_doc_names_every_table_and_column_of_the_ledger() -> None:
    folder = files("tallystick.ledger.migrations")
    steps = sorted((f for f in folder.iterdir() if f.name.endswith(".sql")), key=lambda f: f.name)
    script = "".join(step.read_text() for step in steps)
    tables = dict(re.findall(r"^CREATE TABLE (\w+) \((.*?)^\)", script, re.M | re.S))
    columns = {
        table: re.findall(r'^    "?([a-z_0-9]+)"? +(?:TEXT|INTEGER|REAL|BLOB)', body, re.M)
        for table, body in tables.items()
    }
    for table, column in re.findall(r"^ALTER TABLE (\w+) ADD COLUMN (\w+)", script, re.M):
        columns[table].append(column)
    rows = re.findall(r"^\| `(\w+)` \| [^|]+ \| ([^|]+) \|$", DOC.split("## How", 1)[0], re.M)
    told = {table: re.findall(r"`(\w+)`", cells) for table, cells in rows}
    assert told.pop("migrations") == ["version", "name", "applied"]
    assert told == columns
