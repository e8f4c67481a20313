"""Other accounts of an attack that was told: they belong to it, whatever they make of it.

    The militia denied that **its men had burnt houses**.
    Villagers said that three **of the dead** had been shot in their fields the night before.

Who denies names other arms, and who tells of the dead another hour: one incident with two accounts,
not two incidents. Charges that answer charges are in :mod:`tallystick.extract.mentions.newness`.
"""

from __future__ import annotations

from tallystick.extract.frames.frame import is_placed
from tallystick.extract.mentions.mention import Mention
from tallystick.model.statement import Field, Stance
from tallystick.vocab.caseless import caseless

__all__ = ["is_denied", "is_looked_back_on", "is_of_the_dead"]


def is_denied(mention: Mention) -> bool:
    """Whether somebody denies to have done it, and says no day and no place: what was told. Who
    denies "targeting civilians" speaks of more."""
    if not _is_bare(mention) or Stance.DENIES not in _stances(mention):
        return False
    return _AT_LARGE.match(mention.sentence.text, mention.anchor.end) is None


def is_looked_back_on(mention: Mention) -> bool:
    """Whether somebody says on a later day that jets "had hit a training centre", and no day and no
    place of that: what was told before, by another account of it."""
    if mention.spoken is None or not mention.authors() or not _is_bare(mention):
        return False
    opening = mention.sentence.text[mention.sentence.span.start : mention.anchor.start]
    return _HAD.search(opening) is not None


_HAD = caseless(r"\bhad\s(?:(?:only|just|merely|indeed|simply|instead|in\sfact|\w+ly)\s)*$")


def _is_bare(mention: Mention) -> bool:
    """Whether one act is told outright without a day or a place."""
    single = not (mention.plural or mention.generic or mention.fresh)
    return single and mention.strong and mention.when is None and not is_placed(mention)


_AT_LARGE = caseless(r"\s(?:any\s|the\s)?(?:civilians?|innocents?|non-combatants|population)\b")


def _stances(mention: Mention) -> set[Stance | None]:
    """What is said of who did it."""
    return {d.stance for d in mention.drafts if d.field is Field.ATTACKER}


_DEAD = caseless(
    r"\b(?:of|among)\s(?:the\s(?:dead|slain|victims|deceased|wounded|injured)|those\s(?:killed|slain|"
    r"wounded|injured|who\s(?:had\s)?died))\b[^.;]{1,120}$"
)


def is_of_the_dead(mention: Mention) -> bool:
    """Whether it befell some of those who were told to be dead or hurt."""
    text = mention.sentence.text
    return _DEAD.search(text[mention.clause.start : mention.anchor.start]) is not None
