"""Candidate strings of a message: proposals of the tagger, features, likeness of two."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

import torch
from torch import Tensor

from eval.train.muc_data import (
    LABELS,
    LONGEST,
    MOST,
    At,
    Candidate,
    Ids,
    Known,
    Tokens,
    date_candidates,
    in_vocabulary,
    occurrences,
)

_BEGINS = 0.08  # least chance that a proposal begins at a token
_GOES_ON = (0.5, 0.15)  # a proposal ends where the chance of going on falls below; both ends


def proposals(tokens: Tokens, chances: Tensor, most: int = 48) -> dict[Ids, list[At]]:
    """The strings that the tagger holds possible. ``chances`` is tokens × labels × 3."""
    found: dict[Ids, list[At]] = {}
    best = chances[:, :, 1].flatten().topk(min(most, chances.shape[0] * len(LABELS)))
    goes_on = chances[:, :, 2].tolist()
    for place in best.indices[best.values > _BEGINS].tolist():
        i, label = divmod(place, len(LABELS))
        for least in _GOES_ON:
            j = i + 1
            while j < min(len(tokens.ids), i + LONGEST) and goes_on[j][label] > least:
                j += 1
            if tokens.whole((i, j)):
                found[tokens.ids[i:j]] = [(i, j)]
    return {ids: occurrences(tokens, ids) for ids in found}


def candidates(tokens: Tokens, chances: Tensor, several: Sequence[Known]) -> list[Candidate]:
    """All candidates of a message that is read: proposed, known from training, or dates."""
    dates = {ids: occurrences(tokens, ids) for ids in date_candidates(tokens)}
    spans = {**proposals(tokens, chances), **dates}
    for known in several:
        spans.update(in_vocabulary(tokens, known.fills))
    found = [Candidate(ids, tuple(at)) for ids, at in spans.items()]
    return found[: 2 * MOST] or [Candidate(tokens.ids[:1], ((0, 1),))]


def random_spans(tokens: Tokens, chance: random.Random, count: int) -> dict[Ids, list[At]]:
    """Some stretches of whole words, of one to six tokens."""
    found: dict[Ids, list[At]] = {}
    for _ in range(count):
        i = chance.randrange(len(tokens.ids))
        j = min(len(tokens.ids), i + chance.randint(1, 6))
        if tokens.whole((i, j)):
            found[tokens.ids[i:j]] = [(i, j)]
    return found


def span_chances(spans: Sequence[Sequence[At]], chances: Tensor) -> Tensor:
    """How likely the tagger holds each candidate, at its best occurrence: candidates × labels."""
    logs = chances.clamp_min(1e-6).log()
    stops = (1 - chances[:, :, 2]).clamp_min(1e-6).log()
    summed = torch.cat([torch.zeros(1, len(LABELS)), logs[:, :, 2].cumsum(0)])
    rows = []
    for found in spans:
        each = [
            logs[a, :, 1]
            + summed[b]
            - summed[a + 1]
            + (stops[b] if b < len(chances) else torch.zeros(len(LABELS)))
            for a, b in found
        ]
        rows.append(torch.stack(each).amax(0))
    return torch.stack(rows)


def features(
    tokens: Tokens, found: Sequence[Candidate], known: Known, *, own: bool = False
) -> Tensor:
    """What is known of each candidate beside the text. ``own`` leaves the message itself out."""
    rows = []
    for c in found:
        prior = known.prior(c.ids, c if own else None)
        rows.append(
            [
                *prior,
                math.log1p(len(c.spans)),
                c.spans[0][0] / max(len(tokens.ids), 1),
                math.log1p(max(known.seen.get(c.ids, 0) - own, 0)) / 3,
                len(c.ids) / 5,
            ]
        )
    return torch.tensor(rows)


def alike(texts: Sequence[str]) -> Tensor:
    """For each two candidates: one holds the other, same last word, one abbreviates the other."""
    heads = [text.split()[-1] if text.split() else "" for text in texts]
    initials = ["".join(w[0] for w in text.split() if w not in _SMALL) for text in texts]
    rows = [
        [
            [
                float(f" {a} " in f" {b} " or f" {b} " in f" {a} "),
                float(heads[i] == heads[j]),
                float(_abbreviates(a, initials[j]) or _abbreviates(b, initials[i])),
            ]
            for j, b in enumerate(texts)
        ]
        for i, a in enumerate(texts)
    ]
    return torch.tensor(rows)


_SMALL = frozenset({"the", "of", "for", "and", "de", "del", "la", "los", "el", "y", "in"})


def _abbreviates(short: str, initials: str) -> bool:
    letters = short.replace("-", "").replace(".", "")
    return len(letters) > 1 and letters == initials
