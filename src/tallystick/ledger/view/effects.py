"""Weapons, what became of them, and damage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from tallystick.ledger.view.accounts import Account, Evidence, any_pair
from tallystick.ledger.view.counts import over, within
from tallystick.model.statement import Field
from tallystick.model.values import CountRange, Damage, DamageLevel, Fate, Outcome, WeaponUse

Counted = TypeVar("Counted", WeaponUse, Outcome)
K = TypeVar("K")
Key = tuple[Fate, str | None]


def weapons(evidence: Evidence) -> tuple[WeaponUse, ...]:
    """One entry a type, its count over all accounts."""
    accounts = evidence.accounts(Field.WEAPON, WeaponUse)
    return tuple(WeaponUse(t, _merged(n)) for t, n in _counts(accounts, _type).items())


def weapons_differ(evidence: Evidence) -> bool:
    """Whether the counts of one type cannot all hold, or a weapon is denied."""
    accounts = evidence.accounts(Field.WEAPON, WeaponUse)
    return bool(evidence.denied(Field.WEAPON)) or _conflict(_counts(accounts, _type).values())


def outcomes(evidence: Evidence) -> tuple[Outcome, ...]:
    """One entry a fate and weapon, its count over all accounts."""
    accounts = evidence.accounts(Field.OUTCOME, Outcome)
    return tuple(Outcome(*k, _merged(n)) for k, n in _counts(accounts, _fate).items())


def outcomes_differ(evidence: Evidence) -> bool:
    """Whether one has all of it stopped and another a hit, counts clash, or one is denied."""
    accounts = evidence.accounts(Field.OUTCOME, Outcome)
    used = {use.type: use.count for use in weapons(evidence)}

    def clash(first: Account[Outcome], second: Account[Outcome]) -> bool:
        return first.chain != second.chain and _stopped_and_hit(first, second, used)

    counts = _counts(accounts, _fate).values()
    return bool(evidence.denied(Field.OUTCOME)) or any_pair(accounts, clash) or _conflict(counts)


def damage_differs(evidence: Evidence) -> bool:
    """Whether one account has damage and another has none, or damage is denied."""
    levels = {v.level for a in evidence.accounts(Field.DAMAGE, Damage) for v in a.values}
    return bool(evidence.denied(Field.DAMAGE)) or (DamageLevel.NONE in levels and len(levels) > 1)


def _type(use: WeaponUse) -> str:
    return use.type


def _fate(outcome: Outcome) -> Key:
    return outcome.fate, outcome.weapon


def _counts(
    accounts: Sequence[Account[Counted]], key: Callable[[Counted], K]
) -> dict[K, list[CountRange]]:
    """Key to the count that each account gives; the accounts without a count give none."""
    found: dict[K, list[CountRange]] = {}
    for account in accounts:
        said: dict[K, list[CountRange]] = {}
        for value in account.values:
            found.setdefault(key(value), [])
            if value.count is not None:
                said.setdefault(key(value), []).append(value.count)
        for one, ranges in said.items():
            found[one].append(within(ranges))
    return found


def _merged(ranges: Sequence[CountRange]) -> CountRange | None:
    return over(ranges) if ranges else None


def _conflict(groups: Iterable[Sequence[CountRange]]) -> bool:
    return any(any_pair(ranges, lambda a, b: not a.agrees(b)) for ranges in groups)


def _stopped_and_hit(
    first: Account[Outcome], second: Account[Outcome], used: dict[str, CountRange | None]
) -> bool:
    """The first account has everything stopped, of a weapon that hit by the second."""
    if any(_is_hit(outcome) for outcome in first.values):
        return False
    hits = [o for o in second.values if _is_hit(o)]
    stopped = [o for o in first.values if o.fate is not Fate.HIT] or list(first.values)
    return any(
        _of_one_weapon(one, hit) and _is_all(_of_weapon(stopped, one), used)
        for one in stopped
        for hit in hits
    )


def _of_weapon(outcomes: Sequence[Outcome], one: Outcome) -> list[Outcome]:
    return [o for o in outcomes if o.weapon == one.weapon]


def _is_hit(outcome: Outcome) -> bool:
    return outcome.fate is Fate.HIT and (outcome.count is None or outcome.count.high != 0)


def _is_all(outcomes: Sequence[Outcome], used: dict[str, CountRange | None]) -> bool:
    """Whether what an account says of one weapon leaves none over that could have hit.

    "One was shot down and the second crashed" is all of two; a hit by none is all.
    """
    weapon = outcomes[0].weapon
    total = used.get(weapon) if weapon else None
    counts = [o.count for o in outcomes]
    if total is None or total.low is None or any(o.fate is Fate.HIT for o in outcomes):
        return True
    highs = [c.high for c in counts if c is not None and c.high is not None]
    return len(highs) < len(counts) or sum(highs) >= total.low


def _of_one_weapon(first: Outcome, second: Outcome) -> bool:
    return first.weapon is None or second.weapon is None or first.weapon == second.weapon
