"""Two reports, or incidents, side by side: what each says, and why the program holds them alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tallystick.model.document import Document, Span
from tallystick.model.incident import Incident
from tallystick.model.judgement import Judgement, Verdict
from tallystick.model.statement import Field, Report, Statement, Value
from tallystick.present.context import flat
from tallystick.present.show import field_title, judgement_line
from tallystick.web import accounts
from tallystick.web.desk import queue
from tallystick.web.desk.writing import compared
from tallystick.web.library import library

_MOST = 12  # pairs of one incident to choose from
_AROUND = 300  # characters of the text shown around a report's first words


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: its incident, the reports meant, and the words of the likeliest of them."""

    incident: Incident
    reports: tuple[Report, ...]
    document: Document
    before: str
    anchor: str
    after: str


@dataclass(frozen=True, slots=True)
class PairRow:
    """A field, and what either side says of it; ``differs`` where they share no value."""

    title: str
    differs: bool
    cells: tuple[tuple[accounts.Held, ...], tuple[accounts.Held, ...]]


def pair(request: HttpRequest, a: str, b: str) -> HttpResponse:
    """The page on which the two are judged."""
    return shown(request, a, b)


def shown(request: HttpRequest, a: str, b: str, wrong: str = "", status: int = 200) -> HttpResponse:
    """The same with what went wrong in judging, if anything did."""
    holdings = library().view()
    likeliest, *more = compared(a, b, holdings)
    first, second, program = likeliest.a, likeliest.b, likeliest.program
    ours = holdings.by_report[first], holdings.by_report[second]
    if _has(ours[0], b) and not _has(ours[0], a):
        first, second, ours = second, first, ours[::-1]
    sides = [
        _side(incident, report, id)
        for incident, report, id in zip(ours, (first, second), (a, b), strict=True)
    ]
    key = "+".join((a, b))
    asked = request.POST if request.method == "POST" else request.GET
    told = {
        "holdings": holdings,
        "a": a,
        "b": b,
        "sides": sides,
        "rows": list(_rows(sides)),
        "reasons": accounts.weighed(program),
        "score": program and program.score,
        "pairs": 1 + len(more),
        "judged": _told(likeliest.stands, sides),
        "verdicts": list(Verdict),
        "key": key,
        "claimed": queue.claimed_by(key),
        "only": asked.get("only", ""),
        "done": asked.get("done", ""),
        "onward": asked.get("onward", ""),
        "typed": request.POST,
        "wrong": wrong,
        "split": ours[0].id == ours[1].id,
    }
    return render(request, "pair.html", told, status=status)


def _has(incident: Incident, id: str) -> bool:
    return incident.id == id or any(report.id == id for report in incident.reports)


def _side(incident: Incident, report: str, id: str) -> Side:
    chosen = next(r for r in incident.reports if r.id == report)
    document = incident.document(chosen.document)
    meant = (chosen,) if id.startswith("r-") else incident.reports
    return Side(incident, meant, document, *excerpt(document.text, chosen.anchor))


def excerpt(text: str, span: Span) -> tuple[str, str, str]:
    """The words before a span, in it, and after it, as far as whole words go."""
    before, after = text[: span.start], text[span.end :]
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    return before, flat(span.of(text)), after


def _told(judgement: Judgement | None, sides: Iterable[Side]) -> str:
    """A person's judgement that counts, in words, with the reports by their first words."""
    if judgement is None or not judgement.by_person:
        return ""
    return accounts.named(judgement_line(judgement), [side.incident for side in sides])


def _rows(sides: Sequence[Side]) -> Iterator[PairRow]:
    for field in Field:
        ours, theirs = ([s for r in side.reports for s in r.of(field)] for side in sides)
        if ours or theirs:
            values = [{s.value for s in told} for told in (ours, theirs)]
            differs = bool(ours and theirs) and values[0].isdisjoint(values[1])
            first, second = sides
            cells = (
                tuple(_held(first.incident, ours, differs)),
                tuple(_held(second.incident, theirs, differs)),
            )
            yield PairRow(field_title(field), differs, cells)


def _held(
    incident: Incident, statements: Iterable[Statement], differs: bool
) -> Iterator[accounts.Held]:
    groups: dict[Value, list[Statement]] = {}
    for statement in statements:
        groups.setdefault(statement.value, []).append(statement)
    for value, told in groups.items():
        voices = tuple(accounts.said(incident, s) for s in told)
        yield accounts.Held(accounts.cell(value), differs, voices)


def reports_apart(incident: Incident) -> list[tuple[str, str, str]]:
    """The pairs of an incident's reports, to tell two apart: ids, and both in words."""
    found = []
    for at, one in enumerate(incident.reports):
        for other in incident.reports[at + 1 :]:
            told = accounts.named(f"{one.id} and {other.id}", [incident])
            found.append((one.id, other.id, told))
    return found[:_MOST]
