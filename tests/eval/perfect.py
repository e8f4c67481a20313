"""What a program would print that reads exactly what the key says."""

from __future__ import annotations

from itertools import chain
from typing import Any

from eval.seedkey import Account, KeyIncident, SeedKey, StatementKey, Wanted
from eval.seen import (
    SeenDate,
    SeenIncident,
    SeenOutcome,
    SeenPlace,
    SeenStatement,
    SeenTarget,
    SeenWeapon,
)


def perfect(key: SeedKey) -> list[SeenIncident]:
    return [incident(k, key) for k in key.incidents if not k.optional]


def incident(wanted: KeyIncident, key: SeedKey) -> SeenIncident:
    first = wanted.accounts[0]
    return SeenIncident(
        id=wanted.id,
        kind=min(first.kinds),
        standing="happened",
        when=SeenDate(first.when.start, first.when.end, "day", first.when.weekday, "that day"),
        where=place(first, key),
        attackers=actors(together(wanted, "attackers"), key),
        claimed_by=actors(together(wanted, "claimed_by"), key),
        blamed=actors(together(wanted, "blamed"), key),
        targets=tuple(
            SeenTarget(t.words[0], min(t.kinds)) for t in together(wanted, "targets").required
        ),
        weapons=weapons(wanted, key),
        outcomes=tuple(outcome(o) for o in together(wanted, "outcomes").required),
        killed=figure(wanted, "killed"),
        injured=figure(wanted, "injured"),
        contested=tuple(together(wanted, "contested").required),
        documents=tuple(dict.fromkeys(a.document for a in wanted.accounts)),
        statements=tuple(chain.from_iterable(statements(a, key) for a in wanted.accounts)),
    )


def together(wanted: KeyIncident, field: str) -> Wanted:
    fields = [a.fields[field] for a in wanted.accounts]
    return Wanted(tuple(dict.fromkeys(chain.from_iterable(f.required for f in fields))))


def place(account: Account, key: SeedKey) -> SeenPlace:
    found = key.places[account.where.any_of[0]]
    return SeenPlace(found.names[0], min(found.precision), found.country)


def actors(wanted: Wanted, key: SeedKey) -> tuple[tuple[str, ...], ...]:
    return tuple((key.actors[choice[0]].names[0],) for choice in wanted.required)


def weapons(wanted: KeyIncident, key: SeedKey) -> tuple[SeenWeapon, ...]:
    counts = [c for a in wanted.accounts for c in a.counts]
    counted = [SeenWeapon(c.weapon, c.count.low, c.count.high) for c in counts]
    rest = [w for w in together(wanted, "weapons").required if w not in {c.type for c in counted}]
    return (*counted, *(SeenWeapon(w) for w in rest))


def outcome(wanted: Any) -> SeenOutcome:
    count = wanted.count
    return SeenOutcome(wanted.fate, wanted.weapon, count and count.low, count and count.high)


def figure(wanted: KeyIncident, name: str) -> tuple[int | None, int | None]:
    ranges = [r for a in wanted.accounts for r in getattr(a, name)]
    return (ranges[0].low, ranges[0].high) if ranges else (None, None)


def statements(account: Account, key: SeedKey) -> list[SeenStatement]:
    found = [statement(s, account, key) for s in account.statements]
    level = [level for level in account.damage if level != "unknown"][:1]
    if level and not any(s.field == "damage" for s in found):
        found.append(at(account, "damage", {"level": level[0]}))
    return [*found, at(account, "kind", "attack")]


def at(account: Account, field: str, value: Any) -> SeenStatement:
    id = f"{account.id}/{field}"
    return SeenStatement(
        id, field, value, "reports", (), account.document, account.evidence[-1], "x"
    )


def statement(wanted: StatementKey, account: Account, key: SeedKey) -> SeenStatement:
    value: Any = wanted.id
    if wanted.field == "damage":
        value = {"level": account.damage[0], "what": wanted.id}
    links = tuple((key.actors[choice[0]].names[0],) for choice in wanted.chain)
    return SeenStatement(
        f"{account.id}/{wanted.id}",
        wanted.field,
        value,
        min(wanted.stance),
        links,
        account.document,
        wanted.span,
        "x",
    )
