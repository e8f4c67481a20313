"""Does a build survive ``kill -9``? Kills it at random moments, and counts what was lost.

A child process builds a small folder of generated texts and prints each document's id once
the ledger has acknowledged it. After every kill, all that was acknowledged must be in the
ledger. After some kills in a row the build is let through, and the ledger must be the same,
row by row, as that of a build that nobody disturbed (but for times and the numbers of runs).
"""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from eval.common import Figure, Scores, arguments, finish
from tallystick.errors import LedgerError
from tallystick.ledger import Ledger

ROOT = Path(__file__).resolve().parent.parent
IN_A_ROW = 4  # kills before a build is let through
_PASSING = frozenset({"run", "at", "retrieved", "applied", "started", "finished"})
_UNTOLD = frozenset({"runs", "left_out"})  # as many of these as builds were begun
_AT_HAND = frozenset({"linked_until", "linked_blocks", "linked_reports"})  # not of the record

Row = tuple[object, ...]


@dataclass(slots=True)
class Tally:
    """What the kills did. ``lost`` counts acknowledged documents that are not in the ledger."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    compared: int = 0
    unequal: int = 0
    moments: list[float] = field(default_factory=list)  # seconds into the build


def main(argv: Sequence[str]) -> Scores:
    """Run it: ``python -m eval crash [--kills 50] [--plain] [--seed 1]``."""
    parser = arguments("crash", __doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=50, help="how many (default: 50)")
    parser.add_argument("--texts", type=int, default=64, help="texts to build (default: 64)")
    parser.add_argument("--seed", type=int, default=1, help="of the random moments")
    parser.add_argument("--plain", action="store_true", help="with a plain reader, to be quick")
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(Path(folder), texts=options.texts, seed=options.seed, plain=options.plain)
        tally = trial.run(options.kills)
    return finish(Scores("crash", figures(tally)), options.json)


def figures(tally: Tally) -> tuple[Figure, ...]:
    early, late = min(tally.moments, default=0), max(tally.moments, default=0)
    moments = f"{early:.2f} to {late:.2f} s into the build"
    return (
        Figure("kills", tally.kills, note=moments),
        Figure("acknowledged", tally.acknowledged, note="documents, before the kills"),
        Figure("lost", tally.lost),
        Figure("compared", tally.compared, note="resumed ledgers with an undisturbed one"),
        Figure("unequal", tally.unequal),
    )


class Trial:
    """A folder of texts, an undisturbed ledger of it, and builds to disturb."""

    def __init__(self, folder: Path, *, texts: int, seed: int, plain: bool) -> None:
        self._random = random.Random(seed)
        self._folder = folder / "texts"
        self._ledgers = folder
        self._plain = ("--plain",) if plain else ()
        write_texts(self._folder, texts, self._random)
        whole = folder / "whole.ledger"
        self._reads, self._takes = self._through(whole)
        self._whole = rows(whole)

    def run(self, kills: int) -> Tally:
        tally = Tally()
        while tally.kills < kills:
            ledger = self._ledgers / f"after-{tally.kills}.ledger"
            for number in range(min(IN_A_ROW, kills - tally.kills)):
                self._disturb(ledger, tally, self._moment(number))
            self._through(ledger)
            tally.compared += 1
            tally.unequal += rows(ledger) != self._whole
        return tally

    def _moment(self, number: int) -> float:
        """When to kill: early in the reading, so that the next build too has some left to do;
        the last kill in a row at any moment, linking included."""
        last = number == IN_A_ROW - 1
        return self._random.uniform(0, self._takes if last else self._reads / 2)

    def _through(self, ledger: Path) -> tuple[float, float]:
        """Let a build run to its end; gives the seconds to the last document, and to the end."""
        with self._build(ledger) as child:
            said = _Said(child)
            said.word()
            began = time.monotonic()
            heard = [(word, time.monotonic() - began) for word in said]
            if child.wait() != 0 or heard[-1][0] != "done":
                raise RuntimeError(f"the build did not end well: {child.returncode}")
        return max((t for word, t in heard if word.startswith("d-")), default=0.0), heard[-1][1]

    def _disturb(self, ledger: Path, tally: Tally, moment: float) -> None:
        """Kill one build at a moment, and look for what it had acknowledged."""
        with self._build(ledger) as child:
            said = _Said(child)
            said.word()
            time.sleep(moment)
            child.send_signal(signal.SIGKILL)
            acknowledged = [word for word in said if word.startswith("d-")]
            killed = child.wait() == -signal.SIGKILL
        tally.kills += killed  # one that had ended before does not count
        tally.moments += [moment] * killed
        tally.acknowledged += len(acknowledged)
        tally.lost += len(set(acknowledged) - kept(ledger))

    @contextmanager
    def _build(self, ledger: Path) -> Iterator[subprocess.Popen[str]]:
        command = [sys.executable, "-m", "eval.crash_worker", self._folder, ledger, *self._plain]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
            try:
                yield child
            finally:
                child.kill()


class _Said:
    """The words of a build, line by line; a last one cut short by the kill says nothing."""

    def __init__(self, child: subprocess.Popen[str]) -> None:
        if child.stdout is None:
            raise RuntimeError("the build has no output to hear")
        self._lines = child.stdout

    def word(self) -> str:
        return self._lines.readline().rstrip("\n")

    def __iter__(self) -> Iterator[str]:
        return (line.rstrip("\n") for line in self._lines if line.endswith("\n"))


def kept(ledger: Path) -> set[str]:
    """The ids of the documents in a ledger; none where the kill came before it was made."""
    try:
        with Ledger.open(ledger, read_only=True) as opened:
            return {document.id for document in opened.documents(superseded=True)}
    except LedgerError:  # if anything had been acknowledged, it counts as lost
        return set()


def rows(ledger: Path) -> dict[str, list[Row]]:
    """Every table's rows, in order, without times and numbers of runs."""
    with closing(sqlite3.connect(ledger)) as db:
        names = [n for (n,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: _rows(db, name) for name in names if name not in _UNTOLD | _AT_HAND}


def _rows(db: sqlite3.Connection, table: str) -> list[Row]:
    columns = [name for (name,) in db.execute(f"SELECT name FROM pragma_table_info('{table}')")]
    lasting = ", ".join(f'"{name}"' for name in columns if name not in _PASSING)
    return db.execute(f"SELECT {lasting} FROM {table} ORDER BY 1, 2").fetchall()


# ------------------------------------------------------------------ texts

_PLACES = ("Mosul", "Idlib", "Kidal", "Aden", "Goma", "Kandahar", "Sirte", "Maiduguri")
_WEAPONS = ("rockets", "drones", "mortar shells", "roadside bombs", "missiles")
_TARGETS = ("an army base", "a police station", "a convoy", "an oil field", "a checkpoint")
_LEADS = (
    "{n} {weapons} struck {target} near {place} on {day} March 2019, police said.",
    "The army said {n} {weapons} were fired at {target} in {place} on {day} March 2019.",
    "Residents of {place} reported that {n} {weapons} landed close to {target}.",
)
_TAILS = (
    "At least {dead} people were killed and {hurt} wounded.",
    "There were no casualties, a spokesman said.",
    "{dead} soldiers died; a hospital counted {hurt} injured.",
    "No group has claimed the attack, the {nth} there this year.",
)


def write_texts(folder: Path, count: int, random: random.Random) -> None:
    """A folder of short reports, one of them empty, so that something is left out."""
    folder.mkdir()
    for number in range(count):
        text = "\n\n".join(_paragraph(random) for _ in range(3))
        (folder / f"{number:03}.txt").write_text(f"Attack number {number}\n\n{text}\n")
    (folder / "empty.txt").touch()


def _paragraph(random: random.Random) -> str:
    facts = {
        "n": random.randint(2, 9),
        "day": random.randint(1, 31),
        "dead": random.randint(1, 20),
        "hurt": random.randint(1, 40),
        "nth": f"{random.randint(4, 19)}th",
        "place": random.choice(_PLACES),
        "weapons": random.choice(_WEAPONS),
        "target": random.choice(_TARGETS),
    }
    return f"{random.choice(_LEADS)} {random.choice(_TAILS)}".format(**facts)
