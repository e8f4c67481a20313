"""One incident for its page: accounts as columns, denials beside claims, figures, reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from tallystick.ledger import Origins, Step, series
from tallystick.model.document import Document
from tallystick.model.incident import Figure, Incident, Position
from tallystick.model.judgement import Judgement
from tallystick.model.statement import Field, Stance, Statement, Value
from tallystick.present import words
from tallystick.present.context import flat
from tallystick.present.rows import figure_cell
from tallystick.present.show import STANCE_WORDS, field_title, judgement_line, value_cell
from tallystick.web.library import Holdings

_COUNTED = (Field.KILLED, Field.INJURED, Field.ABDUCTED)
_MOST_JUDGEMENTS = 12
_PLOT = 160  # px from none to the highest figure


@dataclass(frozen=True, slots=True)
class Said:
    """One statement in words: value, stance, source chain, quote, and where it stands."""

    statement: str
    document: str
    value: str
    stance: str
    chain: str
    quote: str
    denies: bool
    doubt: str
    by: str = ""  # the analyst who corrected it


@dataclass(frozen=True, slots=True)
class Held:
    """A value in one document, and all who say or deny it there."""

    value: str
    differs: bool
    voices: tuple[Said, ...]

    @property
    def doubt(self) -> str:
        """That of the surest voice."""
        return min((voice.doubt for voice in self.voices), key=_DOUBTS.index)


_DOUBTS = ("", "likely", "uncertain")


@dataclass(frozen=True, slots=True)
class Row:
    """A field, and what each document says of it, in the order of the documents."""

    title: str
    contested: bool
    cells: tuple[tuple[Held, ...], ...]


def cell(value: Value) -> str:
    """A value as in the tables of the commands, but words for a day that nothing tells."""
    told = value_cell(value)
    return "day unknown" if told == "?" else told


def account_rows(incident: Incident) -> list[Row]:
    """The fields of which any account tells; ``differs`` marks what not all accounts share."""
    return [_row(incident, field) for field in Field if any(incident.of(field))]


def _row(incident: Incident, field: Field) -> Row:
    contested = field.value in {contest.value for contest in incident.contested}
    shared = _shared(incident, field)
    cells = tuple(
        tuple(_held(incident, field, document.id, shared if contested else None))
        for document in incident.documents
    )
    return Row(field_title(field), contested, cells)


def _held(
    incident: Incident, field: Field, document: str, shared: set[Value] | None
) -> Iterator[Held]:
    """What a document has of a field, value by value; ``shared`` is ``None`` if uncontested."""
    for position in incident.positions(field):
        ours = tuple(said(incident, s) for s in position.statements if s.document == document)
        if ours:
            differs = shared is not None and position.value not in shared
            yield Held(cell(position.value), differs, ours)


def _shared(incident: Incident, field: Field) -> set[Value]:
    """The values that all documents on a field give, where nobody denies them.

    Where one document alone speaks of it: the value of all its statements, if they have one.
    """
    told: dict[str, set[Value]] = {}
    for statement in incident.of(field):
        told.setdefault(statement.document, set()).add(statement.value)
    denied = {s.value for s in incident.of(field) if s.stance is Stance.DENIES}
    if len(told) == 1:
        (only,) = told.values()
        return only - denied if len(only) == 1 else set()
    return set.intersection(*told.values()) - denied


def said(incident: Incident, statement: Statement) -> Said:
    """A statement of an incident for a page."""
    return Said(
        statement.id,
        statement.document,
        cell(statement.value),
        STANCE_WORDS[statement.stance].lower(),
        words.chain_cell(statement.chain),
        flat(incident.quote(statement)),
        statement.stance is Stance.DENIES,
        words.doubt(statement.confidence),
        statement.by or "",
    )


# -- denials -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Dispute:
    """A value that somebody denies: who asserts it, and who denies it."""

    title: str
    value: str
    asserted: tuple[Said, ...]
    denied: tuple[Said, ...]


def disputes(incident: Incident) -> Iterator[Dispute]:
    """Every denied value of every field, its claims beside its denials.

    Of a denied figure the claims are all that account for anything on that field.
    """
    for field in Field:
        positions = incident.positions(field)
        for position in (p for p in positions if p.denied):
            by = [s for s in position.statements if s.stance is not Stance.DENIES]
            by = by or list(_other_claims(positions, field))
            yield Dispute(
                field_title(field),
                cell(position.value),
                tuple(said(incident, s) for s in by),
                tuple(said(incident, s) for s in position.statements if s.stance is Stance.DENIES),
            )


def _other_claims(positions: Iterable[Position], field: Field) -> Iterator[Statement]:
    """What is claimed of a casualty field: "two or more" is denied where "five" is claimed."""
    if field in _COUNTED:
        for position in positions:
            yield from (s for s in position.statements if s.stance is Stance.CLAIMS)


# -- figures -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Plot:
    """Low, best and high of one figure, on a line from none to the highest, in px."""

    name: str
    cell: str
    best: str
    low_x: float
    best_x: float
    high_x: float
    open: bool
    spread: bool
    origins: int
    steps: tuple[FigureStep, ...]


@dataclass(frozen=True, slots=True)
class FigureStep:
    """A day of publication: the figure by then, and what each account gave that day."""

    day: str
    cell: str
    best: str
    told: tuple[tuple[str, str, str], ...]  # count, source chain, document


def plots(incident: Incident, origins: Origins) -> list[Plot]:
    """The casualty figures that any account gives, on one scale."""
    figures = {
        Field.KILLED: incident.killed,
        Field.INJURED: incident.injured,
        Field.ABDUCTED: incident.abducted,
    }
    known = {field: figure for field, figure in figures.items() if figure.known}
    top = max((n for f in known.values() for n in (f.low, f.best, f.high) if n), default=0)
    return [_plot(origins, field, figure, top or 1) for field, figure in known.items()]


def _plot(origins: Origins, field: Field, figure: Figure, top: int) -> Plot:
    def x(number: int | None) -> float:
        return round((number or 0) / top * _PLOT, 1)

    high = figure.best if figure.high is None else figure.high
    steps = series(origins.incident, field)
    return Plot(
        field.value,
        figure_cell(figure),
        "" if figure.best is None else str(figure.best),
        x(figure.low),
        x(figure.best),
        x(high),
        figure.high is None,
        figure.high is None or figure.low != figure.high,
        len(origins.of_field(field)),
        tuple(_step(step) for step in steps) if len(steps) > 1 else (),
    )


def _step(step: Step) -> FigureStep:
    return FigureStep(
        step.published.isoformat() if step.published else "undated",
        figure_cell(step.figure),
        "" if step.figure.best is None else str(step.figure.best),
        tuple(
            (words.range_cell(t.count.low, t.count.high), words.chain_cell(t.chain), t.document)
            for t in step.told
        ),
    )


# -- origins and duplicates ----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OriginLine:
    """An independent origin by name, and the documents through which it is heard."""

    name: str
    documents: tuple[Document, ...]


def origin_lines(origins: Origins) -> list[OriginLine]:
    """Each independent origin with the documents through which it is heard."""
    return [
        OriginLine(o.source.name, tuple(origins.incident.document(d) for d in o.documents))
        for o in origins.all
    ]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Another incident that may be the same, with the likeliest pair's reasons."""

    other: Incident
    judgement: Judgement | None

    @property
    def score(self) -> str:
        score = self.judgement.score if self.judgement else None
        return "" if score is None else f"{score:.2f}"

    @property
    def reasons(self) -> list[tuple[str, str]]:
        """Each with its weight in bits, the weightiest first."""
        return weighed(self.judgement)


def weighed(judgement: Judgement | None) -> list[tuple[str, str]]:
    """The reasons of a judgement, each with its weight in bits, the weightiest first."""
    order = sorted(judgement.reasons if judgement else (), key=lambda r: -abs(r.weight))
    return [(f"{reason.weight:+.1f}".replace("-", "−"), reason.words) for reason in order]


def likenesses(incident: Incident, holdings: Holdings) -> list[Likeness]:
    """The possible duplicates that the view has."""
    others = (holdings.by_id.get(id) for id in incident.possible_duplicates)
    return [Likeness(o, _likeliest(incident, o, holdings)) for o in others if o]


def _likeliest(first: Incident, second: Incident, holdings: Holdings) -> Judgement | None:
    pairs = ((min(a.id, b.id), max(a.id, b.id)) for a, b in product(first.reports, second.reports))
    found = [j for pair in pairs if (j := holdings.effective.get(pair))]
    return max(found, key=lambda j: j.score or 0.0, default=None)


def history(incident: Incident, judgements: Sequence[Judgement]) -> tuple[list[str], int]:
    """The judgements by which its reports are one, persons' first, and how many more there are."""
    ids = {report.id for report in incident.reports}
    tied = [j for j in judgements if j.a in ids or j.b in ids]
    ours = [j for j in tied if j.a in ids and j.b in ids]
    ours += [j for j in tied if j.by_person and not (j.a in ids and j.b in ids)]
    ours.sort(key=lambda j: not j.by_person)
    lines = [named(judgement_line(j), [incident]) for j in ours]
    return lines[:_MOST_JUDGEMENTS], max(0, len(lines) - _MOST_JUDGEMENTS)


def named(line: str, incidents: Iterable[Incident]) -> str:
    """With each report by its first words and its publisher, in place of its id."""
    for incident in incidents:
        for report in incident.reports:
            document = incident.document(report.document)
            words_ = flat(report.anchor.of(document.text))
            line = line.replace(report.id, f"“{words_}” ({document.publisher or document.name})")
    return line
