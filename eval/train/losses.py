"""What one document teaches: the loss of every head on its labels."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from eval.train.examples import Example
from eval.train.network import Heads, absolute_distances, distances
from tallystick.extract.trained.network.inventory import BEGIN, INSIDE, LAYERS

_TAG_WEIGHT = 30.0  # a mean over all layers, most of whose pieces are outside
_BEGIN_WEIGHT = 2.0  # what is not outside counts more


def loss_of(heads: Heads, vectors: Tensor, example: Example) -> Tensor:
    """The sum of all heads' losses on a document; ``vectors`` is ``(pieces, WIDTH)``."""
    total = _TAG_WEIGHT * _tags(heads, vectors, example)
    if example.mentions:
        total = total + _mentions(heads, vectors, example)
    return total


def tag_targets(example: Example, length: int) -> Tensor:
    """The tags ``(length, layers)``; -1 for a layer that this document was not labelled in.

    Of two spans of a layer that overlap, the longer one is tagged.
    """
    target = torch.full((length, len(LAYERS)), -1, dtype=torch.long)
    for index, layer in enumerate(LAYERS):
        if layer not in example.spans:
            continue
        target[:, index] = 0
        for start, end in sorted(example.spans[layer], key=lambda r: r[1] - r[0]):
            if end <= length:
                target[start:end, index] = INSIDE
                target[start, index] = BEGIN
                if end < length and target[end, index] == INSIDE:
                    target[end, index] = BEGIN
    return target


def _tags(heads: Heads, vectors: Tensor, example: Example) -> Tensor:
    scores = heads.tag_scores(vectors)
    target = tag_targets(example, len(vectors))
    weight = torch.tensor([1.0, _BEGIN_WEIGHT, _BEGIN_WEIGHT])
    return functional.cross_entropy(
        scores.reshape(-1, 3).float(), target.reshape(-1), weight=weight, ignore_index=-1
    )


def _mentions(heads: Heads, vectors: Tensor, example: Example) -> Tensor:
    length = len(vectors)
    mentions = [m for m in example.mentions if m.pieces[1] <= length]
    arguments = [a for a in example.arguments if a.pieces[1] <= length]
    if not mentions:
        return vectors.sum() * 0
    spans = heads.spans(vectors, [m.pieces for m in mentions])
    total = functional.cross_entropy(
        heads.standing(spans).float(), torch.tensor([m.standing for m in mentions])
    )
    kinds = torch.tensor([m.kind for m in mentions])
    if (kinds >= 0).any():
        total = total + functional.cross_entropy(heads.kind(spans).float(), kinds, ignore_index=-1)
    if len(mentions) > 1:
        total = total + _same(heads, spans, example, length)
    if arguments:
        total = total + _links(heads, vectors, spans, example, length)
    return total


def _same(heads: Heads, spans: Tensor, example: Example, length: int) -> Tensor:
    mentions = [m for m in example.mentions if m.pieces[1] <= length]
    scores = heads.same_incident(spans, absolute_distances([m.pieces for m in mentions]))
    one = torch.tensor([[a.incident == b.incident for b in mentions] for a in mentions])
    told = torch.tensor([[a.incident >= 0 <= b.incident for b in mentions] for a in mentions])
    pairs = told & ~torch.eye(len(mentions), dtype=torch.bool)
    if not pairs.any():
        return scores.sum() * 0
    return functional.binary_cross_entropy_with_logits(scores[pairs].float(), one[pairs].float())


def _links(heads: Heads, vectors: Tensor, spans: Tensor, example: Example, length: int) -> Tensor:
    mentions = [m for m in example.mentions if m.pieces[1] <= length]
    arguments = [a for a in example.arguments if a.pieces[1] <= length]
    values = heads.spans(vectors, [a.pieces for a in arguments])
    apart = distances([m.pieces for m in mentions], [a.pieces for a in arguments])
    scores = heads.links(spans, values, apart)
    fields = torch.tensor([a.field for a in arguments])
    own = scores[fields, :, torch.arange(len(arguments))]  # (arguments, mentions)
    belongs = torch.tensor([[m.incident in a.incidents for m in mentions] for a in arguments])
    total = 2 * functional.binary_cross_entropy_with_logits(own.float(), belongs.float())
    stances = torch.tensor([a.stance for a in arguments])
    if (stances >= 0).any():
        total = total + 0.5 * functional.cross_entropy(
            heads.stance(values).float(), stances, ignore_index=-1
        )
    return total
