"""``incidents``, ``show``, ``brief``, ``documents``, ``left-out``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from rich.text import Text

from tallystick.api import open as open_ledger
from tallystick.cli.options import (
    EVERYTHING,
    as_of_options,
    chosen,
    confidence_option,
    filters,
    ledger_option,
    nothing,
    values_left_out,
    viewed,
)
from tallystick.cli.output import complain, json_line, line, out, width
from tallystick.export.jsonl import incident_json, jsonl_lines
from tallystick.ledger import AsOf, at_least
from tallystick.ledger.find import bare_id
from tallystick.model.incident import Incident
from tallystick.present import tables
from tallystick.present.brief import brief as brief_of
from tallystick.present.show import show as show_of
from tallystick.present.words import plural

_EMPTY = "This ledger tells of no incident: none was found in its documents."
_LINE = 96  # characters to a line of running text


@click.command()
@ledger_option
@filters
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def incidents(*, ledger: Path, as_of: AsOf, as_json: bool, **conditions: Any) -> None:
    """List incidents by date, the undated last.

    \b
    Examples:
      tallystick incidents --since 2023-10-17 --place Erbil --contested
      tallystick incidents --actor "Kataib Hezbollah" --json
    """
    with viewed(ledger, as_of) as opened:
        choice = chosen(opened, **conditions)
        empty = "" if choice.every else nothing(opened, _EMPTY)
    every, found = choice.every, choice.found
    tail = f"; {choice.below}" if choice.below else ""
    if as_json:
        for each in jsonl_lines(found):
            line(each.rstrip("\n"))
        if tail:
            complain(f"{choice.below}.")
        return
    if not found:
        complain(f"None of {plural(len(every), 'incident')} fits{tail}." if every else empty)
        return
    out(tables.incident_table(found, tables.short_ids(i.id for i in every)))
    contested = sum(1 for incident in found if incident.contested)
    line(f"{plural(len(found), 'incident')}, {contested} contested{tail}.")


@click.command()
@click.argument("incident")
@ledger_option
@click.option("--context", is_flag=True, help="The whole sentence around each quote.")
@confidence_option
@as_of_options
@click.option("--json", "as_json", is_flag=True, help="The incident as one JSON object.")
def show(
    incident: str,
    *,
    ledger: Path,
    context: bool,
    min_confidence: float,
    as_of: AsOf,
    as_json: bool,
) -> None:
    """Show the accounts of an incident side by side, field by field.

    Each value comes with who takes which stance on it, through whom it came (nearest to the
    event first), the words of the document, and the document. Then what may be the same
    incident, and the judgements that made it one. "likely" and "uncertain" beside a value say
    how sure the reader is that the documents say so. INCIDENT is an id, the beginning of one,
    or the id of one of its reports.

    \b
    Example:
      tallystick show i-3f9a1c
    """
    with viewed(ledger, as_of) as opened:
        every = opened.incidents(EVERYTHING)
        found = opened.incident(incident, among=every)
        reports = {report.id for report in found.reports}
        judgements = [j for j in opened.judgements() if reports & {j.a, j.b}]
    view = at_least(found, min_confidence)
    if as_json:
        json_line(incident_json(view))
    else:
        others = [other for other in every if other.id in found.possible_duplicates]
        out(show_of(view, judgements, width=width(), context=context, others=others))
    _tell_joined(incident, found)
    _tell_values(found, view, min_confidence, tell=complain if as_json else line)


def _tell_joined(asked: str, found: Incident) -> None:
    """Says so where the id of an incident that was joined to another led to that one."""
    if not asked.startswith("r-") and not bare_id(found.id).startswith(bare_id(asked)):
        complain(f"{asked} is now part of {found.id}.")


def _tell_values(
    before: Incident, after: Incident, minimum: float, *, tell: Callable[[str], None]
) -> None:
    """In the last line, how many values were left out of the view."""
    if minimum:
        values = plural(values_left_out(before, after), "value")
        tell(f"\n{values} left out below {minimum:g}.")


@click.command()
@click.argument("incident")
@ledger_option
@confidence_option
@as_of_options
def brief(incident: str, *, ledger: Path, min_confidence: float, as_of: AsOf) -> None:
    """Tell of an incident in a neutral paragraph, each clause with its source.

    The words are the program's own; words of the documents stand between quotation marks.
    A number in brackets refers to the list below the paragraph.

    \b
    Example:
      tallystick brief i-3f9a1c
    """
    with viewed(ledger, as_of) as opened:
        found = opened.incident(incident)
    view = at_least(found, min_confidence)
    told = brief_of(view)
    out(Text(f"{told.text}\n"), tables.reference_list(told.references), width=_LINE)
    _tell_joined(incident, found)
    _tell_values(found, view, min_confidence, tell=line)


@click.command()
@ledger_option
@click.option("--all", "everything", is_flag=True, help="Also those that a newer text superseded.")
def documents(*, ledger: Path, everything: bool) -> None:
    """List the documents of the ledger, in order of arrival.

    \b
    Example:
      tallystick documents
    """
    with open_ledger(ledger) as opened:
        held = opened.documents(superseded=everything)
        readings = opened.readings()
    counts = Counter(r.document for reading in readings for r in reading.reports)
    readers = {reading.document.id: reading.reader for reading in readings}
    out(tables.document_table(held, counts, readers))


@click.command("left-out")
@ledger_option
def left_out(*, ledger: Path) -> None:
    """List what the last build left out, and why.

    \b
    Example:
      tallystick left-out
    """
    with open_ledger(ledger) as opened:
        rows = opened.left_out()
    if not rows:
        complain("The last build left nothing out.")
        return
    out(tables.left_out_table(rows))
