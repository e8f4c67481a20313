"""A tally as JSON, and as rows of a table (see docs/counting.md)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tallystick.analyse.counting import Band, Counted, Group, Tally
from tallystick.analyse.membership import Membership
from tallystick.analyse.selection import Finding, Judged
from tallystick.analyse.units import Unit
from tallystick.model.codec import Json, to_json

Row = tuple[str, ...]

COUNTS = {
    Membership.NO: "no",
    Membership.POSSIBLE: "possible",
    Membership.LIKELY: "likely",
    Membership.MEMBER: "certain",
}
"""In words, how sure something is to count."""


def tally_object(tally: Tally, groups: Sequence[Group] = ()) -> dict[str, Json]:
    """A tally as one JSON object, with its groups where there are any."""
    return {
        "rule": tally.rule.name,
        "selection": to_json(tally.selection),
        **_numbers(tally.counted),
        "units": [_unit(unit) for unit in tally.units],
        "left_out": [
            {"incident": e.incident.id, "by_rule": e.by_rule, **_finding(e.reason)}
            for e in tally.left_out
        ],
        "groups": [
            {"group": group.label, **_numbers(group.counted), "units": _keys(group)}
            for group in groups
        ],
    }


def _numbers(counted: Counted) -> dict[str, Json]:
    return {
        "count": _band(counted.count),
        "killed": _band(counted.killed),
        "injured": _band(counted.injured),
    }


def _band(band: Band) -> Json:
    return {"low": band.low, "best": band.best, "high": band.high, "unknown": band.unknown}


def _unit(unit: Unit) -> Json:
    return {
        "key": list(unit.key),
        "counts": COUNTS[unit.membership],
        "incidents": [incident.id for incident in unit.incidents],
        "doubts": [_finding(doubt) for doubt in unit.doubts],
    }


def _finding(finding: Finding) -> dict[str, Json]:
    return {"aspect": finding.aspect.value, "why": finding.words}


def _keys(group: Group) -> list[Json]:
    return [list(unit.key) for unit in group.counted.units]


BEFORE = ("unit", "group", "counts", "why")
"""The columns of :func:`tally_rows`; a table has those of the incident behind them."""


def tally_rows(tally: Tally, groups: Sequence[Group] = ()) -> Iterator[tuple[Judged, Row]]:
    """Every incident of a tally with its cells, those left out by the rule last.

    An incident has as many rows as it has units (claims); units are numbered from 1.
    """
    group_of = {unit: group.label for group in groups for unit in group.counted.units}
    for number, unit in enumerate(tally.units, 1):
        why = "; ".join(doubt.words for doubt in unit.doubts)
        for each in unit.judged:
            cells = (str(number), group_of.get(unit, ""), COUNTS[each.membership], why)
            yield each, cells
    for left in tally.ruled_out:
        cells = ("", "", COUNTS[Membership.NO], left.reason.words)
        yield Judged(left.incident, (left.reason,)), cells
