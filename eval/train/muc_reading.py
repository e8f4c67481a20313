"""The trained bench model on a message: from its text to templates. Needs torch."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, cast

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer as HuggingTokenizer
from torch import Tensor

from eval.muc.dates import dateline
from eval.muc.places import country_of
from eval.muc.templates import Keyed, Template
from eval.train.logistic import Logistic
from eval.train.muc_assembly import Assembler, Choices, templates
from eval.train.muc_candidates import alike, candidates, features, span_chances
from eval.train.muc_data import (
    ROLE_COUNT,
    Candidate,
    Ids,
    Known,
    Tokenizer,
    Tokens,
    date_candidates,
    tokenize,
    unlearned,
)
from eval.train.muc_model import MASK, Judged, Reader
from eval.train.muc_rating import Rated, Rating

PAIRED = 40  # candidates of a message that are compared with one another
HIDDEN = 0.25  # share of words hidden where a message of the training is read as if it were new
_BEFORE = 40  # characters kept before a candidate, for its number
_WEIGHTS = "model-{}.safetensors"
_KNOWN = "known-{}.json"
_ASSEMBLY = "assembly.json"
_TOKENIZER = "tokenizer.json"


def tokenizer_of(path: Path) -> Tokenizer:
    """A tokenizer from its file, that neither cuts nor fills texts."""
    found = HuggingTokenizer.from_file(str(path))
    found.no_truncation()
    found.no_padding()
    return cast(Tokenizer, found)


@dataclass(frozen=True, slots=True)
class Trained:
    """A trained network, and the fills that it knows. Several read together by their mean."""

    reader: Reader
    known: Known


def keep(folder: Path, trained: Trained, number: int) -> None:
    """Write a network, one of several, as soon as it is trained; weights as 16-bit floats."""
    folder.mkdir(parents=True, exist_ok=True)
    state = trained.reader.state_dict()
    weights = {k: v.to(torch.bfloat16).contiguous() for k, v in state.items()}
    fills, seen = trained.known.fills, trained.known.seen
    rows = [[list(ids), dict(fills[ids]), seen.get(ids, 0)] for ids in fills]
    (folder / _KNOWN.format(number)).write_text(json.dumps(rows), encoding="utf-8")
    save_file(weights, folder / _WEIGHTS.format(number))


def kept(folder: Path, number: int) -> Trained | None:
    """A network that was kept; ``None`` where there is none of this number."""
    path = folder / _WEIGHTS.format(number)
    return _restored(folder, path, number) if path.exists() else None


def complete(folder: Path, assembler: Assembler, tokenizer: Path) -> None:
    """Write the assembly and the tokenizer beside the networks: all that reading needs."""
    (folder / _ASSEMBLY).write_text(json.dumps(asdict(assembler), indent=1), encoding="utf-8")
    (folder / _TOKENIZER).write_bytes(tokenizer.read_bytes())


def restore(folder: Path) -> tuple[Trained, ...]:
    """The networks in a folder, in order. Raises ``FileNotFoundError`` where there is none."""
    paths = sorted(folder.glob(_WEIGHTS.format("*")))
    if not paths:
        raise FileNotFoundError(f"no trained model in {folder}")
    return tuple(_restored(folder, path, i) for i, path in enumerate(paths))


def _restored(folder: Path, path: Path, i: int) -> Trained:
    reader = Reader()
    reader.load_state_dict({k: v.float() for k, v in load_file(path).items()})
    reader.eval()
    rows = json.loads((folder / _KNOWN.format(i)).read_text(encoding="utf-8"))
    fills = {tuple(ids): {int(k): n for k, n in labels.items()} for ids, labels, _ in rows}
    return Trained(reader, Known(fills, {tuple(ids): seen for ids, _, seen in rows}))


def read_all(folder: Path, messages: Iterable[Keyed]) -> list[tuple[Template, ...]]:
    """The templates that a trained model gives each message; keys are not looked at."""
    several, tokenizer = restore(folder), tokenizer_of(folder / _TOKENIZER)
    assembler = _assembler(folder)
    tokens = (tokenize(message.id, message.text, tokenizer) for message in messages)
    return [templates(rate(one, several), assembler) for one in tokens]


def _assembler(folder: Path) -> Assembler:
    data = json.loads((folder / _ASSEMBLY).read_text(encoding="utf-8"))
    fillings = tuple(_logistic(one) for one in data["fillings"])
    return Assembler(fillings, _logistic(data["pairs"]), Choices(**data["choices"]))


def _logistic(data: Mapping[str, Any]) -> Logistic:
    return Logistic(*(tuple(data[f.name]) for f in fields(Logistic)))


# ------------------------------------------------------------------ one message


def rate_as_new(tokens: Tokens, own: Mapping[Ids, set[int]], several: Sequence[Trained]) -> Rating:
    """What the networks say of a message of their training, as if they had never seen it.

    Its own fills (``own``, with their labels) are no longer known, a share of its words is hidden,
    and as in training some of every network's cells are left out. Hiding a quarter brings the
    scores of such messages down to those of messages that were kept out.
    """
    chance = random.Random(tokens.id)
    shown = tuple(MASK if chance.random() < HIDDEN else i for i in tokens.ids)
    torch.manual_seed(chance.getrandbits(32))
    fresh = [Trained(one.reader.train(), unlearned(one.known, tokens, own)) for one in several]
    found: Rating = rate(tokens, fresh, shown)
    for one in several:
        one.reader.eval()
    return found


@torch.no_grad()
def rate(tokens: Tokens, several: Sequence[Trained], shown: Ids | None = None) -> Rating:
    """What the networks say of a message, by their mean; ``shown`` are its tokens, some hidden."""
    seen = [one.reader.first([shown or tokens.ids])[0] for one in several]
    chances = _mean([s.tags.softmax(-1) for s in seen])
    found = candidates(tokens, chances, [one.known for one in several])
    spans = [c.spans for c in found]
    each = [
        one.reader.second(s, spans, features(tokens, found, one.known))
        for one, s in zip(several, seen, strict=True)
    ]
    judged = Judged(*(_mean([getattr(j, f.name) for j in each]) for f in fields(Judged)))
    best = judged.roles[:, :ROLE_COUNT].amax(1).argsort(descending=True)[:PAIRED]
    chosen = sorted(best.tolist())
    likeness = alike([tokens.words(found[i].spans[0]) for i in chosen])
    paired = [
        one.reader.pairs(j.cells[chosen], likeness) for one, j in zip(several, each, strict=True)
    ]
    pairs = _spread(_mean(paired), chosen, len(found))
    days = date_candidates(tokens)
    return Rating(
        tuple(_rated(tokens, found, judged, span_chances(spans, chances))),
        _table(pairs[:, :, 0]),
        _table(_mean([s.counts.softmax(-1) for s in seen])),
        tuple(_mean([s.stages for s in seen]).argmax(-1).tolist()),
        tuple(days.get(c.ids) for c in found),
        tokens.text,
        dateline(tokens.text),
        country_of(tokens.text),
    )


def _rated(
    tokens: Tokens, found: Sequence[Candidate], judged: Judged, tags: Tensor
) -> Iterator[Rated]:
    rows = zip(judged.roles.tolist(), tags.tolist(), judged.types.tolist(), strict=True)
    confidences, effects = judged.confidences.argmax(-1), judged.effects.argmax(-1)
    for i, (candidate, (roles, tag, types)) in enumerate(zip(found, rows, strict=True)):
        first = candidate.spans[0]
        start = tokens.offsets[first[0]][0]
        yield Rated(
            tokens.words(first),
            tuple(tokens.offsets[at][0] for at, _ in candidate.spans),
            tuple(roles),
            tuple(tag),
            tuple(types),
            int(confidences[i]),
            int(effects[i]),
            float(judged.plural[i]),
            tokens.text[max(0, start - _BEFORE) : start],
        )


def _mean(values: Sequence[Tensor]) -> Tensor:
    return torch.stack(list(values)).mean(0)


def _spread(pairs: Tensor, chosen: Sequence[int], size: int) -> Tensor:
    """The table of the chosen ones in one of all; those left out go with none."""
    table = torch.full((size, size, 2), -9.0)
    at = torch.tensor(chosen)
    table[at[:, None], at[None]] = (pairs + pairs.transpose(0, 1)) / 2
    return table


def _table(values: Tensor) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(row) for row in values.tolist())
