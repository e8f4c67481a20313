"""A frame: the mentions of one incident, and what they say of it together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tallystick.extract.dates.mentions import DateMention
from tallystick.extract.mentions.mention import Mention
from tallystick.extract.places.geography import finer, may_be_one
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance, Standing
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import (
    ActorRef,
    Casualties,
    CountRange,
    Fate,
    Outcome,
    PartialDate,
    Place,
    PlacePrecision,
    Target,
)
from tallystick.vocab.matching import fold

__all__ = [
    "COARSE",
    "Frame",
    "hurt",
    "in_another_place",
    "in_another_town",
    "is_placed",
    "moves_on",
    "only_lays",
    "other_entry",
    "targets_of",
    "tolls_of",
]

COARSE = (PlacePrecision.COUNTRY, PlacePrecision.REGION)
_OPENING = 30  # characters: "Across the river, in"
_LAID = (Stance.BLAMES, Stance.DOUBTS, Stance.DENIES)
_STOPPED = (Fate.REPELLED, Fate.DEFUSED)  # of an attack, which may have been foiled
_SOME = CountRange(2, None)  # a bare plural: no figure to tell two incidents by


@dataclass(slots=True)
class Frame:
    """The mentions of one incident so far. Only :func:`tallystick.extract.frames.reading.frames`
    changes it."""

    mentions: list[Mention] = field(default_factory=list)
    assumed: DateMention | None = None
    """The day that the running account had given when the frame was opened."""
    sure: Mapping[tuple[Field, Span], float] = field(default_factory=dict)
    """How probable it is that each value is told of this incident, where a reader can tell."""
    score: float | None = None
    """How probable it is that this is an incident, where a reader can tell."""

    @property
    def when(self) -> PartialDate | None:
        """The finest day that its own mentions give."""
        dates = [m.when.date for m in self.mentions if m.when]
        days = [d for d in dates if d.names_day]
        return next(iter(days or dates), None)

    @property
    def where(self) -> Place | None:
        places = [m.where.place for m in self.mentions if m.where]
        best: Place | None = None
        for place in places:
            if best is None or finer(place, best):
                best = place
        return best

    @property
    def standing(self) -> Standing:
        """Happened if any mention with an effect says so; else as first told."""
        told = [m.standing for m in self.mentions if m.trigger]
        ends = (d.value for m in self.mentions for d in m.drafts)
        fates = any(isinstance(v, Outcome) and v.fate not in _STOPPED for v in ends)
        fates = fates or max(map(hurt, self.mentions), default=0) > 0
        if Standing.HAPPENED in told or (fates and Standing.PREVENTED in told):
            return Standing.HAPPENED
        return told[0] if told else Standing.HAPPENED

    @property
    def kinds(self) -> frozenset[IncidentKind]:
        """What its mentions call it, a bare "attack" only where nothing says more."""
        told = frozenset(m.kind for m in self.mentions if m.trigger)
        return told - {IncidentKind.ATTACK} or told

    @property
    def is_summary(self) -> bool:
        """Several attacks told as one: by their number, or plural and no finer than a country."""
        heads = [m for m in self.mentions if m.trigger]
        coarse = self.where is None or self.where.precision in COARSE
        return bool(heads) and (heads[0].separate or (heads[0].plural and coarse))

    def authors(self) -> tuple[ActorRef, ...]:
        return tuple(a for m in self.mentions for a in m.authors())


def other_entry(frame: Frame, mention: Mention) -> bool:
    """Whether a mention stands in another entry of a digest, and names no place of the frame's."""
    entry, entries = mention.sentence.entry, {m.sentence.entry for m in frame.mentions}
    if entry is None or None in entries or entry in entries:
        return False
    if frame.where is None or not is_placed(mention) or mention.where is None:
        return True
    here, there = frame.where, mention.where.place
    if here.precision is there.precision is PlacePrecision.TOWN:
        return here.id != there.id or here.name != there.name
    return may_be_one(here, there) is not True or here.precision in COARSE


def on_the_page(mention: Mention) -> bool:
    """ "13:40 The group has claimed **the attack**": that of all the live page, not of its post."""
    entry = mention.sentence.entry
    if entry is None or not mention.definite or mention.where is not None:
        return False
    return _HOUR.match(mention.sentence.text, entry) is not None


_HOUR = re.compile(r"[^\S\n]*[\[(]?(?:[01]?\d|2[0-3])[:.h][0-5]\d\b")


def is_placed(mention: Mention) -> bool:
    """Whether a mention gives a place finer than a country."""
    return mention.where is not None and mention.where.place.precision not in COARSE


def hurt(mention: Mention) -> int:
    """The greatest number of killed that a mention gives: tells a war's toll from a day's."""
    counts = [
        d.value.count.low or 0
        for d in mention.drafts
        if d.field is Field.KILLED and isinstance(d.value, Casualties)
    ]
    return max(counts, default=0)


def other_day(one: PartialDate, other: PartialDate) -> bool:
    """Whether two dates cannot be of one day.

    A bare weekday is of the days about the writing ("on Wednesday"), also where no day of
    publication says of which week; of these nobody writes "in January 2020".
    """
    weekdays = any(d.is_floating and d.weekday is not None for d in (one, other))
    numbered = any(d.start is not None and not d.is_day for d in (one, other))
    return one.overlaps(other) is False or (weekdays and numbered)


def moves_on(frame: Frame, mention: Mention) -> bool:
    """ "In Bellavista, across the river, a child was killed": a town before all else, by another
    name, and a figure of its own, are those of another incident, near as the towns may be."""
    there, here, tolls = mention.where, frame.where, tolls_of([mention])
    if there is None or here is None or not tolls or tolls & tolls_of(frame.mentions):
        return False
    towns = there.place.precision is here.precision is PlacePrecision.TOWN
    first = mention.clause.start <= there.span.start < mention.clause.start + _OPENING
    opens = first and there.span.end < mention.anchor.start
    return towns and opens and not {here.id, fold(here.name)} & _names(mention)


def _names(mention: Mention) -> set[str | None]:
    """All places of a mention, by id and by name."""
    return {key for p in mention.places for key in (p.place.id, fold(p.place.name)) if key}


def in_another_place(frame: Frame, mention: Mention) -> bool:
    """Whether a mention gives a place of its own by another name than any of the frame's, and
    another toll where that place is finer: "in the Velm district" can lie in the frame's."""
    if frame.where is None or mention.where is None or frame.where.precision in COARSE:
        return False
    told = {fold(p.place.name) for m in frame.mentions for p in m.places} | {fold(frame.where.name)}
    if not is_placed(mention) or told & {fold(p.place.name) for p in mention.places}:
        return False
    tolls, theirs = tolls_of([mention]), tolls_of(frame.mentions)
    another = bool(tolls and theirs) and tolls.isdisjoint(theirs)
    return another or not finer(mention.where.place, frame.where)


def in_another_town(frame: Frame, mention: Mention) -> bool:
    """Whether a mention gives a town of its own that is not called as the frame's is."""
    if frame.where is None or mention.where is None:
        return False
    here, there = frame.where, mention.where.place
    names = {fold(p.place.name) for p in mention.places} | {fold(there.name)}
    again = fold(here.name) in names or here.id in {
        p.place.id for p in mention.places if p.place.id
    }
    return here.precision is there.precision is PlacePrecision.TOWN and not again


def targets_of(mentions: Sequence[Mention]) -> set[str]:
    """What was hit, by name; but the one who was hurt has another each time: "a man", "the
    victim"."""
    return {
        fold(d.value.name)
        for m in mentions
        for d in m.drafts
        if isinstance(d.value, Target)
        and not (_SOMEBODY.match(d.value.name) and _is_hurt(m, d.span))
    }


_SOMEBODY = re.compile(r"(?:an?|the|his|her|their)\s", re.IGNORECASE)


def _is_hurt(mention: Mention, target: Span) -> bool:
    return any(isinstance(d.value, Casualties) and d.span.contains(target) for d in mention.drafts)


def tolls_of(mentions: Sequence[Mention]) -> set[tuple[Field, int | None]]:
    """The figures of mentions, each with the sort of hurt: a bare plural is none."""
    return {
        (d.field, d.value.count.low)
        for m in mentions
        for d in m.drafts
        if isinstance(d.value, Casualties) and d.value.count != _SOME
    }


def only_lays(mention: Mention) -> bool:
    """ "**Two men were charged.**": of no attack's own, and with nothing but whose it may be."""
    if mention.trigger or mention.when is not None or mention.where is not None:
        return False
    return all(d.field is Field.ATTACKER and d.stance in _LAID for d in mention.drafts)
