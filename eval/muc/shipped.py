"""The program's own reading of a message as MUC templates.

A report is a template. Names of persons are no value of the program, so it has no named victims:
those whom it finds by the words of a casualty or a target are ``Described``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from eval.muc.templates import DESCRIBED, Filler, Template, flat
from tallystick.model.statement import Field, Reading, Report, Stance, Standing, Statement
from tallystick.model.taxonomy import COUNTERPARTS
from tallystick.model.values import (
    ActorRef,
    Casualties,
    CountRange,
    Damage,
    DamageLevel,
    PartialDate,
    Place,
    PlacePrecision,
    Target,
    TargetKind,
    WeaponUse,
)

COUNTRIES: Final[Mapping[str, str]] = {
    "EL SALVADOR": "SV", "COLOMBIA": "CO", "PERU": "PE", "GUATEMALA": "GT", "CHILE": "CL",
    "BOLIVIA": "BO", "HONDURAS": "HN", "NICARAGUA": "NI", "PANAMA": "PA", "ECUADOR": "EC",
    "ARGENTINA": "AR", "VENEZUELA": "VE", "COSTA RICA": "CR", "MEXICO": "MX", "BRAZIL": "BR",
    "URUGUAY": "UY", "PARAGUAY": "PY", "CUBA": "CU", "UNITED STATES": "US", "SPAIN": "ES",
}  # fmt: skip
PEOPLE = frozenset({TargetKind.CIVILIANS, TargetKind.GOVERNMENT, TargetKind.POLICE})
_ORGANISED = re.compile(
    r"\b(front|army|movement|party|cartel|forces?|path|organi[sz]ation|group|league|union|"
    r"command|brigade|battalion|police|guard|government|squads?|commando)\b",
    re.IGNORECASE,
)
_PERSONS = re.compile(
    r"\b(guerrillas?|terrorists?|rebels?|insurgents?|militants?|soldiers?|troops|men|man|wom[ae]n|"
    r"\w+m[ae]n|persons?|people|individuals?|subjects?|assassins?|killers?|members?|officers?|"
    r"youths?|students?|traffickers?|extremists?|column|patrol)$",
    re.IGNORECASE,
)
_CONFIDENCE = {
    Stance.REPORTS: "REPORTED AS FACT",
    Stance.CONFIRMS: "REPORTED AS FACT",
    Stance.CLAIMS: "CLAIMED OR ADMITTED",
    Stance.BLAMES: "SUSPECTED OR ACCUSED",
    Stance.DOUBTS: "POSSIBLE",
}
_DAMAGE = {
    DamageLevel.NONE: "NO DAMAGE",
    DamageLevel.SOME: "SOME DAMAGE",
    DamageLevel.HEAVY: "DESTROYED",
}
_HURT = {Field.KILLED: "DEATH", Field.INJURED: "INJURY", Field.ABDUCTED: ""}


def templates_of(reading: Reading) -> tuple[Template, ...]:
    """The reports of a reading on what happened, as templates."""
    text = reading.document.text
    return tuple(_template(report, kind, text) for report, kind in reports_of(reading))


def reports_of(reading: Reading) -> list[tuple[Report, str]]:
    """The reports on what happened, with the MUC type of their kind, where it has one."""
    happened = (r for r in reading.reports if r.standing in (Standing.HAPPENED, Standing.PREVENTED))
    typed = ((report, muc_type(report)) for report in happened)
    return [(report, type) for report, type in typed if type]


def muc_type(report: Report) -> str | None:
    """The MUC type of a report's kind."""
    kind = first(report, Field.KIND)
    return COUNTERPARTS[kind].muc if kind in COUNTERPARTS else None


def first(report: Report, field: Field) -> Any:
    """The first value that a report gives of a field, or ``None``."""
    return next((s.value for s in report.of(field)), None)


def is_organisation(actor: ActorRef, words: str = "") -> bool:
    """By the last word first: "guerrillas" are individuals, also where the vocabulary has them.

    ``words`` are those of the text, which may name the men of an organisation.
    """
    if any(_PERSONS.search(name.strip()) for name in (actor.name, words)):
        return False
    return actor.id is not None or bool(_ORGANISED.search(actor.name))


def _template(report: Report, kind: str, text: str) -> Template:
    said = [s for s in report.statements if s.stance is not Stance.DENIES]
    damage = next((s.value for s in said if isinstance(s.value, Damage)), None)
    found = [filler for s in said for filler in _fillers(s, flat(s.span.of(text)), damage)]
    unique = {(f.role, f.mentions): f for f in reversed(found) if f.mentions[0]}
    prevented = report.standing is Standing.PREVENTED
    return Template(
        kind,
        tuple(reversed(unique.values())),
        "ATTEMPTED" if prevented else "ACCOMPLISHED",
        _days(first(report, Field.WHEN)),
        _place(first(report, Field.WHERE)),
    )


def _fillers(statement: Statement, words: str, damage: Damage | None) -> Iterator[Filler]:
    value = statement.value
    if isinstance(value, ActorRef) and statement.field is Field.ATTACKER:
        sure = _CONFIDENCE.get(statement.stance, "")
        organised = is_organisation(value, words)
        yield Filler("PerpOrg", (words,), sure) if organised else Filler("PerpInd", (words,))
    elif isinstance(value, Target):
        effect = _DAMAGE[damage.level] if damage else ""
        human = value.kind in PEOPLE
        yield Filler(DESCRIBED, (words,)) if human else Filler("Target", (words,), effect=effect)
    elif isinstance(value, WeaponUse):
        yield Filler("Weapon", (words,))
    elif isinstance(value, Casualties) and statement.field in _HURT and value.count.high != 0:
        effect = _HURT[statement.field]
        yield Filler(DESCRIBED, (words,), effect=effect, number=_number(value.count))


def _number(count: CountRange) -> str:
    if count.low is not None and count.low == count.high:
        return str(count.low)
    return "PLURAL"


def _days(when: PartialDate | None) -> Any:
    return (when.start, when.end) if when and when.start and when.end else None


def _place(where: Place | None) -> tuple[str, ...]:
    """Country first; nothing where the country is not one that the key could name."""
    if where is None:
        return ()
    country = next((name for name, code in COUNTRIES.items() if code == where.country), "")
    if not country:
        return ()
    return (country,) if where.precision is PlacePrecision.COUNTRY else (country, where.name)
