"""Announcements that cannot both be right if they count by one rule.

Every total, and every part of a split, is a number of a class, from a day, to a day, in an
area. Of two such numbers one *holds* the other when it counts all that the other counts: the
same class or a wider one, from the same day or earlier, to the same day or later, in the same
area or a wider one. It can then not be the lesser. And a split that has a part for each area of
the total has to give the total.

Numbers "at least" so and so bound nothing from above, and those that do not say since when are
not compared. Two numbers of one day are, only where the lower was published later: the count may
have risen in the course of the day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import permutations

from tallystick.analyse.announced import Announced
from tallystick.analyse.membership import Membership, in_any, is_kin, of_kind
from tallystick.analyse.selection import Aspect
from tallystick.model.statement import TallyPart
from tallystick.model.values import CountRange, Place, PlacePrecision


@dataclass(frozen=True, slots=True)
class Said:
    """One announced number: the total of an announcement, or a part of its split."""

    announced: Announced
    part: TallyPart | None = None

    @property
    def count(self) -> CountRange:
        """The number announced."""
        return self.part.count if self.part else self.announced.tally.count

    @property
    def areas(self) -> tuple[Place, ...]:
        """Where it counts; empty is anywhere."""
        return (self.part.place,) if self.part else self.announced.tally.areas


@dataclass(frozen=True, slots=True)
class SplitConflict:
    """A total that its split does not give; ``parts`` is the sum of the split."""

    announced: Announced
    parts: CountRange


@dataclass(frozen=True, slots=True)
class OrderConflict:
    """A number that is greater than one which has to hold it: a later one, or one of more."""

    greater: Said
    holder: Said


Conflict = SplitConflict | OrderConflict


def conflicts(announced: Sequence[Announced]) -> list[Conflict]:
    """All conflicts, splits first, in the order given. A borrowed baseline is none."""
    said = [s for each in announced for s in _said(each)]
    splits = [c for each in announced if (c := _split(each))]
    orders = [OrderConflict(a, b) for a, b in permutations(said, 2) if _too_great(a, b)]
    return [*splits, *_gravest(orders)]


def _said(announced: Announced) -> Iterator[Said]:
    yield Said(announced)
    for part in announced.tally.parts:
        yield Said(announced, part)


def _split(announced: Announced) -> SplitConflict | None:
    tally = announced.tally
    named = {_area_key(place) for place in tally.places}
    split = {_area_key(part.place) for part in tally.parts}
    whole = named == split if named else all(_is_country(part.place) for part in tally.parts)
    if len(split) < 2 or not whole:
        return None
    parts = _sum(part.count for part in tally.parts)
    return None if parts.agrees(tally.count) else SplitConflict(announced, parts)


def _area_key(place: Place) -> str:
    return place.id or place.name


def _is_country(place: Place) -> bool:
    return place.precision is PlacePrecision.COUNTRY


def _sum(counts: Iterable[CountRange]) -> CountRange:
    parts = list(counts)
    highs = [part.high for part in parts if part.high is not None]
    high = sum(highs) if len(highs) == len(parts) else None
    return CountRange(sum(part.low or 0 for part in parts), high)


def _too_great(one: Said, other: Said) -> bool:
    """Whether the second should hold the first, and is less."""
    if other.count.high is None or (one.count.low or 0) <= other.count.high:
        return False
    return _in_time(one, other) and _same_class(one, other) and _inside(one, other)


def _in_time(one: Said, other: Said) -> bool:
    first, second = one.announced, other.announced
    since = [each.tally.baseline and each.tally.baseline.start for each in (first, second)]
    if any(b.aspect is Aspect.DATE for b in (*first.borrowed, *second.borrowed)):
        return False
    if not (since[0] and since[1] and first.as_of and second.as_of) or since[0] < since[1]:
        return False
    if first.as_of != second.as_of or first is second:
        return first.as_of <= second.as_of
    return _published(first) < _published(second)


def _published(announced: Announced) -> date:
    known = announced.document.published
    return (known and (known.end or known.start)) or date.min


def _same_class(one: Said, other: Said) -> bool:
    first, second = one.announced.tally, other.announced.tally
    if first.unit is not second.unit or (second.who and first.who is not second.who):
        return False
    wider = of_kind(first.kind, second.kind) is Membership.MEMBER
    targets = all(is_kin(actor, second.targets) for actor in first.targets)
    attackers = all(is_kin(actor, second.attackers) for actor in first.attackers)
    return (
        wider
        and (not second.targets or (bool(first.targets) and targets))
        and (not second.attackers or (bool(first.attackers) and attackers))
    )


def _inside(one: Said, other: Said) -> bool:
    if not other.areas:
        return True
    return bool(one.areas) and all(
        in_any(place, other.areas) is Membership.MEMBER for place in one.areas
    )


def _gravest(orders: Sequence[OrderConflict]) -> Iterator[OrderConflict]:
    """Of the numbers of two announcements, the totals where these conflict, else the parts."""
    totals = {
        (id(c.greater.announced), id(c.holder.announced))
        for c in orders
        if c.greater.part is None and c.holder.part is None
    }
    for conflict in orders:
        pair = id(conflict.greater.announced), id(conflict.holder.announced)
        if (conflict.greater.part is None and conflict.holder.part is None) or pair not in totals:
            yield conflict
