"""The kinds of incident, and their counterparts in other people's schemes.

One taxonomy, used everywhere. The mapping follows the ACLED codebook (2023), the PLOVER
manual (2023; ASSAULT modes) and the MUC-4 template guidelines (1992). ``None`` where the
other scheme has no counterpart.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class IncidentKind(StrEnum):
    """What sort of attack or violent act an incident is."""

    ATTACK = "attack"  # the text says no more than that
    AIR_STRIKE = "air_strike"
    DRONE_ATTACK = "drone_attack"
    SHELLING = "shelling"  # rockets, missiles, mortars, artillery
    BOMBING = "bombing"  # planted, thrown or vehicle-borne explosive
    SUICIDE_BOMBING = "suicide_bombing"
    MINE = "mine"
    CHEMICAL_ATTACK = "chemical_attack"
    ARMED_CLASH = "armed_clash"
    ARMED_ASSAULT = "armed_assault"  # raid, ambush, storming, gun attack on a place or force
    SHOOTING = "shooting"
    ASSASSINATION = "assassination"
    MASSACRE = "massacre"  # execution or killing of captives or civilians
    STABBING = "stabbing"
    VEHICLE_RAMMING = "vehicle_ramming"
    ABDUCTION = "abduction"
    SEXUAL_VIOLENCE = "sexual_violence"
    TORTURE = "torture"
    ARSON = "arson"
    SABOTAGE = "sabotage"
    HIJACKING = "hijacking"
    ROBBERY = "robbery"
    SEIZURE = "seizure"  # a place or territory taken


@dataclass(frozen=True, slots=True)
class Counterparts:
    """The same kind in ACLED (sub-event), PLOVER (ASSAULT mode or type) and MUC-4."""

    acled: str
    plover: str | None
    muc: str | None


COUNTERPARTS: dict[IncidentKind, Counterparts] = {
    IncidentKind.ATTACK: Counterparts("Attack", "ASSAULT", "ATTACK"),
    IncidentKind.AIR_STRIKE: Counterparts("Air/drone strike", "ASSAULT/aerial", "BOMBING"),
    IncidentKind.DRONE_ATTACK: Counterparts("Air/drone strike", "ASSAULT/drone", "BOMBING"),
    IncidentKind.SHELLING: Counterparts(
        "Shelling/artillery/missile attack", "ASSAULT/heavy-weapons", "ATTACK"
    ),
    IncidentKind.BOMBING: Counterparts(
        "Remote explosive/landmine/IED", "ASSAULT/explosives", "BOMBING"
    ),
    IncidentKind.SUICIDE_BOMBING: Counterparts("Suicide bomb", "ASSAULT/suicide-attack", "BOMBING"),
    IncidentKind.MINE: Counterparts(
        "Remote explosive/landmine/IED", "ASSAULT/explosives", "BOMBING"
    ),
    IncidentKind.CHEMICAL_ATTACK: Counterparts("Chemical weapon", "ASSAULT/unconventional", None),
    IncidentKind.ARMED_CLASH: Counterparts("Armed clash", "ASSAULT/firearms", "ATTACK"),
    IncidentKind.ARMED_ASSAULT: Counterparts("Attack", "ASSAULT/firearms", "ATTACK"),
    IncidentKind.SHOOTING: Counterparts("Attack", "ASSAULT/firearms", "ATTACK"),
    IncidentKind.ASSASSINATION: Counterparts("Attack", "ASSAULT/targeted", "ATTACK"),
    IncidentKind.MASSACRE: Counterparts("Attack", "ASSAULT", "ATTACK"),
    IncidentKind.STABBING: Counterparts("Attack", "ASSAULT/primitive", "ATTACK"),
    IncidentKind.VEHICLE_RAMMING: Counterparts("Attack", "ASSAULT/primitive", "ATTACK"),
    IncidentKind.ABDUCTION: Counterparts(
        "Abduction/forced disappearance", "ASSAULT/abduct", "KIDNAPPING"
    ),
    IncidentKind.SEXUAL_VIOLENCE: Counterparts("Sexual violence", "ASSAULT/sexual", None),
    IncidentKind.TORTURE: Counterparts("Attack", "ASSAULT/torture", None),
    IncidentKind.ARSON: Counterparts("Looting/property destruction", "ASSAULT/destroy", "ARSON"),
    IncidentKind.SABOTAGE: Counterparts("Looting/property destruction", "ASSAULT/destroy", None),
    IncidentKind.HIJACKING: Counterparts("Attack", "ASSAULT/abduct", "HIJACKING"),
    IncidentKind.ROBBERY: Counterparts("Looting/property destruction", None, "ROBBERY"),
    IncidentKind.SEIZURE: Counterparts("Non-state actor overtakes territory", None, None),
}


_GENERAL: dict[IncidentKind, frozenset[IncidentKind]] = {
    IncidentKind.ATTACK: frozenset(IncidentKind),
    IncidentKind.BOMBING: frozenset(
        {
            IncidentKind.SUICIDE_BOMBING,
            IncidentKind.MINE,
            IncidentKind.AIR_STRIKE,
            IncidentKind.DRONE_ATTACK,
            IncidentKind.SHELLING,
        }
    ),
    IncidentKind.AIR_STRIKE: frozenset({IncidentKind.DRONE_ATTACK, IncidentKind.CHEMICAL_ATTACK}),
    IncidentKind.SHELLING: frozenset({IncidentKind.CHEMICAL_ATTACK, IncidentKind.DRONE_ATTACK}),
    IncidentKind.ARMED_ASSAULT: frozenset(
        {IncidentKind.SHOOTING, IncidentKind.ARMED_CLASH, IncidentKind.SEIZURE}
    ),
    IncidentKind.SHOOTING: frozenset({IncidentKind.ASSASSINATION, IncidentKind.ARMED_CLASH}),
    IncidentKind.MASSACRE: frozenset({IncidentKind.SHOOTING, IncidentKind.ARMED_ASSAULT}),
}


_RAIDS = (IncidentKind.ARMED_ASSAULT, IncidentKind.ARMED_CLASH, IncidentKind.MASSACRE)
_EXPLOSIVES = frozenset(
    {
        IncidentKind.AIR_STRIKE,
        IncidentKind.DRONE_ATTACK,
        IncidentKind.SHELLING,
        IncidentKind.BOMBING,
        IncidentKind.SUICIDE_BOMBING,
        IncidentKind.MINE,
    }
)
_MEANS: dict[IncidentKind, frozenset[IncidentKind]] = {
    **{
        raid: _EXPLOSIVES
        | {
            IncidentKind.ABDUCTION,
            IncidentKind.ARSON,
            IncidentKind.ASSASSINATION,
            IncidentKind.ROBBERY,
            IncidentKind.SEIZURE,
            IncidentKind.STABBING,
        }
        for raid in _RAIDS
    },
    IncidentKind.ASSASSINATION: _EXPLOSIVES | {IncidentKind.STABBING},
    IncidentKind.AIR_STRIKE: frozenset({IncidentKind.SHELLING}),
    IncidentKind.SHOOTING: frozenset({IncidentKind.ABDUCTION, IncidentKind.ROBBERY}),
}


def combined(first: IncidentKind, second: IncidentKind) -> bool:
    """Whether one attack can be both, of which each report may name the one.

    A raid may open with a mine, burn houses and carry people off; who is assassinated may be
    bombed; a missile is fired from the air or from the ground.
    """
    return second in _MEANS.get(first, frozenset()) or first in _MEANS.get(second, frozenset())


def compatible(first: IncidentKind, second: IncidentKind) -> bool:
    """Whether two reports can call one occurrence by these two kinds.

    An "attack" can be anything; a "bombing" may turn out a suicide bombing; rockets and
    drones come in one salvo; an abduction is no shelling.
    """
    return (
        first is second
        or second in _GENERAL.get(first, frozenset())
        or first in _GENERAL.get(second, frozenset())
    )
