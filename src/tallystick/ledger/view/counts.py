"""Putting counts together: within one account, over parts, over accounts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce

from tallystick.model.values import CountRange


def within(ranges: Sequence[CountRange]) -> CountRange:
    """What one account says in several places: what fits all of it, else all that it spans."""
    met = reduce(_meet, ranges[1:], ranges[0]) if _all_agree(ranges) else None
    return met or span(ranges)


def over(ranges: Sequence[CountRange]) -> CountRange:
    """What several accounts say of a number of things.

    A vague account ("rockets", "at least two") that agrees with an exact one adds nothing.
    """
    closed = [r for r in ranges if r.high is not None]
    return span([r for r in ranges if r.high is not None or not any(map(r.agrees, closed))])


def span(ranges: Sequence[CountRange]) -> CountRange:
    """From the lowest to the highest, open where one of them is."""
    if len(set(ranges)) == 1:
        return ranges[0]
    lows = [r.low for r in ranges if r.low is not None]
    highs = [r.high for r in ranges if r.high is not None]
    return CountRange(min(lows, default=None), max(highs) if len(highs) == len(ranges) else None)


def plus(ranges: Iterable[CountRange]) -> CountRange:
    """The sum of parts; open where one of them is."""
    parts = list(ranges)
    highs = [r.high for r in parts if r.high is not None]
    high = sum(highs) if len(highs) == len(parts) else None
    return parts[0] if len(parts) == 1 else CountRange(sum(r.low or 0 for r in parts), high)


def at_least(count: CountRange) -> CountRange:
    """The same count as a part of something larger."""
    return CountRange(count.low, None)


def _all_agree(ranges: Sequence[CountRange]) -> bool:
    """Ranges on a line have a number in common when each two of them have."""
    return all(a.agrees(b) for i, a in enumerate(ranges) for b in ranges[:i])


def _meet(first: CountRange, second: CountRange) -> CountRange:
    lows = [r.low for r in (first, second) if r.low is not None]
    highs = [r.high for r in (first, second) if r.high is not None]
    met = CountRange(max(lows, default=None), min(highs, default=None))
    return first if met == first else second if met == second else met
