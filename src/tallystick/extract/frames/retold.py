"""Incidents that a text tells again of the same victim: in the lead without a day, and with day
and place where it goes into it.

    A man has been charged with **killing Orla Dunn** last month.
    **Dunn was stabbed** in Velm on 23 March.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, islice

from tallystick.extract.frames.frame import Frame, other_day
from tallystick.extract.mentions.mention import Mention
from tallystick.extract.mentions.victims import known_by
from tallystick.model.statement import Standing
from tallystick.model.taxonomy import compatible

__all__ = ["of_one_victim", "victims_of"]

_TOLD = (Standing.HAPPENED, Standing.BACKGROUND)


def of_one_victim(frames: Sequence[Frame]) -> list[Frame]:
    """The frames, with those made one that are of the same victim and of no other day or kind."""
    names = iter(victims_of([m for f in frames for m in f.mentions]))
    kept: list[Frame] = []
    by_name: dict[str, list[Frame]] = {}
    for frame in frames:
        own = {name for name in islice(names, len(frame.mentions)) if name is not None}
        told = chain.from_iterable(by_name.get(name, ()) for name in own)
        home = next((f for f in told if _may_be_one(f, frame)), None)
        if home is None:
            kept.append(frame)
        else:
            home.mentions += frame.mentions
        for name in own:
            by_name.setdefault(name, []).append(home or frame)
    return kept


def victims_of(mentions: Sequence[Mention]) -> list[str | None]:
    """For each mention the name by which a text knows its victim."""
    victims = [m.victim for m in mentions]
    return [known_by(victim, victims) for victim in victims]


def _may_be_one(first: Frame, second: Frame) -> bool:
    if first.standing not in _TOLD or second.standing not in _TOLD:
        return False
    if first.when and second.when and other_day(first.when, second.when):
        return False
    return all(compatible(a, b) for a in first.kinds for b in second.kinds)


def joined_by_victim(
    mentions: Sequence[Mention], units: Sequence[tuple[int, ...]], alone: Sequence[tuple[int, ...]]
) -> list[tuple[int, ...]]:
    """The units, those of ``alone`` made one with what is told before of the same victim."""
    names, single = victims_of(mentions), {unit[0] for unit in alone}
    kept: list[tuple[int, ...]] = []
    for unit in sorted(units):
        own = {names[at] for at in unit} - {None}
        home = next((k for k in kept if own.intersection(names[at] for at in k)), None)
        free = home is not None and (set(unit) <= single or set(home) <= single)
        if home is None or not free or not _go_together(mentions, home, unit):
            kept.append(unit)
        else:
            kept[kept.index(home)] = tuple(sorted((*home, *unit)))
    return sorted(kept)


def _go_together(mentions: Sequence[Mention], first: Sequence[int], second: Sequence[int]) -> bool:
    return all(compatible(mentions[a].kind, mentions[b].kind) for a in first for b in second)
