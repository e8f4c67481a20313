"""How two actors stand to each other, from the relations that the vocabulary gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, partial

from tallystick.vocab.actor_types import Actor, RelationKind, RelationType

_UP = {
    RelationType.MEMBER_OF: RelationKind.MEMBER,
    RelationType.PART_OF: RelationKind.PART_OF,
    RelationType.ARMED_WING_OF: RelationKind.PART_OF,
    RelationType.SPEAKS_FOR: RelationKind.PART_OF,
}
_NONE: Mapping[str, RelationKind] = {}


class Kinship:
    """The relations of a set of actors, closed over membership and being a part.

    Closed for an actor when it is first asked for: a text names few of them.
    """

    def __init__(self, actors: Mapping[str, Actor]) -> None:
        self._actors = actors
        self._above = cache(partial(_closure, edges=_edges(actors)))
        self._backers = cache(self._all_backers)

    def related(self, first: str, second: str) -> RelationKind | None:
        """See :meth:`tallystick.vocab.actors.ActorBook.related`."""
        if first == second:
            return RelationKind.SAME
        if first not in self._actors or second not in self._actors:
            return None
        return (
            self._above(first).get(second)
            or self._above(second).get(first)
            or self._successor(first, second)
            or self._sort(first, second)
            or self._backing(first, second)
        )

    def sides(self, id: str) -> frozenset[str]:
        """The actor, all above it and all that back it; just the id where it is unknown."""
        if id not in self._actors:
            return frozenset({id})
        return frozenset({id, *self._above(id), *self._backers(id)})

    def _all_backers(self, id: str) -> frozenset[str]:
        """Who backs an actor or what it belongs to, with all that the backer is part of."""
        direct = {
            backer
            for each in (id, *self._above(id))
            for backer in _targets(self._actors[each], RelationType.BACKED_BY)
        }
        return frozenset(direct.union(*(self._above(backer) for backer in direct)))

    def _successor(self, first: str, second: str) -> RelationKind | None:
        linked = second in self._before(first) or first in self._before(second)
        return RelationKind.SUCCESSOR if linked else None

    def _before(self, id: str) -> Iterator[str]:
        return _targets(self._actors[id], RelationType.SUCCESSOR_OF)

    def _sort(self, first: str, second: str) -> RelationKind | None:
        a, b = self._actors[first], self._actors[second]
        return RelationKind.SORT_OF if self._covers(a, b) or self._covers(b, a) else None

    def _covers(self, sort: Actor, actor: Actor) -> bool:
        """Whether the words for a sort of actor can be said of this one."""
        kinds = actor.covers or (actor.kind,)
        if not set(sort.covers).intersection(kinds):
            return False
        if sort.country and actor.country and sort.country != actor.country:
            return False
        backers, known = self._backers(sort.id), self._backers(actor.id)
        return not backers or bool(backers & known) or (actor.is_collective and not known)

    def _backing(self, first: str, second: str) -> RelationKind | None:
        backed = second in self._backers(first) or first in self._backers(second)
        return RelationKind.BACKED_BY if backed else None


def _targets(actor: Actor, type: RelationType) -> Iterator[str]:
    return (r.other for r in actor.relations if r.type is type)


def _edges(actors: Mapping[str, Actor]) -> dict[str, dict[str, RelationKind]]:
    """From each actor to those directly above it."""
    edges: dict[str, dict[str, RelationKind]] = {}
    for actor in actors.values():
        for relation in actor.relations:
            if relation.type in _UP:
                edges.setdefault(actor.id, {})[relation.other] = _UP[relation.type]
            elif relation.type is RelationType.UMBRELLA_OF:
                edges.setdefault(relation.other, {})[actor.id] = RelationKind.MEMBER
    return edges


def _closure(id: str, edges: Mapping[str, Mapping[str, RelationKind]]) -> dict[str, RelationKind]:
    """All above an actor: a part only if every step is one, else a member."""
    above: dict[str, RelationKind] = {}
    todo = list(edges.get(id, _NONE).items())
    while todo:
        other, kind = todo.pop()
        if other == id or above.get(other) in (kind, RelationKind.PART_OF):
            continue
        above[other] = kind
        for higher, step in edges.get(other, _NONE).items():
            both = (kind, step) == (RelationKind.PART_OF, RelationKind.PART_OF)
            todo.append((higher, RelationKind.PART_OF if both else RelationKind.MEMBER))
    return above
