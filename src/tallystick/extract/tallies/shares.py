"""The split of a count by place: "66 attacks, 32 in Iraq and 34 in Syria"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.effects.figures import CLASS_NOUN, OF_PERSONS, PART, Figure
from tallystick.extract.grammar.sentences import Sentence
from tallystick.extract.places.mentions import PlaceMention
from tallystick.model.document import Span
from tallystick.model.statement import TallyPart
from tallystick.model.values import CountRange


def shares(notes: Annotations, sentence: Sentence, found: Figure) -> list[TallyPart]:
    """The split: "32 in Iraq and 34 in Syria", here or at the head of the next sentence."""
    parts = list(_split(notes, Span(found.number.end, sentence.span.end), found))
    if parts:
        return parts if len(parts) > 1 or not own_place(notes, found) else []
    after = notes.sentences[sentence.index + 1 : sentence.index + 2]
    following = [p for s in after for p in _split(notes, s.span, found)]
    total = sum(p.count.low or 0 for p in following)
    return following if len(following) > 1 and total == found.count.low else []


def own_place(notes: Annotations, found: Figure) -> bool:
    return re.match(r"\s+in\s", notes.text[found.span.end : found.span.end + 4]) is not None


def _split(notes: Annotations, span: Span, found: Figure) -> Iterator[TallyPart]:
    most = found.count.low or found.count.high or 0
    for count in inside(notes.counts, span):
        figure = count.count.low
        if figure is None or figure > most or count.span == found.number:
            continue
        if count.count.text.lower() in ("a", "an"):  # "killed 35 outside a bank in Velm"
            continue
        place = _part_place(notes, Span(count.span.end, span.end))
        if place is not None:
            yield TallyPart(place.place, CountRange(figure, count.count.high, count.count.text))


def _part_place(notes: Annotations, rest: Span) -> PlaceMention | None:
    """The place that follows a figure with nothing but "times", "of them", "in" between."""
    near = inside(notes.places, Span(rest.start, min(rest.end, rest.start + 60)))
    if not near or CLASS_NOUN.search(notes.text, rest.start, near[0].span.start) is not None:
        return None
    gap = notes.text[rest.start : near[0].span.start]
    return near[0] if PART.fullmatch(gap) and not OF_PERSONS.search(gap) else None
