"""Time expressions on TimeBank and AQUAINT (TempEval-3): are they found, is the date right?

The published figures (value F1 82.4 UWTime, 77.6 HeidelTime) are of the platinum test part
of TempEval-3, other documents than these: they say what is usual, not who is better.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from rich.console import Console

from eval.common import Figure, Rates, Scores, absent, arguments, data_dir, finish, share
from eval.halves import HALVES, half_of
from eval.timex import Valued, valued
from tallystick.extract.dates.mentions import find_dates
from tallystick.model.document import Span
from tallystick.model.values import PartialDate
from tallystick.vocab.calendar import parse_day

_PARTS = ("TimeBank", "AQUAINT")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TEXT = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)
_CREATED = re.compile(r"<TIMEX3 [^>]*CREATION_TIME[^>]*>")
_TAG = re.compile(r"<[^>]+>")
_SHORT_WEEK = re.compile(r"W(\d)(?!\d)")
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
    given: Valued | None

    @property
    def exact(self) -> bool:
        return bool(self.key and self.given and self.key.span == self.given.span)

    @property
    def right(self) -> bool:
        return bool(self.key and self.given and _padded(self.key.value) == self.given.value)


def _padded(value: str) -> str:
    """A week of one digit ("2000-W6") as ISO 8601 writes it; any other value as it stands."""
    return _SHORT_WEEK.sub(r"W0\1", value)


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
        for half in HALVES:
            own = [m for m in found if half_of(m.document.name) == half]
            figures.append(Figure(f"{part.lower()}.{half}.value.f1", _value(own).f1))
        matches += found
    figures += _value(matches).figures("both.value")
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
    """Each expression of the key with the first overlapping one that is still free."""
    mentions = find_dates(document.text, published=document.created)
    free = [given for mention in mentions for given in valued(mention)]
    for key in (k for k in document.keys if k.span.start < k.span.end):
        given = next((g for g in free if g.span.overlaps(key.span)), None)
        if given:
            free.remove(given)
        yield Match(document, key, given)
    yield from (Match(document, None, g) for g in free)


def _figures(name: str, matches: Sequence[Match]) -> Iterator[Figure]:
    given = sum(m.given is not None for m in matches)
    wanted = sum(m.key is not None for m in matches)
    both = [m for m in matches if m.key and m.given]
    yield from Rates(len(both), given, wanted).figures(f"{name}.span")
    yield from Rates(sum(m.exact for m in both), given, wanted).figures(f"{name}.span_exact")
    yield from _value(matches).figures(f"{name}.value")
    days = [m for m in matches if m.key and _DAY.match(m.key.value)]
    yield share(f"{name}.days_right", sum(_day_right(m) for m in days), len(days))
    told = [m for m in both if m.given and _DAY.match(m.given.value or "")]
    false = sum(bool(_DAY.match(m.key.value)) and not _day_right(m) for m in told if m.key)
    yield share(f"{name}.days_wrong", false, len(told), "another day than the key's")


def _value(matches: Sequence[Match]) -> Rates:
    given = sum(m.given is not None for m in matches)
    wanted = sum(m.key is not None for m in matches)
    return Rates(sum(m.right for m in matches), given, wanted)


def _day_right(match: Match) -> bool:
    if match.key is None or match.given is None or match.given.value is None:
        return False
    return match.given.value[:10] == match.key.value[:10]


def _print_errors(matches: Sequence[Match], count: int) -> None:
    console = Console(soft_wrap=True)
    for match in [m for m in matches if not m.right][:count]:
        text = match.document.text
        given = _shown(match.given.span, match.given.value, text) if match.given else "-"
        key = _shown(match.key.span, match.key.value, text) if match.key else "-"
        one = match.key or match.given
        span = one.span if one else Span(0, 0)
        near = " ".join(text[max(0, span.start - 60) : span.end + 40].split())
        console.print(f"{match.document.name}: key {key} | given {given} | {near}", markup=False)


def _shown(span: Span, value: str | None, text: str) -> str:
    return f"{span.of(text)!r} {value}"


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])
