"""Names that are known to be names of places, each with its place in the document.

What Gritta, Pilehvar and Collier (2020), *A pragmatic guide to geoparsing evaluation*, call
toponym resolution with given names. A name on no list (a street, a school, a village) gets the
place that its sentence puts around it: coarser, but what the text says.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from tallystick.extract.place_choice import within
from tallystick.extract.place_focus import NOWHERE, Home
from tallystick.extract.places import Read, read_places, sentence_around
from tallystick.extract.toponyms import Sighting
from tallystick.model.document import Span
from tallystick.model.values import Place, PlacePrecision
from tallystick.vocab.countries import countries
from tallystick.vocab.gazetteer import Candidate, Gazetteer, load_gazetteer
from tallystick.vocab.placekeys import key_of
from tallystick.vocab.toponyms import singular, toponym_words

__all__ = ["resolve_names"]

_BESIDE_KM = 60.0
_HOLDS = (PlacePrecision.TOWN, PlacePrecision.DISTRICT, PlacePrecision.PROVINCE)
_SIZABLE = 20_000
_WINDOW = 2  # sentences back in which a town named before still holds what is told


def resolve_names(
    text: str,
    names: Sequence[Span],
    *,
    home: Home = NOWHERE,
    gazetteer: Gazetteer | None = None,
) -> list[Place | None]:
    """The place of each stretch of a document that is known to be a place's name.

    Adjectives ("Syrian") are their countries here. A name that no list has is given the town,
    district or province that its sentence, or one shortly before, names around it: that place's
    own name, point and precision. ``None`` where there is none either, or a longer or earlier
    name of ``names`` covers it.
    """
    read = read_places(text, gazetteer or load_gazetteer(), (), names, home)
    around = _steady(read)
    found = {
        s.first: _place(read, around, at, s, c) for at, (s, c) in enumerate(read.pairs) if s.given
    }
    ends = [word.end for word in read.reading.words]
    firsts = (bisect_right(ends, name.start) for name in names)
    return [found.get(first) for first in firsts]


_Named = list[tuple[Sighting, Candidate]]


def _place(
    read: Read, steady: _Named, at: int, name: Sighting, chosen: Candidate | None
) -> Place | None:
    if chosen is not None and not (_is_loose(read, name) and _far(read, name, chosen)):
        return chosen.place
    held = _land(read, name) or _holder(read, steady, at, name) or chosen
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


def _holder(read: Read, steady: _Named, at: int, name: Sighting) -> Candidate | None:
    """What the words put around a name; else the nearest place of its sentence, the finest
    first; else the last town of the sentences before; else the town that the text is set in."""
    resolved = {s.first: c for s, c in read.pairs if not s.part}
    around = (resolved.get(outer.first) for outer in read.held.get(at, ()))
    stated = next((c for c in around if c is not None), None)
    if stated is not None:
        return stated
    towns = [(s, c) for s, c in steady if c.precision is PlacePrecision.TOWN]
    return _in_sentence(read, steady, name) or _before(read, towns, name) or _most_named(towns)


def _steady(read: Read) -> _Named:
    """The towns, districts and provinces that are no stray namesakes themselves: of some
    size, or near another."""
    found = [(s, c) for s, c in read.pairs if c is not None and c.precision in _HOLDS]
    kept = [(s, c) for s, c in found if not _is_loose(read, s)]
    return [
        (s, c)
        for s, c in kept
        if c.own
        or c.population >= _SIZABLE
        or any(o.id != c.id and within(c, o, _BESIDE_KM) for _, o in kept)
    ]


def _in_sentence(read: Read, steady: _Named, name: Sighting) -> Candidate | None:
    span = _span(read, name)
    sentence = sentence_around(read.reading, span)
    beside = [
        (_HOLDS.index(c.precision), _gap(span, _span(read, s)), c)
        for s, c in steady
        if s is not name and sentence.contains(_span(read, s))
    ]
    return min(beside, key=lambda one: one[:2])[2] if beside else None


def _before(read: Read, towns: _Named, name: Sighting) -> Candidate | None:
    """The last town of the sentence before, or of the one before that."""
    start = _span(read, name).start
    heads = read.reading.heads
    window = heads[max(0, bisect_right(heads, start) - 1 - _WINDOW)] if heads else 0
    spans = ((c, _span(read, s).start) for s, c in towns)
    return next((c for c, at in reversed(list(spans)) if window <= at < start), None)


def _most_named(towns: _Named) -> Candidate | None:
    """The town that the text names most, if it does so more than once."""
    counts = Counter(c for _, c in towns)
    best = counts.most_common(1)
    return best[0][0] if best and best[0][1] > 1 else None


def _span(read: Read, name: Sighting) -> Span:
    words = read.reading.words
    return Span(words[name.first].start, words[name.last].end)


def _gap(first: Span, second: Span) -> int:
    return max(second.start - first.end, first.start - second.end)
