"""Which reports a MUC key holds as incidents, and which of them as one.

The guidelines of MUC-4 want terrorism: fighting between armed sides is none, unless civilians,
officials or property are hurt or aimed at. An incident told twice in a message is one template.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from eval.muc.entities import gathered
from eval.muc.templates import DESCRIBED, Template, normal
from tallystick.model.statement import Field, Report
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import Casualties, PersonClass, Target, TargetKind

_ARMED = frozenset({PersonClass.FORCES, PersonClass.ATTACKERS, PersonClass.ARMED_GROUP})
_MILITARY = frozenset({TargetKind.MILITARY, TargetKind.ARMED_GROUP})
_WAR = frozenset({IncidentKind.AIR_STRIKE, IncidentKind.SHELLING, IncidentKind.MINE})
_BATTLE = frozenset({IncidentKind.ARMED_CLASH, IncidentKind.ARMED_ASSAULT})


def is_warfare(report: Report) -> bool:
    """Whether a report tells of armed sides alone.

    Strikes from afar and mines are warfare. In a clash or a raid "people" hurt beside soldiers
    are not taken for civilians; soldiers killed otherwise, as by a bomb, may be victims of terror.
    """
    kind = next((s.value for s in report.of(Field.KIND)), None)
    values = [s.value for s in report.statements]
    hurt = {v.who for v in values if isinstance(v, Casualties) and v.count.high != 0}
    aims = {v.kind for v in values if isinstance(v, Target)}
    armed = bool(hurt & _ARMED or aims & _MILITARY)
    if kind in _WAR:
        return True
    if kind in _BATTLE:
        unarmed = hurt - _ARMED - ({PersonClass.PEOPLE} if armed else set())
        return not unarmed and aims <= _MILITARY
    return armed and hurt <= _ARMED - {PersonClass.FORCES} and aims <= _MILITARY


def told_once(templates: Iterable[Template]) -> tuple[Template, ...]:
    """Templates without those that add no victim or target to one of their type, day and place."""
    kept: list[Template] = []
    for template in templates:
        at = next((i for i, known in enumerate(kept) if _one(known, template)), None)
        if at is None:
            kept.append(template)
        else:
            kept[at] = _joined(kept[at], template)
    return tuple(kept)


def _one(known: Template, other: Template) -> bool:
    bare = not (_suffers(known) and _suffers(other))
    return bare and known.type == other.type and _same_days(known, other) and _nested(known, other)


def _suffers(template: Template) -> bool:
    return bool(template.of("Target") or template.of(DESCRIBED))


def _same_days(one: Template, other: Template) -> bool:
    if one.days is None or other.days is None:
        return True
    return one.days[0] <= other.days[1] and other.days[0] <= one.days[1]


def _nested(one: Template, other: Template) -> bool:
    """Whether the names of one place are among those of the other."""
    fewer, more = sorted((set(map(normal, t.place)) for t in (one, other)), key=len)
    return fewer <= more


def _joined(one: Template, other: Template) -> Template:
    return replace(
        one,
        fillers=tuple(gathered((*one.fillers, *other.fillers))),
        days=one.days or other.days,
        place=max(one.place, other.place, key=len),
    )
