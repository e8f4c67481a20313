"""The reader's network: the encoder of all-MiniLM-L6-v2 and light heads on its vectors.

The heads are linear or bilinear so that numpy can run them: span tags by layer, the standing,
kind and stance of a span, a link of a mention to a value for each field (biaffine, after Dozat
and Manning 2017), and a link of two mentions of one incident.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from tallystick.extract.trained.network.inventory import (
    BUCKETS,
    EDGES,
    KINDS,
    LAYERS,
    LINKED,
    PROJECTED,
    STANCES,
    STANDINGS,
    TAGS,
    WIDTH,
)


class Heads(nn.Module):
    """Everything after the encoder. Its parameters have the names of the weights file."""

    def __init__(self) -> None:
        super().__init__()
        self.tags = nn.Linear(WIDTH, len(LAYERS) * TAGS)
        self.standing = nn.Linear(2 * WIDTH, len(STANDINGS))
        self.kind = nn.Linear(2 * WIDTH, len(KINDS))
        self.stance = nn.Linear(2 * WIDTH, len(STANCES))
        self.mention = nn.Linear(2 * WIDTH, PROJECTED)
        self.value = nn.Linear(2 * WIDTH, PROJECTED)
        self.link = nn.Parameter(torch.zeros(len(LINKED), PROJECTED + 1, PROJECTED + 1))
        self.link_distance = nn.Parameter(torch.zeros(len(LINKED), BUCKETS))
        self.same = nn.Parameter(torch.zeros(PROJECTED + 1, PROJECTED + 1))
        self.same_distance = nn.Parameter(torch.zeros(BUCKETS))
        self.drop = nn.Dropout(0.2)
        nn.init.normal_(self.link, std=0.02)
        nn.init.normal_(self.same, std=0.02)

    def tag_scores(self, vectors: Tensor) -> Tensor:
        """``(pieces, WIDTH)`` to logits ``(pieces, layers, TAGS)``."""
        scores: Tensor = self.tags(self.drop(vectors))
        return scores.view(-1, len(LAYERS), TAGS)

    def spans(self, vectors: Tensor, ranges: Sequence[tuple[int, int]]) -> Tensor:
        """A vector ``2 * WIDTH`` for each range: the mean of its pieces, and its first."""
        sums = torch.cat([vectors.new_zeros(1, WIDTH), vectors.cumsum(0)])
        starts, ends = torch.tensor(ranges).T
        means = (sums[ends] - sums[starts]) / (ends - starts).unsqueeze(1)
        return self.drop(torch.cat([means, vectors[starts]], dim=1))

    def links(self, mentions: Tensor, values: Tensor, distances: Tensor) -> Tensor:
        """Logits ``(fields, mentions, values)`` that a value is told of a mention's incident."""
        left = _with_one(torch.relu(self.mention(mentions)))
        right = _with_one(torch.relu(self.value(values)))
        scores = torch.einsum("mi,fij,vj->fmv", left, self.link, right)
        return scores + self.link_distance[:, distances]

    def same_incident(self, mentions: Tensor, distances: Tensor) -> Tensor:
        """Logits ``(mentions, mentions)`` that two mentions are of one incident."""
        left = _with_one(torch.relu(self.mention(mentions)))
        scores = left @ (self.same + self.same.T) @ left.T
        return scores + self.same_distance[distances]


def distances(first: Sequence[tuple[int, int]], second: Sequence[tuple[int, int]]) -> Tensor:
    """The classes of the distances between the starts of ranges: ``(first, second)``."""
    return _buckets(_starts(second).unsqueeze(0) - _starts(first).unsqueeze(1))


def absolute_distances(ranges: Sequence[tuple[int, int]]) -> Tensor:
    """As :func:`distances`, without their signs."""
    return _buckets((_starts(ranges).unsqueeze(0) - _starts(ranges).unsqueeze(1)).abs())


def _starts(ranges: Sequence[tuple[int, int]]) -> Tensor:
    return torch.tensor([start for start, _ in ranges])


def _buckets(apart: Tensor) -> Tensor:
    """:func:`tallystick.extract.trained.network.inventory.buckets` of every entry."""
    size = torch.bucketize(apart.abs(), torch.tensor(EDGES), right=True)
    return len(EDGES) + 1 + torch.where(apart >= 0, size, -size)


def _with_one(vectors: Tensor) -> Tensor:
    return torch.cat([vectors, vectors.new_ones(len(vectors), 1)], dim=-1)
