"""``export``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from tallystick.cli.options import chosen, filters, ledger_option, viewed
from tallystick.cli.output import complain, line
from tallystick.export.csv import csv_lines
from tallystick.export.files import write_whole
from tallystick.export.geojson import geojson_lines
from tallystick.export.jsonl import jsonl_lines
from tallystick.ledger import AsOf
from tallystick.model.incident import Incident
from tallystick.present.words import plural

FORMATS: dict[str, Callable[[Iterable[Incident]], Iterator[str]]] = {
    "csv": csv_lines,
    "jsonl": jsonl_lines,
    "geojson": geojson_lines,
}


@click.command()
@click.argument("format", type=click.Choice(list(FORMATS)))
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@ledger_option
@filters
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def export(
    format: str, out: Path, *, ledger: Path, as_of: AsOf, force: bool, **conditions: Any
) -> None:
    """Write incidents to a file: CSV, JSON Lines or GeoJSON.

    The file is written whole or not at all; - stands for standard output. It has the
    incidents that `tallystick incidents` lists with the same filters.

    \b
    Example:
      tallystick export geojson october.geojson --since 2023-10 --until 2023-10
    """
    with viewed(ledger, as_of) as opened:
        choice = chosen(opened, **conditions)
    lines = FORMATS[format](choice.found)
    if str(out) == "-":
        for part in lines:
            click.echo(part, nl=False)
        if choice.below:
            complain(f"{choice.below}.")
        return
    write_whole(out, lines, force=force)
    told = (plural(len(choice.found), "incident"), choice.below)
    line(f"{out}: {'; '.join(filter(None, told))}")
