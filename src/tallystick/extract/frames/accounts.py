"""Other accounts of an attack that was told: they belong to it, whatever they make of it.

    The militia denied that **its men had burnt houses**.
    Villagers said that three **of the dead** had been shot in their fields the night before.

Who denies names other arms, and who tells of the dead another hour: one incident with two accounts,
not two incidents. Charges that answer charges are in :mod:`tallystick.extract.mentions.newness`.
"""

from __future__ import annotations

from tallystick.extract.drafts import Draft
from tallystick.extract.frames.frame import is_placed
from tallystick.extract.mentions.mention import Mention
from tallystick.model.statement import Field, Stance
from tallystick.vocab.caseless import caseless

__all__ = ["is_denied", "is_of_the_dead"]


def is_denied(mention: Mention) -> bool:
    """Whether somebody denies to have done it, and says no day and no place: what was told. Who
    denies "targeting civilians" speaks of more."""
    bare = mention.strong and mention.when is None and not is_placed(mention)
    single = not (mention.plural or mention.generic or mention.fresh)
    if not (bare and single and any(map(_denies, mention.drafts))):
        return False
    return _AT_LARGE.match(mention.sentence.text, mention.anchor.end) is None


_AT_LARGE = caseless(r"\s(?:any\s|the\s)?(?:civilians?|innocents?|non-combatants|population)\b")


def _denies(draft: Draft) -> bool:
    return draft.field is Field.ATTACKER and draft.stance is Stance.DENIES


_DEAD = caseless(
    r"\b(?:of|among)\s(?:the\s(?:dead|slain|victims|deceased|wounded|injured)|those\s(?:killed|slain|"
    r"wounded|injured|who\s(?:had\s)?died))\b[^.;]{1,120}$"
)


def is_of_the_dead(mention: Mention) -> bool:
    """Whether it befell some of those who were told to be dead or hurt."""
    text = mention.sentence.text
    return _DEAD.search(text[mention.clause.start : mention.anchor.start]) is not None
