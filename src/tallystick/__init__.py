"""tallystick: what each side says of an attack, and the incidents behind every count.

The names are those of :mod:`tallystick.api`, loaded when first used, so that a program that
needs one part does not wait for the others.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tallystick.api import (
        AsOf,
        Checked,
        Contest,
        Field,
        Incident,
        IncidentKind,
        IntakeError,
        Lag,
        Ledger,
        LedgerBusyError,
        LedgerError,
        LedgerTooNewError,
        ManifestError,
        NotFoundError,
        Per,
        Query,
        ReaderError,
        RuleError,
        Stance,
        Standing,
        Tally,
        TallystickError,
        Tempo,
        Verdict,
        VocabularyError,
        Wanted,
        brief,
        build,
        check_tallies,
        explain,
        judge,
        lag,
        open,
        origins,
        plot_tallies,
        plot_tempo,
        queue,
        series,
        tallies,
        tally,
        tempo,
        to_pandas,
    )

__version__ = "0.1.0"

__all__ = [
    "AsOf",
    "Checked",
    "Contest",
    "Field",
    "Incident",
    "IncidentKind",
    "IntakeError",
    "Lag",
    "Ledger",
    "LedgerBusyError",
    "LedgerError",
    "LedgerTooNewError",
    "ManifestError",
    "NotFoundError",
    "Per",
    "Query",
    "ReaderError",
    "RuleError",
    "Stance",
    "Standing",
    "Tally",
    "TallystickError",
    "Tempo",
    "Verdict",
    "VocabularyError",
    "Wanted",
    "brief",
    "build",
    "check_tallies",
    "explain",
    "judge",
    "lag",
    "open",
    "origins",
    "plot_tallies",
    "plot_tempo",
    "queue",
    "series",
    "tallies",
    "tally",
    "tempo",
    "to_pandas",
]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'tallystick' has no attribute {name!r}")
    return getattr(import_module("tallystick.api"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
