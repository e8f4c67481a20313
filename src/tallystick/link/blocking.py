"""Blocking: which pairs are worth comparing, in time near linear in the number of reports.

Each report gets keys; reports that share a key come up for comparison. The keys are of
three times: its days (for dates of up to four days), its weeks (for longer dates, and by the
day of publication for reports without a date), each crossed with its places, actors,
targets and weapons, and four weeks, crossed with full names; and keys of copied text.
Reports without any time at all meet every report of the same place, target or full name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import product
from math import floor

from tallystick.link.familiar import common_words
from tallystick.link.profile import Profile
from tallystick.model.values import PartialDate, Place, PlacePrecision
from tallystick.vocab.matching import fold

Key = tuple[object, ...]

_SKETCH = 4  # shingles kept of each passage, those with the least hashes
_POINTS = (PlacePrecision.SITE, PlacePrecision.TOWN)
_LONGEST = 62  # days of a date that is still put into weeks


def candidates(profiles: Sequence[Profile], *, block: int) -> Iterator[tuple[int, int]]:
    """Pairs of positions (i < j) worth comparing, each once, in order.

    Every two reports of one document are; so are all that share a key, unless more than
    ``block`` reports do.
    """
    blocks: defaultdict[Key, list[int]] = defaultdict(list)
    for at, each in enumerate(profiles):
        for key in _keys(each):
            blocks[key].append(at)
    shared: defaultdict[int, list[list[int]]] = defaultdict(list)
    for members in blocks.values():
        if 1 < len(members) <= block:
            for at in members:
                shared[at].append(members)
    timeless = _timeless(profiles)
    for at in range(len(profiles)):
        others = {other for members in shared.pop(at, ()) for other in members if other > at}
        others |= timeless.get(at, set())
        yield from ((at, other) for other in sorted(others))


def _keys(p: Profile) -> set[Key]:
    whos, wheres = set(_who(p)), set(_where(p))
    keys: set[Key] = {("document", p.document)}
    keys.update(("day", *key) for key in product(_days(p), whos | wheres))
    fine = {key for key in wheres if key[0] == "place"} | {
        key for key in whos if key[0] != "weapon"
    }
    keys.update(("week", *key) for key in product(_weeks(p), fine))
    months = {(week + late) // 4 for week in _weeks(p) for late in (0, 4)}
    keys.update(("month", *key) for key in product(months, _names(p)))
    keys.update(("text", shingle) for shingle in sorted(p.passage.shingles)[:_SKETCH])
    return keys


def _who(p: Profile) -> Iterator[Key]:
    for author in p.authors:
        yield "actor", author.actor.id or fold(author.actor.name)
    for target in p.targets:
        words = re.findall(r"\w+", fold(target.name))
        yield from (("target", word) for word in words if _is_rare(word))
    for weapon in p.weapons:
        yield "weapon", weapon.type


def _names(p: Profile) -> set[Key]:
    return {("name", *pair) for pair in p.passage.full_names}


def _is_rare(word: str) -> bool:
    return len(word) > 3 and word not in common_words()


def _where(p: Profile) -> Iterator[Key]:
    for place in p.places:
        yield "place", place.id or fold(place.name)
        if place.country:
            yield "country", place.country
        if place.admin1:
            yield "province", place.country, fold(place.admin1)
        yield from _cells(place)


def _cells(place: Place) -> Iterator[Key]:
    """The half-degree cell, and the one of a grid half a cell on, for neighbours across a line."""
    if place.precision in _POINTS and place.lat is not None and place.lon is not None:
        for shift in (0.0, 0.5):
            yield "cell", shift, floor(place.lat * 2 + shift), floor(place.lon * 2 + shift)


def _days(p: Profile) -> set[date]:
    """The days of short dates, and the day after each, under which neighbours meet."""
    days: set[date] = set()
    for start, end in _closed(p.days, longest=4):
        days.update(start + timedelta(n) for n in range((end - start).days + 2))
    return days


def _weeks(p: Profile) -> set[int]:
    """Weeks of the dates or, without any, of publication; and the week after each."""
    spans = list(_closed(p.days, longest=_LONGEST))
    if not spans and p.published_on and _undated(p):
        spans = [(p.published_on - timedelta(7), p.published_on)]
    weeks = {n for s, e in spans for n in range(s.toordinal() // 7, e.toordinal() // 7 + 1)}
    return weeks | {week + 1 for week in weeks}


def _closed(days: Iterable[PartialDate], *, longest: int) -> Iterator[tuple[date, date]]:
    for day in days:
        if day.start and day.end and (day.end - day.start).days < longest:
            yield day.start, min(day.end, date.max - timedelta(2))


def _undated(p: Profile) -> bool:
    return all(day.is_floating for day in p.days)


def _timeless(profiles: Sequence[Profile]) -> dict[int, set[int]]:
    """For reports with neither date nor publication: all others of the same place or side."""
    lost = [at for at, p in enumerate(profiles) if _undated(p) and p.published_on is None]
    wanted = {key for at in lost for key in _anywhen(profiles[at])}
    members: defaultdict[Key, list[int]] = defaultdict(list)
    for at, each in enumerate(profiles):
        for key in wanted.intersection(_anywhen(each)):
            members[key].append(at)
    pairs: defaultdict[int, set[int]] = defaultdict(set)
    for at in lost:
        for other in {o for key in _anywhen(profiles[at]) for o in members[key] if o != at}:
            pairs[min(at, other)].add(max(at, other))
    return dict(pairs)


def _anywhen(p: Profile) -> set[Key]:
    fine = {key for key in (*_where(p), *_who(p)) if key[0] in ("place", "target")}
    return fine | _names(p)
