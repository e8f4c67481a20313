"""Learning how to weigh the network against the rules, on documents that it was not trained on.

Each decision is a logistic regression over a few features of both
(:mod:`tallystick.extract.trained.combine`); what is right is told by the labels.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from eval.gold.labels import GoldDocument, GoldIncident, GoldStatement
from tallystick.extract.actors.voices import voices_of
from tallystick.extract.annotate import annotate
from tallystick.extract.frames.reading import frames
from tallystick.extract.mentions.reading import mentions
from tallystick.extract.trained.combine import (
    COMBINATION,
    EVENT,
    LEARNED,
    PLAIN,
    REPORT,
    SAME,
    Combination,
)
from tallystick.extract.trained.joining.assembly import (
    View,
    event_features,
    groups,
    same_features,
    ties_of,
    value_features,
    view,
)
from tallystick.extract.trained.network.model import Network, load
from tallystick.extract.trained.network.scores import scores_of
from tallystick.extract.trained.speech import refined
from tallystick.extract.trained.values.candidates import Candidate
from tallystick.model.document import Document
from tallystick.model.statement import Field, Standing
from tallystick.model.values import PartialDate, Place
from tallystick.vocab.matching import fold

_RIDGE = 1.0
_STEPS = 50
_STRICT = 0.5  # the square of beta
_LOWEST, _HIGHEST = 0.1, 0.7  # of the probability from which a decision is taken
_DEGREES = 0.25


@dataclass
class Lessons:
    """Features and what was right, by decision."""

    features: dict[str, list[tuple[float, ...]]] = field(default_factory=lambda: defaultdict(list))
    right: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))

    def add(self, decision: str, features: tuple[float, ...], *, right: bool) -> None:
        self.features[decision].append(features)
        self.right[decision].append(right)


def learn(documents: Iterable[tuple[Document, GoldDocument]], folder: Path) -> Combination:
    """Fit all decisions for the network in a folder, and write them beside it."""
    network = load(folder)
    views = [(seen(network, document), gold) for document, gold in documents]
    lessons = Lessons()
    for one, gold in views:
        _events(lessons, one, gold)
    first = fitted(lessons)
    for one, gold in views:
        _groups(lessons, one, gold, first)
    combination = fitted(lessons)
    weights = {name: [round(w, 4) for w in ws] for name, ws in combination.weights.items()}
    data = {"weights": weights, "least": dict(combination.least)}
    (folder / COMBINATION).write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    return combination


def seen(network: Network, document: Document) -> View:
    """What both readers find in a document."""
    scores = scores_of(network, document)
    notes = refined(annotate(document), scores)
    told = mentions(notes, voices_of(notes))
    return view(notes, told, frames(told), scores)


def _incidents(one: View, gold: GoldDocument) -> list[tuple[GoldIncident, ...]]:
    """For each mention the incidents that it really is of."""
    return [
        tuple(i for i in gold.incidents if any(m.overlaps(anchor) for m in i.mentions))
        for anchor in one.anchors
    ]


def _events(lessons: Lessons, one: View, gold: GoldDocument) -> None:
    told = _incidents(one, gold)
    for index, incidents in enumerate(told):
        lessons.add(EVENT, event_features(one, index), right=bool(incidents))
    same = one.scores.same(one.anchors)
    for a, here in enumerate(told):
        for b in range(a + 1, len(told)):
            if here and told[b]:
                ids = {i.id for i in here} & {i.id for i in told[b]}
                lessons.add(SAME, same_features(one, same, a, b), right=bool(ids))


def _groups(lessons: Lessons, one: View, gold: GoldDocument, weigh: Combination) -> None:
    told = _incidents(one, gold)
    table = ties_of(one)
    for group in groups(one, weigh):
        ids = Counter(i.id for at in group.members for i in told[at])
        incident = next(
            (i for i in gold.incidents if ids and i.id == ids.most_common(1)[0][0]), None
        )
        if incident is None or not incident.optional:
            lessons.add(REPORT, group.features, right=incident is not None)
        if incident is None or incident.standing is Standing.BACKGROUND:
            continue
        for candidate, ties in zip(one.candidates, table, strict=True):
            if candidate.field in LEARNED:
                features = value_features(candidate, group.members, ties)
                right = any(_is(candidate, s, one.notes.text) for s in incident.of(candidate.field))
                lessons.add(str(candidate.field.value), features, right=right)


def _is(candidate: Candidate, told: GoldStatement, text: str) -> bool:
    """The same words, the same words elsewhere, or the same value told by others."""
    if candidate.span.overlaps(told.span):
        return True
    if candidate.when is not None and isinstance(told.value, PartialDate):
        date = candidate.when.date
        return date.start is not None and (date.start, date.end) == (
            told.value.start,
            told.value.end,
        )
    if candidate.field in _NAMED and fold(candidate.span.of(text)) == fold(told.span.of(text)):
        return True
    return candidate.where is not None and _near(candidate.where.place, told.value)


_NAMED = (Field.WHERE, Field.ATTACKER, Field.TARGET)


def _near(given: Place, told: object) -> bool:
    """Whether two places of one precision are within some 25 km."""
    if not isinstance(told, Place) or given.precision is not told.precision:
        return False
    if given.lat is None or given.lon is None or told.lat is None or told.lon is None:
        return False
    return abs(given.lat - told.lat) < _DEGREES and abs(given.lon - told.lon) < _DEGREES


# ------------------------------------------------------------------ logistic regression


def fitted(lessons: Lessons) -> Combination:
    """The weights of all decisions that there are lessons in, the others as they stand in."""
    learned = {
        name: tuple(_regression(np.array(rows), np.array(lessons.right[name])))
        for name, rows in lessons.features.items()
        if len(set(lessons.right[name])) == 2
    }
    weighed = Combination({**PLAIN.weights, **learned})
    return Combination(
        weighed.weights, {name: _balance(weighed, lessons, name) for name in learned}
    )


def _balance(weighed: Combination, lessons: Lessons, name: str) -> float:
    """The probability from which on F is the highest.

    A side or a place told several times is found if it is found once, a wrong one stays wrong:
    there precision counts more than recall.
    """
    beta = _STRICT if name in (Field.ATTACKER, Field.WHERE) else 1.0
    scored = sorted(
        zip(
            (weighed.probability(name, f) for f in lessons.features[name]),
            lessons.right[name],
            strict=True,
        ),
        reverse=True,
    )
    wanted = sum(right for _, right in scored)
    best, least, hits = 0.0, 0.5, 0
    for taken, (chance, right) in enumerate(scored, 1):
        hits += right
        f = (1 + beta) * hits / (taken + beta * wanted)
        if f > best:
            best, least = f, chance
    return round(min(max(least, _LOWEST), _HIGHEST), 3)


def _regression(rows: npt.NDArray[np.float64], right: npt.NDArray[np.bool_]) -> list[float]:
    """Newton's method with a ridge on all weights but the constant."""
    x = np.hstack([np.ones((len(rows), 1)), rows])
    ridge = np.full(x.shape[1], _RIDGE)
    ridge[0] = 1e-6
    weights = np.zeros(x.shape[1])
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        gradient = x.T @ (right - p) - ridge * weights
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        step = np.linalg.solve(hessian, gradient)
        weights = weights + step
        if np.abs(step).max() < 1e-6:
            break
    return [float(w) for w in weights]
