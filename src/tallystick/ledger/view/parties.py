"""Each party to an incident once, though its documents name it by its state, its army or its sort.

One paper blames "the army", another "the Ruritanian Armed Forces", a third "Ruritania": to a reader
of all three they are one. Within one document the reader of texts has seen to that already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tallystick.ledger.view.accounts import Evidence
from tallystick.ledger.view.setting import where
from tallystick.model.statement import Field
from tallystick.model.values import ActorRef
from tallystick.vocab.actors import ActorKind, actor_book

_ORGANS = ("mil", "gov", "state")  # of a state, the exactest first
_STATE = frozenset((ActorKind.MILITARY, ActorKind.GOVERNMENT, ActorKind.MINISTRY, ActorKind.STATE))


def one_party(evidence: Evidence) -> Callable[[ActorRef], ActorRef]:
    """Who is meant by an attacker, under the exactest name that some document has for it.

    Organs of one state are its army where that is named, else its government. "The army" is that
    of the country in which it happened, if some document names it as that country's.
    """
    said = (*evidence.asserted(Field.ATTACKER), *evidence.denied(Field.ATTACKER))
    ids = {s.value.id for s in said if isinstance(s.value, ActorRef) and s.value.id}
    states = {country: _exactest(country, ids) for country in filter(None, map(_state, ids))}
    place = where(evidence)
    own = states.get(place.country.lower()) if place and place.country else None

    def meant(actor: ActorRef) -> ActorRef:
        id = states.get(_state(actor.id) or "") if actor.id else None
        id = id or (own if actor.id and _is_sort_of_state(actor.id) else None)
        return ActorRef(actor_book().get(id).name, id) if id else actor

    return meant


def _state(id: str) -> str | None:
    """The country of which it is an organ, as the code in the id; ``None`` for anybody else."""
    organ, _, country = id.partition("-")
    return country if organ in _ORGANS and len(country) == 2 else None


def _exactest(country: str, ids: Iterable[str]) -> str:
    return next(id for o in _ORGANS if (id := f"{o}-{country}") in ids)


def _is_sort_of_state(id: str) -> bool:
    """ "The army", "the government", no word for police or militias as well."""
    actor = actor_book().get(id) if id in actor_book() else None
    return actor is not None and actor.is_collective and frozenset(actor.covers) <= _STATE
