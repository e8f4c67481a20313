"""The command line: ``tallystick COMMAND``. The only part that prints.

Exit codes: 0 all is well; 1 something failed or a document was left out; 2 the command was
not understood; 141 whoever reads the output wanted no more of it. docs/cli.md describes every
command; a test holds it to this.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from tallystick import __version__
from tallystick.errors import TallystickError

__all__ = ["main"]

# numpy takes its threads when it is loaded, which the linking does before the reading could say
# (see tallystick.extract.trained): small products wait for each other on a busy machine.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

_UNREAD = 141  # 128 + SIGPIPE: what a shell reports of a program that a closed pipe ended
_COMMANDS = {  # the module and a line for each, in the order in which one meets them
    "build": ("building", "Read files and folders (.txt, .html, .jsonl, .csv) into a ledger."),
    "incidents": ("looking", "List incidents by date, the undated last."),
    "show": ("looking", "Show the accounts of an incident side by side, field by field."),
    "brief": ("looking", "Tell of an incident in a neutral paragraph."),
    "tally": ("counting", "Count incidents under a rule: low, best and high."),
    "rules": ("counting", "List the counting rules: what makes one unit."),
    "tallies": ("announced", "Set announced numbers beside the ledger's own count."),
    "tempo": ("tempo", "Tell the rate of a count through time."),
    "queue": ("reviewing", "List what a person should look at first."),
    "explain": ("reviewing", "Say why two reports or incidents are held to be the same, or not."),
    "judge": ("reviewing", "Judge whether two reports or incidents are the same."),
    "export": ("exporting", "Write incidents to a file: CSV, JSON Lines or GeoJSON."),
    "serve": ("serving", "Open the reading room: pages on the ledger for a browser."),
    "user": ("serving", "Add and change those who may log in to the reading room."),
    "documents": ("looking", "List the documents of the ledger, in order of arrival."),
    "left-out": ("looking", "List what the last build left out, and why."),
    "sample": ("building", "Put the sample that ships into a folder."),
}


class _Program(click.Group):
    """Loads a command when it is called, since all take half a second; tells errors in one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        cmd_name: str,
    ) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"tallystick.cli.{_COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, cmd_name.replace("-", "_"))
        return command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        formatter: click.HelpFormatter,
    ) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, told) for name, (_, told) in _COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except TallystickError as error:
            raise click.ClickException(str(error)) from error
        except BrokenPipeError:
            _close_quietly()
            ctx.exit(_UNREAD)
        except OSError as error:
            raise click.ClickException(_told(error)) from error


def _told(error: OSError) -> str:
    """What the system said, of which file, and what to do."""
    why = error.strerror or str(error)
    if not isinstance(error.filename, str | bytes | os.PathLike):
        return f"cannot write or read: {why}"
    return (
        f"{click.format_filename(error.filename)}: cannot be written or read: {why}; "
        "check the path and its permissions, or give another"
    )


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
