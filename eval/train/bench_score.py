"""Several readers on the gold, side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rich.table import Table

from eval.common import Figure
from eval.gold.labels import GoldDocument
from eval.gold.score_figures import MEASURES, figures
from eval.gold.score_match import Compared, compare
from eval.gold.score_told import of_labels, of_reading
from eval.gold.texts import GoldText
from tallystick.extract import read_by_rules
from tallystick.extract.actors.voices import closing_chain
from tallystick.extract.annotate import Annotations, annotate
from tallystick.extract.trained.reader import TrainedReader
from tallystick.model.document import Document, Span
from tallystick.model.statement import Reading

Said = list[tuple[Span, Span]]
"""Sources with what they say."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reader makes of a document: its reading, and who says what."""

    reading: Reading
    said: Said


Column = Callable[[Document], Answer]
Named = Mapping[str, Figure]


def pairs(notes: Annotations) -> Said:
    """The attributions of a document's annotations."""
    return [(a.source, a.content) for a in notes.attributions]


def by_rules(document: Document) -> Answer:
    """The rules alone."""
    return Answer(read_by_rules(document), pairs(annotate(document)))


@dataclass(frozen=True, slots=True)
class Both:
    """Rules and network, as the program reads with these weights."""

    reader: TrainedReader
    read: Callable[[Document], Reading]

    def __call__(self, document: Document) -> Answer:
        notes = self.reader.annotated(annotate(document), self.reader.scores(document))
        return Answer(self.read(document), pairs(notes))


def compared(
    labels: Iterable[GoldDocument], texts: Mapping[str, GoldText], column: Column
) -> list[Compared]:
    """Each labelled document as one reader has it, beside its labels."""
    found = []
    for label in labels:
        document = texts[label.document].document
        answer = column(document)
        given = of_reading(label.document, answer.reading, answer.said, closing_chain(document))
        found.append(compare(of_labels(label, texts[label.document], document), given))
    return found


def named(documents: Sequence[Compared]) -> Named:
    """All figures over some documents, by name."""
    return {figure.name: figure for figure in figures(documents)}


def beside(title: str, columns: Mapping[str, Named]) -> Table:
    """A row a measure (its F1, or its share), a column a reader."""
    table = Table(title=title, title_justify="left")
    table.add_column("measure", no_wrap=True)
    for name in columns:
        table.add_column(name, justify="right")
    for measure in MEASURES:
        cells = (value_of(measure.name, found) for found in columns.values())
        table.add_row(measure.name, *(f"{cell:.3f}" for cell in cells))
    return table


def value_of(measure: str, found: Named) -> float:
    """The F1 of a measure, or its share where it is one."""
    return (found.get(measure) or found[f"{measure}.f1"]).value
