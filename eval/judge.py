"""When a value that the program gives is right, by the key. Each rule is one function."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from eval.seedkey import (
    ActorKey,
    CountKey,
    Day,
    Moment,
    OutcomeKey,
    PlaceKey,
    Range,
    SeedKey,
    TargetKey,
    Wanted,
    Where,
)
from eval.seen import SeenDate, SeenOutcome, SeenPlace, SeenTarget, SeenWeapon
from tallystick.vocab.matching import fold

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LEANS = re.compile(r"\b(later|after|following|next|same)\b", re.IGNORECASE)
_FREE_DAYS = 7  # by how much an interval may be wider than the key's and still be right


def plain(name: str) -> str:
    """A name as it is compared: folded, without article and outer punctuation."""
    words = " ".join(fold(name).replace("'s", "").split()).strip(" \"'“”().,")
    return words.removeprefix("the ")


def named(name: str, names: Iterable[str]) -> bool:
    return plain(name) in set(map(plain, names))


# ------------------------------------------------------------------ dates


def day_right(seen: SeenDate | None, key: Day, *, anchored: bool = True) -> bool:
    """The intervals overlap, and the program's is neither falsely finer nor far wider.

    Without an anchor a date that floats on the key's weekday is right too.
    """
    if seen is None or (seen.floating and seen.weekday is None and not seen.text):
        return key.unknown_ok
    if seen.floating:
        return key.unknown_ok or (not anchored and _floats_on(seen, key))
    return _interval_right(seen, key)


def _floats_on(seen: SeenDate, key: Day) -> bool:
    """The weekday is the key's; or both have none; or the words lean on another date."""
    if seen.weekday is not None:
        return seen.weekday == key.weekday
    named_day = next((n for n, d in enumerate(_WEEKDAYS, 1) if d in seen.text.lower()), None)
    if named_day is not None or key.weekday is None:
        return named_day == key.weekday
    return bool(_LEANS.search(seen.text))


def _interval_right(seen: SeenDate, key: Day) -> bool:
    if key.start is None or key.end is None:
        return key.unknown_ok
    if seen.start is None or seen.end is None:
        return False
    length = (seen.end - seen.start).days + 1
    widest = (key.end - key.start).days + 1 + _FREE_DAYS
    overlap = seen.start <= key.end and key.start <= seen.end
    return overlap and key.finest <= length <= widest


def supported(seen: SeenDate | None, moments: Sequence[Moment], *, manifest: bool) -> bool:
    """Whether the text of the article supports the interval: some expression can mean it."""
    if seen is None or seen.floating:
        return True
    usable = (m for m in moments if manifest or m.needs != "publication")
    return any(_within(seen, moment) for moment in usable)


def _within(seen: SeenDate, moment: Moment) -> bool:
    if seen.start is None or seen.start < moment.start:
        return False
    if moment.end is None or seen.end is None:
        return moment.end == seen.end and seen.start == moment.start
    return seen.end <= moment.end and (seen.end - seen.start).days + 1 >= moment.finest


# ------------------------------------------------------------------ places


def place_right(
    seen: SeenPlace | None, key: Where, places: SeedKey, *, exact: bool = False
) -> bool:
    """The same place by name or by point; a wider one that contains it, unless ``exact``."""
    if seen is None:
        return key.unknown_ok
    chosen = [places.places[name] for name in key.any_of]
    wider = [] if exact else [places.places[name] for p in chosen for name in p.wider]
    return any(_is_place(seen, place) for place in (*chosen, *wider))


def _is_place(seen: SeenPlace, key: PlaceKey) -> bool:
    if seen.country not in (None, key.country):
        return False
    if seen.precision and seen.precision not in key.precision:
        return False
    return named(seen.name, key.names) or _near(seen, key)


def _near(seen: SeenPlace, key: PlaceKey) -> bool:
    if seen.point is None or key.point is None:
        return False
    return kilometres(seen.point, key.point) <= key.within_km


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The great-circle distance of two points (latitude, longitude in degrees)."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(math.radians, p)) for p in (a, b))
    chord = math.sin((lat2 - lat1) / 2) ** 2
    chord += math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(chord))


# ------------------------------------------------------------------ sets of things


def complete(seen: Sequence[Any], wanted: Wanted, same: Callable[[Any, Any], bool]) -> bool:
    """Everything required is there, and nothing that is neither required nor optional."""
    found = all(any(same(item, key) for item in seen) for key in wanted.required)
    allowed = (*wanted.required, *wanted.optional)
    return found and all(any(same(item, key) for key in allowed) for item in seen)


def is_actor(names: Sequence[str], choice: Sequence[str], key: SeedKey) -> bool:
    """Whether an actor, by any of its names, is one of a choice of actors."""
    return any(_is_one(name, key.actors[actor]) for name in names for actor in choice)


def _is_one(name: str, actor: ActorKey) -> bool:
    folded = plain(name)
    return named(name, actor.names) or any(word in folded for word in actor.words)


def is_weapon(type: str, weapon: str, key: SeedKey) -> bool:
    return type == weapon or type in key.weapons[weapon]


def is_target(seen: SeenTarget, key: TargetKey) -> bool:
    kind = seen.kind is None or seen.kind in key.kinds
    return kind and any(fold(word) in fold(seen.name) for word in key.words)


def is_outcome(seen: SeenOutcome, wanted: OutcomeKey, key: SeedKey) -> bool:
    """The same fate, of the same weapon and number where both sides give one."""
    if seen.fate != wanted.fate:
        return False
    if wanted.weapon and seen.weapon and not is_weapon(seen.weapon, wanted.weapon, key):
        return False
    silent = wanted.count is None or (seen.low is None and seen.high is None)
    return silent or (wanted.count is not None and agrees(seen.low, seen.high, wanted.count))


def agrees(low: int | None, high: int | None, key: Range) -> bool:
    """Whether some number satisfies both."""
    bottom = max(low or 0, key.low or 0)
    tops = [top for top in (high, key.high) if top is not None]
    return not tops or bottom <= min(tops)


def counts_right(seen: Sequence[SeenWeapon], wanted: Sequence[CountKey], key: SeedKey) -> bool:
    """Each account of the number of a weapon is in what the program gives of that weapon.

    Where all accounts agree, the lower bounds are the same; where they differ, a range that
    spans them is right too.
    """
    return all(any(_counted(weapon, count, wanted, key) for weapon in seen) for count in wanted)


def _counted(seen: SeenWeapon, count: CountKey, wanted: Sequence[CountKey], key: SeedKey) -> bool:
    if not is_weapon(seen.type, count.weapon, key) or (seen.low is None and seen.high is None):
        return False
    alone = {c.count for c in wanted if c.weapon == count.weapon} == {count.count}
    same = not alone or seen.low == count.count.low
    return same and agrees(seen.low, seen.high, count.count)


def figure_right(seen: tuple[int | None, int | None], wanted: Sequence[Range]) -> bool:
    return any(seen == (key.low, key.high) for key in wanted)
