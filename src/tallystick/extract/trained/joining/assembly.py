"""The incidents of a document, weighed from what the network and the rules find.

The rules give mentions and values, and their own guess which belong together; the network
gives each mention, each pair of mentions and each value a probability. Mentions that both hold
unlikely are dropped, those that only the network sees are added; the rest are gathered by
average linkage, and every value goes to the incidents that it most probably is told of.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from tallystick.extract.annotate import Annotations, sentence_of
from tallystick.extract.events.triggers import by_accident
from tallystick.extract.frames.frame import Frame
from tallystick.extract.frames.retold import joined_by_victim
from tallystick.extract.mentions.mention import Mention
from tallystick.extract.mentions.reading import bare
from tallystick.extract.mentions.victims import victim_of
from tallystick.extract.trained.combine import EVENT, REPORT, SAME, Combination, logit
from tallystick.extract.trained.joining.alone import at_home, told_alone
from tallystick.extract.trained.joining.beside import joined, told_apart
from tallystick.extract.trained.joining.contrast import (
    Told,
    contrast,
    in_other_entries,
    other_days,
    other_entries,
    other_sites,
    other_sum,
    other_towns,
)
from tallystick.extract.trained.joining.linkage import Pair, linked
from tallystick.extract.trained.joining.tables import (
    LogOdds,
    Numbers,
    Sames,
    clipped,
    logits,
    parts,
)
from tallystick.extract.trained.joining.tied import tied
from tallystick.extract.trained.joining.unhoused import is_plain, says_so, told_last
from tallystick.extract.trained.network.inventory import GENERIC, LINKED, MENTION
from tallystick.extract.trained.network.model import Array
from tallystick.extract.trained.network.scores import Scores
from tallystick.extract.trained.values.candidates import Candidate, candidates
from tallystick.model.document import Cover, Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import WeaponUse

_ROUNDING = 1e-3  # more than the figures of any table are off
_SEEN = 0.5  # of a mention that only the network sees
_ELSEWHERE = 0.6  # of a day, side or weapon that the rules do not give to this incident
_BESIDE = 0.75  # of one that only the network finds, in a clause of this incident
_ALIKE = 0.1  # probabilities that differ by no more are alike
_MANY = 300  # incidents: more than are in any article
OFF_PLACE = 0.5  # of a place that the rules do not give to an incident
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
    found = tied(notes, at_home(notes, found, told_alone(everyone, family, scores)), everyone)
    return View(notes, tuple(everyone), family, tuple(frames), tuple(found), scores)


def _unseen(notes: Annotations, ruled: Sequence[Mention], scores: Scores) -> Iterator[Mention]:
    """Mentions that the rules have no trigger for; an earthquake's dead are of no attack."""
    known = Cover(m.anchor for m in ruled)
    for found in scores.spans(MENTION, _SEEN):
        sentence = sentence_of(notes, found.span)
        if sentence is None or known.touches(found.span) or by_accident(notes, sentence):
            continue
        kinds = scores.kind(found.span)
        kind = max(kinds, key=lambda k: kinds[k])
        made = bare(notes, sentence, sentence.span)
        who = victim_of(notes, sentence, found.span)
        yield replace(
            made, anchor=found.span, kind=kind, trigger=True, when=None, where=None, victim=who
        )


# ------------------------------------------------------------------ features


def event_features(view: View, index: int) -> tuple[float, ...]:
    """Of a mention: is it one of an incident?"""
    mention = view.mentions[index]
    tagged = logit(view.scores.on(MENTION, mention.anchor))
    single = logit(1 - view.scores.standing(mention.anchor)[GENERIC])
    return (tagged, single, float(view.family[index] >= 0), float(mention.strong))


def same_features(view: View, same: Array | Sames, first: int, second: int) -> tuple[float, ...]:
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
    units = joined_by_victim(view.mentions, units, alone)
    made = []
    for members in linked(units, _Odds(view, weigh, units)):
        features = (max(logit(chances[i]) for i in members), float(np.log(len(members))))
        made.append(Group(members, features, weigh.probability(REPORT, features)))
    return made


class _Odds:
    """The log odds that two mentions of different units are of one incident, where they may be:
    one trigger told of several places or days is as many incidents.

    Worked out when they are asked for: of most pairs in a long text nobody ever asks, for what
    the network says of them alone is too little.
    """

    def __init__(self, view: View, weigh: Combination, units: Sequence[tuple[int, ...]]) -> None:
        self._view, self._weigh = view, weigh
        self._first = {at: unit[0] for unit in units for at in unit}
        self._same = Sames(view.scores, view.anchors)
        self._ruled = np.array(view.family) >= 0
        self._apart: dict[Pair, bool] = {}
        self._known: dict[Pair, float | None] = {}

    def __iter__(self) -> Iterator[Pair]:
        for rows, same in self._same.parts():
            every = np.arange(len(self._view.mentions))
            likelier = np.argwhere(self._at_most(same, every[rows], every) > -_ROUNDING).tolist()
            yield from ((rows.start + a, b) for a, b in likelier if rows.start + a < b)

    def at_most(self, left: Sequence[int], right: Sequence[int]) -> float:
        rows, columns = np.array(left), np.array(right)
        return (
            float(self._at_most(self._same.among(rows, columns), rows, columns).mean()) + _ROUNDING
        )

    def _at_most(self, same: Array, rows: Numbers, columns: Numbers) -> Array:
        """No two units are of one frame, and what speaks against that they are one is 0 or 1."""
        constant, sight, _, other, *against = self._weigh.weights[SAME]
        both = np.logical_and.outer(self._ruled[rows], self._ruled[columns])
        rest = constant + sum(max(0.0, weight) for weight in against)
        most = sight * logits(same) + np.where(both, rest + other, rest).astype(np.float32)
        return clipped(most)

    def get(self, pair: Pair, /) -> float | None:
        if pair not in self._known:
            self._known[pair] = self._odds(*pair) if self._may_be_one(*pair) else None
        return self._known[pair]

    def _may_be_one(self, a: int, b: int) -> bool:
        one, other = self._view.mentions[a], self._view.mentions[b]
        if one.anchor == other.anchor or told_apart(self._view.notes.text, one, other):
            return False
        here, there = (self._view.family[self._first[at]] for at in (a, b))
        if min(here, there) < 0:
            return not in_other_entries(one, other)  # the rules have no frame of one
        frames = (min(here, there), max(here, there))
        if frames not in self._apart:
            self._apart[frames] = _apart(self._view, *frames)
        return not self._apart[frames]

    def _odds(self, a: int, b: int) -> float:
        return logit(self._weigh.probability(SAME, same_features(self._view, self._same, a, b)))


def _apart(view: View, before: int, after: int) -> bool:
    """Whether two of the rules' frames are of two incidents whatever the network says: their own
    words give them other days or other sites, or they are an attack and the answer to it."""
    frame, other = view.frames[before], view.frames[after]
    answer = after == before + 1 and view.frames[after].mentions[0].response
    apart = other_days(frame, other) or other_sites(frame, other) or other_towns(frame, other)
    return answer or apart or other_entries(frame, other) or other_sum(frame, other)


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
    or a weapon can be said of many; in a text of hundreds of incidents, a place of those that may
    have it for their own, not of all that it is as likely as not of.
    """
    chosen: list[Taken] = []
    many = len(found) > _MANY
    group_of = {i: at for at, group in enumerate(found) for i in group.members}

    def enough(candidate: Candidate, group: Group, chance: float) -> bool:
        if many and candidate.field is Field.WHERE and chance < OFF_PLACE:
            return False
        return _takes(candidate, group, chance, weigh)

    for candidate, chances in chances_of(view, view.candidates, found, weigh, enough):
        most = max(chances.values(), default=0.0)
        likely = [
            Taken(candidate, index, chance, chance < most)
            for index, chance in chances.items()
            if _takes(candidate, found[index], chance, weigh)
            or is_laid_home(view, candidate, found[index])
            or is_seen_at_home(view, candidate, found[index])
            or not candidate.tied.isdisjoint(found[index].members)
        ]
        likely = (
            likely
            or laid_for(view, candidate, chances)
            or _of_last(view, found, group_of, candidate, weigh)
        )
        if _of_one(candidate):
            best = max((t.probability for t in likely), default=0.0)
            likely = [t for t in likely if t.probability >= best - _ALIKE]
            likely = [t for t in likely if is_home(candidate, found[t.group])] or likely
        chosen += likely
    return chosen


def _of_last(
    view: View,
    found: Sequence[Group],
    group_of: Mapping[int, int],
    candidate: Candidate,
    weigh: Combination,
) -> list[Taken]:
    """A claim that the rules have no attack for, as one of the attack told last; one or none."""
    last = told_last(view.notes, view.mentions, group_of, candidate)
    if last is None:
        return []
    ((_, row),) = _links(view, [candidate])
    ties = Ties(_tagged(view.scores, candidate), LogOdds(row))
    return [Taken(candidate, last, _chance(candidate, ties, weigh, found[last]))]


def _of_one(candidate: Candidate) -> bool:
    return candidate.field in _OF_ONE or _is_count(candidate)


def _is_count(candidate: Candidate) -> bool:
    """Whether it is a figure: of the hurt, or of weapons ("two drones")."""
    value = candidate.draft.value if candidate.draft else None
    return (isinstance(value, WeaponUse) and value.count is not None) or candidate.field in _COUNTED


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
    return chance >= (_RULED if home else _HURT if hurt else _SURE)


def is_laid_home(view: View, candidate: Candidate, group: Group) -> bool:
    """Whether the rules hear this incident laid on an attacker, and the network sees one there:
    "blamed the drug mafia for the crime". That it is told apart from the act says nothing."""
    if not is_home(candidate, group) or not _is_laid(candidate) or not candidate.ruled:
        return False
    return view.scores.on(str(candidate.field.value), candidate.span) >= _SEEN


def is_seen_at_home(view: View, candidate: Candidate, group: Group) -> bool:
    """Whether the rules give an attacker to this incident, and the network plainly sees one there:
    that it does not tie the two, for an **officer** who shoots or a **gang**, says nothing. Nor
    does what it sees where it has learned of few."""
    ruled = candidate.ruled and candidate.field is Field.ATTACKER
    if not ruled or not is_home(candidate, group):
        return False
    seen = view.scores.on(str(candidate.field.value), candidate.span) >= _PLAINLY
    return seen or is_plain(view.notes.text, candidate)


def laid_for(view: View, candidate: Candidate, chances: Mapping[int, float]) -> list[Taken]:
    """For what something is laid on whom only the network finds, and plainly, or who says so of
    himself, where it cannot tell: for the likeliest incident ("Residents suspect the militia.",
    "the Wolves said they had raided it"); one or none."""
    if candidate.ruled or candidate.draft is None:
        return []
    if not _is_laid(candidate) and not says_so(view.notes.text, candidate):
        return []
    sure = view.scores.stance(candidate.span)[candidate.draft.stance or Stance.REPORTS]
    best = max(chances.items(), key=lambda pair: pair[1], default=(0, 0.0))
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
    linked: Row


class Row(Protocol):
    """Figures by the numbers of the mentions."""

    def __getitem__(self, at: int, /) -> float: ...


def ties_of(view: View) -> list[Ties]:
    """The ties of each value."""
    return [Ties(_tagged(view.scores, c), LogOdds(row)) for c, row in _links(view, view.candidates)]


def _links(view: View, values: Sequence[Candidate]) -> Iterator[tuple[Candidate, Array]]:
    """Each value with how probably the network ties it to each mention's incident."""
    for part in parts(len(values), len(view.mentions)):
        some = values[part]
        links = view.scores.links(view.anchors, [c.field for c in some], [c.span for c in some])
        yield from zip(some, np.ascontiguousarray(links.T), strict=True)


def _tagged(scores: Scores, candidate: Candidate) -> float:
    known = candidate.field in LINKED
    return logit(scores.on(str(candidate.field.value), candidate.span)) if known else 0.0


Enough = Callable[[Candidate, Group, float], bool]
"""Whether a value goes to an incident of which it is so probable."""


def chances_of(
    view: View,
    values: Sequence[Candidate],
    found: Sequence[Group],
    weigh: Combination,
    enough: Enough,
) -> Iterator[tuple[Candidate, dict[int, float]]]:
    """Each value with how probably it is of an incident, by the incident's place in the list: of
    each of its homes, of the likeliest, and of any other of which that is enough."""
    group_of = {i: at for at, group in enumerate(found) for i in group.members}
    order = np.array(list(group_of), dtype=np.int64)
    starts = np.cumsum([0, *(len(group.members) for group in found)])[:-1]
    for candidate, row in _links(view, values):
        ties = Ties(_tagged(view.scores, candidate), LogOdds(row))
        homes = {group_of[i] for i in candidate.homes | candidate.tied if i in group_of}
        chances = {at: _chance(candidate, ties, weigh, found[at]) for at in homes}
        if len(homes) < len(found):
            nearest = np.maximum.reduceat(row[order], starts)
            nearest[list(homes)] = -1.0
            ranked = np.argsort(-nearest, kind="stable")[: len(found) - len(homes)].tolist()
            away = _Away(candidate, ties, weigh, found, LogOdds(nearest))
            chances |= away.likely(ranked, enough)
        yield candidate, dict(sorted(chances.items()))


def _chance(candidate: Candidate, ties: Ties, weigh: Combination, group: Group) -> float:
    features = value_features(candidate, group.members, ties)
    return weigh.probability(str(candidate.field.value), features)


@dataclass(frozen=True, slots=True)
class _Away:
    """A value and the incidents that are not its home: nothing but the network's ties tells these
    apart. ``nearest`` is how strongly it ties the value to one of the mentions of each at most."""

    candidate: Candidate
    ties: Ties
    weigh: Combination
    found: Sequence[Group]
    nearest: Row

    def likely(self, ranked: Sequence[int], enough: Enough) -> dict[int, float]:
        """Of incidents by their nearest mentions, those whose chance is enough, and the likeliest:
        where one is too unlikely, so are all that are tied less."""
        _, *rest = value_features(self.candidate, self.found[ranked[0]].members, self.ties)
        chance = self.weigh.by_first(str(self.candidate.field.value), rest)

        def too_little(at: int) -> bool:
            return not enough(self.candidate, self.found[at], chance(self.nearest[at]))

        last = bisect_left(ranked, True, key=too_little)
        chances: dict[int, float] = {}
        likeliest = 0.0
        for rank, at in enumerate(ranked):
            most = chance(self.nearest[at])
            if rank >= last and most < likeliest:
                break
            group = self.found[at]
            single = len(group.members) == 1
            chances[at] = most if single else _chance(self.candidate, self.ties, self.weigh, group)
            likeliest = max(likeliest, chances[at])
        return chances
