"""Private persons by name as those who do what a verb tells, with all that may stand between.

Ann Tarrow, a painter from Velm, shot a clerk.              ->  Ann Tarrow
Ann Tarrow, 30, and her son, Lou Marn, who burned it down   ->  Ann Tarrow, Lou Marn
Ms. Tarrow and Mr. Marn killed a clerk.                     ->  Tarrow, Marn
"""

from __future__ import annotations

from tallystick.extract.actors.private_names import APPOSITION, JOINED, is_titled, names
from tallystick.extract.annotate import Annotations
from tallystick.model.document import Span
from tallystick.vocab.caseless import caseless

__all__ = ["acting_persons"]

_REACH = 220  # characters from a name to its verb
_MOST = 4  # names of one verb


def acting_persons(notes: Annotations, clause: Span, verb: Span, *, plain: bool) -> list[Span]:
    """The names of those who are the subject of an active verb, in order.

    Where the deed is not ``plain`` one of persons ("killed", which shells and armies do as well),
    there must be a title, an age or another person beside one of the names.
    """
    text, region = notes.text, Span(max(clause.start, verb.start - _REACH), verb.start)
    found: list[Span] = []
    sure = plain
    for name in reversed(list(names(notes, region))):
        if found:
            if not JOINED.match(text, name.end, found[0].start) or len(found) == _MOST:
                break
            sure = True
        else:
            act = _TO_VERB.match(text, name.end, verb.start)
            if act is None:
                continue
            sure = sure or act["beside"] is not None
        sure = sure or is_titled(text[max(0, name.start - 8) : name.start])
        found.insert(0, name)
    if not (found and sure):
        return []
    who = _WHO.search(text, found[-1].end, verb.start) is not None
    return found if who or not _OBJECT.search(text, region.start, found[0].start) else []


_TO_VERB = caseless(
    rf"(?P<beside>(?=[,(]|\s\(|\s\d){APPOSITION})?,?\s+(?:who\s+)?"
    r"(?:(?:had|has|have|then|also|later|first|again|allegedly|reportedly|\w+ly)\s+){0,3}$"
)
_WHO = caseless(r"\bwho\s+(?:(?:had|has|have|then|also|later|first|allegedly|\w+ly)\s+){0,3}$")
_OBJECT = caseless(
    r"\b(?:of|in|at|near|on|from|by|with|for|to|against|outside|than|like|shot|killed|stabbed|"
    r"told|after|as)\s+(?:m[rs]s?\.?\s+)?$"
)
