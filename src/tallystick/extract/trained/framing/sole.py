"""Who did what nobody else is said to have done: the likeliest side of its own clause.

A side must be surer of an incident that has others: the wrong one beside the right one misleads.
Where there is no other, one that may be the subject of the attack's own verb, or stands after "by",
is seldom a bystander ("**Masked riders** had taken away two brothers").
"""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.extract.trained.combine import Combination
from tallystick.extract.trained.joining.assembly import Group, Taken, View, chances_of
from tallystick.extract.trained.values.candidates import Candidate
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import Fate, Outcome
from tallystick.vocab.caseless import caseless

_ENOUGH = 0.4
_ALIKE = 0.1  # probabilities that differ by no more are alike: "soldiers and militiamen"
_SAID = (None, Stance.REPORTS, Stance.CONFIRMS)


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
    """ "Marsh gunners **shot down** a drone", "police **defused** it": who is told there has not
    sent it."""
    told = value.candidate.draft.value if value.candidate.draft else None
    return isinstance(told, Outcome) and told.fate in (Fate.INTERCEPTED, Fate.DEFUSED)


def _in_clause(view: View, group: Group, candidate: Candidate) -> bool:
    told = (view.mentions[i] for i in group.members)
    return any(
        m.clause.contains(candidate.span) and may_act(view.notes.text, candidate.span, m.anchor)
        for m in told
    )


def may_act(text: str, side: Span, act: Span) -> bool:
    """Whether words for a side may be those of who acts: before the act with nothing else begun
    between, or after it as "by" them; not "**police** sealed the road after a bomb went off"."""
    if side.end <= act.start:
        return _BEGINS.search(text, side.end, act.start) is None
    return (
        side.overlaps(act) or _BY.search(text, max(0, side.start - _NEAR), side.start) is not None
    )


_NEAR = 40
_BEGINS = caseless(
    r"\b(?:after|when|as|while|where|before|following|because|since|until|amid|during|who|which|that|"
    r"and|but)\b|[.;:]"
)
_BY = caseless(r"\b(?:by|from|of)\s+(?:[\w’'-]+\s+){0,2}$")


def _best(values: Sequence[Taken]) -> float:
    return max(t.probability for t in values)
