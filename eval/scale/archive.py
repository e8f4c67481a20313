"""A ledger of so many made-up incidents: what a large archive is to those who read it.

Of each event the first reports, up to two, are kept and judged the same; one event in thirty may
be the same as the one before it. Reading and linking are passed over: other scorers measure them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, islice, pairwise
from pathlib import Path

from eval.scale.reports import told
from tallystick.ledger import Ledger
from tallystick.model.ids import judgement_id
from tallystick.model.judgement import PROGRAM, Judgement, Verdict
from tallystick.model.statement import Reading

_BATCH = 5_000
_MOST = 2  # reports kept of an event
_DOUBTFUL = 30
_ENDLESS = 10**9


def write_archive(path: Path, incidents: int, *, seed: int = 11) -> None:
    """Writes a new ledger of so many incidents, always the same for one seed."""
    with Ledger.open(path) as ledger:
        run = ledger.start_run("archive")
        groups = islice(_events(seed), incidents)
        before: list[list[Reading]] = []
        while batch := list(islice(groups, _BATCH)):
            new = [(each, each.document.text.encode()) for group in batch for each in group]
            ledger.add_many(new, run=run)
            ledger.record([*_same(batch), *_doubtful([*before, *batch])], run=run)
            before = batch[-1:]
        ledger.finish_run(run)


def _events(seed: int) -> Iterator[list[Reading]]:
    for _, group in groupby(told(_ENDLESS, seed=seed), key=lambda one: one.event):
        yield [with_hash(one.reading) for one in islice(group, _MOST)]


def with_hash(reading: Reading) -> Reading:
    """The reading with the hash that its text has, as a ledger asks for it."""
    sha256 = hashlib.sha256(reading.document.text.encode()).hexdigest()
    return replace(reading, document=replace(reading.document, sha256=sha256))


def _same(groups: list[list[Reading]]) -> Iterator[Judgement]:
    for group in groups:
        yield from (_judgement(a, b, Verdict.SAME) for a, b in pairwise(group))


def _doubtful(groups: list[list[Reading]]) -> Iterator[Judgement]:
    for one, other in islice(pairwise(groups), None, None, _DOUBTFUL):
        yield _judgement(one[0], other[0], Verdict.UNSURE)


def _judgement(one: Reading, other: Reading, verdict: Verdict) -> Judgement:
    a, b = sorted((one.reports[0].id, other.reports[0].id))
    score = 0.99 if verdict is Verdict.SAME else 0.5
    return Judgement(judgement_id(a, b, PROGRAM, verdict), a, b, verdict, score=score)
