"""Comparing who: attackers and targets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from tallystick.link import weights as w
from tallystick.link.comparisons.base import best, reasons
from tallystick.link.familiar import common_words
from tallystick.link.profile import Author, Profile
from tallystick.link.weights import Level
from tallystick.model.judgement import Reason
from tallystick.model.values import ActorRef, Target
from tallystick.vocab.actors import ActorKind, RelationKind, actor_book
from tallystick.vocab.matching import fold

_ONE = (RelationKind.SAME, RelationKind.PART_OF, RelationKind.SUCCESSOR)
_CLOSE = (RelationKind.MEMBER, RelationKind.BACKED_BY)


class AttackersComparison:
    """Is the act put down to the same side?

    The same group speaks for one occurrence, an umbrella group and its member or a backer
    and its ally somewhat. Two groups that both claim an attack, or a claim on one side and
    blame on the other, do not tell two attacks apart: authorship is then contested. Two
    unrelated attackers both told as fact do, less so where the vocabulary does not have
    both, and more so when the attacker of one report is the target of the other. Words like
    "gunmen" name nobody and count for nothing.
    """

    def __call__(self, a: Profile, b: Profile) -> Iterable[Reason]:
        pairs = [(p, q) for p in _named(a.authors) for q in _named(b.authors)]
        found = [level for p, q in pairs if (level := _author_level(p, q))]
        chosen = best(found)
        if chosen and chosen[0].bits < 0 and (_strikes_back(a, b) or _strikes_back(b, a)):
            return (w.ROLES_SWAPPED.reason(w.ROLES_SWAPPED.meaning),)
        return reasons(chosen)


class TargetComparison:
    """Was the same thing or force attacked?

    The same target by name, or the same sort of target with the same owner ("a base of the
    coalition") speaks for one occurrence. Targets of different sorts or owners speak a
    little against it: reports name the building, the guards and the neighbours alike. A
    name that is that of the place counts as the place, not again here.
    """

    def __call__(self, a: Profile, b: Profile) -> Iterable[Reason]:
        places = name_words(place.name for place in (*a.places, *b.places))
        levels = (_target_level(p, q, places) for p in a.targets for q in b.targets)
        return reasons(best(levels))


def _named(authors: Iterable[Author]) -> tuple[Author, ...]:
    return tuple(a for a in authors if not is_nobody(a.actor))


@lru_cache(maxsize=1 << 14)
def is_nobody(actor: ActorRef) -> bool:
    """Whether the words name only a sort of actor."""
    if actor.id is not None and actor.id in actor_book():
        return actor_book().get(actor.id).kind is ActorKind.COLLECTIVE
    return common_words().issuperset(re.findall(r"\w+", fold(actor.name)))


def _author_level(p: Author, q: Author) -> tuple[Level, str] | None:
    words = " and ".join(sorted({p.actor.name, q.actor.name}))
    relation = _relation(p.actor, q.actor)
    if relation in _ONE:
        return w.SAME_ATTACKER, f"the same attacker: {words}"
    if relation in _CLOSE:
        return w.RELATED_ATTACKERS, f"attackers that belong together: {words}"
    if relation is RelationKind.SORT_OF:
        return None
    level = w.OTHER_ATTACKERS if p.asserted and q.asserted else w.RIVAL_ACCOUNTS
    if level is w.OTHER_ATTACKERS and None in (p.actor.id, q.actor.id):
        level = w.UNLISTED_ATTACKERS
    return level, f"{level.meaning}: {words}"


def _relation(p: ActorRef, q: ActorRef) -> RelationKind | None:
    if p.id is not None and q.id is not None:
        return actor_book().related(p.id, q.id)
    return RelationKind.SAME if fold(p.name) == fold(q.name) else None


def _strikes_back(a: Profile, b: Profile) -> bool:
    """Whether an attacker of ``a`` owns a target of ``b``."""
    owners = [target.owner for target in b.targets if target.owner]
    return any(
        _relation(author.actor, owner) in _ONE for author in _named(a.authors) for owner in owners
    )


def _target_level(p: Target, q: Target, places: frozenset[str]) -> tuple[Level, str]:
    words = " and ".join(sorted({p.name, q.name}))
    rare = (name_words((p.name,)) & name_words((q.name,))) - places - common_words()
    if rare:
        return w.SAME_NAMED_TARGET, f"the same target: {words}"
    owned = _owners_relation(p, q)
    if owned is False:
        return w.OTHER_OWNER, f"targets of different owners: {words}"
    if p.kind is not q.kind:
        return w.OTHER_SORT, f"different sorts of target: {words}"
    if owned:
        return w.SAME_SORT_AND_OWNER, f"the same sort of target and owner: {words}"
    return w.SAME_SORT, f"the same sort of target: {words}"


def _owners_relation(p: Target, q: Target) -> bool | None:
    """Whether both belong to one side; ``None`` where one names no owner."""
    if p.owner is None or q.owner is None:
        return None
    relation = _relation(p.owner, q.owner)
    if relation is RelationKind.SORT_OF:
        return None
    return relation is not None


def name_words(names: Iterable[str]) -> frozenset[str]:
    """The words of three letters or more in names, folded."""
    return frozenset().union(*map(_words_of, names))


@lru_cache(maxsize=1 << 14)
def _words_of(name: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", fold(name)) if len(word) > 2)
