"""Reading by the network alone, for the ablation.

What it still has of the rules: their candidates. Every trigger, date, place, actor, weapon and
number that the lexicons find is put to the network, since it only says what a span is and needs
spans that the vocabularies can turn into values; and the counts that are announced as tallies
are read by rules. What it has not: any word of theirs on what belongs together. No candidate
has a home, no mention a frame, a kind or a standing; attributions are the network's own; and
the weighing is learned anew on views without all that, on the documents given.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from eval.gold.labels import GoldDocument
from eval.train import combine
from eval.train.bench_score import Answer, pairs
from tallystick.extract.actors.voices import voices_of
from tallystick.extract.annotate import annotate
from tallystick.extract.frames.reading import frames
from tallystick.extract.mentions.mention import Mention
from tallystick.extract.mentions.reading import mentions
from tallystick.extract.reports.reading import reports
from tallystick.extract.tallies import tallies
from tallystick.extract.trained.combine import Combination
from tallystick.extract.trained.framing.reading import frames_of
from tallystick.extract.trained.joining.assembly import View, view
from tallystick.extract.trained.network.scores import Scores
from tallystick.extract.trained.reader import TrainedReader
from tallystick.model.document import Document
from tallystick.model.statement import Reading


def blind(seen: View) -> View:
    """A document's view without what the rules make of their own findings."""
    alone = tuple(_unweighed(m, seen.scores) for m in seen.mentions)
    found = tuple(replace(c, homes=frozenset(), ruled=False) for c in seen.candidates)
    return replace(seen, mentions=alone, family=(-1,) * len(alone), candidates=found)


def _unweighed(mention: Mention, scores: Scores) -> Mention:
    kinds = scores.kind(mention.anchor)
    return replace(mention, kind=max(kinds, key=lambda kind: kinds[kind]), strong=False)


def seen_alone(reader: TrainedReader, document: Document) -> View:
    """What the network sees in a document."""
    scores = reader.scores(document)
    notes = reader.annotated(replace(annotate(document), attributions=()), scores)
    told = mentions(notes, voices_of(notes))
    return blind(view(notes, told, frames(told), scores))


def learned(
    reader: TrainedReader, documents: Iterable[tuple[Document, GoldDocument]]
) -> Combination:
    """The weighing of the network's own probabilities, as the shipped one is learned."""
    views = [(seen_alone(reader, document), gold) for document, gold in documents]
    lessons = combine.Lessons()
    for one, gold in views:
        combine._events(lessons, one, gold)
    first = combine.fitted(lessons)
    for one, gold in views:
        combine._groups(lessons, one, gold, first)
    return combine.fitted(lessons)


@dataclass(frozen=True, slots=True)
class Alone:
    """The network alone, as a column of the ablation."""

    reader: TrainedReader
    weighing: Combination

    def __call__(self, document: Document) -> Answer:
        seen = seen_alone(self.reader, document)
        voices = voices_of(seen.notes)
        found = reports(seen.notes, voices, frames_of(seen, self.weighing))
        read = Reading(document, tuple(found), tuple(tallies(seen.notes, voices)))
        return Answer(read, pairs(seen.notes))
