"""Incidents as CSV (RFC 4180), one row each, safe to open in a spreadsheet.

A cell of text that begins with ``=``, ``+``, ``-``, ``@``, a tab or a carriage return is
given a leading ``'``, so that no spreadsheet takes words of a text for a formula (OWASP,
"CSV Injection"). Numbers stay as they are.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from tallystick.export.flat import COLUMNS, Cell, row
from tallystick.model.incident import Incident

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_lines(incidents: Iterable[Incident]) -> Iterator[str]:
    """The header and one line an incident, each with its line end (CR LF)."""
    yield csv_line(COLUMNS)
    for incident in incidents:
        yield csv_line(row(incident).values())


def csv_line(cells: Iterable[Cell]) -> str:
    """One line with its end; cells of text that look like a formula are made safe."""
    buffer = io.StringIO()
    csv.writer(buffer).writerow([_safe(cell) for cell in cells])
    return buffer.getvalue()


def _safe(cell: Cell) -> Cell:
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return f"'{cell}"
    return cell
