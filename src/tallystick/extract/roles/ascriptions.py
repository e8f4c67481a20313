"""Whose deed somebody says an attack was, or was not, where the deed is only gone back to.

The same words for a part in a deed clear or charge a side, by who speaks of it and how:

    A villager said the Wolves had no hand in it.       ->  the Wolves, denied
    The elders denied that the Wolves had done this.    ->  the Wolves, denied
    Orsana said the shells came from Velian positions.  ->  Velia, blamed
    The Wolves, whom the police had named, ...          ->  the Wolves, blamed
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tallystick.extract.actors.sides import actor_ref, sides, with_listed
from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.quotation.attribution import Attribution
from tallystick.extract.roles.claim_words import EVENTS
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.vocab.caseless import caseless

_OBJECT = (
    rf"(?:(?:it|them|both|either|any|this|that|these|those)(?=\s*(?:[.,;:!\"”]|$)|\s+(?:and|but|or)\b)|"
    r"(?:the|this|that|these|those|both|all|any|either|last|two|an?|his|her|their)\s+"
    rf"(?:[\w’'-]+\s+){{0,4}}?(?:{EVENTS}|deaths?|crimes?|atrocit\w+|disappearances?|incidents?|bombs?|mines?))"
)
_PART = r"(?:hand|part|role|share|involvement|links?|connection|responsibility)"
_CLEARED = caseless(
    r"\b(?:(?:ha[ds]|have)\s+(?:had\s+)?(?:absolutely\s+)?(?:nothing\s+(?:\w+\s+)?to\s+do\s+with|"
    rf"no\s+(?:\w+\s+)?{_PART}\s+(?:in|to|with|for))\s+{_OBJECT}|"
    r"(?:was|were|is|are)\s+(?:not|never|in\s+no\s+way)\s+(?:\w+ly\s+)?"
    rf"(?:(?:behind|responsible\s+for|involved\s+in|guilty\s+of|to\s+blame\s+for)\s+{_OBJECT}|"
    r"(?:responsible|involved|guilty|to\s+blame)(?=\s*(?:[.,;:!\"”]|$)|\s+in\s+any\s+(?:way|shape|"
    r"form|sense|manner)\b|\s+(?:at\s+all|whatsoever)\b))|"
    r"(?:was|were)\s+not\s+the\s+(?:authors?|perpetrators?|culprits?)|"
    rf"(?:did|had)\s+not\s+(?:do|done|commit(?:ted)?|plant(?:ed)?|lay|laid|fired?|carr(?:y|ied)\s+out)\s+{_OBJECT})"
)
"""Words for having had no part in what was told, whoever is their subject."""
HAD_DONE = caseless(
    r"\b(?:carried\s+(?:it|this|that|them|both)\s+out|(?:did|done)\s+so(?=\s*(?:[.,;:!\"”]|$))|"
    r"(?:was|were|is|are)\s+(?:\w+ly\s+)?guilty(?:\s+of\s+(?:it|this|that|them|both))?(?=\s*(?:[.,;:!\"”]|$))|"
    r"(?:was|were|is|are)\s+the\s+(?:real\s+|true\s+)?(?:authors?|perpetrators?|culprits?)\b|"
    rf"(?:had|took)\s+(?:an?\s+)?(?:(?!no\b)\w+\s+)?{_PART}\s+in\s+{_OBJECT}|"
    r"(?:fired|launched|dropped)\s+(?:them|those|these)\b|set\s+(?:it|them)\s+off\b)"
)
"""The same for having done it."""
_ANY_PART = caseless(
    rf"\b(?:ha[ds]|have)\s+(?:had\s+)?any(?:thing\s+to\s+do\s+with|\s+(?:\w+\s+)?{_PART}\s+in)\s+{_OBJECT}|"
    rf"\b(?:was|were|is|are|had\s+been)\s+(?:\w+ly\s+)?(?:behind|involved\s+in|responsible\s+for)\s+{_OBJECT}"
)
_CAME_FROM = caseless(
    r"\b(?:fire|shells?|rounds?|rockets?|missiles?|mortars?|bombs?|bullets|shots?|projectiles?|drones?|"
    r"shelling|it|they)\s+(?:(?:had|have|has|must|could|can)\s+(?:only\s+)?(?:have\s+)?)?"
    r"(?:c[oa]me|originated|(?:was|were|been)\s+(?:fired|launched))\s+from\s+"
    r"(?:(?:(?:the|an?)\s+)?(?:positions?|lines?|side|batter(?:y|ies)|guns|territory|areas?)\s+"
    r"(?:of|held\s+by|controlled\s+by)\s+)?(?:the\s+|an?\s+)?(?=\w)"
)
_POSITIONS = re.compile(
    r"(?:['’]s?)?[\s-]+(?:(?:held|controlled|run|army|military|government)\s+)?(?:lines?|positions?|"
    r"side|territory|guns?|soil|batter(?:y|ies)|trenches|areas?|hands)\b",
    re.IGNORECASE,
)
_OF_POSITIONS = re.compile(r"\b(?:of|by)\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)
_WHOM = caseless(
    r",?\s+(?:(?:whom|which)\s+(?P<by>[^.;,]{2,50}?)\s+(?:(?:ha[ds]|have)\s+)?(?:(?:at\s+)?first\s+|"
    r"earlier\s+|also\s+|initially\s+|promptly\s+|\w+ly\s+)?(?:blam(?:ed|es?)|accus(?:ed|es?)|"
    r"named(?!\s+as\b)|fingered|suspect(?:ed|s)?|h[eo]ld(?:s)?\s+(?:responsible|accountable))|"
    r"to\s+(?:whom|which)\s+[^.;,]{2,60}?(?:attribut|ascrib)\w+|"
    r"on\s+(?:whom|which)\s+[^.;,]{2,60}?(?:laid|pinned|blamed|put))\b"
)
_DOUBTED = caseless(r"suspect|thought|believ")
_DENYING = caseless(
    r"\b(?:den(?:ied|ies|y|ying)|reject(?:ed|s|ing)|dismiss(?:ed|es|ing)|refut\w+)\b"
)
_OF_NO_ATTACK = caseless(
    r"\s+of\s+(?!(?:the|an?|this|that|it|having|carrying|kill|bomb|attack|shell|fir|murder|shoot|"
    r"abduct|kidnap|plant|lay|stag|organi[sz])\w*\b)"
)


def is_denied(text: str, voice: Attribution) -> bool:
    """Whether a source denies what it tells: "denied that the Wolves were behind it"."""
    return _DENYING.search(voice.cue.of(text)) is not None


def denied_parts(notes: Annotations, clause: Span) -> Iterator[tuple[re.Match[str], bool]]:
    """The words for a part in what was told, each with whether they say there was one."""
    for form, part in ((_CLEARED, False), (_ANY_PART, True)):
        for match in form.finditer(notes.text, clause.start, clause.end):
            yield match, part


def provenance(notes: Annotations, clause: Span, voice: Span) -> Iterator[Draft]:
    """ "The shells came from **rebel** positions": whose they are, as somebody says."""
    names = sides(notes, clause)
    for match in _CAME_FROM.finditer(notes.text, clause.start, clause.end):
        named = next((n for n in names if n.span.start == match.end()), None)
        if named is None or not voice.contains(Span(*match.span())):
            continue
        held = _POSITIONS.match(notes.text, named.span.end)
        if held or _OF_POSITIONS.search(match.group()):
            for each in with_listed(
                notes, [n for n in names if n.span.start >= match.end()], named
            ):
                yield Draft(Field.ATTACKER, actor_ref(each), each.span, Stance.BLAMES)


def laid_before(notes: Annotations, clause: Span) -> Iterator[Draft]:
    """ "**The Wolves**, whom the police had named, ..."."""
    for match in _WHOM.finditer(notes.text, clause.start, clause.end):
        named = next((n for n in inside(notes.actors, clause) if n.span.end == match.start()), None)
        if named is not None and not _OF_NO_ATTACK.match(notes.text, match.end()):
            doubted = _DOUBTED.search(match.group())
            stance = Stance.DOUBTS if doubted else Stance.BLAMES
            yield Draft(Field.ATTACKER, actor_ref(named), named.span, stance)
