"""Which accounts of casualties speak of the whole, read beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tallystick.ledger.view.counts import plus
from tallystick.ledger.view.totals import FIGHTERS, INSIDE, Total
from tallystick.model.values import CountRange, PersonClass

_PART_OF = INSIDE | {PersonClass.PEOPLE}


def weighed(totals: Sequence[Total]) -> list[Total]:
    """The totals as they are to be put together, in order.

    The attackers' own dead go where others are told of, as do some told apart where all are;
    "three children were also killed" is added to those told before, and "a third policeman
    died" beside two dead is three. Where no account tells of any others than soldiers, or than
    civilians, one that counts them alone counts all.
    """
    kept = [t for t in totals if not t.of_authors] or list(totals)
    kept = [t for t in kept if not any(_is_nobody_of(t, other) for other in kept)]
    first = [b for t in kept if t.manner.more and (b := _before(t, kept))]
    kept = [_with_those_before(t, kept) for t in kept]
    kept = [_with_the_others(t, kept) for t in kept]
    kept = [t for t in kept if not t.manner.part or not any(_has(o, t) for o in kept)]
    alone = _only_class(kept)
    return [replace(t, of_all=t in first or _is_of_all(t, alone, kept)) for t in kept]


def _is_nobody_of(none: Total, other: Total) -> bool:
    """Whether a document says in its own voice that nobody was hurt, and tells of some who were,
    not as their killers claim: the two are of different attacks."""
    nobody = none.count.high == 0 and none.manner.own and not other.manner.claimed
    return nobody and other.document is none.document and bool(other.count.low)


def _with_those_before(total: Total, totals: Sequence[Total]) -> Total:
    """Those told as more of another sort ("three children **also** died") with those before."""
    before = _before(total, totals) if total.manner.more else None
    if before is None:
        return total
    classes = {**before.classes, **total.classes}
    return replace(total, count=plus([before.count, total.count]), classes=classes)


def _before(total: Total, totals: Sequence[Total]) -> Total | None:
    """What its document tells last before it, of others."""
    before = (t for t in totals if t.document is total.document and _are_others(t, total))
    earlier = [t for t in before if t.manner.start < total.manner.start]
    return max(earlier, key=lambda t: t.manner.start) if earlier else None


def _are_others(first: Total, second: Total) -> bool:
    """Whether they count persons of whom none is both: fighters, and children."""
    armed = FIGHTERS | {PersonClass.FORCES}
    sorts = [bool(t.classes) and t.classes.keys() <= armed for t in (first, second)]
    civil = [not t.classes.keys() & (armed | {PersonClass.PEOPLE}) for t in (first, second)]
    return (sorts[0] and civil[1]) or (sorts[1] and civil[0])


def _with_the_others(total: Total, totals: Sequence[Total]) -> Total:
    """ "A **third** policeman died", where somebody else has two: three."""
    nth = total.manner.nth
    if nth is None or not any(t.count == CountRange.exactly(nth - 1) for t in totals):
        return total
    number = CountRange.exactly(nth)
    return replace(total, count=number, classes=dict.fromkeys(total.classes, number))


def _has(whole: Total, part: Total) -> bool:
    """Whether a number of all is no less than that of some."""
    return not whole.manner.part and (whole.count.high is None or _low(whole) >= _low(part))


def _low(total: Total) -> int:
    return total.count.low or 0


def _only_class(totals: Sequence[Total]) -> PersonClass | None:
    """The one sort of persons of whom any account tells, where some account tells of people."""
    sorts = {who for t in totals for who, n in t.classes.items() if n.high != 0} - _PART_OF
    people = any(PersonClass.PEOPLE in t.classes for t in totals)
    return next(iter(sorts)) if people and len(sorts) == 1 else None


def _is_of_all(total: Total, alone: PersonClass | None, totals: Sequence[Total]) -> bool:
    if alone is None or alone not in total.classes or total.count.high == 0:
        return False
    same = (t for t in totals if t is not total and t.document is total.document)
    return not any(PersonClass.PEOPLE in t.classes for t in same)
