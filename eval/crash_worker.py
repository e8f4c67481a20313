"""One build for ``eval/crash.py`` to kill: tells on stdout what is on the disk.

``python -m eval.crash_worker FOLDER LEDGER [--plain]`` prints ``ready``, then the id of each
document once the ledger has acknowledged it, then ``done``.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path

from tallystick import pipeline
from tallystick.ledger import Ledger
from tallystick.model.document import Document, Span
from tallystick.model.ids import report_id, statement_id
from tallystick.model.statement import (
    Field,
    Reading,
    Report,
    Source,
    Stance,
    Standing,
    Statement,
)
from tallystick.model.values import Casualties, CountRange


class Telling(Ledger):
    """A ledger that says aloud what it has acknowledged."""

    def add_many(self, batch: Iterable[tuple[Reading, bytes]], *, run: int) -> list[bool]:
        items = list(batch)
        added = super().add_many(items, run=run)
        for reading, _ in items:
            _say(reading.document.id)
        return added


def main(argv: list[str]) -> int:
    folder, ledger, *plain = argv
    read = plain_read if plain else None
    _say("ready")
    with Telling.open(Path(ledger)) as into:
        pipeline.build([Path(folder)], into, pipeline.Options(read=read))
    _say("done")
    return 0


def plain_read(document: Document) -> Reading:
    """A report for each number in the text: quick, and the same every time."""
    found = re.finditer(r"\b\d+\b", document.text)
    return Reading(document, tuple(_report(document, Span(*m.span())) for m in found))


def _report(document: Document, span: Span) -> Report:
    id_ = report_id(document.id, span)
    value = Casualties(CountRange.exactly(int(span.of(document.text))))
    chain = (Source(document.publisher or document.name),)
    statement = Statement(
        statement_id(id_, Field.KILLED, value, Stance.REPORTS, chain, span),
        id_,
        document.id,
        Field.KILLED,
        value,
        Stance.REPORTS,
        chain,
        span,
    )
    return Report(id_, document.id, span, Standing.HAPPENED, (statement,))


def _say(word: str) -> None:
    print(word, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
