"""The dead and the hurt that no attack of the rules has, as those of the incident they must be of.

A figure must be surer of an incident than a day or a place: a wrong one spoils a toll. But what the
rules read as a figure and have no attack for ("Two of the wounded **died** on Thursday", two
sentences on) is seldom a wrong one: whose it is, is all that is open, and that is told where one
incident is far likelier than any other. So it is where the rules' attack is told of as none. Of
those carried off the network says nothing: they are those of the attack told in their sentence.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from tallystick.extract.annotate import sentence_of
from tallystick.extract.trained.combine import LEARNED, Combination
from tallystick.extract.trained.joining.assembly import Group, Taken, View, chances_of
from tallystick.extract.trained.values.candidates import Candidate
from tallystick.model.statement import Field

_ENOUGH = 0.3  # of an incident
_AHEAD = 2  # times as likely as the next
_COUNTED = (Field.KILLED, Field.INJURED, Field.ABDUCTED)


def lone_figures(
    view: View, found: Sequence[Group], values: Sequence[Taken], weigh: Combination
) -> list[Taken]:
    """Those of no incident among ``values``, each with the one that it must be of."""
    housed = {id(t.candidate) for t in values}
    told = {at: index for index, group in enumerate(found) for at in group.members}
    figures = [c for c in view.candidates if is_lone(view, c, told) and id(c) not in housed]
    least = _ENOUGH / _AHEAD
    made = [t for c in figures if c.field not in LEARNED for t in _beside(view, c, told)]
    figures = [c for c in figures if c.field in LEARNED]
    for candidate, chances in chances_of(view, figures, found, weigh, lambda _c, _g, p: p >= least):
        at = max(chances, key=lambda group: chances[group], default=0)
        best, following = sorted((*chances.values(), 0.0, 0.0), reverse=True)[:2]
        if best >= max(_ENOUGH, _AHEAD * following) and _in_entry(view, candidate, found[at]):
            made.append(Taken(candidate, at, best))
    return made


def is_lone(view: View, candidate: Candidate, told: Container[int]) -> bool:
    """Whether the rules read a figure and have no attack for it, or none of those ``told``; that
    of several attacks told as one ("nine died in attacks") is of none of them."""
    if candidate.field not in _COUNTED or not candidate.ruled:
        return False
    homes = [view.mentions[at] for at in candidate.homes]
    several = any(home.plural or home.generic for home in homes)
    return not several and not any(at in told for at in candidate.homes)


def _beside(view: View, candidate: Candidate, told: Mapping[int, int]) -> list[Taken]:
    """A figure as that of the attack told nearest to it in its sentence; one or none."""
    sentence = sentence_of(view.notes, candidate.span)
    here = [at for at in told if sentence is not None and view.mentions[at].sentence == sentence]
    start = candidate.span.start
    at = min(here, key=lambda i: abs(view.mentions[i].anchor.start - start), default=None)
    return [] if at is None else [Taken(candidate, told[at], _ENOUGH)]


def _in_entry(view: View, candidate: Candidate, group: Group) -> bool:
    """Whether an incident is told in the same entry of a digest, where the text is one."""
    sentence = sentence_of(view.notes, candidate.span)
    entries = {view.mentions[i].sentence.entry for i in group.members}
    return sentence is None or None in (sentence.entry, *entries) or sentence.entry in entries
