"""What a reading comes to in the types of CASE 2021 task 2: rules, no training."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tallystick.model.statement import Field, Reading, Report, Stance
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import ActorRef, Target, TargetKind, WeaponUse
from tallystick.vocab.actors import Actor, ActorKind, actor_book
from tallystick.vocab.weapons import weapon_book

OTHER, CLASH, ATTRIBUTED, CHEMICAL = "OTHER", "ARMED_CLASH", "ATTRIB", "CHEM_WEAP"
GRENADE, REGAINED = "GRENADE", "GOV_REGAINS_TERIT"
TYPES: dict[IncidentKind, str] = {
    IncidentKind.ATTACK: "ATTACK",
    IncidentKind.AIR_STRIKE: "AIR_STRIKE",
    IncidentKind.DRONE_ATTACK: "AIR_STRIKE",
    IncidentKind.SHELLING: "ART_MISS_ATTACK",
    IncidentKind.BOMBING: "REM_EXPLOS",
    IncidentKind.SUICIDE_BOMBING: "SUIC_BOMB",
    IncidentKind.MINE: "REM_EXPLOS",
    IncidentKind.CHEMICAL_ATTACK: CHEMICAL,
    IncidentKind.ARMED_CLASH: CLASH,
    IncidentKind.ARMED_ASSAULT: "ATTACK",
    IncidentKind.SHOOTING: "ATTACK",
    IncidentKind.ASSASSINATION: "ATTACK",
    IncidentKind.MASSACRE: "ATTACK",
    IncidentKind.STABBING: "ATTACK",
    IncidentKind.VEHICLE_RAMMING: "ATTACK",
    IncidentKind.ABDUCTION: "ABDUCT_DISSAP",
    IncidentKind.SEXUAL_VIOLENCE: "SEX_VIOL",
    IncidentKind.TORTURE: "ATTACK",
    IncidentKind.ARSON: "PROPERTY_DISTRUCT",
    IncidentKind.SABOTAGE: "PROPERTY_DISTRUCT",
    IncidentKind.HIJACKING: "ATTACK",
    IncidentKind.ROBBERY: "PROPERTY_DISTRUCT",
    IncidentKind.SEIZURE: "NON_STATE_ACTOR_OVERTAKES_TER",
}
ANSWERABLE = frozenset({*TYPES.values(), GRENADE, REGAINED, ATTRIBUTED})

_OPEN = (IncidentKind.ATTACK, IncidentKind.ARMED_ASSAULT, IncidentKind.SHOOTING)
_ARMED = (TargetKind.MILITARY, TargetKind.POLICE, TargetKind.ARMED_GROUP)
_STATE = (
    ActorKind.STATE,
    ActorKind.GOVERNMENT,
    ActorKind.MINISTRY,
    ActorKind.MILITARY,
    ActorKind.POLICE,
    ActorKind.SECURITY,
    ActorKind.INTELLIGENCE,
)
_STATE_WORDS = frozenset({"government", "army", "troops", "military", "police", "soldiers"})
_RESPONSIBILITY = (Stance.CLAIMS, Stance.DENIES, Stance.BLAMES, Stance.DOUBTS)
_POISON = "chemical"


def answer(reading: Reading) -> str:
    """The type of the program's first report; ``OTHER`` where it has none.

    ACLED calls an assault on an armed force a clash, and one by a state's force too unless its
    target is civilian; who is said to be responsible makes a text one of attribution.
    """
    report = next(iter(reading.reports), None)
    kind = next((s.value for s in report.of(Field.KIND)), None) if report else None
    if report is None or not isinstance(kind, IncidentKind):
        return OTHER
    if any(s.stance in _RESPONSIBILITY for s in report.of(Field.ATTACKER)):
        return ATTRIBUTED
    weapons = set(_weapons(report))
    if _POISON in weapons:
        return CHEMICAL
    if kind is IncidentKind.SEIZURE and _by_state(report):
        return REGAINED
    if kind is IncidentKind.BOMBING and "grenade" in weapons:
        return GRENADE
    return CLASH if kind in _OPEN and _is_clash(report) else TYPES[kind]


def _weapons(report: Report) -> Iterator[str]:
    """The sorts of weapon, and what each is a sort of."""
    book = weapon_book()
    for statement in report.of(Field.WEAPON):
        if isinstance(statement.value, WeaponUse) and statement.value.type in book:
            yield from book.lineage(statement.value.type)


def _is_clash(report: Report) -> bool:
    targets = [s.value.kind for s in report.of(Field.TARGET) if isinstance(s.value, Target)]
    return any(t in _ARMED for t in targets) or (
        _by_state(report) and TargetKind.CIVILIANS not in targets
    )


def _by_state(report: Report) -> bool:
    return any(is_state(s.value) for s in report.of(Field.ATTACKER))


def is_state(actor: object) -> bool:
    """Whether an actor is a state's force, by its entry; a name without one, by its words."""
    if not isinstance(actor, ActorRef):
        return False
    kind = kind_of(actor)
    if kind not in (None, ActorKind.COLLECTIVE):
        return kind in _STATE
    return not _STATE_WORDS.isdisjoint(actor.name.lower().split())


def kind_of(actor: ActorRef) -> ActorKind | None:
    """The sort of actor that the vocabulary has it as; ``None`` for an unknown name."""
    entry = _entries().get(actor.id or "")
    return entry.kind if entry else None


@lru_cache(maxsize=1)
def _entries() -> dict[str, Actor]:
    return {actor.id: actor for actor in actor_book()}


def features(reading: Reading) -> frozenset[str]:
    """What the program reads, as words to learn from: by report (the first, a later one)."""
    found = {
        f"{'first' if at == 0 else 'later'} {what}"
        for at, report in enumerate(reading.reports)
        for what in _of_report(report)
    }
    return frozenset(found or {"nothing"})


def _of_report(report: Report) -> Iterator[str]:
    yield f"standing {report.standing.value}"
    for statement in report.statements:
        match statement.value:
            case IncidentKind() as kind:
                yield f"kind {kind.value}"
            case Target() as target:
                yield f"target {target.kind.value}"
            case WeaponUse() as weapon:
                yield f"weapon {weapon.type}"
            case ActorRef() as actor:
                yield f"{statement.field.value} {kind_of(actor) or 'unknown'}"
                yield f"stance {statement.stance.value}"
            case _:
                yield f"has {statement.field.value}"
