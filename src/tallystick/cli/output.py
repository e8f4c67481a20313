"""Where output goes: results to standard output, progress and complaints to standard error."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click
from rich.console import Console, RenderableType
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
)
from rich.text import Text

from tallystick.model.codec import Json

if TYPE_CHECKING:
    from tallystick import pipeline

_PIPED_WIDTH = 140  # wide enough for a table; `COLUMNS` says otherwise


def out(*parts: RenderableType, width: int | None = None) -> None:
    """Results. Piped, they have no colours, no blanks at line ends, and a settled width."""
    screen = _console(stderr=False)
    if width:
        screen.width = min(screen.width, width)
    if screen.is_terminal:
        screen.print(*parts, sep="\n")
        return
    with screen.capture() as captured:
        screen.print(*parts, sep="\n")
    click.echo("\n".join(line.rstrip() for line in captured.get().splitlines()))


def line(text: str) -> None:
    """A line of results, never wrapped."""
    click.echo(text)


def json_line(value: Mapping[str, Json]) -> None:
    """An object of JSON as a line of results."""
    click.echo(json.dumps(value, ensure_ascii=False))


def complain(text: str) -> None:
    """A line about what went wrong or is worth knowing, never wrapped."""
    click.echo(text, err=True)


def width() -> int:
    """Of the output, in characters."""
    return _console(stderr=False).width


def _console(*, stderr: bool) -> Console:
    made = Console(highlight=False, markup=False, emoji=False, stderr=stderr)
    if not made.is_terminal and "COLUMNS" not in os.environ:
        made.width = _PIPED_WIDTH
    return made


class _Pace(ProgressColumn):
    """Documents a second so far, and the time left at that pace.

    Over the whole build: a pace of the last seconds jumps with every batch.
    """

    def render(self, task: Task) -> Text:
        if not task.completed or not task.elapsed:
            return Text()
        pace = task.completed / task.elapsed
        left = "" if task.remaining is None else f", {_minutes(task.remaining / pace)} left"
        return Text(f"{pace:.1f}/s{left}", style="cyan")


def _minutes(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


@contextmanager
def progress(*, quiet: bool) -> Iterator[Callable[[pipeline.Progress], None]]:
    """Something that a build can tell how far it is: a bar on a terminal, else nothing."""
    screen = _console(stderr=True)
    if quiet or not screen.is_terminal:
        yield lambda _: None
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Pace(),
    )
    with Progress(*columns, console=screen, transient=True) as bar:
        task = bar.add_task("Reading", total=None)
        yield lambda p: bar.update(
            task, description=p.stage.capitalize(), completed=p.done, total=p.total
        )
