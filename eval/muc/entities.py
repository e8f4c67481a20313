"""One entity once: what several statements of a report put into a template, gathered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from eval.muc.fillers import DAMAGE, fillers
from eval.muc.templates import DESCRIBED, Filler
from tallystick.model.statement import Statement
from tallystick.model.values import Damage


def entities(statements: Iterable[Statement], text: str) -> tuple[Filler, ...]:
    """The entities of a report's statements, each once, without victims who are perpetrators."""
    said = tuple(statements)
    kept = gathered(filler for statement in said for filler in fillers(statement, text))
    men = {name for filler in kept if filler.role == "PerpInd" for name in filler.mentions}
    damage = _damage_of_all(said, text)
    return tuple(
        replace(f, effect=damage) if f.role == "Target" and not f.effect else f
        for f in kept
        if not (f.role == DESCRIBED and men & set(f.mentions))
    )


def gathered(found: Iterable[Filler]) -> list[Filler]:
    """Fillers with those that are one entity made one: "bomb" and "powerful bomb"."""
    kept: list[Filler] = []
    for filler in found:
        at = next((i for i, known in enumerate(kept) if _same(known, filler)), None)
        if at is None:
            kept.append(filler)
        else:
            kept[at] = _both(kept[at], filler)
    return kept


def _same(one: Filler, other: Filler) -> bool:
    """Whether one says no more of the same noun than the other; dead are not wounded."""
    if one.role != other.role or (one.effect and other.effect and one.effect != other.effect):
        return False
    if one.role == "PerpOrg":
        return bool(set(one.mentions) & set(other.mentions))
    ours, theirs = one.mentions[0].split(), other.mentions[0].split()
    fewer, more = sorted((set(ours), set(theirs)), key=len)
    return ours[-1] == theirs[-1] and fewer <= more


def _both(one: Filler, other: Filler) -> Filler:
    """One entity by all its spellings, the fullest first; the number is that of those hurt."""
    spellings = tuple(dict.fromkeys(one.mentions + other.mentions))
    if one.role != "PerpOrg":
        spellings = tuple(sorted(spellings, key=len, reverse=True))
    hurt = one if one.effect and one.number not in ("", "PLURAL") else other
    return replace(
        one,
        mentions=spellings,
        effect=one.effect or other.effect,
        number=hurt.number or one.number,
        confidence=one.confidence or other.confidence,
    )


def _damage_of_all(statements: Iterable[Statement], text: str) -> str:
    """The damage that is told of nothing by name ("CAUSED HEAVY DAMAGE"); else ""."""
    told = (s for s in statements if isinstance(s.value, Damage) and not list(fillers(s, text)))
    return next((DAMAGE[s.value.level] for s in told if isinstance(s.value, Damage)), "")
