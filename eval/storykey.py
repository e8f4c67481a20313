"""The keys of the stories (``story_texts/*/key.toml``), as data. Their form stands in
``story_texts/README.md``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from eval.seedkey import Range
from tallystick.model.document import Span

STORIES = Path(__file__).parent / "story_texts"
ACTORS = ("attackers", "claimed_by", "blamed", "denied")
Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """Where one document tells of an incident."""

    document: str  # file name
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Names that are right, and how far a right point may lie from this one (degrees, km)."""

    names: Names
    point: tuple[float, float] | None
    within_km: float


@dataclass(frozen=True, slots=True)
class StoryIncident:
    """What the documents of a story say together of one incident; ``None``: nothing is said.

    An incident of the ``background`` is told in passing: it neither helps nor hurts, but is not to
    be merged with another. Nor do the ``tolerated``: nameless authors, those only hinted at.
    """

    id: str
    standing: str
    kinds: Names
    day: tuple[date, date] | None
    place: Place | None
    killed: Range | None
    injured: Range | None
    actors: Mapping[str, tuple[Names, ...]]  # by ACTORS
    tolerated: Mapping[str, tuple[Names, ...]]  # likewise
    told: tuple[Told, ...]

    @property
    def wanted(self) -> bool:
        return self.standing != "background"


@dataclass(frozen=True, slots=True)
class Story:
    """Several documents on the same incidents; ``held``: its errors are not looked at."""

    name: str
    folder: Path
    held: bool
    incidents: tuple[StoryIncident, ...]

    @property
    def files(self) -> list[Path]:
        return sorted(self.folder.glob("*.txt"))


def load_stories(folder: Path = STORIES) -> list[Story]:
    """The stories of a folder. Raises ``KeyError`` or ``ValueError`` where a key is malformed."""
    return [load_story(path.parent) for path in sorted(folder.glob("*/key.toml"))]


def load_story(folder: Path) -> Story:
    """One story. Raises ``ValueError`` where words of the key are not in their document."""
    data = tomllib.loads((folder / "key.toml").read_text(encoding="utf-8"))
    incidents = tuple(_incident(row, folder) for row in data["incident"])
    return Story(folder.name, folder, data.get("held", False), incidents)


def _incident(row: Mapping[str, Any], folder: Path) -> StoryIncident:
    return StoryIncident(
        id=row["id"],
        standing=row.get("standing", "happened"),
        kinds=tuple(row["kind"]),
        day=_days(row["day"]) if "day" in row else None,
        place=_place(row) if "place" in row else None,
        killed=toll(row.get("killed")),
        injured=toll(row.get("injured")),
        actors={field: _named(row.get(field, ())) for field in ACTORS},
        tolerated={field: _named(row.get(f"optional_{field}", ())) for field in ACTORS},
        told=tuple(Told(file, tuple(_spans(folder / file, said))) for file, said in _told(row)),
    )


def _told(row: Mapping[str, Any]) -> Iterable[tuple[str, list[str]]]:
    told: Mapping[str, list[str]] = row["told"]
    return told.items()


def _days(pair: list[str]) -> tuple[date, date]:
    first, last = map(date.fromisoformat, pair)
    return first, last


def _place(row: Mapping[str, Any]) -> Place:
    point = (row["lat"], row["lon"]) if "lat" in row else None
    return Place((row["place"], *row.get("names", ())), point, row.get("km", 0.0))


def toll(text: str | None) -> Range | None:
    """ "12", "9-14" or "12+", as the least and the most that any source gives."""
    if text is None:
        return None
    low, dash, high = text.rstrip("+").partition("-")
    return Range(int(low), None if text.endswith("+") else int(high if dash else low))


def _named(rows: Iterable[list[str]]) -> tuple[Names, ...]:
    return tuple(map(tuple, rows))


def _spans(path: Path, said: Iterable[str]) -> Iterator[Span]:
    text = path.read_text(encoding="utf-8")
    for words in said:
        at = text.find(words)
        if at < 0:
            raise ValueError(f"{path}: not in the text: {words!r}")
        yield Span(at, at + len(words))
