"""Profiles: what linking looks at in a report, gathered once before pairs are compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from typing import TypeVar

from tallystick.link.passages import Passage, Sentence, Story, join, sentences
from tallystick.model.document import Document
from tallystick.model.statement import Field, Report, Stance, Standing, Statement
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import (
    ActorRef,
    Casualties,
    CountRange,
    PartialDate,
    Place,
    PlacePrecision,
    Target,
    WeaponUse,
)
from tallystick.vocab.matching import fold

T = TypeVar("T")

_ASSERTED = (Stance.REPORTS, Stance.CONFIRMS)
_NUMBER = r"two|three|four|five|six|seven|eight|nine|ten|several|multiple|dozens|scores|\d+"
_ACTS = (
    r"attacks|assaults|strikes|air ?strikes|raids|bombings|explosions|blasts|incidents|shootings"
    r"|clashes|ambushes|operations|abductions|kidnappings|attempts"
)
_SEVERAL = re.compile(
    rf"\b(?:{_NUMBER}|string of|series of|wave of|spate of)\b(?: \S+){{0,3}}? (?:{_ACTS})\b"
)
_TIMES = re.compile(rf"\b(?:attacked|targeted|struck|hit|bombed|shelled) (?:{_NUMBER}) times\b")
_PEOPLE_HIT = frozenset(
    (IncidentKind.SHOOTING, IncidentKind.STABBING, IncidentKind.ASSASSINATION)
)  # people are hit

_NEAR = 1  # sentences on either side that are taken to tell of the same
_LEAD = 5  # sentences at the head of a text that say what all of it is about
_MARKS = 8
_REACH = 30  # characters on either side of the anchor in which a number of attacks counts
_PLURAL = re.compile(rf"\b(?:{_ACTS})\b")
_PLACE_RANK = {precision: rank for rank, precision in enumerate(PlacePrecision)}
_FINE_RANK = _PLACE_RANK[PlacePrecision.DISTRICT]


class Extent(IntEnum):
    """How many attacks a report's words speak of."""

    ONE = 0
    PLURAL = 1  # "rocket and drone attacks": one or more
    SEVERAL = 2  # "three attacks", "a string of assaults", "hit several times"


@dataclass(frozen=True, slots=True)
class Author:
    """Somebody to whom the act is put down; ``asserted`` when told as fact."""

    actor: ActorRef
    asserted: bool


@dataclass(frozen=True, slots=True)
class Profile:
    """What linking looks at in a report. Denied values are left out, but for the casualties.

    ``days`` and ``places`` are the finest that the report gives. ``passage`` is the wording
    of its own sentences and their neighbours, ``whole`` that of its document; the names of
    places, actors and targets are in neither, being compared as such. ``story`` is what the
    document is about where the report stands in its lead, else what the passage is about;
    ``marks`` are the story's heaviest words.
    """

    id: str
    document: str
    standing: Standing
    published: PartialDate | None
    language: str | None
    days: tuple[PartialDate, ...]
    places: tuple[Place, ...]
    kinds: frozenset[IncidentKind]
    authors: tuple[Author, ...]
    targets: tuple[Target, ...]
    weapons: tuple[WeaponUse, ...]
    killed: CountRange | None
    injured: CountRange | None
    abducted: CountRange | None
    voices: frozenset[str]
    extent: Extent
    passage: Passage
    whole: Passage
    story: Story
    marks: tuple[str, ...]

    @property
    def published_on(self) -> date | None:
        """The last day on which the document can have been published."""
        return self.published.end if self.published else None


@dataclass(frozen=True, slots=True)
class Text:
    """A document's sentences, analysed once for all its reports."""

    document: Document
    sentences: tuple[Sentence, ...]
    whole: Passage
    story: Story

    @classmethod
    def of(cls, document: Document) -> Text:
        found = sentences(document)
        story = Story.of([word for sentence in found for word in sentence.words])
        return cls(document, found, join(sentence.passage for sentence in found), story)


def profile(report: Report, text: Text) -> Profile:
    """The profile of a report of that document."""
    told = [s for s in report.statements if s.stance is not Stance.DENIES]
    named = [s for s in told if not (isinstance(s.value, Place) and s.value.is_described)]
    places, targets = _values(named, Field.WHERE, Place), _values(told, Field.TARGET, Target)
    authors = _authors(told)
    kinds = frozenset(_values(told, Field.KIND, IncidentKind))
    known = _name_words(places, targets, authors)
    passage, whole, story = _wording(report, text, known)
    return Profile(
        id=report.id,
        document=report.document,
        standing=report.standing,
        published=text.document.published,
        language=text.document.language,
        days=_finest(_values(told, Field.WHEN, PartialDate), _vagueness),
        places=_finest(places, lambda place: max(_FINE_RANK, _PLACE_RANK[place.precision])),
        kinds=kinds,
        authors=authors,
        targets=targets,
        weapons=_values(told, Field.WEAPON, WeaponUse),
        killed=_toll(report, Field.KILLED),
        injured=_toll(report, Field.INJURED),
        abducted=_toll(report, Field.ABDUCTED),
        voices=frozenset(fold(s.chain[0].name) for s in told if len(s.chain) > 1),
        extent=_extent(report, text, places, kinds),
        passage=passage,
        whole=whole,
        story=story,
        marks=story.marks(_MARKS),
    )


def _values(statements: Iterable[Statement], field: Field, type_: type[T]) -> tuple[T, ...]:
    found = (s.value for s in statements if s.field is field)
    return tuple(dict.fromkeys(v for v in found if isinstance(v, type_)))


def _finest(values: tuple[T, ...], coarseness: Callable[[T], int]) -> tuple[T, ...]:
    least = min(map(coarseness, values), default=0)
    return tuple(v for v in values if coarseness(v) == least)


def _vagueness(day: PartialDate) -> int:
    """Length in days, by the steps that matter: a day, a few, a week, a month, longer, none."""
    if day.is_floating:
        return 7 if day.weekday is None else 6
    if day.start is None or day.end is None:
        return 5
    length = (day.end - day.start).days + 1
    return next((i for i, most in enumerate((1, 4, 10, 31)) if length <= most), 4)


def _authors(statements: Iterable[Statement]) -> tuple[Author, ...]:
    found = (
        Author(s.value, s.stance in _ASSERTED)
        for s in statements
        if s.field is Field.ATTACKER and isinstance(s.value, ActorRef)
    )
    return tuple(dict.fromkeys(found))


def _toll(report: Report, field: Field) -> CountRange | None:
    """The highest number that the report gives for one class of people, as far as told."""
    values = (s.value for s in report.of(field) if s.stance is not Stance.DENIES)
    counts = [v.count for v in values if isinstance(v, Casualties)]
    return max(counts, key=lambda c: (c.best or 0, c.high or 0), default=None)


def _extent(
    report: Report, text: Text, places: tuple[Place, ...], kinds: frozenset[IncidentKind]
) -> Extent:
    sites = {p.id for p in places if p.precision is PlacePrecision.SITE and p.id}
    anchor = report.anchor
    own = next((s.span for s in text.sentences if s.span.overlaps(anchor)), anchor)
    before = max(own.start, anchor.start - _REACH)
    near = fold(text.document.text[before : min(own.end, anchor.end + _REACH)])
    begin, end = anchor.start - before, anchor.end - before
    counted = any(m.start() <= end and m.end() >= begin for m in _SEVERAL.finditer(near))
    counted |= bool(_TIMES.search(near)) and not _PEOPLE_HIT.intersection(kinds)
    if len(sites) > 1 or counted:
        return Extent.SEVERAL
    return Extent.PLURAL if _PLURAL.search(near[begin:end]) else Extent.ONE


def _name_words(
    places: Iterable[Place], targets: Iterable[Target], authors: Iterable[Author]
) -> frozenset[str]:
    names = [p.name for p in places] + [p.admin1 or "" for p in places]
    names += [t.name for t in targets] + [t.owner.name for t in targets if t.owner]
    names += [a.actor.name for a in authors]
    return frozenset(word for name in names for word in re.findall(r"\w+", fold(name)))


def _wording(report: Report, text: Text, known: frozenset[str]) -> tuple[Passage, Passage, Story]:
    spans = {report.anchor, *(s.span for s in report.statements)}
    own = [at for at, s in enumerate(text.sentences) if any(map(s.span.overlaps, spans))]
    near = {at + step for at in own for step in range(-_NEAR, _NEAR + 1)}
    inside = [s for at, s in enumerate(text.sentences) if at in near]
    leads = min(own, default=0) < _LEAD
    story = text.story if leads else Story.of([word for s in inside for word in s.words])
    known |= text.whole.officials
    whole = _without(text.whole, known)
    if len(inside) == len(text.sentences):
        return whole, whole, story
    return _without(join(s.passage for s in inside), known), whole, story


def _without(passage: Passage, known: frozenset[str]) -> Passage:
    pairs = frozenset(p for p in passage.full_names if not known.intersection(p))
    names = passage.names - known
    rare = passage.rare - known
    return replace(passage, rare=rare, names=names, full_names=pairs, officials=frozenset())
