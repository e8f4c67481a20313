"""An upper bound of the score of many pairs at once, so that few need to be weighed in full.

For every comparison it takes the most that it can give a pair, from the rows of
:mod:`tallystick.link.columns` alone, and adds these up as :func:`tallystick.link.score.weigh`
does. It never falls short of the true sum (``tests/link/test_bound.py``): what it rules out
cannot be of one occurrence, nor worth a person's look. How many members two sets share is
bounded by the bits that they share (Bloom 1970) and the members that fell together on one bit.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log2

import numpy as np
import numpy.typing as npt

from tallystick.link import weights as w
from tallystick.link.columns import (
    ABSENT,
    NEVER,
    OPEN,
    PLACES,
    RANKS,
    ROW,
    STANDINGS,
    Columns,
    Reports,
    pick,
)
from tallystick.link.comparisons.effects import FAR_DIFFERENCE, FAR_RATIO
from tallystick.link.comparisons.frame import linkable
from tallystick.link.comparisons.when import WINDOW
from tallystick.link.comparisons.where import POINTS, STEPS
from tallystick.link.comparisons.wording import ENOUGH_WORDS, LEAST_SHINGLES, LEAST_WORDS, LIKENESS
from tallystick.link.profile import Extent
from tallystick.link.weights import Level
from tallystick.model.statement import Standing
from tallystick.model.values import PlacePrecision

Bits = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]

_SLACK_KM = 0.05  # for the rounding of distances
_BETWEEN = 7  # days between publications within which a weekday is one day
_FAR_AWAY = 1e5  # kilometres: beyond all steps
_FARTHEST = 1.2  # degrees of latitude that are farther than all steps but the last
_SLACK_BITS = 0.01  # for the rounding of scores
_SITE, _DISTRICT, _PROVINCE, _COUNTRY, _REGION = (
    RANKS.index(p)
    for p in (
        PlacePrecision.SITE,
        PlacePrecision.DISTRICT,
        PlacePrecision.PROVINCE,
        PlacePrecision.COUNTRY,
        PlacePrecision.REGION,
    )
)
_SAME_PLACE = np.array(
    [
        level.bits
        for level in (
            w.SAME_SITE,
            w.SAME_TOWN,
            w.SAME_DISTRICT,
            w.SAME_PROVINCE,
            w.SAME_COUNTRY,
            w.SAME_REGION,
        )
    ]
)
_LINKABLE = np.array([[linkable(p, q) for q in STANDINGS] for p in STANDINGS])


_NAMED = ("voices", "names_count", "near_count", "copy_count", "near", "copy")
_STORY = ("language", "story_count")
_POINT = ("rank", "lat", "lon")
_WHERE = ("place", "place_name", "country", *_POINT)
_PARTIES = (
    "authors", "author", "author_name", "targets", "target_kinds", "owned", "target_words",
    "kinds", "kinds_fit", "kinds_mix", "weapons", "weapons_fit",
)  # fmt: skip
_SCENE = tuple(name for name in ROW.names or () if name not in _STORY + _NAMED + _PARTIES)


def _most(*levels: Level) -> float:
    """The most bits of several levels."""
    return max(level.bits for level in levels)


_MOST_OF_AGES = _most(w.SAME_AGE, w.SAME_AGES)
_MOST_OF_PEOPLE = _most(w.PEOPLE_BESIDE, w.PEOPLE_LATER, w.PEOPLE_MUCH_LATER)
_MOST_OF_STORY = _most(*(level for _, level in LIKENESS))
_MOST_OF_COPIES = _most(w.COPIED, w.LARGELY_COPIED, w.PARTLY_COPIED)
_MOST_OF_NAMES = _most(w.FULL_NAMES, w.FULL_NAME, w.FULL_NAMES_AROUND, w.FULL_NAME_AROUND)
_PAST = STANDINGS.index(Standing.BACKGROUND)


def bits_of(probability: float) -> float:
    """The least sum of bits whose rounded probability can reach this one."""
    if probability <= 0:
        return -np.inf
    return log2(probability / (1 - probability)) - _SLACK_BITS if probability < 1 else np.inf


def may_reach(reports: Reports, i: Ints, j: Ints, bits: float) -> Ints:
    """Which pairs (i, j) of rows, of those that can be linked, may sum up to so many bits.

    Those of one document are kept in any case. What is cheap to look at is looked at first; what
    may yet be found in the texts is then taken for the most that it can be.
    """
    rows = reports.columns
    one = rows["document"][i] == rows["document"][j]
    kept = np.flatnonzero(_LINKABLE[rows["standing"][i], rows["standing"][j]])
    scene = _scene(pick(rows, _SCENE, i[kept]), pick(rows, _SCENE, j[kept]))
    most = _capped(w.HABIT_CAP, scene.names + _MOST_OF_COPIES, _MOST_OF_STORY)
    fit = one[kept] | (np.minimum(scene.place, 0.0) + most + scene.rest + w.SAME_VOICE.bits >= bits)
    kept, scene = kept[fit], scene.of(fit)
    parties = pick(rows, _PARTIES, i[kept]), pick(rows, _PARTIES, j[kept])
    habits, against = _habits(scene.place, *parties)
    rest = scene.rest + against
    most = _capped(habits, scene.names + _MOST_OF_COPIES, _MOST_OF_STORY)
    fit = one[kept] | (most + rest + w.SAME_VOICE.bits >= bits)
    kept, scene, habits, rest = kept[fit], scene.of(fit), habits[fit], rest[fit]
    names, more = _named(scene, pick(rows, _NAMED, i[kept]), pick(rows, _NAMED, j[kept]))
    rest += more
    fit = one[kept] | (_capped(habits, names, _MOST_OF_STORY) + rest >= bits)
    kept, habits, names, rest = kept[fit], habits[fit], names[fit], rest[fit]
    words = _words(reports, i[kept], j[kept])
    total = _capped(habits, names, np.maximum(words, 0.0)) + np.minimum(words, 0.0) + rest
    return np.asarray(kept[one[kept] | (total >= bits)])


def upper_bound(reports: Reports, i: Ints, j: Ints) -> Bits:
    """The most bits that each pair of rows can sum up to; for pairs of two documents."""
    a, b = (pick(reports.columns, ROW.names or (), rows) for rows in (i, j))
    scene, words = _scene(a, b), _words(reports, i, j)
    habits, against = _habits(scene.place, a, b)
    names, more = _named(scene, a, b)
    alike = _capped(habits, names, np.maximum(words, 0.0))
    return np.asarray(alike + np.minimum(words, 0.0) + scene.rest + against + more)


def _capped(habits: Bits | float, names: Bits, words: Bits | float) -> Bits:
    """What speaks for a pair, under the caps on topic and on text.

    Each of the two sums holds whatever is really found, up to what is given; so the lesser does.
    """
    topic = np.minimum(habits + words, w.TOPIC_CAP) + names
    return np.asarray(np.minimum(topic, habits + np.minimum(names + words, w.TEXT_CAP)))


@dataclass(frozen=True, slots=True)
class _Scene:
    """Of pairs: the bits of their places; the most of the names and ages; what no cap is on."""

    place: Bits
    names: Bits
    full: Mask  # whether both may give a full name
    rest: Bits

    def of(self, kept: Mask) -> _Scene:
        return _Scene(self.place[kept], self.names[kept], self.full[kept], self.rest[kept])


def _scene(a: Columns, b: Columns) -> _Scene:
    """What can be said without a look at the parties or the texts."""
    full, aged = _ones(np.bitwise_and(a["full"], b["full"])) > 0, (a["ages"] & b["ages"]) > 0
    date, place = _date(a, b), _place(a, b)
    rest = w.PRIOR.bits + date + _publication(a, b) + _tolls(a, b) + _extent(a, b)
    rest += np.where(a["anchored"] & b["anchored"], 0.0, w.UNANCHORED.bits)
    rest += np.where(full | aged, _MOST_OF_PEOPLE, 0.0) + _standing(a, b)
    fits = (date >= w.SAME_DAY.bits) & (place >= w.SAME_TOWN.bits)
    rest += np.where(_background(a, b), _past(fits, full), 0.0)
    names = np.where(aged, _MOST_OF_AGES, 0.0) + np.where(full, _MOST_OF_NAMES, w.MANY_NAMES.bits)
    return _Scene(place, names, full, rest)


def _background(a: Columns, b: Columns) -> Mask:
    return np.asarray((a["standing"] == _PAST) | (b["standing"] == _PAST))


def _past(fits: Mask, full: Mask) -> Bits:
    """Of what is background: whether its day and place fit, or a full name."""
    named = np.where(full, w.BACKGROUND_NAMED.bits, w.BACKGROUND_VAGUE.bits)
    return np.where(fits, w.BACKGROUND_FITS.bits, named)


def _standing(a: Columns, b: Columns) -> Bits:
    foiled = (a["standing"] != b["standing"]) & ~_background(a, b)
    return np.where(foiled, w.PARTLY_FOILED.bits, 0.0)


def _habits(place: Bits, a: Columns, b: Columns) -> tuple[Bits, Bits]:
    """Place, parties and means: what speaks for a pair, under its cap, and what against it."""
    levels = [place, _target(a, b), _attackers(a, b), _kind(a, b), _weapons(a, b)]
    alike = sum(np.maximum(level, 0.0) for level in levels)
    against = sum(np.minimum(level, 0.0) for level in levels)
    return np.asarray(np.minimum(alike, w.HABIT_CAP)), np.asarray(against)


# ------------------------------------------------------------------ when


def _date(a: Columns, b: Columns) -> Bits:
    gap = np.maximum(a["start"], b["start"]) - np.minimum(a["end"], b["end"])
    longest = np.maximum(a["end"] - a["start"], b["end"] - b["start"]) + 1
    lengths = [longest <= 1, longest <= 4, longest <= 10, longest <= 31]
    levels = [level.bits for level in (w.SAME_DAY, w.SAME_DAYS, w.SAME_WEEK, w.SAME_MONTH)]
    overlap = np.select(lengths, levels, w.SAME_YEARS.bits)
    overlap = np.where(a["single"] & b["single"], overlap, max(levels))
    beside = np.where(a["dark"] | b["dark"], w.OVERNIGHT.bits, w.ADJACENT_DAYS.bits)
    apart = np.where(gap > 31, w.DISJOINT_MONTHS.bits, w.DISJOINT_DAYS.bits)
    fixed = np.where(gap <= 0, overlap, np.where(gap <= 1, beside, apart))
    found = np.where(a["fixed"] & b["fixed"], fixed, 0.0)
    floats = (a["floating"] | b["floating"]) & (a["weekdays"] > 0) & (b["weekdays"] > 0)
    clash = _most(w.WEEKDAY_BESIDE, w.WEEKDAY_CLASH)
    meet = (a["weekdays"] & b["weekdays"]) > 0
    alike = np.where(_in_window(a, b), w.WEEKDAY_IN_WINDOW.bits, w.WEEKDAY_ALONE.bits)
    weekday = np.where(meet, alike, clash)
    both = a["fixed"] & b["fixed"]
    return np.where(floats, np.where(both, np.maximum(found, weekday), weekday), found)


def _in_window(a: Columns, b: Columns) -> Mask:
    """Whether two weekdays can be one day; where one of the two gives several dates, they can."""
    gap = a["published"] - b["published"]
    both = (a["published"] > 0) & (b["published"] > 0) & (np.abs(gap) <= _BETWEEN)
    near = np.where(a["fixed"], _follows(b, a), np.where(b["fixed"], _follows(a, b), both))
    return np.asarray(near | ~(a["single"] & b["single"]))


def _follows(a: Columns, b: Columns) -> Mask:
    """Whether ``a`` was published within two weeks from the day of ``b``."""
    since = a["published"] - b["start"]
    return np.asarray((a["published"] > 0) & (since >= 0) & (since <= WINDOW))


def _publication(a: Columns, b: Columns) -> Bits:
    known = (a["when"] > 0) & (b["when"] > 0)
    gap = np.abs(a["when"] - b["when"])
    sure, maybe = (_by_weekday(a, given) | _by_weekday(b, given) for given in (False, True))
    near = [gap <= n for n in (1, 2, WINDOW, 60)]
    levels = [
        np.where(sure, 0.0, np.where(maybe, max(level.bits, 0.0), level.bits))
        for level in (w.PUBLISHED_TOGETHER, w.PUBLISHED_CLOSE, w.PUBLISHED_NEAR)
    ]
    dated = np.select(near, [*levels, w.PUBLISHED_APART.bits], w.PUBLISHED_FAR.bits)
    nowhere = ~(a["fixed"] | a["floating"]) | ~(b["fixed"] | b["floating"])
    undated = np.where(nowhere, w.UNDATED.bits, 0.0)
    found = np.where(known, dated, undated)
    found = np.where(_told_before(a, b) | _told_before(b, a), w.TOLD_BEFORE.bits, found)
    return np.where(a["fixed"] & b["fixed"], 0.0, found)


def _by_weekday(a: Columns, fixed: bool) -> Mask:
    """Whether a report gives a weekday that nothing anchors, or may, beside a date that is."""
    return np.asarray(a["floating"] & (a["weekdays"] > 0) & (~a["fixed"] | fixed))


def _told_before(a: Columns, b: Columns) -> Mask:
    """Whether ``a`` was published before the day of ``b``, which every date of it gives."""
    dated = b["fixed"] & ~b["floating"] & (b["start"] > NEVER)
    return np.asarray((a["published"] > 0) & dated & (a["published"] < b["start"] - 1))


# ------------------------------------------------------------------ where


def _place(a: Columns, b: Columns) -> Bits:
    """The best of all pairs of places; more places than fit a row may be anything."""
    none = (a["places"] == 0) | (b["places"] == 0)
    many = (a["places"] > PLACES) | (b["places"] > PLACES)
    found = np.where(none, w.TOLD_ALONE.bits, -np.inf)
    for m in range(min(PLACES, a["places"].max(initial=0))):
        for n in range(min(PLACES, b["places"].max(initial=0))):
            at = np.flatnonzero((a["places"] > m) & (b["places"] > n))
            if len(at):
                level = _place_level(_nth(a, m, at), _nth(b, n, at))
                found[at] = np.maximum(found[at], level)
    return np.where(many & ~none, float(_SAME_PLACE.max()), found)


def _nth(columns: Columns, n: int, at: Ints) -> Columns:
    """The n-th place of these reports."""
    return {field: columns[field][:, n].take(at) for field in _WHERE}


def _place_level(a: Columns, b: Columns) -> Bits:
    coarse, fine = np.maximum(a["rank"], b["rank"]), np.minimum(a["rank"], b["rank"])
    first, second = a["country"], b["country"]
    abroad = (first > 0) & (second > 0) & (first != second)
    listed = (a["place"] > 0) & (b["place"] > 0)
    alike = (a["place_name"] == b["place_name"]) & ~abroad
    same = np.where(listed, a["place"] == b["place"], alike)
    points = coarse < len(POINTS)
    within = (w.IN_PROVINCE.bits, w.SAME_COUNTRY.bits, _most(w.IN_REGION, w.SAME_COUNTRY))
    levels = [
        np.full(len(coarse), w.SITE_BY_TOWN.bits),
        np.where(coarse == fine, w.PLACES_APART.bits, within[0]),
        np.where((first == second) & (first > 0), within[1], 0.0),
    ]
    areas = np.select(
        [coarse == _DISTRICT, coarse == _PROVINCE, coarse == _COUNTRY], levels, within[2]
    )
    other = np.where(points, 0.0, areas)
    near = np.flatnonzero(points & ~same & ~abroad)
    other[near] = _points(pick(a, _POINT, near), pick(b, _POINT, near))
    other = np.where(abroad, w.PLACES_FAR.bits, other)
    other = np.where(points & (a["place_name"] == b["place_name"]), w.NAMESAKES.bits, other)
    return np.where(same, _SAME_PLACE[coarse], other)


def _points(a: Columns, b: Columns) -> Bits:
    km = np.where(a["lat"] == a["lat"], _FAR_AWAY, np.nan)  # nan is not equal to itself
    near = np.flatnonzero(~(np.abs(a["lat"] - b["lat"]) > _FARTHEST))
    km[near] = _kilometres(*(each[field][near] for each in (a, b) for field in ("lat", "lon")))
    sites = (a["rank"] == _SITE).astype(int) + (b["rank"] == _SITE)
    found = np.full(len(km), w.PLACES_FAR.bits)
    for number, steps in STEPS.items():
        for most, level in reversed(steps):
            found = np.where((sites == number) & (km <= most + _SLACK_KM), level.bits, found)
    return np.where(np.isnan(km), w.TOLD_BESIDE.bits, found)


def _kilometres(lat1: Bits, lon1: Bits, lat2: Bits, lon2: Bits) -> Bits:
    """The haversine of :mod:`tallystick.model.geometry`, for arrays of degrees."""
    lat1, lon1, lat2, lon2 = (np.asarray(each, np.float64) for each in (lat1, lon1, lat2, lon2))
    north, east = np.radians(lat2 - lat1) / 2, np.radians(lon2 - lon1) / 2
    cosines = np.cos(np.radians(lat1)) * np.cos(np.radians(lat2))
    chord = np.sin(north) ** 2 + cosines * np.sin(east) ** 2
    return np.asarray(2 * 6371.0 * np.arcsin(np.sqrt(np.minimum(1.0, chord))))


# ------------------------------------------------------------------ who, how, how many


def _target(a: Columns, b: Columns) -> Bits:
    owned = a["owned"] & b["owned"]
    sort = np.where(owned, _most(w.SAME_SORT_AND_OWNER, w.SAME_SORT), w.SAME_SORT.bits)
    other = _most(w.OTHER_SORT, w.OTHER_OWNER)
    level = np.where((a["target_kinds"] & b["target_kinds"]) > 0, sort, other)
    named = (a["target_words"] & b["target_words"]) > 0
    level = np.where(named, np.maximum(level, w.SAME_NAMED_TARGET.bits), level)
    return np.where((a["targets"] > 0) & (b["targets"] > 0), level, 0.0)


def _attackers(a: Columns, b: Columns) -> Bits:
    """Two single names that are not both in the vocabulary are one side, or not, by their words."""
    single = (a["authors"] == 1) & (b["authors"] == 1)
    listed = (a["author"] > 0) & (b["author"] > 0)
    other = single & ~listed & (a["author_name"] != b["author_name"])
    apart = _most(w.RIVAL_ACCOUNTS, w.UNLISTED_ATTACKERS, w.OTHER_ATTACKERS, w.ROLES_SWAPPED)
    level = np.where(other, apart, _most(w.SAME_ATTACKER, w.RELATED_ATTACKERS))
    return np.where((a["authors"] > 0) & (b["authors"] > 0), level, 0.0)


def _kind(a: Columns, b: Columns) -> Bits:
    mixed = np.where((a["kinds_mix"] & b["kinds"]) > 0, w.COMBINED_KINDS.bits, w.OTHER_KIND.bits)
    fit = np.where((a["kinds_fit"] & b["kinds"]) > 0, w.COMPATIBLE_KINDS.bits, mixed)
    level = np.where((a["kinds"] & b["kinds"]) > 0, w.SAME_KIND.bits, fit)
    return np.where((a["kinds"] > 0) & (b["kinds"] > 0), level, 0.0)


def _weapons(a: Columns, b: Columns) -> Bits:
    alike = _most(w.SAME_WEAPON, w.SAME_WEAPON_AND_COUNT, w.COUNTS_DIFFER)
    level = np.where((a["weapons_fit"] & b["weapons"]) > 0, alike, w.OTHER_WEAPONS.bits)
    return np.where((a["weapons"] > 0) & (b["weapons"] > 0), level, 0.0)


def _tolls(a: Columns, b: Columns) -> Bits:
    return np.asarray(sum(_toll(a, b, n) for n in range(3)))


def _toll(a: Columns, b: Columns, n: int) -> Bits:
    """The n-th of the tolls, where both give it."""
    found = np.zeros(len(a["low"]))
    at = np.flatnonzero((a["low"][:, n] != ABSENT) & (b["low"][:, n] != ABSENT))
    low, other_low, high, other_high = (
        side[end][:, n].take(at) for end in ("low", "high") for side in (a, b)
    )
    equal = (low == high) & (low == other_low) & (high == other_high) & (low >= 0)
    most = np.maximum(low, other_low)
    figures = np.where(most >= 5, w.MANY_AGREE.bits, w.FEW_AGREE.bits)
    figures = np.where(most == 0, w.NONE_AGREE.bits, figures)
    agree = ((high == OPEN) | (most <= high)) & ((other_high == OPEN) | (most <= other_high))
    first, second = (
        np.where(least >= 0, least, np.maximum(end, 0)).astype(np.int64)
        for least, end in ((low, high), (other_low, other_high))
    )
    later = _later(a, b).take(at)
    clash = np.where((second - first) * later > 0, w.COUNT_ROSE.bits, w.COUNTS_CLASH.bits)
    least, most = np.minimum(first, second), np.maximum(first, second)
    far = (most > FAR_RATIO * least) & (most - least > FAR_DIFFERENCE)
    fits = np.where(agree, w.COUNTS_FIT.bits, np.where(far, w.COUNTS_FAR.bits, clash))
    found[at] = np.where(equal, figures, fits)
    return found


def _later(a: Columns, b: Columns) -> Ints:
    """1 where ``b`` was published later, -1 where earlier, 0 where nobody knows."""
    order = np.sign(b["published"].astype(np.int64) - a["published"])
    return np.where((a["published"] > 0) & (b["published"] > 0), order, 0)


def _extent(a: Columns, b: Columns) -> Bits:
    low, high = np.minimum(a["extent"], b["extent"]), np.maximum(a["extent"], b["extent"])
    several = (high == Extent.SEVERAL) & (low != Extent.SEVERAL)
    other = np.where(low == high, 0.0, w.PLURAL_AND_ONE.bits)
    return np.where(several, w.SEVERAL_AND_ONE.bits, other)


# ------------------------------------------------------------------ wording


def _named(scene: _Scene, a: Columns, b: Columns) -> tuple[Bits, Bits]:
    """Names and copied text that speak for a pair; what no cap is on."""
    names = _names(scene.full, a, b)
    voices = np.where((a["voices"] & b["voices"]) > 0, w.SAME_VOICE.bits, 0.0)
    ages = scene.names - np.where(scene.full, _MOST_OF_NAMES, w.MANY_NAMES.bits)
    return _copies(a, b) + ages + np.maximum(names, 0.0), np.minimum(names, 0.0) + voices


def _shared(a: Columns, b: Columns, bits: str, count: str) -> Ints:
    """The most members that the sets of each pair can share."""
    both = _ones(np.bitwise_and(a[bits], b[bits]))
    spare = (r[count].astype(np.int64) - _ones(r[bits]) for r in (a, b))
    return np.asarray(np.where(both > 0, both + np.minimum(*spare), 0))


def _ones(bits: npt.NDArray[np.uint64]) -> Ints:
    return np.asarray(np.bitwise_count(bits).sum(axis=1, dtype=np.int64))


def _copies(a: Columns, b: Columns) -> Bits:
    least = np.minimum(a["copy_count"], b["copy_count"])
    share = _shared(a, b, "copy", "copy_count") / np.maximum(least, 1)
    floors = [share >= 0.8, share >= 0.5, share >= 0.15]
    levels = [w.COPIED.bits, w.LARGELY_COPIED.bits, w.PARTLY_COPIED.bits]
    return np.where(least >= LEAST_SHINGLES, np.select(floors, levels, 0.0), 0.0)


def _names(full: Mask, a: Columns, b: Columns) -> Bits:
    given = a["names_count"].astype(np.int64) + b["names_count"]
    shared = np.minimum(_shared(a, b, "near", "near_count"), given)
    some = [shared >= 4, shared >= 2, shared >= 1]
    levels = [w.MANY_NAMES.bits, w.SOME_NAMES.bits, w.ONE_NAME.bits]
    return np.where(full, _MOST_OF_NAMES, np.select(some, levels, 0.0))


def _words(reports: Reports, i: Ints, j: Ints) -> Bits:
    a, b = (pick(reports.columns, _STORY, rows) for rows in (i, j))
    least = np.minimum(a["story_count"], b["story_count"])
    likeness = reports.stories.likeness(i, j)
    level = np.select(
        [likeness >= floor for floor, _ in LIKENESS], [level.bits for _, level in LIKENESS]
    )
    foreign = (a["language"] != b["language"]) & (a["language"] > 0) & (b["language"] > 0)
    silent = (least < ENOUGH_WORDS) | foreign
    return np.where(least < LEAST_WORDS, 0.0, np.where(silent, np.maximum(level, 0.0), level))
