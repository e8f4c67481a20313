"""What was hit, told otherwise than as the object of an attack.

"**Their pickup** ran over a mine", "a bomb went off as **a patrol** passed".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.events.crafts import is_craft
from tallystick.extract.roles.target_limits import is_part, is_where
from tallystick.extract.roles.target_phrases import force, thing
from tallystick.model.document import Span
from tallystick.vocab.caseless import caseless
from tallystick.vocab.weapons import weapon_book

_LAID = frozenset(("mine", "bomb", "ied"))
_RAN_ON = re.compile(
    r"\s+(?:(?:had|has|have|also|later|then)\s+)?(?:hit|hits|struck|strikes|detonated|triggered|"
    r"tripped|set off|sets off|blew up on|(?:ran|runs|run|drove|drives|rode|rolled|walked|stepped|"
    r"steps|trod|passed)\s+(?:over|on|onto|into))\s+(?:an?|the|another|two|what)\s+"
    r"(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)
_WENT_OFF = caseless(
    r"\b(?:explo\w+|went off|goes off|detonat\w+|blew up|blast\w*|bomb\w*|mine|set off)\b"
    r"[^.;,]{0,40}?\s(?:as|when|while)\s(?P<who>[^.;,]{3,60}?)\s(?:(?:was|were|had)\s+)?"
    r"(?:pass(?:ed|ing)|drove|driving|travel\w*|approach\w+|went by|cross\w+|stopp\w+|enter\w+|"
    r"returning|leaving|left)\b"
)
_BREAK = re.compile(
    r"[;:,]\s|\.\s|\b(?:when|as|after|that|while|and|which|said|in|on|where|but|before|because)\s",
    re.IGNORECASE,
)


def stricken(notes: Annotations, clause: Span) -> list[Draft]:
    """The things and forces of a clause that ran on a mine or passed a bomb."""
    found = [*_on_mines(notes, clause), *_in_passing(notes, clause)]
    return list({d.span: d for d in found}.values())


def _on_mines(notes: Annotations, clause: Span) -> Iterator[Draft]:
    for hit in inside(notes.weapons, clause):
        if weapon_book().lineage(hit.item.id)[-1] not in _LAID:
            continue
        start = max(clause.start, hit.span.start - 60)
        ran = _RAN_ON.search(notes.text, start, hit.span.start)
        if ran is not None:
            yield from _first(notes, clause, _subject(notes.text, clause, ran.start()))


def _in_passing(notes: Annotations, clause: Span) -> Iterator[Draft]:
    for match in _WENT_OFF.finditer(notes.text, clause.start, clause.end):
        yield from _first(notes, clause, Span(*match.span("who")))


def _subject(text: str, clause: Span, end: int) -> Span:
    """The words from the last break of a clause up to a verb."""
    start = max(clause.start, end - 80)
    marks = [m.end() for m in _BREAK.finditer(text, start, end)]
    return Span(marks[-1] if marks else start, end)


def _first(notes: Annotations, clause: Span, region: Span) -> Sequence[Draft]:
    found = sorted((*_things(notes, clause, region), *_forces(notes, clause, region)), key=_at)
    return found[:1]


def _at(draft: Draft) -> int:
    return draft.span.start


def _things(notes: Annotations, clause: Span, region: Span) -> Iterator[Draft]:
    armed = [w.span for w in inside(notes.weapons, region) if not is_craft(w.item)]
    for hit in inside(notes.targets, region):
        part = is_part(notes, hit.span) or any(a.overlaps(hit.span) for a in armed)
        if not part and not is_where(notes, hit.span):
            yield thing(notes, clause, region.start, hit)


def _forces(notes: Annotations, clause: Span, region: Span) -> Iterator[Draft]:
    for hit in inside(notes.persons, region):
        made = force(notes, clause, region.start, hit)
        if made is not None:
            yield made
