"""One incident in full: every account of every field, side by side; and why it is one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType
from rich.measure import Measurement
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tallystick.analyse.explain import Pair
from tallystick.ledger import Origins, Step, origins_of, series
from tallystick.model.document import Document, Span
from tallystick.model.incident import Incident, Position
from tallystick.model.judgement import Judgement, Verdict
from tallystick.model.statement import Field, Report, Stance, Standing, Statement, Value
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import (
    ActorRef,
    Casualties,
    Damage,
    Outcome,
    PartialDate,
    Place,
    Response,
    Target,
    WeaponUse,
)
from tallystick.present import words
from tallystick.present.context import flat, sentence_span
from tallystick.present.rows import figure_cell, plain_table, what_cell, where_cell

_COLUMN = 38  # characters that an account needs beside another
_MOST_JUDGEMENTS = 12
_HOLD = "\ue000"  # a blank at which no line is broken; rich breaks one at a no-break space
_COUNTED = (Field.KILLED, Field.INJURED, Field.ABDUCTED)
STANCE_WORDS: dict[Stance, str] = {
    Stance.REPORTS: "reports",
    Stance.CLAIMS: "claims",
    Stance.DENIES: "DENIES",
    Stance.BLAMES: "blames",
    Stance.DOUBTS: "doubts",
    Stance.CONFIRMS: "confirms",
    Stance.ANNOUNCES: "announces",
}


def show(
    incident: Incident,
    judgements: Sequence[Judgement],
    *,
    width: int,
    context: bool = False,
    others: Sequence[Incident] = (),
) -> Group:
    """Everything that the ledger has on an incident, for a console of that width.

    ``context`` gives the whole sentence of each quote, and the confidence of what is not sure
    as a number; ``others`` are its possible duplicates.
    """
    numbers = {document.id: n for n, document in enumerate(incident.documents, start=1)}
    origins = origins_of(incident)
    fields = [
        _field(origins, field, numbers, width=width, context=context)
        for field in Field
        if any(incident.of(field))
    ]
    return Group(
        _title(incident, context=context),
        *fields,
        _heading("documents"),
        _documents(origins, numbers),
        *_duplicates(others),
        *_history(incident, judgements),
    )


def _title(incident: Incident, *, context: bool) -> Text:
    parts = (words.date_cell(incident.when), where_cell(incident), what_cell(incident))
    text = Text(" · ".join(parts), style="bold")
    text.append(f"  {incident.id}\n", style="dim")
    if doubt := words.doubt(incident.confidence, number=context):
        text.append(f"That it is an incident is {doubt}\n", style="not bold dim")
    if incident.contested:
        text.append("Contested: " + ", ".join(incident.contested), style="bold yellow")
    else:
        text.append("No account contradicts another", style="not bold dim")
    return text


def _heading(title: str, note: str = "") -> Text:
    text = Text(f"\n{title.upper()}", style="bold cyan")
    if note:
        text.append(f"  {note}", style="bold yellow")
    return text


def _field(
    origins: Origins, field: Field, numbers: dict[str, int], *, width: int, context: bool
) -> Group:
    incident = origins.incident
    positions = incident.positions(field)
    columns = max(1, min(len(positions), width // _COLUMN))
    grid = Table.grid(padding=(0, 2), expand=False)
    for _ in range(columns):
        grid.add_column(max_width=max(_COLUMN, width // columns - 2), overflow="fold")
    cells = [_account(origins, p, numbers, context=context) for p in positions]
    for row in range(0, len(cells), columns):
        grid.add_row(*cells[row : row + columns])
    contested = field.value in {contest.value for contest in incident.contested}
    note = "contested" if contested else ""
    accounts = Padding(grid, (0, 0, 0, 2))
    series_ = _day_by_day(incident, field, numbers)
    return Group(_heading(field_title(field), note), accounts, *series_)


def field_title(field: Field) -> str:
    """The name of a field in words."""
    return {Field.OCCURRENCE: "whether it happened"}.get(field, field.value)


def _day_by_day(
    incident: Incident, field: Field, numbers: dict[str, int]
) -> Iterator[RenderableType]:
    """How the figure went with each day of publication, where there are several."""
    steps = series(incident, field) if field in _COUNTED else ()
    if len(steps) < 2:
        return
    table = plain_table("Published", "By then", "Best", "That day")
    for step in steps:
        day = step.published.isoformat() if step.published else "undated"
        best = "" if step.figure.best is None else str(step.figure.best)
        cells = (day, figure_cell(step.figure), best, _told(step, numbers))
        table.add_row(*map(Text, cells))
    yield Padding(table, (1, 0, 0, 2))


def _told(step: Step, numbers: dict[str, int]) -> str:
    """``109 by Pentagon → Paper B [2]``, account by account."""
    return "; ".join(
        f"{words.range_cell(t.count.low, t.count.high)} by {words.chain_cell(t.chain)}"
        f" [{numbers[t.document]}]"
        for t in step.told
    )


@dataclass(frozen=True, slots=True)
class _Held:
    """A text that is not broken at a ``_HOLD``, which stands for a blank: "1 origin"."""

    text: Text

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement.get(console, options, self.text)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        for line in self.text.wrap(console, options.max_width, overflow=options.overflow):
            line.plain = line.plain.replace(_HOLD, " ")
            yield line


def _account(
    origins: Origins, position: Position, numbers: dict[str, int], *, context: bool
) -> Group:
    """A value, and under it everyone who takes a stance on it, in their words."""
    text = Text(value_cell(position.value), style="bold")
    if doubt := words.doubt(position.confidence, number=context):
        text.append(f"  {_held(doubt)}", style="not bold dim")
    if len(position.chains) > 1:
        count = words.plural(len(origins.of(position.statements)), "origin")
        text.append(f"  {_held(count)}", style="not bold dim")
    parts: list[RenderableType] = [_Held(text)]
    for statement in position.statements:
        parts.append(_Held(_stance(statement, numbers[statement.document])))
        quote = _quote(origins.incident, statement, context=context)
        parts.append(Padding(quote, (0, 0, 0, 2)))
    return Group(*parts)


def _held(words_: str) -> str:
    return words_.replace(" ", _HOLD)


def _stance(statement: Statement, number: int) -> Text:
    """Who says it, and how; the document's number on one line with the verb."""
    style = "bold red" if statement.stance is Stance.DENIES else "not bold green"
    text = Text(f"{words.chain_cell(statement.chain)} ", style="not bold")
    text.append(STANCE_WORDS[statement.stance], style=style)
    text.append(f"{_HOLD}[{number}]", style="not bold dim")
    if statement.by:
        text.append(f" as read by {statement.by}", style="not bold yellow")
    return text


def _quote(incident: Incident, statement: Statement, *, context: bool) -> Text:
    document = incident.document(statement.document)
    whole = sentence_span(document, statement.span) if context else statement.span
    before = Span(whole.start, max(whole.start, statement.span.start)).of(document.text)
    after = Span(min(whole.end, statement.span.end), whole.end).of(document.text)
    text = Text("“", style="not bold")
    text.append(_flat_edge(before), style="dim")
    text.append(flat(statement.span.of(document.text)), style="italic")
    text.append(_flat_edge(after), style="dim")
    text.append("”")
    return text


def _flat_edge(text: str) -> str:
    """On one line, keeping a blank at either end: it goes beside other words."""
    kept = flat(text)
    return f"{' ' if text[:1].isspace() else ''}{kept}{' ' if text[-1:].isspace() and kept else ''}"


def value_cell(value: Value) -> str:
    """Any value of the model in a few words."""
    match value:
        case IncidentKind() | Standing():
            return words.plain(value)
        case PartialDate():
            return words.date_cell(value)
        case Place():
            return f"{words.place_name(value)} ({value.precision})"
        case ActorRef():
            return value.name
        case Target():
            return f"{words.target_cell(value)}: {words.plain(value.kind)}"
        case WeaponUse():
            return words.weapon_cell(value)
        case Casualties():
            return words.person_cell(value)
        case _:
            return _effect_cell(value)


def _effect_cell(value: Outcome | Damage | Response) -> str:
    match value:
        case Outcome():
            one, several = words.weapon_nouns(value.weapon) if value.weapon else ("", "")
            weapon = one if words.count_cell(value.count) in ("", "1") else several
            parts = (words.count_cell(value.count), weapon, words.FATE_PHRASES[value.fate])
            return " ".join(part for part in parts if part)
        case Damage():
            return {"none": "no damage"}.get(value.level, f"{value.level} damage")
        case Response():
            return f"{value.by.name}: {value.what}" if value.by else value.what


def _documents(origins: Origins, numbers: dict[str, int]) -> Table:
    incident = origins.incident
    table = Table.grid(padding=(0, 2))
    for document in incident.documents:
        lead = f"[{numbers[document.id]}]"
        table.add_row(Text(lead), Text(document_line(document)), Text(document.id, style="dim"))
        for first in (a for a, b in origins.copied if b == document.id):
            table.add_row("", Text(f"in the words of [{numbers[first]}]", "dim"))
        for report in incident.reports:
            if report.document == document.id:
                told = Text(f"tells of it as “{flat(report.anchor.of(document.text))}”", "dim")
                table.add_row("", told, Text(report.id, style="dim"))
    named = words.joined([o.source.name for o in origins.all])
    table.add_row("", Text(f"{words.plural(len(origins.all), 'independent origin')}: {named}"))
    return table


def document_line(document: Document) -> str:
    """``Rudaw, 2023-10-21: Title (file.txt)``."""
    published = words.date_cell(document.published) if document.published else "undated"
    title = f": {flat(document.title)}" if document.title else ""
    return f"{document.publisher or 'publisher unknown'}, {published}{title} ({document.name})"


def _duplicates(others: Iterable[Incident]) -> Iterator[RenderableType]:
    lines = [
        f"{o.id}  {words.date_cell(o.when)} · {where_cell(o)} · {what_cell(o)}" for o in others
    ]
    if lines:
        yield _heading("may be the same as")
        yield Padding(Text("\n".join(lines)), (0, 0, 0, 2))


# -- judgements ----------------------------------------------------------------------


def _history(incident: Incident, judgements: Sequence[Judgement]) -> Iterator[RenderableType]:
    """Why these reports are one incident, persons' judgements first; at most a dozen lines."""
    if not judgements:
        return
    ids = {report.id for report in incident.reports}
    apart = [j for j in judgements if not j.by_person and j.verdict is Verdict.DIFFERENT]
    order = sorted(
        (j for j in judgements if j not in apart),
        key=lambda j: (not j.by_person, not {j.a, j.b} <= ids),
    )
    yield _heading("history of judgements")
    lines = [judgement_line(j) for j in order[:_MOST_JUDGEMENTS]]
    if len(order) > _MOST_JUDGEMENTS:
        lines.append(f"and {len(order) - _MOST_JUDGEMENTS} more by the program")
    if apart:
        lines.append(f"different from {words.plural(len(apart), 'other report')}, by the program")
    yield Padding(Text("\n".join(lines)), (0, 0, 0, 2))


def judgement_line(judgement: Judgement) -> str:
    """``r-… and r-…: same (0.93), by the program``."""
    pair = f"{judgement.a} and {judgement.b}: {judgement.verdict}"
    if judgement.by_person:
        at = f" on {judgement.at:%Y-%m-%d %H:%M} UTC" if judgement.at else ""
        return f"{pair}, by {judgement.by}{at}: {judgement.why}"
    score = "" if judgement.score is None else f" ({judgement.score:.2f})"
    return f"{pair}{score}, by the program"


def explanation(pairs: Sequence[Pair], documents: dict[str, Document], *, most: int) -> Group:
    """Pairs of reports with the reasons in words, and the weight of each in bits."""
    parts: list[RenderableType] = []
    for pair in pairs[:most]:
        parts += _explained(pair, documents)
    if len(pairs) > most:
        parts.append(Text(f"\nand {len(pairs) - most} less likely pairs (--all shows them)"))
    return Group(*parts)


def _explained(pair: Pair, documents: dict[str, Document]) -> Iterator[RenderableType]:
    yield Text.assemble((_report_line(pair.a, documents), "bold"))
    yield Text.assemble((_report_line(pair.b, documents), "bold"))
    yield Text(f"  {_verdict(pair.compared)}")
    if pair.stands and pair.stands.by_person:
        yield Text(f"  What counts: {judgement_line(pair.stands)}", style="yellow")
    table = plain_table("Bits", "Compared", "Why", right=(0,))
    for reason in pair.compared.reasons:
        style = "green" if reason.weight > 0 else "red" if reason.weight < 0 else "dim"
        table.add_row(
            Text(f"{reason.weight:+.1f}", style), words.plain(reason.feature), Text(reason.words)
        )
    yield Padding(table, (0, 0, 0, 2))


def _report_line(report: Report, documents: dict[str, Document]) -> str:
    document = documents[report.document]
    anchor = flat(report.anchor.of(document.text))
    return f"{report.id}  “{anchor}”  {document_line(document)}"


def _verdict(judgement: Judgement) -> str:
    score = judgement.score
    chance = "" if score is None else f" (the same with a probability of {score:.2f})"
    return f"By the program: {judgement.verdict}{chance}"
