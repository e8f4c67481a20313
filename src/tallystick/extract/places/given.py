"""Names that are known to be names of places, each with its place in the document.

What Gritta, Pilehvar and Collier (2020), *A pragmatic guide to geoparsing evaluation*, call
toponym resolution with given names. A name on no list (a street, a school, a village) gets the
place that the words put around it: coarser, but what the text says.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice

from tallystick.extract.places.choice import within
from tallystick.extract.places.evidence import is_container
from tallystick.extract.places.focus import NOWHERE, Home
from tallystick.extract.places.mentions import Read, read_places
from tallystick.extract.places.toponyms import Sighting
from tallystick.model.document import Span
from tallystick.model.values import Place
from tallystick.vocab.countries import countries
from tallystick.vocab.gazetteer import Candidate, Gazetteer, load_gazetteer
from tallystick.vocab.placekeys import key_of
from tallystick.vocab.toponyms import singular, toponym_words

__all__ = ["resolve_names"]

_BESIDE_KM = 60.0


def resolve_names(
    text: str,
    names: Sequence[Span],
    *,
    home: Home = NOWHERE,
    gazetteer: Gazetteer | None = None,
) -> list[Place | None]:
    """The place of each stretch of a document that is known to be a place's name.

    Adjectives ("Syrian") are their countries here. A name that no list has is given the town,
    district or province that the words put around it: that place's own name, point and
    precision. ``None`` where there is none either, or a longer or earlier
    name of ``names`` covers it.
    """
    read = read_places(text, gazetteer or load_gazetteer(), (), names, home)
    found = {s.first: _place(read, at, s, c) for at, (s, c) in enumerate(read.pairs) if s.given}
    ends = [word.end for word in read.reading.words]
    firsts = (bisect_right(ends, name.start) for name in names)
    return [found.get(first) for first in firsts]


def _place(read: Read, at: int, name: Sighting, chosen: Candidate | None) -> Place | None:
    if chosen is not None and not (_is_loose(read, name) and _far(read, name, chosen)):
        return chosen.place
    held = _land(read, name) or _holder(read, at)
    return held.place if held is not None else None


def _is_loose(read: Read, name: Sighting) -> bool:
    """Whether a name is a building's or street's, or an ordinary word: "Elm", of "Elm Street"."""
    words = toponym_words()
    if name.part or name.key in words.common:
        return not name.known
    following = read.reading.key(name.last + 1) if read.reading.joined(name.last + 1) else ""
    return {following, singular(following)} & (words.streets | words.facility) != set()


def _far(read: Read, name: Sighting, chosen: Candidate) -> bool:
    """Whether the town in a building's name is away from all that the text names: "at the
    Liverpool Academy" in Cairo."""
    others = [c for s, c in read.pairs if c is not None and not s.part and s.key != name.key]
    return not any(within(c, chosen, _BESIDE_KM) for c in others)


def _land(read: Read, name: Sighting) -> Candidate | None:
    """The country that the document speaks of, by its initials: "SA", "T&T"."""
    if (
        not name.key.replace(" ", "").isalpha()
        or not _span(read, name).of(read.reading.text).isupper()
    ):
        return None
    for code in read.hints.countries:
        words = key_of(countries()[code].name).split()
        initials = "".join(word[0] for word in words if word not in ("of", "and", "the"))
        if len(initials) > 1 and initials == name.key.replace(" ", ""):
            named = read.gazetteer.lookup(countries()[code].name)
            return next((c for c in named if c.kind == "country"), None)
    return None


def _holder(read: Read, at: int) -> Candidate | None:
    """What the words put around a name: "the school in Ostara", "Elm Street, Ostara"."""
    resolved = {s.first: c for s, c in read.pairs if not s.part}
    around = (resolved.get(outer.first) for outer in read.held.get(at, ()))
    held = next((c for c in around if c is not None), None)
    (name, _), *following = islice(read.pairs, at, at + 2)
    beside = (c for outer, c in following if is_container(read.reading, name, outer))
    return held or next(beside, None)


def _span(read: Read, name: Sighting) -> Span:
    words = read.reading.words
    return Span(words[name.first].start, words[name.last].end)
