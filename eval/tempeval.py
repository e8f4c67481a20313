"""Time expressions on TimeBank and AQUAINT (TempEval-3): are they found, is the date right?

The published figures (value F1 82.4 UWTime, 77.6 HeidelTime) are of the platinum test part
of TempEval-3, other documents than these: they say what is usual, not who is better.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path

from rich.console import Console

from eval.common import Figure, Rates, Scores, absent, arguments, data_dir, finish, share
from eval.timex import value_of
from tallystick.extract.dates import DateMention, find_dates
from tallystick.model.document import Span
from tallystick.model.values import PartialDate
from tallystick.vocab.calendar import parse_day

_PARTS = ("TimeBank", "AQUAINT")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TEXT = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)
_CREATED = re.compile(r"<TIMEX3 [^>]*CREATION_TIME[^>]*>")
_TAG = re.compile(r"<[^>]+>")
_VALUE = re.compile(r'\bvalue="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression of the key: where it is and its TIMEX3 value."""

    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class TimeDocument:
    """One document of the key: plain text, its creation day, its time expressions."""

    name: str
    text: str
    created: PartialDate | None
    keys: tuple[Timex, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """An expression of the key, one of the program, or the two together."""

    document: TimeDocument
    key: Timex | None
    mention: DateMention | None

    @property
    def exact(self) -> bool:
        return bool(self.key and self.mention and self.key.span == self.mention.span)

    @property
    def right(self) -> bool:
        return bool(self.key and self.mention and self.key.value == value_of(self.mention))


def main(argv: Sequence[str] = ()) -> Scores:
    """Score both parts. Span figures are of expressions that overlap, or are the same;
    value figures of overlapping ones whose TIMEX3 value is the same."""
    parser = arguments("tempeval", __doc__ or "")
    parser.add_argument("--errors", type=int, default=0, help="print so many errors")
    options = parser.parse_args(argv)
    folder = data_dir(options, "tempeval3")
    if folder is None:
        return absent("tempeval", "tempeval3")
    figures: list[Figure] = []
    matches: list[Match] = []
    for part in _PARTS:
        found = [m for d in _documents(folder / part, options.limit) for m in _match(d)]
        figures += _figures(part.lower(), found)
        matches += found
    _print_errors(matches, options.errors)
    return finish(Scores("tempeval", tuple(figures)), options.json)


# --- reading TimeML ------------------------------------------------------------------------


def _documents(folder: Path, limit: int | None) -> Iterator[TimeDocument]:
    for path in sorted(folder.glob("*.tml"))[:limit]:
        yield read_timeml(path.stem, path.read_text(encoding="utf-8"))


def read_timeml(name: str, source: str) -> TimeDocument:
    """A TimeML document as plain text with its TIMEX3 elements at their offsets."""
    body = _TEXT.search(source)
    created = _CREATED.search(source)
    day = _DAY.search(created.group()) if created else None
    text, keys = _plain(body[1] if body else "")
    return TimeDocument(name, text, parse_day(day.group()) if day else None, tuple(keys))


def _plain(source: str) -> tuple[str, list[Timex]]:
    """The source without its tags, entities resolved, and the time expressions in it."""
    pieces: list[str] = []
    keys: list[Timex] = []
    open_: tuple[int, str] | None = None
    length = at = 0
    for tag in [*_TAG.finditer(source), None]:
        piece = unescape(source[at : tag.start() if tag else len(source)])
        pieces.append(piece)
        length += len(piece)
        if tag is None:
            break
        at = tag.end()
        if tag.group().startswith("<TIMEX3"):
            value = _VALUE.search(tag.group())
            open_ = (length, value[1] if value else "")
        elif tag.group() == "</TIMEX3>" and open_:
            keys.append(Timex(Span(open_[0], length), open_[1]))
    return "".join(pieces), keys


# --- scoring -------------------------------------------------------------------------------


def _match(document: TimeDocument) -> Iterator[Match]:
    """Each expression of the key with the first overlapping mention that is still free."""
    free = find_dates(document.text, published=document.created)
    for key in (k for k in document.keys if k.span.start < k.span.end):
        mention = next((m for m in free if m.span.overlaps(key.span)), None)
        if mention:
            free.remove(mention)
        yield Match(document, key, mention)
    yield from (Match(document, None, m) for m in free)


def _figures(name: str, matches: Sequence[Match]) -> Iterator[Figure]:
    given = sum(m.mention is not None for m in matches)
    wanted = sum(m.key is not None for m in matches)
    both = [m for m in matches if m.key and m.mention]
    yield from Rates(len(both), given, wanted).figures(f"{name}.span")
    yield from Rates(sum(m.exact for m in both), given, wanted).figures(f"{name}.span_exact")
    yield from Rates(sum(m.right for m in both), given, wanted).figures(f"{name}.value")
    days = [m for m in matches if m.key and _DAY.match(m.key.value)]
    yield share(f"{name}.days_right", sum(_day_right(m) for m in days), len(days))
    wrong = [m for m in matches if m.key and m.mention and m.mention.date.is_day]
    false = sum(bool(_DAY.match(m.key.value)) and not _day_right(m) for m in wrong if m.key)
    yield share(f"{name}.days_wrong", false, len(wrong), "another day than the key's")


def _day_right(match: Match) -> bool:
    if match.key is None or match.mention is None:
        return False
    start = match.mention.date.start
    return match.mention.date.is_day and start == date.fromisoformat(match.key.value[:10])


def _print_errors(matches: Sequence[Match], count: int) -> None:
    console = Console(soft_wrap=True)
    for match in [m for m in matches if not m.right][:count]:
        words = match.mention.date.text if match.mention else "-"
        value = value_of(match.mention) if match.mention else "-"
        key = f"{match.key.span.of(match.document.text)!r} {match.key.value}" if match.key else "-"
        span = match.key.span if match.key else match.mention.span if match.mention else Span(0, 0)
        near = " ".join(match.document.text[max(0, span.start - 60) : span.end + 40].split())
        console.print(
            f"{match.document.name}: key {key} | given {words!r} {value} | {near}", markup=False
        )


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])
