"""What the trained network says of one document: probabilities of spans, classes and links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from tallystick.extract.trained.network.inventory import (
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
from tallystick.extract.trained.network.model import Array, Encoded, Network
from tallystick.extract.trained.network.windows import Pieces
from tallystick.model.document import Document, Span
from tallystick.model.statement import Field, Stance
from tallystick.model.taxonomy import IncidentKind

_NEVER = -1e9
_ALL = slice(None)
_SURELY = 0.98  # outside: no path leads through such a piece but that


@dataclass(frozen=True, slots=True)
class Found:
    """A span of a layer, with the probability of its tags."""

    span: Span
    probability: float


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """The network's view of a document. Spans are of the document's text; all figures are
    probabilities. Of a stretch outside the account it knows nothing: 0 or even odds."""

    encoded: Encoded
    heads: Mapping[str, Array]
    tags: Array  # (pieces, layers, TAGS)

    @property
    def pieces(self) -> Pieces:
        return self.encoded.pieces

    def spans(self, layer: str, least: float = 0.5) -> list[Found]:
        """The spans of a layer in order, each piece of them at least so probable in it."""
        tags = self.tags[:, LAYERS.index(layer)]
        on = 1 - tags[:, OUTSIDE] >= least
        if not on.any():
            return []
        opens = on & (tags[:, BEGIN] > tags[:, INSIDE])
        starts = on & (opens | ~np.append(False, on[:-1]))
        ends = on & (np.append(opens[1:], False) | ~np.append(on[1:], False))
        pairs = zip(np.flatnonzero(starts).tolist(), np.flatnonzero(ends).tolist(), strict=True)
        return [self._found(tags, first, last + 1) for first, last in pairs]

    def stretches(self, layer: str) -> list[Found]:
        """The spans of a layer by its likeliest path of tags (Viterbi 1967): one that dips in
        the middle stays whole, where :meth:`spans` would break it."""
        tags = self.tags[:, LAYERS.index(layer)]
        found: list[Found] = []
        start: int | None = None
        for at, tag in enumerate([*_tagged(tags), OUTSIDE]):
            if start is not None and tag != INSIDE:
                found.append(self._found(tags, start, at))
                start = None
            start = at if tag == BEGIN else start
        return found

    def _found(self, tags: Array, start: int, end: int) -> Found:
        certain = float(np.add.reduce(1 - tags[start:end, OUTSIDE]) / (end - start))
        return Found(self.pieces.span(start, end), certain)

    def on(self, layer: str, span: Span) -> float:
        """How probable it is that a span holds something of a layer."""
        at = self.pieces.of(span)
        if at is None:
            return 0.0
        outside = self.tags[at[0] : at[1], LAYERS.index(layer), OUTSIDE]
        return float(1 - np.minimum.reduce(outside))

    def standing(self, span: Span) -> dict[str, float]:
        """The standings of a mention (with *generic*), each with its probability."""
        return dict(zip(STANDINGS, _classes(self, "standing", span), strict=True))

    def kind(self, span: Span) -> dict[IncidentKind, float]:
        """The kinds of incident that a mention may tell of."""
        return dict(zip(KINDS, _classes(self, "kind", span), strict=True))

    def stance(self, span: Span) -> dict[Stance, float]:
        """The stances that may be taken on an attacker."""
        return dict(zip(STANCES, _classes(self, "stance", span), strict=True))

    def links(
        self, mentions: Sequence[Span], fields: Sequence[Field], values: Sequence[Span]
    ) -> Array:
        """``(mentions, values)``: that a value of a field belongs to a mention's incident.

        Even odds for a field that has no links.
        """
        table = np.full((len(mentions), len(values)), 0.5, dtype=np.float32)
        left, right = self._projected("mention", mentions), self._projected("value", values)
        apart = buckets(self._starts(values)[None, :] - self._starts(mentions)[:, None])
        for index, field in enumerate(LINKED):
            own = [at for at, other in enumerate(fields) if other is field]
            if not own:
                continue
            scores = left @ self.heads["link"][index] @ right[own].T
            distance = self.heads["link_distance"][index][apart[:, own]]
            table[:, own] = _sigmoid(scores + distance)
        return table

    def same(self, mentions: Sequence[Span], rows: slice = _ALL) -> Array:
        """``(mentions, mentions)``: that two are of one incident; some of its rows."""
        left = self._projected("mention", mentions)
        matrix = self.heads["same"]
        starts = self._starts(mentions)
        apart = buckets(abs(starts[None, :] - starts[rows, None]))
        scores: Array = left[rows] @ (matrix + matrix.T) @ left.T
        return _sigmoid(scores + self.heads["same_distance"][apart])

    def _projected(self, head: str, spans: Sequence[Span]) -> Array:
        row: Array = np.ones((len(spans), PROJECTED + 1), dtype=np.float32)
        row[:, :PROJECTED] = np.maximum(self.values(head, spans), 0)
        return row

    def values(self, head: str, spans: Sequence[Span]) -> Array:
        """A head's values for spans: of the mean of a span's pieces, and of its first."""
        rows: Array = np.zeros((len(spans), 2 * WIDTH), dtype=np.float32)
        for row, span in zip(rows, spans, strict=True):
            at = self.pieces.of(span)
            if at is not None:
                own = self.encoded.vectors[at[0] : at[1]]
                row[:WIDTH] = np.add.reduce(own) / len(own)
                row[WIDTH:] = own[0]
        found: Array = rows @ self.heads[f"{head}.weight"].T + self.heads[f"{head}.bias"]
        return found

    def _starts(self, spans: Sequence[Span]) -> npt.NDArray[np.int64]:
        return np.array([at[0] if (at := self.pieces.of(span)) else 0 for span in spans])


def scores_of(network: Network, document: Document) -> Scores:
    """Encode a document and tag it."""
    encoded = network.encode(document)
    heads = network.heads
    logits = encoded.vectors @ heads["tags.weight"].T + heads["tags.bias"]
    return Scores(encoded, heads, _chances(logits.reshape(-1, len(LAYERS), TAGS)))


def _chances(logits: Array) -> Array:
    """The probabilities of three tags; along so short an axis, numpy's own sums are slow."""
    outside, begin, inside = np.moveaxis(logits, -1, 0)
    powers: Array = np.exp(logits - np.maximum(np.maximum(outside, begin), inside)[..., None])
    powers /= (powers[..., OUTSIDE] + powers[..., BEGIN] + powers[..., INSIDE])[..., None]
    return powers


@lru_cache(maxsize=64)
def _classes(scores: Scores, head: str, span: Span) -> tuple[float, ...]:
    (values,) = scores.values(head, [span])
    powers = np.exp(values - np.maximum.reduce(values))
    return tuple((powers / np.add.reduce(powers)).tolist())


def _tagged(tags: Array) -> list[int]:
    """The likeliest tags of all pieces: those surely outside are so, the rest by paths."""
    found = [OUTSIDE] * len(tags)
    maybe = np.flatnonzero(tags[:, OUTSIDE] < _SURELY)
    steps = np.log(np.clip(tags[maybe], 1e-9, 1)).tolist()
    breaks = np.flatnonzero(np.diff(maybe) > 1) + 1
    for first, end in pairwise([0, *breaks.tolist(), len(maybe)] if steps else ()):
        found[maybe[first] : maybe[end - 1] + 1] = _path(steps[first:end])
    return found


def _path(steps: Sequence[Sequence[float]]) -> list[int]:
    """The likeliest tags by their log probabilities, of which no inside follows an outside.

    In plain numbers: of three tags at a time, arrays cost more than they save.
    """
    total = [*steps[0][:INSIDE], _NEVER]
    back: list[tuple[int, int]] = []  # the likeliest tag before an outside or a begin, an inside
    for step in steps[1:]:
        opened = BEGIN if total[BEGIN] >= total[INSIDE] else INSIDE
        before = OUTSIDE if total[OUTSIDE] >= total[opened] else opened
        back.append((before, opened))
        total = [total[opened if tag == INSIDE else before] + step[tag] for tag in range(TAGS)]
    path = [max(range(TAGS), key=total.__getitem__)]
    for before, opened in reversed(back):
        path.append(opened if path[-1] == INSIDE else before)
    return path[::-1]


def _sigmoid(scores: Array) -> Array:
    result: Array = (1 / (1 + np.exp(-np.clip(scores, -30, 30)))).astype(np.float32)
    return result
