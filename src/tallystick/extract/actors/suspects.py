"""Those whom the law holds or seeks for what was just told, or who own up to it, in a sentence that
tells no attack.

Reports of crimes end on them: "Two suspects **were arrested** in Ostrel." "Ann Tarrow, 30, **was
charged**." "Police **are looking for** a man in a red cap." What it is for was told before; where
the words give something else ("for looting", "with theft of a car"), it is none of this.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from tallystick.extract.actors.private_names import APPOSITION, JOINED, SUSPECT, names
from tallystick.extract.actors.strangers import called
from tallystick.extract.annotate import Annotations
from tallystick.extract.drafts import Draft
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import ActorRef
from tallystick.vocab.caseless import caseless

__all__ = ["suspects"]

_CHARGED = r"(?:charged|indicted|arraigned|booked)"
_HELD = (
    r"(?:re-?arrested|arrested|detained|apprehended|captured|caught|held|jailed|remanded|sought|"
    r"hunted|wanted|questioned|interrogated|(?:taken\s+into|in)\s+(?:police\s+)?custody|under\s+arrest|picked\s+up|rounded\s+up|"
    r"at\s+large|on\s+the\s+run)"
)
_LAW = caseless(
    rf"\b(?:{_CHARGED}|{_HELD}|arrest|named|identified|looking|searching|seeking|hunting|confess(?:ed|es)|"
    r"pleaded|pleads|admitted)\b"
)
_SOMEBODY = (
    r"(?P<who>(?:(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|several|another|\d{1,2})\s+)?"
    r"(?:(?:(?:main|prime|chief|alleged|second|third|fourth|fifth|other|local|young|teenage|unnamed|"
    r"armed|masked|\d{1,2}-year-old)\s+){0,2}"
    r"(?:suspects?|m[ae]n|wom[ae]n|boys?|girls?|youths?|teens?|teenagers?|brothers|pair|trio)|"
    r"\d{1,2}-year-old))\b"
)
_AGE = r"(?:,?\s+(?:both\s+|all\s+)?(?:aged\s+|of\s+)?\d{1,2}(?:\s+(?:and|to)\s+\d{1,2})?\b,?)?"
_WAS = (
    r"\s+(?:(?:was|were|is|are|has|have|had|been|being|remains?|later|also|since|now|still|\w+ly)"
    r"\s+){1,4}"
)
_PASSIVE = caseless(
    rf"{_SOMEBODY}{_AGE}(?:\s+from\s+[\w’' -]{{3,30}}?)?{_WAS}(?P<law>{_CHARGED}|{_HELD})\b"
)
_NAMED = caseless(rf"{APPOSITION}{_WAS}(?P<law>{_CHARGED}|{_HELD})\b")
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
_OWNS_UP = caseless(
    rf"{APPOSITION},?\s+(?:(?:has|had|have|later|also|both|since|\w+ly)\s+)*(?:confess(?:ed|es)|"
    r"plead(?:ed|s)\s+guilty|admitted)"
    r"(?:\s+to)?(?=[.;,]|\s+(?:on|at|in|during|after|before|when|it|all|both|guilt|responsibility|"
    r"the\s+(?:crimes?|deed|charges?|counts?|murders?|killings?|attacks?|shootings?|stabbings?|"
    r"bombings?|robber(?:y|ies)|arsons?))\b)(?!\s+(?:to|in)\s+(?:theft|fraud|possess\w*|lying))"
)
_IDENTIFIED = caseless(  # "Two men were arrested. **They were identified as** Ann Tarrow and"
    r"(?:he|she|they|both|(?:one|all|each)\s+of\s+them|the\s+(?:\w+\s+){0,2}?(?:m[ae]n|wom[ae]n|pair|"
    r"two|three|suspects?|youths?|boys?|girls?|teenagers?|brothers))\s+(?:was|were|is|are|has\s+been|"
    r"have\s+been)\s+(?:later\s+|since\s+|\w+ly\s+)?(?:identified|named)\s+(?:by\s[^;,.]{2,40}?\s)?as\s+"
    r"(?:\d{1,2}-year-old\s+)?$"
)


def suspects(notes: Annotations, sentence: Span) -> Iterator[Draft]:
    """Who is charged with what was told (blamed), held or sought for it (in doubt), or owns up."""
    if not _LAW.search(notes.text, sentence.start, sentence.end):
        return
    for form in (_PASSIVE, _ACTIVE):
        for match in form.finditer(notes.text, sentence.start, sentence.end):
            if not _OTHER_THING.match(notes.text, match.end(), sentence.end):
                who = ActorRef(called(notes.text[slice(*match.span("who"))]))
                yield Draft(Field.ATTACKER, who, Span(*match.span("who")), _stance(match["law"]))
                return
    yield from _identified(notes, sentence)
    yield from _by_name(notes, sentence)


def _before(notes: Annotations, sentence: Span) -> str | None:
    """The law's word for somebody without a name in the sentence before; ``None`` for none."""
    at = bisect_left(notes.sentences, sentence.start, key=lambda s: s.span.start) - 1
    if at < 0:
        return None
    told = notes.sentences[at].span
    found = (form.search(notes.text, told.start, told.end) for form in (_PASSIVE, _ACTIVE))
    return next((match["law"] for match in found if match), None)


def _identified(notes: Annotations, sentence: Span) -> Iterator[Draft]:
    """Those by name who were caught a sentence before: "They were identified as **Ann Tarrow**"."""
    end = sentence.start
    law: str | None = None
    for name in names(notes, sentence):
        if law is None and _IDENTIFIED.match(notes.text, sentence.start, name.start):
            law = _before(notes, sentence)
        elif law is not None and not JOINED.match(notes.text, end, name.start):
            return
        if law is None:
            return
        yield Draft(Field.ATTACKER, ActorRef(SUSPECT), name, _stance(law))
        end = name.end


def _by_name(notes: Annotations, sentence: Span) -> Iterator[Draft]:
    """ "**Ann Tarrow**, 30, and **Lou Marn**, 31, were charged": each of them."""
    listed: list[Span] = []
    stance = Stance.CLAIMS
    for name in reversed(list(names(notes, sentence))):
        if listed:
            if not JOINED.match(notes.text, name.end, listed[0].start):
                break
        else:
            match = _NAMED.match(notes.text, name.end, sentence.end)
            if match and not _OTHER_THING.match(notes.text, match.end(), sentence.end):
                stance = _stance(match["law"])
            elif not _OWNS_UP.match(notes.text, name.end, sentence.end):
                continue
        listed.insert(0, name)
    for span in listed:
        yield Draft(Field.ATTACKER, ActorRef(SUSPECT), span, stance)


def _stance(law: str) -> Stance:
    return Stance.BLAMES if _CHARGE.match(law) else Stance.DOUBTS
