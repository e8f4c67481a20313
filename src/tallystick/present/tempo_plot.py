"""A plot of a tempo: how many each day or week, the rates between changes, lulls and bursts."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from tallystick.analyse.tempo import Stretch, Tempo
from tallystick.errors import TallystickError
from tallystick.present.tally import asked_for

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_WIDTH, _HEIGHT = 9.0, 4.2  # inches
_BLUE, _RED, _GREY = "#0072B2", "#D55E00", "#999999"  # Okabe and Ito (2008)
_NO_DATE = {"svg": {"Date": None}, "png": {"Software": None}}
_EPOCH = date(1970, 1, 1).toordinal()


def plot_tempo(tempo: Tempo, format: str) -> bytes:
    """The picture; ``format`` is ``svg`` or ``png``.

    A bar is the best figure of a day or week, its dark part the certain ones, the pale part
    above it the possible ones. The line is the rate of each stretch, the box around it the
    Poisson interval; grey ground is a notable lull, a star a burst, a cross below a day without
    a document. Raises ``TallystickError`` where matplotlib is not installed.
    """
    try:
        from matplotlib import rc_context  # noqa: PLC0415 - optional
        from matplotlib.figure import Figure  # noqa: PLC0415
    except ImportError as error:
        raise TallystickError(
            "a plot needs matplotlib, which is not installed: pip install 'tallystick[plot]'"
        ) from error
    style = {"svg.hashsalt": "tallystick", "svg.fonttype": "none", "font.size": 9}
    with rc_context(style):  # type: ignore[arg-type] # its keys are a list that grows
        figure = Figure(figsize=(_WIDTH, _HEIGHT), layout="constrained")
        _draw(figure.subplots(), tempo)
        drawn = io.BytesIO()
        figure.savefig(drawn, format=format, dpi=150, metadata=_NO_DATE[format])
    return drawn.getvalue()


def _draw(axes: Axes, tempo: Tempo) -> None:
    axes.xaxis_date()
    _grounds(axes, tempo)
    _bars(axes, tempo.bins)
    _rates(axes, tempo)
    _marks(axes, tempo)
    asked = asked_for(tempo.tally.selection)
    axes.set_title(f"{tempo.tally.rule.name}: {asked}", loc="left", wrap=True)
    axes.set_ylabel(f"a {tempo.per}")
    axes.legend(loc="upper right", frameon=False)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)


def _bars(axes: Axes, bins: Sequence[Stretch]) -> None:
    starts, widths = [_start(each) for each in bins], [len(each.days) for each in bins]
    heights = {
        "possible": ([each.count.high or 0 for each in bins], 0.25),
        "best": ([each.count.best for each in bins], 0.55),
        "certain": ([each.count.low for each in bins], 1.0),
    }
    for label, (numbers, alpha) in heights.items():
        axes.bar(
            starts, numbers, [0.9 * width for width in widths], align="edge",
            color=_BLUE, alpha=alpha, linewidth=0, label=label,
        )  # fmt: skip


def _rates(axes: Axes, tempo: Tempo) -> None:
    for at, each in enumerate(tempo.stretches):
        ends = [_start(each), _start(each) + len(each.days)]
        rate, low, high = (
            each.rate(number, tempo.per) for number in (each.count.best, *each.expected)
        )
        named = at == 0  # once in the legend
        axes.plot(ends, [rate, rate], color=_RED, clip_on=False, label="rate" if named else None)
        label = "Poisson 95 %" if named else None
        axes.fill_between(ends, low, high, color=_RED, alpha=0.15, lw=0, zorder=0, label=label)


def _grounds(axes: Axes, tempo: Tempo) -> None:
    named = False
    for lull in tempo.lulls:
        if lull.notable:
            start = _number(lull.days.first)
            label = None if named else "lull"
            axes.axvspan(
                start, start + len(lull.days), color=_GREY, alpha=0.2, lw=0, zorder=0, label=label
            )
            named = True


def _marks(axes: Axes, tempo: Tempo) -> None:
    if tempo.bursts:
        days = [_number(burst.day) + 0.5 for burst in tempo.bursts]
        high = [burst.count.best for burst in tempo.bursts]
        axes.plot(days, high, "*", color="black", markersize=7, label="burst")
    if tempo.uncovered:
        days = [_number(day) + 0.5 for day in tempo.uncovered]
        low = [0.0] * len(days)
        axes.plot(days, low, "x", color="black", markersize=4, clip_on=False, label="no document")


def _start(stretch: Stretch) -> float:
    return _number(stretch.days.first)


def _number(day: date) -> float:
    """A day as matplotlib counts them, from 1970-01-01 on."""
    return float(day.toordinal() - _EPOCH)
