"""Comparing the wording of the passages behind two reports."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from tallystick.link import weights as w
from tallystick.link.passages import Passage
from tallystick.link.profile import Profile
from tallystick.link.weights import Level
from tallystick.model.judgement import Reason

LEAST_SHINGLES = 12  # of fewer nothing is called a copy
LEAST_WORDS = 8  # of fewer telling words nothing is said
ENOUGH_WORDS = 25  # from so many telling words on either side, having few in common tells
LIKENESS = (
    (0.60, w.SAME_STORY),
    (0.45, w.CLOSE_STORY),
    (0.34, w.LIKE_STORY),
    (0.26, w.NEAR_STORY),
    (0.20, w.FAINT_STORY),
    (0.12, w.LOOSE_STORY),
    (0.0, w.OTHER_STORY),
)


class WordingComparison:
    """Do both use the same rare names and words, or the very same text?

    A passage copied from one agency by two papers is one account of one occurrence. Rare
    names in both (of a street, a vessel, an operation, a victim) speak for one occurrence,
    most of all a full name; so do the words that tell one story from another, the more the
    rarer they are in news and the oftener they stand there (the cosine of TF-IDF vectors):
    of the whole document for a report in its lead, else of the passage. How rare a word is
    was counted once for all texts, so that the weight of a pair does not depend on what
    else is in the ledger. People named with an office or rank are passed
    over: ministers and spokesmen speak of every attack; so are pairs of words that are not
    rare together. Names are counted but not shown: they may be those of private persons.
    People of the same ages speak for one occurrence, of other ages only against it. All
    this together counts up to 13 bits. Inside one document it says nothing.
    """

    def __call__(self, a: Profile, b: Profile) -> Iterable[Reason]:
        if a.document == b.document:
            return
        yield from _copied(a.passage, b.passage)
        yield from _names(a, b)
        yield from _ages(a.passage, b.passage)
        yield from _story(a, b)


def _ages(p: Passage, q: Passage) -> Iterator[Reason]:
    shared = p.ages & q.ages
    if shared:
        level = w.SAME_AGES if len(shared) > 1 else w.SAME_AGE
        yield level.reason(f"{level.meaning}: {', '.join(sorted(shared))}")
    elif p.ages and q.ages:
        yield w.OTHER_AGES.reason(w.OTHER_AGES.meaning)


def _copied(p: Passage, q: Passage) -> Iterator[Reason]:
    least = min(len(p.shingles), len(q.shingles))
    share = len(p.shingles & q.shingles) / least if least >= LEAST_SHINGLES else 0.0
    levels = ((0.8, w.COPIED), (0.5, w.LARGELY_COPIED), (0.15, w.PARTLY_COPIED))
    level = next((level for floor, level in levels if share >= floor), None)
    if level:
        yield level.reason(f"{share:.0%} of the shorter passage stands in the other")


def _names(a: Profile, b: Profile) -> Iterator[Reason]:
    p, q = a.passage, b.passage
    full, around = p.full_names & q.full_names, a.whole.full_names & b.whole.full_names
    shared = (p.names & q.rare) | (q.names & p.rare)
    if full:
        level = w.FULL_NAMES if len(full) > 1 else w.FULL_NAME
        yield level.reason(f"{_count(full, 'full name')} in both passages")
    elif around:
        level = w.FULL_NAMES_AROUND if len(around) > 1 else w.FULL_NAME_AROUND
        yield level.reason(f"{_count(around, 'full name')} in both documents")
    elif shared:
        level = _by_number(len(shared))
        yield level.reason(f"{_count(shared, 'rare name')} in both passages")


def _by_number(names: int) -> Level:
    return w.MANY_NAMES if names >= 4 else w.SOME_NAMES if names >= 2 else w.ONE_NAME


def _story(a: Profile, b: Profile) -> Iterator[Reason]:
    least = min(len(a.story.weights), len(b.story.weights))
    if least < LEAST_WORDS:
        return
    likeness = a.story.likeness(b.story)
    level = next(level for floor, level in LIKENESS if likeness >= floor)
    if level.bits > 0 or (least >= ENOUGH_WORDS and _one_language(a, b)):
        yield level.reason(f"{level.meaning}: alike by {likeness:.2f}")


def _one_language(a: Profile, b: Profile) -> bool:
    return a.language is None or b.language is None or a.language == b.language


def _count(items: Collection[object], noun: str) -> str:
    return f"{len(items)} {noun}{'' if len(items) == 1 else 's'}"
