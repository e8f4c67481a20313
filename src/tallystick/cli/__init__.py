"""The command line: ``tallystick COMMAND``. The only part that prints.

Exit codes: 0 all is well; 1 something failed or a document was left out; 2 the command was
not understood; 141 whoever reads the output wanted no more of it. docs/cli.md describes every
command; a test holds it to this.
"""

from __future__ import annotations

import os
import sys

import click

from tallystick import __version__
from tallystick.cli.announced import tallies
from tallystick.cli.building import build, sample
from tallystick.cli.counting import rules, tally
from tallystick.cli.exporting import export
from tallystick.cli.looking import brief, documents, incidents, left_out, show
from tallystick.cli.reviewing import explain, judge, queue
from tallystick.cli.serving import serve, user
from tallystick.cli.tempo import tempo
from tallystick.errors import TallystickError

__all__ = ["main"]

_UNREAD = 141  # 128 + SIGPIPE: what a shell reports of a program that a closed pipe ended


class _Program(click.Group):
    """Keeps the commands in the order in which one meets them; tells errors in one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except TallystickError as error:
            raise click.ClickException(str(error)) from error
        except BrokenPipeError:
            _close_quietly()
            ctx.exit(_UNREAD)
        except OSError as error:
            raise click.ClickException(
                f"cannot write or read: {error.strerror or error}"
            ) from error


def _close_quietly() -> None:
    """Lets the interpreter flush what nobody reads any more (docs.python.org, "SIGPIPE")."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


@click.group(cls=_Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="tallystick")
def main() -> None:
    """Reads reports on armed attacks into a ledger of incidents: for each, what every side
    says of it, word for word and source by source; for every announced count, the incidents
    behind it.

    \b
    To begin:
      tallystick sample reports        # or any folder of articles of your own
      tallystick build reports --manifest reports/manifest.json
      tallystick incidents
      tallystick show ID               # an id from the table, or its beginning

    The ledger is tallystick.ledger in the working directory, unless --ledger or the
    environment variable TALLYSTICK_LEDGER names another.
    """


for command in (
    build, incidents, show, brief, tally, rules, tallies, tempo, queue, explain, judge, export,
    serve, user, documents, left_out, sample,
):  # fmt: skip
    main.add_command(command)
