"""The training of the bench model: losses, batches, schedule. Needs torch."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from eval.train.muc_candidates import alike, features, proposals, random_spans
from eval.train.muc_data import LABELS, MOST, Candidate, Example, Known
from eval.train.muc_model import MASK, Judged, Reader, Seen


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train. Rates are the highest of a line that rises for a tenth and falls to 0."""

    epochs: int = 6
    encoder_rate: float = 1e-4
    head_rate: float = 1e-3
    tokens: int = 3000  # of a batch
    masked: float = 0.08  # share of tokens hidden from the encoder
    blind: float = 0.3  # share of candidates whose features are hidden
    seed: int = 7
    frozen: int = 0  # lowest layers that keep their weights
    thin: float = 0.4  # share of the messages without incidents that an epoch sees


def train(examples: Sequence[Example], known: Known, reader: Reader, plan: Plan) -> None:
    """Train a reader in place; prints a line an epoch."""
    torch.manual_seed(plan.seed)
    chance = random.Random(plan.seed)
    optimizer = _optimizer(reader, plan)
    total = plan.epochs * sum(1 for _ in _batches(examples, plan, random.Random(plan.seed)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: max(0.02, min((step + 1) / (0.1 * total), 1.02 - step / total))
    )
    reader.train()
    began = time.monotonic()
    for epoch in range(plan.epochs):
        losses = []
        for batch in _batches(examples, plan, chance):
            first = _seen(batch, reader, plan, chance)
            loss = _loss(batch, first, known, reader, plan, chance)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
        mean = sum(losses) / len(losses)
        seconds = time.monotonic() - began
        print(
            f"epoch {epoch + 1}: loss {mean:.4f}, {len(losses)} steps, {seconds:.0f} s", flush=True
        )


def _optimizer(reader: Reader, plan: Plan) -> torch.optim.Optimizer:
    for part in (reader.encoder.words, reader.encoder.positions):
        part.requires_grad_(False)
    for i, layer in enumerate(reader.encoder.layers):
        layer.requires_grad_(i >= plan.frozen)
    inner = [
        p for n, p in reader.named_parameters() if n.startswith("encoder.") and p.requires_grad
    ]
    heads = [p for n, p in reader.named_parameters() if not n.startswith("encoder.")]
    return torch.optim.AdamW(
        [{"params": inner, "lr": plan.encoder_rate}, {"params": heads, "lr": plan.head_rate}],
        weight_decay=0.01,
    )


def _batches(
    examples: Sequence[Example], plan: Plan, chance: random.Random
) -> Iterator[list[Example]]:
    """Messages of like length together, in a random order."""
    chosen = [e for e in examples if any(e.counts) or chance.random() < plan.thin]
    ordered = sorted(chosen, key=lambda e: len(e.tokens.ids) * chance.uniform(0.9, 1.1))
    batches: list[list[Example]] = []
    longest = 0
    for example in ordered:
        longest = max(longest, min(len(example.tokens.ids), 510))
        if not batches or longest * (len(batches[-1]) + 1) > plan.tokens:
            batches.append([])
            longest = min(len(example.tokens.ids), 510)
        batches[-1].append(example)
    chance.shuffle(batches)
    yield from batches


def _seen(
    batch: Sequence[Example], reader: Reader, plan: Plan, chance: random.Random
) -> list[Seen]:
    """The first pass, some of the tokens hidden."""
    hidden = [
        [MASK if chance.random() < plan.masked else i for i in example.tokens.ids]
        for example in batch
    ]
    first: list[Seen] = reader.first(hidden)
    return first


def _loss(
    batch: Sequence[Example],
    first: Sequence[Seen],
    known: Known,
    reader: Reader,
    plan: Plan,
    chance: random.Random,
) -> Tensor:
    losses = []
    for example, seen in zip(batch, first, strict=True):
        losses.append(_first_loss(example, seen))
        found = _training_candidates(example, seen, chance)
        if found:
            losses.append(_second_loss(example, found, seen, known, reader, plan))
    return torch.stack(losses).sum() / len(batch)


def _first_loss(example: Example, seen: Seen) -> Tensor:
    goal = torch.zeros(seen.tags.shape[:2], dtype=torch.long)
    for label, (start, end) in example.spans:
        goal[start + 1 : end, label] = 2
        goal[start, label] = 1
    tags = functional.cross_entropy(seen.tags.flatten(0, 1), goal.flatten(), reduction="sum")
    counts = functional.cross_entropy(seen.counts, torch.tensor(example.counts))
    stages = functional.cross_entropy(
        seen.stages, torch.tensor(example.stages), ignore_index=-1, reduction="sum"
    )
    return tags / 40 + 2 * counts + 0.2 * stages


def _training_candidates(example: Example, seen: Seen, chance: random.Random) -> list[Candidate]:
    """The candidates of the key, and fresh wrong ones."""
    have = {c.ids for c in example.candidates}
    proposed = proposals(example.tokens, seen.tags.detach().softmax(-1), 16)
    fresh = {**random_spans(example.tokens, chance, 6), **proposed}
    wrong = [Candidate(ids, tuple(at)) for ids, at in fresh.items() if ids not in have]
    return [*example.candidates, *wrong][: MOST + 20]


def _second_loss(
    example: Example,
    found: Sequence[Candidate],
    seen: Seen,
    known: Known,
    reader: Reader,
    plan: Plan,
) -> Tensor:
    given = features(example.tokens, found, known, own=True)
    given = given * (torch.rand(len(found), 1) > plan.blind)
    judged = reader.second(seen, [c.spans for c in found], given)
    roles = _many_hot([c.roles for c in found], len(LABELS))
    loss = functional.binary_cross_entropy_with_logits(judged.roles, roles, reduction="sum") / 4
    right = [i for i, c in enumerate(found) if c.types]
    if not right:
        return loss
    types = _many_hot([found[i].types for i in right], judged.types.shape[1])
    loss = (
        loss
        + functional.binary_cross_entropy_with_logits(judged.types[right], types, reduction="sum")
        / 12
    )
    likeness = alike([example.tokens.words(found[i].spans[0]) for i in right])
    pairs = reader.pairs(judged.cells[right], likeness)
    return loss + _detail_loss(found, judged) + _pair_loss([found[i] for i in right], pairs)


def _many_hot(rows: Sequence[frozenset[int]], width: int) -> Tensor:
    goal = torch.zeros(len(rows), width)
    for i, row in enumerate(rows):
        goal[i, list(row)] = 1
    return goal


def _detail_loss(found: Sequence[Candidate], judged: Judged) -> Tensor:
    goals = (
        (judged.confidences, [c.confidence for c in found]),
        (judged.effects, [c.effect for c in found]),
    )
    loss = torch.zeros(())
    for scores, goal in goals:
        loss = loss + functional.cross_entropy(
            scores, torch.tensor(goal), ignore_index=-1, reduction="sum"
        )
    plural = torch.tensor([float(c.plural) for c in found])
    told = plural >= 0
    if told.any():
        loss = loss + functional.binary_cross_entropy_with_logits(
            judged.plural[told], plural[told], reduction="sum"
        )
    return loss / 12


def _pair_loss(right: Sequence[Candidate], pairs: Tensor) -> Tensor:
    """One entity: pairs with a role in common; one incident: pairs of any entities."""
    rows = [(i, j) for i in range(len(right)) for j in range(i + 1, len(right))]
    if not rows:
        return torch.zeros(())
    one = [(i, j) for i, j in rows if right[i].roles & right[j].roles]
    loss = torch.zeros(())
    for chosen, kind in ((one, 0), (rows, 1)):
        if not chosen:
            continue
        goal = torch.tensor([float(_joined(right[i], right[j], kind)) for i, j in chosen])
        scores = pairs[[i for i, _ in chosen], [j for _, j in chosen], kind]
        loss = loss + functional.binary_cross_entropy_with_logits(scores, goal)
    return loss


def _joined(one: Candidate, other: Candidate, kind: int) -> bool:
    if kind == 0:
        return bool(one.entities & other.entities)
    return bool(one.templates & other.templates)
