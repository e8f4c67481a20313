"""A day or place that the words themselves tie to what tells of an incident, whatever else is near:
"the **Nov. 3** bombings", "the raids on two mills in **Orun** and **Velm**", "clashed in **Orun**".

The network ties what it has often seen tied. A date set before the name of an event tells which
event it is, and a place in the phrase that goes on from such a name tells where it was.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from tallystick.extract.annotate import Annotations
from tallystick.extract.frames.frame import COARSE
from tallystick.extract.mentions.mention import Mention
from tallystick.extract.trained.values.candidates import Candidate
from tallystick.model.document import Span
from tallystick.model.values import Place
from tallystick.vocab.caseless import caseless
from tallystick.vocab.pattern import Pattern

__all__ = ["outright", "tied"]

_OUTRIGHT = 0.6
_COARSELY = 0.5
_FAR = 160  # characters from an event to the last place of its phrase
_NEAR = 12
_APOSTROPHES = "'’"
_NO_PHRASE = (  # words that end a noun phrase, or start a clause
    r"(?!(?:that|which|who|whom|whose|when|where|while|after|before|since|was|were|is|are|be|been|had|"
    r"has|have|said|says|to|from|and|but|or|as|over|about|for|with|during|between|by|into|until|in|"
    r"at|on|of|near|against|outside|inside|around|across|within|throughout)\b)"
)
_WORD = rf"(?:{_NO_PHRASE}[\w’'.-]+\s)"
_IN = r"(?:in|at|near|outside|inside|around|across|within|throughout)"
_GOES_ON = Pattern(  # from an event's name to a place: " on two mills in the town of "
    r"(?:\s(?:deaths?|attacks?|blasts?|raids?|spree|rampage))?"
    r"\s(?:(?:on|of)\s(?:the\s(?:city|town|village|port|capital)\sof\s)?|"
    rf"(?:(?:on|of|against|at|in|near|outside|inside)\s{_WORD}{{1,6}}){{0,2}}{_IN}\s"
    r"(?:the\s(?:city|town|village|port|capital)\sof\s|"
    r"(?:(?:the|north|south|east|west|central)[a-z-]*\s){0,2}))",
    re.IGNORECASE,
)
_NEXT = Pattern(  # from a place to the next: "in Orun, Melvia, and in Velm"
    r"(?:,\s[\w.]+)?,?\s(?:and|as\swell\sas|&)\s(?:(?:in|at|near|on)\s)?(?:the\s)?",
    re.IGNORECASE,
)
_NAMED = Pattern(r"(?:['’]s)?\s(?:" + _WORD + r"){0,3}", re.IGNORECASE)
_ARTICLE = caseless(r"(?:\b(?:the|a|an|that|this|its|his|her|their)|['’]s)\s$")


def tied(
    notes: Annotations, found: Sequence[Candidate], mentions: Sequence[Mention]
) -> list[Candidate]:
    """The values, each with the mentions (by their numbers) to which the words tie it."""
    places = {c.span: c.where.place for c in found if c.where is not None}
    order = sorted(places)
    days = sorted(c.span for c in found if c.when is not None)
    often = Counter(m.anchor for m in mentions)
    ties: dict[Span, set[int]] = {}
    for at, mention in enumerate(mentions):
        own = list(_after(notes.text, mention, places, order))
        if often[mention.anchor] > 1:  # the places are shared out
            own = [p for p in own if mention.where is not None and p == mention.where.span]
        for span in (*own, *_before(notes.text, mention, days)):
            ties.setdefault(span, set()).add(at)
    return [_with(one, ties) for one in found]


def outright(one: Candidate, members: Sequence[int], chance: float) -> float:
    """How probable a value is of an incident (by its mentions) to which the words may tie it."""
    if one.tied.isdisjoint(members):
        return chance
    coarse = one.where is not None and one.where.place.precision in COARSE
    return max(chance, _COARSELY if coarse else _OUTRIGHT)


def _with(one: Candidate, ties: Mapping[Span, Set[int]]) -> Candidate:
    if one.span not in ties or (one.when is None and one.where is None):
        return one
    return replace(one, tied=frozenset(ties[one.span]))


def _after(
    text: str, mention: Mention, places: Mapping[Span, Place], order: Sequence[Span]
) -> Iterator[Span]:
    """The places of the phrase that goes on from a mention, all of a list."""
    end = mention.anchor.end
    last = min(mention.sentence.span.end, end + _FAR)
    first: Span | None = None
    for span in order[bisect_left(order, Span(end, end)) :]:
        if span.start > last:
            return
        if first is None:
            goes_on = _GOES_ON.fullmatch(text, end, span.start) is not None
        else:
            listed = _NEXT.fullmatch(text, end, span.start) is not None
            goes_on = listed and _alike(places[first], places[span])
        if goes_on:
            yield span
            first, end = first or span, span.end


def _alike(first: Place, other: Place) -> bool:
    """Whether two places may stand in a list: both known, and as finely."""
    return first.id is not None is not other.id and first.precision is other.precision


def _before(text: str, mention: Mention, days: Sequence[Span]) -> Iterator[Span]:
    """The day that is set before the name of an event."""
    at = bisect_left(days, mention.anchor) - 1
    if at < 0 or days[at].start < mention.sentence.span.start:
        return
    day = days[at]
    if _NAMED.fullmatch(text, day.end, mention.anchor.start) is None:
        return
    owns = text[day.end : day.end + 1] in _APOSTROPHES and day.end < len(text)
    if owns or _ARTICLE.search(text, max(0, day.start - _NEAR), day.start):
        yield day
