"""``queue``, ``explain`` and ``judge``."""

from __future__ import annotations

import shlex
from pathlib import Path

import click
from click.core import ParameterSource

from tallystick import review
from tallystick.analyse.explain import explain as explain_pairs
from tallystick.analyse.queue import queue as queue_of
from tallystick.api import open as open_ledger
from tallystick.cli.options import EVERYTHING, as_of_options, ledger_option, nothing, viewed
from tallystick.cli.output import complain, json_line, line, out
from tallystick.ledger import AsOf
from tallystick.model.judgement import Verdict
from tallystick.present import tables
from tallystick.present.queue import queue_lines, task_json
from tallystick.present.show import explanation, judgement_line
from tallystick.present.words import plural

_MOST = 3


@click.command()
@ledger_option
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N",
    help="List at most so many.",
)  # fmt: skip
@as_of_options
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def queue(*, ledger: Path, limit: int, as_of: AsOf, as_json: bool) -> None:
    """List what a person should look at first: doubt, by what hangs on it.

    Incidents that may be one, incidents and figures that the reader is not sure of, contested
    tolls; each with the reason and the command that goes on from it. What you have judged
    leaves the queue.

    \b
    Example:
      tallystick queue --limit 10
    """
    with viewed(ledger, as_of) as opened:
        tasks = queue_of(opened)
        empty = "" if tasks else nothing(opened, "Nothing in this ledger waits for a person.")
        ids = tables.short_ids(i.id for i in opened.incidents(EVERYTHING))
    if as_json:
        for task in tasks[:limit]:
            json_line(task_json(task))
        return
    if not tasks:
        complain(empty)
        return
    given = click.get_current_context().get_parameter_source("ledger")
    named = f" --ledger {shlex.quote(str(ledger))}" if given is ParameterSource.COMMANDLINE else ""
    out(queue_lines(tasks[:limit], ids, options=named))
    line(f"{min(limit, len(tasks))} of {plural(len(tasks), 'thing')} to look at.")


@click.command()
@click.argument("a")
@click.argument("b")
@ledger_option
@click.option("--all", "everything", is_flag=True, help="Every pair, not only the likeliest.")
def explain(a: str, b: str, *, ledger: Path, everything: bool) -> None:
    """Say why two reports or incidents are held to be the same, or not.

    Each reason has a weight in bits, added to the log-odds that the two are the same: +1
    doubles the odds, -1 halves them. A and B are ids of reports or incidents, or their
    beginnings.

    \b
    Example:
      tallystick explain i-3f9a1c i-77b0e2
    """
    with open_ledger(ledger) as opened:
        pairs = explain_pairs(opened, a, b)
        documents = {d.id: d for d in opened.documents(superseded=True)}
    if not pairs:
        complain("These are one and the same report.")
        return
    most = len(pairs) if everything else _MOST
    out(explanation(pairs, documents, most=most))


@click.command()
@click.argument("a")
@click.argument("b")
@click.argument("verdict", type=click.Choice([v.value for v in Verdict]))
@click.option("--why", required=True, help="The reason, kept with the judgement.")
@click.option("--by", default="reviewer", show_default=True, help="Who judges.")
@ledger_option
def judge(a: str, b: str, verdict: str, *, why: str, by: str, ledger: Path) -> None:
    """Judge whether two reports or incidents are the same. A person's word wins.

    It is kept with its reason; a later judgement on the pair supersedes it. Two incidents
    judged "same" become one; "different" keeps them apart for good.

    \b
    Example:
      tallystick judge i-3f9a1c i-77b0e2 same --why "one salvo, told by two agencies"
    """
    with open_ledger(ledger, write=True) as opened:
        result = review.judge(opened, a, b, Verdict(verdict), why=why, by=by)
    for judgement in result.judgements:
        line(judgement_line(judgement))
    if result.together:
        line(f"They are now one incident: {result.first.id}")
    else:
        line(f"They are two incidents: {result.first.id} and {result.second.id}")
    for told in result.still:
        pair = f"{told.a} and {told.b}"
        line(f"Still the same by {told.by}: {pair} (judge these too if they part as well)")
