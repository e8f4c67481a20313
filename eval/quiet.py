"""News full of other matters: are attacks found where none is told, and lost where one is?

A desk that reads whole feeds meets more accidents, drills, films, matches, memorials and talks than
attacks. The texts are the project's own. Nothing was trained on them, and no rule was made for
them.

- ``texts_with_incidents``: of the texts in ``quiet_texts/``, which tell of no attack, the share
  that is given an incident that is said to have happened. Attacks of long ago (``background``),
  prevented, planned and feared ones are not counted: some of the texts name those.
- ``incidents``: how many of these they are given in all, and ``sure`` of them with a probability
  of at least one half.
- ``attacks_found``: of the texts in ``loud_texts/``, each of which tells of one attack beside such
  matters, the share that is given an incident with words of the sentence that tells it
  (``keys.toml``).
- ``beside``: how many other incidents these are given.
"""

from __future__ import annotations

import tomllib
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.common import Figure, Scores, arguments, finish, share
from eval.gold.texts import GoldText, own_texts
from tallystick.extract import read
from tallystick.model.document import Document, Span
from tallystick.model.statement import Reading, Report, Standing

QUIET = Path(__file__).parent / "quiet_texts"
LOUD = Path(__file__).parent / "loud_texts"
KEYS = "keys.toml"
_SURE = 0.5

Read = Callable[[Document], Reading]


@dataclass(frozen=True, slots=True)
class Found:
    """What a text is given, and where its attack is told, if it tells of one."""

    text: GoldText
    reports: tuple[Report, ...]
    told: Span | None = None

    @property
    def right(self) -> list[Report]:
        """The reports on the attack."""
        told = self.told
        return [r for r in self.reports if told is not None and r.anchor.overlaps(told)]


def main(argv: Sequence[str]) -> Scores:
    """Read all the texts and print the figures."""
    options = _options(argv)
    quiet = [Found(text, happened(read(text.document))) for text in own_texts(QUIET)]
    loud = [Found(text, happened(read(text.document)), told) for text, told in loud_texts()]
    if options.list:
        _show(quiet, loud)
    return finish(Scores("quiet", tuple(figures(quiet, loud))), options.json)


def _options(argv: Sequence[str]) -> Namespace:
    parser = arguments("quiet", __doc__ or "")
    parser.add_argument("--list", action="store_true", help="print what is wrong and what is lost")
    return parser.parse_args(argv)


def loud_texts(folder: Path = LOUD) -> Iterator[tuple[GoldText, Span]]:
    """The texts that tell of one attack each, with the sentence that does.

    Raises ``KeyError`` for a text without a key, ``ValueError`` for a key that is not in it.
    """
    keys = tomllib.loads((folder / KEYS).read_text(encoding="utf-8"))
    for text in own_texts(folder):
        at = text.document.text.index(keys[text.id.partition(":")[2]])
        yield text, next(line for line in text.lines if line.start <= at < line.end)


def happened(reading: Reading) -> tuple[Report, ...]:
    """The incidents of a document that are said to have happened of late."""
    return tuple(r for r in reading.reports if r.standing is Standing.HAPPENED)


def figures(quiet: Sequence[Found], loud: Sequence[Found]) -> Iterable[Figure]:
    """Of texts without an attack and of texts with one."""
    false = [report for found in quiet for report in found.reports]
    yield share("texts_with_incidents", sum(bool(f.reports) for f in quiet), len(quiet))
    yield Figure("incidents", len(false))
    yield Figure("sure", sum((r.score or 0.0) >= _SURE for r in false))
    yield share("attacks_found", sum(bool(f.right) for f in loud), len(loud))
    yield Figure("beside", sum(len(f.reports) - len(f.right) for f in loud))


def _show(quiet: Iterable[Found], loud: Iterable[Found]) -> None:
    for found in (*quiet, *loud):
        words = found.text.document.text
        for report in found.reports:
            if report not in found.right:
                print(f"{found.text.id}: {report.score or 0.0:.2f} {report.anchor.of(words)!r}")
        if found.told is not None and not found.right:
            print(f"{found.text.id}: lost: {found.told.of(words)}")
