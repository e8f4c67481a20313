"""The 804 FA-KES articles: does everything build, how fast, with how much memory.

There is no key to what happened in them. ``--sample N`` draws N incidents at random and writes
a sheet to read by hand: each with its article's number, its fields and the words behind them.
"""

from __future__ import annotations

import random
import resource
import statistics
import sys
import tempfile
import time
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Sequence
from csv import DictReader, DictWriter
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

from eval.common import (
    Figure,
    Scores,
    absent,
    arguments,
    data_dir,
    finish,
)
from eval.seen import SeenIncident, SeenStatement, incidents_of
from tallystick.errors import IntakeError
from tallystick.ledger import Ledger
from tallystick.pipeline import Options, build

_FILE = "FA-KES-Dataset.csv"


@dataclass(frozen=True, slots=True)
class Cost:
    """What the build took."""

    errors: int
    seconds: float
    megabytes: float


def main(argv: Sequence[str] = ()) -> Scores:
    """Build the articles into a ledger that is thrown away, and measure."""
    options = _options(argv)
    folder = data_dir(options, "fakes")
    if folder is None:
        return absent("fakes", "fakes")
    return finish(_measured(folder / _FILE, options), options.json)


def _options(argv: Sequence[str]) -> Namespace:
    parser = arguments("fakes", __doc__ or "")
    parser.add_argument("--jobs", type=int, default=2, help="processes to read with")
    parser.add_argument("--sample", type=int, default=0, help="incidents to draw for reading")
    parser.add_argument("--seed", type=int, default=7, help="what the draw starts from")
    parser.add_argument("--sheet", type=Path, help="where the reading sheet goes")
    return parser.parse_args(argv)


def _measured(source: Path, options: Namespace) -> Scores:
    with tempfile.TemporaryDirectory() as scratch:
        articles = Path(scratch) / "articles.csv"
        total = convert(source, articles, options.limit)
        ledger = Path(scratch) / "fakes.ledger"
        started = time.perf_counter()
        errors = _build(articles, ledger, options.jobs)
        seconds, memory = time.perf_counter() - started, peak_megabytes(options.jobs)
        seen = [incident for incident in incidents_of(ledger) if incident.of_the_day]
    cost = Cost(len(errors), seconds, memory)
    for error in errors:
        print(error, file=sys.stderr)
    if options.sample:
        _write_sheet(seen, options)
    return Scores("fakes", tuple(figures(seen, total, cost)))


def convert(source: Path, target: Path, limit: int | None) -> int:
    """The set as a CSV of documents that the program reads; how many there are.

    The set's dates are mostly of publication; where an article opens with another, the program
    takes that one. The set's place is left out; it is what the program is to find.
    """
    columns = ["id", "title", "publisher", "date", "text"]
    with (
        source.open(encoding="latin-1", newline="") as given,
        target.open("w", encoding="utf-8", newline="") as out,
    ):
        writer = DictWriter(out, columns)
        writer.writeheader()
        rows = [_row(row) for row in islice(DictReader(given), limit)]
        writer.writerows(rows)
    return len(rows)


def _row(row: dict[str, str]) -> dict[str, str]:
    return {
        "id": row["unit_id"],
        "title": row["article_title"],
        "publisher": row["source"],
        "date": _iso(row["date"]),
        "text": row["article_content"],
    }


def _iso(american: str) -> str:
    """A date as the set writes it (month first) in ISO 8601; empty where it is none."""
    try:
        return datetime.strptime(american, "%m/%d/%Y").date().isoformat()
    except ValueError:
        return ""


def _build(articles: Path, ledger: Path, jobs: int) -> list[IntakeError]:
    """What the build left out."""
    with Ledger.open(ledger) as opened:
        return build([articles], opened, Options(jobs=jobs)).left_out


def peak_megabytes(jobs: int) -> float:
    """An upper bound of the resident memory: this process, and as many of the largest child."""
    own, child = (
        resource.getrusage(kind).ru_maxrss
        for kind in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return (own + child * (jobs if jobs > 1 else 0)) / unit


def figures(seen: Sequence[SeenIncident], total: int, cost: Cost) -> Iterable[Figure]:
    """Errors, throughput, memory, and how many incidents an article comes to."""
    per_article = Counter(d for incident in seen for d in incident.documents)
    counts = [*per_article.values(), *([0] * (total - len(per_article)))]
    several = sum(len(incident.documents) > 1 for incident in seen)
    yield Figure("errors", cost.errors)
    yield Figure("documents_per_second", total / cost.seconds if cost.seconds else 0.0, total)
    yield Figure("peak_megabytes", cost.megabytes)
    yield Figure("incidents", len(seen))
    yield Figure("incidents_in_several_articles", several)
    yield Figure("articles_without_incident", total - len(per_article), total)
    yield Figure("incidents_per_article", statistics.fmean(counts) if counts else 0.0, total)
    yield Figure("most_incidents_in_an_article", max(counts, default=0))


# ------------------------------------------------------------------ the sheet


def _write_sheet(seen: Sequence[SeenIncident], options: Namespace) -> None:
    path = options.sheet or Path(tempfile.gettempdir()) / f"fakes-sheet-{options.seed}.txt"
    drawn = draw(seen, options.sample, options.seed)
    path.write_text("\n\n".join(map(entry, drawn)) + "\n", encoding="utf-8")
    print(f"{len(drawn)} incidents to read: {path}")


def draw(seen: Iterable[SeenIncident], size: int, seed: int) -> list[SeenIncident]:
    """The same incidents for the same seed, whatever order they come in."""
    pool = sorted(seen, key=lambda s: s.id)
    return random.Random(seed).sample(pool, min(size, len(pool)))


def entry(incident: SeenIncident) -> str:
    """One incident on the sheet: its fields, then each statement with its words and place."""
    when, where = incident.when, incident.where
    head = [
        f"## {incident.id} in {', '.join(incident.documents)}",
        f"kind {incident.kind}, {incident.standing}",
        f"when {when.start}..{when.end} ({when.text})" if when else "when unknown",
        f"where {where.name}, {where.country} ({where.precision})" if where else "where unknown",
        f"attackers {_people(incident.attackers)}; claimed by {_people(incident.claimed_by)}; "
        f"blamed {_people(incident.blamed)}",
        f"killed {incident.killed}, injured {incident.injured}; contested {incident.contested}",
    ]
    return "\n".join([*head, *map(_said, incident.statements)])


def _people(actors: Iterable[Sequence[str]]) -> str:
    return ", ".join(names[0] for names in actors if names) or "-"


def _said(s: SeenStatement) -> str:
    by = " < ".join(names[0] for names in s.chain if names)
    place = f"{s.document} {s.span.start}..{s.span.end}"
    return f"  {s.field} {s.stance} {s.value} [{by}] {s.quote!r} ({place})"
