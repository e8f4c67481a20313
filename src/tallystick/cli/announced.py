"""``tallies``: announced numbers beside the ledger's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from rich.text import Text

from tallystick.analyse.tallies import count_tallies, tally_json
from tallystick.api import check_tallies, plot_tallies, running_counts
from tallystick.cli.counting import rules_option
from tallystick.cli.options import (
    EVERYTHING,
    as_of_options,
    below,
    confidence_option,
    ledger_option,
    nothing,
    viewed,
)
from tallystick.cli.output import complain, json_line, line, out
from tallystick.ledger import OCCURRED, AsOf, Ledger
from tallystick.model.confidence import reaches
from tallystick.model.incident import Incident
from tallystick.present import tables
from tallystick.present.check import check_json, check_lines, conflict_json
from tallystick.present.words import plural

_NONE = "No document of this ledger announces a tally."


@click.command()
@ledger_option
@click.option("--members", is_flag=True, help="List the incidents behind each count.")
@click.option("--check", is_flag=True, help="Say how far apart, and what explains it.")
@click.option("--plot", "picture", type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE", help="Draw them through time, as .svg or .png (needs tallystick[plot]).",
)  # fmt: skip
@click.option("--force", is_flag=True, help="Draw over a file that is there.")
@click.option("--rule", "names", multiple=True, help="Count by this rule; may be repeated.")
@rules_option
@confidence_option
@as_of_options
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def tallies(*, ledger: Path, as_of: AsOf, **options: Any) -> None:
    """Set announced numbers beside the ledger's own count of the same class.

    The ledger's count takes each incident that happened as one, of the same kind, period,
    area, targets and attackers: low (incidents that may be one counted once), best, and high
    (with those that cannot be told, such as the undated). With --check it counts by the rules
    that fit, or by each --rule, and says what sets the two apart.

    \b
    Examples:
      tallystick tallies --members
      tallystick tallies --check --rule facility-strike --rule claim
      tallystick tallies --plot tallies.svg --as-known-on 2023-11-30
    """
    asked = _Asked(**options)
    with viewed(ledger, as_of) as opened:
        if asked.picture:
            _draw(opened, asked.picture, asked)
        if asked.check:
            _tell_checked(opened, asked)
        elif not asked.picture:
            _list(opened, asked)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was typed."""

    members: bool
    check: bool
    picture: Path | None
    force: bool
    names: tuple[str, ...]
    rules: Path | None
    min_confidence: float
    as_json: bool


def _list(ledger: Ledger, asked: _Asked) -> None:
    counts = count_tallies(ledger, min_confidence=asked.min_confidence)
    every = ledger.incidents(EVERYTHING) if asked.members or asked.min_confidence else []
    ids = tables.short_ids(i.id for i in every)
    told = _below(every, asked.min_confidence)
    if asked.as_json:
        for each in counts:
            json_line(tally_json(each))
        if told:
            complain(told)
        return
    if not counts:
        complain(nothing(ledger, _NONE))
        return
    out(tables.tally_table(counts, len(ledger.documents())))
    for each in counts if asked.members else ():
        out(Text(), tables.tally_members(each, ids))
    if told:
        line(told)


def _below(every: Sequence[Incident], minimum: float) -> str:
    """How many incidents were not counted for their confidence."""
    occurred = [i for i in every if i.standing in OCCURRED]
    unknown = sum(1 for i in occurred if i.confidence is None)
    left_out = sum(1 for i in occurred if not reaches(i.confidence, minimum))
    told = below(left_out, minimum, unknown=unknown)
    return f"Of {plural(len(occurred), 'incident')} {told}." if told else ""


def _tell_checked(ledger: Ledger, asked: _Asked) -> None:
    checked = check_tallies(
        ledger, asked.names, rules=asked.rules, min_confidence=asked.min_confidence
    )
    if asked.as_json:
        for check in checked.checks:
            json_line(check_json(check))
        for conflict in checked.conflicts:
            json_line(conflict_json(conflict))
    elif checked.checks:
        counts = running_counts(
            ledger, asked.names, rules=asked.rules, min_confidence=asked.min_confidence
        )
        out(check_lines(checked, counts))
    else:
        complain(nothing(ledger, _NONE))


def _draw(ledger: Ledger, path: Path, asked: _Asked) -> None:
    drawn = plot_tallies(
        ledger, path, asked.names, rules=asked.rules, min_confidence=asked.min_confidence,
        force=asked.force,
    )  # fmt: skip
    line(f"{path}: {plural(drawn, 'announced number')}")
