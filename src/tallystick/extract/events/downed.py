"""Aircraft with people in them that are brought down, or shot at in flight.

Whatever it was done with, a gun or a missile, such an act is an attack and no shelling, shooting
or air strike: "shot down a helicopter", "a jet was hit by machine-gun fire".
"""

from __future__ import annotations

from tallystick.model.document import Span
from tallystick.vocab.caseless import caseless

__all__ = ["is_downing"]

_CRAFT = (
    r"(?<!unmanned )(?<!pilotless )(?:helicopters?|(?:war|air)?planes?|jets?|aircraft|airliners?|"
    r"gunships?|choppers?|bombers?|airships?|gliders?|(?:mig|su|an|il|mi|uh|f|oh|ov|ch|ka)-\d+\w*)\b"
    r"(?! (?:debris|parts?|hangars?|crews?|bombs?|drones?|carriers?))"
)
_DOWNS = caseless(
    r"(?:sho(?:ot|ots|t|oting)[ -]down|br(?:ing|ings|inging|ought)[ -]down|down(?:s|ed|ing)|"
    r"fell(?:ed|ing))$"
)
_DOWNED = caseless(rf"(?: of)?(?: [\w’'-]+){{0,4}}? {_CRAFT}")
_SPLIT = caseless(rf" (?:it|them|(?:an?|the|one|two) (?:[\w’'-]+ ){{0,3}}{_CRAFT}) down\b")
_HIT = caseless(r"(?:hit|struck|fired|fired (?:at|on|upon)|shot at|crashed|went down|came down)$")
_BEFORE = caseless(
    rf"\b{_CRAFT}(?:,? (?:that|which))?(?: (?:had|have|has|was|were|been|being|be|to|reportedly|"
    r"\w+ly)){0,4} $"
)
_FIRE = caseless(r"(?: (?:at|on|upon))? (?:by|with|from|in|over|during|near|while|on its)\b")
_DOWNED_BEFORE = caseless(rf"\b{_CRAFT}[^.;,]{{0,30}} (?:was|were|been|being) (?:\w+ly )?$")


def is_downing(text: str, sentence: Span, act: Span) -> bool:
    """Whether the words for an act have people in the air as what it was done to."""
    words = act.of(text)
    if _SPLIT.match(text, act.end, sentence.end) and words.lower() in _VERBS:
        return True
    if _DOWNS.search(words):
        passive = _DOWNED_BEFORE.search(text, sentence.start, act.start)
        return passive is not None or _DOWNED.match(text, act.end, sentence.end) is not None
    in_flight = _HIT.search(words) and _BEFORE.search(text, sentence.start, act.start)
    return bool(in_flight) and _FIRE.match(text, act.end, sentence.end) is not None


_VERBS = frozenset(("shot", "shoot", "shoots", "brought", "bring", "took", "forced"))
