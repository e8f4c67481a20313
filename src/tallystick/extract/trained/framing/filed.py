"""The town of the dateline, for the news with which a report begins and which nothing else places.

"MILLDALE - A bomb went off outside a bank **here**": a report is filed from where its news is. From
the capital, or the largest towns, one is filed on all of a country; only words that go back to it
("here", "downtown") tell that its news is of the town.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.grammar.sentences import Sentence
from tallystick.extract.mentions.mention import Mention
from tallystick.extract.places.mention import PlaceMention
from tallystick.model.document import SegmentKind
from tallystick.model.values import Place
from tallystick.vocab.caseless import caseless
from tallystick.vocab.countries import countries, country_of_adjective
from tallystick.vocab.gazetteer import load_gazetteer
from tallystick.vocab.placekeys import words_of

__all__ = ["filed_here"]

_LEAD = 2  # sentences
_LARGE = 1_000_000
_HERE = caseless(
    r"\b(?:here|downtown|(?:the|this)\s(?:[\w-]+\s){0,2}(?:city|town|village|port|suburb)(?:['’]s)?)\b"
)


def filed_here(notes: Annotations, told: Sequence[Mention]) -> PlaceMention | None:
    """The town of the dateline, if what the mentions tell of is the news that it is on."""
    town = notes.filed
    if town is None:
        return None
    lead = _lead(notes)
    own = [m.sentence for m in told if m.sentence in lead]
    if not own:
        return None
    here = any(_HERE.search(notes.text, s.span.start, s.span.end) for s in own)
    sure = here or not (_is_seat(town.place) or town.relation)
    return replace(town, relation=None) if sure and _at_home(notes, lead, town) else None


def _lead(notes: Annotations) -> list[Sentence]:
    body = (s for s in notes.sentences if s.kind is not SegmentKind.TITLE)
    return list(islice(body, _LEAD))


def _is_seat(place: Place) -> bool:
    """Whether a town is a capital, or so large that a land is reported on from there."""
    land = countries().get(place.country or "")
    if land is not None and land.capital == place.name:
        return True
    known = load_gazetteer().lookup(place.name)
    return any(c.id == place.id and c.population >= _LARGE for c in known)


def _at_home(notes: Annotations, lead: Sequence[Sentence], town: PlaceMention) -> bool:
    """Whether the first sentences name no other land, nor a place that may be the one."""
    adjectives, land = country_of_adjective(), town.place.country
    for sentence in lead:
        words = words_of(sentence.span.of(notes.text))
        others = {adjectives.get(w.key, land) for w in words if w.capital}
        others |= {p.place.country or land for p in inside(notes.places, sentence.span)}
        if others - {land}:
            return False
    return True
