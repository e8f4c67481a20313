"""How far two annotators agree who labelled the same documents and did not see each other.

The second stands where the program stands otherwise, so that each figure can be put beside the
program's: nothing that two careful readers see differently can be asked of it. F1 is the same
whichever of the two stands first; for the choice of kind and of standing Cohen's kappa (1960)
takes chance off.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from eval.common import Figure, Scores
from eval.gold.labels import GoldDocument
from eval.gold.score_figures import figures
from eval.gold.score_match import Compared, compare
from eval.gold.score_told import of_labels
from eval.gold.texts import GoldText


def agreement(labels: Iterable[GoldDocument], texts: Mapping[str, GoldText]) -> Scores:
    """All figures over the documents that two have labelled."""
    compared = [
        compare(*(of_labels(label, texts[label.document]) for label in pair))
        for pair in twice(labels)
    ]
    if not compared:
        return Scores("gold agreement", skipped="no document has been labelled twice yet")
    found = (
        Figure("documents", len(compared)),
        *figures(compared),
        *kappas(compared),
    )
    return Scores("gold agreement", found)


def twice(labels: Iterable[GoldDocument]) -> list[tuple[GoldDocument, GoldDocument]]:
    """The documents that have labels by two, each with the first two of their annotators."""
    groups: dict[str, list[GoldDocument]] = {}
    for label in sorted(labels, key=lambda d: (d.document, d.annotator)):
        groups.setdefault(label.document, []).append(label)
    return [(group[0], group[1]) for group in groups.values() if len(group) > 1]


def kappas(compared: Sequence[Compared]) -> tuple[Figure, ...]:
    """Of the matched incidents: the first kind, the standing, and whether it is optional."""
    pairs = [p for document in compared for p in document.pairs]
    sure = [p for p in pairs if not p.optional]
    return (
        _kappa("kind.kappa", [(p.wanted.kinds[0], p.given.kinds[0]) for p in sure]),
        _kappa("standing.kappa", [(p.wanted.standing, p.given.standing) for p in sure]),
        _kappa("optional.kappa", [(p.wanted.optional, p.given.optional) for p in pairs]),
    )


def _kappa(name: str, choices: Sequence[tuple[object, object]]) -> Figure:
    return Figure(name, kappa(choices), len(choices))


def kappa(choices: Sequence[tuple[object, object]]) -> float:
    """Cohen's kappa of two who chose for the same items; 1 where there was never a choice."""
    if not choices:
        return 0.0
    total = len(choices)
    observed = sum(a == b for a, b in choices) / total
    first, second = (Counter(choice) for choice in zip(*choices, strict=True))
    expected = sum(first[c] * second[c] for c in first) / total**2
    return 1.0 if expected == 1 else (observed - expected) / (1 - expected)
