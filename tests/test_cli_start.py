"""The program's start: what is not asked for is not loaded."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest

from tallystick.cli import main

_READ = (
    "from tallystick.intake import read_text; from tallystick.extract import read;"
    "read(read_text('Gunmen shot two guards in Osk on Monday.'))"
)
_HELP = "from tallystick.cli import main; main(['--help'], standalone_mode=False)"


@pytest.mark.parametrize(
    ("work", "spared"),
    [
        (_HELP, ("tallystick.api", "tallystick.extract", "rich", "numpy")),
        (_READ, ("trafilatura", "lxml", "charset_normalizer")),
    ],
)
def test_what_is_not_asked_for_is_not_loaded(work: str, spared: tuple[str, ...]) -> None:
    told = f"{work}\nimport sys; print([name for name in {spared!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_numpy_finds_its_threads_set_when_it_is_loaded() -> None:
    """What the rest of a build loads first comes after it: small products are not for threads."""
    watch = (
        "import os, sys; os.environ.pop('OPENBLAS_NUM_THREADS', None); import tallystick.cli;"
        "print('numpy' in sys.modules, os.environ['OPENBLAS_NUM_THREADS'])"
    )
    done = subprocess.run([sys.executable, "-c", watch], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "1"]


def test_the_line_of_a_command_is_how_its_own_help_begins() -> None:
    context = click.Context(main)
    lines = main.get_help(context).split("Commands:")[1].splitlines()
    shown = dict(line.split(maxsplit=1) for line in lines if line.strip())
    assert list(shown) == main.list_commands(context)
    for name, told in shown.items():
        command = main.get_command(context, name)
        assert command is not None
        assert " ".join((command.help or "").split()).startswith(told.rstrip(".")), name
