"""What a toll amounts to: as the program's users see it, and as the labels tell it.

The program's view adds up and narrows by the words between counts, which labels of bare count
phrases do not have, and sets a part told by one source against the whole told by another. So the
labels may also be read plainly: the largest count told is the whole where the others can be in it.
"""

from __future__ import annotations

from eval.gold.score_same import Bounds, same_bounds, same_chain
from eval.gold.score_told import Said, Told
from tallystick.ledger.view.counts import within
from tallystick.model.incident import Figure
from tallystick.model.statement import Field
from tallystick.model.values import Casualties, PersonClass

_WHOLES = (
    PersonClass.PEOPLE,
    PersonClass.FORCES,
    PersonClass.ATTACKERS,
    PersonClass.ARMED_GROUP,
    PersonClass.CIVILIANS,
)


def same_toll(wanted: Told, given: Told, field: Field) -> bool:
    """The same interval in all; or the same counts told, however a view adds them up."""
    totals = [(a, b) for a in totals_of(wanted, field) for b in totals_of(given, field)]
    return any(same_bounds(a, b) for a, b in totals) or _same_counts(wanted, given, field)


def same_best(wanted: Told, given: Told, field: Field) -> bool:
    """The same figure to quote."""
    first, second = (
        {figure_of(side, field).best, *map(_best, totals_of(side, field))}
        if side.labelled
        else {figure_of(side, field).best}
        for side in (wanted, given)
    )
    return bool(first & second) or same_toll(wanted, given, field)


def figure_of(told: Told, field: Field) -> Figure:
    """The figure that a user would see."""
    return told.view.killed if field is Field.KILLED else told.view.injured


def totals_of(told: Told, field: Field) -> list[Bounds]:
    """The interval that a user would see; of labels, also the one that they tell plainly."""
    figure = figure_of(told, field)
    plain = main_count(told, field) if told.labelled else None
    return [(figure.low, figure.high), *([plain] if plain else [])]


def main_count(told: Told, field: Field) -> Bounds | None:
    """The largest count, narrowed or spread by the other accounts of the same persons.

    ``None`` where there is none, or where others were hurt besides those of the largest.
    """
    said = [s for s in told.asserted(field) if _number(s) is not None]
    if not said:
        return None
    main = max(said, key=lambda s: (_number(s) or 0, _class(s) is PersonClass.PEOPLE))
    if any(_class(s) is not _class(main) and not _inside(s, main) for s in said):
        return None
    alike = [s for s in said if _class(s) is _class(main) and not _part(s, main)]
    total = within([s.value.count for s in alike if isinstance(s.value, Casualties)])
    return total.low, total.high


def _number(said: Said) -> int | None:
    return said.value.count.best if isinstance(said.value, Casualties) else None


def _class(said: Said) -> PersonClass | None:
    return said.value.who if isinstance(said.value, Casualties) else None


def _inside(said: Said, main: Said) -> bool:
    """Whether they can be among those of the largest count: children, or anyone among people."""
    return _class(main) is PersonClass.PEOPLE or _class(said) not in _WHOLES


def _part(said: Said, main: Said) -> bool:
    """Whether it counts some of the same: less than half, or fewer by the same source."""
    if not isinstance(said.value, Casualties) or not isinstance(main.value, Casualties):
        return False
    if said is main or said.value.count.agrees(main.value.count):
        return False
    less = 2 * (_number(said) or 0) < (_number(main) or 0)
    return less or same_chain(said.chains[0], main.chains[0])


def _best(bounds: Bounds) -> int | None:
    return bounds[0] if bounds[0] is not None else bounds[1]


def _same_counts(wanted: Told, given: Told, field: Field) -> bool:
    first, second = _counts(wanted, field), _counts(given, field)
    return all(any(same_bounds(a, b) for b in second) for a in first) and all(
        any(same_bounds(a, b) for a in first) for b in second
    )


def _counts(told: Told, field: Field) -> set[Bounds]:
    values = [s.value for s in told.asserted(field)]
    return {(v.count.low, v.count.high) for v in values if isinstance(v, Casualties)}
