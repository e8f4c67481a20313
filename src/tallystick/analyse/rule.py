"""Counting rules: what makes one unit in a count, as data.

A rule is a TOML file. Those that ship are ``rules/*.toml``; docs/counting.md describes the
keys, and how a user adds a rule.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import timedelta
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from tallystick.analyse.membership import Membership
from tallystick.analyse.toml_table import TomlTable
from tallystick.errors import RuleError
from tallystick.model.statement import Standing
from tallystick.model.taxonomy import IncidentKind

DEFAULT_RULE = "incident"

_ANSWERS = {
    "out": Membership.NO,
    "possible": Membership.POSSIBLE,
    "likely": Membership.LIKELY,
    "certain": Membership.MEMBER,
}


class Part(StrEnum):
    """What two occurrences must share to be one unit."""

    INCIDENT = "incident"  # each incident by itself
    CLAIMANT = "claimant"  # one unit for each who claims it
    DAY = "day"
    SITE = "site"  # a base, a crossing, a hospital
    PLACE = "place"  # site, town or district
    ACTORS = "actors"  # all who are named as authors
    TYPE = "type"  # the kind, as ACLED's sub-event


class Need(StrEnum):
    """What a selection must give for a rule to make sense."""

    TARGET = "target"
    ATTACKER = "attacker"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Unknown:
    """How an incident counts of which something cannot be told, by what it is.

    ``target`` where no target is named, ``owner`` where a military one has no owner named;
    ``occurrence`` where accounts differ on whether it happened; ``confidence`` where the
    reader holds it less than likely that it is an incident.
    """

    occurrence: Membership = Membership.LIKELY
    confidence: Membership = Membership.LIKELY
    kind: Membership = Membership.POSSIBLE
    weapon: Membership = Membership.POSSIBLE
    date: Membership = Membership.POSSIBLE
    place: Membership = Membership.POSSIBLE
    target: Membership = Membership.POSSIBLE
    owner: Membership = Membership.LIKELY
    attacker: Membership = Membership.POSSIBLE
    facility: Membership = Membership.POSSIBLE
    killed: Membership = Membership.NO


@dataclass(frozen=True, slots=True)
class Facilities:
    """Words for targets that stand on a fixed site, and for those that move."""

    fixed: tuple[str, ...]
    moving: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """What is counted as one, which incidents count, and what is done with unknowns.

    ``utc`` is the offset of the clock by whose days it counts; ``None`` for that of the
    place. ``kinds`` empty takes every kind. ``source`` names the file.
    """

    name: str
    description: str
    unit: tuple[Part, ...]
    standings: tuple[Standing, ...] = (Standing.HAPPENED,)
    kinds: tuple[IncidentKind, ...] = ()
    least_killed: int = 0
    claimed: bool = False
    facilities: Facilities | None = None
    needs: tuple[Need, ...] = ()
    utc: timedelta | None = None
    unknown: Unknown = Unknown()
    source: str = ""


def load_rules(source: Path | None = None) -> Mapping[str, Rule]:
    """The rules that ship, then those of a TOML file, or of all in a folder, by name.

    A user's rule of the name of one that ships takes its place. Raises
    :class:`~tallystick.errors.RuleError`, which names file and key, for a malformed one.
    """
    added = _user_rules(source) if source else ()
    return {rule.name: rule for rule in (*_shipped(), *added)}


def rule_named(name: str, rules: Mapping[str, Rule] | None = None) -> Rule:
    """A rule by its name, of those given or those that ship. Raises ``RuleError``."""
    rules = load_rules() if rules is None else rules
    if name not in rules:
        raise RuleError(f"no counting rule is called {name!r}; there are: {', '.join(rules)}")
    return rules[name]


@lru_cache(maxsize=1)
def _shipped() -> tuple[Rule, ...]:
    folder = files("tallystick.analyse").joinpath("rules")
    found = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    rules = [read_rule(f"rules/{file.name}", file.read_text("utf-8")) for file in found]
    return tuple(sorted(rules, key=lambda rule: rule.name != DEFAULT_RULE))


def _user_rules(source: Path) -> Iterator[Rule]:
    paths = sorted(source.glob("*.toml")) if source.is_dir() else [source]
    if not paths:
        raise RuleError(f"{source}: holds no .toml file; give a TOML file, or a folder of them")
    for path in paths:
        try:
            text = path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise RuleError(f"{path}: cannot be read: {error}; give a TOML file") from error
        yield read_rule(str(path), text)


def read_rule(source: str, text: str) -> Rule:
    """The rule of one TOML file. Raises ``RuleError``, which names ``source`` and the key."""
    try:
        table = TomlTable(source, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{source}: is no TOML: {error}") from error
    counts, facility = table.table("counts"), table.table("facility")
    rule = Rule(
        name=table.text("name"),
        description=table.text("description"),
        unit=table.choices("unit", Part, least=1),
        standings=counts.choices("standings", Standing) or (Standing.HAPPENED,),
        kinds=counts.choices("kinds", IncidentKind),
        least_killed=counts.number("least_killed"),
        claimed=counts.flag("claimed"),
        facilities=_facilities(facility) if facility.given else None,
        needs=table.choices("needs", Need),
        utc=table.offset("day"),
        unknown=_unknown(table.table("unknown")),
        source=source,
    )
    for each in (table, counts, facility):
        each.refuse_rest()
    return rule


def _facilities(table: TomlTable) -> Facilities:
    return Facilities(table.words("fixed"), table.words("moving"))


def _unknown(table: TomlTable) -> Unknown:
    names = [field.name for field in fields(Unknown)]
    given = {name: table.one_of(name, _ANSWERS) for name in names if table.has(name)}
    table.refuse_rest(known=names)
    return Unknown(**given)
