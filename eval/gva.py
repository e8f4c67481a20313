"""Shootings in the US: are the reports of one incident brought together? (GVA documents)

Each document stands in the key with its incident. By ``program`` it is given the cluster of
its *main* report, the first that it tells as having happened; by ``program_any_report`` it
is joined with every document that any of its reports is linked to. ``of_several`` counts those
documents alone whose incident two or more tell of, which leaves out the easy ones. Half of the
incidents (by a hash of their ids) are for development, the other half is held back: the baseline's
threshold is tuned on the first. The published B-cubed F1 of .82 is of a TF-IDF single-link
baseline tuned on the very documents that it is measured on, so compare it with
``baseline_tuned_on_all``.
"""

from __future__ import annotations

import json
import pickle
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zlib import crc32

import networkx as nx

from eval.common import (
    Figure,
    Scores,
    absent,
    arguments,
    data_dir,
    document_from_text,
    finish,
    share,
)
from eval.coref import Labels, b_cubed, score
from eval.tfidf import Pair, similar_pairs, single_link
from tallystick.extract import read
from tallystick.link import judge
from tallystick.model.clusters import resolve
from tallystick.model.statement import Field, Reading, Report, Standing
from tallystick.model.values import PartialDate, Place
from tallystick.vocab.matching import fold

_LEAST = 0.1
_THRESHOLDS = tuple(n / 100 for n in range(10, 70, 2))


@dataclass(frozen=True, slots=True)
class Item:
    """One document of the key. ``incident`` is its label, ``day`` and ``city`` that one's."""

    name: str
    text: str
    published: date | None
    incident: str
    day: date
    city: str

    @property
    def held_back(self) -> bool:
        return crc32(self.incident.encode()) % 2 == 1


@dataclass(frozen=True, slots=True)
class Seen:
    """What the program made of one document.

    ``main`` is its main report and ``cluster`` that one's; ``joined`` is the cluster of
    documents that any of its reports, and theirs in turn, tie it to.
    """

    main: Report | None
    cluster: str
    joined: str


def main(argv: Sequence[str] = ()) -> Scores:
    """Score the baseline and the program on the held-back half (and on all)."""
    options = _options(argv)
    folder = data_dir(options, "gva")
    if folder is None:
        return absent("gva", "gva")
    items = load(folder)[: options.limit]
    half = [item for item in items if item.held_back is not options.development]
    figures = (
        Figure("documents", len(half)),
        *_baseline_figures(items, half),
        *_program_figures(items, half, options.keep),
    )
    return finish(Scores("gva", figures), options.json)


def _options(argv: Sequence[str]) -> Namespace:
    parser = arguments("gva", __doc__ or "")
    parser.add_argument(
        "--development", action="store_true", help="show the development half instead"
    )
    parser.add_argument("--keep", type=Path, help="a pickle to keep what was read in, and reuse it")
    return parser.parse_args(argv)


def load(folder: Path) -> list[Item]:
    """The documents with their incidents, in the order of the file."""
    incidents = {row["incident"]: row for row in _rows(folder / "incidents.jsonl")}
    return [
        Item(
            row["id"],
            f"{row['title']}\n\n{row['text']}",
            date.fromisoformat(row["published"]) if row["published"] else None,
            row["incident"],
            datetime.strptime(incidents[row["incident"]]["date"], "%B %d, %Y").date(),
            incidents[row["incident"]]["city"],
        )
        for row in _rows(folder / "documents.jsonl")
    ]


def _rows(path: Path) -> Iterable[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


# ------------------------------------------------------------------ the baseline


def _baseline_figures(items: Sequence[Item], half: Sequence[Item]) -> tuple[Figure, ...]:
    development = [item for item in items if not item.held_back]
    threshold = _tuned(development, similar_pairs(_texts(development), least=_LEAST))
    pairs = similar_pairs(_texts(half), least=_LEAST)
    found = single_link(len(half), pairs, threshold=threshold)
    every = similar_pairs(_texts(items), least=_LEAST)
    best = _tuned(items, every)
    labels = single_link(len(items), every, threshold=best)
    return (
        *score(_key(half), found).figures("baseline"),
        *_several_figures("baseline", half, found),
        Figure("baseline.threshold", threshold, note="of the cosine, tuned on development"),
        Figure("baseline_tuned_on_all.b_cubed.f1", b_cubed(_key(items), labels).f1),
    )


def _several_figures(name: str, items: Sequence[Item], found: Labels) -> tuple[Figure, ...]:
    """The same over those documents alone whose incident two or more of the items tell of."""
    documents = Counter(item.incident for item in items)
    kept = [n for n, item in enumerate(items) if documents[item.incident] > 1]
    key = [items[n].incident for n in kept]
    return score(key, [found[n] for n in kept]).figures(f"{name}.of_several")


def _texts(items: Iterable[Item]) -> list[str]:
    return [item.text for item in items]


def _key(items: Iterable[Item]) -> list[str]:
    return [item.incident for item in items]


def _tuned(items: Sequence[Item], pairs: Sequence[Pair]) -> float:
    """The threshold with the highest B-cubed F1 on these items."""
    key = _key(items)

    def f1(threshold: float) -> float:
        return b_cubed(key, single_link(len(items), pairs, threshold=threshold)).f1

    return max(_THRESHOLDS, key=f1)


# ------------------------------------------------------------------ the program


def _program_figures(
    items: Sequence[Item], half: Sequence[Item], keep: Path | None
) -> tuple[Figure, ...]:
    readings = kept_readings(items, keep)
    seen = clustered(half, [readings[item.name] for item in half])
    every = clustered(items, list(readings.values()))
    pairs = list(zip(half, seen, strict=True))
    on_all = b_cubed(_key(items), [s.cluster for s in every]).f1
    return (
        *score(_key(half), [s.cluster for s in seen]).figures("program"),
        *score(_key(half), [s.joined for s in seen]).figures("program_any_report"),
        *_several_figures("program_any_report", half, [s.joined for s in seen]),
        Figure("program_on_all.b_cubed.f1", on_all),
        share("main.found", sum(s.main is not None for s in seen), len(seen)),
        share("main.date", sum(_day_right(item, s) for item, s in pairs), len(seen)),
        share("main.city", sum(_city_right(item, s) for item, s in pairs), len(seen)),
    )


def kept_readings(items: Sequence[Item], keep: Path | None) -> dict[str, Reading]:
    """What the program reads in each item, by name; from the pickle what it has, and into it."""
    kept: dict[str, Reading] = pickle.loads(keep.read_bytes()) if keep and keep.exists() else {}
    kept |= {item.name: _reading(item) for item in items if item.name not in kept}
    if keep:
        keep.write_bytes(pickle.dumps(kept))
    return {item.name: kept[item.name] for item in items}


def _reading(item: Item) -> Reading:
    return read(document_from_text(item.text, item.name, published=item.published))


def clustered(items: Sequence[Item], readings: Sequence[Reading]) -> list[Seen]:
    """The main report and the cluster of each item; one of its own where nothing was read."""
    reports = {report.id: report for reading in readings for report in reading.reports}
    clusters = resolve(list(reports), list(judge(readings)))
    label = {id_: min(cluster) for cluster in clusters for id_ in cluster}
    of_document = {reading.document.name: reading for reading in readings}
    joined = _joined(readings, label)
    return [_seen(of_document[item.name], label, joined) for item in items]


def _seen(reading: Reading, label: dict[str, str], joined: dict[str, str]) -> Seen:
    main, name = main_report(reading), reading.document.name
    return Seen(main, label[main.id] if main else f"nothing read in {name}", joined[name])


def _joined(readings: Sequence[Reading], label: dict[str, str]) -> dict[str, str]:
    """Documents by the connected component that their reports' clusters tie them into."""
    graph: nx.Graph[str] = nx.Graph()
    for reading in readings:
        graph.add_node(f"document {reading.document.name}")
        edges = ((f"document {reading.document.name}", label[r.id]) for r in reading.reports)
        graph.add_edges_from(edges)
    parts = ((min(part), part) for part in nx.connected_components(graph))
    found = {node: least for least, part in parts for node in part}
    return {r.document.name: found[f"document {r.document.name}"] for r in readings}


def main_report(reading: Reading) -> Report | None:
    """The first report that a document tells as having happened, else its first."""
    told = sorted(reading.reports, key=lambda report: report.anchor)
    happened = (report for report in told if report.standing is Standing.HAPPENED)
    return next(happened, told[0] if told else None)


def _day_right(item: Item, seen: Seen) -> bool:
    """Whether a day of the main report is the incident's, or the one after (as at night)."""
    found = [s.value for s in seen.main.of(Field.WHEN)] if seen.main else []
    return any(
        isinstance(day, PartialDate) and day.is_day and day.start in _days(item.day)
        for day in found
    )


def _days(day: date) -> tuple[date, date]:
    return day, date.fromordinal(day.toordinal() + 1)


def _city_right(item: Item, seen: Seen) -> bool:
    found = [s.value for s in seen.main.of(Field.WHERE)] if seen.main else []
    return any(isinstance(p, Place) and fold(p.name) == fold(item.city) for p in found)
