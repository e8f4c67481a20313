"""Shootings in the US: how many incidents, killed and injured, in a city or state in a month?

For every city-month and state-month with two or more incidents in the key (of one half of it,
see ``eval/gva.py``), the tally under the rule ``incident`` beside the key's: the share that is
exactly right (best), the mean absolute error, the share of which the key's number lies from low
to high, and how far these lie apart on average (open ones left out).

The key has one incident a document, though an article tells of others too; so only incidents
that hold the *main* report of a document (the first that it tells as having happened) are
counted. The key's figures of killed and injured are final ones, not each article's.

- ``program``: date, place, merging and figures are all the program's.
- ``program_placed``: merging and figures; month and place are the key's.
- ``baseline_placed``: the clusters of the TF-IDF baseline, tuned on the development half, the
  program's figures within each; month and place are the key's. It has no dates or places.
- ``key_placed``: the key's own clusters, the program's figures within each: what reading costs.
"""

from __future__ import annotations

import calendar
import json
from argparse import Namespace
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from eval.common import (
    Figure,
    Scores,
    absent,
    arguments,
    data_dir,
    finish,
)
from eval.gva import Item, kept_readings, load, main_report
from eval.tfidf import similar_pairs, single_link
from tallystick.analyse.counting import Band, Counted, count
from tallystick.analyse.rule import rule_named
from tallystick.analyse.selection import Selection
from tallystick.ledger import incidents_of
from tallystick.link import judge
from tallystick.model.ids import judgement_id
from tallystick.model.incident import Incident
from tallystick.model.judgement import Judgement, Verdict
from tallystick.model.statement import Reading, Report
from tallystick.model.values import Place, PlacePrecision

THRESHOLD = 0.32  # of the baseline's cosine, as `python -m eval gva` tunes it
_LEAST = 2  # incidents in a cell


@dataclass(frozen=True, slots=True)
class Fact:
    """An incident of the key."""

    id: str
    day: date
    city: str
    state: str
    killed: int
    injured: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A place and a month. ``city`` is empty where the whole state is asked for."""

    city: str
    state: str
    month: date

    @property
    def selection(self) -> Selection:
        last = calendar.monthrange(self.month.year, self.month.month)[1]
        town = Place(self.city, PlacePrecision.TOWN, None, "US", self.state)
        state = Place(self.state, PlacePrecision.PROVINCE, None, "US")
        place = town if self.city else state
        return Selection(since=self.month, until=self.month.replace(day=last), places=(place,))


@dataclass(frozen=True, slots=True)
class Truth:
    """What the key has in a cell."""

    incidents: int
    killed: int
    injured: int


Answer = Callable[[Cell], Counted]
MEASURES = ("incidents", "killed", "injured")


def main(argv: Sequence[str] = ()) -> Scores:
    """Tally one half of the documents, by default that held back, and score the tallies."""
    options = _options(argv)
    folder = data_dir(options, "gva")
    if folder is None:
        return absent("gvatally", "gva")
    items = [i for i in load(folder) if i.held_back is not options.development][: options.limit]
    known = {item.incident for item in items}
    facts = [fact for fact in load_facts(folder) if fact.id in known]
    figures = score(items, facts, _in_order(items, options.keep))
    return finish(Scores("gvatally", figures), options.json)


def _options(argv: Sequence[str]) -> Namespace:
    parser = arguments("gvatally", __doc__ or "")
    parser.add_argument("--development", action="store_true", help="the development half instead")
    parser.add_argument("--keep", type=Path, help="a pickle to keep what was read in, and reuse it")
    return parser.parse_args(argv)


def load_facts(folder: Path) -> list[Fact]:
    """The incidents of the key."""
    with (folder / "incidents.jsonl").open(encoding="utf-8") as lines:
        return [_fact(json.loads(line)) for line in lines]


def _fact(row: Mapping[str, str | int]) -> Fact:
    return Fact(
        str(row["incident"]),
        datetime.strptime(str(row["date"]), "%B %d, %Y").date(),
        str(row["city"]),
        str(row["state"]),
        int(row["killed"]),
        int(row["injured"]),
    )


def _in_order(items: Sequence[Item], keep: Path | None) -> list[Reading]:
    kept = kept_readings(items, keep)
    return [kept[item.name] for item in items]


# ------------------------------------------------------------------ the answers


def score(
    items: Sequence[Item], facts: Sequence[Fact], readings: Sequence[Reading]
) -> tuple[Figure, ...]:
    """Every figure of every way to answer, by size of area."""
    truths = cells(facts)
    answers = _answers(items, facts, readings)
    figures = [Figure("documents", len(items))]
    for size, wanted in (("city", True), ("state", False)):
        chosen = {cell: truth for cell, truth in truths.items() if bool(cell.city) is wanted}
        figures.append(Figure(f"{size}.months", len(chosen)))
        for name, answer in answers.items():
            given = {cell: answer(cell) for cell in chosen}
            figures += _figures(f"{size}.{name}", chosen, given)
    return tuple(figures)


def cells(facts: Iterable[Fact]) -> dict[Cell, Truth]:
    """Every city-month and state-month that has two or more incidents."""
    groups: dict[Cell, list[Fact]] = defaultdict(list)
    for fact in facts:
        for cell in _cells_of(fact):
            groups[cell].append(fact)
    return {
        cell: Truth(len(group), sum(f.killed for f in group), sum(f.injured for f in group))
        for cell, group in groups.items()
        if len(group) >= _LEAST
    }


def _cells_of(fact: Fact) -> tuple[Cell, Cell]:
    month = fact.day.replace(day=1)
    return Cell(fact.city, fact.state, month), Cell("", fact.state, month)


def _answers(
    items: Sequence[Item], facts: Sequence[Fact], readings: Sequence[Reading]
) -> dict[str, Answer]:
    mains = [main_report(reading) for reading in readings]
    own = _with_main(incidents_of(readings, list(judge(readings))), mains)
    texts = [item.text for item in items]
    pairs = similar_pairs(texts, least=THRESHOLD)
    baseline = single_link(len(items), pairs, threshold=THRESHOLD)
    places = _Places(items, facts, mains)
    return {
        "program": lambda cell: count(own, rule_named("incident"), cell.selection).counted,
        "program_placed": places.answer(own),
        "baseline_placed": places.answer(_forced(readings, mains, baseline)),
        "key_placed": places.answer(_forced(readings, mains, [i.incident for i in items])),
    }


def _with_main(incidents: Iterable[Incident], mains: Iterable[Report | None]) -> list[Incident]:
    ids = {report.id for report in mains if report}
    return [i for i in incidents if any(report.id in ids for report in i.reports)]


def _forced(
    readings: Sequence[Reading], mains: Sequence[Report | None], labels: Sequence[object]
) -> list[Incident]:
    """The incidents of the main reports, those of one label joined whatever they say."""
    first: dict[object, Report] = {}
    joined: list[Judgement] = []
    kept: list[Reading] = []
    for reading, report, label in zip(readings, mains, labels, strict=True):
        if report is not None:
            kept.append(replace(reading, reports=(report,), tallies=()))
            if first.setdefault(label, report).id != report.id:
                joined.append(_same(first[label], report))
    return incidents_of(kept, joined)


def _same(first: Report, second: Report) -> Judgement:
    a, b = sorted((first.id, second.id))
    id_ = judgement_id(a, b, Verdict.SAME.value, "key", None, "", None)
    return Judgement(id_, a, b, Verdict.SAME, "key", None, (), "", None)


class _Places:
    """Where and when an incident was, by the key of the documents behind it."""

    def __init__(
        self, items: Sequence[Item], facts: Iterable[Fact], mains: Sequence[Report | None]
    ) -> None:
        of = {fact.id: _cells_of(fact) for fact in facts}
        self._cells: dict[str, set[Cell]] = defaultdict(set)
        for item, report in zip(items, mains, strict=True):
            if report:  # one text can stand in the key under two incidents
                self._cells[report.id].update(of[item.incident])

    def answer(self, incidents: Iterable[Incident]) -> Answer:
        """What the incidents come to in each cell in which a document behind them lies."""
        within: dict[Cell, dict[str, Incident]] = defaultdict(dict)
        for incident in incidents:
            for report in incident.reports:
                for cell in self._cells.get(report.id, ()):
                    within[cell][incident.id] = incident
        rule = rule_named("incident")
        return lambda cell: count(within[cell].values(), rule).counted


# ------------------------------------------------------------------ the figures


def _figures(
    name: str, truths: Mapping[Cell, Truth], given: Mapping[Cell, Counted]
) -> list[Figure]:
    figures: list[Figure] = []
    for measure in MEASURES:
        pairs = [(getattr(truths[c], measure), _band(given[c], measure)) for c in truths]
        figures += _of_pairs(f"{name}.{measure}", pairs)
    return figures


def _band(counted: Counted, measure: str) -> Band:
    bands = {"incidents": counted.count, "killed": counted.killed, "injured": counted.injured}
    return bands[measure]


def _of_pairs(name: str, pairs: Sequence[tuple[int, Band]]) -> list[Figure]:
    number = len(pairs) or 1
    inside = sum(b.low <= true and (b.high is None or true <= b.high) for true, b in pairs)
    widths = [b.high - b.low for _, b in pairs if b.high is not None]
    return [
        Figure(f"{name}.exact", sum(b.best == true for true, b in pairs) / number, len(pairs)),
        Figure(f"{name}.error", sum(abs(b.best - true) for true, b in pairs) / number),
        Figure(f"{name}.inside", inside / number, len(pairs)),
        Figure(f"{name}.width", sum(widths) / (len(widths) or 1), len(widths)),
    ]
