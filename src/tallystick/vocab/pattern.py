"""Regular expressions that are compiled when they are first tried.

Reading knows some 1,400 of them; to compile them all takes longer than to read a hundred
sentences, and an ordinary text needs few.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

__all__ = ["Pattern"]


class Finder(Protocol):
    """Finds a pattern once: ``pattern.search`` and ``pattern.match``."""

    def __call__(
        self, string: str, pos: int = 0, endpos: int = sys.maxsize
    ) -> re.Match[str] | None: ...


class AllFinder(Protocol):
    """Finds a pattern wherever it is: ``pattern.finditer``."""

    def __call__(
        self, string: str, pos: int = 0, endpos: int = sys.maxsize
    ) -> Iterator[re.Match[str]]: ...


class Splitter(Protocol):
    """Cuts a text at every find: ``pattern.split``."""

    def __call__(self, string: str, maxsplit: int = 0) -> list[str | Any]: ...


class Replacer(Protocol):
    """Puts something else for every find: ``pattern.sub``."""

    def __call__(
        self, repl: str | Callable[[re.Match[str]], str], string: str, count: int = 0
    ) -> str: ...


@dataclass(frozen=True)
class Pattern:
    """What ``re.compile`` gives, later: ``Pattern(r"\\bshell(?:ed|ing)").search(text)``.

    After its first use it costs no more than what it stands for, whose methods it then has.
    """

    words: str
    flags: int = 0

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.words, self.flags)

    @cached_property
    def search(self) -> Finder:
        return self.compiled.search

    @cached_property
    def match(self) -> Finder:
        return self.compiled.match

    @cached_property
    def fullmatch(self) -> Finder:
        return self.compiled.fullmatch

    @cached_property
    def finditer(self) -> AllFinder:
        return self.compiled.finditer

    @cached_property
    def findall(self) -> Callable[[str], list[Any]]:
        return self.compiled.findall

    @cached_property
    def split(self) -> Splitter:
        return self.compiled.split

    @cached_property
    def sub(self) -> Replacer:
        return self.compiled.sub
