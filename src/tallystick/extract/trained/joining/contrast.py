"""What tells two mentions apart by their own words: days, places, kinds, tolls."""

from __future__ import annotations

from tallystick.extract.frames.frame import Frame, moves_on, on_the_page, other_day, other_entry
from tallystick.extract.mentions.mention import Mention
from tallystick.extract.places.geography import may_be_one
from tallystick.model.statement import Field, Value
from tallystick.model.taxonomy import compatible
from tallystick.model.values import Place, PlacePrecision

_FINE = (PlacePrecision.SITE, PlacePrecision.TOWN, PlacePrecision.DISTRICT)

Told = tuple[Mention, Frame | None]
"""A mention, and the frame that the rules gave it."""


def contrast(one: Told, other: Told) -> tuple[float, float, float, float]:
    """1 for each that speaks against one incident, else 0: the finer place of the rules' frames,
    that of the mentions themselves, kinds that do not go together, tolls of which none agree."""
    (first, here), (second, there) = one, other
    return (
        float(_elsewhere(_place(first, here), _place(second, there))),
        float(_elsewhere(_place(first, None), _place(second, None))),
        float(not compatible(first.kind, second.kind)),
        float(_disjoint(_tolls(here), _tolls(there))),
    )


def other_days(one: Frame, other: Frame) -> bool:
    """Whether the words give two frames days of their own that are not the same, or a day and
    another month."""
    first, second = one.when, other.when
    if first is None or second is None or not (first.names_day or second.names_day):
        return False
    return other_day(first, second)


def other_sites(one: Frame, other: Frame) -> bool:
    """Whether the words give two frames sites of their own (two bases) that are not one."""
    first, second = one.where, other.where
    if first is None or second is None:
        return False
    sites = first.precision is second.precision is PlacePrecision.SITE
    return sites and may_be_one(first, second) is False


def other_towns(one: Frame, other: Frame) -> bool:
    """Whether two frames are of two towns, where the words open the later one as another attack
    ("a second bomb"); or it is "in another district"."""
    head = max(one.mentions[0], other.mentions[0], key=lambda mention: mention.anchor)
    if head.elsewhere:
        return True
    first, second = one.where, other.where
    if head.definite or head.where is None or first is None or second is None:
        return False
    before = other if head is one.mentions[0] else one
    if moves_on(before, head):
        return True
    if not head.fresh:
        return False
    return _elsewhere(first, second) or _neighbours(first, second) or _is_part(before, head)


def _is_part(before: Frame, head: Mention) -> bool:
    """ "Five more were killed in Orun", after a toll of the province: those of Orun alone."""
    wide, own = before.where, head.where
    if wide is None or own is None or wide.precision in _FINE or own.place.precision not in _FINE:
        return False
    killed = frozenset(d.value for d in head.drafts if d.field is Field.KILLED)
    return _disjoint(killed, _tolls(before))


def _neighbours(one: Place, other: Place) -> bool:
    """Whether they are two towns, near as they may be."""
    towns = one.precision is other.precision is PlacePrecision.TOWN
    if not towns or one.name == other.name:
        return False
    return one.id != other.id or one.id is None


def other_entries(one: Frame, other: Frame) -> bool:
    """Whether two frames are of entries of a digest that have nothing in common."""
    heads = [m for m in other.mentions if m.trigger]
    return not any(map(on_the_page, heads)) and all(other_entry(one, m) for m in heads)


def in_other_entries(one: Mention, other: Mention) -> bool:
    """As :func:`other_entries`, of two mentions of which the rules frame not both."""
    here, there = one.sentence.entry, other.sentence.entry
    if here is None or there is None or here == there or on_the_page(one) or on_the_page(other):
        return False
    return (
        one.where is None or other.where is None or _elsewhere(one.where.place, other.where.place)
    )


def other_sum(one: Frame, other: Frame) -> bool:
    """Whether one frame sums up several attacks by their number ("30 killed in three attacks") and
    the other is a part: each has a figure of its own, and the part a place."""
    sums, parts = ([f for f in (one, other) if _adds_up(f) is it] for it in (True, False))
    if not sums or not parts:
        return False
    placed = parts[0].where is not None and parts[0].where.precision in _FINE
    return placed and _disjoint(_tolls(one), _tolls(other))


def _adds_up(frame: Frame) -> bool:
    return any(m.separate for m in frame.mentions)


def _place(mention: Mention, frame: Frame | None) -> Place | None:
    if frame is not None:
        return frame.where
    return mention.where.place if mention.where else None


def _elsewhere(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None:
        return False
    fine = one.precision in _FINE and other.precision in _FINE
    return fine and may_be_one(one, other) is False


def _tolls(frame: Frame | None) -> frozenset[Value]:
    mentions = frame.mentions if frame else ()
    return frozenset(d.value for m in mentions for d in m.drafts if d.field is Field.KILLED)


def _disjoint(one: frozenset[Value], other: frozenset[Value]) -> bool:
    return bool(one and other) and one.isdisjoint(other)
