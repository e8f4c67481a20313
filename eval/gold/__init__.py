"""The project's own labels: what a careful reader finds in whole documents, told by offsets."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from eval.common import Scores


def main(argv: Sequence[str] = ()) -> Scores:
    """``python -m eval gold``: see :mod:`eval.gold.score`, which is loaded when it is asked for."""
    found: Scores = import_module("eval.gold.score").main(argv)
    return found
