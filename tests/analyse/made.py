"""Incidents out of thin air, for tests of counting: only what a test says is known."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TypeVar

from hypothesis import strategies as st

from tallystick.model.incident import Contest, Figure, Incident
from tallystick.model.statement import Standing
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import (
    DatePrecision,
    PartialDate,
    Target,
    TargetKind,
    WeaponUse,
)
from tests.builders import day
from tests.scenes import BAND, HILL, HIT, IRAQ, RIDERS, TROOPS

BASE = Target("Red Hill base", TargetKind.MILITARY, TROOPS)
CONVOY = Target("convoy", TargetKind.MILITARY)
MARKET = Target("market", TargetKind.MARKET)
FLOATING = PartialDate(None, None, DatePrecision.FLOATING, "on Sunday", 7)
DAYS = [day(f"2023-12-{n:02}") for n in range(1, 6)]
SPAN = PartialDate(DAYS[0].start, DAYS[2].start, DatePrecision.DAYS)
WHENS = [*DAYS, SPAN, FLOATING, None]

T = TypeVar("T")


def incident(id: str = "i-1", **fields: object) -> Incident:
    """A shelling that happened on 8 December 2023 at Red Hill; ``fields`` change that."""
    plain = Incident(
        id, (), (), IncidentKind.SHELLING, Standing.HAPPENED, day("2023-12-08"), HILL,
        (), (), (), (), (), (), (), Figure(), Figure(), Figure(), (),
    )  # fmt: skip
    return replace(plain, **fields)  # type: ignore[arg-type]


def incident_lists(*, most: int = 12) -> st.SearchStrategy[list[Incident]]:
    """Incidents of a few days, places and parties, some of which may be the same."""
    return st.builds(_made, st.integers(0, most), st.integers(0, 10**9))


def _made(size: int, seed: int) -> list[Incident]:
    """From one seed: drawing each value by itself is slow."""
    chance = Random(seed)
    ids = [f"i-{n}" for n in range(size)]
    twins: dict[str, set[str]] = {id: set() for id in ids}
    for _ in range(chance.randrange(size + 1)):
        one, other = chance.choice(ids), chance.choice(ids)
        twins[one] |= {other} - {one}
        twins[other] |= {one} - {other}
    return [_one(chance, id, tuple(sorted(twins[id]))) for id in ids]


def _one(chance: Random, id: str, twins: tuple[str, ...]) -> Incident:
    return incident(
        id,
        kind=chance.choice([IncidentKind.ATTACK, IncidentKind.SHELLING]),
        standing=chance.choice([Standing.HAPPENED, Standing.HAPPENED, *Standing]),
        when=chance.choice(WHENS),
        where=chance.choice([HILL, HILL, HIT, IRAQ, None]),
        attackers=_some(chance, [RIDERS, BAND, TROOPS]),
        claimed_by=_some(chance, [RIDERS, BAND]),
        targets=_some(chance, [BASE, CONVOY, MARKET]),
        weapons=chance.choice([(), (WeaponUse("rocket"),), (WeaponUse("drone"),)]),
        killed=_figure(chance),
        injured=_figure(chance),
        contested=chance.choice([(), (), (Contest.OCCURRENCE,)]),
        possible_duplicates=twins,
        confidence=chance.choice([None, 0.5, 0.9]),
    )


def _some(chance: Random, of: list[T]) -> tuple[T, ...]:
    return tuple(chance.sample(of, chance.randrange(3)))


def _figure(chance: Random) -> Figure:
    """As the ledger makes them: low <= best <= high, or open, or unknown."""
    low, best, high = sorted(chance.randrange(9) for _ in range(3))
    return chance.choice([Figure(low, best, high), Figure(low, best, None), Figure()])
