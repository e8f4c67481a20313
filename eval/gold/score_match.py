"""Which of a reader's incidents is which of the labels', and which statement is which.

One to one, of the highest total weight (:func:`eval.matching.assign`). Two incidents can only be
one where the words overlap on which they rest; among those, agreement of day, place, kind and
toll decides.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from eval.gold.score_same import (
    alike,
    near_days,
    same_count,
    same_days,
    same_place,
    same_who,
    wider_place,
)
from eval.gold.score_told import Said, Told, ToldDocument
from eval.gold.score_toll import figure_of, same_toll
from eval.matching import assign
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.model.taxonomy import compatible
from tallystick.model.values import Casualties, Outcome, PartialDate, Place, WeaponUse

_ABOUT = 0.3  # share of statements in common from which two are about one incident


@dataclass(frozen=True, slots=True)
class Pair:
    """An incident of the labels and the reader's. ``optional`` where either leaves it open."""

    wanted: Told
    given: Told

    @property
    def optional(self) -> bool:
        return self.wanted.optional or self.given.optional

    @property
    def found(self) -> bool:
        """Whether an incident of the day was found as one."""
        return self.wanted.wanted and self.given.wanted


@dataclass(frozen=True, slots=True)
class Compared:
    """One document: the pairs, what has no pair, and the whole of both sides.

    ``neutral`` are the reader's incidents that neither help nor hurt: second readings of
    optional ones.
    """

    wanted: ToldDocument
    given: ToldDocument
    pairs: tuple[Pair, ...]
    missed: tuple[Told, ...]
    false: tuple[Told, ...]
    neutral: tuple[Told, ...]

    @property
    def judged(self) -> tuple[Pair, ...]:
        """The pairs of which the fields are judged: the required incidents of the day."""
        return tuple(p for p in self.pairs if p.wanted.wanted and not p.optional)


def compare(wanted: ToldDocument, given: ToldDocument) -> Compared:
    """Match the incidents of two readers of one document."""
    found = assign(wanted.incidents, given.incidents, affinity)
    pairs = tuple(Pair(w, g) for w, g in sorted(found, key=lambda p: p[0].mentions[0]))
    alone = [g for g in given.incidents if all(p.given is not g for p in pairs)]
    neutral = tuple(g for g in alone if g.wanted and _on_optional(g, wanted))
    shown = {id(p.wanted) for p in pairs if p.given.wanted or p.optional}
    return Compared(
        wanted,
        given,
        pairs,
        tuple(w for w in wanted.incidents if w.wanted and id(w) not in shown),
        tuple(g for g in alone if g.wanted and g not in neutral),
        neutral,
    )


def _on_optional(given: Told, document: ToldDocument) -> bool:
    """Whether it is mostly about an optional incident."""
    by = {id(w): affinity(w, given) for w in document.incidents}
    best = max(document.incidents, key=lambda w: by[id(w)], default=None)
    return best is not None and best.optional and by[id(best)] > 0


# ------------------------------------------------------------------ incidents


def affinity(wanted: Told, given: Told) -> float:
    """How well two incidents fit; 0 where they cannot be one."""
    words = dice(wanted.mentions, given.mentions)
    statements = _in_common(wanted.said, given.said)
    if not words and statements < _ABOUT:
        return 0.0
    anchor = any(m.overlaps(given.mentions[0]) for m in wanted.mentions)
    return 4 * words + 2 * statements + anchor + _agreement(wanted, given)


def dice(first: Sequence[Span], second: Sequence[Span]) -> float:
    """The share of the spans of both sides that overlap one of the other."""
    touched = sum(any(a.overlaps(b) for b in second) for a in first)
    touching = sum(any(b.overlaps(a) for a in first) for b in second)
    return (touched + touching) / (len(first) + len(second)) if first or second else 0.0


def _in_common(first: Sequence[Said], second: Sequence[Said]) -> float:
    touched = sum(any(_on_one_thing(a, b) for b in second) for a in first)
    touching = sum(any(_on_one_thing(a, b) for a in first) for b in second)
    return (touched + touching) / (len(first) + len(second)) if first or second else 0.0


def _on_one_thing(first: Said, second: Said) -> bool:
    return first.field is second.field and first.span.overlaps(second.span)


def _agreement(wanted: Told, given: Told) -> float:
    """Up to 3.5: the day 1, the place 1, the kind 0.5, killed and injured 0.5 each."""
    total = 0.0
    if wanted.view.when is not None and given.view.when is not None:
        total += same_days(wanted.view.when, given.view.when) or 0.7 * near_days(
            wanted.view.when, given.view.when
        )
    total += place_found(wanted, given)
    kind = given.view.kind
    total += 0.5 * (kind in wanted.kinds) or 0.25 * any(compatible(kind, k) for k in wanted.kinds)
    for field in (Field.KILLED, Field.INJURED):
        known = figure_of(wanted, field).known and figure_of(given, field).known
        total += 0.5 * (known and same_toll(wanted, given, field))
    return total


def place_found(wanted: Told, given: Told) -> bool:
    """Whether the place that a user would see is one of those that are labelled."""
    where = given.view.where
    places = [s.value for s in wanted.asserted(Field.WHERE) if isinstance(s.value, Place)]
    return where is not None and any(same_place(place, where) for place in places)


# ------------------------------------------------------------------ statements


@dataclass(frozen=True, slots=True)
class Statements:
    """The statements of two incidents: pairs by field and words, and what each has alone.

    Left out is one that only repeats, elsewhere, what one of a pair says; and a wider place
    around one that is wanted ("in Homs province"), which is right but not labelled.
    """

    pairs: tuple[tuple[Said, Said], ...]
    missed: tuple[Said, ...]
    false: tuple[Said, ...]


def statements(wanted: Told, given: Told) -> Statements:
    """Match the statements of two incidents, one to one."""
    pairs = assign(wanted.said, given.said, _fit)
    first, second = [w for w, _ in pairs], [g for _, g in pairs]
    return Statements(
        tuple(pairs),
        tuple(s for s in wanted.said if not _told_already(s, first)),
        tuple(s for s in given.said if not (_told_already(s, second) or _is_wider(s, wanted))),
    )


def _is_wider(given: Said, wanted: Told) -> bool:
    places = [s.value for s in wanted.of(Field.WHERE) if isinstance(s.value, Place)]
    return isinstance(given.value, Place) and any(wider_place(p, given.value) for p in places)


def _fit(wanted: Said, given: Said) -> float:
    if not _on_one_thing(wanted, given):
        return 0.0
    common = min(wanted.span.end, given.span.end) - max(wanted.span.start, given.span.start)
    longest = max(wanted.span.end, given.span.end) - min(wanted.span.start, given.span.start)
    return 1 + 2 * same_value(wanted, given) + (wanted.stance is given.stance) + common / longest


def _told_already(one: Said, matched: Sequence[Said]) -> bool:
    """Whether it is matched itself, or says no more than one that is."""
    return any(
        one is other
        or (
            one.field is other.field
            and one.span != other.span
            and one.stance is other.stance
            and _repeats(one, other)
        )
        for other in matched
    )


def _repeats(one: Said, other: Said) -> bool:
    """Two targets are one by their words, other things by their values."""
    return alike(one.words, other.words) if one.field is Field.TARGET else same_value(one, other)


def same_value(wanted: Said, given: Said) -> bool:
    """Whether two statements on one field give the same value."""
    if wanted.actor is not None and given.actor is not None:
        return same_who(wanted.actor, given.actor)
    for type_, same in _SAME.items():
        if isinstance(wanted.value, type_) and isinstance(given.value, type_):
            return same(wanted.value, given.value)
    return True  # a target, by its words; an occurrence


_SAME: Mapping[type, Callable[..., bool]] = {
    PartialDate: same_days,
    Place: same_place,
    WeaponUse: lambda a, b: a.type == b.type,
    Casualties: lambda a, b: same_count(a.count, b.count),
    Outcome: lambda a, b: a.fate is b.fate,
}
