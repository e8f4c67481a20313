"""Charges that answer a charge: "its men had not shelled the market, it said, and **accused the
army of bombing it**". Who answers so tells of the same attack, whatever arms he says there were:
one incident with two accounts.
"""

from __future__ import annotations

from tallystick.model.document import Span
from tallystick.vocab.caseless import caseless

__all__ = ["is_countercharge"]

_LAYING = caseless(  # "accused the army of", "blamed it for having"
    r"\b(?:accus\w+|blam\w+|charg\w+)\s[^.;:]{1,80}?\b(?:of|for)\s(?:having\s|(?:\w+ly)\s)*$"
)
_TOLD = caseless(  # and no day, place or figure of its own: "bombing it from the air."
    r"\s(?:it|them|him|her)(?:\s(?!(?:on|in|at|near|last|killing|leaving)\b)[a-z-]+){0,4}\s?[.;!?\"”]"
)
_REACH = 120


def is_countercharge(text: str, act: Span) -> bool:
    """Whether somebody is accused of an act upon what was told of before, named by a pronoun."""
    if not _TOLD.match(text, act.end):
        return False
    return _LAYING.search(text[max(0, act.start - _REACH) : act.start]) is not None
