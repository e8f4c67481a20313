"""The page of tallies: what is asked in the address, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from tallystick.analyse.asked import Wanted
from tallystick.analyse.check import Check
from tallystick.analyse.counting import By, Group, Tally, count, grouped
from tallystick.analyse.rule import DEFAULT_RULE, load_rules, rule_named
from tallystick.model.incident import Incident
from tallystick.model.taxonomy import IncidentKind
from tallystick.present.check import FIT_WORDS, announced_title, band_cell, why_apart
from tallystick.present.context import flat
from tallystick.present.days import read_day

NAMES = ("rule", "since", "until", "place", "target", "attacker", "kind", "weapon", "by")


@dataclass(frozen=True, slots=True)
class Asked:
    """A tally as it stands in an address."""

    rule: str
    wanted: Wanted
    by: By | None


@dataclass(frozen=True, slots=True)
class Counted:
    """A tally, split or not."""

    tally: Tally
    groups: tuple[Group, ...]


def read_asked(parameters: Mapping[str, str]) -> Asked:
    """What an address asks for. Raises ``ValueError`` for what cannot be understood."""
    typed = {name: parameters.get(name, "").strip() for name in NAMES}
    wanted = Wanted(
        since=read_day(typed["since"], last=False) if typed["since"] else None,
        until=read_day(typed["until"], last=True) if typed["until"] else None,
        kind=IncidentKind(typed["kind"]) if typed["kind"] else None,
        weapon=typed["weapon"] or None,
        place=_several(typed["place"]),
        target=_several(typed["target"]),
        attacker=_several(typed["attacker"]),
    )
    by = By(typed["by"]) if typed["by"] else None
    return Asked(typed["rule"] or DEFAULT_RULE, wanted, by)


def _several(text: str) -> tuple[str, ...]:
    """Alternatives, set apart by ``or``: "Iraq or Syria"."""
    return tuple(part for part in (p.strip() for p in text.split(" or ")) if part)


def counted(incidents: Sequence[Incident], asked: Asked) -> Counted:
    """The tally, as ``tallystick tally`` counts it. Raises ``RuleError``."""
    tally = count(incidents, rule_named(asked.rule, load_rules()), asked.wanted.selection)
    return Counted(tally, grouped(tally, asked.by) if asked.by else ())


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One announcement under one rule."""

    rule: str
    counted: str
    apart: str
    fit: str


@dataclass(frozen=True, slots=True)
class AnnouncedLine:
    """An announcement, its words, its counts, and what sets them apart."""

    id: str
    title: str
    quote: str
    document: str
    counts: tuple[CheckLine, ...]
    why: tuple[str, ...]

    @property
    def counted(self) -> bool:
        """Whether any rule counts it."""
        return any(line.counted for line in self.counts)


def announced_lines(checks: Sequence[Check]) -> list[AnnouncedLine]:
    """Every announcement beside the ledger's counts, in order of arrival."""
    return [
        _announced(list(group))
        for _, group in groupby(checks, key=lambda check: check.announced.tally.id)
    ]


def _announced(checks: Sequence[Check]) -> AnnouncedLine:
    announced = checks[0].announced
    return AnnouncedLine(
        announced.tally.id,
        announced_title(announced),
        flat(announced.tally.span.of(announced.document.text)),
        announced.document.id,
        tuple(
            CheckLine(
                check.rule.name,
                band_cell(check.counted),
                f"{check.apart:+}" if check.counted else "",
                FIT_WORDS[check.fit],
            )
            for check in checks
        ),
        tuple(line.removeprefix("- ") for line in why_apart(checks)),
    )
