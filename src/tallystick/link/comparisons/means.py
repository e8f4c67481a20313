"""Comparing how: the kind of attack and its weapons."""

from __future__ import annotations

from collections.abc import Iterable

from tallystick.link import weights as w
from tallystick.link.comparisons.base import best, reasons
from tallystick.link.profile import Profile
from tallystick.link.weights import Level
from tallystick.model.judgement import Reason
from tallystick.model.taxonomy import IncidentKind, combined, compatible
from tallystick.model.values import WeaponUse
from tallystick.vocab.weapons import weapon_book


class KindComparison:
    """Can both kinds be one attack's?

    Reports often call one attack by two names (an attack, a bombing, a suicide bombing);
    that is no contradiction. Nor, nearly, are kinds that one attack can combine: a raid that
    opens with a mine. Kinds that do not go together, such as an abduction and a shelling,
    speak against one occurrence.
    """

    def __call__(self, a: Profile, b: Profile) -> Iterable[Reason]:
        found = (_kind_level(p, q) for p in a.kinds for q in b.kinds)
        return reasons(best(level for level in found if level))


class WeaponsComparison:
    """Were the weapons the same?

    The same type speaks a little for one occurrence, the same type and number more.
    Numbers that differ (two rockets or three) hardly count against it: accounts of one
    attack differ in just that, and the incident is then contested.
    """

    def __call__(self, a: Profile, b: Profile) -> Iterable[Reason]:
        return reasons(best(_weapon_level(p, q) for p in a.weapons for q in b.weapons))


def _kind_level(p: IncidentKind, q: IncidentKind) -> tuple[Level, str] | None:
    names = " and ".join(sorted({p.value.replace("_", " "), q.value.replace("_", " ")}))
    if IncidentKind.ATTACK in (p, q):
        return None  # "an attack" can be anything
    if p is q:
        return w.SAME_KIND, f"the same kind: {names}"
    either = w.COMBINED_KINDS if combined(p, q) else w.OTHER_KIND
    level = w.COMPATIBLE_KINDS if compatible(p, q) else either
    return level, f"{level.meaning}: {names}"


def _weapon_level(p: WeaponUse, q: WeaponUse) -> tuple[Level, str]:
    if not weapon_book().compatible(p.type, q.type):
        return w.OTHER_WEAPONS, f"different weapons: {' and '.join(sorted((p.type, q.type)))}"
    name = min(p.type, q.type)
    if p.count is None or q.count is None:
        return w.SAME_WEAPON, f"the same weapon: {name}"
    if not p.count.agrees(q.count):
        return w.COUNTS_DIFFER, f"the same weapon in different numbers: {name}"
    if p.count == q.count and p.count.low == p.count.high and (p.count.low or 0) > 1:
        return w.SAME_WEAPON_AND_COUNT, f"the same weapon and number: {p.count.low} {name}"
    return w.SAME_WEAPON, f"the same weapon in numbers that fit: {name}"
