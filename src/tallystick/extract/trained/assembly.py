"""The incidents of a document, weighed from what the network and the rules find.

The rules give mentions and values, and their own guess which belong together; the network
gives each mention, each pair of mentions and each value a probability. Mentions that both hold
unlikely are dropped, those that only the network sees are added; the rest are gathered by
average linkage, and every value goes to the incidents that it most probably is told of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tallystick.extract.annotate import Annotations
from tallystick.extract.circumstances import COARSE
from tallystick.extract.drafts import Draft
from tallystick.extract.frame import Frame
from tallystick.extract.geography import may_be_one
from tallystick.extract.mention import Mention
from tallystick.extract.mentions import bare
from tallystick.extract.trained.candidates import Candidate, candidates
from tallystick.extract.trained.combine import (
    EVENT,
    LEARNED,
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
)
from tallystick.extract.trained.inventory import GENERIC, LINKED, MENTION
from tallystick.extract.trained.model import Array
from tallystick.extract.trained.scores import Scores
from tallystick.model.document import Cover, Span
from tallystick.model.statement import Field, Stance, Standing
from tallystick.model.taxonomy import IncidentKind, compatible
from tallystick.model.values import WeaponUse

_SEEN = 0.5  # of a mention that only the network sees
_ALONE = 0.7  # of an incident that the rules lack
_UNLIKELY = 0.15  # of an incident of the rules: below that it is dropped
_GROUND = 0.35  # of its day and of its place
_OFF_PLACE = 0.5  # of a place that the rules do not give to their incident
_ELSEWHERE = 0.6  # of a day, side or weapon that the rules do not give to this incident
_KEPT = 0.2  # by so much another day must be likelier than the one that the rules give
_RULED_KIND = 1.5  # probability for the kind that the rules give, where they say more than "attack"
_RULED_STANDING = 1.5  # log odds for the standing that the rules give
_ALIKE = 0.1  # probabilities that differ by no more are alike
_HURT = 0.55  # of a number of injured that only the network gives: the rules miss many of them
_SURE = 0.7  # of a figure that only the network gives, or of a second place
_RULED = 0.2  # of a figure that the rules give to this incident
_SAID_SO = (Stance.CLAIMS, Stance.DENIES)  # what the words say outright
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
    """Mentions that the rules have no trigger for."""
    known = Cover(m.anchor for m in ruled)
    for found in scores.spans(MENTION, _SEEN):
        sentence = next((s for s in notes.sentences if s.span.contains(found.span)), None)
        if sentence is None or known.touches(found.span):
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
    made = []
    for members in linked([*ruled, *alone], _odds(view, weigh, [*ruled, *alone])):
        features = (max(logit(chances[i]) for i in members), float(np.log(len(members))))
        made.append(Group(members, features, weigh.probability(REPORT, features)))
    return made


def _odds(
    view: View, weigh: Combination, units: Sequence[tuple[int, ...]]
) -> dict[tuple[int, int], float]:
    """The log odds that two mentions of different units are of one incident, where they may be."""
    same = view.scores.same(view.anchors)
    kept = sorted(i for unit in units for i in unit)
    return {
        (a, b): logit(weigh.probability(SAME, same_features(view, same, a, b)))
        for at, a in enumerate(kept)
        for b in kept[at + 1 :]
        if not _apart(view, a, b)
    }


def _apart(view: View, first: int, second: int) -> bool:
    """Whether two mentions are of two incidents whatever the network says.

    One trigger told of several places or days is as many incidents; so are two frames whose own
    words give them other days or other sites, and an attack and the answer to it.
    """
    (here, frame), (there, other) = view.told(first), view.told(second)
    if frame is other:
        return False
    if frame is not None and other is not None:
        before, after = sorted((view.family[first], view.family[second]))
        answer = after == before + 1 and view.frames[after].mentions[0].response
        apart = other_days(frame, other) or other_sites(frame, other)
        if answer or apart or other_entries(frame, other):
            return True
    return here.anchor == there.anchor


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
    """A value that goes to an incident (by its place in the list), and how probable that is."""

    candidate: Candidate
    group: int
    probability: float


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
        likely = [
            Taken(candidate, index, chance)
            for index, (group, chance) in enumerate(chances)
            if _takes(candidate, group, chance, weigh)
        ]
        if _of_one(candidate):
            best = max((t.probability for t in likely), default=0.0)
            likely = [t for t in likely if t.probability >= best - _ALIKE]
            likely = [t for t in likely if _is_home(candidate, found[t.group])] or likely
        chosen += likely
    return chosen


def _of_one(candidate: Candidate) -> bool:
    return candidate.field in _OF_ONE or _is_count(candidate)


def _is_count(candidate: Candidate) -> bool:
    """Whether it is a figure: of the hurt, or of weapons ("two drones")."""
    value = candidate.draft.value if candidate.draft else None
    counted = isinstance(value, WeaponUse) and value.count is not None
    return counted or candidate.field in _COUNTED


def _is_home(candidate: Candidate, group: Group) -> bool:
    """Whether the rules give a value to this incident."""
    return bool(candidate.homes.intersection(group.members))


def _takes(candidate: Candidate, group: Group, chance: float, weigh: Combination) -> bool:
    """Whether a value goes to an incident.

    One wrong figure spoils a toll, and the rules know figures well: one that they give to
    another incident, or do not find at all, must be surer than one that they give to this.
    """
    home = _is_home(candidate, group)
    stance = candidate.draft.stance if candidate.draft else None
    if home and (stance in _SAID_SO or candidate.field in _HELD):
        return chance >= _RULED
    if candidate.field in _TOLD_APART and not home:
        return chance >= _ELSEWHERE
    if not _is_count(candidate):
        return weigh.takes(str(candidate.field.value), chance)
    hurt = candidate.field is Field.INJURED and not candidate.homes
    elsewhere = _HURT if hurt else _SURE
    return chance >= (_RULED if home else elsewhere)


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


# ------------------------------------------------------------------ frames again


def frames_of(view: View, weigh: Combination) -> list[Frame]:
    """The document's incidents as frames, for :func:`tallystick.extract.reports.reports`."""
    found = [g for g in groups(view, weigh) if _likely(view, g)]
    values = taken(view, found, weigh)
    made = []
    for index, group in enumerate(found):
        own = [t for t in values if t.group == index]
        frame = _frame(view, group, own)
        if frame is not None:
            made.append(frame)
    return made


def _likely(view: View, group: Group) -> bool:
    """Whether a group is told of as an incident; one that the rules lack must be sure."""
    if any(view.family[i] >= 0 for i in group.members):
        dated = any(_is_dated(view.told(i)[1]) for i in group.members)
        return dated or group.probability >= _UNLIKELY
    single = not any(_sums_up(view.mentions[i]) for i in group.members)
    return single and group.probability >= _ALONE


def _is_dated(frame: Frame | None) -> bool:
    """Whether the rules give an incident a day and a place: no habit has these."""
    if frame is None or frame.when is None or frame.where is None:
        return False
    return frame.when.names_day and frame.where.precision not in COARSE


def _sums_up(mention: Mention) -> bool:
    """Several attacks, or a habit: the rules saw it and left it aside."""
    return mention.plural or mention.generic


def _frame(view: View, group: Group, values: Sequence[Taken]) -> Frame | None:
    standing = _standing(view, group)
    if standing is None or not _grounded(view, group, values):
        return None
    kind = _kind(view, group)
    days = _best(values, Field.WHEN)
    own = [t for t in days if _is_home(t.candidate, group)]
    if own and own[0].probability >= days[0].probability - _KEPT:
        days = own
    homes = _homes(view, group, values)
    mentions = []
    for at in group.members:
        mention = view.mentions[at]
        own_kind = mention.kind if compatible(mention.kind, kind) else kind
        mentions.append(
            replace(
                mention,
                kind=kind if at == group.members[0] else own_kind,
                standing=standing,
                when=None,
                spoken=None,
                where=None,
                drafts=tuple(homes.get(at, ())),
            )
        )
    when = days[0].candidate.when if days else None
    places = _without_others(group, _places(view, group, values))
    mentions[0] = _placed(replace(mentions[0], when=when), places)
    sure: dict[tuple[Field, Span], float] = {
        (t.candidate.field, t.candidate.span): round(t.probability, 3)
        for t in values
        if t.candidate.field in LEARNED
    }
    for mention in mentions:
        told = view.scores.kind(mention.anchor)[mention.kind]
        sure[Field.KIND, mention.anchor] = round(told, 3)
    return Frame(mentions, sure=sure, score=group.probability)


def _places(view: View, group: Group, values: Sequence[Taken]) -> list[Taken]:
    """The places of a group, the likeliest first.

    One that the rules do not give to their incident must be likely enough: no place by
    guess. Of the many places of a summary, none is its own unless that is plain.
    """
    ruled = any(view.family[i] >= 0 for i in group.members)
    least = _SURE if _is_summary(view, group) else 0.0
    other = max(least, _OFF_PLACE) if ruled else least
    return [
        t
        for t in _best(values, Field.WHERE)
        if t.probability >= (least if _is_home(t.candidate, group) else other)
    ]


def _without_others(group: Group, places: Sequence[Taken]) -> list[Taken]:
    """The first place, and others but those of another incident that lie elsewhere."""
    return [
        t
        for t in places
        if t is places[0] or _is_home(t.candidate, group) or not _of_other(places[0], t)
    ]


def _of_other(first: Taken, other: Taken) -> bool:
    here, there = first.candidate.where, other.candidate.where
    if here is None or there is None:
        return False
    if not other.candidate.homes and there.place.precision not in COARSE:
        return False
    return may_be_one(here.place, there.place) is False


def _placed(mention: Mention, places: Sequence[Taken]) -> Mention:
    """A mention with its likeliest place, and other sure ones as further values."""
    if not places:
        return mention
    others = (t.candidate.where for t in places[1:] if t.probability >= _SURE)
    more = tuple(Draft(Field.WHERE, p.place, p.span) for p in others if p is not None)
    return replace(mention, where=places[0].candidate.where, drafts=(*mention.drafts, *more))


def _best(values: Sequence[Taken], field: Field) -> list[Taken]:
    own = [t for t in values if t.candidate.field is field]
    return sorted(own, key=lambda t: -t.probability)


def _homes(view: View, group: Group, values: Sequence[Taken]) -> dict[int, list[Draft]]:
    """Each draft with the mention of the group that is nearest to it."""
    homes: dict[int, list[Draft]] = {}
    for one in values:
        draft = one.candidate.draft
        if draft is not None:
            at = min(
                group.members,
                key=lambda i: abs(view.mentions[i].anchor.start - draft.span.start),
            )
            homes.setdefault(at, []).append(draft)
    return homes


def _is_summary(view: View, group: Group) -> bool:
    ruled = [frame for _, frame in map(view.told, group.members) if frame is not None]
    return bool(ruled) and all(frame.is_summary for frame in ruled)


def _grounded(view: View, group: Group, values: Sequence[Taken]) -> bool:
    """Whether an incident that only the network sees has a day and a place."""
    told = {t.candidate.field for t in values if t.probability >= _GROUND}
    return any(view.family[i] >= 0 for i in group.members) or told >= {Field.WHEN, Field.WHERE}


def _standing(view: View, group: Group) -> Standing | None:
    """The likeliest standing of all mentions together; ``None`` where they name no incident."""
    total: dict[str, float] = {}
    for at in group.members:
        mention = view.mentions[at]
        for name, chance in view.scores.standing(mention.anchor).items():
            total[name] = total.get(name, 0.0) + logit(chance)
        if view.family[at] >= 0:
            ruled = str(mention.standing.value)
            total[ruled] = total.get(ruled, 0.0) + _RULED_STANDING
    best = max(total, key=lambda name: total[name])
    return None if best == GENERIC else Standing(best)


def _kind(view: View, group: Group) -> IncidentKind:
    total: dict[IncidentKind, float] = {}
    for at in group.members:
        mention = view.mentions[at]
        for kind, chance in view.scores.kind(mention.anchor).items():
            total[kind] = total.get(kind, 0.0) + chance
        if view.family[at] >= 0 and mention.kind is not IncidentKind.ATTACK:
            total[mention.kind] = total.get(mention.kind, 0.0) + _RULED_KIND
    return max(total, key=lambda kind: total[kind])
