"""Material damage: how bad, and what was damaged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.drafts import Draft
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.model.values import Damage, DamageLevel
from tallystick.vocab.caseless import caseless

_NO_DAMAGE = caseless(
    r"\b(?:no|without|not cause(?: any)?|"
    r"didn[’']t cause(?: any)?)\s+[\"“]?(?:[\w,]+\s+){0,5}?damage\b"
)
_DEGREE = (
    r"(?:heavy|severe|significant|extensive|serious|major|considerable|widespread|huge|massive|"
    r"great|some|more|minor|slight|limited|light|material|structural|property|moderate|partial)"
)
_DAMAGE = caseless(
    rf"\b(?:(?:caus(?:ed|ing|es)|inflict(?:ed|ing)|did|suffered|sustained|reported|"
    rf"resulted in)\s+(?:only\s+)?"
    rf"(?:{_DEGREE}\s+)*damage(?:\s+to\s+(?P<to>[^,.;]{{3,50}}))?|{_DEGREE}\s+damage\b|"
    r"(?:was|were|been|being)\s+(?:\w+ly\s+)?(?P<state>damaged|destroyed|demolished|levell?ed|"
    r"gutted)|"
    r"(?P<verb>damag(?:ed|ing)|destroy(?:ed|ing)|demolish(?:ed|ing))\s+(?!(?:because|by|in|and|"
    r"when|after|on|at|as|during)\b)(?P<what>[^,.;]{3,50}))"
)
_HEAVY = re.compile(
    r"\b(?:heavy|severe|significant|extensive|serious|major|considerable|widespread|huge|massive|"
    r"great|"
    r"destroy\w*|demolish\w*|levell?ed|gutted)\b",
    re.IGNORECASE,
)


_SUBJECT = re.compile(
    r"(?:^|[,;:.]|\b(?:and|that|which|where|when|while|but|said|"
    r"least)\b)\s*(?P<what>(?:[\w’'-]+\s+){1,6})"
    r"(?:(?:also|reportedly|\w+ly)\s+)?$",
    re.IGNORECASE,
)
_SIGNIFICANT = re.compile(r"\b(?:significant|major|serious|heavy)\s+damage", re.IGNORECASE)


_JUDGED = caseless(
    r"\b(?:the\s+)?damage\s+(?:was|is|were)\s+(?:only\s+|very\s+|said to be\s+|described as\s+)?"
    r"(?P<how>minimal|minor|slight|limited|light|extensive|heavy|severe|significant|considerable|"
    r"huge|massive|great)\b"
)
_PRONOUN = re.compile(
    r"(?:one|it|they|both|all|two|three|which|the (?:first|second|third|other|"
    r"rest))(?: of them)?",
    re.I,
)
_NOTHING = re.compile(r"\b(?:nothing|no \w+|none)\b", re.IGNORECASE)
_LITTLE = re.compile(r"minimal|minor|slight|limited|light", re.IGNORECASE)


def damage(notes: Annotations, clause: Span) -> Iterator[Draft]:
    """The material damage of a clause: none, some (where no degree is given) or heavy.

    The value holds the words for what was damaged, as far as they stand beside the verb.
    """
    none = [Span(*m.span()) for m in _NO_DAMAGE.finditer(notes.text, clause.start, clause.end)]
    for span in none:
        words = span.of(notes.text)
        level = DamageLevel.SOME if _SIGNIFICANT.search(words) else DamageLevel.NONE
        yield Draft(Field.DAMAGE, Damage(level, words), span)
    for match in _DAMAGE.finditer(notes.text, clause.start, clause.end):
        span = Span(*match.span())
        if any(n.overlaps(span) for n in none) or _weapon_only(notes, span, match):
            continue
        level = DamageLevel.HEAVY if _HEAVY.search(match.group()) else DamageLevel.SOME
        whole, what = _what(notes.text, clause, match)
        if _PRONOUN.fullmatch(what):
            continue  # "one was destroyed": a weapon or a thing told before
        if _NOTHING.search(what):
            level = DamageLevel.NONE
        yield Draft(Field.DAMAGE, Damage(level, what), whole)
    for match in _JUDGED.finditer(notes.text, clause.start, clause.end):
        level = DamageLevel.SOME if _LITTLE.fullmatch(match["how"]) else DamageLevel.HEAVY
        span = Span(*match.span())
        yield Draft(Field.DAMAGE, Damage(level, span.of(notes.text)), span)


def _what(text: str, clause: Span, match: re.Match[str]) -> tuple[Span, str]:
    """The words of the damage with its subject, and those for what was damaged."""
    named = match.span("to" if match["to"] else "what")
    if named[0] >= 0:
        return Span(*match.span()), " ".join(Span(*named).of(text).split())
    if match["state"]:
        start = max(clause.start, match.start() - 70)
        subject = _SUBJECT.search(text[start : match.start()])
        if subject:
            at = start + subject.start("what")
            return Span(at, match.end()), " ".join(subject["what"].split())
    return Span(*match.span()), Span(*match.span()).of(text)


def _weapon_only(notes: Annotations, span: Span, match: re.Match[str]) -> bool:
    """Whether it was the weapon that was destroyed: "engaged and destroyed" a drone."""
    if match["verb"] is None and match["state"] is None:
        return False
    armed = inside(notes.weapons, Span(max(0, span.start - 50), span.end))
    return bool(armed) and not inside(notes.targets, Span(max(0, span.start - 50), span.end))
