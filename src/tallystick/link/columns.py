"""Profiles as rows of one array, so that many pairs can be looked at in one step.

A row holds what :mod:`tallystick.link.bound` needs: numbers as they are, names as hashes that
are the same on every machine, sets as bits. It says less than the profile, never something else:
where a report gives more than a row has room for, the row says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Any

import numpy as np
import numpy.typing as npt

from tallystick.link.comparisons.frame import anchored
from tallystick.link.comparisons.parties import is_nobody, name_words
from tallystick.link.comparisons.when import DARK, fixed_day
from tallystick.link.familiar import common_words
from tallystick.link.passages import word_hash
from tallystick.link.profile import Profile
from tallystick.link.stories import Stories
from tallystick.model.statement import Standing
from tallystick.model.taxonomy import IncidentKind, combined, compatible
from tallystick.model.values import CountRange, PartialDate, PlacePrecision, TargetKind
from tallystick.vocab.matching import fold
from tallystick.vocab.weapons import weapon_book

Rows = npt.NDArray[np.void]
Columns = Mapping[str, npt.NDArray[Any]]  # of some rows, by the names of their fields

PLACES = 3  # places of a report that a row has room for
NEVER, ALWAYS = -(10**8), 10**8  # days before and after all days, for dates open at one end
ABSENT, OPEN = -2, -1  # a toll that is not given, and an end of one that is left open
RANKS = tuple(PlacePrecision)
STANDINGS = tuple(Standing)
_KINDS = tuple(IncidentKind)
_TARGETS = tuple(TargetKind)
_LARGEST = 2**16 - 1

ROW = np.dtype(
    [
        ("document", "u8"), ("language", "u8"), ("standing", "u1"), ("extent", "u1"),
        ("published", "i4"), ("start", "i4"), ("end", "i4"), ("when", "i4"),
        ("fixed", "?"), ("floating", "?"), ("single", "?"), ("dark", "?"), ("anchored", "?"),
        ("weekdays", "u1"),
        ("kinds", "u4"), ("kinds_fit", "u4"), ("kinds_mix", "u4"),
        ("weapons", "u8"), ("weapons_fit", "u8"),
        ("places", "u2"), ("place", "u8", PLACES), ("place_name", "u8", PLACES),
        ("country", "u8", PLACES), ("rank", "i1", PLACES),
        ("lat", "f4", PLACES), ("lon", "f4", PLACES),
        ("authors", "u2"), ("author", "u8"), ("author_name", "u8"),
        ("targets", "u2"), ("target_kinds", "u4"), ("owned", "?"), ("target_words", "u8"),
        ("low", "i4", 3), ("high", "i4", 3), ("voices", "u8"), ("ages", "u8"),
        ("story_count", "u2"), ("names_count", "u2"), ("near_count", "u2"), ("copy_count", "u2"),
        ("near", "u8", 4), ("full", "u8", 4), ("copy", "u8", 16),
    ]
)  # fmt: skip


@lru_cache(maxsize=1 << 17)
def mark(*parts: str) -> int:
    """A hash of words, 64 bits, the same everywhere; never 0, which stands for nothing."""
    packed = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(packed, digest_size=8).digest(), "little") or 1


def rows_of(profiles: Sequence[Profile]) -> Rows:
    """One row a profile, in their order."""
    rows = np.zeros(len(profiles), ROW)
    for row, each in zip(rows, profiles, strict=True):
        _fill_frame(row, each)
        _fill_days(row, each.days)
        _fill_places(row, each)
        _fill_parties(row, each)
        for n, count in enumerate((each.killed, each.injured, each.abducted)):
            row["low"][n], row["high"][n] = _toll(count)
    _fill_bits(rows, profiles, "near", lambda p: map(word_hash, p.passage.rare))
    _fill_bits(
        rows, profiles, "full", lambda p: (word_hash(" ".join(n)) for n in p.whole.full_names)
    )
    _fill_bits(rows, profiles, "copy", lambda p: p.passage.shingles)
    return rows


@dataclass(frozen=True, slots=True)
class Reports:
    """Reports as arrays: their rows, field by field, and their stories."""

    columns: Columns
    stories: Stories

    def __len__(self) -> int:
        return len(self.columns["document"])

    @classmethod
    def of(cls, profiles: Sequence[Profile]) -> Reports:
        """The rows and stories of some profiles, in their order."""
        return cls.stacked([(rows_of(profiles), Stories.of(profiles))])

    @classmethod
    def stacked(cls, parts: Sequence[tuple[Rows, Stories]]) -> Reports:
        """The rows and stories of several parts, each field in one piece of memory."""
        columns = {name: np.concatenate([r[name] for r, _ in parts]) for name in ROW.names or ()}
        return cls(columns, Stories.stacked([stories for _, stories in parts]))

    def joined(self, more: Reports) -> Reports:
        """These, and more below them."""
        pairs = {name: (own, more.columns[name]) for name, own in self.columns.items()}
        columns = {name: np.concatenate(both) for name, both in pairs.items()}
        return Reports(columns, Stories.stacked((self.stories, more.stories)))


def pick(columns: Rows | Columns, fields: Sequence[str], at: npt.NDArray[np.int64]) -> Columns:
    """Some fields of the rows at these positions."""
    return {field: columns[field].take(at, axis=0) for field in fields}  # faster than [at]


def _fill_frame(row: np.void, p: Profile) -> None:
    row["document"], row["language"] = mark(p.document), mark(p.language) if p.language else 0
    row["standing"], row["extent"] = STANDINGS.index(p.standing), p.extent
    row["published"] = p.published_on.toordinal() if p.published_on else 0
    own = fixed_day(p) or p.published_on
    row["when"] = own.toordinal() if own else 0
    row["anchored"] = anchored(p)
    row["voices"] = _bits(p.voices)
    row["ages"] = _bits(p.passage.ages)
    passage = p.passage
    sizes = (len(p.story.weights), len(passage.names), len(passage.rare), len(passage.shingles))
    fields = ("story_count", "names_count", "near_count", "copy_count")
    for field, size in zip(fields, sizes, strict=True):
        row[field] = min(size, _LARGEST)


def _bits(words: Iterable[str]) -> int:
    found = 0
    for word in words:
        found |= 1 << (mark(word) % 64)
    return found


def _fill_days(row: np.void, days: tuple[PartialDate, ...]) -> None:
    fixed = [d for d in days if not d.is_floating]
    row["fixed"], row["floating"] = bool(fixed), len(fixed) < len(days)
    row["single"] = len(days) == 1
    row["dark"] = any(d.part in DARK for d in days)
    for day in days:
        row["weekdays"] |= 1 << day.weekday if day.weekday else 0
    if fixed:
        row["start"] = min(d.start.toordinal() if d.start else NEVER for d in fixed)
        row["end"] = max(d.end.toordinal() if d.end else ALWAYS for d in fixed)


def _fill_places(row: np.void, p: Profile) -> None:
    row["places"] = min(len(p.places), _LARGEST)
    for n, place in enumerate(p.places[:PLACES]):
        row["place"][n] = mark(place.id) if place.id else 0
        row["place_name"][n] = mark(fold(place.name))
        row["country"][n] = mark(place.country) if place.country else 0
        row["rank"][n] = RANKS.index(place.precision)
        known = place.lat is not None and place.lon is not None
        row["lat"][n], row["lon"][n] = (place.lat, place.lon) if known else (np.nan, np.nan)


def _fill_parties(row: np.void, p: Profile) -> None:
    named = [a.actor for a in p.authors if not is_nobody(a.actor)]
    row["authors"] = min(len(named), _LARGEST)
    if named:
        row["author"] = mark(named[0].id) if named[0].id else 0
        row["author_name"] = mark(fold(named[0].name))
    row["targets"] = min(len(p.targets), _LARGEST)
    row["owned"] = any(t.owner for t in p.targets)
    row["target_words"] = _bits(name_words(t.name for t in p.targets) - common_words())
    for target in p.targets:
        row["target_kinds"] |= 1 << _TARGETS.index(target.kind)
    own = p.kinds - {IncidentKind.ATTACK}
    row["kinds"] = sum(1 << _KINDS.index(kind) for kind in own)
    row["kinds_fit"] = np.bitwise_or.reduce([_kinds(kind, compatible) for kind in own] or [0])
    row["kinds_mix"] = np.bitwise_or.reduce([_kinds(kind, combined) for kind in own] or [0])
    row["weapons"] = np.bitwise_or.reduce([_weapon_bit(w.type) for w in p.weapons] or [0])
    row["weapons_fit"] = np.bitwise_or.reduce([_weapons_fit(w.type) for w in p.weapons] or [0])


@lru_cache
def _kinds(kind: IncidentKind, go: Callable[[IncidentKind, IncidentKind], bool]) -> int:
    """The kinds that go together with one."""
    return sum(1 << n for n, other in enumerate(_KINDS) if go(kind, other))


@lru_cache
def _weapon_bits() -> dict[str, int]:
    """A bit of 62 for each type; several types share one where there are more."""
    return {weapon.id: 1 << (n % 62) for n, weapon in enumerate(weapon_book())}


def _weapon_bit(type_: str) -> int:
    return _weapon_bits().get(type_, 1 << 62)  # one bit for all that the vocabulary lacks


@lru_cache
def _weapons_fit(type_: str) -> int:
    book, found = weapon_book(), _weapon_bit(type_)
    for weapon in book:
        if book.compatible(type_, weapon.id):
            found |= _weapon_bit(weapon.id)
    return found


def _toll(count: CountRange | None) -> tuple[int, int]:
    if count is None:
        return ABSENT, ABSENT
    low, high = (OPEN if end is None else min(end, 2**31 - 1) for end in (count.low, count.high))
    return low, high


def _fill_bits(
    rows: Rows,
    profiles: Sequence[Profile],
    field: str,
    hashes: Callable[[Profile], Iterable[int]],
) -> None:
    """Sets as bits: bit ``hash % size`` is set for each member."""
    size = rows.dtype[field].shape[0] * 64
    members = [(at, h % size) for at, p in enumerate(profiles) for h in hashes(p)]
    grid = np.zeros((len(profiles), size), np.bool_)
    if members:
        at, bit = np.array(members).T
        grid[at, bit] = True
    rows[field] = np.packbits(grid, axis=1).view("u8")
