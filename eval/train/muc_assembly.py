"""From what the bench model says of single strings to the templates of a message.

Strings that are likely enough in a role become entities (one with its other names), entities
go to the types of incident that the message tells of, and where it tells of several of one
type, to the incident with whose entities they go best. No torch here.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from eval.muc.numbers import number
from eval.muc.templates import DESCRIBED, ROLES, TYPES, Filler, Template
from eval.train.muc_data import CONFIDENCES, EFFECTS, LABELS, STAGES

_FILLED = (*ROLES, DESCRIBED)
_EVEN = 4.0  # log odds of the tagger, turned round, at which it says neither yes nor no


@dataclass(frozen=True, slots=True)
class Rated:
    """A candidate string with its scores: by label of both passes, and by type (log odds)."""

    text: str
    at: int  # its first token
    roles: tuple[float, ...]
    tags: tuple[float, ...]
    types: tuple[float, ...]
    confidence: int = 0
    effect: int = 0
    plural: float = 0.0
    before: str = ""  # the words before its first occurrence


@dataclass(frozen=True, slots=True)
class Rating:
    """All that the model says of a message.

    ``same`` and ``together`` are log odds for two candidates, by index; ``counts`` are the
    chances of none, one and more templates of each type.
    """

    candidates: tuple[Rated, ...]
    same: tuple[tuple[float, ...], ...]
    together: tuple[tuple[float, ...], ...]
    counts: tuple[tuple[float, ...], ...]
    stages: tuple[int, ...]
    days: tuple[date | None, ...]  # the day that a candidate means
    sent: date | None = None
    country: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """The thresholds, set on messages kept out of training."""

    roles: tuple[float, ...] = (0.4,) * len(LABELS)  # chance from which a string fills each label
    taggers: tuple[float, ...] = (0.25,) * len(LABELS)  # weight of the first pass for each label
    type: float = 0.5  # chance from which a message tells of a type
    belongs: float = 0.5  # chance from which an entity goes to a type that is told of
    same: float = 0.5
    mention: float = 0.8  # chance from which another spelling is given
    split: float = 0.5  # chance from which a type has several templates
    apart: float = 0.3  # chance below which two victims or targets are two incidents


@dataclass(frozen=True, slots=True)
class Group:
    """An entity: the candidates that spell it, the best first."""

    role: str
    members: tuple[int, ...]
    chance: float


def templates(rating: Rating, choices: Choices) -> tuple[Template, ...]:
    """The templates of a message, none where no type is likely."""
    groups = [g for role in _FILLED for g in _groups(rating, role, choices)]
    found: list[Template] = []
    for t, kind in enumerate(TYPES):
        if 1 - rating.counts[t][0] >= choices.type:
            own = [g for g in groups if _belongs(rating, g, t, choices)]
            parts = _parts(rating, own, rating.counts[t][2], choices)
            found += [_template(rating, kind, t, part, choices) for part in parts]
    return tuple(found)


def chance(rated: Rated, label: int, choices: Choices) -> float:
    """How likely a string fills a label, by both passes."""
    tag = min(max(rated.tags[label], -9.0), -1e-4)
    odds = tag - math.log(-math.expm1(tag))
    return _sigmoid(rated.roles[label] + choices.taggers[label] * (odds + _EVEN))


def _sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, x))))


def _groups(rating: Rating, role: str, choices: Choices) -> list[Group]:
    label = LABELS.index(role)
    least = choices.roles[label]
    chances = [chance(c, label, choices) for c in rating.candidates]
    likely = [
        i for i in sorted(range(len(chances)), key=lambda i: -chances[i]) if chances[i] >= least
    ]
    groups: list[list[int]] = []
    for i in likely:
        home = max(groups, key=lambda g: rating.same[g[0]][i], default=None)
        if home is not None and _sigmoid(rating.same[home[0]][i]) >= choices.same:
            home.append(i)
        else:
            groups.append([i])
    return [Group(role, tuple(g), chances[g[0]]) for g in groups]


def _belongs(rating: Rating, group: Group, kind: int, choices: Choices) -> bool:
    """Whether an entity goes to a type: by its own odds, or as the likeliest type told of."""
    odds = rating.candidates[group.members[0]].types
    if _sigmoid(odds[kind]) >= choices.belongs:
        return True
    told = [t for t in range(len(TYPES)) if 1 - rating.counts[t][0] >= choices.type]
    return max(told, key=lambda t: odds[t]) == kind


def _parts(
    rating: Rating, groups: Sequence[Group], several: float, choices: Choices
) -> list[list[Group]]:
    """The entities of a type by incident; one part unless several are likely."""
    anchors = [g for g in groups if g.role in ("Victim", "Target")]
    if several < choices.split or len(anchors) < 2:
        return [list(groups)]
    parts: list[list[Group]] = []
    for anchor in anchors:
        best = max(parts, key=lambda p: _fit(rating, p, anchor), default=None)
        if best is not None and _fit(rating, best, anchor) >= choices.apart:
            best.append(anchor)
        else:
            parts.append([anchor])
    for group in groups:
        if group not in anchors:
            fits = [_fit(rating, [g for g in p if g in anchors], group) for p in parts]
            top = max(fits)
            for part, fit in zip(parts, fits, strict=True):
                if fit >= max(0.5, top - 1e-9) or fit == top:
                    part.append(group)
    return parts


def _fit(rating: Rating, part: Sequence[Group], group: Group) -> float:
    odds = [rating.together[g.members[0]][group.members[0]] for g in part]
    return sum(map(_sigmoid, odds)) / len(odds)


def _template(
    rating: Rating, kind: str, t: int, groups: Sequence[Group], choices: Choices
) -> Template:
    day = _day(rating, choices)
    return Template(
        kind,
        tuple(_filler(rating, group, choices) for group in groups),
        STAGES[rating.stages[t]],
        (day, day) if day else None,
        _place(rating, choices),
    )


def _filler(rating: Rating, group: Group, choices: Choices) -> Filler:
    best = rating.candidates[group.members[0]]
    others = [
        rating.candidates[i].text
        for i in group.members[1:]
        if _sigmoid(rating.same[group.members[0]][i]) >= choices.mention
    ]
    human = group.role in ("Victim", DESCRIBED)
    return Filler(
        group.role,
        (best.text, *others),
        CONFIDENCES[best.confidence] if group.role == "PerpOrg" else "",
        EFFECTS[best.effect] if human or group.role == "Target" else "",
        number(best.text, best.before, plural=best.plural > 0, named=group.role == "Victim")
        if human or group.role == "Target"
        else "",
    )


def _day(rating: Rating, choices: Choices) -> date | None:
    """The day whose words are likeliest the date of an incident of a type; else the dateline."""
    label = LABELS.index("Date")
    rows = [
        (chance(c, label, choices), day)
        for c, day in zip(rating.candidates, rating.days, strict=True)
        if day is not None
    ]
    best = max(rows, key=lambda r: r[0], default=(0.0, None))
    return best[1] if best[0] >= 0.3 else rating.sent


def _place(rating: Rating, choices: Choices) -> tuple[str, ...]:
    label = LABELS.index("Place")
    rows = [(chance(c, label, choices), c.text.upper()) for c in rating.candidates]
    likely = [text for score, text in sorted(rows, reverse=True) if score >= choices.roles[label]]
    finer = [text for text in likely if text != rating.country]
    head = (rating.country,) if rating.country else ()
    return tuple(_unique((*head, *finer[:1])))


def _unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
