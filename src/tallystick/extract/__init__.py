"""Document to Reports: what a document says of each incident, span by span.

The steps, each in a file of its own: ``annotate`` finds sentences, dates, places, actors,
weapons, counts and attributions; ``mentions`` cuts the sentences into what is told of one
incident; ``frames`` gathers the mentions of one incident; ``reports`` settles its day and
gives every value its voice; ``tallies`` reads the announced counts.
"""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.extract.annotate import annotate
from tallystick.extract.frames import frames
from tallystick.extract.mention import Mention
from tallystick.extract.mentions import mentions
from tallystick.extract.reports import reports
from tallystick.extract.tallies import tallies
from tallystick.extract.voices import voices_of
from tallystick.model.document import Document
from tallystick.model.statement import AnnouncedTally, Reading

__all__ = ["read"]


def read(document: Document) -> Reading:
    """Everything that one document says of incidents.

    Deterministic; looks at nothing but the document and the vocabulary. Every statement's
    span lies inside the text. A text without incidents gives an empty reading.
    """
    notes = annotate(document)
    voices = voices_of(notes)
    announced = tallies(notes, voices)
    told = [m for m in mentions(notes, voices) if not _counts(m, announced)]
    found = reports(notes, voices, frames(told))
    return Reading(document, tuple(found), tuple(announced))


def _counts(mention: Mention, announced: Sequence[AnnouncedTally]) -> bool:
    """Whether a mention belongs to a tally: "106 attacks since October" is no incident."""
    counting = [t.span for t in announced if mention.sentence.span.contains(t.span)]
    dated = mention.when is not None and mention.when.date.names_day
    return any(span.overlaps(mention.anchor) for span in counting) or (bool(counting) and not dated)
