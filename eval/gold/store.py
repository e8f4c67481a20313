"""Labels on disk: a line of JSON for each document, spans as ``[start, end]``."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from eval.gold.labels import (
    GoldAttribution,
    GoldDocument,
    GoldIncident,
    GoldStatement,
    GoldTally,
)
from tallystick.model.codec import decode_value, from_json, to_json
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance, Standing
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import ActorRef, CountRange, PartialDate, Place
from tallystick.vocab.actors import actor_book

LABELS = Path(__file__).parent / "labels"
FRESH = Path(__file__).parent / "fresh"  # of texts that no rule and no weight has seen
#: Ordinary news: the errors of the first are never read, those of the second were.
NEWS_HELD = Path(__file__).parent / "news_held"
NEWS_READ = Path(__file__).parent / "news_read"
#: More messages of MUC, likewise.
MUC_HELD = Path(__file__).parent / "muc_held"
MUC_READ = Path(__file__).parent / "muc_read"
#: The parts that have a folder of their own.
APART = {
    "fresh": FRESH,
    "news": NEWS_HELD,
    "news-read": NEWS_READ,
    "muc": MUC_HELD,
    "muc-read": MUC_READ,
}
SPLIT = Path(__file__).parent / "split.toml"


@dataclass(frozen=True, slots=True)
class Split:
    """Which documents are for training and which for testing."""

    train: tuple[str, ...]
    test: tuple[str, ...]
    twice: tuple[str, ...]  # labelled by two, independently

    def part(self, name: str) -> tuple[str, ...]:
        return self.test if name == "test" else self.train

    def holds(self, part: str, document: str) -> bool:
        """Whether a document is in a part; the project's own texts are for training."""
        own = document.startswith("own:") and document not in self.test
        return document in self.part(part) or (part == "train" and own)


def load_split(path: Path = SPLIT) -> Split:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Split(tuple(data["train"]), tuple(data["test"]), tuple(data["twice"]))


def load_labels(folder: Path = LABELS) -> Iterator[GoldDocument]:
    """All labels of a folder, file by file; a document labelled twice comes twice."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield decoded(json.loads(line))


def one_each(labels: Iterable[GoldDocument]) -> list[GoldDocument]:
    """Each document once, by id: of two annotators the alphabetically first counts."""
    ordered = sorted(labels, key=lambda d: (d.document, d.annotator), reverse=True)
    chosen = {label.document: label for label in ordered}
    return [chosen[id] for id in sorted(chosen)]


def save_labels(documents: Iterable[GoldDocument], path: Path) -> None:
    """Write documents in the order of their ids; what the file held is replaced."""
    ordered = sorted(documents, key=lambda d: (d.document, d.annotator))
    lines = (json.dumps(encoded(d), ensure_ascii=False, separators=(",", ":")) for d in ordered)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def encoded(document: GoldDocument) -> dict[str, Any]:
    """Plain JSON without words of the document: names of places, and of persons and groups
    that the vocabulary does not know, are left to their spans."""
    incidents = (
        replace(i, statements=tuple(map(_without_words, i.statements))) for i in document.incidents
    )
    return _spans_out(to_json(replace(document, incidents=tuple(incidents))))  # type: ignore[no-any-return]  # a table stays one


def _without_words(statement: GoldStatement) -> GoldStatement:
    match statement.value:
        case Place() as place:
            return replace(statement, value=replace(place, name=""))
        case ActorRef(name=name) if not name.islower() and not actor_book().find(name):
            return replace(statement, value=ActorRef(""))
        case _:
            return statement


def _spans_out(data: Any) -> Any:
    """The same with spans as pairs."""
    if isinstance(data, dict):
        if data.keys() == {"start", "end"} and isinstance(data["start"], int):
            return [data["start"], data["end"]]
        return {k: _spans_out(v) for k, v in data.items()}
    return [_spans_out(item) for item in data] if isinstance(data, list) else data


def decoded(data: dict[str, Any]) -> GoldDocument:
    """The inverse of :func:`encoded`. Raises ``KeyError`` or ``ValueError`` on other data."""
    return GoldDocument(
        data["document"],
        data["annotator"],
        tuple(map(_incident, data["incidents"])),
        tuple(map(_span, data["generic"])),
        tuple(
            GoldAttribution(
                _span(a["source"]), _span(a["cue"]) if "cue" in a else None, _span(a["content"])
            )
            for a in data["attributions"]
        ),
        tuple(map(_tally, data["tallies"])),
    )


def _span(pair: list[int]) -> Span:
    return Span(*pair)


def _incident(data: dict[str, Any]) -> GoldIncident:
    return GoldIncident(
        data["id"],
        Standing(data["standing"]),
        tuple(map(IncidentKind, data["kinds"])),
        tuple(map(_span, data["mentions"])),
        tuple(map(_statement, data["statements"])),
        data["optional"],
    )


def _statement(data: dict[str, Any]) -> GoldStatement:
    field = Field(data["field"])
    return GoldStatement(
        field,
        decode_value(field, data["value"]),
        _span(data["span"]),
        Stance(data["stance"]),
        tuple(map(_span, data["chain"])),
    )


def _tally(data: dict[str, Any]) -> GoldTally:
    return GoldTally(
        _span(data["span"]),
        from_json(CountRange, data["count"]),
        from_json(PartialDate, data["since"]) if "since" in data else None,
        from_json(PartialDate, data["until"]) if "until" in data else None,
        tuple(map(_span, data["chain"])),
    )
