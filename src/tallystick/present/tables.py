"""Tables of incidents, documents and tallies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from tallystick.analyse.tallies import Count, TallyCount
from tallystick.ledger import origins_of
from tallystick.model.document import Document
from tallystick.model.incident import Incident
from tallystick.model.statement import TallyUnit
from tallystick.present import words
from tallystick.present.brief import Reference
from tallystick.present.context import flat
from tallystick.present.rows import (
    Column,
    FittingTable,
    Narrow,
    figure_cell,
    incident_rows,
    plain_table,
)

_SHORTEST = 8  # characters of an id, "i-" included


def short_ids(ids: Iterable[str]) -> dict[str, str]:
    """Each id cut as short as all of them stay apart; any of these is good for a command."""
    ids = list(dict.fromkeys(ids))
    length = _SHORTEST
    while len({id[:length] for id in ids}) < len(ids):
        length += 1
    return {id: id[:length] for id in ids}


def incident_table(incidents: Sequence[Incident], ids: Mapping[str, str]) -> FittingTable:
    """One row an incident, in the order given; ``ids`` are the short ones of the whole ledger."""
    injured = [figure_cell(each.injured) for each in incidents]
    documents = [str(len(each.documents)) for each in incidents]
    origins = [str(len(origins_of(each).all)) for each in incidents]
    contested = [", ".join(each.contested) for each in incidents]
    return incident_rows(
        incidents,
        ids,
        Column("Injured", injured, number=True),
        Column("Docs", documents, number=True),
        Column("Origins", origins, number=True, narrow=Narrow.GONE),
        Column("Contested", contested, narrow=Narrow.LABELLED),
    )


def document_table(
    documents: Sequence[Document], counts: Mapping[str, int], readers: Mapping[str, str]
) -> FittingTable:
    """One row a document; ``counts`` has the number of reports read from each.

    ``readers`` says who read them, by document; told where it is not the program alone.
    """
    short = short_ids(d.id for d in documents)
    columns = [
        Column("Id", [short[d.id] for d in documents], whole=True),
        Column("Published", [words.date_cell(d.published) for d in documents], whole=True),
        Column("Publisher", [d.publisher or "?" for d in documents]),
        Column("Title", [d.title or "" for d in documents]),
        Column("Reports", [str(counts.get(d.id, 0)) for d in documents], number=True),
    ]
    if any(name.startswith("llm ") for name in readers.values()):
        read_by = [readers.get(d.id, "") for d in documents]
        columns.append(Column("Read by", read_by, narrow=Narrow.LABELLED))
    columns.append(Column("File", [d.name for d in documents], narrow=Narrow.UNDER))
    return FittingTable(columns, main="Title")


def left_out_table(rows: Iterable[tuple[str, str]]) -> Table:
    """One row an input that was left out: its name, and why."""
    table = plain_table("Document", "Why it was left out")
    for name, reason in rows:
        table.add_row(Text(name), Text(reason))
    return table


# -- tallies -------------------------------------------------------------------------


def tally_table(counts: Sequence[TallyCount], documents: int) -> Group:
    """The announced numbers beside the ledger's own, and what these can and cannot say."""
    rows = [row for each in counts for row in (_tally_cells(each), *_part_cells(each))]
    number, what, by, since, as_of, area, count = zip(*rows, strict=True) if rows else ((),) * 7
    columns = (
        Column("Announced", number, number=True),
        Column("Of what", what),
        Column("By", by, narrow=Narrow.LABELLED),
        Column("From", since, whole=True),
        Column("As of", as_of, whole=True),
        Column("Area", area, narrow=Narrow.LABELLED),
        Column("Ledger's count", count, number=True),
    )
    return Group(FittingTable(columns, main="Of what"), Text(_note(documents)))


def _tally_cells(each: TallyCount) -> tuple[str, ...]:
    tally = each.tally
    return (
        words.count_cell(tally.count),
        flat(tally.what),
        words.chain_cell(tally.chain),
        words.date_cell(tally.baseline),
        words.date_cell(tally.as_of or each.document.published),
        ", ".join(place.name for place in tally.places) or "any",
        count_cell(each.count) if _of_incidents(each) else "of persons",
    )


def _part_cells(each: TallyCount) -> Iterator[tuple[str, ...]]:
    for part in each.parts:
        cells = words.count_cell(part.part.count), f"  in {part.part.place.name}"
        yield (*cells, "", "", "", "", count_cell(part.count))


def _of_incidents(each: TallyCount) -> bool:
    return each.tally.unit is TallyUnit.ATTACKS


def count_cell(count: Count | None) -> str:
    """Low–best–high, or the one number that all three are."""
    if count is None:
        return "no start given"
    if count.low == count.high:
        return str(count.best)
    return f"{count.low} – {count.best} – {count.high}"


def _note(documents: int) -> str:
    return (
        "Each incident counts as one; low – best – high. The ledger's own count rests on the "
        f"{words.plural(documents, 'document')} that it holds: it shows how much of an announced "
        "number these account for, not whether the number is true."
    )


def tally_members(each: TallyCount, ids: Mapping[str, str]) -> RenderableType:
    """The incidents behind one count, those that are only possible apart."""
    title = Text(f"{words.count_cell(each.tally.count)} {flat(each.tally.what)}", style="bold")
    parts: list[RenderableType] = [title, Text(f"“{flat(each.quote)}”")]
    if each.count is None:
        why = "it does not say since when" if _of_incidents(each) else "it is of persons"
        return Group(*parts, Text(f"Not counted: {why}."))
    for label, incidents in (("Counted", each.count.members), ("Possible", each.count.possible)):
        parts.append(Text(f"{label}: {len(incidents)}"))
        if incidents:
            parts.append(incident_table(incidents, ids))
    return Group(*parts)


def reference_list(references: Iterable[Reference]) -> Table:
    """What the numbers of a brief refer to."""
    table = Table.grid(padding=(0, 1))
    for reference in references:
        table.add_row(Text(f"[{reference.number}]"), Text(reference.line))
    return table
