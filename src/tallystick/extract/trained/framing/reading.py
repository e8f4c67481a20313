"""What was assembled as frames: an incident with its likeliest day, place, kind and standing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.circumstances.reading import COARSE
from tallystick.extract.drafts import Draft
from tallystick.extract.events.downed import is_downing
from tallystick.extract.events.triggers import is_noun
from tallystick.extract.frames.frame import Frame, tolls_of
from tallystick.extract.mentions.mention import Mention
from tallystick.extract.mentions.newness import is_known
from tallystick.extract.places.geography import may_be_one
from tallystick.extract.places.mention import PlaceMention
from tallystick.extract.trained.combine import LEARNED, Combination, logit
from tallystick.extract.trained.framing.borne import is_borne, is_of_one
from tallystick.extract.trained.framing.filed import filed_here
from tallystick.extract.trained.framing.grounds import (
    is_grounded,
    is_set_apart,
    places_of,
    says_something,
)
from tallystick.extract.trained.framing.lone_figures import lone_figures
from tallystick.extract.trained.framing.own_days import days_told
from tallystick.extract.trained.framing.person_targets import one_victim
from tallystick.extract.trained.framing.sole import sole_sides
from tallystick.extract.trained.framing.subjects import acting_sides, without_answers
from tallystick.extract.trained.joining.assembly import (
    OFF_PLACE,
    Group,
    Taken,
    View,
    groups,
    is_home,
    taken,
)
from tallystick.extract.trained.joining.tied import outright
from tallystick.extract.trained.network.inventory import GENERIC
from tallystick.extract.trained.values.candidates import Candidate
from tallystick.extract.trained.values.unlisted import flown
from tallystick.model.document import Cover, Span
from tallystick.model.statement import Field, Standing
from tallystick.model.taxonomy import IncidentKind, compatible

_ALONE = 0.7  # of an incident that the rules lack
_PLAIN = 0.9  # of one whose place or day is all that tells it from those of the rules
_UNLIKELY = 0.15  # of an incident of the rules: below that it is dropped
_KEPT = 0.2  # by so much another day must be likelier than the one that the rules give
_ATTACK = IncidentKind.ATTACK
_RULED_KIND = 1.5  # probability for the kind that the rules give, where they say more than "attack"
_LESS = 0.7  # what each further mention of an incident counts for its kind
_RULED_STANDING = 1.5  # log odds for the standing that the rules give
_SURE = 0.7  # of a second place, or of one that a summary gives
_TOLD_HERE = 0.35  # of the only place in an incident's own sentence
_INSIDE = 0.3  # of one that lies in the first place, in an incident's own clause
_FILED = 0.5  # of the town of the dateline
_A_PLACE = 0.9  # by the network alone: that the words tell where something was


def frames_of(view: View, weigh: Combination) -> list[Frame]:
    """The document's incidents as frames, for :mod:`tallystick.extract.reports.reading`."""
    found = [g for g in groups(view, weigh) if _likely(view, g)]
    values, days = one_victim(view, taken(view, found, weigh)), days_told(view, found, weigh)
    values += acting_sides(view, found, values, weigh)
    values += sole_sides(view, found, values, weigh)
    values = without_answers(view, found, values)
    lone = lone_figures(view, found, values, weigh)  # of what is told without them
    ruled = {at for at, group in enumerate(found) if _is_ruled(view, group)}
    held = places_of(t for t in values if t.group in ruled)
    of_each: list[list[Taken]] = [[] for _ in found]
    for value in values:
        of_each[value.group].append(value)
    made = []
    for index, (group, own) in enumerate(zip(found, of_each, strict=True)):
        told = index in ruled or (
            is_grounded(own, held, sure=group.probability >= _PLAIN)
            and is_set_apart(own, _beside(view, found, ruled, group, of_each))
            and (
                not _goes_back(view, group)
                or says_something(own, [t for at in ruled for t in of_each[at]])
            )
        )
        given = [*own, *(t for t in lone if t.group == index)]
        frame = _frame(view, group, given, days[index]) if told else None
        if frame is not None:
            made.append(frame)
    return made


def _goes_back(view: View, group: Group) -> bool:
    """Whether an incident is told of as known alone: "after **the murder**"."""
    return all(
        is_known(view.notes.text, m.sentence.span, m.anchor) and _is_named(view.notes, m)
        for m in (view.mentions[at] for at in group.members)
    )


def _is_named(notes: Annotations, mention: Mention) -> bool:
    """Whether words call an attack by a noun, and tell nothing of it."""
    return all(is_noun(notes, mention.sentence, h) for h in inside(notes.events, mention.anchor))


def _beside(
    view: View,
    found: Sequence[Group],
    ruled: AbstractSet[int],
    group: Group,
    of_each: Sequence[Sequence[Taken]],
) -> list[Taken] | None:
    """The values of the incidents that the rules have in the sentences of a group; ``None``
    where they have none in one of these."""
    own = {view.mentions[i].sentence.index for i in group.members}
    theirs = {at: {view.mentions[i].sentence.index for i in found[at].members} for at in ruled}
    if own - {sentence for told in theirs.values() for sentence in told}:
        return None
    return [t for at, told in theirs.items() if told & own for t in of_each[at]]


def _likely(view: View, group: Group) -> bool:
    """Whether a group is told of as an incident; one that the rules lack must be sure."""
    if _is_ruled(view, group):
        dated = any(_is_dated(view.told(i)[1]) for i in group.members)
        return dated or group.probability >= _UNLIKELY
    single = not any(_sums_up(view.mentions[i]) for i in group.members)
    return single and group.probability >= _ALONE


def _is_ruled(view: View, group: Group) -> bool:
    """Whether the rules have it."""
    return any(view.family[i] >= 0 for i in group.members)


def _is_dated(frame: Frame | None) -> bool:
    """Whether the rules give an incident a day and a place: no habit has these."""
    if frame is None or frame.when is None or frame.where is None:
        return False
    return frame.when.names_day and frame.where.precision not in COARSE


def _sums_up(mention: Mention) -> bool:
    """Several attacks, or a habit: the rules saw it and left it aside."""
    return mention.plural or mention.generic


def _frame(
    view: View, group: Group, values: Sequence[Taken], days: Sequence[Taken]
) -> Frame | None:
    standing = _standing(view, group)
    if standing is None:
        return None
    first, *others = _told(view, group, values, standing)
    if not any(t.candidate.field is Field.WEAPON for t in values):
        anchors = (mention.anchor for mention in (first, *others))
        first = _also(first, flown(view.notes, first.kind, anchors))
    day = _day(group, days)
    named = _named(view, group, values)
    places = _without_others(group, _places(view, group, named))
    places = places or _told_here(view, group, named) or _filed_here(view, group)
    inside = _inside(view, group, places[0], named) if places else ()
    first = replace(first, when=day.candidate.when if day else None)
    mentions = [_placed(first, places, inside), *others]
    return Frame(mentions, sure=_sure(view, mentions, values), score=group.probability)


def _told(view: View, group: Group, values: Sequence[Taken], standing: Standing) -> list[Mention]:
    """A group's mentions with the values that are at home with each, as yet of no day or place."""
    kind = _kind(view, group, values)
    homes = _homes(view, group, values)
    mentions = [view.mentions[at] for at in group.members]
    kinds = [kind, *(_own_kind(view, mention, kind) for mention in mentions[1:])]
    return [
        replace(
            mention,
            kind=own,
            standing=standing,
            when=None,
            spoken=None,
            where=None,
            drafts=tuple(homes.get(at, ())),
        )
        for at, mention, own in zip(group.members, mentions, kinds, strict=True)
    ]


def _own_kind(view: View, mention: Mention, kind: IncidentKind) -> IncidentKind:
    """The kind that a mention tells of beside its group's; the group's where it says "downed"."""
    text, sentence = view.notes.text, mention.sentence.span
    downs = is_downing(text, sentence, mention.anchor)
    fits = compatible(mention.kind, kind) and is_borne(text, mention.kind)
    return mention.kind if fits and not downs else kind


def _also(mention: Mention, drafts: Iterable[Draft]) -> Mention:
    return replace(mention, drafts=(*mention.drafts, *drafts))


def _sure(
    view: View, mentions: Sequence[Mention], values: Sequence[Taken]
) -> dict[tuple[Field, Span], float]:
    """How probable each value and each mention's kind is."""
    sure = {
        (t.candidate.field, t.candidate.span): round(t.probability, 3)
        for t in values
        if t.candidate.field in LEARNED
    }
    for mention in mentions:
        told = view.scores.kind(mention.anchor)[mention.kind]
        sure[Field.KIND, mention.anchor] = round(told, 3)
    return sure


def _day(group: Group, told: Sequence[Taken]) -> Taken | None:
    """The likeliest day; that of its own words unless another is much likelier."""
    days = _best(told, Field.WHEN)
    own = [t for t in days if _is_own(t, group)]
    if own and own[0].probability >= days[0].probability - _KEPT:
        return own[0]
    return days[0] if days else None


def _named(view: View, group: Group, values: Sequence[Taken]) -> list[Taken]:
    """The places that may be those of a group, the likeliest first: in a long text, few of those
    that are likelier another's; where its own phrase gives one, none that nothing gives it."""
    other = OFF_PLACE if _is_ruled(view, group) else 0.0
    likely = [
        replace(t, probability=outright(t.candidate, group.members, t.probability))
        for t in values
        if t.candidate.field is Field.WHERE
        and (t.probability >= other or not t.elsewhere or _is_own(t, group))
    ]
    if any(_is_tied(t, group) and _is_fine(t) for t in likely):
        likely = [t for t in likely if _is_own(t, group) or _is_told_beside(view, t, group)]
    return _best(likely, Field.WHERE)


def _is_tied(taken: Taken, group: Group) -> bool:
    return not taken.candidate.tied.isdisjoint(group.members)


def _is_own(taken: Taken, group: Group) -> bool:
    """Whether the rules or its own phrase give a place to a group."""
    return is_home(taken.candidate, group) or _is_tied(taken, group)


def _is_fine(taken: Taken) -> bool:
    where = taken.candidate.where
    return where is not None and where.place.precision not in COARSE


def _is_told_beside(view: View, taken: Taken, group: Group) -> bool:
    """Whether a place stands in a sentence of a group."""
    at = taken.candidate.span
    return any(view.mentions[i].sentence.span.contains(at) for i in group.members)


def _places(view: View, group: Group, named: Sequence[Taken]) -> list[Taken]:
    """The places of a group, the likeliest first.

    One that the rules do not give to their incident must be likely enough: no place by
    guess. Of the many places of a summary, none is its own unless that is plain.
    """
    ruled = _is_ruled(view, group)
    least = _SURE if _is_summary(view, group) else 0.0
    other = max(least, OFF_PLACE) if ruled else least
    return [
        t
        for t in named
        if t.probability >= (least if is_home(t.candidate, group) else other) or _is_tied(t, group)
    ]


def _without_others(group: Group, places: Sequence[Taken]) -> list[Taken]:
    """The first place, and others but those of another incident that lie elsewhere."""
    return [t for t in places if t is places[0] or _is_own(t, group) or not _of_other(places[0], t)]


def _of_other(first: Taken, other: Taken) -> bool:
    here, there = first.candidate.where, other.candidate.where
    if here is None or there is None:
        return False
    if not other.candidate.homes and there.place.precision not in COARSE:
        return False
    return may_be_one(here.place, there.place) is False


def _told_here(view: View, group: Group, named: Sequence[Taken]) -> list[Taken]:
    """The likeliest place in a sentence of an incident that has none: where it is the only
    incident of so likely a place, less will do."""
    return [
        t
        for t in named
        if t.probability >= _TOLD_HERE
        and not t.elsewhere
        and _tagged(view, t) >= _SURE
        and _is_told_beside(view, t, group)
    ][:1]


def _filed_here(view: View, group: Group) -> list[Taken]:
    """The town of the dateline, for the news that it is on."""
    town = filed_here(view.notes, [view.mentions[at] for at in group.members])
    if town is None:
        return []
    homes = frozenset(group.members)
    return [Taken(Candidate(Field.WHERE, town.span, homes, ruled=True, where=town), 0, _FILED)]


def _inside(view: View, group: Group, first: Taken, named: Sequence[Taken]) -> Sequence[Taken]:
    """What is told in a clause of an incident to lie in its first place, or around it: "in the
    Zobrak quarter of Homs", "at Tal Kindah in Homs province"."""
    here = first.candidate.where
    return [
        t
        for t in named
        if here is not None
        and t.candidate.where is not None
        and t is not first
        and t.probability >= _INSIDE
        and not t.elsewhere
        and _tagged(view, t) >= _A_PLACE
        and any(view.mentions[i].clause.contains(t.candidate.span) for i in group.members)
        and _lies_in(view.notes.text, here, t.candidate.where)
    ]


def _lies_in(text: str, first: PlaceMention, other: PlaceMention) -> bool:
    """Whether one of two places lies in the other, by what is known of them or by the words:
    "Homs's Zobrak quarter", "the Zobrak quarter of Homs"."""
    one = may_be_one(first.place, other.place)
    left, right = sorted((first.span, other.span))
    return one is True or (
        one is None and _WITHIN.fullmatch(text, left.end, right.start) is not None
    )


_WITHIN = re.compile(
    r"(?:['’]s|(?<=s)['’])\s(?:[\w-]+\s){0,2}|"
    r"\s(?:quarter|neighbou?rhood|district|suburb|area|section|sector)\s(?:of|in)\s(?:the\s)?",
    re.IGNORECASE,
)


def _tagged(view: View, taken: Taken) -> float:
    """How probable it is, to the network, that the words tell where something was."""
    return view.scores.on(str(Field.WHERE.value), taken.candidate.span)


def _placed(mention: Mention, places: Sequence[Taken], inside: Sequence[Taken]) -> Mention:
    """A mention with its likeliest place, and other sure ones as further values."""
    if not places:
        return mention
    sure = [t for t in places[1:] if _is_sure(places[0], t)]
    others = (t.candidate.where for t in [*sure, *(t for t in inside if t not in sure)])
    more = tuple(Draft(Field.WHERE, p.place, p.span) for p in others if p is not None)
    return replace(mention, where=places[0].candidate.where, drafts=(*mention.drafts, *more))


def _is_sure(first: Taken, other: Taken) -> bool:
    """Whether a further place is an incident's too: one of a list with the first, or a sure one
    that no words tie to what may be another's."""
    here, there = first.candidate, other.candidate
    if not there.tied.isdisjoint(here.tied):
        return True
    if other.probability < _SURE or here.where is None or there.where is None:
        return False
    return not there.tied or may_be_one(here.where.place, there.where.place) is not False


def _best(values: Iterable[Taken], field: Field) -> list[Taken]:
    own = [t for t in values if t.candidate.field is field]
    return sorted(own, key=lambda t: (_is_described(t), -t.probability))


def _is_described(taken: Taken) -> bool:
    """Whether it is a place that is told by what it is alone ("a mosque"), of no other use than
    beside one that is named."""
    where = taken.candidate.where
    return where is not None and where.place.is_described


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
    if best != GENERIC:
        return Standing(best)
    alone = len(view.frames) == 1 and _is_ruled(view, group) and _is_single(view.frames[0])
    return view.frames[0].standing if alone else None


def _is_single(frame: Frame) -> bool:
    """Whether the rules give a text's only incident a time, a place and a figure of its dead or
    hurt, as no habit has ("The market of Gao was bombed in May 2014, killing 12 people.")."""
    return bool(frame.when and frame.where and tolls_of(frame.mentions))


def _kind(view: View, group: Group, values: Sequence[Taken]) -> IncidentKind:
    """The likeliest kind, each further mention counting for less: what an incident is called
    first is most often its kind, the rest its parts ("the raid", "shots were fired")."""
    total: dict[IncidentKind, float] = {}
    for rank, at in enumerate(group.members):
        mention, weight = view.mentions[at], _LESS**rank
        if is_downing(view.notes.text, mention.sentence.span, mention.anchor):
            total[_ATTACK] = total.get(_ATTACK, 0.0) + weight * (1 + _RULED_KIND)
            continue
        for kind, chance in view.scores.kind(mention.anchor).items():
            total[kind] = total.get(kind, 0.0) + weight * chance
        if view.family[at] >= 0 and mention.kind is not IncidentKind.ATTACK:
            total[mention.kind] = total.get(mention.kind, 0.0) + weight * _RULED_KIND
    likeliest = sorted(total, key=lambda kind: -total[kind])
    others = Cover(_told_elsewhere(view, group, values))
    borne = [k for k in likeliest if is_borne(view.notes.text, k, others)]
    told_in = [view.mentions[at].sentence.span for at in group.members]
    dead = [t.candidate.draft for t in values if t.candidate.field is Field.KILLED]
    one = is_of_one(view.notes.text, told_in, [d.value for d in dead if d])
    return next(k for k in borne if not (one and k is IncidentKind.MASSACRE))


def _told_elsewhere(view: View, group: Group, values: Sequence[Taken]) -> set[Span]:
    """The sentences after the first words of an incident that tell only of another one; what was
    told before goes on ("air raids killed ten; three more **were killed** in Orun"), and several
    told as one, or what is only named at the head of a text, may be those told after."""
    members = [view.mentions[at] for at in group.members]
    own = {m.sentence.index for m in members}
    headed = min(own) == 0 and _is_named(view.notes, members[0])
    if headed or any(_sums_up(m) for m in members):
        return set()
    weapons = [t.candidate.span for t in values if t.candidate.field is Field.WEAPON]
    families = {view.family[at] for at in group.members} | {-1}
    return {
        m.sentence.span
        for m, family in zip(view.mentions, view.family, strict=True)
        if family not in families
        and m.sentence.index > min(own)
        and m.sentence.index not in own
        and not any(m.sentence.span.contains(w) for w in weapons)
    }
