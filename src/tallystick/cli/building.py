"""``build`` and ``sample``."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tallystick.cli.options import ledger_option
from tallystick.cli.output import complain, line, progress
from tallystick.cli.reading import Asked, consent, opened_reader, reader_options, tell_account
from tallystick.errors import TallystickError
from tallystick.ledger import Ledger
from tallystick.present.words import plural

if TYPE_CHECKING:
    from tallystick import pipeline


_REPORTS = (".txt", ".html", ".jsonl", ".csv")


def _processors() -> int:
    affinity = getattr(os, "sched_getaffinity", None)  # not on macOS and Windows
    return len(affinity(0)) if affinity else os.cpu_count() or 1


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False))
@click.option(
    "--manifest",
    type=click.Path(path_type=Path, dir_okay=False),
    help="JSON or CSV with file, publisher, title, url, published, language of each document.",
)
@ledger_option
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=_processors,
    show_default="number of processors",
    help="Processes that read. The ledger is the same whatever their number.",
)
@click.option("--limit", default=60.0, show_default=True, help="Seconds that a document may take.")
@click.option("--quiet", "-q", is_flag=True, help="Say only what was left out.")
@reader_options
def build(
    paths: tuple[Path, ...],
    *,
    manifest: Path | None,
    ledger: Path,
    jobs: int,
    limit: float,
    quiet: bool,
    **reading: Any,
) -> None:
    """Read files and folders (.txt, .html, .jsonl, .csv) into a ledger.

    What the ledger holds already is not read again, and a build that was interrupted goes on
    where it stopped. A document that cannot be read is left out, with the reason; then the
    exit code is 1.

    \b
    Example:
      tallystick build articles/ --manifest manifest.json --ledger iraq.ledger
      tallystick build articles/ --reader llm --endpoint http://localhost:11434/v1 --model qwen3
    """
    from tallystick import extract, pipeline  # noqa: PLC0415 - slow to load, only for a build

    asked = Asked(**reading)
    with Ledger.open(ledger) as opened, opened_reader(asked) as reader:
        own = extract.read_by_rules if asked.reader == "rules" else None
        options = pipeline.Options(manifest=manifest, jobs=jobs, limit=limit, read=own)
        if reader is not None:
            options = replace(options, read=reader, threads=asked.concurrency)
            consent(reader, pipeline.unread(paths, opened, options), asked, quiet=quiet)
        summary = _built(paths, opened, options, quiet=quiet)
        incidents = 0 if quiet else len(opened.incidents())
        if reader is not None and not quiet:
            tell_account(reader.account, asked)
    if not quiet:
        _tell(summary, ledger, incidents)
    if summary.left_out:
        _tell_left_out(summary)
        click.get_current_context().exit(1)


def _tell_left_out(summary: pipeline.Summary) -> None:
    complain(f"Left out {plural(len(summary.left_out), 'document')}:")
    for error in summary.left_out:
        complain(f"  {error}")


def _built(
    paths: tuple[Path, ...], ledger: Ledger, options: pipeline.Options, *, quiet: bool
) -> pipeline.Summary:
    from tallystick import pipeline  # noqa: PLC0415 - see above

    with progress(quiet=quiet) as watch:
        try:
            return pipeline.build(paths, ledger, replace(options, watch=watch))
        except KeyboardInterrupt:
            complain("Stopped. What was read is kept; the same command goes on from there.")
            raise


def _tell(summary: pipeline.Summary, ledger: Path, incidents: int) -> None:
    for notice in summary.notices:
        complain(f"Note: {notice}")
    were = "was" if summary.known == 1 else "were"
    known = f" ({summary.known} {were} there already)" if summary.known else ""
    line(
        f"Read {plural(summary.read, 'document')}{known}: "
        f"{plural(summary.reports, 'report')} of incidents, "
        f"{plural(summary.tallies, 'announced tally', 'announced tallies')}."
    )
    line(f"{ledger} now tells of {plural(incidents, 'incident')}.")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def sample(folder: Path) -> None:
    """Put the sample that ships into a folder: short reports and their manifest.

    \b
    Example:
      tallystick sample reports
      tallystick build reports --manifest reports/manifest.json
    """
    if folder.exists() and any(folder.iterdir()):
        raise TallystickError(f"{folder}: is not empty (name a new folder)")
    folder.mkdir(parents=True, exist_ok=True)
    with as_file(files("tallystick").joinpath("sample")) as shipped:
        reports = [p.name for p in sorted(shipped.iterdir()) if p.suffix in _REPORTS]
        for name in (*reports, "manifest.json"):
            shutil.copyfile(shipped / name, folder / name)
    line(f"{folder}: {plural(len(reports), 'file')} of reports and manifest.json")
