"""PolNeAR attributions: who says what, by the spans of source and content.

The published agreement and systems are scored on whole attributions; here the finder's
sources, cues and contents are each compared with the key's: by tokens, and by spans of which
half of either lies in the other. Nested attributions are kept in the key and can each be found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Protocol

from eval.common import (
    NOTHING,
    Figure,
    Rates,
    Scores,
    absent,
    arguments,
    data_dir,
    finish,
    part,
    unfinished,
)
from eval.matching import assign
from tallystick.model.document import Span

PARTS = ("source", "cue", "content")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_HALF = 0.5


class Attribution(Protocol):
    """What the program's finder gives; a part may be missing."""

    @property
    def source(self) -> Span | None: ...
    @property
    def cue(self) -> Span | None: ...
    @property
    def content(self) -> Span | None: ...


@dataclass(frozen=True, slots=True)
class Wanted:
    """An attribution of the key: the stretches of each part, which may be broken up."""

    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    text: str
    wanted: tuple[Wanted, ...]


def main(argv: Sequence[str] = ()) -> Scores:
    """Score the attribution finder on one part of the articles (dev by default)."""
    parser = arguments("polnear", __doc__ or "")
    parser.add_argument("--part", choices=("train", "dev"), default="dev")
    options = parser.parse_args(argv)
    folder = data_dir(options, "polnear")
    if folder is None:
        return absent("polnear", "polnear")
    try:
        find = part("tallystick.extract.attribution", "find_attributions")
    except ImportError as error:
        return unfinished("polnear", error)
    articles = islice(load(folder / options.part), options.limit)
    pairs = [(article, list(find(article.text))) for article in articles]
    return finish(Scores("polnear", tuple(figures(pairs))), options.json)


def load(folder: Path) -> Iterable[Article]:
    """The articles of a part, in order of their names; of two annotations of one, the first."""
    keys = {key.stem.rsplit("_", 1)[0]: key for key in _keys(folder)}
    for name, key in sorted(keys.items()):
        text = folder / "text" / f"{name}.txt"
        if text.exists():
            words = text.read_bytes().decode("utf-8")  # offsets count every line end as it is
            yield Article(words, tuple(attributions(key.read_text(encoding="utf-8"))))


def _keys(folder: Path) -> list[Path]:
    """The annotation files, the first one of each article last."""
    return sorted((folder / "attributions").glob("*.ann"), reverse=True)


def attributions(annotations: str) -> Iterable[Wanted]:
    """The events of a brat file, with the spans of their parts."""
    spans: dict[str, tuple[Span, ...]] = {}
    events: list[str] = []
    for line in annotations.splitlines():
        id, _, rest = line.partition("\t")
        if id.startswith("T"):
            spans[id] = _stretches(rest.split("\t")[0])
        elif id.startswith("E") and rest.startswith("Attribution"):
            events.append(rest)
    yield from (_event(event, spans) for event in events)


def _stretches(head: str) -> tuple[Span, ...]:
    pairs = (pair.split() for pair in head.split(" ", 1)[1].split(";"))
    return tuple(Span(int(start), int(end)) for start, end in pairs)


def _event(event: str, spans: dict[str, tuple[Span, ...]]) -> Wanted:
    found: dict[str, tuple[Span, ...]] = {}
    for role in event.split()[1:]:
        name, _, id = role.partition(":")
        key = re.sub(r"\d+$", "", name).lower()
        found[key] = (*found.get(key, ()), *spans.get(id, ()))
    return Wanted(*(found.get(name, ()) for name in PARTS))


def figures(pairs: Sequence[tuple[Article, Sequence[Attribution]]]) -> Iterable[Figure]:
    """By part: tokens, and spans that overlap by half."""
    for name in PARTS:
        yield from sum((tokens(a, f, name) for a, f in pairs), NOTHING).figures(f"{name}.tokens")
        yield from sum((spans(a, f, name) for a, f in pairs), NOTHING).figures(f"{name}.spans")


def tokens(article: Article, found: Sequence[Attribution], name: str) -> Rates:
    """Tokens that both say are of this part of some attribution."""
    wanted = _tokens(article.text, [s for w in article.wanted for s in getattr(w, name)])
    given = _tokens(article.text, [s for f in found if (s := getattr(f, name)) is not None])
    return Rates(len(wanted & given), len(given), len(wanted))


def _tokens(text: str, spans: Iterable[Span]) -> set[int]:
    return {
        match.start() + span.start for span in spans for match in _TOKEN.finditer(span.of(text))
    }


def spans(article: Article, found: Sequence[Attribution], name: str) -> Rates:
    """Spans matched one to one, of which half of each lies in the other."""
    wanted = [s for w in article.wanted if (s := getattr(w, name))]
    given = [s for f in found if (s := getattr(f, name)) is not None]
    return Rates(len(assign(given, wanted, _overlap)), len(given), len(wanted))


def _overlap(given: Span, wanted: Sequence[Span]) -> float:
    """The smaller share that the two have in common; 0 below a half."""
    common = sum(max(0, min(given.end, w.end) - max(given.start, w.start)) for w in wanted)
    longest = max(given.end - given.start, sum(w.end - w.start for w in wanted))
    ratio = common / longest if longest else 0.0
    return ratio if ratio >= _HALF else 0.0
