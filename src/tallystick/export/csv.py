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
    yield _line(COLUMNS)
    for incident in incidents:
        yield _line(row(incident).values())


def _line(cells: Iterable[Cell]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow([_safe(cell) for cell in cells])
    return buffer.getvalue()


def _safe(cell: Cell) -> Cell:
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return f"'{cell}"
    return cell
