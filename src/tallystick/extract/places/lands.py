"""The country of a place that no list has: that which the words, or all places beside it, tell.

Its own sentence is asked first, then what is told of it elsewhere ("X lies in northern Y"), then
the places told of before and after it, then all the document's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from tallystick.extract.places.mention import PlaceMention
from tallystick.model.document import Span, Stretches
from tallystick.model.values import Place, PlacePrecision
from tallystick.vocab.caseless import caseless
from tallystick.vocab.countries import country_of_adjective

__all__ = ["Lands", "in_its_land", "in_their_lands"]

_BORDER = re.compile(r"\b(?:border|frontier)\b", re.IGNORECASE)
_THE_PROVINCE = re.compile(r"\b[Tt]he (?:province|governorate|oblast)(?:['’]?s)\b")
_LIES = re.compile(
    r",? (?:which |that )?(?:lies|is|sits|stands) (?:(?:a|an) [a-z-]+ )?(?:located )?in\b"
)
_ENDS = re.compile(r"[.!?][\"”’]?\s+(?=[A-Z\"“])|\n|$")
_VOICE = caseless(  # "said in X", "the agency's office in X": where words come from
    r"\b(?:said|says|told\s[^.;]{1,40}?|statements?(?:\s(?:issued|released))?|spokes\w+|speaking|"
    r"reporters|journalists|interview|denied|announced|reported|monitored|based|headquartered|"
    r"offices?|talks|embassy)\s(?:on\s\w+\s)?(?:(?:by\s(?:tele)?phone\s)?from|in|at|near)\s"
    r"(?:the\s(?:\w+\sof\s)?)?$|\bfrom\s(?:the\s)?$"
)
_NATION = re.compile(
    r"\b(?P<nation>[A-Z][a-z]+)\s(?:[a-z-]+\s)?"
    r"(?:village|town|city|hamlet|port|settlement|suburb)\s(?:of|called|named)\s$"
)
_MOSTLY = 0.66  # the share of the places of a document that are in one country
_FAR = 500  # characters to the places told of before and after
_WIDEST = (PlacePrecision.COUNTRY, PlacePrecision.REGION, PlacePrecision.PROVINCE)


def in_their_lands(
    text: str, listed: Sequence[PlaceMention], sentence_of: Callable[[Span], Span]
) -> list[PlaceMention]:
    """All places of a document, each of no list in its country where anything tells it.

    One whose country is told once is in it wherever it is named.
    """
    lands = Lands(text, listed)
    found = [
        m if m.place.id or m.place.country else in_its_land(lands, m, sentence_of(m.span))
        for m in listed
    ]
    return _alike(found)


class Lands:
    """The places of a document, ``listed`` in the order of the text, by where they are told of:
    asked for each unknown name again."""

    def __init__(self, text: str, listed: Sequence[PlaceMention]) -> None:
        self.text, self.listed = text, listed
        self.placed = [m for m in listed if _counts(text, m)]
        self.near = Stretches((m.span, m) for m in self.placed)
        self.told = Counter(m.place.country for m in self.placed)
        several = len({m.place.name for m in self.placed}) > 1
        self.only = next(iter(self.told)) if several and len(self.told) == 1 else None
        """The country in which all are, if they are several."""

    def within(self, sentence: Span) -> list[PlaceMention]:
        """Those of a sentence, where something is."""
        return [m for _, m in self.near.within(sentence)]


def in_its_land(lands: Lands, mention: PlaceMention, sentence: Span) -> PlaceMention:
    """An unknown name in the country of "the Syrian town of X", or that its sentence names, if
    just one and not for its border; else in that of "the province's west", "X lies in northern
    Y"; else in the one in which lies what is told of around it, or everything.
    """
    text, listed = lands.text, lands.listed
    nation = _nation(text, mention)
    if nation is not None:
        return replace(mention, place=replace(mention.place, country=nation))
    placed = lands.within(sentence)
    scene = _scene(text, sentence, mention, placed)
    if scene is not None:
        return replace(mention, place=replace(mention.place, country=scene))
    border = _BORDER.search(text, sentence.start, sentence.end)
    beside = {m.place.country for m in placed}
    if len(beside) == 1 and not border:
        return replace(mention, place=replace(mention.place, country=beside.pop()))
    holder = None if border else _anaphor(text, sentence, listed)
    holder = holder or _lies_in(text, mention, listed)
    if holder is not None:
        place = replace(mention.place, country=holder.country, admin1=holder.admin1)
        return replace(mention, place=place)
    if any(_is_sea(m) and sentence.contains(m.span) for m in listed):
        return mention  # "Gulf of Guinea, 40 miles off X": far from all else, as may be
    land = None if border or beside else _around(mention, lands)
    return replace(mention, place=replace(mention.place, country=land or lands.only))


def _is_sea(mention: PlaceMention) -> bool:
    """Whether it is a sea, a gulf or a desert that is no one country's."""
    return mention.place.precision is PlacePrecision.REGION and mention.place.country is None


_OPENING = caseless(r"\W*(?:(?:meanwhile|elsewhere|also|and),?\s)?(?:in|across|over)\s(?:the\s)?$")


def _scene(
    text: str, sentence: Span, mention: PlaceMention, placed: Sequence[PlaceMention]
) -> str | None:
    """The country of the place that opens the sentence: "**In southern Lebanon,** a drone hit
    X, near the border"."""
    first = next((m for m in placed if m.span.end <= mention.span.start), None)
    if first is None or text[first.span.end : first.span.end + 1] != ",":
        return None
    opens = _OPENING.match(text, sentence.start, first.span.start)
    return first.place.country if opens else None


def _counts(text: str, mention: PlaceMention) -> bool:
    """Whether a place with a country is one where something is, not where somebody speaks."""
    if mention.metonym or mention.place.country is None:
        return False
    start = mention.span.start
    return _VOICE.search(text, max(0, start - 70), start) is None


def _nation(text: str, mention: PlaceMention) -> str | None:
    """The country of "the south **Lebanese** village of X"."""
    start = mention.span.start
    told = _NATION.search(text, max(0, start - 60), start)
    return country_of_adjective().get(told["nation"].lower()) if told else None


def _around(mention: PlaceMention, lands: Lands) -> str | None:
    """The country of both the places told of before and after: "in Gao ... X ... in Kidal"."""
    at = mention.span
    near = lands.near.touching(Span(max(0, at.start - _FAR), at.end + _FAR))
    before = [m for s, m in near if s.end <= at.start and m.relation != "dateline"]
    after = [m for s, m in near if at.end <= s.start]
    if not before or not after or before[-1].place.country != after[0].place.country:
        return None
    land = before[-1].place.country
    return land if lands.told[land] / len(lands.placed) >= _MOSTLY else None


def _anaphor(text: str, sentence: Span, listed: Sequence[PlaceMention]) -> Place | None:
    """ "In **the province's** west ...": the province that was named last."""
    if _THE_PROVINCE.search(text, sentence.start, sentence.end) is None:
        return None
    before = [m.place for m in listed if m.span.end <= sentence.start]
    named = (p for p in reversed(before) if p.precision is PlacePrecision.PROVINCE)
    return next(named, None)


def _lies_in(text: str, mention: PlaceMention, listed: Sequence[PlaceMention]) -> Place | None:
    """ "Zobrak, which **lies in** the north of the Diyala province": told of it elsewhere."""
    for end in _ends_of(text, mention.span.of(text)):
        told = _LIES.match(text, end)
        stop = _ENDS.search(text, told.end()) if told else None
        if told is None or stop is None:
            continue
        after = (m for m in listed if told.end() <= m.span.start and m.span.end <= stop.start())
        held = [m.place for m in after if m.place.country and not m.metonym]
        if len({place.country for place in held}) == 1:
            return max(held, key=_fineness)
    return None


def _fineness(place: Place) -> int:
    return _WIDEST.index(place.precision) if place.precision in _WIDEST else len(_WIDEST)


def _ends_of(text: str, name: str) -> Iterator[int]:
    return (match.end() for match in re.finditer(re.escape(name), text))


def _alike(mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """An unknown name whose country is told once is in it wherever it is named."""
    unknown = [m.place for m in mentions if m.place.id is None]
    told = {place.name: place for place in reversed(unknown) if place.country is not None}
    return [
        replace(m, place=told[m.place.name])
        if m.place.id is None and m.place.country is None and m.place.name in told
        else m
        for m in mentions
    ]
