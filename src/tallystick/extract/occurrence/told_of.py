"""Which incident a remark is on, and who makes it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tallystick.extract.actors.speaker_names import name_of
from tallystick.extract.actors.voices import Voice, Voices
from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.frames.frame import Frame
from tallystick.extract.grammar.nounphrase import left_phrase
from tallystick.extract.occurrence.remarks import Remark, remarks
from tallystick.extract.places.geography import may_be_one
from tallystick.extract.quotation.attribution import Attribution
from tallystick.extract.spoken import saying, speaking_over
from tallystick.model.document import Cover, Span
from tallystick.model.statement import Source, Stance, Standing
from tallystick.model.values import Place, PlacePrecision
from tallystick.vocab.lexicon import EventWord, Strength
from tallystick.vocab.matching import Hit, fold
from tallystick.vocab.pattern import Pattern

_REACH = 4  # sentences back to what a remark is on
_AFTER = 10_000  # characters: beyond all that is told before
_RIGHT_AFTER = 300  # characters from who speaks to "he"
_PRONOUN = Pattern(r"(?:it|they|he|she)", re.IGNORECASE)
_RELATIVE = Pattern(r"(?:we|i|who|which|that|this|there)", re.IGNORECASE)
_DONE = (Standing.HAPPENED, Standing.PREVENTED)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A remark with the voice that makes it; ``home`` is the number of its incident."""

    home: int
    remark: Remark
    voice: Voice


def occurrences(notes: Annotations, voices: Voices, found: Sequence[Frame]) -> Iterator[Occurrence]:
    """The remarks of a document that are on one of its incidents.

    "Rebels said they had shelled the post. **The army denied any attack.**": on the shelling,
    by the army.
    """
    for remark in remarks(notes):
        for home in _homes(notes, remark, found):
            yield Occurrence(home, remark, _voice(notes, voices, remark))


# ------------------------------------------------------------------ the incident


def _homes(notes: Annotations, remark: Remark, found: Sequence[Frame]) -> list[int]:
    """The incidents at the places that a remark goes on to name ("confirmed the attacks on Velm
    and Ashmar"); else that of which its own words tell, else the one just told of."""
    near = sorted(
        (distance, index)
        for index, frame in enumerate(found)
        if frame.standing in _DONE
        for distance in [_distance(remark, frame)]
        if distance is not None
    )
    several = _SEVERAL.search(remark.span.of(notes.text)) is not None
    clause = _LIST if several else _CLAUSE
    rest = clause.match(notes.text, remark.span.start, remark.sentence.span.end)
    words = rest.group().casefold() if rest else ""
    named = [i for _, i in near if (at := found[i].where) and at.name.casefold() in words]
    own = [i for distance, i in near if distance < 0]
    if len(named) > 1 and several:
        return named
    if not own and not named and near and _something_between(notes, remark, found[near[0][1]]):
        return []
    there = (*own, *named, *(i for _, i in near))
    return [i for i in there if not _elsewhere(notes, remark, found[i])][:1]


def _elsewhere(notes: Annotations, remark: Remark, frame: Frame) -> bool:
    """Whether a remark names the place of something else: "no raid in Velm", of Ashmar."""
    rest = _CLAUSE.match(notes.text, remark.span.start, remark.sentence.span.end)
    after = Span(remark.span.start, rest.end() if rest else remark.span.end)
    places = [p.place for p in inside(notes.places, after) if p.place.precision in _FINE]
    told = [m for m in frame.mentions if m.anchor.end <= remark.span.start]
    if not told or not places:
        return False
    own = [p.place for m in told for p in m.places] or ([frame.where] if frame.where else [])
    return bool(own) and not any(_may_be(place, known) for place in places for known in own)


def _may_be(place: Place, known: Place) -> bool:
    """Whether it can be the same: of two towns, only where they have one name."""
    if place.precision is not PlacePrecision.DISTRICT and known.precision is place.precision:
        return fold(place.name) == fold(known.name)
    return may_be_one(known, place) is not False


def _something_between(notes: Annotations, remark: Remark, frame: Frame) -> bool:
    """Whether the words just before a remark tell of something else: of none of the incidents."""
    own = Cover([*(m.clause for m in frame.mentions), *(r.span for r in remarks(notes))])
    at = notes.sentences.index(remark.sentence)
    start = notes.sentences[max(0, at - 1)].span.start
    told = inside(notes.events, Span(start, remark.span.start))
    return any(_tells(h, remark) for h in told if not own.touches(h.span))


def _tells(hit: Hit[EventWord], remark: Remark) -> bool:
    """Whether a word tells of an event: in the remark's own sentence a lesser one will do."""
    strength = hit.item.strength
    beside = hit.span.start >= remark.sentence.span.start
    return strength in _TELLING or (beside and strength is Strength.LAND)


_FINE = (PlacePrecision.SITE, PlacePrecision.TOWN, PlacePrecision.DISTRICT)
_TELLING = (Strength.STRONG, Strength.INTERCEPT)
_LIST = Pattern(r"[^,;]*")
_CLAUSE = Pattern(r"(?:(?!\band\b)[^,;])*", re.IGNORECASE)
_SEVERAL = Pattern(r"\b(?:attack|strike|raid|assault|bombing|blast|explosion)s\b", re.IGNORECASE)


def _distance(remark: Remark, frame: Frame) -> int | None:
    """Characters back from a remark to what is told of an incident; below 0 where the remark's
    own words tell of it, ``None`` where it is too far. What is told after it comes last."""
    told = [m for m in frame.mentions if m.trigger]
    if any(m.anchor.overlaps(remark.span) for m in told):
        return -1
    gaps = [
        gap if gap >= 0 else _AFTER - gap
        for m in told
        if 0 <= remark.sentence.index - m.sentence.index <= _REACH
        for gap in [remark.span.start - m.anchor.start]
    ]
    return min(gaps, default=None)


# ------------------------------------------------------------------ the voice


def _voice(notes: Annotations, voices: Voices, remark: Remark) -> Voice:
    """Whoever the words make speak ("**the army** denied"), the subject of words that are no word
    of saying ("**the police** knew of no raid"), or in whose words the remark stands."""
    at = remark.span
    own = next((a for a in speaking_over(notes, at) if _says(notes, a, remark)), None)
    if own is not None:
        return voices.of(own)
    around = voices.at(at)[0]
    subject = _subject(notes, voices, remark)
    if subject is None:
        return around
    passed_on = around.chain if around.attribution is None else voices.closing
    return Voice((subject, *passed_on), remark.stance)


def _says(notes: Annotations, said: Attribution, remark: Remark) -> bool:
    """Whether a word of saying is that of the remark: "denied", "described ... as fabricated"."""
    if not said.cue.overlaps(remark.span):
        return False
    first = said.cue.start == remark.span.start and said.stance is Stance.REPORTS
    plain = _NOUN.match(said.cue.of(notes.text)) is None
    return said.stance is remark.stance or (first and plain)


_NOUN = Pattern(r"(?:reports?|accounts?|claims?|stories)\b", re.IGNORECASE)


def _subject(notes: Annotations, voices: Voices, remark: Remark) -> Source | None:
    """Who called it so, put it down to that, knew of none: "he" is who has just spoken."""
    verb = _VERB.search(notes.text, remark.span.start, remark.span.end)
    if verb is None:
        return None
    phrase = left_phrase(notes.text, Span(remark.sentence.span.start, verb.start()))
    if phrase is None or _RELATIVE.fullmatch(phrase.of(notes.text).strip()):
        return None
    if _PRONOUN.fullmatch(phrase.of(notes.text).strip()):
        return _spoke_before(notes, voices, phrase)
    named = inside(notes.actors, phrase)
    actor = named[-1].actor if named else None
    return Source(name_of(notes.text, phrase), actor.id if actor else None)


def _spoke_before(notes: Annotations, voices: Voices, pronoun: Span) -> Source | None:
    if saying(notes, pronoun):
        return None
    before = Span(max(0, pronoun.start - _RIGHT_AFTER), pronoun.end)
    told = [a for a in speaking_over(notes, before) if a.cue.end <= pronoun.start]
    return voices.speaker(told[-1]) if told else None


_VERB = Pattern(
    r"\b(?:call(?:s|ed|ing)|describ\w+|denounc\w+|dismiss\w+|reject\w*|brand\w+|term(?:s|ed)|"
    r"label\w+|brush\w+|put|puts|blam\w+|attribut\w+|kn[eo]ws?|ha[ds]\s+(?:no|not)|have\s+no|heard|could\s+not(?!(?:\s+\w+ly)?\s+be)|"
    r"(?:was|were)\s+(?:unable|not\s+able)|refus\w+|den(?:ied(?!\s+by)|ies|ying)|confirm(?:ed(?!\s+by)|s|ing)|received|spoke|doubt\w*)\b",
    re.IGNORECASE,
)
