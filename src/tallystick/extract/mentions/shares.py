"""Tolls shared out among places: "15 in Ashmar and another six in Velm", each an incident."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.circumstances.reading import COARSE
from tallystick.extract.drafts import Draft
from tallystick.extract.grammar.counts import CountMention
from tallystick.extract.mentions.mention import Mention
from tallystick.extract.places.mentions import PlaceMention
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.model.values import Casualties, CountRange
from tallystick.vocab.pattern import Pattern

_EFFECTS = (Field.KILLED, Field.INJURED, Field.ABDUCTED)
# "15 in Ashmar and another six in Velm": a count, and right after it the place of its dead.
_IN = Pattern(
    r"(?:\s+of\s+(?:them|the dead))?(?:\s+(?P<who>[\w’'-]+(?:\s[\w’'-]+){0,3}?))??"
    r"(?:,\s+including\s[^,.;]{2,60},|\s[-–—]\s*including\s[^.;–—]{2,60}?\s?[-–—])?"
    r"\s+(?:were\s+|was\s+)?(?:killed\s+|died\s+|wounded\s+|injured\s+)?"
    r"(?:in|around|outside|near|at|inside|in and around)\s+"
    r"(?:(?:the|a|an|its|neighbou?ring|nearby|adjacent|northern|southern|eastern|western|\w+-held|town|"
    r"city|village|district|suburb|neighbou?rhood|area|province|of|embattled|besieged)\s+){0,6}$",
    re.IGNORECASE,
)
_SOME_OF = Pattern(r"\bincluding\s+(?:[\w’'-]+\s+){0,3}$", re.IGNORECASE)
_OTHERS = Pattern(r"others?|more|people|dead", re.IGNORECASE)


def shared_out(notes: Annotations, mention: Mention) -> list[Mention]:
    """One mention for each place that has a toll of its own; none where there are no such two.

    "Raids killed 15 in Ashmar and another six in Velm": two towns were hit. The whole that is
    told before its parts is no part's.
    """
    effects = [d for d in mention.drafts if isinstance(d.value, Casualties)]
    parts = [
        (count, place)
        for place in mention.places
        if place.place.precision not in COARSE
        and (count := _toll_there(notes, mention, place)) is not None
    ]
    apart = all(a.place.name != b.place.name for (_, a), (_, b) in pairwise(parts))
    if len(parts) < 2 or not effects or not apart:
        return []
    rest = tuple(d for d in mention.drafts if d.field not in _EFFECTS)
    first = effects[0]
    return [
        replace(
            mention, where=place, places=(place,), drafts=(*rest, *_part(effects, first, count))
        )
        for count, place in parts
    ]


def _toll_there(notes: Annotations, mention: Mention, place: PlaceMention) -> CountMention | None:
    """The count of those hurt in a place, told right before it."""
    start = mention.clause.start
    before = [
        c
        for c in inside(notes.counts, Span(start, place.span.start))
        if not _SOME_OF.search(notes.text, max(start, c.span.start - 40), c.span.start)
    ]
    if not before:
        return None
    match = _IN.fullmatch(notes.text, before[-1].span.end, place.span.start)
    if match is None:
        return None
    who = match["who"]
    persons = bool(who) and inside(notes.persons, Span(*match.span("who")))
    return before[-1] if not who or persons or _OTHERS.fullmatch(who) else None


def _part(effects: Sequence[Draft], first: Draft, count: CountMention) -> list[Draft]:
    """The toll that a count gives: as it was read, else of the sort that the first one is."""
    own = [d for d in effects if d.span.overlaps(count.span) and _counts(d) == count.count]
    if own or not isinstance(first.value, Casualties):
        return own
    return [replace(first, value=replace(first.value, count=count.count), span=count.span)]


def _counts(draft: Draft) -> CountRange | None:
    return draft.value.count if isinstance(draft.value, Casualties) else None
