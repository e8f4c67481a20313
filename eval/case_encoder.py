"""The encoder of all-MiniLM-L6-v2, its upper layers tuned to tell types of reports. Needs torch.

The lower layers stay as they are, so that each text goes through them once; what comes out is
kept, and the upper ones learn on it. In learning a text is sometimes followed by another of its
type, for reports of more than one sentence.
"""

from __future__ import annotations

import copy
import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from eval.train.fit import CLS, SEP, new_encoder, warmed
from eval.train.open import tokenizer

Array = npt.NDArray[np.float64]
_FROZEN = 2  # of six layers
_LONGEST = 254  # pieces of a text
_STEEP = 10.0  # length of the vectors that the head sees
_BATCH, _SEED = 16, 20261121


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to learn, and how many texts are followed by another of the type."""

    epochs: int = 6
    rate: float = 2e-4
    head_rate: float = 1e-2
    followed: float = 1 / 3
    smoothing: float = 0.1


OWN = Plan()
LABELLED = Plan(epochs=4, rate=1e-4, head_rate=2e-3, followed=0)  # after ``OWN``


@dataclass(frozen=True, slots=True)
class Tuned:
    """The encoder's upper layers and a linear head on the mean vector of a text."""

    layers: nn.ModuleList
    head: nn.Linear

    def logits(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """``(texts, pieces, width)`` and which pieces there are to ``(texts, types)``."""
        bias = (~mask)[:, None, None, :] * -1e4
        with torch.autocast("cpu", torch.bfloat16):
            for layer in self.layers:
                found = layer(hidden, bias.to(hidden.dtype))
                hidden = found[0] if isinstance(found, tuple) else found
        mean = (hidden.float() * mask[:, :, None]).sum(1)
        logits: Tensor = self.head(_STEEP * nn.functional.normalize(mean, dim=-1))
        return logits

    def parts(self) -> nn.ModuleList:
        return nn.ModuleList([self.layers, self.head])


def untuned(types: int) -> Tuned:
    """The published weights under a head that knows nothing yet."""
    encoder = new_encoder("eager")
    head = nn.Linear(encoder.config.hidden_size, types)
    nn.init.zeros_(head.weight)
    nn.init.zeros_(head.bias)
    return Tuned(nn.ModuleList(encoder.encoder.layer[_FROZEN:]), head)


def states(texts: Sequence[str]) -> list[Tensor]:
    """What the lower layers make of each text: ``(pieces, width)``."""
    encoder, pieces = new_encoder("eager").eval(), tokenizer()
    found: list[Tensor] = []
    with torch.inference_mode():
        for text in texts:
            ids = pieces.encode(text, add_special_tokens=False).ids[:_LONGEST]
            row = torch.tensor([[CLS, *ids, SEP]])
            hidden = encoder(input_ids=row, output_hidden_states=True).hidden_states
            found.append(hidden[_FROZEN][0])
    return [state.clone() for state in found]


def tune(start: Tuned, texts: Sequence[Tensor], types: Sequence[int], plan: Plan) -> Tuned:
    """A copy of ``start`` that has learned the types of texts, which are given as states."""
    torch.manual_seed(_SEED)
    tuned = copy.deepcopy(start)
    parts = tuned.parts().requires_grad_(True).train()
    optimiser, schedule = _optimiser(tuned, plan, plan.epochs * math.ceil(len(texts) / _BATCH))
    for epoch in range(plan.epochs):
        draw = random.Random(_SEED + epoch)
        shown = [_shown(at, texts, types, plan, draw) for at in range(len(texts))]
        for batch in batches([len(state) for state in shown], draw):
            logits = tuned.logits(*padded([shown[at] for at in batch]))
            wanted = torch.tensor([types[at] for at in batch])
            smooth = plan.smoothing
            loss = nn.functional.cross_entropy(logits, wanted, label_smoothing=smooth)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(parts.parameters(), 1.0)
            optimiser.step()
            schedule.step()
    parts.eval()
    return tuned


def _shown(
    at: int, texts: Sequence[Tensor], types: Sequence[int], plan: Plan, draw: random.Random
) -> Tensor:
    """A text, or the text and another of its type."""
    if draw.random() >= plan.followed:
        return texts[at]
    other = draw.choice([i for i, type in enumerate(types) if type == types[at]])
    return torch.cat([texts[at], texts[other]])


def batches(lengths: Sequence[int], draw: random.Random) -> Iterator[list[int]]:
    """Texts of like length together, the batches in random order."""
    order = sorted(range(len(lengths)), key=lambda at: lengths[at] + draw.randrange(20))
    found = [order[start : start + _BATCH] for start in range(0, len(order), _BATCH)]
    draw.shuffle(found)
    yield from found


def padded(texts: Sequence[Tensor]) -> tuple[Tensor, Tensor]:
    """Texts in one block, and which of its pieces are theirs."""
    block = nn.utils.rnn.pad_sequence(list(texts), batch_first=True)
    lengths = torch.tensor([len(text) for text in texts])
    return block, torch.arange(block.shape[1])[None, :] < lengths[:, None]


def _optimiser(
    tuned: Tuned, plan: Plan, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    groups = [
        {"params": list(tuned.layers.parameters()), "lr": plan.rate},
        {"params": list(tuned.head.parameters()), "lr": plan.head_rate},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    return optimiser, warmed(optimiser, max(1, steps // 10), steps)


def probabilities(tuned: Tuned, texts: Sequence[Tensor]) -> Array:
    """How likely each text is of each type: ``(texts, types)``."""
    rows: list[Array] = []
    with torch.inference_mode():
        for start in range(0, len(texts), _BATCH):
            logits = tuned.logits(*padded(texts[start : start + _BATCH]))
            rows.append(logits.softmax(dim=1).numpy().astype(float))
    return np.concatenate(rows)


def judged(
    texts: Sequence[str], types: Sequence[str], labelled: int, part: Sequence[int] | None
) -> Array:
    """How likely each of the first ``labelled`` texts is of each type: ``(labelled, types)``.

    Learned from the texts after them; given the fold of each, in turn also from the other folds,
    starting from what the texts after them taught. The columns are the types, sorted.
    """
    torch.set_num_threads(1)  # sums in one order
    names = sorted(set(types))
    wanted, hidden = [names.index(type) for type in types], states(texts)
    own = tune(untuned(len(names)), hidden[labelled:], wanted[labelled:], OWN)
    found = probabilities(own, hidden[:labelled])
    for fold in sorted(set(part or ())):
        asked = [at for at in range(labelled) if part and part[at] == fold]
        known = sorted(set(range(labelled)) - set(asked))
        tuned = tune(own, [hidden[at] for at in known], [wanted[at] for at in known], LABELLED)
        found[asked] = probabilities(tuned, [hidden[at] for at in asked])
    return found
