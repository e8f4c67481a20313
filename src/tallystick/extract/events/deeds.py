"""What a verb of many uses is done to, which makes it an attack: "took the town", "cut a cable".

Such verbs tell of an attack by their object alone: "took Kosti" does, "took the bus" does not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Protocol

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.grammar.sentences import Sentence
from tallystick.model.document import Span
from tallystick.vocab.caseless import Caseless, caseless
from tallystick.vocab.lexicon import EventWord

__all__ = ["OF_SIDES", "RUNS_ONTO", "has_object", "takes_place"]

_REACH = 80  # characters in which an object is looked for
_BEFORE = 60


class Deed(Protocol):
    """An event word read as a verb."""

    @property
    def span(self) -> Span: ...
    @property
    def word(self) -> EventWord: ...
    @property
    def passive(self) -> bool: ...


# ------------------------------------------------------------------ places taken


_GROUND = re.compile(
    r"(?:villages?|towns?|neighbou?rhoods?|districts?|suburbs?|air\s?bases?|airports?|barracks|"
    r"hills?|hilltops?|ridges?|heights?|quarters?|bases?|checkpoints?|crossings?|roads?|highways?|"
    r"bridges?|oil\s?fields?|gas\s?fields?|camps?|dams?|outposts?|posts?|police stations?|"
    r"garrisons?|strongholds?|police headquarters|supply routes?|ports?)$",
    re.IGNORECASE,
)
_TOOK = caseless(  # between "took" and a place: no "took part", "took a bus to Velm"
    r"\s+(?:(?:the|an?|its|their|both|two|three|four|five|several|most|part|parts|all|control|of|"
    r"strategic|key|northern|southern|eastern|western|central|border|army|government|rebel|enemy|"
    r"military|old|main|nearby|neighbou?ring|whole|entire|frontier|mining|market|coastal|hill|oil)\s+)*"
    r"(?:(?:villages?|towns?|city|cities|capital|suburbs?|districts?|quarters?|provinces?|ports?|"
    r"islands?|hamlets?|settlements?|heights?|hills?)\s+(?:and\s+\w+\s+)?(?:of\s+)?)?"
)


def takes_place(notes: Annotations, sentence: Sentence, deed: Deed) -> bool:
    """Whether what is taken is a place: "captured the town", "the town was captured".

    "Took" needs it right after, or a "by" where it is passive.
    """
    return _was_taken(notes, sentence, deed) if deed.passive else _taken(notes, sentence, deed)


def _was_taken(notes: Annotations, sentence: Sentence, deed: Deed) -> bool:
    reach = Span(max(sentence.span.start, deed.span.start - _BEFORE), deed.span.start)
    taken = _places(notes, reach)
    last = max((t.end for t in taken), default=deed.span.start)
    persons = inside(notes.persons, Span(last, deed.span.start))
    if deed.word.base != "take" or not taken:
        return bool(taken) and not persons
    by = _BY.match(notes.text, deed.span.end, sentence.span.end)
    return by is not None and not inside(notes.persons, reach)


_BY = re.compile(r"\s+(?:over\s+)?(?:\w+\s+)?by\s", re.IGNORECASE)
_IN = re.compile(r"[;]|\b(?:in|from|at)\s+(?:\w+\s+)?$")


def _taken(notes: Annotations, sentence: Sentence, deed: Deed) -> bool:
    text, end = notes.text, deed.span.end
    reach = Span(end, min(sentence.span.end, end + _REACH))
    places = _places(notes, reach)
    first = min((p.start for p in places), default=end)
    persons = inside(notes.persons, Span(end, first))
    if not places or any(not text.startswith("-", p.span.end) for p in persons):
        return False
    if deed.word.base == "take" and not _right_after(text, Span(end, first)):
        return False
    if deed.word.base == "take" and any(text.startswith(("'s", "’s"), p.end) for p in places):
        return False  # "took Velm's mayor hostage"
    return not _IN.search(text[end:first])


def _right_after(text: str, gap: Span) -> bool:
    """Whether only what a place is called stands before it: "the border town of"."""
    opening = _TOOK.match(text, gap.start, gap.end)
    return opening is not None and opening.end() == gap.end


def _places(notes: Annotations, reach: Span) -> list[Span]:
    """What can be taken: named places, and those without a name ("several villages")."""
    grounds = (t.span for t in inside(notes.targets, reach))
    named = [p.span for p in inside(notes.places, reach)]
    return [*named, *(g for g in grounds if _GROUND.search(g.of(notes.text)))]


# ------------------------------------------------------------------ things


_BETWEEN = (  # words between a verb and its object
    r"(?:(?!(?:on|in|to|for|by|with|from|of|at|and|or|off)\b)[\w’'-]+\s+){0,4}?"
)
_LINES = (
    r"(?:pylons?|masts|cables?|pipelines?|rails|aqueducts?|railway\s+(?:lines?|tracks?)|"
    r"(?:power|transmission|radio|telephone|high-tension|communications?)\s+"
    r"(?:masts?|towers?|poles?|lines?|cables?))\b"
    r"(?!\s+(?:flows?|exports?|suppl\w+|capacity|traffic|television|tv|news|cars?|service))"
)
_SHIPS = (
    r"(?:ships?|vessels?|tankers?|freighters?|carriers?|bulkers?|trawlers?|tugs?|tugboats?|"
    r"barges?|dhows?|yachts?|fishing\s+boats?)\b"
)
_PROPERTY = (
    r"(?:houses?|homes?|homesteads?|huts?|dwellings?|shops?|schools?|classrooms?|clinics?|church|"
    r"churches|mosques?|temples?|buses|bus|cars?|trucks?|lorry|lorries|vehicles?|jeeps?|tractors?|"
    r"court\s*houses?|town\s+halls?|granary|granaries|warehouses?|police\s+stations?)\b"
)
_HELD = (
    r"(?:from|out\s+of|off)\s+(?:his|her|their|its|an?|the)\s+(?:[\w’'-]+\s+){0,2}?(?:homes?|"
    r"houses?|cars?|vehicles?|bus|buses|taxi|trucks?|lorry|minibus|beds?|farms?|offices?|shops?|"
    r"cells?|school|dormitory|hotel|mosque|church|boat|village|classroom|hospital)\b"
)
_STONED = (
    rf"(?:{_PROPERTY}|(?:convoys?|patrols?|quarters?|headquarters|embassy|consulate|police|"
    r"soldiers|troops|officers)\b)"
)
_MINES = r"(?:(?:land)?mines?|booby-?\s?traps?|ieds?|explosive\s+devices?|bombs?)\b"
_SOME = (
    r"(?:(?:the|an?|his|her|their|its|two|three|four|five|six|seven|eight|nine|ten|some|several|"
    r"many|more\s+than|at\s+least|about|dozens\s+of|scores\s+of|hundreds\s+of|[\d,]+)\s+)"
)
_GROUND_BURNT = rf"(?:{_PROPERTY}|(?:villages?|towns?|hamlets?|mills?|farms?|crops|camps?)\b)"
_VESSELS = rf"(?:{_SHIPS}|(?:(?:patrol|gun|torpedo|landing)\s*(?:boats?|craft)|frigates?)\b)"
_WATER = r"(?:wells?|water|reservoirs?|springs?|cisterns?|cattle|livestock|flour)\b"
_WAYS = r"(?:roads?|highways?|tracks?|bridges?|harbou?rs?|ports?|approaches|waters|channels?)\b"
RUNS_ONTO = (
    *("run over", "run onto", "run on to", "drive over", "drive onto", "drive on to"),
    *("roll over", "roll onto", "ride over", "ride onto"),
)
"""What a patrol does that comes upon a mine."""
_DONE_TO: Mapping[str, str] = {
    "burning of": _GROUND_BURNT,
    "torching of": _GROUND_BURNT,
    "burning": rf"{_SOME}{_BETWEEN}{_PROPERTY}",
    "sinking of": _VESSELS,
    "poisoning of": _WATER,
    "poisoned": rf"{_SOME}{_BETWEEN}{_WATER}",
    "mining of": _WAYS,
    "step on": _MINES,
    "tread on": _MINES,
    **dict.fromkeys(RUNS_ONTO, _MINES),
    "stoned": _STONED,
    "cut": _LINES,
    "cut down": _LINES,
    "sever": _LINES,
    "topple": _LINES,
    "board": _SHIPS,
    "burned": _PROPERTY,
    "burnt": _PROPERTY,
}
OF_SIDES = frozenset(("cut", "cut down", "sever", "topple", "board"))
"""Deeds that others do as well: workers cut a cable, passengers board a ship."""
_OF_A_THING = caseless(r"\b(?:the|an?|his|her|their|its|some|two|three|several|of|with)\s+$")
_DOING = caseless(r"\b(?:accused|guilty|suspected|convicted)\s+of\s+$")
_FLAMES = caseless(r"\b(?:fires?|wildfires?|bushfires?|blazes?|flames|inferno)\b")
_DRAGGED = caseless(rf"(?:\s+[\w’'-]+){{0,6}}?\s+{_HELD}")


def has_object(notes: Annotations, sentence: Sentence, deed: Deed) -> bool:
    """Whether a verb has the object by which it is an attack: "cut a cable", "the cable was cut",
    "burned two classrooms" (but no blaze did), "dragged from her car"."""
    text, span, base = notes.text, deed.span, deed.word.base
    if base == "drag":
        return _DRAGGED.match(text, span.end, sentence.span.end) is not None
    thing = _DONE_TO.get(base)
    if thing is None:
        return False
    if deed.passive and thing is not _MINES:
        before = _ends(thing).search(text, sentence.span.start, span.start)
        return thing is not _PROPERTY and before is not None
    near = max(sentence.span.start, span.start - _BEFORE)
    if _FLAMES.search(text, near, span.start):
        return False
    told = base.endswith(" of") or _DOING.search(text, near, span.start)
    if not told and _OF_A_THING.search(text, near, span.start):
        return False
    return _opens(thing).match(text, span.end, sentence.span.end) is not None


@lru_cache
def _opens(thing: str) -> Caseless:
    return caseless(rf"\s+{_BETWEEN}{thing}")


@lru_cache
def _ends(thing: str) -> Caseless:
    return caseless(rf"\b{thing}(?:\s+[\w’'-]+){{0,8}}?\s+(?:was|were|been|being)\s+(?:\w+ly\s+)?$")
