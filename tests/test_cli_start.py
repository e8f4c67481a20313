"""The program's start: what is not asked for is not loaded."""

from __future__ import annotations

import subprocess
import sys

import pytest

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
