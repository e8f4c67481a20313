"""``python -m eval.train RECIPE --out FOLDER``: each recipe is a module here with a ``main``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

RECIPES = (
    "muc",
    "open",
    "further",
    "belief",
    "bench",
    "gap",
    "ablation",
    "link",
    "link_words",
    "operators",
)


def main(argv: Sequence[str]) -> int:
    """Run a recipe; 2 for a name that there is none of."""
    here = [name for name in RECIPES if (Path(__file__).parent / f"{name}.py").exists()]
    if not argv or argv[0] not in here:
        print(f"{__doc__}\n\nrecipes: {', '.join(here)}")
        return 0 if argv[:1] in (["-h"], ["--help"]) else 2
    result: int = import_module(f"eval.train.{argv[0]}").main(argv[1:])
    return result


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
