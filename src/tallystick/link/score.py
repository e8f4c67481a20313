"""The score of a pair: the sum of its reasons, as a probability, and the verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import fsum, inf

from tallystick.link import weights as w
from tallystick.link.comparisons import COMPARISONS
from tallystick.link.profile import Profile, Text, profile
from tallystick.model.codec import to_json
from tallystick.model.document import Document
from tallystick.model.ids import judgement_id
from tallystick.model.judgement import PROGRAM, Judgement, Reason, Verdict
from tallystick.model.statement import Report

Levels = tuple[tuple[str, float], ...]  # the feature and the bits of each reason found

# Bits from which one reason of a comparison is strong enough to call two different. That texts
# without a day were published weeks apart is no contradiction; that it was months is.
_CONTRARY = {
    "standing": -2.0,
    "date": -2.0,
    "publication": -5.0,
    "place": -2.0,
    "target": -2.0,
    "attackers": -2.0,
    "kind": -2.0,
    "extent": -2.0,
}
# What tells two apart with nothing else only below this: of all that is read, towns and areas are
# wrong the most. Two bases on the map are not taken for each other.
_DOUBTED = frozenset(
    (level.feature, level.bits) for level in (w.PLACES_BESIDE, w.PLACES_APART, w.PLACES_FAR)
)
_DOUBTED_BELOW = 0.1
# What tells two of one document apart only together: its reader has already parted them.
_BESIDE = frozenset(("target", "casualties", "kind", "weapons", "attackers"))
_TOLD_BESIDE_BELOW = 0.05
_ENOUGH = -2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkOptions:
    """Where the verdicts lie on the scale of scores: *same* and *unsure* from these on."""

    same: float = 0.85
    unsure: float = 0.3

    def __post_init__(self) -> None:
        if not 0 <= self.unsure <= self.same <= 1:
            raise ValueError(f"not 0 <= unsure <= same <= 1: {self.unsure}, {self.same}")


DEFAULTS = LinkOptions()


def compare(
    a: Report,
    b: Report,
    *,
    documents: Mapping[str, Document],
    options: LinkOptions = DEFAULTS,
) -> Judgement:
    """The program's judgement on any two reports, with every reason.

    ``documents`` holds the documents of both by id. The order of ``a`` and ``b`` does not
    matter. Raises ``KeyError`` where a document is missing and ``ValueError`` where both
    are one report.
    """
    first, second = (profile(r, Text.of(documents[r.document])) for r in (a, b))
    return judge_pair(first, second, options)


def judge_pair(a: Profile, b: Profile, options: LinkOptions) -> Judgement:
    """The judgement on two profiles: :func:`weigh`, with names and an id."""
    return weigh(a, b, options).judgement()


@dataclass(frozen=True, slots=True)
class Weighed:
    """A pair weighed, before anybody wants to keep what was found. ``a`` < ``b``."""

    a: str
    b: str
    verdict: Verdict
    score: float
    reasons: tuple[Reason, ...]

    def judgement(self) -> Judgement:
        """The same as a judgement of the program, with its id."""
        rest = (self.verdict.value, PROGRAM, self.score, to_json(self.reasons))
        id_ = judgement_id(self.a, self.b, *rest)
        return Judgement(id_, self.a, self.b, self.verdict, PROGRAM, self.score, self.reasons)


def weigh(a: Profile, b: Profile, options: LinkOptions) -> Weighed:
    """All comparisons of a pair, summed, in the model of splink.

    The score is ``1 / (1 + 2 ** -bits)`` of the sum of all weights, prior included. A pair
    is *different* only where a telling reason (day, place, target, attackers, kind, how
    many) speaks against it; a low score for want of evidence is *unsure*.
    """
    a, b = (a, b) if a.id < b.id else (b, a)
    found = tuple(reason for comparison in COMPARISONS for reason in comparison(a, b))
    return summed(a.id, b.id, found, options)


def summed(a: str, b: str, found: tuple[Reason, ...], options: LinkOptions) -> Weighed:
    """What all comparisons found of two reports, ``a`` < ``b``, under one score and verdict."""
    levels = tuple([(reason.feature, reason.weight) for reason in found])
    score, verdict, caps = _sum(levels, options)
    return Weighed(a, b, verdict, score, (_PRIOR, *found, *caps))


def reweighed(weighed: Weighed, reason: Reason, options: LinkOptions) -> Weighed:
    """The same pair with one reason more, which no cap bounds."""
    reasons = (*weighed.reasons, reason)
    score = probability(fsum(each.weight for each in reasons))
    verdict = _verdict(score, tuple((each.feature, each.weight) for each in reasons), options)
    return Weighed(weighed.a, weighed.b, verdict, score, reasons)


_PRIOR = w.PRIOR.reason(w.PRIOR.meaning)


@lru_cache(maxsize=1 << 16)
def _sum(levels: Levels, options: LinkOptions) -> tuple[float, Verdict, tuple[Reason, ...]]:
    caps = tuple(_capped(levels))
    weights = (_PRIOR.weight, *(bits for _, bits in levels), *(cap.weight for cap in caps))
    score = probability(fsum(weights))
    return score, _verdict(score, levels, options), caps


def _capped(levels: Levels) -> Iterator[Reason]:
    """What features that go together weigh beyond their caps, taken off again."""
    habit = "place, parties and means often recur together"
    topic = "and so do the words in which they are told"
    text = "names, words and copied text are one evidence"
    taken = 0.0  # of the habit, which is a part of the topic
    for feature, features, cap, why in (
        ("habit", w.HABIT_FEATURES, w.HABIT_CAP, habit),
        ("topic", w.TOPIC_FEATURES, w.TOPIC_CAP, topic),
        ("text", w.TEXT_FEATURES, w.TEXT_CAP, text),
    ):
        alike = fsum(bits for own, bits in levels if own in features and bits > 0)
        excess = round(alike - cap - (taken if feature == "topic" else 0.0), 2)
        if excess > 0:
            taken += excess
            yield Reason(feature, f"{why}: no more than {cap:g} bits", -excess)


def probability(bits: float) -> float:
    """Log-odds in bits as a probability, rounded to four places so that ids are stable."""
    bits = max(-60.0, min(60.0, bits))
    odds: float = 2.0**bits
    return round(odds / (1.0 + odds), 4)


def _verdict(score: float, levels: Levels, options: LinkOptions) -> Verdict:
    if score >= options.same:
        return Verdict.SAME
    against = {each for each in levels if each[1] <= _CONTRARY.get(each[0], -inf)}
    if not against and score < _TOLD_BESIDE_BELOW:
        against = _told_beside(levels)
    below = min(options.unsure, _DOUBTED_BELOW) if against <= _DOUBTED else options.unsure
    return Verdict.DIFFERENT if against and score < below else Verdict.UNSURE


def _told_beside(levels: Levels) -> set[tuple[str, float]]:
    """What speaks against two reports of one document, where it comes to as much as one telling
    reason; nothing for reports of two."""
    if all(feature != w.SAME_DOCUMENT.feature for feature, _ in levels):
        return set()
    against = {each for each in levels if each[0] in _BESIDE and each[1] < 0}
    return against if fsum(bits for _, bits in against) <= _ENOUGH else set()
