"""The key to the seed articles, as data. How to read it stands in ``keys/README.md``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from tallystick.model.document import Span

KEY = Path(__file__).parent / "keys" / "seeds.toml"
Names = frozenset[str]


@dataclass(frozen=True, slots=True)
class Range:
    """A count; an open side is ``None``, and both open is no figure given."""

    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """The first and last possible day; ``finest`` is the shortest interval supported, in days."""

    start: date | None
    end: date | None
    finest: int = 1
    weekday: int | None = None
    unknown_ok: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """An expression of time in a document, and what anchors it."""

    start: date
    end: date | None
    finest: int
    needs: str  # publication, stamp, none


@dataclass(frozen=True, slots=True)
class PlaceKey:
    """The names of a place, the precisions that fit it, and the wider places that contain it."""

    names: tuple[str, ...]
    country: str
    precision: Names
    wider: tuple[str, ...]
    point: tuple[float, float] | None = None
    within_km: float = 0.0


@dataclass(frozen=True, slots=True)
class ActorKey:
    """An actor is right by a name, or by a word in its name."""

    names: tuple[str, ...]
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Where:
    """Any of these places (their keys)."""

    any_of: tuple[str, ...] = ()
    unknown_ok: bool = False


@dataclass(frozen=True, slots=True)
class TargetKey:
    kinds: Names
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutcomeKey:
    fate: str
    weapon: str | None = None
    count: Range | None = None


@dataclass(frozen=True, slots=True)
class CountKey:
    weapon: str
    count: Range


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a field must hold and what it may hold.

    Members are actor choices (tuples of keys), weapon keys, targets, outcomes or contests.
    """

    required: tuple[Any, ...] = ()
    optional: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementKey:
    """Who says it of which field, at which span; the chain's links are choices of actors."""

    id: str
    field: str
    stance: Names
    chain: tuple[tuple[str, ...], ...]
    span: Span
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Differ:
    """Two sides of a field, by statement ids: both are to be kept."""

    field: str
    a: tuple[str, ...]
    b: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """What one document says of one incident."""

    id: str
    document: str
    incident: str
    kinds: Names
    standings: Names
    when: Day
    where: Where
    fields: Mapping[str, Wanted]
    counts: tuple[CountKey, ...]
    killed: tuple[Range, ...]
    injured: tuple[Range, ...]
    damage: tuple[str, ...]
    evidence: tuple[Span, ...]
    statements: tuple[StatementKey, ...] = ()
    differ: tuple[Differ, ...] = ()
    optional: bool = False
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch that tells no incident of the day: caption, background, planned, trap."""

    kind: str
    document: str
    spans: tuple[Span, ...]
    what: str = ""


@dataclass(frozen=True, slots=True)
class TallyKey:
    """A count that a source gives out."""

    document: str
    span: Span
    counts: tuple[Range, ...]
    baseline: Day
    chain: tuple[tuple[str, ...], ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class KeyIncident:
    """The accounts of one occurrence."""

    id: str
    accounts: tuple[Account, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class SeedKey:
    """The whole key. ``moments`` are the dates of each document, by its file name."""

    places: Mapping[str, PlaceKey]
    actors: Mapping[str, ActorKey]
    weapons: Mapping[str, Names]
    accounts: tuple[Account, ...]
    passages: tuple[Passage, ...]
    tallies: tuple[TallyKey, ...]
    moments: Mapping[str, tuple[Moment, ...]]
    apart: tuple[tuple[str, str], ...] = field(default=())

    @property
    def incidents(self) -> tuple[KeyIncident, ...]:
        """The occurrences; an account that is not sure of its own also stands alone, optional."""
        ids = dict.fromkeys(account.incident for account in self.accounts)
        groups = [_group(id, self.accounts) for id in ids]
        alone = [KeyIncident(a.id, (a,), True) for a in self.accounts if not a.sure]
        return (*groups, *alone)


def _group(id: str, accounts: Iterable[Account]) -> KeyIncident:
    members = tuple(a for a in accounts if a.incident == id)
    return KeyIncident(id, members, all(a.optional for a in members))


def load(path: Path = KEY) -> SeedKey:
    """The key in a file. Raises ``KeyError`` or ``ValueError`` where it is malformed."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    documents = data["documents"]
    return SeedKey(
        places={k: _place(v) for k, v in data["places"].items()},
        actors={
            k: ActorKey(tuple(v["names"]), tuple(v.get("words", ())))
            for k, v in data["actors"].items()
        },
        weapons={k: frozenset(v["types"]) for k, v in data["weapons"].items()},
        accounts=tuple(_account(a, d["file"]) for d in documents for a in d.get("accounts", ())),
        passages=tuple(p for d in documents for p in _passages(d)),
        tallies=tuple(_tally(t, d["file"]) for d in documents for t in d.get("tallies", ())),
        moments={d["file"]: tuple(_moment(m) for m in d["dates"]) for d in documents},
        apart=tuple((p["incidents"][0], p["incidents"][1]) for p in data.get("apart", ())),
    )


def _place(data: dict[str, Any]) -> PlaceKey:
    point = (data["lat"], data["lon"]) if "lat" in data else None
    return PlaceKey(
        tuple(data["names"]),
        data["country"],
        frozenset(data["precision"]),
        tuple(data["wider"]),
        point,
        data.get("within_km", 0.0),
    )


def _day(data: dict[str, Any]) -> Day:
    start, end = (_date(data.get(side)) for side in ("start", "end"))
    whole = (end - start).days + 1 if start and end else 1
    return Day(
        start,
        end,
        data.get("finest", whole),
        data.get("weekday"),
        data.get("unknown_ok", False),
    )


def _moment(data: dict[str, Any]) -> Moment:
    start, end = date.fromisoformat(data["start"]), _date(data.get("end"))
    whole = (end - start).days + 1 if end else 1
    return Moment(start, end, data.get("finest", whole), data["needs"])


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _range(data: dict[str, Any]) -> Range:
    return Range(data.get("low"), data.get("high"))


def _spans(pairs: Iterable[Any]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)


def _account(data: dict[str, Any], file: str) -> Account:
    where: dict[str, Any] = data.get("where", {"unknown_ok": True})
    return Account(
        id=data["id"],
        document=file,
        incident=data["incident"],
        kinds=frozenset(data["kind"]),
        standings=frozenset(data["standing"]),
        when=_day(data.get("when", {"unknown_ok": True})),
        where=Where(tuple(where.get("any_of", ())), where.get("unknown_ok", False)),
        fields={name: _wanted(name, data.get(name, {})) for name in _FIELDS},
        counts=tuple(CountKey(c["weapon"], _range(c)) for c in data.get("counts", ())),
        killed=tuple(map(_range, data.get("killed", ()))),
        injured=tuple(map(_range, data.get("injured", ()))),
        damage=tuple(data.get("damage", ())),
        evidence=_spans(data["evidence"]),
        statements=tuple(map(_statement, data.get("statements", ()))),
        differ=tuple(
            Differ(d["field"], tuple(d["a"]), tuple(d["b"])) for d in data.get("differ", ())
        ),
        optional=data.get("optional", False),
        sure=data.get("sure", True),
    )


_ACTORS = ("attackers", "claimed_by", "blamed")
_FIELDS = (*_ACTORS, "targets", "weapons", "outcomes", "contested")


def _wanted(name: str, data: dict[str, Any]) -> Wanted:
    member = {"targets": _target, "outcomes": _outcome}.get(name, _same)
    if name in _ACTORS:
        member = _choice
    sides = (tuple(map(member, data.get(side, ()))) for side in ("required", "optional"))
    return Wanted(*sides)


def _same(data: Any) -> Any:
    return data


def _choice(data: Any) -> tuple[str, ...]:
    return (data,) if isinstance(data, str) else tuple(data)


def _target(data: Any) -> TargetKey:
    return TargetKey(frozenset(data["kinds"]), tuple(data["words"]))


def _outcome(data: Any) -> OutcomeKey:
    count = _range(data) if "low" in data or "high" in data else None
    return OutcomeKey(data["fate"], data.get("weapon"), count)


def _statement(data: dict[str, Any]) -> StatementKey:
    return StatementKey(
        data["id"],
        data["field"],
        frozenset(data["stance"]),
        tuple(map(_choice, data["chain"])),
        Span(*data["span"]),
        data.get("optional", False),
    )


def _passages(document: dict[str, Any]) -> Iterable[Passage]:
    file = document["file"]
    for item in document.get("not_account", ()):
        if item["kind"] != "update_stamp":
            yield Passage("caption", file, _spans([item["span"]]), item["kind"])
    for kind, table in (("background", "background"), ("planned", "planned"), ("trap", "traps")):
        for item in document.get(table, ()):
            yield Passage(kind, file, _spans(item["spans"]), item["what"])


def _tally(data: dict[str, Any], file: str) -> TallyKey:
    lows = [data["low"], *data.get("low_alternatives", ())]
    return TallyKey(
        file,
        Span(*data["span"]),
        tuple(Range(low, data.get("high")) for low in lows),
        _day(data["baseline"]),
        tuple(map(_choice, data["chain"])),
        data.get("optional", False),
    )
