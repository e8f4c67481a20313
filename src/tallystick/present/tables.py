"""Tables of incidents, documents and tallies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from tallystick.analyse.tallies import Count, TallyCount
from tallystick.ledger import origins_of
from tallystick.model.document import Document
from tallystick.model.incident import Figure, Incident
from tallystick.model.statement import Standing, TallyUnit
from tallystick.model.values import ActorRef, PlacePrecision
from tallystick.present import words
from tallystick.present.brief import Reference
from tallystick.present.context import flat

_INCIDENT_TITLES = (
    "Id", "Date", "Place", "What", "Who", "Killed", "Injured", "Contested", "Docs", "Origins",
)  # fmt: skip
_SHORTEST = 8  # characters of an id, "i-" included


def plain_table(*titles: str, caption: str | None = None) -> Table:
    """A table in the house style: ruled under the head, nothing else."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, caption=caption, caption_justify="left")
    for title in titles:
        table.add_column(title, overflow="fold")
    return table


def short_ids(ids: Iterable[str]) -> dict[str, str]:
    """Each id cut as short as all of them stay apart; any of these is good for a command."""
    ids = list(dict.fromkeys(ids))
    length = _SHORTEST
    while len({id[:length] for id in ids}) < len(ids):
        length += 1
    return {id: id[:length] for id in ids}


def incident_table(incidents: Sequence[Incident], ids: dict[str, str]) -> Table:
    """One row an incident, in the order given; ``ids`` are the short ones of the whole ledger."""
    table = plain_table(*_INCIDENT_TITLES)
    for column in table.columns[5:7] + table.columns[8:]:
        column.justify = "right"
    table.columns[0].no_wrap = table.columns[1].no_wrap = True
    for incident in incidents:
        table.add_row(*map(Text, _incident_cells(incident, ids)))
    return table


def _incident_cells(incident: Incident, ids: dict[str, str]) -> tuple[str, ...]:
    return (
        *opening_cells(incident, ids),
        figure_cell(incident.injured),
        ", ".join(incident.contested),
        str(len(incident.documents)),
        str(len(origins_of(incident).all)),
    )


def opening_cells(incident: Incident, ids: Mapping[str, str]) -> tuple[str, ...]:
    """With what the row of an incident opens: short id, date, place, what, who, killed."""
    return (
        ids.get(incident.id, incident.id),
        words.date_cell(incident.when),
        where_cell(incident),
        what_cell(incident),
        who_cell(incident),
        figure_cell(incident.killed),
    )


def where_cell(incident: Incident) -> str:
    place = incident.where
    if place is None:
        return "?"
    if place.country is None or place.precision is PlacePrecision.COUNTRY:
        return place.name
    return f"{place.name}, {place.country}"


def what_cell(incident: Incident) -> str:
    """The kind, and the standing where it is not that it happened."""
    kind = words.plain(incident.kind)
    return kind if incident.standing is Standing.HAPPENED else f"{kind} ({incident.standing})"


def who_cell(incident: Incident) -> str:
    """The authors, each by what makes it one."""
    parts = (
        ("", incident.attackers),
        ("claimed: ", incident.claimed_by),
        ("blamed: ", incident.blamed),
        ("suspected: ", incident.suspected),
    )
    told: set[ActorRef] = set()
    cells = []
    for label, actors in parts:
        fresh = [actor for actor in actors if actor not in told]
        told.update(fresh)
        if fresh:
            cells.append(label + words.names_cell(fresh))
    return "; ".join(cells) or "?"


def figure_cell(figure: Figure) -> str:
    """``3``, ``0–5``, ``3+``; empty where no account gives a figure."""
    return words.range_cell(figure.low, figure.high) if figure.known else ""


def document_table(
    documents: Sequence[Document], counts: dict[str, int], readers: dict[str, str]
) -> Table:
    """One row a document; ``counts`` has the number of reports read from each.

    ``readers`` says who read them, by document; told where it is not the program alone.
    """
    others = any(name.startswith("llm ") for name in readers.values())
    last = ("Read by", "File") if others else ("File",)
    table = plain_table("Id", "Published", "Publisher", "Title", "Reports", *last)
    table.columns[4].justify = "right"
    short = short_ids(d.id for d in documents)
    for document in documents:
        cells = (
            short[document.id],
            words.date_cell(document.published),
            document.publisher or "?",
            document.title or "",
            str(counts.get(document.id, 0)),
            *([readers.get(document.id, "")] if others else []),
            document.name,
        )
        table.add_row(*map(Text, cells))
    return table


def left_out_table(rows: Iterable[tuple[str, str]]) -> Table:
    table = plain_table("Document", "Why it was left out")
    for name, reason in rows:
        table.add_row(Text(name), Text(reason))
    return table


# -- tallies -------------------------------------------------------------------------


def tally_table(counts: Sequence[TallyCount], documents: int) -> Group:
    """The announced numbers beside the ledger's own, and what these can and cannot say."""
    table = plain_table("Announced", "Of what", "By", "From", "As of", "Area", "Ledger's count")
    table.columns[0].justify = table.columns[-1].justify = "right"
    for each in counts:
        table.add_row(*map(Text, _tally_cells(each)))
        for part in each.parts:
            cells = words.count_cell(part.part.count), f"  in {part.part.place.name}"
            table.add_row(*map(Text, (*cells, "", "", "", "", count_cell(part.count))))
    return Group(table, Text(_note(documents)))


def _tally_cells(each: TallyCount) -> tuple[str, ...]:
    tally = each.tally
    return (
        words.count_cell(tally.count),
        flat(tally.what),
        words.chain_cell(tally.chain),
        words.date_cell(tally.baseline),
        words.date_cell(tally.as_of or each.document.published),
        ", ".join(place.name for place in tally.places) or "any",
        count_cell(each.count) if _of_incidents(each) else "persons, not counted",
    )


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


def tally_members(each: TallyCount, ids: dict[str, str]) -> RenderableType:
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
