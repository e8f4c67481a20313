"""News in which no attack is told: how often does the program find one all the same?

The texts in ``quiet_texts/`` are the project's own, full of the words of violence: accidents and
drills, films and matches, memorials, talks, metaphors. A desk that reads whole feeds meets more
of these than of attacks. Nothing was trained on them, and no rule was made for them.

- ``texts_with_incidents``: the share of texts that are given an incident that is said to have
  happened. Attacks of long ago (``background``), and planned and feared ones, are not counted:
  some of the texts name those.
- ``incidents``: how many of these they are given in all, and ``sure`` of them with a probability
  of at least one half.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path

from eval.common import Figure, Scores, arguments, finish, share
from eval.gold.texts import GoldText, own_texts
from tallystick.extract import read
from tallystick.model.document import Document
from tallystick.model.statement import Reading, Report, Standing

TEXTS = Path(__file__).parent / "quiet_texts"
_SURE = 0.5

Read = Callable[[Document], Reading]


def main(argv: Sequence[str]) -> Scores:
    """Read all the texts and print the figures."""
    options = _options(argv)
    texts = list(islice(own_texts(TEXTS), options.limit))
    found = [(text, happened(read(text.document))) for text in texts]
    if options.list:
        _show(found)
    return finish(Scores("quiet", tuple(figures([reports for _, reports in found]))), options.json)


def _options(argv: Sequence[str]) -> Namespace:
    parser = arguments("quiet", __doc__ or "")
    parser.add_argument("--list", action="store_true", help="print each incident that is found")
    return parser.parse_args(argv)


def happened(reading: Reading) -> list[Report]:
    """The incidents of a document that are said to have happened of late."""
    return [r for r in reading.reports if r.standing is Standing.HAPPENED]


def figures(found: Sequence[Sequence[Report]]) -> Iterable[Figure]:
    """Of each text's incidents; lower is better."""
    yield share("texts_with_incidents", sum(map(bool, found)), len(found))
    yield Figure("incidents", sum(map(len, found)))
    yield Figure("sure", sum((r.score or 0.0) >= _SURE for reports in found for r in reports))


def _show(found: Iterable[tuple[GoldText, Sequence[Report]]]) -> None:
    for text, reports in found:
        for report in reports:
            told = report.anchor.of(text.document.text)
            print(f"{text.id}: {report.score or 0.0:.2f} {told!r}")
