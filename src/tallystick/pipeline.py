"""The whole flow on one screen: intake → extract → ledger → link → ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from tallystick import extract, link
from tallystick.errors import IntakeError
from tallystick.intake import Intake, Intaken, read_manifest
from tallystick.ledger import Ledger
from tallystick.model.document import Document
from tallystick.model.judgement import Judgement
from tallystick.model.statement import Reading
from tallystick.vocab.gazetteer import load_gazetteer
from tallystick.workers import Failure, mapped, threaded

Reader = Callable[[Document], Reading]

_BATCH = 16  # documents a transaction, so that a kill costs at most these
_FEW = 20  # up to here, starting processes takes longer than the reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to build. ``jobs`` is the number of processes, ``limit`` the seconds that one
    document may take (enforced with two jobs or more); ``read`` takes the place of the
    program's own reader. One that waits for another machine reads in so many ``threads`` of
    this process instead of in jobs, and each of its documents is kept at once. ``watch``
    hears how far the build is.
    """

    manifest: Path | None = None
    jobs: int = 1
    limit: float = 60.0
    threads: int = 0
    read: Reader | None = None
    watch: Callable[[Progress], None] = lambda _: None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is: documents dealt with, of how many (``None`` if nobody knows)."""

    done: int
    total: int | None
    stage: str = "reading"


@dataclass(slots=True)
class Summary:
    """What a build did. ``left_out`` has an error a document: its name, why, what to do."""

    read: int = 0
    known: int = 0  # documents that were in the ledger already
    reports: int = 0
    tallies: int = 0
    judgements: int = 0
    left_out: list[IntakeError] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    @property
    def done(self) -> int:
        """How many documents have been dealt with, the known and the left out among them."""
        return self.read + self.known + len(self.left_out)


def build(paths: Sequence[Path], into: Ledger, options: Options = Options()) -> Summary:
    """Reads files and folders into a ledger; what it holds already is not read again.

    A build that was interrupted goes on where it stopped, and the ledger is the same
    whatever the number of jobs. A document that cannot be read is left out; the rest goes
    on. Raises :class:`ManifestError` and :class:`LedgerError`.
    """
    work = _Work(_intake(paths, options), into, options)
    for batch in _batches(work.readings(), 1 if options.threads else _BATCH):
        work.keep(batch)
    options.watch(Progress(work.summary.done, work.summary.done, "linking"))
    work.summary.judgements = into.link(_judging(options.jobs), version=link.VERSION, run=work.run)
    into.finish_run(work.run)
    work.summary.notices = list(work.intake.notices)
    return work.summary


def _judging(jobs: int) -> Callable[[link.Shelf, Sequence[Reading]], Iterator[Judgement]]:
    return lambda shelf, readings: link.Index(shelf, jobs=jobs).judge(readings)


def unread(paths: Sequence[Path], into: Ledger, options: Options = Options()) -> Iterator[Document]:
    """The documents that a build would read: those in the paths that the ledger lacks."""
    for item in _intake(paths, options):
        if not isinstance(item, IntakeError) and not into.has(item.document.id):
            yield item.document


def _intake(paths: Sequence[Path], options: Options) -> Intake:
    manifest = read_manifest(options.manifest) if options.manifest else None
    return Intake(paths, manifest=manifest)


class _Work:
    """One build: its run in the ledger, and what it has done so far."""

    def __init__(self, intake: Intake, into: Ledger, options: Options) -> None:
        self.intake = intake
        self.ledger = into
        self.options = options
        self.total = intake.total()
        self.run = into.start_run("build")
        self.summary = Summary()

    def readings(self) -> Iterator[tuple[Reading, bytes]]:
        """Each new document as it was read, with its bytes, in the order of the intake."""
        for item, result in self._results():
            if isinstance(result, Failure):
                self._leave_out(IntakeError(item.document.name, result.reason))
            else:
                yield result, item.content

    def _results(self) -> Iterator[tuple[Intaken, Reading | Failure]]:
        options = self.options
        read = options.read or extract.read
        few = self.total is not None and self.total <= _FEW
        jobs = 1 if few else options.jobs
        if jobs > 1 or options.threads:
            load_gazetteer()  # its first use makes an index; once is enough for all
        items = ((item, item.document) for item in self._fresh())
        if options.threads:
            return threaded(read, items, threads=options.threads)
        return mapped(read, items, jobs=jobs, limit=options.limit)

    def _fresh(self) -> Iterator[Intaken]:
        """The documents that the ledger lacks."""
        for item in self.intake:
            if isinstance(item, IntakeError):
                self._leave_out(item)
            elif self.ledger.has(item.document.id):
                self.summary.known += 1
                self._tell()
            else:
                yield item

    def keep(self, batch: Sequence[tuple[Reading, bytes]]) -> None:
        """Puts a batch in the ledger, in one transaction."""
        for (reading, _), new in zip(batch, self.ledger.add_many(batch, run=self.run), strict=True):
            self.summary.read += new
            self.summary.known += not new  # the same document twice in one build
            self.summary.reports += len(reading.reports) * new
            self.summary.tallies += len(reading.tallies) * new
        self._tell()

    def _leave_out(self, error: IntakeError) -> None:
        self.summary.left_out.append(error)
        reason = f"{error.reason} ({error.advice})" if error.advice else error.reason
        self.ledger.leave_out(error.name, reason, run=self.run)
        self._tell()

    def _tell(self) -> None:
        self.options.watch(Progress(self.summary.done, self.total))


def _batches(
    items: Iterable[tuple[Reading, bytes]], size: int
) -> Iterator[list[tuple[Reading, bytes]]]:
    items = iter(items)
    while batch := list(islice(items, size)):
        yield batch
