"""Draws the README's terminal picture and fills in its example, from what the sample gives.

    python docs/pictures.py            writes docs/incidents.svg and the example in README.md
    python docs/pictures.py --check    exit code 1 when the example is not what comes out

The sample is built into a ledger of its own, in a temporary folder.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from io import StringIO
from pathlib import Path

from click.testing import CliRunner
from demo import richest_of
from rich.console import Console
from rich.text import Text

from tallystick.api import open as open_ledger
from tallystick.cli import main as program
from tallystick.ledger import Query
from tallystick.present import tables

DOCS = Path(__file__).parent
README = DOCS.parent / "README.md"
PICTURE = DOCS / "incidents.svg"
EXAMPLE = re.compile(r"(<!-- example -->\n).*(<!-- /example -->)", re.DOTALL)
COMMAND = "tallystick incidents --contested"
WIDTH = 100


def run(*words: str) -> str:
    """What a command prints to standard output."""
    result = CliRunner().invoke(program, list(words), catch_exceptions=False)
    if result.exit_code:
        raise SystemExit(result.output)
    return result.stdout


def build(folder: Path) -> None:
    """The sample's ledger in a folder, for all commands that follow."""
    os.environ |= {"TALLYSTICK_LEDGER": str(folder / "sample.ledger"), "COLUMNS": "96"}
    run("sample", str(folder / "reports"))
    run("build", str(folder / "reports"), "--manifest", str(folder / "reports/manifest.json"))


def picture() -> str:
    """The contested incidents as a terminal shows them, as SVG."""
    with open_ledger(os.environ["TALLYSTICK_LEDGER"]) as ledger:
        ids = tables.short_ids(i.id for i in ledger.incidents(Query(standings=None)))
        found = ledger.incidents(Query(contested=True))
    console = Console(record=True, width=WIDTH, file=StringIO(), force_terminal=True)
    console.print(Text(f"$ {COMMAND}", style="bold"))
    console.print(tables.incident_table(found, ids))
    drawn = console.export_svg(title="tallystick", unique_id="tallystick")
    # The reader's own monospaced font will do: a page should fetch nothing for a picture.
    drawn = re.sub(r"\s*@font-face \{.*?\}(?=\n)", "", drawn, flags=re.DOTALL)
    return re.sub(r"\s*<!--.*?-->", "", drawn)


def example() -> str:
    """The brief of the sample's richest contested incident, as typed and printed."""
    incident = richest_of(run("incidents", "--contested", "--json"))
    return f"```console\n$ tallystick brief {incident}\n{run('brief', incident)}```\n"


def main(*options: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder))
        text = README.read_text(encoding="utf-8")
        filled = EXAMPLE.sub(lambda m: m[1] + example() + m[2], text)
        if "--check" in options:
            raise SystemExit(
                "the example in README.md is out of date: make pictures" if filled != text else 0
            )
        README.write_text(filled, encoding="utf-8")
        PICTURE.write_text(picture(), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
