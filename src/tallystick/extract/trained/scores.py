"""What the trained network says of one document: probabilities of spans, classes and links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tallystick.extract.trained.inventory import (
    BEGIN,
    INSIDE,
    KINDS,
    LAYERS,
    LINKED,
    OUTSIDE,
    PROJECTED,
    STANCES,
    STANDINGS,
    TAGS,
    WIDTH,
    buckets,
)
from tallystick.extract.trained.model import Array, Encoded, Network
from tallystick.extract.trained.windows import Pieces
from tallystick.model.document import Document, Span
from tallystick.model.statement import Field, Stance
from tallystick.model.taxonomy import IncidentKind

_NEVER = -1e9
_SURELY = 0.98  # outside: no path leads through such a piece but that


@dataclass(frozen=True, slots=True)
class Found:
    """A span of a layer, with the probability of its tags."""

    span: Span
    probability: float


@dataclass(frozen=True, slots=True)
class Scores:
    """The network's view of a document. Spans are of the document's text; all figures are
    probabilities. Of a stretch outside the account it knows nothing: 0 or even odds."""

    encoded: Encoded
    heads: Mapping[str, Array]
    tags: Array  # (pieces, layers, TAGS)
    projections: Mapping[str, tuple[Array, Array]]  # by head, (pieces, size) each

    @property
    def pieces(self) -> Pieces:
        return self.encoded.pieces

    def spans(self, layer: str, least: float = 0.5) -> list[Found]:
        """The spans of a layer in order, each piece of them at least so probable in it."""
        tags = self.tags[:, LAYERS.index(layer)]
        inside = 1 - tags[:, OUTSIDE]
        found: list[Found] = []
        start: int | None = None
        for at in range(len(tags) + 1):
            on = at < len(tags) and inside[at] >= least
            opens = on and tags[at, BEGIN] > tags[at, INSIDE]
            if start is not None and (not on or opens):
                span = self.pieces.span(start, at)
                found.append(Found(span, float(inside[start:at].mean())))
                start = None
            if on and start is None:
                start = at
        return found

    def stretches(self, layer: str) -> list[Found]:
        """The spans of a layer by its likeliest path of tags (Viterbi 1967): one that dips in
        the middle stays whole, where :meth:`spans` would break it."""
        tags = self.tags[:, LAYERS.index(layer)]
        found: list[Found] = []
        start: int | None = None
        for at, tag in enumerate([*_tagged(tags), OUTSIDE]):
            if start is not None and tag != INSIDE:
                certain = float((1 - tags[start:at, OUTSIDE]).mean())
                found.append(Found(self.pieces.span(start, at), certain))
                start = None
            start = at if tag == BEGIN else start
        return found

    def on(self, layer: str, span: Span) -> float:
        """How probable it is that a span holds something of a layer."""
        at = self.pieces.of(span)
        if at is None:
            return 0.0
        return float((1 - self.tags[at[0] : at[1], LAYERS.index(layer), OUTSIDE]).max())

    def standing(self, span: Span) -> dict[str, float]:
        """The standings of a mention (with *generic*), each with its probability."""
        return dict(zip(STANDINGS, self._classes("standing", span), strict=True))

    def kind(self, span: Span) -> dict[IncidentKind, float]:
        """The kinds of incident that a mention may tell of."""
        return dict(zip(KINDS, self._classes("kind", span), strict=True))

    def stance(self, span: Span) -> dict[Stance, float]:
        """The stances that may be taken on an attacker."""
        return dict(zip(STANCES, self._classes("stance", span), strict=True))

    def links(self, field: Field, mentions: Sequence[Span], values: Sequence[Span]) -> Array:
        """``(mentions, values)``: that a value of a field belongs to a mention's incident."""
        if not mentions or not values:
            return np.zeros((len(mentions), len(values)), dtype=np.float32)
        index = LINKED.index(field)
        left, right = self._projected("mention", mentions), self._projected("value", values)
        scores = left @ self.heads["link"][index] @ right.T
        apart = self._starts(values)[None, :] - self._starts(mentions)[:, None]
        return _sigmoid(scores + self.heads["link_distance"][index][buckets(apart)])

    def same(self, mentions: Sequence[Span]) -> Array:
        """``(mentions, mentions)``: that two are of one incident."""
        if not mentions:
            return np.zeros((0, 0), dtype=np.float32)
        left = self._projected("mention", mentions)
        matrix = self.heads["same"]
        starts = self._starts(mentions)
        apart = buckets(abs(starts[None, :] - starts[:, None]))
        scores: Array = left @ (matrix + matrix.T) @ left.T
        return _sigmoid(scores + self.heads["same_distance"][apart])

    def _classes(self, head: str, span: Span) -> list[float]:
        scores = self._at(head, span)
        powers = np.exp(scores - scores.max())
        return [float(p) for p in powers / powers.sum()]

    def _projected(self, head: str, spans: Sequence[Span]) -> Array:
        hidden = np.stack([self._at(head, span) for span in spans])
        row: Array = np.ones((len(spans), PROJECTED + 1), dtype=np.float32)
        row[:, :PROJECTED] = np.maximum(hidden, 0)
        return row

    def _at(self, head: str, span: Span) -> Array:
        """A head's values for a span: of the mean of its pieces, and of its first."""
        bias = self.heads[f"{head}.bias"]
        at = self.pieces.of(span)
        if at is None:
            return bias
        whole, first = self.projections[head]
        found: Array = whole[at[0] : at[1]].mean(axis=0) + first[at[0]] + bias
        return found

    def _starts(self, spans: Sequence[Span]) -> npt.NDArray[np.int64]:
        return np.array([at[0] if (at := self.pieces.of(span)) else 0 for span in spans])


def scores_of(network: Network, document: Document) -> Scores:
    """Encode a document and tag it."""
    encoded = network.encode(document)
    heads = network.heads
    logits = encoded.vectors @ heads["tags.weight"].T + heads["tags.bias"]
    cubed = logits.reshape(-1, len(LAYERS), TAGS)
    powers = np.exp(cubed - cubed.max(axis=-1, keepdims=True))
    tags = powers / powers.sum(axis=-1, keepdims=True)
    return Scores(encoded, heads, tags, projections(encoded.vectors, heads))


def projections(vectors: Array, heads: Mapping[str, Array]) -> dict[str, tuple[Array, Array]]:
    """Each head's matrix applied to all pieces at once: as part of a span, and as its first."""
    found = {}
    for head in ("standing", "kind", "stance", "mention", "value"):
        matrix = heads[f"{head}.weight"].T
        found[head] = (vectors @ matrix[:WIDTH], vectors @ matrix[WIDTH:])
    return found


def _tagged(tags: Array) -> list[int]:
    """The likeliest tags of all pieces: those surely outside are so, the rest by paths."""
    found = [OUTSIDE] * len(tags)
    maybe = np.flatnonzero(tags[:, OUTSIDE] < _SURELY)
    for stretch in np.split(maybe, np.flatnonzero(np.diff(maybe) > 1) + 1):
        if len(stretch):
            found[stretch[0] : stretch[-1] + 1] = _path(tags[stretch[0] : stretch[-1] + 1])
    return found


def _path(tags: Array) -> list[int]:
    """The likeliest tags ``(pieces,)``, of which no inside follows an outside."""
    steps = np.log(np.clip(tags, 1e-9, 1))
    moves = np.zeros((TAGS, TAGS))
    moves[OUTSIDE, INSIDE] = _NEVER
    total = steps[0].copy()
    total[INSIDE] = _NEVER
    back = np.zeros(tags.shape, dtype=np.int8)
    for at in range(1, len(tags)):
        options = total[:, None] + moves
        back[at] = options.argmax(axis=0)
        total = options.max(axis=0) + steps[at]
    path = [int(total.argmax())]
    for at in range(len(tags) - 1, 0, -1):
        path.append(int(back[at, path[-1]]))
    return path[::-1]


def _sigmoid(scores: Array) -> Array:
    result: Array = (1 / (1 + np.exp(-np.clip(scores, -30, 30)))).astype(np.float32)
    return result
