"""How probable an incident and its values are, out of what the readers said of each report.

Several reports on one incident bear each other out, but only as far as their readings can err
apart: a wire copied by two papers is misread twice in the same way, and what one officer said is
one origin. So the reports are taken together by who published them, by who is quoted nearest to
the event, and by their words, each in turn; within such a family the best report counts, and
families count as independent: 1 minus the product of (1 - best). The least of the three results
is the confidence. It is never below that of the best report, and never falls when a report is
added; it can be too low, where families err apart that look related.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from math import prod

from tallystick.model.confidence import reaches, strongest
from tallystick.model.document import Document
from tallystick.model.statement import Field, Report, Statement, Value
from tallystick.vocab.matching import fold

_WORDS = 60  # characters from the anchor on that are alike only where one text copies another
_MOST = 0.999  # however many tell of it

_Family = Callable[[Report, Document], Hashable]


def of_incident(
    reports: Sequence[Report], documents: Mapping[str, Document], rated: Container[str]
) -> float | None:
    """How probable it is that the reports tell of an incident; to three places.

    ``rated`` holds the ids of the documents whose reader gives probabilities. ``None`` as soon
    as one document is not of these: then it cannot be shown to be improbable.
    """
    if not all(report.document in rated for report in reports):
        return None
    best = max(report.score for report in reports)
    together = min(_together(reports, documents, family) for family in _FAMILIES)
    return max(best, min(_MOST, round(together, 3)))


def _together(
    reports: Iterable[Report], documents: Mapping[str, Document], family: _Family
) -> float:
    best: dict[Hashable, float] = {}
    for report in reports:
        key = family(report, documents[report.document])
        best[key] = max(best.get(key, 0.0), report.score)
    return 1.0 - prod(1.0 - score for score in best.values())


def _publisher(_: Report, document: Document) -> Hashable:
    """Unknown publishers may all be one."""
    return fold(document.publisher or "")


def _source(report: Report, document: Document) -> Hashable:
    """Who is quoted nearest to the event for what sort of incident it is."""
    told = [*report.of(Field.KIND), *report.statements][:1]
    if not told or not told[0].chain:
        return _publisher(report, document)
    first = told[0].chain[0]
    return first.actor or fold(first.name)


def _words(report: Report, document: Document) -> Hashable:
    start = report.anchor.start
    return fold(document.text[start : start + _WORDS])


_FAMILIES: tuple[_Family, ...] = (_publisher, _source, _words)


def firm(reports: Sequence[Report], minimum: float) -> list[Report]:
    """The reports without the values whose statements are all less probable than the minimum."""
    said: dict[tuple[Field, Value], list[Statement]] = {}
    for report in reports:
        for statement in report.statements:
            said.setdefault((statement.field, statement.value), []).append(statement)
    weak = {
        key
        for key, statements in said.items()
        if not reaches(strongest(s.confidence for s in statements), minimum)
    }
    return [
        replace(r, statements=tuple(s for s in r.statements if (s.field, s.value) not in weak))
        for r in reports
    ]
