"""How fast documents are read, by one process and by several at once, and where the time goes.

The documents are FA-KES articles; *a document* is 400 words of them. Rates are by the clock, so
that they want a machine with nothing else to do; the parts are in seconds of a processor, which
other work disturbs less. Each process is a new one, and is measured once it has read something.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from eval.common import Figure, Scores, absent, arguments, data_dir, finish
from eval.gold.texts import load_texts
from tallystick.extract import read, read_by_rules
from tallystick.extract.trained import TrainedReader, is_there
from tallystick.model.document import Document

WORDS = 400  # in a document
_ARTICLES = 150
_STARTS = 3  # the quickest counts: the first has the files to fetch
_START = (
    "from tallystick.intake import read_text; from tallystick.extract import read; "
    "read(read_text('Rebels shelled Goma on Monday, killing two people.', name='start'))"
)


@dataclass(frozen=True, slots=True)
class Pace:
    """What one process took for its articles: ``documents`` of 400 words, seconds of the clock,
    seconds of a processor for each part, and megabytes at its peak."""

    documents: float
    seconds: float
    parts: dict[str, float]
    megabytes: float


def main(argv: Sequence[str] = ()) -> Scores:
    """Read articles alone, then in several processes at once, and start the program."""
    options = _options(argv)
    if data_dir(options, "fakes") is None:
        return absent("speed", "fakes")
    (alone,), together = paces(options, 1), paces(options, options.jobs)
    return finish(Scores("speed", figures(alone, together, start_up())), options.json)


def _options(argv: Sequence[str]) -> Namespace:
    parser = arguments("speed", __doc__ or "")
    parser.add_argument("--jobs", type=int, default=2, help="processes to read with at once")
    return parser.parse_args(argv)


def paces(options: Namespace, jobs: int) -> list[Pace]:
    """What each of so many processes takes for the same articles, all at once."""
    folder = (data_dir(options, "fakes") or Path()).parent
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        return list(pool.map(_paced, [folder] * jobs, [options.limit or _ARTICLES] * jobs))


def _paced(folder: Path, limit: int) -> Pace:
    texts = islice(load_texts(folder, ("fakes",)).values(), limit)
    return pace([text.document for text in texts])


def pace(documents: Sequence[Document]) -> Pace:
    """What this process takes for some documents; the parts are measured after the whole."""
    read(documents[0])
    started = time.perf_counter()
    whole = _spent(read, documents)
    seconds = time.perf_counter() - started
    rules = _spent(read_by_rules, documents)
    network = _spent(TrainedReader.load().scores, documents) if is_there() else 0.0
    parts = {"network": network, "rules": rules, "together": whole - network - rules}
    words = sum(len(document.text.split()) for document in documents)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Pace(words / WORDS, seconds, parts, peak)


def _spent(work: Callable[[Document], object], documents: Sequence[Document]) -> float:
    started = time.process_time()
    for document in documents:
        work(document)
    return time.process_time() - started


def start_up() -> float:
    """Seconds from the start of a new process until it has read one sentence and ended."""
    return min(_started() for _ in range(_STARTS))


def _started() -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", _START], check=True)
    return time.perf_counter() - started


def figures(alone: Pace, together: Sequence[Pace], start: float) -> tuple[Figure, ...]:
    """The rates, the memory, the start, and milliseconds of a processor a document by part."""
    return (
        Figure("documents_per_second", alone.documents / alone.seconds, note="one process"),
        Figure(
            "documents_per_second_together",
            sum(one.documents / one.seconds for one in together),
            note=f"{len(together)} processes at once",
        ),
        Figure("megabytes", max(one.megabytes for one in (alone, *together)), note="of a process"),
        Figure("start", start, note="seconds until a sentence is read"),
        *(
            Figure(f"milliseconds.{part}", 1000 * spent / alone.documents, note="of a processor")
            for part, spent in alone.parts.items()
        ),
    )
