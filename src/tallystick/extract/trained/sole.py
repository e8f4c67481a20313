"""Who did what nobody else is said to have done: the likeliest side of its own clause.

A side must be surer of an incident that has others: the wrong one beside the right one misleads.
Where there is no other, one in the very clause of the attack is seldom a bystander ("**Masked
riders** had taken away two brothers").
"""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.extract.trained.assembly import Group, Taken, View, chances_of
from tallystick.extract.trained.candidates import Candidate
from tallystick.extract.trained.combine import Combination
from tallystick.model.statement import Field, Stance
from tallystick.model.values import Fate, Outcome

_ENOUGH = 0.4
_ALIKE = 0.1  # probabilities that differ by no more are alike: "soldiers and militiamen"
_SAID = (None, Stance.REPORTS, Stance.CLAIMS, Stance.CONFIRMS)


def sole_sides(
    view: View, found: Sequence[Group], values: Sequence[Taken], weigh: Combination
) -> list[Taken]:
    """For each incident of which ``values`` name no side, those in its clauses that are likely
    enough: the likeliest, and any that is as likely."""
    sided = {t.group for t in values if t.candidate.field is Field.ATTACKER or _intercepts(t)}
    told: dict[int, list[Taken]] = {at: [] for at in range(len(found)) if at not in sided}
    sides = [c for c in view.candidates if _is_side(c)]
    if not told or not sides:
        return []
    for candidate, chances in chances_of(view, sides, found, weigh, lambda _c, _g, p: p >= _ENOUGH):
        for at, own in told.items():
            if chances.get(at, 0.0) >= _ENOUGH and _in_clause(view, found[at], candidate):
                own.append(Taken(candidate, at, chances[at]))
    return [t for own in told.values() for t in own if t.probability >= _best(own) - _ALIKE]


def _is_side(candidate: Candidate) -> bool:
    """Whether it is said to have done it; that somebody lays it on a side says less."""
    stance = candidate.draft.stance if candidate.draft else None
    return candidate.field is Field.ATTACKER and stance in _SAID


def _intercepts(value: Taken) -> bool:
    """ "Marsh gunners **shot down** a drone": who is told there has not sent it."""
    told = value.candidate.draft.value if value.candidate.draft else None
    return isinstance(told, Outcome) and told.fate is Fate.INTERCEPTED


def _in_clause(view: View, group: Group, candidate: Candidate) -> bool:
    return any(view.mentions[i].clause.contains(candidate.span) for i in group.members)


def _best(values: Sequence[Taken]) -> float:
    return max(t.probability for t in values)
