"""Casualties over all accounts: low, best, high, and whether the accounts differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from tallystick.ledger.view.accounts import Evidence, any_pair, published
from tallystick.ledger.view.authors import authors
from tallystick.ledger.view.counts import span
from tallystick.ledger.view.setting import kind
from tallystick.ledger.view.totals import FIGHTERS, INSIDE, Total, total_of
from tallystick.ledger.view.weighing import weighed
from tallystick.model.incident import Figure
from tallystick.model.statement import Field, Stance
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import Casualties, PersonClass
from tallystick.vocab.matching import fold

_SIDES = FIGHTERS | {PersonClass.FORCES}


def figure(evidence: Evidence, field: Field) -> Figure:
    """Low, best and high of a casualty field.

    Where no account speaks of everybody, the dead of two sides are added up: nobody gave the
    sum, but both are told. Civilians are not: five civilians to one are five fighters to another.
    A denial of casualties counts as an account of zero for ``low`` alone; a denial of a number,
    where others give another, or of some of the casualties, where others give more, does not.
    """
    totals = weighed(totals_of(evidence, field))
    found = _of_two_sides(totals) or _over(_speaking(totals))
    denied = any(_leaves_none(s.value, totals) for s in evidence.denied(field))
    return replace(found, low=0) if denied else found


def differ(evidence: Evidence, field: Field) -> bool:
    """Whether two accounts' figures cannot both hold, or one is denied."""
    totals = weighed(totals_of(evidence, field))
    return bool(evidence.denied(field)) or any_pair(totals, Total.contradicts)


def totals_of(evidence: Evidence, field: Field) -> list[Total]:
    """The total of each account."""
    sides = _authors(evidence)
    return [total_of(account, sides) for account in evidence.accounts(field, Casualties)]


def _authors(evidence: Evidence) -> frozenset[str]:
    """Whose own dead are not those of the attack; a clash has two sides, and no author."""
    if kind(evidence) is IncidentKind.ARMED_CLASH:
        return frozenset()
    said = authors(evidence, *(set(Stance) - {Stance.DENIES}))
    return frozenset(actor.id or fold(actor.name) for actor in said)


def _leaves_none(value: object, totals: Sequence[Total]) -> bool:
    """Whether who denies this count of casualties may mean that there were none."""
    if not isinstance(value, Casualties) or value.count.high == 0:
        return False
    if value.who in INSIDE and any(t.classes.keys() - INSIDE for t in totals):
        return False
    number = value.count.high is not None
    return not (number and any(not value.count.agrees(t.count) for t in totals))


def _speaking(totals: Sequence[Total]) -> list[Total]:
    """The totals that bound the figure: those of one class only where they go against the rest."""
    whole = [t for t in totals if t.whole]
    part = [t for t in totals if not t.whole]
    if whole:
        more = [t for t in part if any(w.is_exceeded_by(t) for w in whole)]
        return [*whole, *more, *(w.with_classes_of(t) for w, t in _at_odds(whole, part))]
    civil = [t for t in part if PersonClass.CIVILIANS in t.classes]
    inside = [t for t in part if t.classes.keys() <= INSIDE]
    if civil:
        return [t for t in part if t not in inside or any(c.contradicts(t) for c in civil)]
    return part


def _at_odds(whole: Sequence[Total], part: Sequence[Total]) -> Iterator[tuple[Total, Total]]:
    """Sums of two sides' dead, and an account of one of the sides that has another number."""
    sums = [w for w in whole if w.classes.keys() <= _SIDES]
    return ((w, t) for w in sums for t in part if w.against(t) and not w.is_exceeded_by(t))


def _of_two_sides(totals: Sequence[Total]) -> Figure | None:
    """The soldiers of some accounts and the fighters of others; none where one speaks of more."""
    if any(t.whole for t in totals):
        return None
    forces = [t for t in totals if PersonClass.FORCES in t.classes]
    fighters = [t for t in totals if t.classes.keys() <= FIGHTERS]
    if not forces or not fighters:
        return None
    return _added(_over(forces), _over(fighters))


def _over(totals: Sequence[Total]) -> Figure:
    """Low, best and high over accounts of the same persons.

    "At least 23" leaves the top open only until another document, of that day or later, gives a
    number that fits.
    """
    lows = [t.count.low for t in totals if t.count.low is not None]
    bounding = [t for t in totals if not any(_closes(other, t) for other in totals)]
    high = span([t.count for t in bounding]).high if bounding else None
    return Figure(min(lows, default=None), _best(totals), high)


def _closes(later: Total, vague: Total) -> bool:
    """Whether a vague account is settled by another document's that gives a number, no earlier."""
    if vague.count.high is not None or later.count.high is None:
        return False
    other = later.document.id != vague.document.id and _day(later) >= _day(vague)
    return other and later.count.agrees(vague.count)


def _added(one: Figure, other: Figure) -> Figure:
    """The sum; low and best of what is known, high open where one of them is."""
    open_ = one.high is None or other.high is None
    return Figure(
        _sum(one.low, other.low),
        _sum(one.best, other.best),
        None if open_ else _sum(one.high, other.high),
    )


def _sum(*numbers: int | None) -> int | None:
    known = [n for n in numbers if n is not None]
    return sum(known) if known else None


def _best(totals: Sequence[Total]) -> int | None:
    """The figure of the latest document; of several that day the commonest, then the higher."""
    given = [t for t in totals if t.count.best is not None]
    if not given:
        return None
    latest = max(_day(t) for t in given)
    figures = Counter(t.count.best or 0 for t in given if _day(t) == latest)
    return max(figures, key=lambda figure: (figures[figure], figure))


def _day(total: Total) -> date:
    return published(total.document) or date.min
