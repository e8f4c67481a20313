"""The incidents of a document, weighed from what the network and the rules find.

The rules give mentions and values, and their own guess which belong together; the network
gives each mention, each pair of mentions and each value a probability. Mentions that both hold
unlikely are dropped, those that only the network sees are added; the rest are gathered by
average linkage, and every value goes to the incidents that it most probably is told of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from tallystick.extract.annotate import Annotations
from tallystick.extract.events.triggers import by_accident
from tallystick.extract.frame import Frame
from tallystick.extract.mention import Mention
from tallystick.extract.mentions import bare
from tallystick.extract.trained.beside import answers, joined
from tallystick.extract.trained.candidates import Candidate, candidates
from tallystick.extract.trained.combine import (
    EVENT,
    REPORT,
    SAME,
    Combination,
    logit,
)
from tallystick.extract.trained.contrast import (
    Told,
    contrast,
    other_days,
    other_entries,
    other_sites,
    other_sum,
    other_towns,
)
from tallystick.extract.trained.inventory import GENERIC, LINKED, MENTION
from tallystick.extract.trained.model import Array
from tallystick.extract.trained.scores import Scores
from tallystick.model.document import Cover, Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import WeaponUse

_SEEN = 0.5  # of a mention that only the network sees
_ELSEWHERE = 0.6  # of a day, side or weapon that the rules do not give to this incident
_BESIDE = 0.75  # of one that only the network finds, in a clause of this incident
_ALIKE = 0.1  # probabilities that differ by no more are alike
_HURT = 0.55  # of a number of injured that only the network gives: the rules miss many of them
_SURE = 0.7  # of a figure that only the network gives
_RULED = 0.2  # of a figure that the rules give to this incident
_SAID_SO = (Stance.CLAIMS, Stance.DENIES)  # what the words say outright
_LAID = (Stance.BLAMES, Stance.DOUBTS)  # somebody lays it on whoever is named
_PLAINLY = 0.9  # of an attacker on whom the network sees it laid, and of the stance
_SOME = 0.25  # of an incident that such an attacker may be laid for
_HELD = (Field.WEAPON, Field.TARGET)  # what the rules say of these is seldom wrong
_TOLD_APART = (Field.WHEN, Field.ATTACKER, Field.WEAPON)
_COUNTED = (Field.KILLED, Field.INJURED, Field.ABDUCTED)
_OF_ONE = (Field.KILLED, Field.INJURED, Field.ABDUCTED, Field.OUTCOME, Field.TARGET)


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions of one incident, by their numbers, and how probable it is that it is one."""

    members: tuple[int, ...]
    features: tuple[float, ...]
    probability: float


@dataclass(frozen=True, slots=True)
class View:
    """What both readers see in a document: the ground of every decision."""

    notes: Annotations
    mentions: tuple[Mention, ...]
    family: tuple[int, ...]  # the rules' frame of each mention, -1 for none
    frames: tuple[Frame, ...]  # the rules' incidents
    candidates: tuple[Candidate, ...]
    scores: Scores

    @property
    def anchors(self) -> list[Span]:
        return [m.anchor for m in self.mentions]

    def told(self, index: int) -> Told:
        """A mention with the rules' frame of it, if they have one."""
        family = self.family[index]
        return self.mentions[index], self.frames[family] if family >= 0 else None


def view(
    notes: Annotations, mentions: Sequence[Mention], frames: Sequence[Frame], scores: Scores
) -> View:
    """Gather a document's mentions and values from both readers."""
    ruled = [m for m in mentions if m.trigger]
    fresh = list(_unseen(notes, ruled, scores))
    everyone = sorted([*ruled, *fresh], key=lambda m: m.anchor)
    homes = {id(m): index for index, frame in enumerate(frames) for m in frame.mentions}
    family = tuple(homes.get(id(m), -1) for m in everyone)
    found = candidates(notes, everyone, mentions, frames, scores)
    return View(notes, tuple(everyone), family, tuple(frames), tuple(found), scores)


def _unseen(notes: Annotations, ruled: Sequence[Mention], scores: Scores) -> Iterator[Mention]:
    """Mentions that the rules have no trigger for; an earthquake's dead are of no attack."""
    known = Cover(m.anchor for m in ruled)
    for found in scores.spans(MENTION, _SEEN):
        sentence = next((s for s in notes.sentences if s.span.contains(found.span)), None)
        if sentence is None or known.touches(found.span):
            continue
        if by_accident(notes, sentence):
            continue
        kinds = scores.kind(found.span)
        kind = max(kinds, key=lambda k: kinds[k])
        made = bare(notes, sentence, sentence.span)
        yield replace(made, anchor=found.span, kind=kind, trigger=True, when=None, where=None)


# ------------------------------------------------------------------ features


def event_features(view: View, index: int) -> tuple[float, ...]:
    """Of a mention: is it one of an incident?"""
    mention = view.mentions[index]
    tagged = logit(view.scores.on(MENTION, mention.anchor))
    single = logit(1 - view.scores.standing(mention.anchor)[GENERIC])
    return (tagged, single, float(view.family[index] >= 0), float(mention.strong))


def same_features(view: View, same: Array, first: int, second: int) -> tuple[float, ...]:
    """Of two mentions: are they of one incident?"""
    here, there = view.family[first], view.family[second]
    one = float(here == there >= 0)
    other = float(here != there and here >= 0 and there >= 0)
    apart = contrast(view.told(first), view.told(second))
    return (logit(float(same[first, second])), one, other, *apart)


def value_features(candidate: Candidate, members: Sequence[int], ties: Ties) -> tuple[float, ...]:
    """Of a value and an incident, by its mentions: is it told of that?"""
    best = sorted((ties.linked[i] for i in members), reverse=True)[:2]
    linked = sum(best) / len(best)
    home = float(bool(candidate.homes.intersection(members)))
    elsewhere = float(candidate.ruled and not home)
    return (linked, ties.tagged, home, elsewhere)


# ------------------------------------------------------------------ gathering


def groups(view: View, weigh: Combination) -> list[Group]:
    """The incidents: likely mentions, gathered by average linkage under what rules keep apart.

    What the rules hold for one stays one; the network joins what they told apart, and adds
    what they did not see or left aside, if it is sure of that.
    """
    chances = [weigh.probability(EVENT, event_features(view, i)) for i in range(len(view.mentions))]
    families: dict[int, list[int]] = {}
    for index, family in enumerate(view.family):
        families.setdefault(family, []).append(index)
    alone = [(i,) for i in families.pop(-1, ()) if weigh.takes(EVENT, chances[i])]
    ruled = [tuple(members) for members in families.values()]
    units = joined(view.notes.text, view.mentions, ruled, alone)
    made = []
    for members in linked(units, _odds(view, weigh, units)):
        features = (max(logit(chances[i]) for i in members), float(np.log(len(members))))
        made.append(Group(members, features, weigh.probability(REPORT, features)))
    return made


def _odds(
    view: View, weigh: Combination, units: Sequence[tuple[int, ...]]
) -> dict[tuple[int, int], float]:
    """The log odds that two mentions of different units are of one incident, where they may be:
    one trigger told of several places or days is as many incidents."""
    same, anchors = view.scores.same(view.anchors), view.anchors
    pairs = (
        sorted((a, b))
        for left, right in combinations(units, 2)
        if not _apart(view, view.family[left[0]], view.family[right[0]])
        for a in left
        for b in right
        if anchors[a] != anchors[b] and not answers(view.notes.text, *_both(view, a, b))
    )
    return {
        (a, b): logit(weigh.probability(SAME, same_features(view, same, a, b))) for a, b in pairs
    }


def _both(view: View, first: int, second: int) -> tuple[Mention, Mention]:
    return view.mentions[first], view.mentions[second]


def _apart(view: View, *families: int) -> bool:
    """Whether two of the rules' frames are of two incidents whatever the network says: their own
    words give them other days or other sites, or they are an attack and the answer to it."""
    before, after = sorted(families)
    if before < 0:
        return False  # the rules have no frame of one
    frame, other = (view.frames[family] for family in families)
    answer = after == before + 1 and view.frames[after].mentions[0].response
    apart = other_days(frame, other) or other_sites(frame, other) or other_towns(frame, other)
    return answer or apart or other_entries(frame, other) or other_sum(frame, other)


def linked(
    units: Sequence[tuple[int, ...]], odds: dict[tuple[int, int], float]
) -> list[tuple[int, ...]]:
    """Average linkage: the two groups that most probably are one are joined, until none are.

    ``units`` are never split; a pair that is absent must not be joined.
    """
    found = sorted(units)
    while True:
        best, pair = 0.0, None
        for at, left in enumerate(found):
            for right in found[at + 1 :]:
                score = _average(left, right, odds)
                if score is not None and score > best:
                    best, pair = score, (left, right)
        if pair is None:
            return found
        found = [g for g in found if g not in pair]
        found.append(tuple(sorted(pair[0] + pair[1])))
        found.sort()


def _average(
    left: Sequence[int], right: Sequence[int], odds: dict[tuple[int, int], float]
) -> float | None:
    total = 0.0
    for a in left:
        for b in right:
            one = odds.get((a, b) if a < b else (b, a))
            if one is None:
                return None
            total += one
    return total / (len(left) * len(right))


# ------------------------------------------------------------------ values to incidents


@dataclass(frozen=True, slots=True)
class Taken:
    """A value that goes to an incident (by its place in the list), and how probable that is;
    ``elsewhere`` where it is more probably another's."""

    candidate: Candidate
    group: int
    probability: float
    elsewhere: bool = False


def taken(view: View, found: Sequence[Group], weigh: Combination) -> list[Taken]:
    """Which values go to which incidents.

    A figure, an outcome or a target is of one incident, or of several that are as likely;
    of these it is of those that the rules give it to, if there are any. A day, a place, a side
    or a weapon can be said of many.
    """
    chosen: list[Taken] = []
    for candidate, ties in zip(view.candidates, ties_of(view), strict=True):
        name = str(candidate.field.value)
        chances = [
            (group, weigh.probability(name, value_features(candidate, group.members, ties)))
            for group in found
        ]
        most = max((chance for _, chance in chances), default=0.0)
        likely = [
            Taken(candidate, index, chance, chance < most)
            for index, (group, chance) in enumerate(chances)
            if _takes(candidate, group, chance, weigh) or is_laid_home(view, candidate, group)
        ]
        likely = likely or laid_for(view, candidate, [chance for _, chance in chances])
        if _of_one(candidate):
            best = max((t.probability for t in likely), default=0.0)
            likely = [t for t in likely if t.probability >= best - _ALIKE]
            likely = [t for t in likely if is_home(candidate, found[t.group])] or likely
        chosen += likely
    return chosen


def _of_one(candidate: Candidate) -> bool:
    return candidate.field in _OF_ONE or _is_count(candidate)


def _is_count(candidate: Candidate) -> bool:
    """Whether it is a figure: of the hurt, or of weapons ("two drones")."""
    value = candidate.draft.value if candidate.draft else None
    counted = isinstance(value, WeaponUse) and value.count is not None
    return counted or candidate.field in _COUNTED


def is_home(candidate: Candidate, group: Group) -> bool:
    """Whether the rules give a value to this incident."""
    return bool(candidate.homes.intersection(group.members))


def _takes(candidate: Candidate, group: Group, chance: float, weigh: Combination) -> bool:
    """Whether a value goes to an incident.

    One wrong figure spoils a toll, and the rules know figures well: one that they give to
    another incident, or do not find at all, must be surer than one that they give to this. A side
    that stands in a clause of this incident is believed to be its own more easily than it should.
    """
    home = is_home(candidate, group)
    stance = candidate.draft.stance if candidate.draft else None
    ruled = home and candidate.ruled
    if ruled and (stance in _SAID_SO or candidate.field in _HELD):
        return chance >= _RULED
    if candidate.field in _TOLD_APART and not ruled:
        return chance >= (_BESIDE if home else _ELSEWHERE)
    if not _is_count(candidate):
        return weigh.takes(str(candidate.field.value), chance)
    hurt = candidate.field is Field.INJURED and not candidate.homes
    elsewhere = _HURT if hurt else _SURE
    return chance >= (_RULED if home else elsewhere)


def is_laid_home(view: View, candidate: Candidate, group: Group) -> bool:
    """Whether the rules hear this incident laid on an attacker, and the network sees one there:
    "blamed the drug mafia for the crime". That it is told apart from the act says nothing."""
    if not is_home(candidate, group) or not _is_laid(candidate) or not candidate.ruled:
        return False
    return view.scores.on(str(candidate.field.value), candidate.span) >= _SEEN


def laid_for(view: View, candidate: Candidate, chances: Sequence[float]) -> list[Taken]:
    """For what something is laid on whom only the network finds, and plainly, where it cannot tell:
    for the likeliest incident ("Residents suspect the militia."); one or none."""
    if candidate.ruled or candidate.draft is None or not _is_laid(candidate):
        return []
    sure = view.scores.stance(candidate.span)[candidate.draft.stance or Stance.REPORTS]
    best = max(enumerate(chances), key=lambda pair: pair[1], default=(0, 0.0))
    plain = min(sure, view.scores.on(str(candidate.field.value), candidate.span)) >= _PLAINLY
    return [Taken(candidate, *best)] if plain and best[1] >= _SOME else []


def _is_laid(candidate: Candidate) -> bool:
    return (
        candidate.field is Field.ATTACKER
        and candidate.draft is not None
        and candidate.draft.stance in _LAID
    )


@dataclass(frozen=True, slots=True)
class Ties:
    """What the network says of a value, in log odds: that it is one of its field, and that it is
    told of each mention's incident. Even for a field that it does not know."""

    tagged: float
    linked: Sequence[float]


def ties_of(view: View) -> list[Ties]:
    """The ties of each value."""
    found = view.candidates
    links = view.scores.links(view.anchors, [c.field for c in found], [c.span for c in found])
    return [
        Ties(_tagged(view.scores, candidate), [logit(chance) for chance in row])
        for candidate, row in zip(found, links.T.tolist(), strict=True)
    ]


def _tagged(scores: Scores, candidate: Candidate) -> float:
    known = candidate.field in LINKED
    return logit(scores.on(str(candidate.field.value), candidate.span)) if known else 0.0
