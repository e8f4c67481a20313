"""The same document in another war: its names of places and actors exchanged for others.

What the reader learns must not hang on the names of one war. Each name of a country, a town
or a group is replaced throughout by one of the same sort, drawn at random; labels move with
the words.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from eval.gold.labels import GoldAttribution, GoldDocument, GoldIncident, GoldStatement, GoldTally
from tallystick.extract.annotate import annotate
from tallystick.model.document import Document, Span
from tallystick.model.values import PlacePrecision
from tallystick.vocab.actors import ActorKind, actor_book

_SYLLABLES = (
    "ka", "ro", "mi", "den", "tal", "zu", "ben", "al", "sha", "gor", "ne", "va", "lis", "tor",
    "an", "de", "ko", "ber", "sa", "mur", "i", "qa", "dar", "el", "pu", "ren", "os", "ti", "wa",
    "ham", "bu", "ja", "lo", "fe", "nor", "ye", "gi", "rak", "su", "mar",
)  # fmt: skip
_COUNTRIES = (
    "Ukraine", "Sudan", "Mali", "Yemen", "Colombia", "Myanmar", "Somalia", "Iraq", "Nigeria",
    "Afghanistan", "Libya", "Lebanon", "Peru", "Mexico", "Pakistan", "Ethiopia", "Haiti",
    "Mozambique", "Cameroon", "Chad", "Burundi", "Georgia", "Serbia", "Kosovo", "Turkey",
    "India", "Kenya", "Niger", "Egypt", "Thailand", "Israel", "Jordan", "Iran", "Russia",
    "Burkina Faso", "South Sudan", "Sri Lanka", "El Salvador", "Saudi Arabia", "Armenia",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Exchange:
    """What stands in for a stretch of the text."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A text with its exchanges made, and where its offsets have gone."""

    text: str
    exchanges: tuple[Exchange, ...]
    shifts: tuple[int, ...]  # after each exchange

    def span(self, span: Span) -> Span:
        """Where a span stands now; the edge of what was exchanged where it cut into that."""
        return Span(
            self._at(span.start, end=False),
            max(self._at(span.end, end=True), self._at(span.start, end=False)),
        )

    def _at(self, offset: int, *, end: bool) -> int:
        index = bisect_right(self.exchanges, offset, key=lambda e: e.span.start) - 1
        if index < 0:
            return offset
        exchange = self.exchanges[index]
        if offset < exchange.span.end or (offset == exchange.span.end and end):
            if offset == exchange.span.start and not end:
                return offset + (self.shifts[index - 1] if index else 0)
            if offset == exchange.span.start:
                return offset + (self.shifts[index - 1] if index else 0)
            start = exchange.span.start + (self.shifts[index - 1] if index else 0)
            return start + len(exchange.words) if end else start
        return offset + self.shifts[index]


def moved(text: str, exchanges: Sequence[Exchange]) -> Moved:
    """The text with all exchanges made; of two that overlap, the first stands."""
    kept: list[Exchange] = []
    for exchange in sorted(exchanges, key=lambda e: e.span):
        if not kept or exchange.span.start >= kept[-1].span.end:
            kept.append(exchange)
    parts: list[str] = []
    shifts: list[int] = []
    at = shift = 0
    for exchange in kept:
        parts += [text[at : exchange.span.start], exchange.words]
        at = exchange.span.end
        shift += len(exchange.words) - (exchange.span.end - exchange.span.start)
        shifts.append(shift)
    return Moved("".join([*parts, text[at:]]), tuple(kept), tuple(shifts))


def renamed(document: Document, gold: GoldDocument, seed: int) -> tuple[str, GoldDocument]:
    """A document's text in another war, and its labels there. One seed, one war."""
    draw = random.Random(f"{gold.document}/{seed}")
    now = moved(document.text, _exchanges(document, draw))
    return now.text, _relabelled(gold, now)


def _exchanges(document: Document, draw: random.Random) -> list[Exchange]:
    notes = annotate(document)
    chosen: dict[str, str] = {}
    found: list[Exchange] = []
    for place in notes.places:
        name = place.span.of(document.text)
        fresh = _country if place.place.precision is PlacePrecision.COUNTRY else _town
        found.append(Exchange(place.span, _same(chosen, name, fresh, draw)))
    for actor in notes.actors:
        if actor.actor is None or actor.actor.is_collective or actor.actor.place_like:
            continue
        fresh = partial(_actor, kind=actor.actor.kind)
        words = _same(chosen, actor.actor.id, fresh, draw)
        capitals = actor.span.of(document.text).isupper() and document.text.isupper()
        found.append(Exchange(actor.span, words.upper() if capitals else words))
    return found


def _same(
    chosen: dict[str, str], name: str, fresh: Callable[[random.Random], str], draw: random.Random
) -> str:
    """One stand-in for one name, in capitals where the name is."""
    words = chosen.setdefault(name.casefold(), fresh(draw))
    return words.upper() if name.isupper() and len(name) > 3 else words


def _country(draw: random.Random) -> str:
    return draw.choice(_COUNTRIES)


def _town(draw: random.Random) -> str:
    name = "".join(draw.choice(_SYLLABLES) for _ in range(draw.choice((2, 2, 3, 3)))).capitalize()
    return draw.choice((name, name, name, f"al-{name}", f"{name} {_tail(draw)}"))


def _tail(draw: random.Random) -> str:
    return "".join(draw.choice(_SYLLABLES) for _ in range(2)).capitalize()


def _actor(draw: random.Random, kind: ActorKind) -> str:
    return draw.choice(_actors_of(kind))


@lru_cache
def _actors_of(kind: ActorKind) -> tuple[str, ...]:
    return tuple(a.name for a in actor_book() if a.kind is kind and not a.is_collective)


# ------------------------------------------------------------------ labels that move


def _relabelled(gold: GoldDocument, now: Moved) -> GoldDocument:
    return replace(
        gold,
        incidents=tuple(_incident(i, now) for i in gold.incidents),
        generic=tuple(map(now.span, gold.generic)),
        attributions=tuple(_attribution(a, now) for a in gold.attributions),
        tallies=tuple(_tally(t, now) for t in gold.tallies),
    )


def _incident(incident: GoldIncident, now: Moved) -> GoldIncident:
    return replace(
        incident,
        mentions=tuple(map(now.span, incident.mentions)),
        statements=tuple(_statement(s, now) for s in incident.statements),
    )


def _statement(statement: GoldStatement, now: Moved) -> GoldStatement:
    chain = tuple(map(now.span, statement.chain))
    return replace(statement, span=now.span(statement.span), chain=chain)


def _attribution(attribution: GoldAttribution, now: Moved) -> GoldAttribution:
    return GoldAttribution(
        now.span(attribution.source),
        now.span(attribution.cue) if attribution.cue else None,
        now.span(attribution.content),
    )


def _tally(tally: GoldTally, now: Moved) -> GoldTally:
    return replace(tally, span=now.span(tally.span), chain=tuple(map(now.span, tally.chain)))
