"""Labels and readings in one form, so that any two of them can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from eval.gold.labels import GoldDocument, GoldIncident, GoldStatement
from eval.gold.score_same import Who, who
from eval.gold.texts import GoldText
from tallystick.ledger.view.consolidate import consolidate
from tallystick.model.document import Document, Span
from tallystick.model.incident import Incident
from tallystick.model.statement import (
    Field,
    Reading,
    Report,
    Source,
    SourceChain,
    Stance,
    Standing,
    Statement,
    Value,
)
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import ActorRef, CountRange, Place

LABELLED = frozenset(
    {
        Field.WHEN, Field.WHERE, Field.ATTACKER, Field.TARGET, Field.WEAPON, Field.OUTCOME,
        Field.KILLED, Field.INJURED, Field.ABDUCTED, Field.OCCURRENCE,
    }
)  # fmt: skip
OF_THE_DAY = (Standing.HAPPENED, Standing.PREVENTED)


@dataclass(frozen=True, slots=True)
class Said:
    """A statement. ``chains`` are the ways in which its sources may be counted: with the
    agency that the document credits and without it."""

    field: Field
    value: Value
    span: Span
    stance: Stance
    chains: tuple[tuple[Who, ...], ...]
    words: str  # those at the span
    actor: Who | None = None  # the attacker, where it is one
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """An incident as one reader has it; ``view`` is what the program's users would see of it."""

    id: str
    standing: Standing
    kinds: tuple[IncidentKind, ...]
    mentions: tuple[Span, ...]
    said: tuple[Said, ...]
    view: Incident
    optional: bool = False
    score: float = 1.0
    labelled: bool = False  # by a person, who quotes bare counts

    @property
    def wanted(self) -> bool:
        """Whether a reader must have it, and must have it as an incident of the day."""
        return self.standing in OF_THE_DAY and not self.optional

    def of(self, field: Field) -> Iterator[Said]:
        return (s for s in self.said if s.field is field)

    def asserted(self, field: Field) -> list[Said]:
        return [s for s in self.of(field) if s.stance is not Stance.DENIES]


@dataclass(frozen=True, slots=True)
class ToldTally:
    span: Span
    count: CountRange


@dataclass(frozen=True, slots=True)
class ToldDocument:
    """All that one reader has of one document. ``sources`` and ``contents`` are those of its
    attributions; ``generic`` spans name no single incident."""

    id: str
    text: str
    incidents: tuple[Told, ...]
    tallies: tuple[ToldTally, ...] = ()
    sources: tuple[Span, ...] = ()
    contents: tuple[Span, ...] = ()
    generic: tuple[Span, ...] = ()


# ------------------------------------------------------------------ labels


def of_labels(
    labels: GoldDocument, text: GoldText, document: Document | None = None
) -> ToldDocument:
    """A labelled document. ``document`` saves making it from the text once more."""
    made = document or text.document
    return ToldDocument(
        labels.document,
        text.text,
        tuple(_labelled(incident, made) for incident in labels.incidents),
        tuple(ToldTally(t.span, t.count) for t in labels.tallies),
        tuple(a.source for a in labels.attributions),
        tuple(a.content for a in labels.attributions),
        labels.generic,
    )


def _labelled(incident: GoldIncident, document: Document) -> Told:
    statements = [_with_words(s, document.text) for s in incident.statements]
    report = Report(
        incident.id,
        document.id,
        incident.mentions[0],
        incident.standing,
        tuple(_statement(incident.id, n, s, document) for n, s in enumerate(statements)),
    )
    return Told(
        incident.id,
        incident.standing,
        incident.kinds,
        incident.mentions,
        tuple(_said(s, document.text) for s in statements),
        consolidate((report,), {document.id: document}),
        incident.optional,
        labelled=True,
    )


def _with_words(statement: GoldStatement, text: str) -> GoldStatement:
    """A place gets its name back, which a label leaves to its span."""
    if isinstance(statement.value, Place):
        return replace(statement, value=replace(statement.value, name=statement.span.of(text)))
    return statement


def _statement(report: str, n: int, label: GoldStatement, document: Document) -> Statement:
    chain = tuple(Source(link.of(document.text)) for link in label.chain)
    return Statement(
        f"{report}-{n}",
        report,
        document.id,
        label.field,
        label.value,
        label.stance,
        chain,
        label.span,
    )


def _said(label: GoldStatement, text: str) -> Said:
    links = tuple(who(span.of(text), spans=(span,)) for span in label.chain)
    actor = None
    if isinstance(label.value, ActorRef):
        actor = who(label.value.name, label.span.of(text), spans=(label.span,))
    words = label.span.of(text)
    return Said(label.field, label.value, label.span, label.stance, (links,), words, actor)


# ------------------------------------------------------------------ readings


def of_reading(
    id: str,
    reading: Reading,
    attributed: Iterable[tuple[Span, Span]] = (),
    closing: SourceChain = (),
) -> ToldDocument:
    """What the program read. ``attributed`` are its attributions' sources and contents,
    ``closing`` the links that end each chain of the document: agency and publisher."""
    pairs = tuple(attributed)
    return ToldDocument(
        id,
        reading.document.text,
        tuple(_read(report, reading.document, closing) for report in reading.reports),
        tuple(ToldTally(t.span, t.count) for t in reading.tallies),
        tuple(source for source, _ in pairs),
        tuple(content for _, content in pairs),
    )


def _read(report: Report, document: Document, closing: SourceChain) -> Told:
    view = consolidate((report,), {document.id: document})
    kinds = tuple(s.span for s in report.of(Field.KIND))
    return Told(
        report.id,
        report.standing,
        (view.kind,),
        tuple(dict.fromkeys((report.anchor, *kinds))),
        tuple(_taken(s, document, closing) for s in report.statements if s.field in LABELLED),
        view,
        score=report.score,
    )


def _taken(statement: Statement, document: Document, closing: SourceChain) -> Said:
    value, words = statement.value, statement.span.of(document.text)
    actor = None
    if isinstance(value, ActorRef):
        actor = who(value.name, ids=(value.id,) if value.id else (), spans=(statement.span,))
    chains = tuple(tuple(map(_link, chain)) for chain in _open(statement.chain, closing))
    return Said(
        statement.field,
        value,
        statement.span,
        statement.stance,
        chains,
        words,
        actor,
        statement.confidence,
    )


def _link(source: Source) -> Who:
    return who(source.name, ids=(source.actor,) if source.actor else ())


def _open(chain: SourceChain, closing: SourceChain) -> list[SourceChain]:
    """The chain without the publisher; and without the agency that the document credits."""
    bare = chain
    found: list[SourceChain] = []
    for link in reversed(closing):
        if bare and bare[-1] == link:
            bare = bare[:-1]
        found.append(bare)
    return list(dict.fromkeys(found)) or [chain]


def distinct(actors: Sequence[Who]) -> list[Who]:
    """Each actor once: those of one id or of one name are one."""
    kept: list[Who] = []
    for actor in actors:
        known = next((k for k in kept if k.ids & actor.ids or k.names & actor.names), None)
        if known is None:
            kept.append(actor)
        else:
            kept[kept.index(known)] = known.joined(actor)
    return kept
