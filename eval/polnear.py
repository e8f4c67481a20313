"""PolNeAR attributions: who says what, by the spans of source, cue and content.

Three readers (``--reader``): the program as it is (rules and network together), its rules
alone, and the network's tags alone, each layer for itself and not put together. By part of an
attribution:

- ``tokens``: words and signs that both say are of this part of some attribution;
- ``exact``: stretches of the same tokens; ``overlap``: stretches that share a token, one to one;
  what the key has in two stretches ("A", he said, "B") counts as two here;
- ``spans``: whole parts of which half of each lies in the other;
- ``pairs``: attributions whose source and content both lie by half in those of the key's.

``all.tokens`` is the micro F1 over tokens with their part. A published tagger of this set
(BERT-base, R. van Timmeren, MSc thesis, Groningen, https://github.com/robertjvt/Attribution-Relations)
has .86 micro F1 over tokens told apart also by first and inner (content .87 inner, .76 first;
source .83 and .84; cue .82), a CRF there .72 with what is outside counted in; its "exact" .828
and "soft" .881 are taken over the key's stretches and do not count what is given besides. They
are of the test part, which is not here. The corpus (Newell, Margolin and Ruths 2018) comes with
no system; its key is univocal, so nested attributions are not in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

from eval.common import (
    NOTHING,
    Figure,
    Rates,
    Scores,
    absent,
    arguments,
    data_dir,
    document_from_text,
    finish,
    unfinished,
)
from eval.matching import assign
from tallystick.extract.annotate import annotate
from tallystick.extract.quotation.attribution import find_attributions
from tallystick.extract.trained import is_there
from tallystick.model.document import Span

PARTS = ("source", "cue", "content")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_EVENT = re.compile(r"E\d+\tAttribution")
_TEXT_BOUND = re.compile(r"(T\d+)\t\S+ (\d+ \d+(?:;\d+ \d+)*)(?:\t|$)")
_HALF = 0.5
_TAGGED = 0.5


class Attribution(Protocol):
    """What the program's finder gives; a part may be missing."""

    @property
    def source(self) -> Span | None: ...
    @property
    def cue(self) -> Span | None: ...
    @property
    def content(self) -> Span | None: ...


Finder = Callable[[str], Sequence[Attribution]]


@dataclass(frozen=True, slots=True)
class Tagged:
    """One span that the network tags, as an attribution that lacks its other parts."""

    source: Span | None = None
    cue: Span | None = None
    content: Span | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """An attribution of the key: the stretches of each part, which may be broken up."""

    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One text with the attributions of its key."""

    text: str
    wanted: tuple[Wanted, ...]
    name: str = ""


def main(argv: Sequence[str] = ()) -> Scores:
    """Score the attribution finder on one part of the articles (dev by default)."""
    parser = arguments("polnear", __doc__ or "")
    parser.add_argument("--part", choices=("train", "dev"), default="dev")
    parser.add_argument("--reader", choices=tuple(FINDERS), default="program")
    parser.add_argument("--weights", type=Path, help="the folder of another network")
    options = parser.parse_args(argv)
    folder = data_dir(options, "polnear")
    if folder is None:
        return absent("polnear", "polnear")
    try:
        find = FINDERS[options.reader](options.weights)
    except FileNotFoundError as error:
        return unfinished("polnear", error)
    articles = islice(load(folder / options.part), options.limit)
    pairs = [(article, list(find(article.text))) for article in articles]
    return finish(Scores("polnear", tuple(figures(pairs))), options.json)


# ------------------------------------------------------------------ the readers


def by_rules(_: Path | None = None) -> Finder:
    """The attribution finder of the rules."""
    return find_attributions


def by_program(weights: Path | None = None) -> Finder:
    """As the program reads: its rules, weighed by the network where there is one."""
    if weights is None and not is_there():
        return by_rules()
    reader = _network(weights)

    def find(text: str) -> Sequence[Attribution]:
        document = document_from_text(text, "polnear")
        notes = reader.annotated(annotate(document), reader.scores(document))
        found: Sequence[Attribution] = notes.attributions
        return found

    return find


def by_tags(weights: Path | None = None) -> Finder:
    """What the network tags, layer by layer. Raises ``FileNotFoundError`` without weights."""
    reader = _network(weights)

    def find(text: str) -> Sequence[Attribution]:
        scores = reader.scores(document_from_text(text, "polnear"))
        return [Tagged(**{name: s.span}) for name in PARTS for s in _layer(scores, name)]

    return find


def _network(weights: Path | None) -> Any:
    trained = import_module("tallystick.extract.trained.reader")
    folder = weights or trained.weights()
    if not folder.exists():
        raise FileNotFoundError(f"no weights in {folder}")
    return trained.TrainedReader.load(folder)


def _layer(scores: Any, name: str) -> Sequence[Any]:
    found: Sequence[Any] = scores.spans(name, _TAGGED)
    return found


FINDERS: dict[str, Callable[[Path | None], Finder]] = {
    "program": by_program,
    "rules": by_rules,
    "tags": by_tags,
}


# ------------------------------------------------------------------ the key


def load(folder: Path) -> Iterable[Article]:
    """The articles of a part, in order of their names; of two annotations of one, the first."""
    keys = {key.stem.rsplit("_", 1)[0]: key for key in _keys(folder)}
    for name, key in sorted(keys.items()):
        text = folder / "text" / f"{name}.txt"
        if text.exists():
            words = text.read_bytes().decode("utf-8")  # offsets count every line end as it is
            yield Article(words, tuple(attributions(key.read_text(encoding="utf-8"))), name)


def _keys(folder: Path) -> list[Path]:
    """The annotation files, the first one of each article last."""
    return sorted((folder / "attributions").glob("*.ann"), reverse=True)


def attributions(annotations: str) -> Iterable[Wanted]:
    """The events of a brat file, with the spans of their parts.

    Words of the text that run over a line's end stand on lines of their own and are passed over.
    """
    spans: dict[str, tuple[Span, ...]] = {}
    events: list[str] = []
    for line in annotations.split("\n"):
        if bound := _TEXT_BOUND.match(line):
            spans[bound[1]] = _stretches(bound[2])
        elif _EVENT.match(line):
            events.append(line.partition("\t")[2])
    yield from (_event(event, spans) for event in events)


def _stretches(offsets: str) -> tuple[Span, ...]:
    pairs = (pair.split() for pair in offsets.split(";"))
    return tuple(Span(int(start), int(end)) for start, end in pairs)


def _event(event: str, spans: dict[str, tuple[Span, ...]]) -> Wanted:
    found: dict[str, tuple[Span, ...]] = {}
    for role in event.split()[1:]:
        name, _, id = role.partition(":")
        key = re.sub(r"\d+$", "", name).lower()
        found[key] = (*found.get(key, ()), *spans.get(id, ()))
    return Wanted(*(found.get(name, ()) for name in PARTS))


# ------------------------------------------------------------------ figures

Read = tuple[Article, Sequence[Attribution]]


def figures(pairs: Sequence[Read]) -> Iterable[Figure]:
    """Whole attributions and tokens of all parts, then each part by tokens and spans."""
    yield from sum((attributed(a, f) for a, f in pairs), NOTHING).figures("pairs")
    by_part = [sum((tokens(a, f, name) for a, f in pairs), NOTHING) for name in PARTS]
    yield from sum(by_part, NOTHING).figures("all.tokens")
    for name, rates in zip(PARTS, by_part, strict=True):
        yield from rates.figures(f"{name}.tokens")
        for measure in (exact, overlap, spans):
            total = sum((measure(a, f, name) for a, f in pairs), NOTHING)
            yield from total.figures(f"{name}.{measure.__name__}")


def tokens(article: Article, found: Sequence[Attribution], name: str) -> Rates:
    """Tokens that both say are of this part of some attribution."""
    wanted = _tokens(article.text, [s for w in article.wanted for s in getattr(w, name)])
    given = _tokens(article.text, _given(found, name))
    return Rates(len(wanted & given), len(given), len(wanted))


def _given(found: Sequence[Attribution], name: str) -> list[Span]:
    return [s for f in found if (s := getattr(f, name)) is not None]


def _tokens(text: str, spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(
        match.start() + span.start for span in spans for match in _TOKEN.finditer(span.of(text))
    )


def _stretches_of(
    article: Article, found: Sequence[Attribution], name: str
) -> tuple[set[frozenset[int]], set[frozenset[int]]]:
    """The stretches of a part as sets of tokens, each once: given, and of the key."""
    wanted = {_tokens(article.text, (s,)) for w in article.wanted for s in getattr(w, name)}
    given = {_tokens(article.text, (s,)) for s in _given(found, name)}
    return given - {frozenset()}, wanted - {frozenset()}


def exact(article: Article, found: Sequence[Attribution], name: str) -> Rates:
    """Stretches of the same tokens."""
    given, wanted = _stretches_of(article, found, name)
    return Rates(len(given & wanted), len(given), len(wanted))


def overlap(article: Article, found: Sequence[Attribution], name: str) -> Rates:
    """Stretches that share a token, matched one to one."""
    given, wanted = (sorted(one, key=min) for one in _stretches_of(article, found, name))
    right = assign(given, wanted, lambda g, w: len(g & w))
    return Rates(len(right), len(given), len(wanted))


def spans(article: Article, found: Sequence[Attribution], name: str) -> Rates:
    """Spans matched one to one, of which half of each lies in the other."""
    wanted = [s for w in article.wanted if (s := getattr(w, name))]
    given = _given(found, name)
    return Rates(len(assign(given, wanted, _overlap)), len(given), len(wanted))


def attributed(article: Article, found: Sequence[Attribution]) -> Rates:
    """Attributions matched one to one, of which source and content each lie by half in the other.

    Those without a source are left aside on both sides.
    """
    wanted = [w for w in article.wanted if w.source and w.content]
    given = [f for f in found if f.source is not None and f.content is not None]
    return Rates(len(assign(given, wanted, _both)), len(given), len(wanted))


def _both(given: Attribution, wanted: Wanted) -> float:
    if given.source is None or given.content is None:
        return 0.0
    return _overlap(given.source, wanted.source) * _overlap(given.content, wanted.content)


def _overlap(given: Span, wanted: Sequence[Span]) -> float:
    """The smaller share that the two have in common; 0 below a half."""
    common = sum(max(0, min(given.end, w.end) - max(given.start, w.start)) for w in wanted)
    longest = max(given.end - given.start, sum(w.end - w.start for w in wanted))
    ratio = common / longest if longest else 0.0
    return ratio if ratio >= _HALF else 0.0
