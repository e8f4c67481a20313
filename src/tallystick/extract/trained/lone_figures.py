"""The dead and the hurt that no attack of the rules has, as those of the incident they must be of.

A figure must be surer of an incident than a day or a place: a wrong one spoils a toll. But what the
rules read as a figure and have no attack for ("Two of the wounded **died** on Thursday", two
sentences on) is seldom a wrong one: whose it is, is all that is open, and that is told where one
incident is far likelier than any other.
"""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.extract.annotate import sentence_of
from tallystick.extract.trained.assembly import Group, Taken, View, chances_of
from tallystick.extract.trained.candidates import Candidate
from tallystick.extract.trained.combine import Combination
from tallystick.model.statement import Field

_ENOUGH = 0.3  # of an incident
_AHEAD = 2  # times as likely as the next
_COUNTED = (Field.KILLED, Field.INJURED, Field.ABDUCTED)


def lone_figures(
    view: View, found: Sequence[Group], values: Sequence[Taken], weigh: Combination
) -> list[Taken]:
    """Those of no incident among ``values``, each with the one that it must be of."""
    housed = {id(t.candidate) for t in values}
    figures = [c for c in view.candidates if is_lone(c) and id(c) not in housed]
    least = _ENOUGH / _AHEAD
    made = []
    for candidate, chances in chances_of(view, figures, found, weigh, lambda _c, _g, p: p >= least):
        at = max(chances, key=lambda group: chances[group], default=0)
        best, following = sorted((*chances.values(), 0.0, 0.0), reverse=True)[:2]
        if best >= max(_ENOUGH, _AHEAD * following) and _in_entry(view, candidate, found[at]):
            made.append(Taken(candidate, at, best))
    return made


def is_lone(candidate: Candidate) -> bool:
    """Whether the rules read a figure and have no attack for it."""
    return candidate.field in _COUNTED and candidate.ruled and not candidate.homes


def _in_entry(view: View, candidate: Candidate, group: Group) -> bool:
    """Whether an incident is told in the same entry of a digest, where the text is one."""
    sentence = sentence_of(view.notes, candidate.span)
    entries = {view.mentions[i].sentence.entry for i in group.members}
    return sentence is None or None in (sentence.entry, *entries) or sentence.entry in entries
