"""Each figure of a document as an announced tally: what was counted, when, where, by whom."""

from __future__ import annotations

import re

from tallystick.extract.actors.voices import Voices
from tallystick.extract.annotate import Annotations
from tallystick.extract.effects.figures import Figure, bounds
from tallystick.extract.effects.tolls import clause_of
from tallystick.extract.grammar.sentences import Sentence
from tallystick.extract.tallies.areas import places
from tallystick.extract.tallies.counted import counted
from tallystick.extract.tallies.kinds import kind_of
from tallystick.extract.tallies.period import period
from tallystick.extract.tallies.shares import shares
from tallystick.extract.tallies.sides import attackers, targets
from tallystick.model.document import Span
from tallystick.model.ids import tally_id
from tallystick.model.statement import AnnouncedTally, TallyUnit


def tallies(notes: Annotations, voices: Voices) -> list[AnnouncedTally]:
    """The tallies that a document gives out, in order.

    A tally counts incidents (or weapons) of a class over a time: it needs a figure of at
    least five and words for the time or for the sum ("since", "a total of", "so far"). A
    bare running total ("raised it to 27") goes back to attacks told just before. A toll counts
    persons killed, injured or abducted in many incidents.
    """
    return [
        _tally(notes, voices, sentence, found)
        for sentence in notes.sentences
        for found in counted(notes, sentence)
    ]


def _tally(notes: Annotations, voices: Voices, sentence: Sentence, found: Figure) -> AnnouncedTally:
    own = _clause if found.unit is TallyUnit.ATTACKS else clause_of
    clause = own(notes, sentence, found.number)
    baseline, as_of = period(notes, sentence, found)
    parts = tuple(shares(notes, sentence, found))
    return AnnouncedTally(
        id=tally_id(notes.document.id, found.span),
        document=notes.document.id,
        count=found.count,
        what=found.what,
        kind=kind_of(found),
        baseline=baseline,
        as_of=as_of,
        chain=voices.at(found.span)[0].chain,
        span=found.span,
        places=places(notes, clause, found, parts),
        parts=parts,
        targets=targets(notes, clause, found),
        attackers=attackers(notes, clause, found),
        unit=found.unit,
        who=found.who,
    )


_CLAUSE_END = re.compile(r";|\s[–—]\s|\s--\s|,\s+(?:while|but|whereas|although)\b", re.IGNORECASE)


def _clause(notes: Annotations, sentence: Sentence, at: Span) -> Span:
    """The part of the sentence between strong marks that the count stands in."""
    start, end = bounds(sentence)
    for mark in _CLAUSE_END.finditer(notes.text, start, end):
        if mark.end() <= at.start:
            start = mark.end()
        elif mark.start() >= at.end:
            return Span(start, mark.start())
    return Span(start, end)
