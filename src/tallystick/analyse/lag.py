"""How many days pass from incidents of one class to the next of another: strike to response.

The share of the former that one of the latter follows within a window is set beside what
chance gives: the same with the days of the latter moved on together, those that fall off the
end of the period coming in at its start, by every possible number of days (the toroidal shift
of Lotwick and Silverman 1982). This keeps each class as bunched as it is. A trend that both
have in common remains: where both are frequent in one part of the period, the one follows the
other more often there, whatever the reason. That one came after says nothing of why.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tallystick.analyse.counting import Tally, count
from tallystick.analyse.rule import Rule
from tallystick.analyse.selection import Selection
from tallystick.analyse.tempo import period
from tallystick.analyse.timeline import Days, timeline
from tallystick.model.incident import Incident

WINDOW = 7
_TAIL = 0.05


@dataclass(frozen=True, slots=True)
class Lag:
    """Days from each incident of one class to the next of another, by the best figures.

    ``after`` and ``to`` are the two tallies, of ``days``. ``starts`` are those of the former
    whose day is told and after which the period goes on for the ``window``, ``answers`` those
    of the latter whose day is told. ``waits`` counts the starts by the days to the next answer,
    from 1 to ``window``; one of the same day is no answer, as nobody says which came first:
    ``same_day`` starts have one. ``by_chance`` has for each wait the mean over the shifts.
    ``usual`` are the numbers followed that 90 of 100 shifts lie between, and ``chance`` the
    share of shifts with as many or more; ``None`` where there is nothing to shift.
    """

    after: Tally
    to: Tally
    days: Days
    window: int
    starts: int
    answers: int
    late: int
    same_day: int
    waits: tuple[int, ...]
    by_chance: tuple[float, ...]
    usual: tuple[int, int] | None
    chance: float | None

    @property
    def followed(self) -> int:
        """How many starts have an answer within the window."""
        return sum(self.waits)


def lag(
    incidents: Sequence[Incident],
    rule: Rule,
    after: Selection,
    to: Selection,
    window: int = WINDOW,
) -> Lag | None:
    """The lag from one class to another in one period; ``None`` where neither has a day.

    ``incidents`` are of every standing. The period is that of ``after``, its open ends closed by
    what counts of either class. Raises :class:`~tallystick.errors.RuleError`.
    """
    days = _period(incidents, rule, after, to)
    if days is None:
        return None
    first, second = (
        count(incidents, rule, replace(each, since=days.first, until=days.last))
        for each in (after, to)
    )
    starts, answers = _places(first, days), sorted(set(_places(second, days)))
    timely = [start for start in starts if start + window < len(days)]
    shifts = [_waits(timely, _moved(answers, by, len(days)), window) for by in range(len(days))]
    told = bool(timely and answers)
    numbers = sorted(sum(waits) for waits in shifts)
    return Lag(
        after=first,
        to=second,
        days=days,
        window=window,
        starts=len(timely),
        answers=len(_places(second, days)),
        late=len(starts) - len(timely),
        same_day=sum(start in set(answers) for start in timely),
        waits=shifts[0],
        by_chance=tuple(sum(each) / len(shifts) for each in zip(*shifts, strict=True)),
        usual=_middle(numbers) if told else None,
        chance=sum(n >= sum(shifts[0]) for n in numbers) / len(numbers) if told else None,
    )


def _period(
    incidents: Sequence[Incident], rule: Rule, after: Selection, to: Selection
) -> Days | None:
    found = [d for each in (after, to) if (d := period(incidents, rule, each))]
    if not found:
        return None
    return Days(min(d.first for d in found), max(d.last for d in found))


def _places(tally: Tally, days: Days) -> list[int]:
    """The days of the units that count, from 0 for the first."""
    daily = timeline(tally, days).daily
    return [at for at, number in enumerate(daily) for _ in range(number)]


def _moved(places: Sequence[int], by: int, size: int) -> list[int]:
    return sorted((place + by) % size for place in places)


def _waits(starts: Sequence[int], answers: Sequence[int], window: int) -> tuple[int, ...]:
    """How many starts wait 1, 2, ... ``window`` days for the next answer."""
    waits = Counter(
        answers[at] - start
        for start in starts
        if (at := bisect_right(answers, start)) < len(answers)
    )
    return tuple(waits[days] for days in range(1, window + 1))


def _middle(numbers: Sequence[int]) -> tuple[int, int]:
    """Between what 90 of 100 lie."""
    cut = int(len(numbers) * _TAIL)
    return numbers[cut], numbers[-1 - cut]
