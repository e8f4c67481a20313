"""How likely a string fills a role in an incident of a type, by all that is known of it.

The network says of a string by itself which roles it fills and in which types of incident, and of
a message which types it tells of. What these come to together, and what the words around a string
and its rivals add, is learned here by one logistic regression for each role, from messages read
as if for the first time (:mod:`eval.train.muc_tuning`), so that the chances are to be believed.
Then the choice that has the highest F1 to be expected gives what is likelier than half of that F1
(Lipton, Elkan and Naryanaswamy, "Optimal Thresholding of Classifiers to Maximize F1 Measure",
ECML PKDD 2014).
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement
from typing import Final

import numpy as np

from eval.muc.templates import TYPES, Template, normal
from eval.train.logistic import Logistic, fit
from eval.train.muc_data import LABELS, ROLE_COUNT
from eval.train.muc_rating import Rating, agree, chance, log_odds, sigmoid

_TOLD = 0.03  # least chance that a message tells of a type, for its fillings to be looked at
_LIKELY = 0.02  # least chance of a role, by the network, for a string to be looked at
_MOST = 25  # strings of a role that are looked at
_TAGGER = 0.35  # weight of the first pass where strings of a role are compared
_FAR = 4000  # characters from which a cue is nowhere near
_RIDGE = 10.0
_CUES: Final[Mapping[str, str]] = {
    "ATTACK": r"attack\w*|kill\w*|murder\w*|assassinat\w*|shot|shoot\w*|gunned|fired|massacre\w*|"
    r"ambush\w*|assault\w*|clash\w*|slain|machine-?gun\w*|deaths?|died|wound\w*|harass\w*|crime",
    "BOMBING": r"bomb\w*|explo\w+|dynamit\w*|blast\w*|detonat\w*|car-bomb\w*|mine[sd]?|"
    r"grenade\w*|rocket\w*|mortar\w*",
    "KIDNAPPING": r"kidnap\w*|abduct\w*|hostage\w*|held|captive\w*|ransom|captors?|forced|"
    r"disappear\w*|took|taken",
    "ARSON": r"burn\w*|set (?:on )?fire|arson\w*|torch\w*|ablaze|flames?|incendiar\w*",
    "ROBBERY": r"rob\w*|stole\w*|loot\w*|theft|thiev\w*|steal\w*|bank",
    "FORCED WORK STOPPAGE": r"stoppage\w*|strike\w*|paraly\w*|forced",
}
_WORDS = [re.compile(rf"\b(?:{_CUES[kind]})\b") for kind in TYPES]


@dataclass(frozen=True, slots=True)
class Filling:
    """A candidate in a role of an incident of a type, each by its index."""

    label: int
    candidate: int
    kind: int


@dataclass(frozen=True, slots=True)
class _String:
    """What does not hang on the type, of a string in a role."""

    candidate: int
    role: float  # log odds by both passes of the network
    tag: float
    rivals: float  # how many strings are likelier in the role
    values: tuple[float, ...]


def chances(rating: Rating, weights: Sequence[Logistic]) -> dict[Filling, float]:
    """The chance of every filling that is worth looking at; ``weights`` are by label."""
    rows = list(fillings(rating))
    found: dict[Filling, float] = {}
    for label in range(ROLE_COUNT):
        own = [row for row in rows if row[0].label == label]
        if own:
            sure = weights[label].chances(np.array([values for _, values in own]))
            found.update(zip((filling for filling, _ in own), sure.tolist(), strict=True))
    return found


def learned(rated: Iterable[tuple[Rating, Sequence[Template]]]) -> tuple[Logistic, ...]:
    """The regressions by label, from messages with their keys."""
    rows: list[list[tuple[float, Sequence[float]]]] = [[] for _ in range(ROLE_COUNT)]
    for rating, key in rated:
        for filling, values in fillings(rating):
            rows[filling.label].append((float(right(filling, rating, key)), values))
    return tuple(_fit(own) for own in rows)


def _fit(rows: Sequence[tuple[float, Sequence[float]]]) -> Logistic:
    values, goals = np.array([v for _, v in rows]), np.array([goal for goal, _ in rows])
    return fit(values, goals, np.ones(len(rows)), ridge=_RIDGE)


def right(filling: Filling, rating: Rating, key: Sequence[Template]) -> bool:
    """Whether a template of the key says so."""
    role, text = LABELS[filling.label], normal(rating.candidates[filling.candidate].text)
    return any(
        TYPES[filling.kind] in template.type
        and any(text in map(normal, filler.mentions) for filler in template.of(role))
        for template in key
    )


def fillings(rating: Rating) -> Iterator[tuple[Filling, tuple[float, ...]]]:
    """Every filling that is worth looking at, with what is known of it."""
    told = [t for t in range(len(TYPES)) if 1 - rating.counts[t][0] >= _TOLD]
    cues = [[match.start() for match in words.finditer(rating.text)] for words in _WORDS]
    for label in range(ROLE_COUNT):
        for string in _strings(rating, label):
            near = [_nearness(found, rating.candidates[string.candidate].places) for found in cues]
            for kind in told:
                values = _of_kind(rating, string, kind, near, len(cues[kind]))
                yield Filling(label, string.candidate, kind), values


# ------------------------------------------------------------------ what is known


def _strings(rating: Rating, label: int) -> Iterator[_String]:
    sure = [chance(c, label, _TAGGER) for c in rating.candidates]
    order = sorted(range(len(sure)), key=lambda i: -sure[i])
    for rank, i in enumerate(order[:_MOST]):
        if sure[i] < _LIKELY:
            return
        one, others = rating.candidates[i], [j for j in order if j != i]
        longer = max((sure[j] for j in others if agree(one, rating.candidates[j])), default=0.0)
        rivals = sum(sure[j] for j in others if sigmoid(rating.same[i][j]) < 0.5)
        elsewhere = max(one.roles[k] for k in range(ROLE_COUNT) if k != label)
        yield _String(
            i,
            _within(one.roles[label]),
            _within(one.tag_odds(label)),
            math.log1p(rank),
            (
                longer,
                _within(elsewhere),
                math.log1p(rivals),
                math.log1p(len(one.places)),
                one.places[0] / max(len(rating.text), 1),
                len(one.text.split()) / 4,
            ),
        )


def _of_kind(
    rating: Rating, string: _String, kind: int, near: Sequence[float], cues: int
) -> tuple[float, ...]:
    odds = rating.candidates[string.candidate].types
    others = [k for k in range(len(TYPES)) if k != kind]
    lead = _within(odds[kind] - max(odds[k] for k in others))
    told = log_odds(1 - rating.counts[kind][0])
    main = (string.role, string.tag, _within(odds[kind]), told)
    pairs = combinations_with_replacement(main, 2)
    return (
        *main,
        string.rivals,
        lead,
        log_odds(rating.counts[kind][2]),
        near[kind],
        near[kind] - min(near[k] for k in others),
        math.log1p(cues),
        *string.values,
        *(one * other / 4 for one, other in pairs),
    )


def _nearness(cues: Sequence[int], places: Iterable[int]) -> float:
    """How far the nearest cue stands from any occurrence, on a scale of logarithms."""
    best = _FAR
    for place in places:
        at = bisect_left(cues, place)
        best = min([best, *(abs(cue - place) for cue in cues[max(0, at - 1) : at + 1])])
    return math.log1p(best / 10)


def _within(odds: float, most: float = 6.0) -> float:
    return max(-most, min(most, odds))
