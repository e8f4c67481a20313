"""Document to Reports: what a document says of each incident, span by span.

The steps, each in a file or folder of its own: ``annotate`` finds sentences, dates, places, actors,
weapons, counts and attributions; ``mentions`` cuts the sentences into what is told of one
incident; ``frames`` gathers the mentions of one incident; ``reports`` settles its day and
gives every value its voice; ``tallies`` reads the announced counts.
"""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.extract.actors.voices import Voices, voices_of
from tallystick.extract.annotate import Annotations, annotate
from tallystick.extract.effects.figures import EACH_TIME
from tallystick.extract.frames.reading import frames
from tallystick.extract.mentions.mention import Mention
from tallystick.extract.mentions.reading import mentions
from tallystick.extract.reports.by_force import told_by_force
from tallystick.extract.reports.reading import reports
from tallystick.extract.tallies import tallies
from tallystick.model.document import Document
from tallystick.model.statement import RULES, TRAINED, AnnouncedTally, Reading, TallyUnit
from tallystick.model.values import Casualties

__all__ = ["annotated", "read", "read_by_rules"]


def read(document: Document) -> Reading:
    """Everything that one document says of incidents, by the rules and the trained network.

    Deterministic; looks at nothing but the document, the vocabulary and the network. Every
    statement's span lies inside the text. A text without incidents gives an empty reading.
    """
    from tallystick.extract.trained import TrainedReader, is_there  # noqa: PLC0415 - slow to load

    if not is_there():
        return read_by_rules(document)
    network = TrainedReader.load()
    scores = network.scores(document)
    notes = network.annotated(annotate(document), scores)
    voices, announced, told = _told(notes)
    found = told_by_force(notes, network.frames(notes, told, scores))
    believed = network.believed(reports(notes, voices, found))
    return Reading(document, believed, announced, TRAINED)


def annotated(document: Document) -> Annotations:
    """What :func:`read` finds in a document before it looks for incidents."""
    from tallystick.extract.trained import TrainedReader, is_there  # noqa: PLC0415 - slow to load

    notes = annotate(document)
    if not is_there():
        return notes
    network = TrainedReader.load()
    return network.annotated(notes, network.scores(document))


def read_by_rules(document: Document) -> Reading:
    """As :func:`read`, by the rules alone: faster, and without the network's probabilities."""
    notes = annotate(document)
    voices, announced, told = _told(notes)
    found = told_by_force(notes, frames(told))
    return Reading(document, tuple(reports(notes, voices, found)), announced, RULES)


def _told(notes: Annotations) -> tuple[Voices, tuple[AnnouncedTally, ...], list[Mention]]:
    """Who speaks, the tallies, and the mentions that belong to none of them."""
    voices = voices_of(notes)
    announced = tuple(tallies(notes, voices))
    return voices, announced, [m for m in mentions(notes, voices) if not _counts(m, announced)]


def _counts(mention: Mention, announced: Sequence[AnnouncedTally]) -> bool:
    """Whether a mention belongs to a tally: "106 attacks since October" is no incident."""
    counting = [t for t in announced if mention.sentence.span.contains(t.span)]
    dated = mention.when is not None and mention.when.date.names_day
    if any(t.span.overlaps(mention.anchor) for t in counting):
        return True
    return not dated and any(_governs(t, mention) for t in counting)


def _governs(tally: AnnouncedTally, mention: Mention) -> bool:
    """A count of attacks takes all its sentence, but for one that this attack adds to; a toll
    its clause, if none is hurt beside it."""
    if tally.unit is TallyUnit.ATTACKS:
        return tally.what != EACH_TIME
    return mention.clause.overlaps(tally.span) and not any(
        isinstance(d.value, Casualties) for d in mention.drafts
    )
