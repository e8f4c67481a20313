"""Attacks told of what they were made on: their subject is the target.

"The market **came under bombardment**", "the ferry was **fired upon**".
"""

from __future__ import annotations

import re
from dataclasses import replace

from tallystick.extract.events.triggers import Trigger
from tallystick.model.document import Span
from tallystick.vocab.caseless import caseless
from tallystick.vocab.lexicon import Strength

_CAME_UNDER = caseless(
    r"\b(?:was|were|is|are|became|been)\s+the\s+(?:[\w-]+\s+)?targets?\s+of\s+(?:an?\s+|the\s+)?"
    r"(?:[\w-]+\s+){0,3}$|\b(?:c[ao]me|comes|coming|been|was|were|are|is|remain\w*)\s+(?:\w+ly\s+)?under\s+(?:an?\s+|the\s+)?"
    r"(?:[\w-]+\s+){0,3}$"
)
_FIRED_UPON = re.compile(
    r"\s+(?:up)?on(?=\s*[.,;]|\s+(?:as|when|while|by|near|in|from|after|before|during|at|outside|"
    r"several|twice|again)\b|\s*$)",
    re.IGNORECASE,
)
_RUINED = (
    r"(?:destroyed|damaged|wrecked|level+ed|flattened|gutted|demolished|razed|ruined|"
    r"reduced to rubble|hit|struck|set (?:on fire|ablaze)|burn(?:ed|t)(?: down)?)"
)
_RUINED_BY = caseless(
    rf"\b(?:was|were|been|being|is|are)\s+(?:\w+ly\s+|also\s+)?{_RUINED}\s+(?:by|in|during)\s+"
    r"(?:an?\s+|the\s+|what\s+)?(?:[\w’'-]+\s+){0,3}$"
)
_AFTER_BEING = caseless(
    r",?\s+(?:after|when)\s+(?:being|having been|it was|they were)\s+(?:\w+ly\s+)?$"
)


def turned(text: str, clause: Span, trigger: Trigger) -> Trigger:
    """A trigger of which the subject before it is the target, read as a passive that ends there.

    "The market **came under bombardment**", "the plant was shut **after being hit**", "the mill
    **was wrecked in an air raid**", "the ferry was **fired upon**".
    """
    if trigger.passive and _FIRED_UPON.match(text, trigger.span.end, clause.end):
        word = replace(trigger.word, strength=Strength.STRONG)
        return replace(trigger, word=word)
    cues = (_AFTER_BEING,) if trigger.verb else (_CAME_UNDER, _RUINED_BY)
    found = (cue.search(text, clause.start, trigger.span.start) for cue in cues)
    match = next((m for m in found if m), None)
    if match is None or (trigger.verb and not trigger.passive):
        return trigger
    return replace(trigger, passive=True, span=Span(match.start(), trigger.span.end))
