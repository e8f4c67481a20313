"""Tables that fit the width of the terminal, and incidents in them, a row each.

Where there is room all columns stand side by side; else some are lines under another:

    Id         Date         What                 Who                    Killed
    i-45e99f   1983-10-23   bombing              Free Islamic          161–241
                            Beirut airport, LB   Revolutionary
                            contested: killed    Movement
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from rich import box
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType
from rich.table import Table
from rich.text import Text

from tallystick.model.incident import Figure, Incident
from tallystick.model.statement import Standing
from tallystick.model.values import ActorRef, PlacePrecision
from tallystick.present import words

_WIDE = 130  # characters from which all columns have room
_SCANT = 14  # characters that a column of words needs, or "Revolutionary" is broken
_GAP = 2  # characters between columns
_DAYS = re.compile(r"(?<=\d)\.\.(?=\d)")  # between the first day and the last


def plain_table(*titles: str, right: Container[int] = ()) -> Table:
    """A table in the house style: ruled under the head, nothing else.

    The columns at the places in ``right``, from 0, are those of numbers.
    """
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for at, title in enumerate(titles):
        table.add_column(title, justify="right" if at in right else "left", overflow="fold")
    return table


class Narrow(StrEnum):
    """What becomes of a column where there is little room."""

    BESIDE = "beside"
    UNDER = "under"  # a line under the main column
    LABELLED = "labelled"  # such a line with the title before it, where there is something
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, and a cell for each row, in one line where it is to stay ``whole``."""

    title: str
    cells: Sequence[str]
    number: bool = False
    whole: bool = False
    narrow: Narrow = Narrow.BESIDE

    @property
    def wraps(self) -> bool:
        """Whether its cells may be broken into lines wherever there is little room."""
        return not (self.number or self.whole)

    @property
    def width(self) -> int:
        """Characters of its longest line."""
        return max(
            cell_len(line) for cell in (self.title, *self.cells) for line in cell.split("\n")
        )

    def broken(self) -> Column:
        """With each period of several days in two lines: ``2023-12-30..`` and ``2024-01-02``."""
        return replace(self, cells=[_DAYS.sub("..\n", cell) for cell in self.cells])


@dataclass(frozen=True, slots=True)
class FittingTable:
    """Columns side by side, or some of them in lines under the one titled ``main``.

    Where these leave little room for words, periods of days take two lines.
    """

    columns: Sequence[Column]
    main: str

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> Iterator[RenderableType]:
        wide = options.max_width >= _WIDE
        columns = self.columns if wide else _spared([*self._stacked()], options.max_width)
        numbers = [at for at, column in enumerate(columns) if column.number]
        table = plain_table(*(column.title for column in columns), right=numbers)
        table.leading = 0 if wide else 1
        for column, made in zip(columns, table.columns, strict=True):
            made.no_wrap = not column.wraps
        for cells in zip(*(column.cells for column in columns), strict=True):
            table.add_row(*map(Text, cells))
        yield table

    def _stacked(self) -> Iterator[Column]:
        for column in self.columns:
            if column.title == self.main:
                cells = [self._lines(row, cell) for row, cell in enumerate(column.cells)]
                yield replace(column, cells=cells)
            elif column.narrow is Narrow.BESIDE:
                yield column

    def _lines(self, row: int, first: str) -> str:
        lines = [first]
        for column in self.columns:
            cell = column.cells[row]
            if column.narrow is Narrow.UNDER:
                lines.append(cell)
            elif column.narrow is Narrow.LABELLED and cell:
                lines.append(f"{column.title.lower()}: {cell}")
        return "\n".join(lines)


def _spared(columns: Sequence[Column], width: int) -> Sequence[Column]:
    """The columns, with days in two lines where a table of that width has no room for words."""
    taken = sum(column.width for column in columns if not column.wraps) + _GAP * len(columns)
    wrapping = sum(column.wraps for column in columns)
    if width - taken >= _SCANT * wrapping:
        return columns
    return [column.broken() if column.whole else column for column in columns]


def incident_rows(
    incidents: Sequence[Incident], ids: Mapping[str, str], *more: Column
) -> FittingTable:
    """A row for each incident: what it opens with, and ``more``.

    ``ids`` are the short ones of the whole ledger.
    """
    return FittingTable((*opening(incidents, ids), *more), main="What")


def opening(incidents: Sequence[Incident], ids: Mapping[str, str]) -> Sequence[Column]:
    """With what the row of an incident opens: short id, date, place, what, who, killed."""
    return (
        Column("Id", [ids.get(each.id, each.id) for each in incidents], whole=True),
        Column("Date", [words.date_cell(each.when) for each in incidents], whole=True),
        Column("Place", [*map(where_cell, incidents)], narrow=Narrow.UNDER),
        Column("What", [*map(what_cell, incidents)]),
        Column("Who", [*map(who_cell, incidents)]),
        Column("Killed", [figure_cell(each.killed) for each in incidents], number=True),
    )


def where_cell(incident: Incident) -> str:
    """``Erbil, IQ``; ``?`` where no account says where."""
    place = incident.where
    if place is None:
        return "?"
    if place.country is None or place.precision is PlacePrecision.COUNTRY:
        return place.name
    return f"{place.name}, {place.country}"


def what_cell(incident: Incident) -> str:
    """The kind, and the standing where it is not that it happened."""
    kind = words.plain(incident.kind)
    return kind if incident.standing is Standing.HAPPENED else f"{kind} ({incident.standing})"


def who_cell(incident: Incident) -> str:
    """The authors, each by what makes it one."""
    parts = (
        ("", incident.attackers),
        ("claimed: ", incident.claimed_by),
        ("blamed: ", incident.blamed),
        ("suspected: ", incident.suspected),
    )
    told: set[ActorRef] = set()
    cells = []
    for label, actors in parts:
        fresh = [actor for actor in actors if actor not in told]
        told.update(fresh)
        if fresh:
            cells.append(label + words.names_cell(fresh))
    return "; ".join(cells) or "?"


def figure_cell(figure: Figure) -> str:
    """``3``, ``0–5``, ``3+``; empty where no account gives a figure."""
    return words.range_cell(figure.low, figure.high) if figure.known else ""
