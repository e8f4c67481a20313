"""``tempo``: how a count goes through time, and how long one class waits for another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from tallystick.analyse.asked import Wanted
from tallystick.analyse.lag import WINDOW
from tallystick.analyse.rule import DEFAULT_RULE, load_rules, rule_named
from tallystick.analyse.tempo import Per
from tallystick.analyse.tempo_json import lag_object, tempo_object
from tallystick.api import lag as lag_of
from tallystick.api import plot_tempo
from tallystick.api import tempo as tempo_of
from tallystick.cli.counting import class_options, complain_of_strangers, rules_option
from tallystick.cli.options import (
    as_of_options,
    confidence_option,
    ledger_option,
    nothing,
    viewed,
)
from tallystick.cli.output import complain, json_line, out
from tallystick.ledger import AsOf, Ledger
from tallystick.model.taxonomy import IncidentKind
from tallystick.present.tempo import lag_view, tempo_view

_KEYS = ("target", "attacker", "place", "kind", "weapon")
_CONDITIONS = ("since", "until", "target", "attacker", "place", "weapon")
_NONE = "None that counts has a day: there is no tempo to tell."


class Said(click.ParamType[tuple[str, str]]):
    """What one class of a lag asks besides: ``attacker=US``."""

    name = "key=name"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        key, _, name = str(value).partition("=")
        if key not in _KEYS or not name:
            self.fail(f"{value!r}: give {', '.join(f'{key}=NAME' for key in _KEYS)}", param, ctx)
        kinds = [kind.value for kind in IncidentKind]
        if key == "kind" and name not in kinds:
            self.fail(f"{name!r} is no kind: give one of {', '.join(kinds)}", param, ctx)
        return key, name


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was typed, the class apart."""

    rule: str
    rules: Path | None
    min_confidence: float
    per: str
    after: tuple[tuple[str, str], ...]
    to: tuple[tuple[str, str], ...]
    window: int
    picture: Path | None
    force: bool
    as_json: bool

    def __post_init__(self) -> None:
        if bool(self.after) != bool(self.to):
            raise click.UsageError("a lag is from one class to another: give --after and --to")
        if self.after and self.picture:
            raise click.UsageError("--plot draws a tempo, not a lag")


@click.command()
@ledger_option
@click.option("--rule", default=DEFAULT_RULE, show_default=True, help="What makes one unit.")
@class_options
@click.option("--per", type=click.Choice([per.value for per in Per]), default="day",
    show_default=True, help="Rates and numbers by it.",
)  # fmt: skip
@click.option("--after", type=Said(), multiple=True, metavar="KEY=NAME",
    help="With --to, instead of the rate: how many days pass from each incident of this class, "
    "such as target=US (also attacker, place, kind, weapon); may be repeated.",
)  # fmt: skip
@click.option("--to", type=Said(), multiple=True, metavar="KEY=NAME",
    help="With --after: to the next incident of this class, such as attacker=US; may be repeated.",
)  # fmt: skip
@click.option("--window", type=click.IntRange(1, 365), default=WINDOW, show_default=True,
    help="Days within which the next is looked for.",
)  # fmt: skip
@rules_option
@confidence_option
@as_of_options
@click.option("--plot", "picture", type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE", help="Draw it, as .svg or .png (needs tallystick[plot]).",
)  # fmt: skip
@click.option("--force", is_flag=True, help="Draw over a file that is there.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def tempo(*, ledger: Path, as_of: AsOf, kind: str | None, **options: Any) -> None:
    """Tell the rate of a count through time: where it changes, rests and bursts.

    Rates are low, best and high, as in tally; a 95 % Poisson interval stands beside the best.
    With --after and --to instead: how many days pass from one class to the next of another.
    Needs tallystick[tempo], but for --after and --to.

    \b
    Examples:
      tallystick tempo --target US --since 2023-10-17 --until 2023-12-10 --per week
      tallystick tempo --place IQ --since 2023-10-17 --after target=US --to attacker=US
    """
    conditions = {name: options.pop(name) for name in _CONDITIONS}
    wanted = Wanted(kind=IncidentKind(kind) if kind else None, **conditions)
    asked = _Asked(**options)
    with viewed(ledger, as_of) as opened:
        if asked.after:
            _tell_lag(opened, _with(wanted, asked.after), _with(wanted, asked.to), asked)
        else:
            _tell_tempo(opened, wanted, asked)


def _tell_tempo(ledger: Ledger, wanted: Wanted, asked: _Asked) -> None:
    complain_of_strangers(ledger, wanted.selection)
    found = tempo_of(
        ledger, asked.rule, wanted, per=Per(asked.per), rules=asked.rules,
        min_confidence=asked.min_confidence,
    )  # fmt: skip
    if found is None:
        complain(nothing(ledger, _NONE))
        return
    if asked.picture:
        plot_tempo(found, asked.picture, force=asked.force)
        complain(f"{asked.picture}: drawn")
    if asked.as_json:
        json_line(tempo_object(found))
    else:
        out(tempo_view(found))


def _tell_lag(ledger: Ledger, after: Wanted, to: Wanted, asked: _Asked) -> None:
    complain_of_strangers(ledger, after.selection, to.selection)
    rule = rule_named(asked.rule, load_rules(asked.rules))
    found = lag_of(
        ledger, after, to, rule, window=asked.window, min_confidence=asked.min_confidence
    )
    if found is None:
        complain(nothing(ledger, _NONE))
    elif asked.as_json:
        json_line(lag_object(found))
    else:
        out(lag_view(found))


def _with(wanted: Wanted, said: Sequence[tuple[str, str]]) -> Wanted:
    """A class with what is asked of it besides; of several of one key any will do."""
    told: dict[str, list[str]] = defaultdict(list)
    for key, name in said:
        told[key].append(name)
    for key in {"kind", "weapon"} & told.keys():
        if len(told[key]) > 1:
            raise click.UsageError(f"only one {key} can be asked for")
    return replace(
        wanted,
        kind=IncidentKind(told["kind"][0]) if "kind" in told else wanted.kind,
        weapon=told["weapon"][0] if "weapon" in told else wanted.weapon,
        place=tuple(told.get("place", wanted.place)),
        target=tuple(told.get("target", wanted.target)),
        attacker=tuple(told.get("attacker", wanted.attacker)),
    )
