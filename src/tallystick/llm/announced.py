"""Announced tallies from a model's answer: "106 attacks since 17 October"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.dates.mentions import DateRole
from tallystick.extract.effects.figures import CLASS_NOUN, OF_PERSONS
from tallystick.extract.tallies import tallies as rules_tallies
from tallystick.llm.drops import Drop, Reason
from tallystick.llm.values import overlapping, touching
from tallystick.model.document import Span
from tallystick.model.ids import tally_id
from tallystick.model.statement import AnnouncedTally, SourceChain
from tallystick.model.taxonomy import IncidentKind

if TYPE_CHECKING:
    from tallystick.llm.incidents import Checker
    from tallystick.llm.schema import Counted

_LEAST = 2


def announced(checker: Checker, counted: Sequence[Counted]) -> list[AnnouncedTally]:
    """The tallies whose words stand in the text, in its order.

    As the rules read them where they do; else with the number, class, baseline and places
    that the words of the quote give. The speakers are the model's where the text has them.
    """
    notes = checker.notes
    known = rules_tallies(notes, checker.speakers.voices)
    made: dict[str, AnnouncedTally] = {}
    for one in counted:
        span = checker.text.find(one.quote, context=one.context)
        if span is None:
            checker.drops.append(Drop("tally", one.quote, Reason.NO_QUOTE))
            continue
        chain = checker.speakers.named(one.sources, span)
        found = [t for t in known if t.span.overlaps(span)] or _own(checker, span)
        if not found:
            checker.drops.append(Drop("tally", one.quote, Reason.NO_COUNT))
        for tally in found:
            made.setdefault(tally.id, replace(tally, chain=chain) if chain else tally)
    return sorted(made.values(), key=lambda t: t.span)


def _own(checker: Checker, span: Span) -> list[AnnouncedTally]:
    """A tally that the rules do not see: a number, then a word for a class of incidents."""
    notes = checker.notes
    counts = [c for c in overlapping(notes.counts, span) if (c.count.best or 0) >= _LEAST]
    if len(counts) != 1:
        return []
    number = counts[0]
    noun = CLASS_NOUN.search(notes.text, number.span.end, max(span.end, number.span.end))
    if noun is None or OF_PERSONS.search(span.of(notes.text)):
        return []
    evidence = Span(number.span.start, noun.end())
    chain: SourceChain = checker.speakers.heard(evidence)[0].chain
    since = [
        d.date
        for s in touching(notes, evidence)
        for d in inside(notes.dates, s.span)
        if d.role is DateRole.SINCE
    ]
    return [
        AnnouncedTally(
            id=tally_id(notes.document.id, evidence),
            document=notes.document.id,
            count=number.count,
            what=" ".join(notes.text[number.span.end : noun.end()].split()),
            kind=_kind(notes, evidence),
            baseline=since[0] if since else None,
            as_of=None,
            chain=chain,
            span=evidence,
            places=tuple(p.place for p in inside(notes.places, span) if not p.metonym),
        )
    ]


def _kind(notes: Annotations, span: Span) -> IncidentKind:
    return next((h.item.kind for h in inside(notes.events, span)), IncidentKind.ATTACK)
