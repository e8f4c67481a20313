"""Blocking: which pairs are worth a look, in time near linear in the number of reports.

Each report gets keys; reports that share a key come up for comparison. The keys are of three
times: its days (for dates of up to four days), its weeks (where one of the two has a longer
date, or none and a day of publication), each crossed with its places, actors, targets, weapons
and the words that mark its story, and four weeks, crossed with the full names of its document
and copied text. Reports with two full names in common meet at any time (trials are told of a
year later); reports without any time at all meet every report of the same place, full name or
text.

No key is passed over for having many reports: whether two reports come up depends on the two
alone, so that a ledger that grew has the judgements of one built at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from math import floor
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from tallystick.link.columns import mark
from tallystick.link.comparisons.where import POINTS
from tallystick.link.comparisons.wording import LEAST_SHINGLES
from tallystick.link.familiar import common_words
from tallystick.link.passages import Passage
from tallystick.link.profile import Profile
from tallystick.model.values import PartialDate, Place
from tallystick.vocab.matching import fold

Feature = tuple[str, ...]
Entry = tuple[int, int, int]  # a hash, a time, and how it is looked up
Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]

_SKETCH = 4  # telling shingles kept of each passage, those with the least hashes
_NAMES = 6  # full names of a passage by whose pairs reports of any time meet
_SHORT = 4  # days of a date up to which reports meet by day
_LONGEST = 62  # days of a date that is still put into weeks
_FOUR_WEEKS = 28
_PORTION = 1 << 21  # pairs looked up at once, about 100 bytes each

# How an entry is looked up: with the step of time before and after; by classes of time or of
# land, where two reports meet only if one of them is vague in it; and in which this one is.
_STEPPED, _CLASSED, _VAGUE, _LANDED, _ASTRAY = 1, 2, 4, 8, 16
_CLASSES = ((_CLASSED, _VAGUE), (_LANDED, _ASTRAY))
_STEP = 0x9E3779B97F4A7C15  # added to a hash for each day, week or month
_OF_VAGUE = (0xD1B54A32D192ED03, 0x8CB92BA72F3D8DD7)  # added to the hashes of the vague
_MASK = (1 << 64) - 1


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys of reports: ``hashes[n]``, looked up as ``ways[n]`` says, is one of ``rows[n]``."""

    hashes: Hashes
    rows: npt.NDArray[np.int32]
    ways: npt.NDArray[np.uint8]

    @classmethod
    def of(cls, profiles: Sequence[Profile]) -> Keys:
        """The keys of reports whose rows start from 0."""
        found = [list(_entries(p)) for p in profiles]
        rows = np.repeat(np.arange(len(found), dtype="i4"), list(map(len, found)))
        marks, times, ways = (
            np.fromiter((entry[part] for entries in found for entry in entries), type_, len(rows))
            for part, type_ in enumerate(("u8", "i8", "u1"))
        )
        return cls(marks + times.view("u8") * np.uint64(_STEP) + _tags(ways), rows, ways)

    @classmethod
    def stacked(cls, parts: Sequence[Keys]) -> Keys:
        """Several as one, the rows of each after those of the one before; none without keys."""
        numbers = [int(part.rows[-1]) + 1 if len(part.rows) else 0 for part in parts]
        firsts = np.cumsum([0, *numbers[:-1]], dtype="i4")
        return cls(
            np.concatenate([part.hashes for part in parts]),
            np.concatenate([part.rows + first for part, first in zip(parts, firsts, strict=True)]),
            np.concatenate([part.ways for part in parts]),
        )

    def of_rows(self, rows: Ints) -> Keys:
        """The keys of these rows, of keys that are in the order of their rows."""
        _, at = _spans(self.rows, rows.astype(self.rows.dtype))
        return Keys(self.hashes[at], self.rows[at], self.ways[at])

    def sorted(self) -> Keys:
        """The same by hash, for :func:`partners`."""
        order = np.argsort(self.hashes)
        return Keys(self.hashes[order], self.rows[order], self.ways[order])


def partners(asking: Keys, known: Keys) -> Iterator[tuple[Ints, Ints]]:
    """Pairs of rows (i, j), j < i, each once, of which ``i`` is asking and ``known`` has ``j``.

    ``known`` is sorted by hash and holds all reports, those that ask included. The pairs of one
    ``i`` come together; so many come at once as memory has room for, however many share a key.
    """
    wanted, askers = _wanted(asking)
    order = np.argsort(wanted)  # so that the look-ups go through the known ones once
    begin, number = _counted(known.hashes, wanted[order])
    there = np.flatnonzero(number)
    askers, begin, number = askers[order[there]], begin[there], number[there]
    for some in _portions(askers, number):
        first = np.repeat(askers[some], number[some])
        second = known.rows[_following(begin[some], number[some])]
        kept = second < first
        pairs = once(first[kept].astype(np.int64) << 32 | second[kept])
        yield pairs >> 32, pairs & 0xFFFFFFFF


def _portions(askers: npt.NDArray[np.int32], number: Ints) -> Iterator[Ints]:
    """The look-ups, those of one asker together, so that each portion finds not too many."""
    order = np.argsort(askers, kind="stable")
    found = np.cumsum(number[order]) // _PORTION
    starts = np.flatnonzero(np.diff(askers[order], prepend=-1))
    yield from np.split(order, starts[1:][np.diff(found[starts]) > 0])


T = TypeVar("T", bound=np.generic)
U = TypeVar("U", bound=np.generic)


def reached(
    askers: npt.NDArray[T], wanted: npt.NDArray[Any], known: npt.NDArray[Any], held: npt.NDArray[U]
) -> tuple[npt.NDArray[T], npt.NDArray[U]]:
    """All that is held under what each asker wants: ``held[n]`` is under ``known[n]``, sorted."""
    number, at = _spans(known, wanted)
    return np.repeat(askers, number), held[at]


def _spans(known: npt.NDArray[Any], wanted: npt.NDArray[Any]) -> tuple[Ints, Ints]:
    """How often each wanted value is in the sorted ones, and where, one after the other."""
    begin, number = _counted(known, wanted)
    return number, _following(begin, number)


def _counted(known: npt.NDArray[Any], wanted: npt.NDArray[Any]) -> tuple[Ints, Ints]:
    """Where each wanted value begins in the sorted ones, and how often it is there."""
    begin = np.searchsorted(known, wanted, "left")
    number = np.zeros(len(wanted), np.int64)
    there = (
        np.flatnonzero(known[np.minimum(begin, len(known) - 1)] == wanted)
        if len(known)
        else begin[:0]
    )
    number[there] = np.searchsorted(known, wanted[there], "right") - begin[there]
    return begin, number


def _following(begin: Ints, number: Ints) -> Ints:
    """So many positions from each beginning on, one after the other."""
    return np.arange(number.sum()) + np.repeat(begin - np.cumsum(number) + number, number)


def once(values: Ints) -> Ints:
    """Each value once, in order; by sorting, which takes a fifth of numpy's time for it."""
    values.sort()
    return values[np.concatenate(([True], values[1:] != values[:-1]))] if len(values) else values


def _tags(ways: npt.NDArray[np.uint8]) -> Hashes:
    """What is added to the hashes of those that are vague."""
    tags = np.zeros(len(ways), np.uint64)
    for (_, vague), tag in zip(_CLASSES, _OF_VAGUE, strict=True):
        tags += np.where((ways & vague) > 0, np.uint64(tag), np.uint64(0))
    return tags


def _wanted(asking: Keys) -> tuple[Hashes, npt.NDArray[np.int32]]:
    """What to look up for each key, and for whom: those it may meet, of each sort of the vague."""
    plain, ways = asking.hashes - _tags(asking.ways), asking.ways
    looks = []
    for sort in range(1 << len(_CLASSES)):
        tag, those = 0, np.ones(len(ways), np.bool_)
        for n, ((classed, vague), own) in enumerate(zip(_CLASSES, _OF_VAGUE, strict=True)):
            if sort >> n & 1:
                tag, those = tag + own, those & ((ways & classed) > 0)
            else:
                those &= (ways & (classed | vague)) != classed
        for step in (-1, 0, 1):
            at = np.flatnonzero(those if step == 0 else those & ((ways & _STEPPED) > 0))
            looks.append((plain[at] + np.uint64((tag + step * _STEP) & _MASK), asking.rows[at]))
    return np.concatenate([h for h, _ in looks]), np.concatenate([r for _, r in looks])


# ------------------------------------------------------------------ the keys of a report


def _entries(p: Profile) -> Iterator[Entry]:
    places, whos = {_place(place) for place in p.places}, set(_who(p))
    names = {("name", *pair) for pair in p.passage.full_names}
    around = {("name", *pair) for pair in p.whole.full_names}
    marks = {("mark", word) for word in p.marks}
    pairs = combinations(sorted(p.passage.full_names)[:_NAMES], 2)
    texts = {("text", str(shingle)) for shingle in _sketch(p.passage)}
    parties = {feature for feature in whos if feature[0] != "weapon"}
    lands = _lands(p)
    vague, astray = 0 if _days(p) else _VAGUE, 0 if lands else _ASTRAY
    yield mark("document", p.document), 0, 0
    yield from _crossed("day", _days(p), marks.union(_areas(p)), _STEPPED)
    yield from _crossed("day", _days(p), whos, _STEPPED | _LANDED | astray)
    way = _STEPPED | _CLASSED | vague
    yield from _crossed("week", _weeks(p), places | marks, way)
    yield from _crossed("week", _weeks(p), parties, way | _LANDED | astray)
    yield from _crossed("week", _weeks(p), {(*f, land) for f in parties for land in lands}, way)
    yield from _crossed("month", _months_told(p), around, _STEPPED)
    yield from _crossed("month", _months_published(p), texts, _STEPPED)
    lost = p.published_on is None and not _weeks(p)
    yield from ((mark("two", *first, *second), 0, 0) for first, second in pairs)
    for feature in places | names | texts:
        yield mark("ever", *feature), 0, _CLASSED | (_VAGUE if lost else 0)


def _sketch(passage: Passage) -> list[int]:
    """The shingles by which copied text meets (Broder 1997).

    Of a passage long enough to be called a copy and without so many telling ones, others too.
    """
    telling, others = sorted(passage.telling)[:_SKETCH], sorted(passage.shingles)[:_SKETCH]
    plain = len(telling) < _SKETCH and len(passage.shingles) >= LEAST_SHINGLES
    return telling + others if plain else telling


def _crossed(
    unit: str, times: Iterable[int], features: Iterable[Feature], way: int
) -> Iterator[Entry]:
    marks = [mark(unit, *each) for each in features]
    return ((each, time, way) for time in times for each in marks)


def _who(p: Profile) -> Iterator[Feature]:
    for author in p.authors:
        yield "actor", author.actor.id or fold(author.actor.name)
    for target in p.targets:
        words = re.findall(r"\w+", fold(target.name))
        yield from (("target", word) for word in words if _is_rare(word))
    for weapon in p.weapons:
        yield "weapon", weapon.type


def _is_rare(word: str) -> bool:
    return len(word) > 3 and word not in common_words()


def _place(place: Place) -> Feature:
    return "place", place.id or fold(place.name)


def _lands(p: Profile) -> frozenset[str]:
    """The countries of its places, if all are known: none else, as where it has no place."""
    found = {place.country for place in p.places}
    return frozenset(land for land in found if land) if None not in found else frozenset()


def _areas(p: Profile) -> Iterator[Feature]:
    """The country of each place or, where that is unknown, what is known in its stead."""
    for place in p.places:
        if place.country:
            yield "country", place.country
        else:
            if place.admin1:
                yield "province", fold(place.admin1)
            yield from _cells(place)
        if place.id is None or not place.country:
            yield _place(place)


def _cells(place: Place) -> Iterator[Feature]:
    """The half-degree cell, and the one of a grid half a cell on, for neighbours across a line."""
    if place.precision in POINTS and place.lat is not None and place.lon is not None:
        for shift in (0.0, 0.5):
            cell = floor(place.lat * 2 + shift), floor(place.lon * 2 + shift)
            yield "cell", str(shift), *map(str, cell)


# ------------------------------------------------------------------ times


def _days(p: Profile) -> set[int]:
    """The days of short dates."""
    spans = _closed(p.days, longest=_SHORT)
    return {day for start, end in spans for day in range(start, end + 1)}


def _weeks(p: Profile) -> set[int]:
    """Weeks of the dates or, without any, of publication and the days before it.

    A date that is open or longer than that is in the week of the end that is known, the first
    if both are, as reports are compared by it.
    """
    spans = [*_closed(p.days, longest=_LONGEST), *_ends(p.days)]
    if not spans and p.published_on:
        day = p.published_on.toordinal()
        spans = [(day - 7, day)]
    return {week for start, end in spans for week in range(start // 7, end // 7 + 1)}


def _months_told(p: Profile) -> set[int]:
    """Four weeks of the dates; of publication too where none is told that is short enough."""
    told = {week * 7 // _FOUR_WEEKS for week in _weeks(p)}
    return told if any(_closed(p.days, longest=_LONGEST)) else told | _months_published(p)


def _months_published(p: Profile) -> set[int]:
    """Four weeks of publication; of the dates where that is unknown."""
    if p.published_on:
        return {p.published_on.toordinal() // _FOUR_WEEKS}
    return {week * 7 // _FOUR_WEEKS for week in _weeks(p)}


def _closed(days: Iterable[PartialDate], *, longest: int) -> Iterator[tuple[int, int]]:
    for day in days:
        if day.start and day.end and (day.end - day.start).days < longest:
            end = min(day.end, date.max - timedelta(2))
            yield day.start.toordinal(), max(day.start, end).toordinal()


def _ends(days: Iterable[PartialDate]) -> Iterator[tuple[int, int]]:
    for day in days:
        known = day.start or day.end
        if known and not any(_closed([day], longest=_LONGEST)):
            yield known.toordinal(), known.toordinal()
