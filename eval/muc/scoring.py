"""The published scores of template filling, written from the papers' definitions.

*GTT*: Du, Rush and Cardie, "Template Filling with Generative Transformers", NAACL 2021. Templates
of a message are mapped one to one, types agreeing, so that its F1 is highest; an entity given is
right when all its spellings are among those of one entity of the key in that role. The incident
type counts as a slot of its own in the published micro average; :func:`gtt` gives it apart.

*CEAF-REE*: Du, Rush and Cardie, "GRIT: Generative Role-filler Transformers", EACL 2021. The
entities of a message are pooled by role and aligned one to one.

*CEAF-RME*: Chen et al., "Iterative Document-level Information Extraction via Imitation Learning",
EACL 2023. Templates are aligned one to one by how much their entities agree. With ``phi_subset``
an entity agrees when it shares a spelling with one of the key's; with ``phi_3`` the spellings
shared by aligned entities are counted, and a template's type is part of every spelling.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from eval.common import NOTHING, Rates, f1
from eval.matching import assign
from eval.muc.templates import ROLES, Template, normal

TYPE = "Type"
Entity = tuple[str, ...]
Scored = Sequence[tuple[Sequence[Template], Sequence[Template]]]  # given and key, a message


@dataclass(frozen=True, slots=True)
class Sides:
    """Right ones as precision and as recall count them, which may differ."""

    right: float = 0
    given: float = 0
    found: float = 0
    wanted: float = 0

    def __add__(self, other: Sides) -> Sides:
        return Sides(
            self.right + other.right,
            self.given + other.given,
            self.found + other.found,
            self.wanted + other.wanted,
        )

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        return self.found / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        return f1(self.precision, self.recall)


def entities(template: Template, role: str) -> list[Entity]:
    """The entities in a role, in the spelling in which they are compared."""
    return [tuple(map(normal, filler.mentions)) for filler in template.of(role)]


def agrees(given: Template, wanted: Template) -> bool:
    """Whether the types agree; the key may have "BOMBING / ATTACK"."""
    return given.type in wanted.type


# ------------------------------------------------------------------ GTT


@dataclass(frozen=True, slots=True)
class _Way:
    """A partial mapping: what is right so far on both sides, and the pairs made."""

    right: int
    found: int
    pairs: tuple[tuple[int, int], ...]


def gtt(messages: Scored) -> Mapping[str, Sides]:
    """Precision and recall by role, and of the type under ``Type``, over all messages."""
    total = dict.fromkeys((TYPE, *ROLES), Sides())
    for given, wanted in messages:
        pairs = mapping(given, wanted)
        for name in total:
            total[name] += _slot(given, wanted, pairs, name)
    return total


def summed(sides: Iterable[Sides]) -> Sides:
    """The micro average's counts."""
    return reduce(Sides.__add__, sides, Sides())


def mapping(given: Sequence[Template], wanted: Sequence[Template]) -> tuple[tuple[int, int], ...]:
    """The one-to-one mapping of templates with the highest F1, by index."""
    gain = {
        (i, j): _gain(g, w)
        for i, g in enumerate(given)
        for j, w in enumerate(wanted)
        if agrees(g, w)
    }
    ways: dict[frozenset[int], list[_Way]] = {frozenset(): [_Way(0, 0, ())]}
    for i in range(len(given)):
        ways = _extended(ways, i, [(j, gain[i, j]) for j in range(len(wanted)) if (i, j) in gain])
    offered, asked = sum(map(_size, given)), sum(map(_size, wanted))
    best = max(
        (way for front in ways.values() for way in front),
        key=lambda way: Sides(way.right, offered, way.found, asked).f1,
    )
    return best.pairs


def _extended(
    ways: Mapping[frozenset[int], list[_Way]], i: int, choices: list[tuple[int, tuple[int, int]]]
) -> dict[frozenset[int], list[_Way]]:
    found: dict[frozenset[int], list[_Way]] = {used: list(front) for used, front in ways.items()}
    for used, front in ways.items():
        for j, (right, got) in choices:
            if j not in used:
                more = [_Way(w.right + right, w.found + got, (*w.pairs, (i, j))) for w in front]
                found.setdefault(used | {j}, []).extend(more)
    return {used: _front(front) for used, front in found.items()}


def _front(ways: list[_Way]) -> list[_Way]:
    """The ways that no other beats on both sides."""
    kept: list[_Way] = []
    for way in sorted(ways, key=lambda w: (-w.right, -w.found)):
        if all(way.found > other.found for other in kept):
            kept.append(way)
    return kept


def _gain(given: Template, wanted: Template) -> tuple[int, int]:
    pair = ((0, 0),)
    sides = [_slot((given,), (wanted,), pair, name) for name in (TYPE, *ROLES)]
    return round(sum(s.right for s in sides)), round(sum(s.found for s in sides))


def _size(template: Template) -> int:
    return 1 + sum(len(template.of(role)) for role in ROLES)


def _slot(
    given: Sequence[Template],
    wanted: Sequence[Template],
    pairs: Sequence[tuple[int, int]],
    name: str,
) -> Sides:
    if name == TYPE:
        return Sides(len(pairs), len(given), len(pairs), len(wanted))
    right = found = 0
    for i, j in pairs:
        ours, keys = entities(given[i], name), entities(wanted[j], name)
        right += sum(any(subset(o, k) for k in keys) for o in ours)
        found += sum(any(subset(o, k) for o in ours) for k in keys)
    return Sides(
        right, sum(len(t.of(name)) for t in given), found, sum(len(t.of(name)) for t in wanted)
    )


def subset(given: Entity, wanted: Entity) -> bool:
    """Whether every spelling given is one of the key's entity."""
    return set(given) <= set(wanted)


# ------------------------------------------------------------------ CEAF-REE


def ceaf_ree(messages: Scored, role: str) -> Rates:
    """Entities of a role, pooled over a message and aligned one to one."""
    return sum((_ree(given, wanted, role) for given, wanted in messages), NOTHING)


def _ree(given: Sequence[Template], wanted: Sequence[Template], role: str) -> Rates:
    ours, keys = pooled(given, role), pooled(wanted, role)
    right = len(assign(ours, keys, lambda o, k: float(subset(o, k))))
    return Rates(right, len(ours), len(keys))


def pooled(templates: Sequence[Template], role: str) -> list[Entity]:
    """The entities of all templates, without those that another one holds or is held by."""
    kept: list[Entity] = []
    for entity in (e for t in templates for e in entities(t, role)):
        if not any(subset(entity, other) or subset(other, entity) for other in kept):
            kept.append(entity)
    return kept


# ------------------------------------------------------------------ CEAF-RME


Likeness = Callable[[Template, Template], tuple[float, float]]


def ceaf_rme_subset(messages: Scored) -> Sides:
    """CEAF-RME with ``phi_subset``: entities that share a spelling, of all entities."""
    return summed(_rme(given, wanted, _sharing, _count) for given, wanted in messages)


def ceaf_rme_phi3(messages: Scored) -> Sides:
    """CEAF-RME with ``phi_3``: spellings shared by aligned entities, of all spellings."""
    return summed(_rme(given, wanted, _overlap, _spellings) for given, wanted in messages)


def _rme(
    given: Sequence[Template],
    wanted: Sequence[Template],
    likeness: Likeness,
    size: Callable[[Template], int],
) -> Sides:
    pairs = assign(given, wanted, lambda g, w: likeness(g, w)[0] if agrees_exactly(g, w) else 0.0)
    scores = [likeness(g, w) for g, w in pairs]
    return Sides(
        sum(s[0] for s in scores),
        sum(map(size, given)),
        sum(s[1] for s in scores),
        sum(map(size, wanted)),
    )


def agrees_exactly(given: Template, wanted: Template) -> bool:
    """Whether the type given is the key's, or one of its alternatives."""
    return given.type in [kind.strip() for kind in wanted.type.split("/")]


def _labelled(template: Template) -> list[tuple[str, Entity]]:
    return [(role, entity) for role in ROLES for entity in entities(template, role)]


def _count(template: Template) -> int:
    return len(_labelled(template))


def _spellings(template: Template) -> int:
    return sum(len(entity) for _, entity in _labelled(template))


def _sharing(given: Template, wanted: Template) -> tuple[float, float]:
    """Entities given that share a spelling with one of the key's; and how many keys' those are.

    Each takes the first of the key's entities that has its first spelling found there.
    """
    keys = _labelled(wanted)
    hits = [
        next((i for m in e for i, (r, k) in enumerate(keys) if r == role and m in k), None)
        for role, e in _labelled(given)
    ]
    return sum(h is not None for h in hits), len({h for h in hits if h is not None})


def _overlap(given: Template, wanted: Template) -> tuple[float, float]:
    pairs = assign(_labelled(given), _labelled(wanted), lambda g, w: float(_shared(g, w)))
    both = float(sum(_shared(g, w) for g, w in pairs))
    return both, both


def _shared(given: tuple[str, Entity], wanted: tuple[str, Entity]) -> int:
    return sum(m in wanted[1] for m in given[1]) if given[0] == wanted[0] else 0
