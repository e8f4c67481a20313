"""``python -m eval.train further``: a network goes on learning, from the files of a reader.

For labels that came after a training: to run the whole recipe again takes hours, and most of it
would learn again what is learned. Where the start has the network as torch keeps it (``torch/``),
that is gone on with, else it is taken back out of its quantised files. What comes out is a mean of
the weights before and after, which reads texts unlike the labelled ones better than either
(Wortsman et al., "Robust fine-tuning of zero-shot models", 2022). How it is weighed against the
rules (``combination.json``) stays.
"""

from __future__ import annotations

import os
import shutil
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import numpy_helper

from eval.common import data_dir
from eval.gold.texts import load_texts
from eval.train.open import chosen, examples, shared_options
from tallystick.extract.trained.combine import COMBINATION
from tallystick.extract.trained.network.inventory import WIDTH
from tallystick.extract.trained.network.model import ENCODER, HEADS
from tallystick.extract.trained.reader import WEIGHTS

if TYPE_CHECKING:
    from eval.train.fit import Reader

Floats = npt.NDArray[np.float32]
Held = Mapping[str, npt.NDArray[Any]]
_DENSE = ("attention.output.dense", "intermediate.dense", "output.dense")  # in a layer's order
_ATTENTION = ("query", "key", "value")
_LAYERS = "encoder.encoder.layer."
_TORCH = "torch"


def main(argv: Sequence[str]) -> int:
    """Go on with all labels but those kept apart; write the files and their card."""
    options = _options(argv)
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    from eval.train import card, export, fit  # noqa: PLC0415 - torch is a need of training only

    benchmarks = data_dir(options, ".")
    texts = load_texts(benchmarks) if benchmarks else {}
    labels = chosen(options.sets.split(","), options.without)
    plan = fit.Plan(options.epochs, encoder_rate=options.rate, head_rate=10 * options.rate)
    taken = list(examples(texts, labels, options.wars))
    reader = fit.fit(taken, plan, reader=_reader(options.start))
    mix(reader, _reader(options.start), options.keep)
    fit.save(reader, options.out / _TORCH)
    export.export(fit.load(options.out / _TORCH), options.out)
    shutil.copy(options.start / COMBINATION, options.out / COMBINATION)
    card.write_card(options.out, labels, options.wars, "python -m eval.train further --out FOLDER")
    return 0


def _options(argv: Sequence[str]) -> Namespace:
    parser = ArgumentParser(prog="python -m eval.train further", description=__doc__)
    shared_options(parser)
    parser.add_argument("--start", type=Path, default=WEIGHTS, help="the files to go on from")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=4e-5, help="the encoder's; the heads' is 10x")
    parser.add_argument("--keep", type=float, default=1 / 3, help="share of the start in the mean")
    return parser.parse_args(argv)


def _reader(folder: Path) -> Reader:
    """The network of a folder, ready to learn."""
    import torch  # noqa: PLC0415 - a need of training only

    from eval.train import fit  # noqa: PLC0415

    if (folder / _TORCH).exists():
        return fit.load(folder / _TORCH, "sdpa")
    reader = fit.Reader(fit.new_encoder())
    found = {k: torch.from_numpy(v) for k, v in encoder_of(folder / ENCODER).items()}
    reader.encoder.load_state_dict({**reader.encoder.state_dict(), **found})
    with np.load(folder / HEADS) as arrays:
        heads = {k: torch.from_numpy(arrays[k].astype(np.float32)) for k in arrays.files}
    reader.heads.load_state_dict(heads)
    return reader


def mix(reader: Reader, before: Reader, share: float) -> None:
    """Make each weight of a network the mean of its own and, by its share, that of another."""
    for part, other in ((reader.encoder, before.encoder), (reader.heads, before.heads)):
        kept = other.state_dict()
        mean = {k: share * kept[k] + (1 - share) * v for k, v in part.state_dict().items()}
        part.load_state_dict(mean)


def encoder_of(path: Path) -> dict[str, Floats]:
    """The weights of an encoder's layers out of its quantised file, by the names of torch."""
    graph = onnx.load(path).graph
    held = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    found = {
        name.removeprefix("encoder."): np.array(value, dtype=np.float32)
        for name, value in held.items()
        if name.startswith(_LAYERS)
    }
    factors = [n.input[1] for n in graph.node if n.op_type == "MatMulInteger"]
    dense = [name for name in factors if "qkv" not in name]
    for number, name in enumerate(dense):
        layer, place = divmod(number, len(_DENSE))
        found[f"encoder.layer.{layer}.{_DENSE[place]}.weight"] = _plain(held, name).T
    for layer in range(len(dense) // len(_DENSE)):
        found.update(_attention(held, layer))
    return found


def _attention(held: Held, layer: int) -> Iterator[tuple[str, Floats]]:
    """Query, key and value stand beside one another in one product."""
    weights = _plain(held, f"Attention_{layer}_qkv_weight_quantized")
    bias = np.array(held[f"Attention_{layer}_qkv_bias"], dtype=np.float32)
    for place, name in enumerate(_ATTENTION):
        own = slice(place * WIDTH, (place + 1) * WIDTH)
        base = f"encoder.layer.{layer}.attention.self.{name}"
        yield f"{base}.weight", np.ascontiguousarray(weights[:, own].T)
        yield f"{base}.bias", bias[own]


def _plain(held: Held, name: str) -> Floats:
    """Integers by channel as the numbers that they stand for."""
    base = name.removesuffix("_quantized")
    whole = held[name].astype(np.float32) - held[f"{base}_zero_point"].astype(np.float32)
    made: Floats = whole * held[f"{base}_scale"].astype(np.float32)
    return made
