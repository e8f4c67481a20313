"""Where the incidents of a count were: "across Sudan's southern Darfur", "on El Obeid"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.effects.figures import Figure
from tallystick.extract.places.mentions import PlaceMention
from tallystick.extract.tallies.shares import own_place
from tallystick.model.document import Span
from tallystick.model.statement import TallyPart
from tallystick.model.values import Place, PlacePrecision
from tallystick.vocab.pattern import Pattern

AREA = Pattern(
    r"(?:\b(?:in|across|throughout|inside|within|around|near|over|at)\s+(?:the\s+|both\s+|"
    r"neighbou?ring\s+|northern\s+|southern\s+|eastern\s+|western\s+)*(?:(?:\w+\s+)?(?:town|city|village|"
    r"port|province|state|region|district|county|governorate)s?\s+of\s+)?)$",
    re.IGNORECASE,
)

_HIT_AREA = Pattern(  # "47 drone attacks on El Obeid": where, as much as whom
    r"\b(?:(?:attacks|strikes|raids|assaults|bombings|ambushes|incursions|airstrikes|salvos|barrages|fire)\s+"
    r"(?:on|against)|(?:rockets|shells|missiles|mortars|bombs|drones)\s+(?:fired\s+(?:at|on|into)|"
    r"(?:falling|landing)\s+(?:on|in)))\s+(?:the\s+)?(?:\w+\s+)?(?:(?:city|town|village|port|region)\s+of\s+)?$",
    re.IGNORECASE,
)

JOINED = Pattern(r"\s*(?:,|and|,\s*and|or|&)\s+(?:in\s+)?(?:the\s+)?", re.IGNORECASE)

_PART_OF = Pattern(  # "in Sudan's southern Darfur"
    r"(?:[’']?s|[’'])?\s+(?:(?:north|south|east|west|central|coastal|restive|remote|border)\w*\s+)*",
    re.IGNORECASE,
)


def places(
    notes: Annotations, clause: Span, found: Figure, parts: Sequence[TallyPart]
) -> tuple[Place, ...]:
    """Where it was counted: places after "in" or "across", not those in a side's name."""
    kept: list[PlaceMention] = []
    told = inside(notes.places, clause)
    for mention in told:
        before = notes.text[max(clause.start, mention.span.start - 40) : mention.span.start]
        owns = not AREA.search(before) and _qualifies(notes, mention, told)
        if mention.metonym or _of_source(notes, mention.span) or owns:
            continue
        joined = kept and JOINED.fullmatch(notes.text[kept[-1].span.end : mention.span.start])
        if kept and _is_part_of(notes, kept[-1], mention):
            kept[-1] = mention
        elif AREA.search(before) or _HIT_AREA.search(before) or joined:
            kept.append(mention)
    near = kept
    if not found.alone and own_place(notes, found):  # "36 times in Mali and 37 times in Niger"
        near = [p for p in kept if p.span.start >= found.span.end][:1]
    return tuple(dict.fromkeys([*(p.place for p in near), *(p.place for p in parts)]))


def _qualifies(notes: Annotations, mention: PlaceMention, told: Sequence[PlaceMention]) -> bool:
    """Whether a country's short name says whose things are with others': "US and coalition troops",
    "US and UK ships"."""
    joined = JOINED.match(notes.text, mention.span.end)
    if joined is None or _SHORT.fullmatch(mention.span.of(notes.text)) is None:
        return False
    after = next((each for each in told if each.span.start == joined.end()), None)
    if after is None:
        return _THINGS.match(notes.text, joined.end()) is not None
    return after.metonym or _qualifies(notes, after, told)


_SHORT = Pattern(r"(?:[A-Z]\.?){2,4}")
_THINGS = Pattern(r"(?!(?:its|their|the|in|on|at|since|were|was|have)\b)[\w-]+\s+[a-z]")


def _is_part_of(notes: Annotations, whole: PlaceMention, part: PlaceMention) -> bool:
    """Whether a place is told as part of the country just before: "in Sudan's southern Darfur"."""
    gap = notes.text[whole.span.end : part.span.start]
    country = whole.place.precision is PlacePrecision.COUNTRY
    inside_it = part.place.country in (None, whole.place.country)
    return country and inside_it and _PART_OF.fullmatch(gap) is not None


def _of_source(notes: Annotations, span: Span) -> bool:
    """Whether a place is of who speaks or of where it was said."""
    for attribution in notes.attributions:
        if attribution.source.contains(span):
            return True
        gap = notes.text[attribution.cue.end : span.start]
        if 0 <= span.start - attribution.cue.end < 25 and re.fullmatch(r"\s+(?:\w+\s+)?in\s+", gap):
            return True
    return False
