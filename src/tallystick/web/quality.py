"""How well the program reads, as the page on method tells it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure: what is measured, the program's, what was aimed at, two people's agreement."""

    what: str
    ships: str
    aim: str
    readers: str

    @property
    def met(self) -> bool:
        return bool(self.aim) and float(self.ships) >= float(self.aim)


@dataclass(frozen=True, slots=True)
class Quality:
    """The figures, the bad ones first, and on what they were measured."""

    part: str
    figures: tuple[Measured, ...]


@lru_cache(maxsize=1)
def quality() -> Quality:
    """Those of ``quality.toml``, which a test holds to docs/quality.md."""
    data = tomllib.loads(files("tallystick.web").joinpath("quality.toml").read_text("utf-8"))
    return Quality(data["part"], tuple(Measured(**each) for each in data["figure"]))
