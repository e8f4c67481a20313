"""The library's face: what ``import tallystick`` offers, for scripts and notebooks.

import tallystick as ts

with ts.build(["articles/"], manifest="manifest.json", ledger="iraq.ledger") as ledger:
    for incident in ledger.incidents(ts.Query(place="Erbil")):
        print(ts.brief(incident))
    frame = ts.to_pandas(ledger.incidents())
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from tallystick.analyse import check as checking
from tallystick.analyse import counting
from tallystick.analyse import lag as lagging
from tallystick.analyse import tempo as timing
from tallystick.analyse.announced import announced_in
from tallystick.analyse.asked import Wanted
from tallystick.analyse.check import Checked
from tallystick.analyse.counting import Tally
from tallystick.analyse.course import Course, courses
from tallystick.analyse.explain import explain
from tallystick.analyse.lag import Lag
from tallystick.analyse.queue import queue
from tallystick.analyse.rule import DEFAULT_RULE, Rule, load_rules, rule_named
from tallystick.analyse.tallies import count_tallies as tallies
from tallystick.analyse.tempo import Per, Tempo
from tallystick.errors import (
    IntakeError,
    LedgerBusyError,
    LedgerError,
    LedgerTooNewError,
    ManifestError,
    NotFoundError,
    ReaderError,
    RuleError,
    TallystickError,
    VocabularyError,
)
from tallystick.export.files import write_whole
from tallystick.export.flat import COLUMNS, row
from tallystick.ledger import AsOf, Ledger, Query, series
from tallystick.ledger import origins_of as origins
from tallystick.model.incident import Contest, Incident
from tallystick.model.judgement import Verdict
from tallystick.model.statement import Field, Stance, Standing
from tallystick.model.taxonomy import IncidentKind
from tallystick.present.brief import brief
from tallystick.present.plot import FORMATS, plot
from tallystick.present.tempo_plot import plot_tempo as drawn_tempo
from tallystick.review import judge

if TYPE_CHECKING:
    import pandas as pd

    from tallystick.llm import LlmReader

__all__ = [
    "AsOf",
    "Checked",
    "Contest",
    "Field",
    "Incident",
    "IncidentKind",
    "IntakeError",
    "Lag",
    "Ledger",
    "LedgerBusyError",
    "LedgerError",
    "LedgerTooNewError",
    "ManifestError",
    "NotFoundError",
    "Per",
    "Query",
    "ReaderError",
    "RuleError",
    "Stance",
    "Standing",
    "Tally",
    "TallystickError",
    "Tempo",
    "Verdict",
    "VocabularyError",
    "Wanted",
    "brief",
    "build",
    "check_tallies",
    "explain",
    "judge",
    "lag",
    "open",
    "origins",
    "plot_tallies",
    "plot_tempo",
    "queue",
    "series",
    "tallies",
    "tally",
    "tempo",
    "to_pandas",
]

DEFAULT_LEDGER = "tallystick.ledger"

AnyPath = str | PathLike[str]


def build(
    paths: AnyPath | Sequence[AnyPath],
    *,
    manifest: AnyPath | None = None,
    ledger: AnyPath = DEFAULT_LEDGER,
    jobs: int = 1,
    reader: LlmReader | None = None,
) -> Ledger:
    """Reads files and folders into a ledger (made if need be) and gives it, open for writing.

    ``reader`` reads in place of the program: a :class:`tallystick.llm.LlmReader`, which stays
    open (see docs/llm-reader.md); ``jobs`` is then of no account.

    Each document that is left out gives a :class:`UserWarning` that names it and says why.
    A script that asks for several ``jobs`` (processes) must put its code under
    ``if __name__ == "__main__":``. Raises :class:`TallystickError`.
    """
    from tallystick import pipeline  # noqa: PLC0415 - slow to load, and only a build needs it

    several = [paths] if isinstance(paths, str | PathLike) else paths
    options = pipeline.Options(
        manifest=Path(manifest) if manifest else None,
        jobs=jobs,
        read=reader,
        threads=reader.options.concurrency if reader else 0,
    )
    opened = Ledger.open(Path(ledger))
    try:
        summary = pipeline.build([Path(path) for path in several], opened, options)
    except BaseException:
        opened.close()
        raise
    for error in summary.left_out:
        warnings.warn(f"left out: {error}", stacklevel=2)
    return opened


def open(path: AnyPath = DEFAULT_LEDGER, *, write: bool = False) -> Ledger:
    """An existing ledger, for reading, or also for judgements with ``write``.

    Raises :class:`LedgerError` where there is none: :func:`build` makes one.
    """
    if not Path(path).exists():
        raise LedgerError(f"{path}: no ledger there; make one with: tallystick build PATH...")
    return Ledger.open(Path(path), read_only=not write)


def tally(
    ledger: Ledger,
    rule: str = DEFAULT_RULE,
    wanted: Wanted = Wanted(),  # noqa: B008 - frozen
    *,
    rules: AnyPath | None = None,
    min_confidence: float = 0.0,
) -> Tally:
    """How many incidents there are under a counting rule: low, best, high, and which they are.

    ``wanted`` says of which; ``rules`` is a TOML file, or a folder of them, with further
    rules (see docs/counting.md). Incidents and values held less probable than
    ``min_confidence`` are left out. Raises :class:`RuleError` for a rule that is malformed,
    not there, or needs more said; :func:`tallystick.analyse.counting.grouped` splits a tally.
    """
    chosen = rule_named(rule, load_rules(Path(rules) if rules else None))
    incidents = ledger.incidents(Query(standings=None, min_confidence=min_confidence))
    return counting.count(incidents, chosen, wanted.selection)


def tempo(
    ledger: Ledger,
    rule: str = DEFAULT_RULE,
    wanted: Wanted = Wanted(),  # noqa: B008 - frozen
    *,
    per: Per = Per.DAY,
    rules: AnyPath | None = None,
    min_confidence: float = 0.0,
) -> Tempo | None:
    """How the number of a class goes through time: rates, changes of rate, lulls and bursts.

    ``None`` where none that counts has a day (see docs/tempo.md). Arguments and errors as for
    :func:`tally`; also :class:`TallystickError` where scipy or ruptures is not installed.
    """
    chosen = rule_named(rule, load_rules(Path(rules) if rules else None))
    incidents = ledger.incidents(Query(standings=None, min_confidence=min_confidence))
    return timing.tempo(incidents, ledger.documents(), chosen, wanted.selection, per)


def lag(
    ledger: Ledger,
    after: Wanted,
    to: Wanted,
    rule: str | Rule = DEFAULT_RULE,
    *,
    window: int = lagging.WINDOW,
    min_confidence: float = 0.0,
) -> Lag | None:
    """How many days pass from incidents of one class to the next of another, beside chance.

    ``rule`` is the name of one that ships, or a rule. The period is from the first day to the
    last of either class; ``None`` where none of either has a day. Raises :class:`RuleError`.
    """
    chosen = rule_named(rule) if isinstance(rule, str) else rule
    incidents = ledger.incidents(Query(standings=None, min_confidence=min_confidence))
    return lagging.lag(incidents, chosen, after.selection, to.selection, window)


def plot_tempo(tempo: Tempo, out: AnyPath, *, force: bool = False) -> None:
    """Draws a tempo as .svg or .png, over a file that is there only with ``force``.

    Raises :class:`TallystickError` where matplotlib is not installed, or it cannot be written.
    """
    path = Path(out)
    write_whole(path, drawn_tempo(tempo, _format(path)), force=force)


def _format(path: Path) -> str:
    format = path.suffix.lower().removeprefix(".")
    if format not in FORMATS:
        raise TallystickError(f"{path}: a plot is written as .svg or .png")
    return format


def check_tallies(
    ledger: Ledger,
    names: Sequence[str] = (),
    *,
    rules: AnyPath | None = None,
    min_confidence: float = 0.0,
) -> Checked:
    """Every announced tally beside the ledger's count, with what can set the two apart.

    Counted by the rules of these ``names``, or else by those that fit each; ``rules`` and
    ``min_confidence`` as for :func:`tally`. Raises :class:`RuleError`.
    """
    chosen = _chosen(names, rules)
    return checking.check_tallies(ledger, chosen, min_confidence=min_confidence)


def plot_tallies(
    ledger: Ledger,
    out: AnyPath,
    names: Sequence[str] = (),
    *,
    rules: AnyPath | None = None,
    min_confidence: float = 0.0,
    force: bool = False,
) -> int:
    """Draws announced numbers over the ledger's count through time; gives how many are drawn.

    ``out`` is an .svg or .png, written over only with ``force``; the rest as for
    :func:`check_tallies`. Raises :class:`RuleError`, and :class:`TallystickError` where
    matplotlib is not installed, nothing can be drawn, or the file cannot be written.
    """
    path = Path(out)
    format = _format(path)
    drawn = running_counts(ledger, names, rules=rules, min_confidence=min_confidence)
    if not drawn:
        raise TallystickError("no tally of this ledger can be counted: there is nothing to draw")
    write_whole(path, plot(drawn, format), force=force)
    return sum(len(course.announced) for course in drawn)


def running_counts(
    ledger: Ledger,
    names: Sequence[str] = (),
    *,
    rules: AnyPath | None = None,
    min_confidence: float = 0.0,
) -> list[Course]:
    """The running counts among announced tallies, each beside the ledger's through time.

    Arguments and errors as for :func:`check_tallies`.
    """
    incidents = ledger.incidents(Query(standings=None, min_confidence=min_confidence))
    return courses(announced_in(ledger), incidents, _chosen(names, rules))


def _chosen(names: Sequence[str], rules: AnyPath | None) -> list[Rule] | None:
    known = load_rules(Path(rules) if rules else None)
    return [rule_named(name, known) for name in names] or None


def to_pandas(incidents: Iterable[Incident]) -> pd.DataFrame:
    """One row an incident, with the columns of the CSV export (see docs/exports.md).

    Dates are ``datetime64``, counts nullable integers (``Int64``), confidences floats, unknown
    is missing.
    Raises :class:`TallystickError` where pandas is not installed.
    """
    try:
        import pandas as pd  # noqa: PLC0415 - optional
    except ImportError as error:
        raise TallystickError(
            "to_pandas needs pandas, which is not installed: pip install 'tallystick[pandas]'"
        ) from error
    frame = pd.DataFrame([row(incident) for incident in incidents], columns=list(COLUMNS))
    for name in ("date_start", "date_end"):
        # Nanoseconds end in 2262 and begin in 1677; seconds hold every year there is.
        frame[name] = frame[name].astype("datetime64[s]")
    for name in frame.columns:
        if name.endswith("confidence"):
            frame[name] = frame[name].astype("float64")
        if name.endswith(("_low", "_best", "_high", "_count", "_origins")):
            frame[name] = frame[name].astype("Int64")
    return frame
