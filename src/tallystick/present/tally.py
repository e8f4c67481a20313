"""A tally for people: the numbers, the units behind them, and what did not count, and why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Group as Stack
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from tallystick.analyse.counting import Band, By, Counted, Group, LeftOut, Tally
from tallystick.analyse.counting_json import BEFORE, COUNTS, tally_rows
from tallystick.analyse.rule import Part, Rule
from tallystick.analyse.selection import Selection
from tallystick.analyse.units import Unit
from tallystick.export.csv import csv_line
from tallystick.export.flat import COLUMNS, row
from tallystick.present import words
from tallystick.present.rows import (
    Column,
    FittingTable,
    Narrow,
    incident_rows,
    opening,
    plain_table,
)

_ID = re.compile(r"i-[0-9a-f]{16}")


def tally_view(
    tally: Tally,
    ids: Mapping[str, str],
    *,
    by: By | None = None,
    groups: Sequence[Group] = (),
) -> Stack:
    """Everything on a tally; ``ids`` are the short ones of the whole ledger."""
    parts: list[RenderableType] = [
        Text(f"{tally.rule.name}: {tally.rule.description}", style="bold"),
        Text(f"Asked for: {asked_for(tally.selection)}."),
        Text(),
        numbers_table(tally.counted),
    ]
    if by:
        parts += [group_table(groups, by), Text(_sums(tally, groups))]
    if tally.units:
        parts += [Text("\nCounted", style="bold"), unit_table(tally, ids)]
    if tally.doubtful:
        parts += [Text("\nDoubtful", style="bold"), doubt_table(tally.doubtful, ids)]
    if tally.ruled_out:
        parts += [Text("\nLeft out by the rule", style="bold"), left_table(tally.ruled_out, ids)]
    if tally.outside:
        parts.append(Text("\n" + _outside(tally.outside)))
    return Stack(*parts)


def asked_for(selection: Selection) -> str:
    """What a selection asks, in one line."""
    told = (
        ("since", selection.since),
        ("until", selection.until),
        ("kind", selection.kind and words.plain(selection.kind)),
        ("weapon", selection.weapon and words.plain(selection.weapon)),
        ("place", " or ".join(place.name for place in selection.places)),
        ("target", " or ".join(actor.name for actor in selection.targets)),
        ("attacker", " or ".join(actor.name for actor in selection.attackers)),
    )
    return ", ".join(f"{name} {value}" for name, value in told if value) or "every incident"


def numbers_table(counted: Counted) -> Table:
    """Count, killed and injured, each low, best and high."""
    table = plain_table("", "Low", "Best", "High", "", right=(1, 2, 3))
    table.add_row("Count", *_band(counted.count), "")
    for name, band in (("Killed", counted.killed), ("Injured", counted.injured)):
        missing = f"{band.unknown} with no figure" if band.unknown else ""
        table.add_row(name, *_band(band), missing)
    return table


def _band(band: Band) -> tuple[str, str, str]:
    high = "open" if band.high is None else f"{band.high:,}"
    return f"{band.low:,}", f"{band.best:,}", high


def group_table(groups: Iterable[Group], by: By) -> Table:
    """One row a group."""
    titles = (by.value.capitalize(), "Low", "Best", "High", "Killed", "Injured")
    table = plain_table(*titles, right=range(1, len(titles)))
    for group in groups:
        c = group.counted
        table.add_row(Text(group.label), *_band(c.count), _short(c.killed), _short(c.injured))
    return table


def _short(band: Band) -> str:
    low, best, high = _band(band)
    return best if low == best == high else f"{low} – {best} – {high}"


def _sums(tally: Tally, groups: Sequence[Group]) -> str:
    """Why the groups add up to the whole, and where they do not."""
    told = f"Best and high add up to {tally.count.best} and {tally.count.high}."
    more = sum(group.counted.count.low for group in groups) - tally.count.low
    if more:
        told += (
            f" Low adds up to {more} more than {tally.count.low}: across groups, nothing is taken "
            "for one that may be."
        )
    return told


def unit_table(tally: Tally, ids: Mapping[str, str]) -> FittingTable:
    """One row an incident of a unit, with how sure it is to count."""
    judged = [(number, each) for number, unit in enumerate(tally.units, 1) for each in unit.judged]
    units = Column("Unit", [str(number) for number, _ in judged])
    counts = Column("Counts", [COUNTS[each.membership] for _, each in judged])
    opened = opening([each.incident for _, each in judged], ids)
    numbered = () if tally.rule.unit == (Part.INCIDENT,) else (units,)
    return FittingTable((*numbered, *opened, counts), main="What")


def doubt_table(units: Iterable[Unit], ids: Mapping[str, str]) -> Table:
    """One row a doubtful unit, with every reason for doubt."""
    table = plain_table("Id", "Why")
    for unit in units:
        told = "; ".join(doubt.words for doubt in unit.doubts)
        short = [ids.get(incident.id, incident.id) for incident in unit.incidents]
        why = _ID.sub(lambda match: ids.get(match[0], match[0]), told)
        table.add_row(Text(", ".join(short)), Text(why))
    return table


def left_table(left_out: Sequence[LeftOut], ids: Mapping[str, str]) -> FittingTable:
    """One row an incident, with the reason."""
    why = Column("Why not", [each.reason.words for each in left_out], narrow=Narrow.LABELLED)
    return incident_rows([each.incident for each in left_out], ids, why)


def _outside(left_out: Sequence[LeftOut]) -> str:
    """How many were not asked for, by what it failed on; --json has each with its reason."""
    counts = Counter(each.reason.aspect for each in left_out)
    told = ", ".join(f"{number} by {aspect}" for aspect, number in counts.most_common())
    return f"{words.plural(len(left_out), 'incident')} not asked for: {told}."


def rule_table(rules: Iterable[Rule]) -> Table:
    """One row a counting rule."""
    table = plain_table("Rule", "Unit", "What counts")
    for rule in rules:
        table.add_row(*map(Text, (rule.name, ", ".join(rule.unit), rule.description)))
    return table


def tally_csv_lines(tally: Tally, groups: Sequence[Group] = ()) -> Iterator[str]:
    """A tally as lines of CSV: the header, then one row an incident (see docs/counting.md)."""
    yield csv_line((*BEFORE, *COLUMNS))
    for each, cells in tally_rows(tally, groups):
        yield csv_line((*cells, *row(each.incident).values()))
