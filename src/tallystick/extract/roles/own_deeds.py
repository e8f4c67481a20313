"""Acts that a source tells of as its own, beside the trigger that tells of them."""

from __future__ import annotations

import re

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.events.triggers import Trigger
from tallystick.extract.quotation.attribution import Attribution
from tallystick.extract.quotation.own_acts import OWN, is_armed, is_possessed
from tallystick.model.document import Span
from tallystick.model.statement import Stance
from tallystick.vocab.caseless import caseless
from tallystick.vocab.lexicon import Strength

_GROUP = r"the (?:group|movement|militia|organi[sz]ation|faction)"
_TELLS_OWN = caseless(
    rf"(?:^|(?<!\bto)(?<!\bwith)(?<!\bnone\sof)[\s“\"])(?P<who>{OWN}|to|{_GROUP})\s+(?:(?:had|have|has|also|all|then|successfully|today|yesterday|"
    r"earlier|jointly|were|was|directly)\s+)*(?P<verb>(?:carried out|launched|conducted|staged|"
    r"mounted|perpetrated|executed|made|behind|responsible for)\s+(?:[\w'’,-]+\s+){0,7}|"
    r"(?:inflicted|caused|killed|wounded|destroyed|captured|seized)\s+(?:[\w'’,-]+\s+){1,9}?"
    r"(?:in|during)\s+(?:an?|the|its|their)\s+(?:[\w'’-]+\s+){0,3})?[“\"]?(?:\w+ly\s+)?$"
)
_NO_ACT = re.compile(
    r"\b(?:suffered|received|survived|came under|repelled|foiled|(?:inquir|enquir)(?:y|ies)|"
    r"investigations?|probe|search(?:es)?|manhunt|inquest|appeals?)\b",
    re.IGNORECASE,
)


def says_own(
    notes: Annotations,
    voice: Attribution,
    trigger: Trigger,
    *,
    known: bool = True,
    group: bool = False,
) -> bool:
    """Whether a source tells of its own act.

    "The group said **it** had targeted ...", "said **its fighters carried out** the attack",
    "said it **was behind** the bombing", "claimed **to have** hit". A source that is not
    ``known`` for a side must be called one, or have men of its own; only one that speaks for a
    ``group`` means itself by "the group".
    """
    denied = voice.stance in (Stance.DENIES, Stance.BLAMES)
    answered = trigger.word.strength is Strength.INTERCEPT  # shooting a drone down is no attack
    if denied or answered or trigger.passive or not voice.content.contains(trigger.span):
        return False
    between = notes.text[max(voice.content.start, trigger.span.start - 140) : trigger.span.start]
    told = _TELLS_OWN.search(between)
    if told is None or _OF_WORDS.search(between, 0, told.start("who")):
        return False  # "called the reports its army had fired untrue"
    if _NO_ACT.search(between) or _NONE.match(notes.text, trigger.span.end):
        return False
    if trigger.word.strength in _OF_THINGS and not _OBJECT.match(notes.text, trigger.span.end):
        return False  # "said a bomb was found before it exploded"
    if told["who"].lower().startswith("the ") and not group:
        return False
    if told["who"].lower() in _ONE and _is_body(notes, voice.source):
        return False  # "police said he had struck the man"
    if told["who"].lower() == "to" and not _TO_HAVE.fullmatch(between):
        return False
    if not (known or is_possessed(told["who"]) or is_armed(voice.source.of(notes.text))):
        return False
    return trigger.verb != bool(told["verb"]) or (trigger.verb and told["verb"] is None)


_ONE = ("he", "she")
_TEXT = caseless(r"\b(?:statement|communiqu[eé]|report|release|message|post|letter|document)s?$")


def _is_body(notes: Annotations, source: Span) -> bool:
    """Whether those who speak are no one person: a body by its name, a statement."""
    named = any(n.span.end == source.end for n in inside(notes.actors, source))
    return named or _TEXT.search(source.of(notes.text)) is not None


_OF_THINGS = (Strength.EXPLODE, Strength.LAND)
_OBJECT = re.compile(r"\s+(?:an?|the|its|their|two|three|several|\d+)\s", re.IGNORECASE)
_OF_WORDS = caseless(r"\b(?:reports?|claims?|allegations?|accusations?|charges?)\s+(?:that\s+)?$")
_NONE = re.compile(r"\s+(?:neither|none|nothing|nobody|no)\b", re.IGNORECASE)
_TO_HAVE = re.compile(r"\s*to\s+have\s+(?:\w+ly\s+)?", re.IGNORECASE)
