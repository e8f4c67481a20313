"""The tempo of a tally in words and tables, saying no more than the figures do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from tallystick.analyse.lag import Lag
from tallystick.analyse.tempo import Burst, Lull, Per, Stretch, Tempo
from tallystick.analyse.timeline import Days
from tallystick.present import words
from tallystick.present.rows import plain_table
from tallystick.present.tally import asked_for

_UNSTEADY = 1.5  # dispersion from which on it is said


def tempo_view(tempo: Tempo) -> Group:
    """Everything on a tempo: in words, then the rates, then day by day or week by week."""
    parts: list[RenderableType] = [
        Text(f"{tempo.tally.rule.name}: {tempo.tally.rule.description}", style="bold"),
        Text(f"Asked for: {asked_for(tempo.tally.selection)}."),
        Text(),
        _listed(tempo_words(tempo)),
        Text(f"\nA {tempo.per}", style="bold"),
        rate_table(tempo),
        Text(f"\nBy {tempo.per}", style="bold"),
        bin_table(tempo),
    ]
    return Group(*parts)


def _listed(lines: Sequence[str]) -> Table:
    grid = Table.grid(padding=(0, 1))
    for each in lines:
        grid.add_row(Text("-"), Text(each))
    return grid


def tempo_words(tempo: Tempo) -> list[str]:
    """What the figures say, a sentence or two each."""
    lulls = _told(tempo.lulls)
    known = {lull.days for lull in lulls}  # these say so themselves
    silent = [s for s in tempo.stretches if 2 * s.uncovered > len(s.days) and s.days not in known]
    return [
        _course(tempo),
        *_undone(tempo.stretches),
        *map(_cover, silent),
        *map(_lull, lulls),
        *map(_burst, tempo.bursts),
        *_notes(tempo),
    ]


# ------------------------------------------------------------------ rates


def _course(tempo: Tempo) -> str:
    """``From 17 October to 23 November 2023: 2.1 a day (...); from 24 November ...: none.``"""
    parts = [f"{span(s.days)}: {rate_words(s, tempo.per)}" for s in tempo.stretches]
    steady = "; no change of the rate stands out" if len(parts) == 1 and _any(tempo) else ""
    return words.sentence("; ".join(parts) + steady)


def _any(tempo: Tempo) -> bool:
    return tempo.whole.count.best > 0


def rate_words(stretch: Stretch, per: Per) -> str:
    """``2.1 a day (certain 1.2, possible 2.9; Poisson 1.6 to 2.7)``."""
    band, (low, high) = stretch.count, stretch.expected
    if not band.best and not band.high:
        return "none"
    told = f"{_rate(stretch, band.best, per)} a {per}" if band.best else "none"
    doubt = (
        f"certain {_rate(stretch, band.low, per)}, possible {_rate(stretch, band.high or 0, per)}"
    )
    return f"{told} ({doubt}; Poisson {_rate(stretch, low, per)} to {_rate(stretch, high, per)})"


def _rate(stretch: Stretch, number: float, per: Per) -> str:
    return figure(stretch.rate(number, per))


def figure(number: float) -> str:
    """``2.1``, ``0.43``, ``0``: two digits that tell, or all before the point."""
    return f"{number:.1f}" if number >= 1 else f"{number:.2g}"


def _cover(stretch: Stretch) -> str:
    days = stretch.days
    return (
        f"On {stretch.uncovered} of the {len(days)} days {span(days)} no document of the ledger "
        "was published: it tells little of that time."
    )


def _undone(stretches: Sequence[Stretch]) -> Iterator[str]:
    """The changes that the doubtful units alone could make."""
    for former, latter in pairwise(stretches):
        low, high = zip(*map(_bounds, (former, latter)), strict=True)
        if max(low) <= min(high):
            day = words.day_words(latter.days.first)
            yield (
                f"The change on {day} could come of the doubtful alone: "
                "from certain to possible, the rates before and after it overlap."
            )


def _bounds(stretch: Stretch) -> tuple[float, float]:
    band = stretch.count
    return stretch.rate(band.low, Per.DAY), stretch.rate(band.high or 0, Per.DAY)


# ------------------------------------------------------------------ lulls and bursts


def _told(lulls: Sequence[Lull]) -> list[Lull]:
    """The notable ones, or else the longest."""
    notable = [lull for lull in lulls if lull.notable]
    return notable or sorted(lulls, key=lambda lull: -len(lull.days))[:1]


def _lull(lull: Lull) -> str:
    days = words.plural(len(lull.days), "day")
    told = [f"None {span(lull.days)}, {days}{_chance_of(lull)}"]
    if lull.possible:
        told.append(f"{lull.possible} may lie on these days, and not surely.")
    if lull.uncovered:
        mostly = 2 * lull.uncovered > len(lull.days)
        blind = ": it cannot tell a rest from a want of reports" if mostly else ""
        told.append(f"On {_of_them(lull)} no document of the ledger was published{blind}.")
    return " ".join(told)


def _chance_of(lull: Lull) -> str:
    if lull.before is None or lull.chance is None or lull.at_most is None:
        return "; there is no rate before it in the period to set it beside."
    rate = f"{_rate(lull.before, lull.before.count.best, Per.DAY)} a day"
    since = f"{lull.before.count.best} in {words.plural(len(lull.before.days), 'day')}"
    rare = "" if lull.notable else ": nothing out of the ordinary"
    return (
        f". At the rate before ({rate}: {since}) chance alone gives so long a run "
        f"{case(lull.chance)}, and at the least rate that the Poisson interval allows "
        f"{case(lull.at_most)}{rare}."
    )


def _of_them(lull: Lull) -> str:
    return "all of them" if lull.uncovered == len(lull.days) else f"{lull.uncovered} of them"


def _burst(burst: Burst) -> str:
    band, stretch, day = burst.count, burst.stretch, words.day_words(burst.day)
    return (
        f"{band.best} on {day} (certain {band.low}, possible {band.high}), where "
        f"{span(stretch.days)} has {_rate(stretch, stretch.count.best, Per.DAY)} a day: chance "
        f"alone gives some day of that time so many {case(burst.chance)} at most."
    )


def case(chance: float) -> str:
    """``in 3 of 100 cases``; ``in fewer than 1 of 1,000 cases``."""
    if chance < 0.001:
        return "in fewer than 1 of 1,000 cases"
    if chance < 0.01:
        return f"in {1000 * chance:.0f} of 1,000 cases"
    return f"in {100 * chance:.0f} of 100 cases"


def _notes(tempo: Tempo) -> Iterator[str]:
    if tempo.spread:
        yield (
            f"{_those(tempo.spread, 'is')} told of several days: in the high figure of each, in "
            "the best of none."
        )
    if tempo.adrift:
        yield (
            f"{_those(tempo.adrift, 'is')} without a day: only in the high figure of the whole "
            "period."
        )
    if tempo.dispersion >= _UNSTEADY:
        yield (
            f"From one day to the next the number varies {figure(tempo.dispersion)} times as much "
            "as a Poisson rate gives: its intervals are too narrow, its chances too small."
        )


# ------------------------------------------------------------------ tables


def rate_table(tempo: Tempo) -> Table:
    """The rate of the whole period, and of each stretch."""
    titles = ("From", "To", "Days", "Low", "Best", "High", "Poisson 95 %", "No document")
    table = plain_table(*titles, right=range(2, len(titles)))
    rows = [tempo.whole, *(tempo.stretches if len(tempo.stretches) > 1 else ())]
    for each in rows:
        band, (low, high) = each.count, each.expected
        numbers = [_rate(each, n, tempo.per) for n in (band.low, band.best, band.high or 0)]
        poisson = f"{_rate(each, low, tempo.per)} – {_rate(each, high, tempo.per)}"
        days = each.days
        table.add_row(
            str(days.first), str(days.last), str(len(days)), *numbers, poisson, _silent(each)
        )
    return table


def bin_table(tempo: Tempo) -> Table:
    """How many there are on each day, or in each week; the days without a document."""
    titles = (tempo.per.capitalize(), "Low", "Best", "High", "", "No document")
    table = plain_table(*titles, right=(1, 2, 3, 5))
    most = max((each.count.best for each in tempo.bins), default=0)
    for each in tempo.bins:
        band = each.count
        bar = "▪" * -(-band.best * min(most, 20) // most) if most else ""
        numbers = (str(n) if n else "·" for n in (band.low, band.best, band.high))
        name = words.days_cell(each.days.first, each.days.last)
        table.add_row(name, *numbers, bar, _silent(each))
    return table


def _silent(stretch: Stretch) -> str:
    """The days without a document; a cross for one that stands alone."""
    if not stretch.uncovered:
        return ""
    return "×" if len(stretch.days) == 1 else words.plural(stretch.uncovered, "day")


# ------------------------------------------------------------------ lag


def lag_view(lag: Lag) -> Group:
    """A lag in words, and the days waited beside what chance gives."""
    parts: list[RenderableType] = [
        Text(f"{lag.after.rule.name}: {lag.after.rule.description}", style="bold"),
        Text(f"After: {asked_for(lag.after.selection)}."),
        Text(f"To:    {asked_for(lag.to.selection)}."),
        Text(),
        _listed(lag_words(lag)),
        wait_table(lag),
    ]
    return Group(*parts)


def lag_words(lag: Lag) -> list[str]:
    """How many are followed, and how many would be by chance."""
    if lag.chance is None or lag.usual is None:
        return [
            f"There is nothing to tell by: {lag.starts} of the former have a day and "
            f"{words.plural(lag.window, 'day')} after it, {lag.answers} of the latter have a day."
        ]
    few, many = lag.usual
    told = [
        f"{lag.followed} of {lag.starts} were followed by one of the latter within "
        f"{words.plural(lag.window, 'day')}. By chance (the days of the latter moved on together, "
        f"by every number of days) {few} to {many} are in 90 of 100 cases, and {lag.followed} or "
        f"more {case(lag.chance)}.",
        "This says what came after, not why, and a trend that both share is not taken out.",
    ]
    if lag.same_day:
        told.append(
            f"{_those(lag.same_day, 'has')} one on the same day; which came first is not told."
        )
    if lag.late:
        told.append(
            f"{_those(lag.late, 'is')} too near the end of the period to tell, and left out."
        )
    return told + list(_not_told(lag))


def _not_told(lag: Lag) -> Iterator[str]:
    for name, tally, told in (
        ("former", lag.after, lag.starts + lag.late),
        ("latter", lag.to, lag.answers),
    ):
        missing = len(tally.units) - told
        if missing:
            told_so = f"{_those(missing, 'is')} only possible, or on no single day"
            yield f"Of the {name} {told_so}: left out."


_MANY = {"is": "are", "has": "have"}


def _those(number: int, verb: str) -> str:
    """``1 is``, ``3 are``."""
    return f"{number} {verb if number == 1 else _MANY[verb]}"


def wait_table(lag: Lag) -> Table:
    """Of each wait how many there are, and how many chance gives."""
    table = plain_table("Days after", "Followed", "By chance", right=range(3))
    for days, (number, chance) in enumerate(zip(lag.waits, lag.by_chance, strict=True), 1):
        table.add_row(str(days), str(number), figure(chance))
    table.add_row("none", str(lag.starts - lag.followed), figure(lag.starts - sum(lag.by_chance)))
    return table


# ------------------------------------------------------------------ days


def span(days: Days) -> str:
    """``from 17 October to 23 November 2023``, ``on 17 October 2023``."""
    first, last = days.first, days.last
    if first == last:
        return f"on {words.day_words(first)}"
    start = words.day_words(first) if first.year != last.year else f"{first.day} {first:%B}"
    return f"from {start} to {words.day_words(last)}"
