"""Who did it, by whose word; and what was attacked."""

from __future__ import annotations

from collections.abc import Iterable

from tallystick.ledger.view.accounts import Evidence, any_pair
from tallystick.ledger.view.parties import one_party
from tallystick.model.statement import Field, Stance, Statement
from tallystick.model.values import ActorRef, Target, TargetKind
from tallystick.vocab.actors import actor_book
from tallystick.vocab.matching import fold

REPORTED = (Stance.REPORTS, Stance.CONFIRMS, Stance.ANNOUNCES)


def authors(evidence: Evidence, *stances: Stance) -> tuple[ActorRef, ...]:
    """The actors that someone takes one of the stances on as attackers, each once."""
    said = [s for s in evidence.asserted(Field.ATTACKER) if s.stance in stances]
    return _meant(evidence, said)


def named_authors(evidence: Evidence) -> tuple[ActorRef, ...]:
    """The actors that are told to have done it, not only by their own claim: but a document that
    is a side's own, and quotes nobody, tells so of itself."""
    said = evidence.asserted(Field.ATTACKER)
    own = [s for s in said if s.stance is Stance.CLAIMS and len(s.chain) == 1]
    return _meant(evidence, [s for s in said if s.stance in REPORTED or s in own])


def _meant(evidence: Evidence, said: Iterable[Statement]) -> tuple[ActorRef, ...]:
    meant = one_party(evidence)
    return distinct([meant(s.value) for s in said if isinstance(s.value, ActorRef)])


def authors_differ(evidence: Evidence) -> bool:
    """Whether two who are not of one side claim it, or one named as its author denies it."""
    claimants = authors(evidence, Stance.CLAIMS)
    if any_pair(claimants, lambda a, b: not related(a, b)):
        return True
    named = authors(evidence, *(set(Stance) - {Stance.DENIES}))
    denied = [s.value for s in evidence.denied(Field.ATTACKER) if isinstance(s.value, ActorRef)]
    return any(related(one, other) for one in denied for other in named)


def related(first: ActorRef, second: ActorRef) -> bool:
    """Whether two are the same or of one side: umbrella and member, force and backer."""
    if fold(first.name) == fold(second.name):
        return True
    if first.id is None or second.id is None:
        return False
    return actor_book().related(first.id, second.id) is not None


def distinct(actors: Iterable[ActorRef]) -> tuple[ActorRef, ...]:
    """Each actor once, in order: by id, or by name where one mention has no id."""
    listed = list(actors)
    known = {fold(a.name): a for a in reversed(listed) if a.id}
    best = [a if a.id else known.get(fold(a.name), a) for a in listed]
    return tuple({a.id or fold(a.name): a for a in reversed(best)}[key] for key in _keys(best))


def _keys(actors: Iterable[ActorRef]) -> list[str]:
    return list(dict.fromkeys(a.id or fold(a.name) for a in actors))


def targets(evidence: Evidence) -> tuple[Target, ...]:
    """What was attacked: one entry a name, with the kind and owner that some account gives."""
    groups: dict[str, list[Target]] = {}
    for statement in evidence.asserted(Field.TARGET):
        if isinstance(statement.value, Target):
            groups.setdefault(fold(statement.value.name), []).append(statement.value)
    return tuple(map(_merged, groups.values()))


def _merged(group: list[Target]) -> Target:
    kinds = [t.kind for t in group if t.kind is not TargetKind.OTHER]
    owners = [t.owner for t in group if t.owner is not None]
    return Target(group[0].name, next(iter(kinds), TargetKind.OTHER), next(iter(owners), None))
