"""Sentences cut into clauses, each telling of one incident."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.circumstances.reading import COARSE, when_of, where_of
from tallystick.extract.dates.from_events import from_events
from tallystick.extract.dates.mentions import DateMention
from tallystick.extract.events.triggers import Trigger
from tallystick.extract.grammar.sentences import Sentence
from tallystick.extract.places.geography import may_be_one
from tallystick.extract.places.mentions import PlaceMention
from tallystick.extract.roles import authors
from tallystick.model.document import Span
from tallystick.model.values import Place, PlacePrecision
from tallystick.vocab.caseless import caseless
from tallystick.vocab.lexicon import Strength

_SEPARATOR = caseless(
    r",?\s(?:and|while|but|whereas|as well as|in addition to|adding|"
    r"before|after|when|then|hours after|"
    r"following)\s|;\s|"
    r",\s(?:which|who|and|but)\s|\scame\s|,\s|\s[-–—]+\s|\s(?:that|because|as|where)\s"
)
_CAME_AS = caseless(  # "the raid came as jets bombed Orun"
    r"\s(?:came|comes)\s+(?:[\w-]+\s+){0,5}?(?:as|when)\s+"
    r"(?!(?:the|this|that|those|these|its|their)\s)[^.;,]{0,80}$"
)
_MOST = 8  # more triggers than this in a sentence are a list, read as one


def clauses(
    notes: Annotations, sentence: Sentence, told: Span, found: Sequence[Trigger]
) -> list[tuple[Span, list[Trigger]]]:
    """What a sentence, or a part of it, tells: cut where two triggers tell of two incidents."""
    if len(found) > _MOST:
        return [(told, list(found))]
    clauses: list[tuple[int, list[Trigger]]] = [(told.start, [found[0]])]
    for left, right in pairwise(found):
        start, group = clauses[-1]
        cut = _cut(notes, sentence, Span(start, told.end), left, right)
        if cut is None:
            group.append(right)
        else:
            clauses.append((cut, [right]))
    ends = [start for start, _ in clauses[1:]] + [told.end]
    return [(Span(start, end), group) for (start, group), end in zip(clauses, ends, strict=True)]


def _cut(
    notes: Annotations, sentence: Sentence, rest: Span, left: Trigger, right: Trigger
) -> int | None:
    """Where to cut between two triggers that tell of different incidents, if they do."""
    counts = from_events(notes.text, sentence.span)
    counted = next((at for c in counts if (at := c.cut(left.span, right.span))), None)
    if counted is not None:
        return counted
    came = None if left.verb else _CAME_AS.search(notes.text, left.span.end, right.span.start)
    if came is not None and right.word.strength is not Strength.WEAK:
        return came.start()
    marks = list(_SEPARATOR.finditer(notes.text, left.span.end, right.span.start))
    if not marks:
        return None
    if right.word.strength is Strength.RESPONSE:
        return marks[0].start()
    for mark in reversed(marks):
        cut = mark.start()
        first, second = Span(rest.start, cut), Span(cut, rest.end)
        if _apart(notes, sentence, first, second, left, right):
            return cut
    return None


def _apart(
    notes: Annotations, sentence: Sentence, first: Span, second: Span, left: Trigger, right: Trigger
) -> bool:
    if not right.strong and right.word.strength is not Strength.INTERCEPT:
        return _hurt_elsewhere(notes, first, second, left, right)
    before, after = (
        when_of(notes, sentence, first, left.span),
        when_of(notes, sentence, second, right.span),
    )
    if before and after and before.date.overlaps(after.date) is False:
        return True
    here, there = where_of(notes, first, left.span), where_of(notes, second, right.span)
    if here and there and _specific(here) and _specific(there):
        apart = may_be_one(here.place, there.place) is False or _beside(notes, second, here, there)
        return apart or _side_by_side(notes, second, here, there)
    if here and there and _beside(notes, second, here, there):
        return True
    if _own_subject(notes, first, second, left, right) or _new_day(notes, second, after):
        return True
    opening = notes.text[second.start : right.span.end]
    return bool(re.search(r"\b(?:another|second|separate|elsewhere|meanwhile)\b", opening, re.I))


_SET_BESIDE = re.compile(
    r";|,?\s+(?:while|whereas|and)\s+(?:(?:also|then|further|again)\s+)?(?:in|at|near|outside)\s",
    re.IGNORECASE,
)


def _beside(notes: Annotations, second: Span, here: PlaceMention, there: PlaceMention) -> bool:
    """Whether a clause is set beside another by a place of its own: "while in Gao men ..."."""
    opening = _SET_BESIDE.match(notes.text, second.start, there.span.start)
    if opening is None:
        return False
    if opening.group() != ";" and there.span.start - opening.end() > _FROM_THE:
        return False
    coarse = there.place.precision in COARSE or here.place.precision in COARSE
    return not coarse and _other_name(here.place, there.place)


def _side_by_side(
    notes: Annotations, second: Span, here: PlaceMention, there: PlaceMention
) -> bool:
    """Whether a clause with "while" tells of another place: "while shells hit Velm"."""
    beside = _WHILE.match(notes.text, second.start, second.end)
    return beside is not None and _other_name(here.place, there.place)


_WHILE = re.compile(r",?\s+(?:while|whereas)\s", re.IGNORECASE)
_FROM_THE = 24  # characters: "in the town of"


def _hurt_elsewhere(
    notes: Annotations, first: Span, second: Span, left: Trigger, right: Trigger
) -> bool:
    """ "Killed ten in Ashmar in addition to wounding four in Velm": each with a town of its own."""
    if right.word.base not in _HURTING:
        return False
    here, there = where_of(notes, first, left.span), where_of(notes, second, right.span)
    if here is not None and others_beside(notes, second, right.span):
        own = there is not None and second.contains(there.span)
        return there is None or not own or _other_name(here.place, there.place)
    if left.word.base not in _HURTING:
        return False
    if not (here and there and _specific(here) and _specific(there)):
        return False
    told = here.span.start > left.span.end and there.span.start > right.span.end
    return told and _other_name(here.place, there.place)


def others_beside(notes: Annotations, clause: Span, act: Span) -> bool:
    """Whether a clause sets others who were hurt, in a place of their own, beside those of the
    clause before: "while six **others** were **killed** in Velm", "in a village nearby"."""
    opening = _OTHERS.match(notes.text, clause.start, act.start)
    if opening is None:
        return False
    end = min(clause.end, act.end + _FROM_THE * 2)
    return any(p.span.start > act.end for p in inside(notes.places, Span(act.end, end))) or (
        _SOMEWHERE.match(notes.text, act.end, end) is not None
    )


_OTHERS = caseless(
    r",?\s+(?:(?:while|whereas)\s|(?:and|while|whereas)\s+(?:at\s+least\s+|some\s+|about\s+)?"
    r"(?:another\s|an?\s+further\s|[\w-]+\s+(?:others?|more)\b))"
    r"[^.;]{0,60}?\b(?:were|was)\s+(?:also\s+)?$"
)
_SOMEWHERE = caseless(
    r"\s+(?:in|near|outside|at|on)\s+(?:an?|another|two\s+other|other)\s+(?:[\w-]+\s+){0,2}(?:village|town|"
    r"district|neighbou?rhood|quarter|suburb|city|province|area|camp)s?\b"
)


def _other_name(one: Place, other: Place) -> bool:
    """Whether two places are told apart by their names, near as they may be."""
    return one.name != other.name and (one.id is None or one.id != other.id)


_HURTING = frozenset(("kill", "killing", "wound", "injure", "destroy", "eliminate"))


def _new_day(notes: Annotations, second: Span, date: DateMention | None) -> bool:
    """Whether a clause opens with a day of its own: "and on Friday the group seized ..."."""
    if date is None or date.anchor is not None:
        return False
    opening = notes.text[second.start : date.span.start]
    return (
        re.fullmatch(r",?\s*(?:and|while|but|then)\s+(?:on\s+|early\s+|late\s+)*", opening, re.I)
        is not None
    )


STRONG_BREAK = re.compile(
    r"^(?:\s[-–—]+\s|;|,?\s(?:that|because|as|after|while|when|where)\s)", re.I
)

SUBORDINATE = re.compile(r"^(?:\s[-–—]+\s|;|,?\s(?:that|because|as|after|when|where)\s)", re.I)
"""How a clause begins that only hangs on another: "while" sets two side by side."""


def _own_subject(
    notes: Annotations, first: Span, second: Span, left: Trigger, right: Trigger
) -> bool:
    """Whether a new clause has an author of its own: "after rebels shelled the town"."""
    if left.word.strength is Strength.WEAK:
        return False  # "were killed when jets raided the village": one act
    if not right.verb or not STRONG_BREAK.match(notes.text[second.start : second.start + 8]):
        return False
    theirs = {d.value for d in authors(notes, second, right)}
    ours = {d.value for d in authors(notes, first, left)}
    return bool(theirs) and not (theirs & ours) and bool(left.verb or left.plural or ours)


def _specific(mention: PlaceMention) -> bool:
    return mention.place.precision in (PlacePrecision.SITE, PlacePrecision.TOWN)
