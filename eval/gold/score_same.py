"""When two values of a field are the same, and when they nearly are. Each rule is one function.

The first is what is wanted (a label), the second what is given (a reading, or another label).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz

from eval.judge import plain
from tallystick.model.document import Span
from tallystick.model.geometry import distance_km
from tallystick.model.values import CountRange, PartialDate, Place, PlacePrecision
from tallystick.vocab.actors import actor_book
from tallystick.vocab.gazetteer import load_gazetteer

NEAR_KM = 25.0
FAR_KM = 161.0  # 100 miles: the usual limit of geoparsing (Gritta et al. 2020)
_MANY = 10  # from here on "at least" and "more than" are one
_ALIKE = 80.0  # of 100, by rapidfuzz: one letter in five ("Deraa", "Daraa")
_COARSE = (PlacePrecision.PROVINCE, PlacePrecision.COUNTRY, PlacePrecision.REGION)
_PARTS = frozenset(
    {
        "the", "of", "a", "an", "province", "governorate", "city", "town", "village", "district",
        "county", "countryside", "area", "region", "suburb", "suburbs", "neighborhood",
        "neighbourhood", "quarter",
    }
)  # fmt: skip


# ------------------------------------------------------------------ dates


def same_days(wanted: PartialDate, given: PartialDate) -> bool:
    """Both name the same interval of days, or float on the same weekday."""
    if wanted.is_floating or given.is_floating:
        return _float_alike(wanted, given)
    return (wanted.start, wanted.end) == (given.start, given.end)


def near_days(wanted: PartialDate, given: PartialDate) -> bool:
    """The intervals start and end within a day of each other."""
    if wanted.is_floating or given.is_floating:
        return _float_alike(wanted, given)
    return _within_a_day(wanted.start, given.start) and _within_a_day(wanted.end, given.end)


def _float_alike(wanted: PartialDate, given: PartialDate) -> bool:
    return wanted.is_floating and given.is_floating and wanted.weekday == given.weekday


def _within_a_day(first: date | None, second: date | None) -> bool:
    if first is None or second is None:
        return first is second
    return abs((first - second).days) <= 1


# ------------------------------------------------------------------ places


def same_place(wanted: Place, given: Place) -> bool:
    """The same place by point or by name, and no coarser than it is wanted.

    By point: within 25 km. By name, where there is no point to go by or where the place is a
    province, a country or a region, whose points say little.
    """
    if given.precision in _COARSE and wanted.precision not in _COARSE:
        return False
    apart = distance_km(wanted, given)
    if apart is not None and apart <= NEAR_KM:
        return True
    if wanted.country and given.country and wanted.country != given.country:
        return False
    if wanted.precision in _COARSE:
        return given.precision in _COARSE and _same_division(wanted, given)
    return apart is None and _same_name(wanted, given)


def near_place(wanted: Place, given: Place) -> bool:
    """The same place, or one within 161 km."""
    apart = distance_km(wanted, given)
    return same_place(wanted, given) or (apart is not None and apart <= FAR_KM)


def wider_place(wanted: Place, given: Place) -> bool:
    """A province, country or region around a finer place; a province also by its distance."""
    if wanted.precision in _COARSE or given.precision not in _COARSE:
        return False
    if given.precision is PlacePrecision.COUNTRY:
        return wanted.country is not None and wanted.country == given.country
    apart = distance_km(wanted, given)
    return wanted.country in (None, given.country) and (apart is None or apart <= FAR_KM)


def _same_division(wanted: Place, given: Place) -> bool:
    if wanted.precision is given.precision is PlacePrecision.COUNTRY:
        return alike(wanted.name, given.name) or (
            wanted.country is not None and wanted.country == given.country
        )
    return _same_name(wanted, given)


def _same_name(wanted: Place, given: Place) -> bool:
    if wanted.id is not None and wanted.id == given.id:
        return True
    return alike(wanted.name, given.name) or given.id in _ids(wanted.name)


@lru_cache(maxsize=4096)
def _ids(name: str) -> frozenset[str]:
    """Whatever has this name, with and without "province" and the like."""
    names = {name, " ".join(_words(name))}
    return frozenset(found.id for one in names for found in load_gazetteer().lookup(one))


def alike(first: str, second: str) -> bool:
    """One name in two spellings, "province" and the like aside; or one has all words of the
    other."""
    a, b = _words(first), _words(second)
    if not a or not b:
        return False
    return set(a) <= set(b) or set(b) <= set(a) or fuzz.ratio(" ".join(a), " ".join(b)) >= _ALIKE


def _words(name: str) -> list[str]:
    words = plain(name).split()
    return [w for w in words if w not in _PARTS] or words


# ------------------------------------------------------------------ counts


def same_count(wanted: CountRange, given: CountRange) -> bool:
    return same_bounds((wanted.low, wanted.high), (given.low, given.high))


Bounds = tuple[int | None, int | None]


def same_bounds(wanted: Bounds, given: Bounds) -> bool:
    """The same interval. Of ten or more, open above, the lower bound may be one off: the labels
    write "more than 100" as 101 and up, the program as 100 and up."""
    if wanted == given:
        return True
    if wanted[1] is not None or given[1] is not None or wanted[0] is None or given[0] is None:
        return False
    return min(wanted[0], given[0]) >= _MANY and abs(wanted[0] - given[0]) == 1


# ------------------------------------------------------------------ actors and sources


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody: by names, by ids of the vocabulary, and by where the names stand."""

    names: frozenset[str]
    ids: frozenset[str] = frozenset()
    spans: tuple[Span, ...] = ()

    def joined(self, other: Who) -> Who:
        return Who(self.names | other.names, self.ids | other.ids, (*self.spans, *other.spans))


def who(*names: str, ids: Sequence[str] = (), spans: tuple[Span, ...] = ()) -> Who:
    """Somebody of these names. Without ids, the first name that the vocabulary knows gives them."""
    known = frozenset(ids)
    for name in names:
        known = known or _known(name)
    return Who(frozenset(plain(name) for name in names if name), known, spans)


@lru_cache(maxsize=4096)
def _known(name: str) -> frozenset[str]:
    return frozenset(hit.item.id for hit in actor_book().find(name))


def same_who(wanted: Who, given: Who) -> bool:
    """The same id, the same words of the text, or (where one is unknown) names that are alike."""
    if wanted.names & given.names or wanted.ids & given.ids:
        return True
    if any(a.overlaps(b) for a in wanted.spans for b in given.spans):
        return True
    if wanted.ids and given.ids:
        return False
    return any(alike(a, b) for a in wanted.names for b in given.names)


def related_who(wanted: Who, given: Who) -> bool:
    """The same, or of one side: a force and its state, an umbrella and its member."""
    if same_who(wanted, given):
        return True
    book = actor_book()
    return any(book.related(a, b) is not None for a in wanted.ids for b in given.ids)


def same_chain(wanted: Sequence[Who], given: Sequence[Who]) -> bool:
    """The same sources in the same order."""
    return len(wanted) == len(given) and all(map(same_who, wanted, given))


def same_nearest(wanted: Sequence[Who], given: Sequence[Who]) -> bool:
    """The source nearest to the event is the same, or neither has one."""
    if not wanted or not given:
        return not wanted and not given
    return same_who(wanted[0], given[0])
