"""The figures of a sentence that are tallies, of attacks and of persons."""

from __future__ import annotations

import re

from tallystick.extract.annotate import Annotations
from tallystick.extract.effects.casualties import tolls
from tallystick.extract.effects.figures import Figure, compared, figures_in
from tallystick.extract.grammar.sentences import Sentence
from tallystick.model.document import Cover, Span

_SAME = re.compile(
    r"\b(?:in|over|during|for|within)\s+(?:the|that)\s+same\s+(?:[\w-]+\s+)?(?:period|time|span|day|week|month|"
    r"year)s?\b(?!\s+(?:of|in|a|last)\b)",
    re.IGNORECASE,
)


def counted(notes: Annotations, sentence: Sentence) -> list[Figure]:
    """Of incidents and of persons; no number is both."""
    found = figures_in(notes, sentence)
    taken = Cover(f.number for f in found)
    harmed = [f for f in tolls(notes, sentence) if not taken.touches(f.number)]
    others = (d for f in harmed[-1:] if (d := compared(notes, sentence, f)))
    harmed += [d for d in others if not taken.touches(d.number)]
    return sorted([*found, *harmed], key=lambda f: f.number)


def of_same_time(
    notes: Annotations, sentence: Sentence, clause: Span
) -> tuple[Sentence, Figure] | None:
    """The figure just before whose time a clause goes on with: "9 died **in the same period**"."""
    if sentence.index == 0 or not _SAME.search(notes.text, clause.start, clause.end):
        return None
    before = notes.sentences[sentence.index - 1]
    return next(((before, figure) for figure in counted(notes, before)), None)
