"""A plot of announced numbers over the ledger's count through time, with the band."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import cycle
from typing import TYPE_CHECKING

from tallystick.analyse.announced import Announced
from tallystick.analyse.course import Course, Line
from tallystick.errors import TallystickError
from tallystick.model.statement import TallyUnit
from tallystick.present.check import course_title

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FORMATS = ("svg", "png")
_MOST = 6  # panels: those of most announcements
_WIDTH, _HEIGHT = 9.0, 4.2  # inches, of one panel
_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00")  # Okabe and Ito (2008)
_NO_DATE = {"svg": {"Date": None}, "png": {"Software": None}}


def plot(courses: Sequence[Course], format: str) -> bytes:
    """The picture, one panel a running count, at most six; ``format`` is ``svg`` or ``png``.

    The line is the best figure, the band goes from the lowest to the highest (to the best where
    that is open); a dot is a number announced, a triangle one that is "at least".
    Raises :class:`TallystickError` where matplotlib is not installed.
    """
    try:
        from matplotlib import rc_context  # noqa: PLC0415 - optional
        from matplotlib.figure import Figure  # noqa: PLC0415
    except ImportError as error:
        raise TallystickError(
            "a plot needs matplotlib, which is not installed: pip install 'tallystick[plot]'"
        ) from error
    shown = courses[:_MOST]
    rules = dict.fromkeys(line.rule.name for course in shown for line in course.lines)
    colours = dict(zip(rules, cycle(_COLOURS), strict=False))
    # The same bytes for the same ledger, and text that stays text.
    style = {"svg.hashsalt": "tallystick", "svg.fonttype": "none", "font.size": 9}
    with rc_context(style):  # type: ignore[arg-type] # its keys are a list that grows
        figure = Figure(figsize=(_WIDTH, _HEIGHT * len(shown)), layout="constrained")
        grid = figure.subplots(len(shown), 1, squeeze=False)
        for course, axes in zip(shown, grid[:, 0], strict=True):
            _panel(axes, course, colours)
        drawn = io.BytesIO()
        figure.savefig(drawn, format=format, dpi=150, metadata=_NO_DATE[format])
    return drawn.getvalue()


def _panel(axes: Axes, course: Course, colours: Mapping[str, str]) -> None:
    axes.xaxis_date()
    for line in course.lines:
        _band(axes, line, colours[line.rule.name])
    exact = [a for a in course.announced if a.tally.count.high is not None]
    least = [a for a in course.announced if a.tally.count.high is None]
    _dots(axes, exact, "o", "announced")
    _dots(axes, least, "^", "announced: at least")
    axes.set_title(course_title(course), loc="left", wrap=True)
    axes.set_ylabel(_UNITS[course.announced[0].tally.unit])
    axes.set_ylim(bottom=0)
    axes.legend(loc="upper left", frameon=False)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)


def _band(axes: Axes, line: Line, colour: str) -> None:
    days = _numbers(line.days)
    lows = [band.low for band in line.bands]
    bests = [band.best for band in line.bands]
    highs = [band.best if band.high is None else band.high for band in line.bands]
    axes.fill_between(days, lows, highs, step="post", color=colour, alpha=0.18, linewidth=0)
    label = f"ledger, by the rule {line.rule.name}"
    axes.step(days, bests, where="post", color=colour, label=label)


def _dots(axes: Axes, announced: Sequence[Announced], marker: str, label: str) -> None:
    if not announced:
        return
    days = _numbers(a.as_of for a in announced if a.as_of)
    numbers = [a.tally.count.best or 0 for a in announced]
    axes.plot(days, numbers, marker, color="black", markersize=4, label=label)
    for day, number in zip(days, numbers, strict=True):
        at = (day, number)
        axes.annotate(str(number), at, xytext=(4, 3), textcoords="offset points", fontsize=7)


def _numbers(days: Iterable[date]) -> list[float]:
    """Days as matplotlib counts them, from 1970-01-01 on."""
    return [float(day.toordinal() - _EPOCH) for day in days]


_EPOCH = date(1970, 1, 1).toordinal()
_UNITS = {
    TallyUnit.ATTACKS: "attacks",
    TallyUnit.KILLED: "persons killed",
    TallyUnit.INJURED: "persons injured",
    TallyUnit.CASUALTIES: "persons killed or injured",
    TallyUnit.ABDUCTED: "persons abducted",
}
