"""What kind of incident a tally counts: "47 drone attacks", "213 kidnappings"."""

from __future__ import annotations

import re

from tallystick.extract.effects.figures import Figure
from tallystick.model.statement import TallyUnit
from tallystick.model.taxonomy import IncidentKind
from tallystick.vocab.weapons import weapon_book

_KINDS = {
    "bombing": IncidentKind.BOMBING,
    "blast": IncidentKind.BOMBING,
    "explosion": IncidentKind.BOMBING,
    "shelling": IncidentKind.SHELLING,
    "shelled": IncidentKind.SHELLING,
    "bombardment": IncidentKind.SHELLING,
    "clash": IncidentKind.ARMED_CLASH,
    "kidnapping": IncidentKind.ABDUCTION,
    "abduction": IncidentKind.ABDUCTION,
    "shooting": IncidentKind.SHOOTING,
    "airstrike": IncidentKind.AIR_STRIKE,
    "air strike": IncidentKind.AIR_STRIKE,
    "air raid": IncidentKind.AIR_STRIKE,
    "assassination": IncidentKind.ASSASSINATION,
    "massacre": IncidentKind.MASSACRE,
    "ambush": IncidentKind.ARMED_ASSAULT,
    "hijacking": IncidentKind.HIJACKING,
}


def kind_of(found: Figure) -> IncidentKind:
    """By the noun; an "attack" takes the kind of the one weapon named with it."""
    if found.unit is TallyUnit.ABDUCTED:
        return IncidentKind.ABDUCTION
    name = re.sub(r"[\s-]+", " ", found.noun.lower())
    singular = re.sub(r"(?<=sh)es$|s$", "", name)
    if singular in _KINDS:
        return _KINDS[singular]
    kinds = {h.item.kind for h in weapon_book().find(found.what) if h.item.kind}
    return kinds.pop() if len(kinds) == 1 else IncidentKind.ATTACK
