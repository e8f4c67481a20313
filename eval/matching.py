"""Which of the program's incidents is which of the key's: one to one, as many as can be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import networkx as nx

from eval.judge import day_right, place_right
from eval.seedkey import Account, KeyIncident, SeedKey
from eval.seen import SeenIncident, SeenStatement
from tallystick.model.document import Span

A = TypeVar("A")
B = TypeVar("B")

_REQUIRED = 1000.0  # a required incident outweighs any number of optional ones
_ABOUT = 0.3  # share of statements on an incident's evidence from which it is about it


@dataclass(frozen=True, slots=True)
class Pair:
    """A program's incident and the key's; ``strict`` when date and place are right."""

    seen: SeenIncident
    key: KeyIncident
    strict: bool

    @property
    def accounts(self) -> tuple[Account, ...]:
        """The accounts that the program drew on (all of them where none can be told)."""
        drawn = tuple(a for a in self.key.accounts if evidence_share(self.seen, (a,)) > 0)
        return drawn or self.key.accounts


@dataclass(frozen=True, slots=True)
class Matching:
    """The pairs, the key's required incidents without one, and the program's false ones."""

    pairs: tuple[Pair, ...]
    missed: tuple[KeyIncident, ...]
    false: tuple[SeenIncident, ...]
    neutral: tuple[SeenIncident, ...]


def assign(
    left: Sequence[A], right: Sequence[B], weight: Callable[[A, B], float]
) -> list[tuple[A, B]]:
    """The pairs of highest total weight, each item in one pair at most; 0 is no pair."""
    graph: nx.Graph[tuple[int, int]] = nx.Graph()
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            if (w := weight(a, b)) > 0:
                graph.add_edge((0, i), (1, j), weight=w)
    edges = sorted(tuple(sorted(edge)) for edge in nx.max_weight_matching(graph))
    return [(left[i], right[j]) for (_, i), (_, j) in edges]


def match(seen: Sequence[SeenIncident], key: SeedKey, *, anchored: bool = True) -> Matching:
    """Match incidents of the day to the key's: first date and place right, then by evidence."""
    candidates = [s for s in seen if s.of_the_day]
    strict = assign(candidates, key.incidents, lambda s, k: _weight(s, k, key, anchored))
    pairs = [Pair(s, k, True) for s, k in strict]
    found = {k.id for _, k in strict if not k.optional}
    missed = [k for k in key.incidents if not k.optional and k.id not in found]
    taken = {s.id for s, _ in strict}
    rest = [s for s in candidates if s.id not in taken]
    loose = assign(rest, missed, _about)
    neutral = [s for s in rest if _harmless(s, key, anchored) and s not in [p for p, _ in loose]]
    return Matching(
        (*pairs, *(Pair(s, k, False) for s, k in loose)),
        tuple(missed),
        tuple(s for s in rest if s not in neutral),
        tuple(neutral),
    )


def right(seen: SeenIncident, incident: KeyIncident, key: SeedKey, *, anchored: bool) -> bool:
    """The date is right by an account of a document that the program drew on; the place by any.

    Where the key is sure of some accounts, only these can tell the date: an account that may
    belong elsewhere does not make the incident found.
    """
    sure = [a for a in incident.accounts if a.sure] or incident.accounts
    dated = any(
        a.document in seen.documents and day_right(seen.when, a.when, anchored=anchored)
        for a in sure
    )
    return dated and any(place_right(seen.where, a.where, key) for a in incident.accounts)


def _weight(seen: SeenIncident, incident: KeyIncident, key: SeedKey, anchored: bool) -> float:
    if not right(seen, incident, key, anchored=anchored):
        return 0.0
    exact = any(place_right(seen.where, a.where, key, exact=True) for a in incident.accounts)
    kind = any(seen.kind in a.kinds for a in incident.accounts)
    agreement = 5 * evidence_share(seen, incident.accounts) + exact + kind
    return (1.0 if incident.optional else _REQUIRED) + agreement


def _about(seen: SeenIncident, incident: KeyIncident) -> float:
    evidence = evidence_share(seen, incident.accounts)
    return evidence if evidence >= _ABOUT else 0.0


def _harmless(seen: SeenIncident, key: SeedKey, anchored: bool) -> bool:
    """About an optional incident: by date and place, or by resting on its evidence alone."""
    optional = [k for k in key.incidents if k.optional]
    if any(right(seen, k, key, anchored=anchored) and _about(seen, k) for k in optional):
        return True
    required = [a for k in key.incidents if not k.optional for a in k.accounts]
    alone = any(evidence_share(seen, k.accounts) == 1.0 for k in optional)
    return alone and evidence_share(seen, required) == 0.0


def evidence_share(seen: SeenIncident, accounts: Iterable[Account]) -> float:
    """The share of an incident's statements that lie on the evidence of these accounts."""
    places = [(a.document, span) for a in accounts for span in a.evidence]
    return share_on(seen.statements, places)


def share_on(statements: Sequence[SeenStatement], places: Iterable[tuple[str, Span]]) -> float:
    """The share of statements whose span overlaps one of these stretches."""
    spots = list(places)
    on = [s for s in statements if any(_on(s, document, span) for document, span in spots)]
    return len(on) / len(statements) if statements else 0.0


def _on(statement: SeenStatement, document: str, span: Span) -> bool:
    return statement.document == document and statement.span.overlaps(span)
