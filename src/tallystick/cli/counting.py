"""``tally`` and ``rules``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from tallystick.analyse.asked import Wanted
from tallystick.analyse.counting import By, Tally, grouped
from tallystick.analyse.counting_json import tally_object
from tallystick.analyse.rule import DEFAULT_RULE, load_rules
from tallystick.analyse.selection import Selection
from tallystick.api import tally as tally_of
from tallystick.cli.options import (
    EVERYTHING,
    as_of_options,
    confidence_option,
    kind_option,
    ledger_option,
    period_options,
    viewed,
)
from tallystick.cli.output import complain, json_line, out
from tallystick.ledger import AsOf, Ledger, involved
from tallystick.model.taxonomy import IncidentKind
from tallystick.present.tables import short_ids
from tallystick.present.tally import rule_table, tally_csv_lines, tally_view
from tallystick.vocab.matching import fold


def rules_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--rules FILE``."""
    return click.option(
        "--rules",
        type=click.Path(path_type=Path, exists=True),
        help="A TOML file, or a folder of them, with rules of your own.",
    )(command)


def class_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """What says which incidents are asked for: the fields of :class:`Wanted`."""
    for option in (
        click.option("--weapon", help="With it: drone, rocket, car bomb, ..."),
        kind_option,
        click.option("--attacker", multiple=True, help="By them; may be repeated."),
        click.option("--place", multiple=True, help="There: a country, IQ, a province, a place."),
        click.option("--target", multiple=True, help="On what is theirs; may be repeated."),
        period_options,
    ):
        command = option(command)
    return command


@click.command()
@ledger_option
@click.option("--rule", default=DEFAULT_RULE, show_default=True, help="What makes one unit.")
@class_options
@click.option("--by", type=click.Choice([by.value for by in By]), help="Split the count by it.")
@rules_option
@confidence_option
@as_of_options
@click.option("--json", "as_json", is_flag=True, help="The tally as one JSON object.")
@click.option("--csv", "as_csv", is_flag=True, help="One row an incident, as CSV.")
def tally(
    *,
    ledger: Path,
    by: str | None,
    as_of: AsOf,
    as_json: bool,
    as_csv: bool,
    **asked: Any,
) -> None:  # fmt: skip
    """Count incidents under a rule: low, best and high, and which they are.

    Low has the certain ones alone, with all that may be one counted once; best also the
    likely ones; high also the possible ones, none taken together. Every incident that the
    rule leaves out is listed with the reason, every doubtful one with the doubt.

    \b
    Examples:
      tallystick tally --since 2023-10-17 --until 2023-11-30 --place IQ --by month
      tallystick tally --rule facility-strike --target US --csv
    """
    if as_json and as_csv:
        raise click.UsageError("give --json or --csv, not both")
    with viewed(ledger, as_of) as opened:
        every = opened.incidents(EVERYTHING)
        counted = _counted(opened, **asked)
        complain_of_strangers(opened, counted.selection)
    split = By(by) if by else None
    groups = grouped(counted, split) if split else ()
    if as_json:
        json_line(tally_object(counted, groups))
    elif as_csv:
        for each in tally_csv_lines(counted, groups):
            click.echo(each, nl=False)
    else:
        out(tally_view(counted, short_ids(i.id for i in every), by=split, groups=groups))


def _counted(
    ledger: Ledger,
    *,
    rule: str,
    rules: Path | None,
    min_confidence: float,
    kind: str | None,
    **asked: Any,
) -> Tally:  # fmt: skip
    wanted = Wanted(kind=IncidentKind(kind) if kind else None, **asked)
    return tally_of(ledger, rule, wanted, rules=rules, min_confidence=min_confidence)


def complain_of_strangers(ledger: Ledger, *asked: Selection) -> None:
    """A line for each actor asked for that neither the vocabulary has nor an incident."""
    named = [actor for each in asked for actor in (*each.targets, *each.attackers)]
    unknown = list(dict.fromkeys(actor.name for actor in named if actor.id is None))
    every = ledger.incidents(EVERYTHING) if unknown else ()
    told = {fold(actor.name) for incident in every for actor in involved(incident)}
    for name in unknown:
        if fold(name) not in told:
            complain(f"No actor of the vocabulary or of this ledger is called {name!r}.")


@click.command()
@rules_option
def rules(*, rules: Path | None) -> None:
    """List the counting rules: what makes one unit, and which incidents count.

    \b
    Example:
      tallystick rules
    """
    out(rule_table(load_rules(rules).values()))
