"""``serve``."""

from __future__ import annotations

from pathlib import Path

import click

from tallystick.cli.options import ledger_option
from tallystick.cli.output import complain, line
from tallystick.errors import TallystickError


@click.command()
@ledger_option
@click.option("--host", default="127.0.0.1", show_default=True, help="This machine, by a name.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port to listen on; 0 for one that is free.",
)
def serve(*, ledger: Path, host: str, port: int) -> None:
    """Open the reading room: pages on the ledger for a browser on this machine.

    It reads, and never writes. It needs no network, and ends with Ctrl-C.

    \b
    Example:
      tallystick serve --port 8001
    """
    try:
        from tallystick.web.serving import serve as listen  # noqa: PLC0415 - optional
    except ImportError as error:
        raise TallystickError(
            "serve needs Django, which is not installed: pip install 'tallystick[web]'"
        ) from error
    try:
        listen(ledger, host=host, port=port, ready=_ready)
    except KeyboardInterrupt:
        complain("The reading room is closed.")


def _ready(address: str) -> None:
    line(f"The reading room is open at {address} (Ctrl-C closes it).")
