"""Which entities of a type belong to one incident, by where the text names them.

A message that tells of several incidents tells of them one after the other: entities that are
named close by one another, with no new day and no "meanwhile" between, belong together. How much
each of these says is learned from the keys of the training messages by a logistic regression on
pairs of entities; the network is not asked. Victims and targets are then joined from the likeliest
pair on, by the mean log odds between groups (average linkage; Sokal and Michener 1958), and the
others go with the groups that they fit.
"""

from __future__ import annotations

import math
import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, combinations_with_replacement

import numpy as np

from eval.muc.templates import TYPES, Keyed, flat
from eval.train.logistic import Logistic, Numbers, fit
from eval.train.muc_data import LABELS, ROLE_COUNT
from eval.train.muc_rating import log_odds

ANCHORS = (LABELS.index("Target"), LABELS.index("Victim"))
_ROLES = list(combinations_with_replacement(range(ROLE_COUNT), 2))
_RIDGE = 10.0
_STOP = re.compile(r"[.!?](?=\s|$)")
_CUE = re.compile(
    r"\b(?:meanwhile|another|other|also|second|later|earlier|previous(?:ly)?|hours|ago|"
    r"separate(?:ly)?|moreover|furthermore|elsewhere|same|simultaneously|too|addition(?:ally)?)\b"
)
_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|"
    r"august|september|october|november|december|yesterday|today|tonight|"
    r"\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))\b"
)


@dataclass(frozen=True, slots=True)
class Named:
    """An entity: its role by label, and where in the text its names begin."""

    label: int
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where in a text sentences end, and where words for another event or day stand."""

    stops: tuple[int, ...]
    cues: tuple[int, ...]
    days: tuple[int, ...]


def layout(text: str) -> Layout:
    """The layout of a text in lower case."""
    return Layout(*(tuple(m.start() for m in p.finditer(text)) for p in (_STOP, _CUE, _DAY)))


def together(text: str, entities: Sequence[Named], weights: Logistic) -> Numbers:
    """Log odds that each two entities of a type belong to one incident; 0 on the diagonal."""
    table = np.zeros((len(entities), len(entities)))
    pairs = list(combinations(range(len(entities)), 2))
    if pairs:
        given = layout(text)
        rows = [_values(given, entities[i], entities[j], len(entities)) for i, j in pairs]
        for (i, j), sure in zip(pairs, weights.chances(np.array(rows)).tolist(), strict=True):
            table[i, j] = table[j, i] = log_odds(sure)
    return table


def parts(labels: Sequence[int], odds: Numbers, *, apart: float, shared: float) -> list[list[int]]:
    """The entities of a type, by index, in as many incidents as they make.

    Groups are joined while their mean chance is ``apart`` or more; what is neither victim nor
    target goes to the group that it fits best, and to each from the chance ``shared`` on.
    """
    every = range(len(labels))
    anchors = [i for i in every if labels[i] in ANCHORS] or list(every)
    cores = _joined([[i] for i in anchors], odds, log_odds(apart))
    found = [list(core) for core in cores]
    for i in every:
        if i not in anchors:
            fits = [_mean(odds, core, [i]) for core in cores]
            least = min(max(fits), log_odds(shared))
            for part, fits_it in zip(found, fits, strict=True):
                if fits_it >= least:
                    part.append(i)
    return found


def _joined(groups: list[list[int]], odds: Numbers, least: float) -> list[list[int]]:
    while len(groups) > 1:
        pairs = list(combinations(range(len(groups)), 2))
        best = max(pairs, key=lambda pair: _mean(odds, groups[pair[0]], groups[pair[1]]))
        if _mean(odds, groups[best[0]], groups[best[1]]) < least:
            break
        groups[best[0]] += groups.pop(best[1])
    return groups


def _mean(odds: Numbers, one: Sequence[int], other: Sequence[int]) -> float:
    return float(odds[np.ix_(one, other)].mean())


# ------------------------------------------------------------------ learning


def learned(messages: Iterable[Keyed]) -> Logistic:
    """The regression on pairs, from the keys of messages; each message's weight is the root of
    the number of its pairs."""
    rows: list[tuple[float, ...]] = []
    right: list[float] = []
    weights: list[float] = []
    for message in messages:
        found = list(_pairs(message))
        rows += [values for values, _ in found]
        right += [float(one) for _, one in found]
        weights += [1 / math.sqrt(max(len(found), 1))] * len(found)
    return fit(np.array(rows), np.array(right), np.array(weights), ridge=_RIDGE)


def _pairs(message: Keyed) -> Iterator[tuple[tuple[float, ...], bool]]:
    """Each two entities of a type, and whether a template has both."""
    text = flat(message.text)
    given = layout(text)
    for kind in TYPES:
        entities = list(_entities(message, text, kind))
        for (one, its), (other, theirs) in combinations(entities, 2):
            yield _values(given, one, other, len(entities)), bool(its & theirs)


def _entities(message: Keyed, text: str, kind: str) -> Iterator[tuple[Named, set[int]]]:
    """The entities of a type in the key, with the templates that have them."""
    homes: dict[tuple[int, str], set[int]] = defaultdict(set)
    names: dict[tuple[int, str], set[str]] = defaultdict(set)
    for number, template in enumerate(message.templates):
        if template.type.startswith(kind):
            for filler in template.fillers:
                entity = LABELS.index(filler.role), filler.mentions[0]
                homes[entity].add(number)
                names[entity].update(filler.mentions)
    for entity, templates in homes.items():
        places = sorted({at for name in names[entity] for at in _places(text, name)})
        if places:
            yield Named(entity[0], tuple(places)), templates


def _places(text: str, name: str) -> Iterator[int]:
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        yield match.start()


def _values(given: Layout, one: Named, other: Named, crowd: int) -> tuple[float, ...]:
    """What is known of two entities: their roles, and what stands where they come closest."""
    ends = min(
        ((a, b) if a < b else (b, a) for a in one.places for b in other.places),
        key=lambda pair: pair[1] - pair[0],
    )
    stops = _between(given.stops, ends)
    roles = (min(one.label, other.label), max(one.label, other.label))
    return (
        math.log1p(ends[1] - ends[0]) / 8,
        float(stops == 0),
        math.log1p(stops),
        float(_between(given.cues, ends)),
        math.log1p(_between(given.days, ends)),
        math.log1p(crowd),
        *(float(pair == roles) for pair in _ROLES),
    )


def _between(found: Sequence[int], ends: tuple[int, int]) -> int:
    return bisect(found, ends[1]) - bisect(found, ends[0])
