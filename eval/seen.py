"""What the program says, as a user of ``tallystick incidents --json`` sees it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath
from typing import Any

from click.testing import CliRunner

from tallystick.cli import main as program
from tallystick.model.document import Span


@dataclass(frozen=True, slots=True)
class SeenStatement:
    """A statement; each link of ``chain`` is all the names that the program gives it."""

    id: str
    field: str
    value: Any
    stance: str
    chain: tuple[tuple[str, ...], ...]
    document: str  # file name
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class SeenDate:
    """A date; floating when both ends are open."""

    start: date | None = None
    end: date | None = None
    precision: str = ""
    weekday: int | None = None
    text: str = ""

    @property
    def floating(self) -> bool:
        return self.start is None and self.end is None


@dataclass(frozen=True, slots=True)
class SeenPlace:
    name: str
    precision: str = ""
    country: str | None = None
    point: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class SeenWeapon:
    type: str
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class SeenOutcome:
    fate: str
    weapon: str | None = None
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class SeenTarget:
    name: str
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class SeenIncident:
    """One line of the program's output. Actors are given by all their names."""

    id: str
    kind: str
    standing: str
    when: SeenDate | None = None
    where: SeenPlace | None = None
    attackers: tuple[tuple[str, ...], ...] = ()
    claimed_by: tuple[tuple[str, ...], ...] = ()
    blamed: tuple[tuple[str, ...], ...] = ()
    suspected: tuple[tuple[str, ...], ...] = ()
    denied: tuple[tuple[str, ...], ...] = ()  # whom somebody says not to have done it
    targets: tuple[SeenTarget, ...] = ()
    weapons: tuple[SeenWeapon, ...] = ()
    outcomes: tuple[SeenOutcome, ...] = ()
    killed: tuple[int | None, int | None] = (None, None)
    injured: tuple[int | None, int | None] = (None, None)
    best_killed: int | None = None
    best_injured: int | None = None
    contested: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    statements: tuple[SeenStatement, ...] = ()

    @property
    def of_the_day(self) -> bool:
        """Whether the program takes it for an incident, and not for a threat or background."""
        return self.standing in ("happened", "prevented")


def parse(line: str | Mapping[str, Any]) -> SeenIncident:
    """One object of the output. Raises ``KeyError`` where a promised part is missing."""
    data: Mapping[str, Any] = json.loads(line) if isinstance(line, str) else line
    files = {d["id"]: PurePath(d["name"]).name for d in data["documents"]}
    return SeenIncident(
        id=data["id"],
        kind=data["kind"],
        standing=data["standing"],
        when=date_of(data["when"]),
        where=_place(data["where"]),
        attackers=tuple(map(_names, data["attackers"])),
        claimed_by=tuple(map(_names, data["claimed_by"])),
        blamed=tuple(map(_names, data["blamed"])),
        suspected=tuple(map(_names, data.get("suspected", ()))),
        denied=tuple(
            _names(d["value"]) for d in data.get("denied", ()) if d["field"] == "attacker"
        ),
        targets=tuple(map(_target, data["targets"])),
        weapons=tuple(SeenWeapon(w["type"], *_count(w)) for w in data["weapons"]),
        outcomes=tuple(map(_outcome, data["outcomes"])),
        killed=_count(data["killed"]),
        injured=_count(data["injured"]),
        best_killed=data["killed"]["best"],
        best_injured=data["injured"]["best"],
        contested=tuple(data["contested"]),
        documents=tuple(files.values()),
        statements=tuple(_statement(s, files) for s in data["statements"]),
    )


def _names(actor: Any) -> tuple[str, ...]:
    """All names that the output gives an actor or a source: its name first."""
    if isinstance(actor, str):
        return (actor,)
    names = (actor.get("name"), actor.get("text"), actor.get("title"))
    return tuple(dict.fromkeys(n for n in names if n))


def date_of(data: Mapping[str, Any] | None) -> SeenDate | None:
    """A date as the output gives it."""
    if not data:
        return None
    start, end = (_day(data.get(side)) for side in ("start", "end"))
    return SeenDate(
        start, end, data.get("precision", ""), data.get("weekday"), data.get("text", "")
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _place(data: Mapping[str, Any] | None) -> SeenPlace | None:
    if not data:
        return None
    lat, lon = data.get("lat"), data.get("lon")
    point = None if lat is None or lon is None else (float(lat), float(lon))
    return SeenPlace(data["name"], data.get("precision", ""), data.get("country"), point)


def _count(data: Mapping[str, Any] | None) -> tuple[int | None, int | None]:
    return (data.get("low"), data.get("high")) if data else (None, None)


def _target(data: Any) -> SeenTarget:
    if isinstance(data, str):
        return SeenTarget(data)
    return SeenTarget(data["name"], data.get("kind"))


def _outcome(data: Any) -> SeenOutcome:
    if isinstance(data, str):
        return SeenOutcome(data)
    count = data.get("count") or data
    return SeenOutcome(data["fate"], data.get("weapon"), *_count(count))


def _statement(data: Mapping[str, Any], files: Mapping[str, str]) -> SeenStatement:
    return SeenStatement(
        data["id"],
        data["field"],
        data["value"],
        data["stance"],
        tuple(map(_names, data["source_chain"])),
        files.get(data["document"], data["document"]),
        Span(data["start"], data["end"]),
        data["quote"],
    )


def incidents_of(ledger: Path) -> list[SeenIncident]:
    """All that the program prints of a ledger, whatever its standing."""
    lines = _command("incidents", "--ledger", str(ledger), "--all", "--json")
    return [parse(line) for line in lines if line.strip()]


def _command(*words: str) -> Iterable[str]:
    result = CliRunner().invoke(program, list(words))
    if result.exit_code:
        raise RuntimeError(
            f"tallystick {' '.join(words)}: exit {result.exit_code}: {result.output}"
        )
    return result.stdout.splitlines()
