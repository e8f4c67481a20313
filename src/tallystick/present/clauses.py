"""One value as a clause of English, and who says it: the parts of a brief."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum

from tallystick.model.statement import SourceChain, Stance, Standing
from tallystick.model.values import (
    ActorRef,
    Casualties,
    CountRange,
    Damage,
    DamageLevel,
    Fate,
    Outcome,
    PartialDate,
    Place,
    Response,
    WeaponUse,
)
from tallystick.present import words


class Manner(Enum):
    """How a source says something, as a sentence can show it."""

    SAYS = "says"
    CLAIMS = "claims"
    CONFIRMS = "confirms"
    DENIES = "denies"
    DOUBTS = "doubts"


_MANNERS = {
    Stance.CLAIMS: Manner.CLAIMS,
    Stance.CONFIRMS: Manner.CONFIRMS,
    Stance.DENIES: Manner.DENIES,
    Stance.DOUBTS: Manner.DOUBTS,
}
_VERBS = {
    Manner.CLAIMS: "claimed that",
    Manner.CONFIRMS: "confirmed that",
    Manner.DENIES: "denied that",
    Manner.DOUBTS: "held it unconfirmed that",
}


def manner(stance: Stance) -> Manner:
    """How a source with this stance says something."""
    return _MANNERS.get(stance, Manner.SAYS)


_FATES = {
    Fate.HIT: ("hit the target", "hit the target"),
    Fate.INTERCEPTED: ("was intercepted", "were intercepted"),
    Fate.FELL_SHORT: ("missed or fell short", "missed or fell short"),
    Fate.CRASHED: ("crashed", "crashed"),
    Fate.FAILED_TO_EXPLODE: ("failed to explode", "failed to explode"),
    Fate.DEFUSED: ("was defused", "were defused"),
    Fate.REPELLED: ("was repelled", "were repelled"),
}
_STOOD = {
    Standing.HAPPENED: "it happened",
    Standing.PREVENTED: "it was prevented",
    Standing.PLANNED: "it was planned or threatened",
    Standing.HYPOTHETICAL: "it could happen",
    Standing.BACKGROUND: "it had happened before",
}
_MOST_NAMED = 3


def weapon_used(use: WeaponUse) -> str:
    """``two drones were used``."""
    singular, plural = words.weapon_nouns(use.type)
    return f"{words.weapon_phrase(use)} {_be(use.count, mass=singular == plural)} used"


def fate_met(outcome: Outcome, *, single: bool = False) -> str:
    """``one drone was intercepted``; ``single`` where one of the weapon was used in all."""
    verb = _FATES[outcome.fate]
    if outcome.weapon is None and outcome.count is None:
        return f"the attack {verb[0]}"
    nouns = words.weapon_nouns(outcome.weapon) if outcome.weapon else ("weapon", "weapons")
    if outcome.count is None and single:
        return f"the {nouns[0]} {verb[0]}"
    one = outcome.count == CountRange(1, 1) or (outcome.count is None and nouns[0] == nouns[1])
    return f"{words.counted(outcome.count, *nouns)} {verb[0] if one else verb[1]}"


def hurt(people: Casualties, verb: str) -> str:
    """``two civilians were killed``, ``no one was injured``."""
    subject = words.person_phrase(people)
    return f"{subject} {'was' if subject == 'no one' else _be(people.count)} {verb}"


def damaged(damage: Damage) -> str:
    """``there was damage (“an empty depot”)``."""
    if damage.level is DamageLevel.NONE:
        return "there was no damage"
    degree = "heavy damage" if damage.level is DamageLevel.HEAVY else "damage"
    return f"there was {degree}" + (f" (“{damage.what}”)" if damage.what else "")


def answered(response: Response) -> str:
    """``a response by the army was reported (“search of the area”)``."""
    by = f" by {words.with_article(response.by.name)}" if response.by else ""
    return f"a response{by} was reported (“{response.what}”)"


def dated(when: PartialDate) -> str:
    """``it happened on 22 October 2023``."""
    return f"it happened {words.date_phrase(when)}"


def placed(where: Place) -> str:
    """``it happened at Ain al-Asad, Anbar, Iraq``."""
    return f"it happened {words.place_phrase(where)}"


def stood(standing: Standing) -> str:
    """``it was prevented``."""
    return _STOOD[standing]


def author(actor: ActorRef, stance: Stance, chains: Sequence[SourceChain]) -> str:
    """Who claims, blames, suspects, denies or simply names the author."""
    name = words.with_article(actor.name)
    match stance:
        case Stance.CLAIMS:
            return f"{name} claimed it"
        case Stance.BLAMES:
            return f"{speakers(chains)} blamed {name}"
        case Stance.DOUBTS:
            return f"{speakers(chains)} suspected {name}"
        case Stance.DENIES if all(_speaks_for(actor, chain) for chain in chains):
            return f"{name} denied having carried it out"
        case Stance.DENIES:
            return f"{speakers(chains)} denied that {name} carried it out"
        case _:
            return f"{name} carried it out, according to {speakers(chains)}"


def _speaks_for(actor: ActorRef, chain: SourceChain) -> bool:
    if not chain:
        return False
    first = chain[0]
    return words.bare(first.name) == words.bare(actor.name) or (
        actor.id is not None and first.actor == actor.id
    )


def _be(count: CountRange | None, *, mass: bool = False) -> str:
    if count is None:
        return "was" if mass else "were"
    single = (count.low, count.high) == (1, 1) or (count.low, count.high) == (None, 1)
    return "was" if single or count == CountRange(1, None) else "were"


def speakers(chains: Iterable[SourceChain]) -> str:
    """Who says it, each once; beyond three, ``and others``.

    One speaker comes with those who quote it; several with what quotes them all, if one does.
    """
    chains = list(dict.fromkeys(chains))
    if len({words.chain_phrase(chain) for chain in chains}) < 2:
        return words.chain_phrase(chains[0]) if chains else ""
    names = list(dict.fromkeys(words.chain_phrase((*chain[:1], *chain[-1:])) for chain in chains))
    if len(names) > _MOST_NAMED:
        names = [*names[:_MOST_NAMED], "others"]
    through = {chain[1:-1] for chain in chains}
    quoted = words.quoted_by(next(iter(through))) if len(through) == 1 else ""
    return words.joined(names) + quoted


def attributed(parts: Sequence[str], manner: Manner, who: str) -> str:
    """Clauses as one sentence with those who say them; without anybody, as they are."""
    if manner is Manner.SAYS:
        told = words.joined(parts)
        return f"according to {who}, {told}" if who else told
    link = " or that " if manner is Manner.DENIES else " and that "
    return f"{who}{',' if ', quoted by ' in who else ''} {_VERBS[manner]} {link.join(parts)}"
