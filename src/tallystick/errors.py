"""Everything that can go wrong, as one tree.

    TallystickError
    ├── IntakeError          a document cannot be read; the rest goes on
    │   └── ManifestError    a manifest cannot be read or names what is not there
    ├── LedgerError          the ledger cannot be opened, written or understood
    │   ├── LedgerTooNewError    written by a newer version of the program
    │   └── LedgerBusyError      another build is writing it
    ├── ReaderError          the language model that was to read cannot be used
    ├── NotFoundError        no such incident, report or document
    ├── RuleError            a counting rule is malformed, or not there
    └── VocabularyError      a data file of the vocabulary is malformed

Each message names the file or id, says what is wrong and what to do next.
"""

from __future__ import annotations

__all__ = [
    "IntakeError",
    "LedgerBusyError",
    "LedgerError",
    "LedgerTooNewError",
    "ManifestError",
    "NotFoundError",
    "ReaderError",
    "RuleError",
    "TallystickError",
    "VocabularyError",
]


class TallystickError(Exception):
    """The root: catch this to catch all of them."""


class IntakeError(TallystickError):
    """A document cannot be read. ``name`` is the file (and record), ``reason`` what is wrong."""

    def __init__(self, name: str, reason: str, advice: str = "") -> None:
        self.name = name
        self.reason = reason
        self.advice = advice
        super().__init__(f"{name}: {reason}" + (f" ({advice})" if advice else ""))


class ManifestError(IntakeError):
    """A manifest cannot be read, or names a file that is not there."""


class LedgerError(TallystickError):
    """The ledger cannot be opened, written or understood."""


class LedgerTooNewError(LedgerError):
    """The ledger was written by a newer version of the program."""


class LedgerBusyError(LedgerError):
    """Another process is writing this ledger."""


class ReaderError(TallystickError):
    """The language model that was to read the documents cannot be used at all."""


class NotFoundError(TallystickError):
    """No incident, report or document of that id."""


class RuleError(TallystickError):
    """A counting rule is malformed, there is none of that name, or it needs more said."""


class VocabularyError(TallystickError):
    """A data file of the vocabulary is malformed."""
