"""The place with which a report begins: "BAGHDAD, Dec 8 (Reuters) -", "LA PAZ, 3 AUG 90 --"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tallystick.extract.places.choice import prior
from tallystick.extract.places.mention import PlaceMention
from tallystick.extract.places.reading import Reading
from tallystick.extract.places.toponyms import Sighting
from tallystick.model.document import Document, SegmentKind, Span
from tallystick.model.values import Place, PlacePrecision
from tallystick.vocab.calendar import MONTH_PATTERN, WEEKDAY_PATTERN
from tallystick.vocab.gazetteer import MatchQuality, load_gazetteer

__all__ = ["dateline_words", "filed_from", "reported_from"]

_DATELINE = re.compile(r"[^\n]{0,60}?\s*(?:\([^)\n]{2,40}\)\s*)?(?:-|–|—|--)\s")
_COLON = re.compile(  # "PESHAWAR: At least seven people ...", but no list of entries under towns
    r"[A-Z][A-Z .'’-]+(?:, [A-Z][a-z]+)?: (?=[A-Z\d“\"][^\n]{60})(?!(?s:.*)\n[A-Z][A-Z .'’-]+: )"
)
_DATED = re.compile(  # after the place itself
    rf",?\s(?:\d{{1,2}}\s)?(?:{MONTH_PATTERN}|{WEEKDAY_PATTERN})\b|\s?\([A-Z]|\s?(?:--|[-–—])\s",
    re.IGNORECASE,
)
_SURER = 0.7  # of a place than of its namesakes abroad: five times as many people
_ARTICLES = frozenset(["la", "le", "el", "al", "st"])


def dateline_words(reading: Reading) -> range:
    """The words before the dash of "BAGHDAD, Dec 8 (Reuters) -" at the head of a text's line."""
    for at, word in enumerate(reading.words[:200]):
        line_start = at == 0 or "\n" in reading.gap(at)
        if line_start and reading.text[word.start : word.end].isupper() and _begins(reading, at):
            match = _DATELINE.match(reading.text, word.start)
            if match is None and at == 0:
                match = _COLON.match(reading.text)
            if match:
                inside = [w for w in reading.words[at : at + 12] if w.start < match.end()]
                return range(at, at + len(inside))
    return range(0)


def _begins(reading: Reading, at: int) -> bool:
    """Whether a word is as long as a name's, or its article: "LA PAZ"."""
    return reading.words[at].end - reading.words[at].start > 2 or reading.key(at) in _ARTICLES


def reported_from(reading: Reading, sightings: Sequence[Sighting]) -> str | None:
    """The country of the town with which the text begins, where its name can hardly mean one of
    another: a report is of the land that it comes from."""
    head = dateline_words(reading)
    town = next((s for s in sightings if s.first == head.start and head), None)
    if town is None or not _DATED.match(reading.text, reading.words[town.last].end):
        return None
    named = [c for c in town.candidates if c.quality is MatchQuality.NAME]
    best = max(named, key=lambda c: prior(c, town), default=None)
    if best is None or best.kind == "country":
        return None
    rest = (prior(c, town) for c in named if c.country != best.country)
    return best.country if prior(best, town) - max(rest, default=0.0) > _SURER else None


_NAME = re.compile(
    r"(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ'’-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ'’-]+){0,2})(?:(?P<more>, [A-Z]| \()|\s*-)"
)


def filed_from(document: Document, found: Sequence[PlaceMention]) -> PlaceMention | None:
    """The town of a document's dateline, among the places ``found`` in all its text, or of a list;
    else under its name alone, a mere "dateline" where neither land, day nor agency stands with it:
    "EXCLUSIVE -" names no town."""
    for segment in document.segments:
        if segment.kind is SegmentKind.DATELINE:
            inside = [p for p in found if segment.span.contains(p.span)]
            if inside and inside[0].place.precision is PlacePrecision.TOWN:
                return replace(inside[0], relation=None, metonym=False)
            name = _NAME.match(document.text, segment.span.start, segment.span.end)
            land = next((p.place.country for p in inside), None)
            return _named(name, land) if name else None
    return None


def _named(name: re.Match[str], land: str | None) -> PlaceMention:
    """The largest town of that name in the land around it, or in any."""
    listed = [
        c
        for c in load_gazetteer().lookup(name["name"])
        if c.kind == "town" and c.quality is not MatchQuality.VARIANT and land in (None, c.country)
    ]
    town = max(listed, key=lambda c: c.population, default=None)
    place = Place(name["name"], PlacePrecision.TOWN, country=land) if town is None else town.place
    relation = None if town or name["more"] else "dateline"
    return PlaceMention(Span(*name.span("name")), place, relation)
