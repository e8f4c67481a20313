"""The accounts of an incident: who says what of a field, document by document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Generic, TypeVar

from tallystick.model.document import Document
from tallystick.model.statement import Field, Report, SourceChain, Stance, Statement

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Account(Generic[T]):
    """What one source chain asserts, in one document, of one field."""

    document: Document
    chain: SourceChain
    statements: tuple[Statement, ...]
    values: tuple[T, ...]  # one a statement


@dataclass(frozen=True, slots=True)
class Evidence:
    """The reports of one incident, in order, with their documents by id."""

    reports: tuple[Report, ...]
    documents: Mapping[str, Document]

    def asserted(self, field: Field) -> list[Statement]:
        """The statements on a field, but for denials."""
        return [s for r in self.reports for s in r.of(field) if s.stance is not Stance.DENIES]

    def denied(self, field: Field) -> list[Statement]:
        return [s for r in self.reports for s in r.of(field) if s.stance is Stance.DENIES]

    def accounts(self, field: Field, type_: type[T]) -> list[Account[T]]:
        """The asserted values of a field by document and source chain, in order."""
        groups: dict[tuple[str, SourceChain], list[tuple[Statement, T]]] = {}
        for s in self.asserted(field):
            if isinstance(s.value, type_):
                groups.setdefault((s.document, s.chain), []).append((s, s.value))
        return [
            Account(
                self.documents[document],
                chain,
                tuple(said for said, _ in group),
                tuple(v for _, v in group),
            )
            for (document, chain), group in groups.items()
        ]


def published(document: Document) -> date | None:
    """The first day on which a document can have been published."""
    known = document.published
    return None if known is None else known.start or known.end


def any_pair(items: Sequence[T], test: Callable[[T, T], bool]) -> bool:
    """Whether the test holds for some pair, either way round."""
    return any(test(a, b) or test(b, a) for a, b in combinations(items, 2))


def each(accounts: Iterable[Account[T]]) -> Iterator[T]:
    """All values of all accounts."""
    return (value for account in accounts for value in account.values)
