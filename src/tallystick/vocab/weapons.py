"""The weapons vocabulary: names of weapons and models, and the kind of attack they suggest.

The data is ``data/weapons.toml``. A hit says which weapon the words name; whether it was
used, found or shot down is for the reader of the sentence to say.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import Any

from tallystick.errors import VocabularyError
from tallystick.model.document import Span
from tallystick.model.taxonomy import IncidentKind
from tallystick.vocab.casing import allowed
from tallystick.vocab.matching import Hit, Matcher, fold

__all__ = ["Weapon", "WeaponBook", "WeaponGroup", "weapon_book"]

_SOURCE = "vocab/data/weapons.toml"


class WeaponGroup(StrEnum):
    """The coarsest division of weapons."""

    AERIAL = "aerial"  # drones, aircraft and what they drop
    INDIRECT_FIRE = "indirect_fire"  # rockets, missiles, mortars, artillery
    EXPLOSIVE = "explosive"  # planted, carried, thrown or driven
    FIREARM = "firearm"
    CHEMICAL = "chemical"
    INCENDIARY = "incendiary"
    BLADE = "blade"
    VEHICLE = "vehicle"  # tanks, ships, cars as rams
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Weapon:
    """A type of weapon. ``kind`` is what an attack with it is, as far as the weapon tells.

    ``broader`` is the id of the type that it belongs to: a ballistic missile is a missile.
    Models (Katyusha, Grad, AK-47) are names of their type, not types of their own.
    """

    id: str
    name: str
    group: WeaponGroup
    kind: IncidentKind | None = None
    broader: str | None = None


@dataclass(frozen=True, slots=True)
class _Entry:
    """A name as indexed: its weapon and what must hold around it."""

    weapon: Weapon
    name: str
    case: bool
    not_after: frozenset[str]
    not_before: frozenset[str]
    loose: bool = False


class WeaponBook:
    """All types of weapon, by id and by the names found in a text."""

    def __init__(self, entries: Iterable[_Entry]) -> None:
        entries = tuple(entries)
        self._weapons = {entry.weapon.id: entry.weapon for entry in entries}
        self._matcher = Matcher((e.name, e) for e in entries if not e.loose)
        self._every = Matcher((e.name, e) for e in entries)

    def __contains__(self, id: str) -> bool:
        return id in self._weapons

    def __iter__(self) -> Iterator[Weapon]:
        return iter(self._weapons.values())

    def get(self, id: str) -> Weapon:
        """The weapon of an id; ``KeyError`` where there is none."""
        return self._weapons[id]

    def find(self, text: str) -> list[Hit[Weapon]]:
        """The weapons named in a text, leftmost longest, in order, with their exact spans."""
        return _weapons(text, self._matcher.find(text))

    def find_loose(self, text: str) -> list[Hit[Weapon]]:
        """Those, and words of many uses that name a weapon only beside an attack ("jets")."""
        return _weapons(text, self._every.find(text))

    def lineage(self, id: str) -> tuple[str, ...]:
        """The id and its broader types, from the narrowest: cruise_missile, missile."""
        ids: list[str] = []
        current: str | None = id
        while current is not None:
            ids.append(current)
            current = self._weapons[current].broader
        return tuple(ids)

    def top(self, id: str) -> Weapon:
        """The broadest type that a weapon belongs to."""
        return self._weapons[self.lineage(id)[-1]]

    def compatible(self, first: str, second: str) -> bool:
        """Whether two names can be of one weapon: the same, or one broader than the other.

        An id that is not in the vocabulary is only compatible with itself.
        """
        if first == second:
            return True
        if first not in self or second not in self:
            return False
        return first in self.lineage(second) or second in self.lineage(first)


def _weapons(text: str, hits: Iterable[Hit[_Entry]]) -> list[Hit[Weapon]]:
    return [Hit(h.span, h.item.weapon) for h in hits if _holds(text, h.span, h.item)]


@lru_cache(maxsize=1)
def weapon_book() -> WeaponBook:
    """The vocabulary that ships, read once.

    Raises :class:`~tallystick.errors.VocabularyError` when its data file is malformed.
    """
    text = files("tallystick.vocab").joinpath("data/weapons.toml").read_text("utf-8")
    return read_weapons(text)


def read_weapons(text: str) -> WeaponBook:
    """A book from the text of a TOML file with one ``[[weapon]]`` table an entry."""
    try:
        data = tomllib.loads(text)
        book = WeaponBook(e for table in data["weapon"] for e in _entries(table))
    except (tomllib.TOMLDecodeError, KeyError, ValueError) as error:
        raise VocabularyError(f"{_SOURCE}: {error}") from error
    for weapon in book:
        if weapon.broader is not None and weapon.broader not in book:
            raise VocabularyError(f"{_SOURCE}: {weapon.id}: no such broader type: {weapon.broader}")
    return book


def _entries(table: dict[str, Any]) -> Iterator[_Entry]:  # TOML tables are untyped
    weapon = _weapon(table)
    after = frozenset(map(fold, table.get("not_after", ())))
    before = frozenset(map(fold, table.get("not_before", ())))
    for name in (weapon.name, *table.get("names", ())):
        yield _Entry(weapon, name, False, after, before)
    for name in table.get("exact", ()):
        yield _Entry(weapon, name, True, after, before)
    for name in table.get("loose", ()):
        yield _Entry(weapon, name, False, after, before, loose=True)


def _weapon(table: dict[str, Any]) -> Weapon:
    kind = table.get("kind")
    return Weapon(
        table["id"],
        table["name"],
        WeaponGroup(table["group"]),
        IncidentKind(kind) if kind else None,
        table.get("broader"),
    )


def _holds(text: str, span: Span, entry: _Entry) -> bool:
    if entry.case and not allowed(text, span, entry.name, word=True):
        return False
    if entry.not_after and _word_before(text, span.start) in entry.not_after:
        return False
    return not (entry.not_before and _word_after(text, span.end) in entry.not_before)


def _word_before(text: str, at: int) -> str:
    words = fold(text[max(0, at - 30) : at]).split(" ")
    return next((w for w in reversed(words) if w), "")


def _word_after(text: str, at: int) -> str:
    words = fold(text[at : at + 30]).split(" ")
    return next((w.rstrip(".,;:!?)'\"") for w in words if w), "")
