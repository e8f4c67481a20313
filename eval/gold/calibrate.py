"""How far the program's scores can be believed: of what it is 0.8 sure of, are 8 in 10 right?

The reliability table puts the scores into ten bins of equal width and sets the mean score of
each beside the share that was right (DeGroot and Fienberg 1983). The expected calibration error
is the gap between the two, weighed by the bins' sizes (Naeini et al. 2015); the Brier score is
the mean square of score less outcome (Brier 1950).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.common import Figure, Scores
from eval.gold.score_match import Compared, same_value, statements
from eval.gold.score_told import Said, Told
from tallystick.model.statement import Field

BINS = 10


@dataclass(frozen=True, slots=True)
class Sample:
    """A score from 0 to 1, and whether what it was given to was right."""

    score: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The samples whose scores are in one stretch: how many, their mean score, the share right."""

    count: int
    score: float
    right: float


def calibration(compared: Sequence[Compared], plot: Path | None = None) -> Scores:
    """The figures of the reports' scores, and their plot if a file is named."""
    samples = report_samples(compared)
    if plot is not None:
        plot.write_text(drawn(samples), encoding="utf-8")
    found = [*figures(samples, "report"), *figures(statement_samples(compared), "statement")]
    return Scores("gold calibration", (*found, *by_field(compared)))


def report_samples(compared: Iterable[Compared]) -> list[Sample]:
    """The score of each report of an incident of the day, and whether there is such an incident."""
    return [Sample(told.score, right) for told, right in reports_judged(compared)]


def reports_judged(compared: Iterable[Compared]) -> Iterator[tuple[Told, bool]]:
    """Each report of an incident of the day, and whether there is such an incident.

    What is matched to an optional incident, or to one of another standing, is left out.
    """
    for document in compared:
        yield from ((p.given, True) for p in document.pairs if p.found and not p.optional)
        yield from ((told, False) for told in document.false)


def statement_samples(
    compared: Iterable[Compared],
    score: Callable[[Said], float | None] = lambda said: said.confidence,
    field: Field | None = None,
) -> list[Sample]:
    """Each statement of a matched report: right where its words, field and value are.

    One to which the reader gives no probability is left out.
    """
    found: list[Sample] = []
    for pair in (p for document in compared for p in document.judged):
        told = statements(pair.wanted, pair.given)
        judged = [(g, same_value(w, g)) for w, g in told.pairs]
        judged += [(g, False) for g in told.false]
        found += [
            Sample(chance, right)
            for said, right in judged
            if (chance := score(said)) is not None and field in (None, said.field)
        ]
    return found


def by_field(compared: Sequence[Compared]) -> Iterable[Figure]:
    """The expected calibration error of each field's statements."""
    for field in Field:
        samples = statement_samples(compared, field=field)
        if samples:
            yield Figure(f"{field.value}.ece", expected_error(samples), len(samples))


# ------------------------------------------------------------------ figures


def figures(samples: Sequence[Sample], name: str) -> Iterable[Figure]:
    """The errors, then the table: the share right in each bin, with the mean score beside it."""
    yield Figure(f"{name}.ece", expected_error(samples), len(samples))
    yield Figure(f"{name}.brier", brier(samples), len(samples))
    for n, one in enumerate(bins(samples)):
        label = f"{name}.right_at_{n / BINS:.1f}"
        if one.count:
            yield Figure(label, one.right, one.count, f"mean score {one.score:.3f}")


def bins(samples: Iterable[Sample]) -> list[Bin]:
    """Ten bins of equal width; a score of 1 is in the last."""
    groups: list[list[Sample]] = [[] for _ in range(BINS)]
    for sample in samples:
        groups[min(BINS - 1, int(sample.score * BINS))].append(sample)
    return [_bin(group) for group in groups]


def _bin(samples: Sequence[Sample]) -> Bin:
    count = len(samples)
    if not count:
        return Bin(0, 0.0, 0.0)
    return Bin(count, sum(s.score for s in samples) / count, sum(s.right for s in samples) / count)


def expected_error(samples: Sequence[Sample]) -> float:
    """The mean gap between score and share right, weighed by the bins' sizes."""
    total = len(samples)
    return sum(b.count / total * abs(b.right - b.score) for b in bins(samples)) if total else 0.0


def brier(samples: Sequence[Sample]) -> float:
    """The mean square of score less outcome: 0 is best, 0.25 is a coin's."""
    total = len(samples)
    return sum((s.score - s.right) ** 2 for s in samples) / total if total else 0.0


# ------------------------------------------------------------------ the plot

_SIDE, _MARGIN = 320, 48  # pixels: the square of the plot, and what is left of it
_STEPS = (0, 0.25, 0.5, 0.75, 1)


def drawn(samples: Sequence[Sample]) -> str:
    """The reliability plot as SVG: share right over score, a dot a bin, its size by count."""
    width, height = _SIDE + 2 * _MARGIN, _SIDE + 2 * _MARGIN
    filled = [b for b in bins(samples) if b.count]
    line = " ".join(f"{_x(b.score):.1f},{_y(b.right):.1f}" for b in filled)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'font-family="sans-serif" font-size="12" role="img">',
        "<title>Reliability: share of reports that are right, by score</title>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        *map(_grid, _STEPS),
        f'<line x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}" stroke="#999" '
        'stroke-dasharray="4 4"/>',
        f'<polyline points="{line}" fill="none" stroke="#1f5fa8" stroke-width="2"/>',
        *(_dot(b, len(samples)) for b in filled),
        f'<text x="{width / 2}" y="{height - 8}" text-anchor="middle">score given</text>',
        f'<text x="14" y="{height / 2}" text-anchor="middle" '
        f'transform="rotate(-90 14 {height / 2})">share right</text>',
        f'<text x="{width / 2}" y="24" text-anchor="middle">{len(samples)} reports, expected '
        f"calibration error {expected_error(samples):.3f}</text>",
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _x(score: float) -> float:
    return _MARGIN + score * _SIDE


def _y(share: float) -> float:
    return _MARGIN + (1 - share) * _SIDE


def _grid(at: float) -> str:
    return (
        f'<path d="M{_x(at)} {_y(0)}V{_y(1)}M{_x(0)} {_y(at)}H{_x(1)}" stroke="#ddd"/>'
        f'<text x="{_x(at)}" y="{_y(0) + 16}" text-anchor="middle">{at:g}</text>'
        f'<text x="{_x(0) - 6}" y="{_y(at) + 4}" text-anchor="end">{at:g}</text>'
    )


def _dot(one: Bin, total: int) -> str:
    radius = 3 + 9 * (one.count / total) ** 0.5
    return (
        f'<circle cx="{_x(one.score):.1f}" cy="{_y(one.right):.1f}" r="{radius:.1f}" '
        f'fill="#1f5fa8" fill-opacity="0.6"><title>{one.count} reports, mean score '
        f"{one.score:.2f}, {one.right:.2f} right</title></circle>"
    )
