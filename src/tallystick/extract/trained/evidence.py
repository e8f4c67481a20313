"""How probable it is that what the rules hold for an incident is one.

Rules know "attack", "explosion" and "killed" in any text. A drill, a match or a fire at a mill
has these words too, but nobody who attacked, and nothing that was aimed at: so it counts how sure
the network is of the incident's words, and of what stands around them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tallystick.extract.trained.assembly import Group, View, event_features
from tallystick.extract.trained.combine import LIMIT, RULED, Combination, logit
from tallystick.model.statement import Field

__all__ = ["SEEN", "Around", "around", "believed", "is_ruled", "ruled_features"]

SEEN = (Field.WHERE, Field.ATTACKER, Field.TARGET, Field.KILLED)

Around = Mapping[tuple[int, Field], float]
"""By mention and field, in log odds: how sure the network is of some value at home there."""


def believed(view: View, found: Sequence[Group], weigh: Combination) -> list[Group]:
    """The incidents of a document; those of the rules with their probability by the evidence."""
    seen = around(view)
    return [
        replace(group, probability=weigh.probability(RULED, ruled_features(view, group, seen)))
        if is_ruled(view, group)
        else group
        for group in found
    ]


def is_ruled(view: View, group: Group) -> bool:
    """Whether the rules have it."""
    return any(view.family[i] >= 0 for i in group.members)


def around(view: View) -> Around:
    """What the network sees in the clauses of each mention."""
    seen: dict[tuple[int, Field], float] = {}
    for candidate in view.candidates:
        if candidate.field not in SEEN:
            continue
        sure = logit(view.scores.on(str(candidate.field.value), candidate.span))
        for mention in candidate.homes:
            at = mention, candidate.field
            seen[at] = max(seen.get(at, -LIMIT), sure)
    return seen


def ruled_features(view: View, group: Group, seen: Around) -> tuple[float, ...]:
    """Of an incident: how sure the network is, at best, that a word tells of one, and that it is a
    single one; and of the surest value of each field in ``SEEN`` around its mentions."""
    words = [event_features(view, i) for i in group.members]
    values = (max(seen.get((i, field), -LIMIT) for i in group.members) for field in SEEN)
    return (max(w[0] for w in words), max(w[1] for w in words), *values)
