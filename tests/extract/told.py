"""One sentence, annotated: what the tests of persons and effects look at."""

from __future__ import annotations

from tallystick.extract.annotate import Annotations, annotate
from tallystick.extract.grammar.sentences import Sentence
from tallystick.intake.documents import read_text
from tallystick.model.document import Span


def annotated(text: str) -> Annotations:
    return annotate(read_text(text))


def sentence_of(notes: Annotations) -> Sentence:
    """The first sentence; the text must have one."""
    return notes.sentences[0]


def whole(notes: Annotations) -> Span:
    return Span(0, len(notes.text))
