"""Sides that no list has, by their names alone, where the words around make them one.

"A spokesman for **the Night Herons** said they had laid it", "claimed by **the Lions of the
South**", "**Black Sail**, a gang of former soldiers": a new group has no entry.
"""

from __future__ import annotations

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.quotation.attribution import Attribution
from tallystick.model.document import Span
from tallystick.vocab.pattern import Pattern

_WORD = r"[A-ZÀ-Þ][\w’'-]*?"
_SIDE = rf"(?P<side>{_WORD}(?:\s+(?:(?:of|de|for|al|el|and)\s+(?:the\s+)?)?{_WORD}){{0,5}})"
_ENDS = r"(?![\w’'-])"
_LEADER_OF = Pattern(
    rf"(?:[Tt]he\s+)?{_SIDE}[’']s?\s+(?:[\w-]+\s+)?(?:leader|commander|chief|emir|boss|head|spokes\w+)"
)
_SPEAKS_FOR = Pattern(
    r"(?:\b(?:[Ss]pokes\w+|[Ll]eader|[Cc]ommander|[Ee]mir|[Rr]epresentative|[Mm]embers?|[Cc]allers?)"
    r"(?:\s[A-ZÀ-Þ][\w’'-]+){0,3}\s+(?:for|of|from)|"
    r"\b(?:speaking|speaks?|spoke)\s+(?:for|on\s+behalf\s+of)|\bin\s+the\s+name\s+of|"
    r"\b[Ss]igned(?:\s+by)?|\bclaiming\s+to\s+represent|"
    r"\b(?:letter|text|statement|communiqu[eé]|leaflet|pamphlet|message|video|recording|e-?mail)\s+"
    rf"(?:of|from|by))\s+(?:the\s+)?[\"“]?{_SIDE}{_ENDS}"
)
_NAME = Pattern(rf"(?:[Tt]he\s+)?[\"“]?{_SIDE}{_ENDS}[\"”]?")
_SORT_FOLLOWS = Pattern(
    r",\s+(?:an?|the|another)\s+(?:[\w’'-]+\s+){0,3}?(?:gang|group|band|militia|outfit|cell|faction|"
    r"cartel|movement|network|sect|warlord|splinter|wing)\b"
)
_CIVIL = Pattern(
    r"\b(?:Hospital|University|Company|Union|Church|Ministry|Party|Club|School|College|Court|Bank|"
    r"Foundation|Institute|Association|Federation|Society|Cross|Crescent|Nations|Agency|Police|"
    r"Department|Office|Embassy|Parliament|Senate|Commission|Airlines?|Railways?|Mission|"
    r"Observatory|Watch|Network|Times|News|Herald|Radio|TV|Television)\b|\bM[rs]s?\.?\s",
)


def spoken_for(notes: Annotations, voice: Attribution) -> str | None:
    """An unlisted side by whoever speaks for it: "**Gran Fisher**'s leader", "Reed, speaking for
    the **Karsk Command**"; ``None`` where no name is told so."""
    text, source = notes.text, voice.source
    if source.of(text).isupper():
        return None  # in capitals every word looks like a name
    owner = _LEADER_OF.fullmatch(source.of(text))
    if owner is not None:
        return " ".join(owner["side"].split())
    end = voice.cue.start if source.end <= voice.cue.start <= source.end + _BESIDE else source.end
    found = _SPEAKS_FOR.search(text, source.start, max(source.end, end))
    return _usable(notes, Span(*found.span("side"))) if found else None


_BESIDE = 110  # characters between a speaker and the cue in which its side is named


def side_named(notes: Annotations, span: Span) -> str | None:
    """The name of several words that a stretch is: one alone may be "It" or "Villagers"."""
    if span.of(notes.text).isupper() or len(span.of(notes.text).split()) == 1:
        return None
    found = _NAME.fullmatch(notes.text, span.start, span.end)
    return _usable(notes, Span(*found.span("side"))) if found else None


def named_after(notes: Annotations, offset: int, limit: int) -> Span | None:
    """The unlisted name that stands at an offset: "claimed by | **the Lions of the South**"."""
    found = _NAME.match(notes.text, offset, limit)
    if found is None or found.group().isupper():
        return None
    span = Span(*found.span("side"))
    return span if _usable(notes, span) else None


def named_before(notes: Annotations, start: int, end: int) -> Span | None:
    """The unlisted name that ends at an offset: "said **the Herons** | had no hand in it"."""
    found = _NAME_BEFORE.search(notes.text, start, end)
    if found is None or found.group().isupper():
        return None
    span = Span(*found.span("side"))
    person = any(p.span.overlaps(span) for p in inside(notes.persons, span))
    known = person or inside(notes.actors, span)
    return None if known or _usable(notes, span) is None else span


_NAME_BEFORE = Pattern(
    r"(?<!\bof\s)(?<!\bby\s)(?<!\bfrom\s)(?<!\bin\s)(?<!\bat\s)(?<!\bfor\s)(?<!\bto\s)(?<!\bwith\s)"
    rf"\b[Tt]he\s+[\"“]?(?:so-called\s+)?{_SIDE}[\"”]?\s+(?:(?:ha[ds]|have|\w+ly)\s+)*$"
)


def is_sort_of(text: str, source: Span) -> bool:
    """Whether a name is explained by its sort: "Black Sail, **a gang of former soldiers**"."""
    return _SORT_FOLLOWS.match(text, source.end) is not None


def is_civil(words: str) -> bool:
    """Whether a name is that of those who do not fight: "the Velm Mining **Company**"."""
    return _CIVIL.search(words) is not None


def _usable(notes: Annotations, span: Span) -> str | None:
    """A name as a side's, unless it is a place's or that of those who do not fight."""
    words = " ".join(span.of(notes.text).split())
    first = Span(span.start, span.start + 1)
    placed = any(p.span.contains(first) for p in inside(notes.places, span))
    return None if placed or is_civil(words) else words
