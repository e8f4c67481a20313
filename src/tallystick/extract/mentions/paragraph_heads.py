"""The place and the day that stand over a paragraph of a bulletin, with no verb of their own.

"12 May, Orun, Velm province. Gunmen shot ...", "INCIDENT 2. 14 May, 30 km west of Orun. ...".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.circumstances.reading import when_of, where_of
from tallystick.extract.dates.mentions import DateMention
from tallystick.extract.grammar.sentences import Sentence
from tallystick.extract.mentions.mention import Mention
from tallystick.extract.places.mention import PlaceMention
from tallystick.model.document import SegmentKind, Span

__all__ = ["under_heads"]

_LEAST = 2  # a single one may be the town from which the news was filed
_LONG = 140  # characters of a head
_Key = tuple[int, int | None]
_LABEL = re.compile(r"\W*[A-Z][A-Z\d /()#:–—-]{2,40}\.?\s*")
_WORDLESS = re.compile(
    r"(?:[\W\d]|\b(?:[A-Z][\w’'-]*|near|in|at|off|of|the|and|between|around|to|along|on|about|"
    r"approx(?:imately)?|utc|gmt|hrs?|hours|local|time|kms?|kilomet(?:er|re)s?|miles?|nautical|nm|"
    r"(?:north|south|east|west)(?:east|west)?(?:ern)?|districts?|provinces?|states?|regions?|"
    r"count(?:y|ies)|city|towns?|villages?|areas?|communes?|territory|roads?|highway|sea|coast)\b)*"
)


@dataclass(frozen=True, slots=True)
class _Head:
    place: PlaceMention
    day: DateMention | None


def under_heads(notes: Annotations, found: Sequence[Mention]) -> list[Mention]:
    """The mentions of a document, with the place that stands over the paragraph of each where it
    is the first there, or tells of another incident, and has none of its own."""
    heads, told, made = _heads(notes), set[_Key](), list(found)
    if len(heads) < _LEAST:
        return made
    for at, mention in enumerate(found):
        head = heads.get(_key(mention.sentence)) if mention.trigger else None
        if head is None:
            continue
        first = _key(mention.sentence) not in told
        told.add(_key(mention.sentence))
        if mention.where is None and (first or mention.fresh):
            day = mention.setting or (head.day if mention.when is None else None)
            places = (*mention.places, head.place)
            made[at] = replace(mention, where=head.place, places=places, setting=day)
    return made


def _key(sentence: Sentence) -> _Key:
    return sentence.paragraph, sentence.entry


@lru_cache(maxsize=8)
def _heads(notes: Annotations) -> Mapping[_Key, _Head]:
    """What stands over each paragraph, or entry of a list, that has such a head."""
    body = (s for s in notes.sentences if s.kind is not SegmentKind.TITLE)
    found = ((key, _head(notes, list(told))) for key, told in groupby(body, key=_key))
    return {key: head for key, head in found if head is not None}


def _head(notes: Annotations, told: Sequence[Sentence]) -> _Head | None:
    day: DateMention | None = None
    for sentence in told[:-1]:
        named = _is_head(notes, sentence)
        if not (named or _is_label(notes.text, sentence.span)):
            return None
        day = day or (when_of(notes, sentence, sentence.span, sentence.span) if named else None)
        place = where_of(notes, sentence.span, sentence.span) if named else None
        if place is not None:
            return _Head(place, day)
    return None


def _is_label(text: str, span: Span) -> bool:
    """ "INCIDENT 2 - ATTACK." """
    return _LABEL.fullmatch(text, span.start, span.end) is not None


def _is_head(notes: Annotations, sentence: Sentence) -> bool:
    """Whether a sentence is made of days, hours and places alone."""
    span = sentence.span
    if span.end - span.start > _LONG or inside(notes.events, span):
        return False
    text, at, rest = notes.text, span.start, list[str]()
    days, places = inside(notes.dates, span), inside(notes.places, span)
    for taken in sorted([*(d.span for d in days), *(p.span for p in places)]):
        rest.append(text[at : max(at, taken.start)])
        at = max(at, taken.end)
    return _WORDLESS.fullmatch(" ".join((*rest, text[at : span.end]))) is not None
