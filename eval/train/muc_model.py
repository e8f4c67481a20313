"""The bench model for MUC: an encoder over the whole message, a tagger, and a second pass.

The encoder's lower layers read a long message in windows, as it learned to; the upper ones see
all of it at once.

The second pass looks at candidate strings with all their occurrences together, in the light of
the message (one attention over its tokens) and of one another (one attention over candidates),
and says for each: which roles it fills, in which types of incident; for two: whether they are
one entity, and whether they belong to one incident (which is learned beside the rest; the
assembly goes by where the text names them, :mod:`eval.train.muc_incidents`). Needs torch.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.rnn import pad_sequence

from eval.muc.templates import TYPES
from eval.train.muc_data import CONFIDENCES, EFFECTS, LABELS, STAGES, At

WIDTH, HEADS, LAYERS, INNER, VOCABULARY, POSITIONS = 384, 12, 6, 1536, 30522, 512
CLS, SEP, MASK = 101, 102, 103
OVERLAP = 96  # tokens that two windows of a long message share
APART = 3  # layers that see a window alone; those above see the whole message
WINDOWS = 8  # of the longest message that is told apart by window
FEATURES = len(LABELS) + 4
CELLS = 256  # width of a candidate


@dataclass(frozen=True, slots=True)
class Seen:
    """What the first pass gives of a message: token vectors, tag scores, and templates a type."""

    hidden: Tensor  # tokens × WIDTH
    tags: Tensor  # tokens × labels × 3: outside, begins, goes on
    counts: Tensor  # types × 3: none, one, more
    stages: Tensor  # types × stages


@dataclass(frozen=True, slots=True)
class Judged:
    """What the second pass says of the candidates of a message; all are scores before sigmoid."""

    roles: Tensor  # candidates × labels
    types: Tensor  # candidates × types
    confidences: Tensor
    effects: Tensor
    plural: Tensor
    cells: Tensor  # candidates × CELLS: for :meth:`Reader.pairs`


class Layer(nn.Module):
    """A layer of BERT (Devlin et al. 2019), normalised after each half."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.mix = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.wide = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        cut = self.mix(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(cut[0], cut[1], cut[2], attn_mask=mask)
        seen = self.out(seen.transpose(1, 2).reshape(batch, length, WIDTH))
        x = self.norm1(x + self.drop(seen))
        return self.norm2(x + self.drop(self.narrow(functional.gelu(self.wide(x)))))


class Encoder(nn.Module):
    """all-MiniLM-L6-v2 (Wang et al. 2020; Reimers and Gurevych 2019)."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.drop = nn.Dropout(dropout)

    def lower(self, ids: Tensor, mask: Tensor, count: int) -> Tensor:
        """Token vectors after the first ``count`` layers."""
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.kind
        x = self.drop(self.norm(x))
        for layer in self.layers[:count]:
            x = layer(x, mask[:, None, None, :])
        return x

    def upper(self, x: Tensor, mask: Tensor, count: int) -> Tensor:
        """Token vectors after the last layer, from those after the first ``count``."""
        for layer in self.layers[count:]:
            x = layer(x, mask[:, None, None, :])
        return x

    def load(self, path: Path) -> None:
        """Take the weights of a BERT in safetensors. Raises ``KeyError`` where one is missing."""
        given = load_file(path)
        own = {name: given[f"embeddings.{theirs}"] for name, theirs in _EMBEDDINGS.items()}
        own["kind"] = given["embeddings.token_type_embeddings.weight"][0]
        for i in range(LAYERS):
            at = f"encoder.layer.{i}"
            for kind in ("weight", "bias"):
                mixed = [given[f"{at}.attention.self.{n}.{kind}"] for n in _MIXED]
                own[f"layers.{i}.mix.{kind}"] = torch.cat(mixed)
                for name, theirs in _PARTS.items():
                    own[f"layers.{i}.{name}.{kind}"] = given[f"{at}.{theirs}.{kind}"]
        self.load_state_dict(own)


_EMBEDDINGS = {
    "words.weight": "word_embeddings.weight",
    "positions.weight": "position_embeddings.weight",
    "norm.weight": "LayerNorm.weight",
    "norm.bias": "LayerNorm.bias",
}
_MIXED = ("query", "key", "value")
_PARTS = {
    "out": "attention.output.dense",
    "norm1": "attention.output.LayerNorm",
    "wide": "intermediate.dense",
    "narrow": "output.dense",
    "norm2": "output.LayerNorm",
}


def windows(length: int) -> list[At]:
    """Stretches of a message that the encoder takes at once, as even as can be."""
    room = POSITIONS - 2
    if length <= room:
        return [(0, length)]
    count = 1 + -(-(length - room) // (room - OVERLAP))
    step = (length - room) / (count - 1)
    return [(round(i * step), round(i * step) + room) for i in range(count)]


def owner(position: int, cut: Sequence[At]) -> int:
    """The window in which a token stands farthest from an edge that cuts the text."""
    last = cut[-1][1]
    room = [
        min(
            position - start if start else POSITIONS,
            end - position if end < last else POSITIONS,
        )
        if start <= position < end
        else -1
        for start, end in cut
    ]
    return max(range(len(cut)), key=room.__getitem__)


def _mask(pieces: Sequence[Tensor]) -> Tensor:
    """Which places of a batch are no filling: pieces × longest."""
    lengths = torch.tensor([len(piece) for piece in pieces])
    return torch.arange(int(lengths.max()))[None] < lengths[:, None]


class Reader(nn.Module):
    """The whole model."""

    def __init__(self, dropout: float = 0.15) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.turns = nn.Parameter(torch.zeros(WINDOWS, WIDTH))
        self.drop = nn.Dropout(dropout)
        self.tagger = nn.Linear(WIDTH, 3 * len(LABELS))
        self.asks = nn.Parameter(torch.randn(len(TYPES), WIDTH) * 0.05)
        self.count = nn.Linear(2 * WIDTH, 3)
        self.kind_of = nn.Parameter(torch.zeros(len(TYPES), 3))
        self.stage = nn.Linear(2 * WIDTH, len(STAGES))
        self.mention = nn.Sequential(
            nn.Dropout(dropout), nn.Linear(3 * WIDTH, CELLS), nn.GELU(), nn.LayerNorm(CELLS)
        )
        self.weigh = nn.Linear(CELLS, 1)
        self.features = nn.Linear(FEATURES, CELLS)
        self.gather = nn.Linear(2 * CELLS, CELLS)
        self.look = nn.MultiheadAttention(CELLS, 4, dropout=0.1, kdim=WIDTH, vdim=WIDTH)
        self.compare = nn.TransformerEncoderLayer(CELLS, 4, 2 * CELLS, dropout=0.1)
        self.settle = nn.LayerNorm(CELLS)
        self.roles = nn.Linear(CELLS, len(LABELS))
        self.types = nn.Linear(CELLS, len(TYPES))
        self.confidences = nn.Linear(CELLS, len(CONFIDENCES))
        self.effects = nn.Linear(CELLS, len(EFFECTS))
        self.plural = nn.Linear(CELLS, 1)
        self.pair = nn.Sequential(
            nn.Linear(3 * CELLS + 3, CELLS), nn.GELU(), nn.Dropout(dropout), nn.Linear(CELLS, 2)
        )

    def first(self, messages: Sequence[Sequence[int]]) -> list[Seen]:
        """The first pass over some messages, given as token ids."""
        cuts = [windows(len(ids)) for ids in messages]
        pieces = [
            torch.tensor([CLS, *ids[a:b], SEP])
            for ids, cut in zip(messages, cuts, strict=True)
            for a, b in cut
        ]
        mask = _mask(pieces)
        with torch.autocast("cpu", torch.bfloat16):
            lower = self.encoder.lower(pad_sequence(pieces, batch_first=True), mask, APART)
            parts = iter(lower.split([len(cut) for cut in cuts]))
            whole = [
                self._joined(next(parts), len(ids), cut)
                for ids, cut in zip(messages, cuts, strict=True)
            ]
            upper = self.encoder.upper(pad_sequence(whole, batch_first=True), _mask(whole), APART)
        return [
            self._seen(vectors[: len(w)].float()) for vectors, w in zip(upper, whole, strict=True)
        ]

    def _joined(self, parts: Tensor, length: int, cut: Sequence[At]) -> Tensor:
        """A message of the vectors of its windows (windows × longest × WIDTH): length + 2 × WIDTH.

        Each token is taken from the window that owns it; what opens the message is the windows'
        mean. A vector bears the number of its window: the places in two windows are the same.
        """
        if len(cut) == 1:
            return parts[0, : length + 2]
        turns = self.turns[[min(i, WINDOWS - 1) for i in range(len(cut))]]
        parts = parts + turns[:, None]
        owners = [owner(i, cut) for i in range(length)]
        tokens = parts[owners, [i - cut[w][0] + 1 for i, w in enumerate(owners)]]
        last = cut[-1][1] - cut[-1][0] + 1
        return torch.cat([parts[:, 0].mean(0)[None], tokens, parts[-1, last][None]])

    def _seen(self, encoded: Tensor) -> Seen:
        hidden, top = encoded[1:-1], encoded[0].expand(len(TYPES), -1)
        tags = self.tagger(self.drop(hidden)).view(len(hidden), len(LABELS), 3)
        weights = torch.softmax(self.asks @ hidden.T / WIDTH**0.5 * 4, -1)
        views = self.drop(torch.cat([weights @ hidden, top], -1))
        return Seen(hidden, tags, self.count(views) + self.kind_of, self.stage(views))

    def second(self, seen: Seen, spans: Sequence[Sequence[At]], features: Tensor) -> Judged:
        """The second pass: ``spans`` of each candidate; ``features`` is candidates × FEATURES."""
        flat = [(i, a, b) for i, found in enumerate(spans) for a, b in found]
        whose = torch.tensor([i for i, _, _ in flat])
        first, last = (torch.tensor([f[k] for f in flat]) for k in (1, 2))
        summed = torch.cat([torch.zeros(1, WIDTH), seen.hidden.cumsum(0)])
        mean = (summed[last] - summed[first]) / (last - first)[:, None]
        mentions = self.mention(torch.cat([seen.hidden[first], seen.hidden[last - 1], mean], -1))
        cells = self._pooled(mentions, whose, len(spans)) + self.features(features)
        looked, _ = self.look(cells, seen.hidden, seen.hidden, need_weights=False)
        cells = self.drop(self.settle(self.compare(cells + looked)))
        return Judged(
            self.roles(cells),
            self.types(cells),
            self.confidences(cells),
            self.effects(cells),
            self.plural(cells)[:, 0],
            cells,
        )

    def pairs(self, cells: Tensor, alike: Tensor) -> Tensor:
        """How well each two go together, as one entity and in one incident: n × n × 2.

        ``cells`` are some candidates' (n × CELLS), ``alike`` their likeness (n × n × 3).
        """
        size = len(cells)
        one, two = cells[:, None].expand(-1, size, -1), cells[None].expand(size, -1, -1)
        return self.pair(torch.cat([one + two, one * two, (one - two).abs(), alike], -1))

    def _pooled(self, mentions: Tensor, whose: Tensor, count: int) -> Tensor:
        """A candidate from its mentions: their weighted mean, and the highest of each value."""
        index = whose[:, None].expand_as(mentions)
        weight = self.weigh(mentions).clamp(-8, 8).exp()
        total = torch.zeros(count, 1).index_add(0, whose, weight)
        mean = torch.zeros(count, CELLS).index_add(0, whose, mentions * weight) / total
        top = torch.full((count, CELLS), -1e4).scatter_reduce(0, index, mentions, "amax")
        return self.gather(torch.cat([mean, top], -1))
