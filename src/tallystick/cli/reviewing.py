"""``explain`` and ``judge``."""

from __future__ import annotations

from pathlib import Path

import click

from tallystick import review
from tallystick.analyse.explain import explain as explain_pairs
from tallystick.api import open as open_ledger
from tallystick.cli.options import ledger_option
from tallystick.cli.output import complain, line, out
from tallystick.model.judgement import Verdict
from tallystick.present.show import explanation, judgement_line

_MOST = 3


@click.command(short_help="Say why two are held to be the same, or not.")
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
