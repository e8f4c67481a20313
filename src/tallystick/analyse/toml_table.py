"""One table of a TOML file of a user, read key by key, with errors that say what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from enum import StrEnum
from typing import NoReturn, TypeVar

from tallystick.errors import RuleError

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")

_CLOCK = re.compile(r"UTC(?:([+-])(\d\d):(\d\d))?")


class TomlTable:
    """A table and where it stands. Each method reads one key, and raises ``RuleError``."""

    def __init__(self, source: str, values: Mapping[str, object], name: str = "") -> None:
        self._source = source
        self._values = values
        self._name = name
        self._read: set[str] = set()

    @property
    def given(self) -> bool:
        """Whether it has any key."""
        return bool(self._values)

    def has(self, key: str) -> bool:
        """Whether it has this key."""
        return key in self._values

    def table(self, key: str) -> TomlTable:
        """A table in this one, empty where there is none."""
        value = self._take(key, {})
        if not isinstance(value, Mapping):
            self._fail(key, f"is no table; write [{key}] above its keys")
        return TomlTable(self._source, value, key)

    def text(self, key: str) -> str:
        """A text, which must be there and not be empty."""
        value = self._take(key, None)
        if not isinstance(value, str) or not value.strip():
            self._fail(key, "must be a text that is not empty")
        return value.strip()

    def words(self, key: str) -> tuple[str, ...]:
        """A list of words; empty where there is no such key."""
        value = self._take(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
            self._fail(key, 'must be a list of words, such as ["base", "camp"]')
        return tuple(value)

    def choices(self, key: str, kind: type[E], *, least: int = 0) -> tuple[E, ...]:
        """Members of an enumeration by their values, each once; at ``least`` so many."""
        known = [each.value for each in kind]
        chosen = self.words(key)
        for value in chosen:
            if value not in known:
                self._fail(key, f"has {value!r}; choose of: {', '.join(known)}")
        if len(chosen) < least:
            self._fail(key, f"must name one or more of: {', '.join(known)}")
        return tuple(dict.fromkeys(map(kind, chosen)))

    def one_of(self, key: str, known: Mapping[str, T]) -> T:
        """What one of the known words stands for; the key must be there."""
        value = self._take(key, None)
        if not isinstance(value, str) or value not in known:
            self._fail(key, f"is {value!r}; choose of: {', '.join(known)}")
        return known[value]

    def number(self, key: str) -> int:
        """A whole number from 0 on; 0 where there is no such key."""
        value = self._take(key, 0)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            self._fail(key, f"is {value!r}; give a whole number from 0 on")
        return value

    def flag(self, key: str) -> bool:
        """True or false; false where there is no such key."""
        value = self._take(key, False)
        if not isinstance(value, bool):
            self._fail(key, f"is {value!r}; give true or false")
        return value

    def offset(self, key: str) -> timedelta | None:
        """``"local"`` (or no key) is ``None``, ``"UTC-05:00"`` an offset from UTC."""
        value = self._take(key, "local")
        match = _CLOCK.fullmatch(value) if isinstance(value, str) else None
        if value == "local":
            return None
        if match is None or (int(match[2] or 0), int(match[3] or 0)) > (14, 0):
            self._fail(key, f'is {value!r}; give "local", "UTC" or an offset such as "UTC-05:00"')
        size = timedelta(hours=int(match[2] or 0), minutes=int(match[3] or 0))
        return -size if match[1] == "-" else size

    def refuse_rest(self, known: Iterable[str] = ()) -> None:
        """Raises for a key that nobody has read, which is most likely misspelt."""
        keys: Sequence[str] = sorted(self._read | set(known))
        for key in self._values:
            if key not in keys:
                self._fail(key, f"is not known; choose of: {', '.join(keys)}")

    def _take(self, key: str, default: object) -> object:
        self._read.add(key)
        return self._values.get(key, default)

    def _fail(self, key: str, problem: str) -> NoReturn:
        place = f"[{self._name}] {key}" if self._name else key
        raise RuleError(f"{self._source}: {place} {problem} (docs/counting.md has the keys)")
