"""What several commands take: the ledger, and the filters of incidents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from tallystick.analyse.asked import party
from tallystick.api import DEFAULT_LEDGER
from tallystick.api import open as open_ledger
from tallystick.cli.output import complain
from tallystick.ledger import OCCURRED, AsOf, Ledger, Query, at_least, chronological
from tallystick.model.confidence import reaches
from tallystick.model.incident import Contest, Incident
from tallystick.model.statement import Field, Standing
from tallystick.model.taxonomy import IncidentKind
from tallystick.present.days import read_day
from tallystick.present.words import plural

F = TypeVar("F", bound=Callable[..., Any])

EVERYTHING = Query(standings=None)

_TIMED = re.compile(r"\d[T ]\d")  # an hour after the day


class Day(click.ParamType[date]):
    """A day, or the first or last day of a month or year: 2023-10-17, 2023-10, 2023."""

    name = "date"

    def __init__(self, *, last: bool) -> None:
        self._last = last

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        if isinstance(value, date):
            return value
        try:
            return read_day(str(value), last=self._last)
        except ValueError as error:
            self.fail(str(error), param, ctx)


class Moment(click.ParamType[datetime]):
    """A moment, or the last of a day, month or year: 2023-10-17T14:30, 2023-10-17, 2023-10, 2023.

    UTC unless it names a zone.
    """

    name = "datetime"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        if isinstance(value, datetime):
            return value
        text = str(value)
        with suppress(ValueError):
            return datetime.combine(read_day(text, last=True), time.max, UTC)
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            moment = None
        if moment is None or not _TIMED.search(text):  # a week would be the start of its Monday
            forms = "2023-10-17T14:30, 2023-10-17, 2023-10 or 2023"
            self.fail(f"{value!r} is no time: give {forms}", param, ctx)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


class FileOption(click.Option):
    """A file that a variable of the environment can name; blames that only where it did."""

    def get_error_hint(self, ctx: click.Context | None) -> str:
        typed = ParameterSource.COMMANDLINE
        if ctx and self.name and ctx.get_parameter_source(self.name) is typed:
            return click.Parameter.get_error_hint(self, ctx)
        return super().get_error_hint(ctx)


def ledger_option(command: F) -> F:
    """``--ledger FILE``."""
    return click.option(
        "--ledger",
        cls=FileOption,
        type=click.Path(path_type=Path, dir_okay=False),
        envvar="TALLYSTICK_LEDGER",
        default=DEFAULT_LEDGER,
        show_default=True,
        show_envvar=True,
        help="The ledger file.",
    )(command)


def confidence_option(command: F) -> F:
    """``--min-confidence P``."""
    return click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        default=0.0,
        metavar="P",
        help="Leave out what the reader holds less probable than P, 0 to 1: incidents, and single "
        "values of one (its date becomes ?); what it cannot tell stays.",
    )(command)


def as_of_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--as-known-on`` and ``--as-recorded-on``, as one ``as_of`` for :func:`viewed`."""

    @click.option(
        "--as-known-on",
        type=Day(last=True),
        metavar="DATE",
        help="By the documents published on or before that day, month or year; those without a "
        "day of publication are left out.",
    )
    @click.option(
        "--as-recorded-on",
        type=Moment(),
        metavar="TIME",
        help="By the documents and judgements that the ledger had by then: 2023-10-17T14:30, or "
        "to the end of a day, month or year; UTC unless it names a zone.",
    )
    @wraps(command)
    def bounded(
        *args: Any, as_known_on: date | None, as_recorded_on: datetime | None, **kwargs: Any
    ) -> Any:
        bounds = AsOf(known_on=as_known_on, recorded_on=as_recorded_on)
        return command(*args, as_of=bounds, **kwargs)

    return bounded


def kind_option(command: F) -> F:
    """``--kind KIND``."""
    kinds = [kind.value for kind in IncidentKind]
    return click.option(
        "--kind",
        type=click.Choice(kinds),
        metavar="KIND",
        help=f"Of this kind: {', '.join(kinds)}.",
    )(command)


def period_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--since`` and ``--until``; refuses a period that ends before it begins."""

    @click.option("--since", type=Day(last=False), help="On or after that day, month or year.")
    @click.option("--until", type=Day(last=True), help="On or before that day, month or year.")
    @wraps(command)
    def within(*args: Any, since: date | None, until: date | None, **kwargs: Any) -> Any:
        if since and until and since > until:
            raise click.UsageError(
                f"the period ends before it begins: --since {since} is after --until {until}"
            )
        return command(*args, since=since, until=until, **kwargs)

    return within


@contextmanager
def viewed(ledger: Path, as_of: AsOf) -> Iterator[Ledger]:
    """A ledger opened for reading within bounds; on standard error, what these leave of it."""
    with open_ledger(ledger) as whole:
        opened = whole.as_of(as_of)
        if as_of.bounded:
            complain(_rests_on(opened, whole))
        yield opened


def nothing(ledger: Ledger, otherwise: str) -> str:
    """Why there is nothing to tell; a day before every document says nothing of the ledger."""
    if not ledger.bounds.bounded or ledger.coverage().documents:
        return otherwise
    return "None of its documents is known to have been there by then: give a later date."


def _rests_on(ledger: Ledger, whole: Ledger) -> str:
    """``As known on 2023-10-20: rests on 14 of 66 documents; 2 are left out as undated.``"""
    bounds, coverage = ledger.bounds, ledger.coverage()
    told = [f"known on {bounds.known_on}"] if bounds.known_on else []
    told += (
        [f"recorded on {bounds.recorded_on.astimezone(UTC):%Y-%m-%d %H:%M} UTC"]
        if bounds.recorded_on
        else []
    )
    of = f"{coverage.documents} of {plural(coverage.held, 'document')}"
    undated = f"; {coverage.undated} left out as undated" if coverage.undated else ""
    oldest = _oldest(whole) if bounds.known_on and not coverage.documents else ""
    return f"As {' and '.join(told)}: rests on {of}{undated}{oldest}."


def _oldest(ledger: Ledger) -> str:
    """From when on there is something to ask for."""
    published = [day for document in ledger.documents() if (day := document.published_by)]
    return f"; the oldest is of {min(published)}" if published else ""


def filters(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that choose incidents; :func:`chosen` takes them."""
    contests = ["any", *(contest.value for contest in Contest)]
    for option in (
        as_of_options,
        confidence_option,
        click.option("--all", "everything", is_flag=True, help="Of every standing."),
        click.option(
            "--standing",
            "standings",
            multiple=True,
            type=click.Choice([s.value for s in Standing]),
            help="Of this standing (may be repeated); else those that happened or were prevented.",
        ),
        click.option(
            "--contested",
            is_flag=False,
            flag_value="any",
            type=click.Choice(contests),
            metavar="[FIELD]",
            help="Whose accounts differ: on anything, or on " + ", ".join(contests[1:]) + ".",
        ),
        kind_option,
        click.option("--actor", help="With this actor in any role: a name, part of one, or an id."),
        click.option("--place", help="There: a place or province, part of a name, or IQ, SY, ..."),
        period_options,
    ):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True)
class Chosen:
    """All incidents of a ledger, and those that the filters leave, both by date.

    ``left_out`` are those that meet every condition but ``minimum``, the confidence asked for.
    """

    every: Sequence[Incident]
    found: Sequence[Incident]
    left_out: int
    minimum: float

    @property
    def below(self) -> str:
        """What the minimum left out, in words; empty where none was asked for."""
        unknown = sum(1 for incident in self.found if incident.confidence is None)
        return below(self.left_out, self.minimum, unknown=unknown)


def below(left_out: int, minimum: float, *, unknown: int = 0) -> str:
    """``7 left out below 0.5``, and how many have no confidence and so are kept."""
    if not minimum:
        return ""
    kept = f", {unknown} kept that {'has' if unknown == 1 else 'have'} none" if unknown else ""
    return f"{left_out} left out below {minimum:g}{kept}"


def values_left_out(before: Incident, after: Incident) -> int:
    """How many values a view lacks that the other has."""
    counts = [sum(len(i.positions(field)) for field in Field) for i in (before, after)]
    return counts[0] - counts[1]


def chosen(
    ledger: Ledger, *, everything: bool, standings: tuple[str, ...], **conditions: Any
) -> Chosen:
    """The incidents that the options of :func:`filters` choose."""
    wanted = frozenset(map(Standing, standings)) or OCCURRED
    query = _query(None if everything else wanted, **conditions)
    every = ledger.incidents(EVERYTHING)
    views = [at_least(incident, query.min_confidence) for incident in every]
    fitting = _fitting(views, query)
    name = conditions["actor"]
    if name and (known := party(name).id):  # "US" is in no name of the United States
        also = {view.id for view in _fitting(views, replace(query, actor=known))}
        also.update(view.id for view in fitting)
        fitting = [view for view in views if view.id in also]
    found = [v for v in fitting if reaches(v.confidence, query.min_confidence)]
    return Chosen(every, found, len(fitting) - len(found), query.min_confidence)


def _fitting(views: Sequence[Incident], query: Query) -> list[Incident]:
    """Those that meet every condition but the confidence asked for, in order of what is left.

    A view may lack the date that the incident itself has.
    """
    free = replace(query, min_confidence=0.0)
    return sorted((view for view in views if free.matches(view)), key=chronological)


def _query(
    standings: frozenset[Standing] | None,
    *,
    kind: str | None,
    contested: str | None,
    **conditions: Any,
) -> Query:
    contest = contested if contested is None else contested == "any" or Contest(contested)
    kinds = IncidentKind(kind) if kind else None
    return Query(standings=standings, kind=kinds, contested=contest, **conditions)
