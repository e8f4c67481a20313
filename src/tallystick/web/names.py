"""Whose names a list may show: those of the vocabulary, and of groups; never a private person's.

A name that only a text gives can be anybody's. On an incident's own page it stands in the
account that gives it, beside its source; lists, counts and feeds pass it over.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from tallystick.model.incident import Incident
from tallystick.model.values import ActorRef
from tallystick.present.brief import headline
from tallystick.vocab.actors import actor_book, unknown_group

UNLISTED = "a name outside the vocabulary"


@lru_cache(maxsize=8192)
def is_public(actor: ActorRef) -> bool:
    """Whether it is an actor of the vocabulary, a group by its words, or a sort of people."""
    if actor.id is not None:
        return actor.id in actor_book()
    if actor.name.islower():
        return True  # "gunmen", "tribal fighters"
    return any(hit.span.of(actor.name) == actor.name for hit in unknown_group(actor.name))


def public_headline(incident: Incident) -> str:
    """What, where and when in a sentence, with an author only where the name is public."""
    if all(map(is_public, incident.attackers)):
        return headline(incident)
    return headline(replace(incident, attackers=()))


def public_names(actors: Iterable[ActorRef]) -> str:
    """Their names for a list; those that may be a person's under one word for all."""
    names = [actor.name if is_public(actor) else UNLISTED for actor in actors]
    return ", ".join(dict.fromkeys(names))
