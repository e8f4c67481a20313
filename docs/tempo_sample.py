"""Fills the examples of docs/tempo.md, and draws docs/tempo.svg, from what the sample gives.

    python docs/tempo_sample.py

The sample is built into a ledger of its own, in a temporary folder. Needs tallystick[tempo] and
tallystick[plot].
"""

from __future__ import annotations

import re
import shlex
import tempfile
from pathlib import Path

from pictures import DOCS, build, run

PAGE = DOCS / "tempo.md"
PICTURE = DOCS / "tempo.svg"
_EXAMPLE = re.compile(r"(```console\n\$ tallystick (tempo [^\n]*)\n).*?(```)", re.DOTALL)
_COMMAND = re.compile(r"^\$ tallystick (tempo .*)$", re.MULTILINE)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder))
        text = PAGE.read_text(encoding="utf-8")
        filled = _EXAMPLE.sub(lambda m: f"{m[1]}{run(*shlex.split(m[2])).rstrip()}\n{m[3]}", text)
        PAGE.write_text(filled, encoding="utf-8")
        first = _COMMAND.search(filled)
        if first:
            run(*shlex.split(first[1]), "--plot", str(PICTURE), "--force")


if __name__ == "__main__":
    main()
