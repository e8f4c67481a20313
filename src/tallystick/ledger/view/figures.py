"""Casualties over all accounts: low, best, high, and whether the accounts differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from tallystick.ledger.view.accounts import Evidence, any_pair, published
from tallystick.ledger.view.counts import span
from tallystick.ledger.view.totals import Total, total_of
from tallystick.model.incident import Figure
from tallystick.model.statement import Field
from tallystick.model.values import Casualties


def figure(evidence: Evidence, field: Field) -> Figure:
    """Low, best and high of a casualty field.

    A denial of casualties counts as an account of zero for ``low`` alone.
    """
    totals = _speaking(totals_of(evidence, field))
    lows = [t.count.low for t in totals if t.count.low is not None]
    if any(_is_of_someone(s.value) for s in evidence.denied(field)):
        lows.append(0)
    high = span([t.count for t in totals]).high if totals else None
    return Figure(min(lows, default=None), _best(totals), high)


def differ(evidence: Evidence, field: Field) -> bool:
    """Whether two accounts' figures cannot both hold, or one is denied."""
    return bool(evidence.denied(field)) or any_pair(totals_of(evidence, field), Total.contradicts)


def totals_of(evidence: Evidence, field: Field) -> list[Total]:
    """The total of each account."""
    return [total_of(account) for account in evidence.accounts(field, Casualties)]


def _is_of_someone(value: object) -> bool:
    return isinstance(value, Casualties) and value.count.high != 0


def _speaking(totals: Sequence[Total]) -> list[Total]:
    """The totals that bound the figure: those of one class only where they exceed the rest."""
    whole = [t for t in totals if t.whole]
    if not whole:
        return list(totals)
    return [t for t in totals if t.whole or any(w.contradicts(t) for w in whole)]


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
