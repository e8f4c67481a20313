"""Other accounts of an attack that was told: they belong to it, whatever they make of it.

    The militia denied that **its men had burnt houses**.
    It **accused the army of bombing it**.
    Villagers said that three **of the dead** had been shot in their fields the night before.

Who denies or answers a charge names other arms, and who tells of the dead another hour: one
incident with two accounts, not two incidents.
"""

from __future__ import annotations

from tallystick.extract.drafts import Draft
from tallystick.extract.frame import is_placed
from tallystick.extract.mention import Mention
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.vocab.caseless import caseless

__all__ = ["is_countercharge", "is_denied", "is_of_the_dead"]

_LAYING = caseless(  # "accused the army of", "blamed it for having"
    r"\b(?:accus\w+|blam\w+|charg\w+)\s[^.;:]{1,80}?\b(?:of|for)\s(?:having\s|(?:\w+ly)\s)*$"
)
_TOLD = caseless(  # and no day, place or figure of its own: "bombing it from the air."
    r"\s(?:it|them|him)(?:\s(?!(?:on|in|at|near|last|killing|leaving)\b)[a-z-]+){0,4}\s?[.;!?\"”]"
)
_REACH = 120


def is_countercharge(text: str, act: Span) -> bool:
    """Whether somebody is accused of an act upon what was told of before, named by a pronoun."""
    if not _TOLD.match(text, act.end):
        return False
    return _LAYING.search(text[max(0, act.start - _REACH) : act.start]) is not None


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
