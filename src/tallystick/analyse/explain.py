"""Why two reports, or two incidents, are held to be the same, different or doubtful."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product

from tallystick import link
from tallystick.ledger import Ledger
from tallystick.model.clusters import effective
from tallystick.model.judgement import Judgement
from tallystick.model.statement import Report


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports, the program's comparison of them, and the judgement that counts.

    ``compared`` is made afresh, beside all that the two documents tell; ``stands`` is the
    judgement in the ledger, a person's before the program's, or ``None`` where the ledger has
    none on this pair.
    """

    a: Report
    b: Report
    compared: Judgement
    stands: Judgement | None


def explain(ledger: Ledger, first: str, second: str) -> list[Pair]:
    """The pairs of reports between two reports or incidents, the likeliest first.

    Two ids of one incident give the pairs within it. Raises :class:`NotFoundError`.
    """
    reports = [reports_of(ledger, id) for id in (first, second)]
    if reports[0] == reports[1]:
        pairs = list(combinations(reports[0], 2))
    else:
        pairs = [(a, b) for a, b in product(*reports) if a.id != b.id]
    standing = effective(ledger.judgements())
    documents = {document.id: document for document in ledger.documents(superseded=True)}
    named = {report.document for report in chain(*reports)}
    told = [reading for reading in ledger.readings() if reading.document.id in named]
    afresh = {(j.a, j.b): j for j in link.judge(told)}
    explained = [
        Pair(
            a,
            b,
            afresh.get((a.id, b.id)) or link.compare(a, b, documents=documents),
            standing.get((a.id, b.id)),
        )
        for a, b in (sorted(pair, key=lambda r: r.id) for pair in pairs)
    ]
    return sorted(explained, key=lambda p: (-(p.compared.score or 0.0), p.a.id, p.b.id))


def reports_of(ledger: Ledger, id: str) -> Sequence[Report]:
    """The reports of an incident, or the one report of that id.

    Raises :class:`NotFoundError` where there is neither.
    """
    return (ledger.report(id),) if id.startswith("r-") else ledger.incident(id).reports
