"""Material damage: how bad, and what was damaged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.drafts import Draft
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.model.values import Damage, DamageLevel

_NO_DAMAGE = re.compile(
    r"\b(?:no|without|not cause(?: any)?|didn't cause(?: any)?)\s+(?:[\w,]+\s+){0,5}?damage\b",
    re.IGNORECASE,
)
_DEGREE = (
    r"(?:heavy|severe|significant|extensive|serious|major|considerable|widespread|huge|massive|"
    r"great|some|more|minor|slight|limited|light|material|structural|property|moderate|partial)"
)
_DAMAGE = re.compile(
    rf"\b(?:(?:caus(?:ed|ing|es)|inflict(?:ed|ing)|did|suffered|sustained|reported|"
    rf"resulted in)\s+(?:only\s+)?"
    rf"(?:{_DEGREE}\s+)*damage(?:\s+to\s+(?P<to>[^,.;]{{3,50}}))?|{_DEGREE}\s+damage\b|"
    r"(?:was|were)\s+(?:\w+ly\s+)?(?P<state>damaged|destroyed|demolished|levell?ed|gutted)|"
    r"(?P<verb>damag(?:ed|ing)|destroy(?:ed|ing)|demolish(?:ed|ing))\s+(?P<what>[^,.;]{3,50}))",
    re.IGNORECASE,
)
_HEAVY = re.compile(
    r"\b(?:heavy|severe|significant|extensive|serious|major|considerable|widespread|huge|massive|"
    r"great|"
    r"destroy\w*|demolish\w*|levell?ed|gutted)\b",
    re.IGNORECASE,
)


def damage(notes: Annotations, clause: Span) -> Iterator[Draft]:
    """The material damage of a clause: none, some (where no degree is given) or heavy."""
    none = [Span(*m.span()) for m in _NO_DAMAGE.finditer(notes.text, clause.start, clause.end)]
    for span in none:
        significant = re.search(
            r"\b(?:significant|major|serious|heavy)\s+damage", span.of(notes.text)
        )
        level = DamageLevel.SOME if significant else DamageLevel.NONE
        yield Draft(Field.DAMAGE, Damage(level, span.of(notes.text)), span)
    for match in _DAMAGE.finditer(notes.text, clause.start, clause.end):
        span = Span(*match.span())
        if any(n.overlaps(span) for n in none) or _weapon_only(notes, span, match):
            continue
        level = DamageLevel.HEAVY if _HEAVY.search(match.group()) else DamageLevel.SOME
        yield Draft(Field.DAMAGE, Damage(level, span.of(notes.text)), span)


def _weapon_only(notes: Annotations, span: Span, match: re.Match[str]) -> bool:
    """Whether it was the weapon that was destroyed: "engaged and destroyed" a drone."""
    if match["verb"] is None and match["state"] is None:
        return False
    near = Span(max(0, span.start - 50), span.end)
    weapons = [w for w in notes.weapons if near.contains(w.span)]
    aimed = [t for t in notes.targets if span.contains(t.span)]
    return bool(weapons) and not aimed
