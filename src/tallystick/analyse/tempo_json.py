"""A tempo, and a lag, as JSON (see docs/tempo.md)."""

from __future__ import annotations

from dataclasses import asdict

from tallystick.analyse.counting import Tally
from tallystick.analyse.lag import Lag
from tallystick.analyse.tempo import Burst, Lull, Per, Stretch, Tempo
from tallystick.analyse.timeline import Days
from tallystick.model.codec import Json, to_json


def tempo_object(tempo: Tempo) -> dict[str, Json]:
    """A tempo as one JSON object; rates are by its day or week."""
    per = tempo.per
    return {
        **_class(tempo.tally),
        "per": per.value,
        "whole": _stretch(tempo.whole, per),
        "bins": [_stretch(each, per) for each in tempo.bins],
        "stretches": [_stretch(each, per) for each in tempo.stretches],
        "lulls": [_lull(each) for each in tempo.lulls],
        "bursts": [_burst(each) for each in tempo.bursts],
        "adrift": tempo.adrift,
        "spread": tempo.spread,
        "dispersion": tempo.dispersion,
        "uncovered": [day.isoformat() for day in tempo.uncovered],
    }


def lag_object(lag: Lag) -> dict[str, Json]:
    """A lag as one JSON object."""
    return {
        "after": _class(lag.after),
        "to": _class(lag.to),
        **_days(lag.days),
        "window": lag.window,
        "starts": lag.starts,
        "answers": lag.answers,
        "followed": lag.followed,
        "late": lag.late,
        "same_day": lag.same_day,
        "waits": list(lag.waits),
        "by_chance": list(lag.by_chance),
        "usual": list(lag.usual) if lag.usual else None,
        "chance": lag.chance,
    }


def _class(tally: Tally) -> dict[str, Json]:
    return {"rule": tally.rule.name, "selection": to_json(tally.selection)}


def _days(days: Days) -> dict[str, Json]:
    return {"first": days.first.isoformat(), "last": days.last.isoformat(), "days": len(days)}


def _stretch(stretch: Stretch, per: Per) -> dict[str, Json]:
    band, (low, high) = stretch.count, stretch.expected
    numbers = {"low": band.low, "best": band.best, "high": band.high or 0}
    return {
        **_days(stretch.days),
        "count": dict(numbers),
        "rate": {name: stretch.rate(number, per) for name, number in numbers.items()},
        "poisson": {"low": stretch.rate(low, per), "high": stretch.rate(high, per)},
        "uncovered": stretch.uncovered,
    }


def _lull(lull: Lull) -> dict[str, Json]:
    return {
        **_days(lull.days),
        "before": _stretch(lull.before, Per.DAY) if lull.before else None,
        "chance": lull.chance,
        "at_most": lull.at_most,
        "notable": lull.notable,
        "possible": lull.possible,
        "uncovered": lull.uncovered,
    }


def _burst(burst: Burst) -> dict[str, Json]:
    return {
        "day": burst.day.isoformat(),
        "count": {name: n for name, n in asdict(burst.count).items() if name != "unknown"},
        "stretch": _stretch(burst.stretch, Per.DAY),
        "chance": burst.chance,
    }
