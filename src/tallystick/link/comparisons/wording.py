"""Comparing the wording of the passages behind two reports."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from tallystick.link import weights as w
from tallystick.link.passages import Passage
from tallystick.link.profile import Profile
from tallystick.link.weights import Level
from tallystick.model.judgement import Reason

_LEAST_SHINGLES = 12


class WordingComparison:
    """Do both use the same rare names and words, or the very same text?

    A passage copied from one agency by two papers is one account of one occurrence. Rare
    names in both (of a street, a vessel, an operation, a victim) speak for one occurrence,
    rarer words a little. What counts as common is fixed once for all texts, so that the
    weight of a pair does not depend on what else is in the ledger. Names are counted but
    not shown: they may be those of private persons.
    """

    def __call__(self, a: Profile, b: Profile) -> Iterable[Reason]:
        copied = _copy_level(a.passage, b.passage)
        if copied is not None:
            level, share = copied
            yield level.reason(f"{share:.0%} of the shorter passage stands in the other")
        if copied is None or copied[0] is w.PARTLY_COPIED:
            yield from _names(a.passage, b.passage)
            yield from _words(a.passage, b.passage)


def _copy_level(p: Passage, q: Passage) -> tuple[Level, float] | None:
    least = min(len(p.shingles), len(q.shingles))
    if least < _LEAST_SHINGLES:
        return None
    share = len(p.shingles & q.shingles) / least
    if share >= 0.5:
        return (w.COPIED if share >= 0.8 else w.LARGELY_COPIED), share
    return (w.PARTLY_COPIED, share) if share >= 0.15 else None


def _names(p: Passage, q: Passage) -> Iterator[Reason]:
    shared = (p.names & q.rare) | (q.names & p.rare)
    full = p.full_names & q.full_names
    if full:
        yield w.FULL_NAME.reason(f"{_count(full, 'full name')} in both")
    if len(shared) >= 4:
        yield w.MANY_NAMES.reason(f"{_count(shared, 'rare name')} in both")
    elif shared and not full:
        level = w.SOME_NAMES if len(shared) > 1 else w.ONE_NAME
        yield level.reason(f"{_count(shared, 'rare name')} in both")
    elif not shared and not full and min(len(p.names), len(q.names)) >= 3:
        yield w.NO_NAMES.reason(w.NO_NAMES.meaning)


def _words(p: Passage, q: Passage) -> Iterator[Reason]:
    first, second = p.rare - p.names, q.rare - q.names
    least = min(len(first), len(second))
    shared = (first & second) - p.names - q.names
    if not shared:
        if least >= 10:
            yield w.NO_WORDS.reason(w.NO_WORDS.meaning)
        return
    share = len(shared) / least
    if len(shared) >= 6 and share >= 0.25:
        yield w.MANY_WORDS.reason(f"{_count(shared, 'rarer word')} in both")
    elif len(shared) >= 3 and share >= 0.1:
        yield w.SOME_WORDS.reason(f"{_count(shared, 'rarer word')} in both")


def _count(items: Collection[object], noun: str) -> str:
    return f"{len(items)} {noun}{'' if len(items) == 1 else 's'}"
