"""Those whom the law holds or seeks for what was just told, in a sentence that tells no attack.

Reports of crimes end on them: "Two suspects **were arrested** in Ostrel." "Ann Tarrow, 30, **was
charged**." "Police **are looking for** a man in a red cap." What it is for was told before; where
the words give something else ("for looting", "with theft of a car"), it is none of this.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tallystick.extract.actors.strangers import called
from tallystick.extract.annotate import Annotations
from tallystick.extract.drafts import Draft
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import ActorRef
from tallystick.vocab.caseless import caseless
from tallystick.vocab.pattern import Pattern

__all__ = ["suspects"]

_PRIVATE = "suspect"  # what is kept for a private person's name
_CHARGED = r"(?:charged|indicted|arraigned|booked)"
_HELD = (
    r"(?:re-?arrested|arrested|detained|apprehended|captured|caught|held|jailed|remanded|sought|"
    r"hunted|wanted|(?:taken\s+into|in)\s+(?:police\s+)?custody|under\s+arrest|picked\s+up|rounded\s+up|"
    r"at\s+large|on\s+the\s+run)"
)
_LAW = caseless(rf"\b(?:{_CHARGED}|{_HELD}|arrest|named|looking|searching|seeking|hunting)\b")
_SOMEBODY = (
    r"(?P<who>(?:(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|several|another|\d{1,2})\s+)?"
    r"(?:(?:(?:main|prime|chief|alleged|second|third|fourth|fifth|other|local|young|teenage|unnamed|"
    r"armed|masked|\d{1,2}-year-old)\s+){0,2}"
    r"(?:suspects?|m[ae]n|wom[ae]n|boys?|girls?|youths?|teens?|teenagers?|brothers|pair|trio)|"
    r"\d{1,2}-year-old))\b"
)
_PERSON = caseless(rf"{_SOMEBODY}$")
_AGE = r"(?:,?\s+(?:both\s+|all\s+)?(?:aged\s+|of\s+)?\d{1,2}(?:\s+(?:and|to)\s+\d{1,2})?\b,?)?"
_WAS = (
    r"\s+(?:(?:was|were|is|are|has|have|had|been|being|remains?|later|also|since|now|still|\w+ly)"
    r"\s+){1,4}"
)
_PASSIVE = caseless(
    rf"{_SOMEBODY}{_AGE}(?:\s+from\s+[\w’' -]{{3,30}}?)?{_WAS}(?P<law>{_CHARGED}|{_HELD})\b"
)
_NAME = Pattern(
    r"(?P<who>(?-i:\b[A-Z][a-z’'-]+(?:\s(?:[A-Z]\.|[A-Z][\w’'-]+)){1,2}))"
    rf"{_AGE}{_WAS}(?P<law>{_CHARGED}|{_HELD})\b",
    re.IGNORECASE,
)
_AND = Pattern(
    rf"(?P<who>(?-i:\b[A-Z][a-z’'-]+(?:\s(?:[A-Z]\.|[A-Z][\w’'-]+)){{1,2}})){_AGE}\s+and\s+$",
    re.IGNORECASE,
)
_POLICE = (
    r"\b(?:police|officers|deputies|detectives|investigators|troopers|agents|authorities)\s+"
    r"(?:(?:have|had|has|are|were|is|also|later|now|still|since|\w+ly)\s+){0,3}"
)
_ACTIVE = caseless(
    rf"{_POLICE}(?P<law>arrested|detained|apprehended|caught|captured|looking\s+for|searching\s+for|"
    rf"seek|seeking|hunting(?:\s+for)?|charged)\s+{_SOMEBODY}"
)
_OTHER_THING = caseless(  # what it is for, if not for what was told
    r"[^.;]{0,50}?\s(?:for|with|over|on\s+(?:a\s+|two\s+|several\s+)?(?:charges?|suspicion|warrants?)|"
    r"in\s+connection|accused|suspected|after|during|following|when|while|as)\b"
)
_CHARGE = caseless(rf"{_CHARGED}$")


def suspects(notes: Annotations, sentence: Span) -> Iterator[Draft]:
    """Who is charged with what was told (blamed), held or sought for it (in doubt)."""
    if not _LAW.search(notes.text, sentence.start, sentence.end):
        return
    for form in (_PASSIVE, _NAME, _ACTIVE):
        for match in form.finditer(notes.text, sentence.start, sentence.end):
            if not _OTHER_THING.match(notes.text, match.end(), sentence.end):
                yield from _listed(notes, sentence, match)
                return


def _listed(notes: Annotations, sentence: Span, match: re.Match[str]) -> Iterator[Draft]:
    """ "**Ann Tarrow**, 30, and **Lou Marn**, 31, were charged": each of them."""
    charged = _CHARGE.match(match["law"]) is not None
    stance = Stance.BLAMES if charged else Stance.DOUBTS
    named = _AND.search(notes.text, sentence.start, match.start())
    for span in (named.span("who"), match.span("who")) if named else (match.span("who"),):
        words = notes.text[slice(*span)]
        who = ActorRef(called(words) if _PERSON.match(words) else _PRIVATE)
        yield Draft(Field.ATTACKER, who, Span(*span), stance)
