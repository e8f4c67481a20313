"""Attacks that a side owns by saying why they were made, without a word of claiming.

"The Front described the raid as **an answer** to the burning of a village", "a caller who spoke for
the Front said **the victim was** an informer": who gives the reason of an attack is its author.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from tallystick.extract.actors.sides import actor_ref, sides
from tallystick.extract.actors.unlisted_sides import named_after
from tallystick.extract.annotate import Annotations, Named
from tallystick.extract.drafts import Draft
from tallystick.extract.roles.claim_words import EVENTS
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.vocab.actors import ActorKind
from tallystick.vocab.caseless import caseless
from tallystick.vocab.pattern import Pattern

_REASON = (
    r"(?:in\s+(?:direct\s+)?(?:retaliation|revenge|reprisal|response|answer|reply|vengeance|return)\b|"
    r"(?:an?\s+|the\s+|its\s+|their\s+)?(?:act\s+of\s+)?(?:(?!natural|normal|legitimate|understandable)"
    r"[\w-]+\s+)?(?:retaliation|revenge|reprisals?|response|answer|reply|vengeance|retribution|"
    r"punishment)\b)"
)
_IT = rf"(?:the|this|that|these|those|both|all)\s+(?:[\w-]+\s+){{0,2}}?(?:{EVENTS}|bombs?|rockets)"
_IT_WAS = rf"(?:it|this)\s+(?:was|is)\s+(?:\w+ly\s+)?(?:carried\s+out\s+)?{_REASON}\s+(?:to|for)\b"
_ON = r"(?:\s+(?:in|at|on|near|of)\s+[^.;,\"“]{2,40}?)?"
_IN_WHICH = r"(?:\s+(?:in\s+an?\s+[\w\s-]{3,40}?|on\s+\w+day|\w+day|later|yesterday|today))?"
GIVES_REASON = caseless(
    rf"\b(?:said|says|stated|wrote|announced|declared|explained){_IN_WHICH}\s+(?:that\s+)?{_IT}{_ON}\s+"
    rf"(?:avenged\b|(?:was|were|is|are|came|had\s+been)\s+(?:\w+ly\s+)?(?:carried\s+out\s+)?{_REASON})|"
    rf"\b(?:said|says|stated|wrote|announced|declared){_IN_WHICH}\s+(?:that\s+)?{_IT_WAS}|"
    rf"\b(?:describ(?:ed|es)|call(?:ed|s)?|present(?:ed|s)|termed)\s+{_IT}{_ON}\s+(?:as\s+)?[\"“]?"
    rf"{_REASON}"
)
"""The words after a side that gives the reason of an attack: of an armed group its own."""

_IN_ITS_NAME = caseless(
    r"\b(?:callers?|m[ae]n|wom[ae]n|voice|letters?|e-?mails?|leaflets?|notes?|pamphlets?)\b"
    r"[^.;:]{0,70}?\b(?:(?:speak(?:s|ing)?|spoke)\s+for|on\s+behalf\s+of|in\s+the\s+name\s+of|"
    r"signed(?:\s+by)?|represent(?:ing|ed)?|using\s+the\s+(?:cover\s+)?name(?:\s+of)?|"
    r"identif(?:ied|ying)\s+(?:him|her|it)self\s+as\s+(?:being\s+)?(?:from|of))\s+(?:the\s+)?[\"“]?"
)
_ON_THE_DEED = Pattern(
    rf"[^.;]{{0,90}}?\b(?:said|says|saying|told\s[^.;]{{3,60}}?|wrote)\s+(?:\w+\s+)?(?:that\s+)?[\"“]?"
    rf"(?:the\s+(?:[\w-]+\s+)?(?:{EVENTS}|victims?|dead|m[ae]n|soldiers|police\w*|officers?|bombs?)|"
    rf"he|she|they)\s+(?:was|were|had\s+been|avenged|deserved)\s+[^.;]+|"
    rf"[^.;]{{0,90}}?\b(?:said|says|saying|wrote)\s+(?:that\s+)?[\"“]?{_IT_WAS}[^.;]*",
    re.IGNORECASE,
)
_NOT_ITS_OWN = Pattern(
    r"\b(?:not|never|no|nothing|none|by|work\s+of|crimes?|condemn\w*|mistakes?|would|will|behind)\b|"
    r"n[’']t\b",
    re.IGNORECASE,
)
_MOST = 4  # callers in a sentence
_GROUPS = (ActorKind.ARMED_GROUP, ActorKind.MILITIA)


def owned_by_caller(notes: Annotations, sentence: Span) -> Iterator[Draft]:
    """The group in whose name somebody calls or writes about those whom an attack has hit."""
    names = sides(notes, sentence)
    found = _IN_ITS_NAME.finditer(notes.text, sentence.start, sentence.end)
    for match in islice(found, _MOST):
        named = next((n for n in names if n.span.start == match.end()), None)
        named = named or next((n for n in names if _holds(n.span, match.end())), None)
        named = named or _unlisted(notes, match.end(), sentence.end)
        if named is None or not _is_group(named):
            continue
        told = _ON_THE_DEED.match(notes.text, named.span.end, sentence.end)
        if told is not None and _NOT_ITS_OWN.search(told.group()) is None:
            yield Draft(Field.ATTACKER, actor_ref(named), named.span, Stance.CLAIMS)


def _unlisted(notes: Annotations, start: int, end: int) -> Named | None:
    name = named_after(notes, start, end)
    return Named(name, None, " ".join(name.of(notes.text).split())) if name else None


def _holds(span: Span, offset: int) -> bool:
    """Whether a name begins at an offset or with the article before it."""
    return span.start <= offset < span.end


def _is_group(named: Named) -> bool:
    return named.actor is None or named.actor.kind in _GROUPS
