"""Comparing the toll."""

from __future__ import annotations

from collections.abc import Iterable

from tallystick.link import weights as w
from tallystick.link.profile import Profile
from tallystick.link.weights import Level
from tallystick.model.judgement import Reason
from tallystick.model.values import CountRange

FAR_RATIO = 3  # two tolls are far apart where one is more than so many times the other,
FAR_DIFFERENCE = 5  # and greater by more than so many


class CasualtiesComparison:
    """Do the numbers of killed, injured and abducted agree?

    The same number speaks for one occurrence, the more the higher it is. A number that
    rises from an earlier report to a later one is what tolls do and counts for nothing.
    Numbers that exclude each other count a little against it: a toll that sources dispute
    makes an incident contested, not two.
    """

    def __call__(self, a: Profile, b: Profile) -> Iterable[Reason]:
        rose = _order(a, b)
        for name, p, q in (
            ("killed", a.killed, b.killed),
            ("injured", a.injured, b.injured),
            ("abducted", a.abducted, b.abducted),
        ):
            if p is not None and q is not None:
                level = _toll_level(p, q, rose)
                if level.bits:
                    yield level.reason(f"{name}: {' and '.join(sorted({_said(p), _said(q)}))}")


def _order(a: Profile, b: Profile) -> int:
    """1 if ``b`` was published later than ``a``, -1 if earlier, 0 if unknown or the same day."""
    first, second = a.published_on, b.published_on
    return (second > first) - (second < first) if first and second else 0


def _toll_level(p: CountRange, q: CountRange, order: int) -> Level:
    if p == q and p.low == p.high and p.low is not None:
        return w.NONE_AGREE if p.low == 0 else w.FEW_AGREE if p.low < 5 else w.MANY_AGREE
    if p.agrees(q):
        return w.COUNTS_FIT
    low, high = sorted((p.best or 0, q.best or 0))
    if high > FAR_RATIO * low and high - low > FAR_DIFFERENCE:
        return w.COUNTS_FAR
    rises = ((q.best or 0) - (p.best or 0)) * order > 0
    return w.COUNT_ROSE if rises else w.COUNTS_CLASH


def _said(count: CountRange) -> str:
    if count.low == count.high:
        return str(count.low)
    if count.high is None:
        return f"at least {count.low}"
    return f"{count.low or 0} to {count.high}"
