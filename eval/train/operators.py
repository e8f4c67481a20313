"""``python -m eval.train operators FOLDER``: a folder's encoder in faster operators.

The network stays as it is; two operators of the quantised graph are put otherwise:

- ``QAttention`` as one product in integers for query, key and value of all heads, and
  ``MultiHeadAttention``, which goes block by block where there is no mask (Dao et al.,
  "FlashAttention", 2022);
- ``SkipLayerNormalization``, which goes through its numbers one after another (Welford, 1962),
  as sums and means, which take many at once.

**The mask goes.** The reader (``tallystick.extract.trained.network.model``) takes window by window,
each of its own length and none padded; rows of one length may stand together, padded ones not.
Sums in another order differ in the last place, and integers made of them round otherwise, so that
what is weighed by the encoder's vectors (``combination.json``) should be learned after this.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime
from onnx import ModelProto, NodeProto, helper

ENCODER, IDS, MASK = "encoder.onnx", "ids", "mask"
_MICROSOFT = "com.microsoft"  # the domain of onnxruntime's own operators
_WINDOW = 512


def main(argv: Sequence[str]) -> int:
    """Rewrite the encoder in a folder; print how far its vectors move on a window of any pieces."""
    parser = ArgumentParser(prog="python -m eval.train operators", description=__doc__)
    parser.add_argument("folder", type=Path, help=f"where {ENCODER} is")
    path: Path = parser.parse_args(argv).folder / ENCODER
    before = vectors(path)
    rewrite(path)
    apart = np.abs(vectors(path) - before)
    print(f"{path}: vectors move by {apart.mean():.3f} in the mean, {apart.max():.3f} at most")
    return 0


def rewrite(path: Path) -> None:
    """Put the operators of a quantised encoder otherwise, in place; twice is as good as once."""
    onnx.save(faster(onnx.load(path)), path)


def faster(model: ModelProto) -> ModelProto:
    """A copy of a quantised encoder without attention and normalisation in one operator each, and
    without its mask."""
    made = ModelProto.FromString(model.SerializeToString())
    graph = made.graph
    nodes = [new for node in graph.node for new in _instead(node)]
    del graph.node[:]
    graph.node.extend(_used(nodes, {output.name for output in graph.output}))
    named = {name for node in graph.node for name in node.input}
    for held in (graph.initializer, graph.input):
        kept = [one for one in held if one.name in named]
        del held[:]
        held.extend(kept)
    return made


def vectors(path: Path) -> npt.NDArray[np.float32]:
    """What an encoder makes of a window of pieces drawn by chance, always the same."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    ids = np.random.default_rng(0).integers(1000, 30000, (1, _WINDOW))
    feeds = {IDS: ids, MASK: np.ones_like(ids)}
    asked = {one.name for one in session.get_inputs()}
    (found,) = session.run(None, {name: feeds[name] for name in asked})
    result: npt.NDArray[np.float32] = found
    return result


def _instead(node: NodeProto) -> Iterator[NodeProto]:
    if node.op_type == "QAttention":
        yield from _attention(node)
    elif node.op_type == "SkipLayerNormalization":
        yield from _normalisation(node)
    else:
        yield node


def _attention(node: NodeProto) -> Iterator[NodeProto]:
    """The inputs are the numbers with their scale and zero, the weights with theirs, the bias."""
    numbers, weights, bias, scale, weight_scale, _, zero, weight_zero, *_ = node.input
    (output,) = node.output
    (heads,) = (one.i for one in node.attribute if one.name == "num_heads")
    all_ = f"{output}_all"
    parts = [f"{output}_query", f"{output}_key", f"{output}_value"]
    product = [numbers, weights, scale, weight_scale, zero, weight_zero, bias]
    yield helper.make_node("MatMulIntegerToFloat", product, [all_], domain=_MICROSOFT)
    yield helper.make_node("Split", [all_], parts, axis=2)
    yield helper.make_node(
        "MultiHeadAttention", parts, [output], domain=_MICROSOFT, num_heads=heads
    )


def _normalisation(node: NodeProto) -> Iterator[NodeProto]:
    """Of the sum of two vectors and a bias: less its mean, over its deviation."""
    vector, skipped, gain, shift, bias = node.input
    (output,) = node.output
    (epsilon,) = (one.f for one in node.attribute if one.name == "epsilon")

    def name(step: str) -> str:
        return f"{output}_{step}"

    def step(operator: str, inputs: Sequence[str], made: str, **how: Sequence[int]) -> NodeProto:
        return helper.make_node(operator, inputs, [made], **how)

    constant = helper.make_tensor("value", onnx.TensorProto.FLOAT, [], [epsilon])
    yield helper.make_node("Constant", [], [name("epsilon")], value=constant)
    yield step("Add", [vector, skipped], name("both"))
    yield step("Add", [name("both"), bias], name("sum"))
    yield step("ReduceMean", [name("sum")], name("mean"), axes=[-1])
    yield step("Sub", [name("sum"), name("mean")], name("centred"))
    yield step("Mul", [name("centred"), name("centred")], name("squares"))
    yield step("ReduceMean", [name("squares")], name("variance"), axes=[-1])
    yield step("Add", [name("variance"), name("epsilon")], name("positive"))
    yield step("Sqrt", [name("positive")], name("deviation"))
    yield step("Div", [name("centred"), name("deviation")], name("normal"))
    yield step("Mul", [name("normal"), gain], name("scaled"))
    yield step("Add", [name("scaled"), shift], output)


def _used(nodes: Sequence[NodeProto], wanted: set[str]) -> list[NodeProto]:
    """The nodes that the wanted outputs need, in order."""
    kept: list[NodeProto] = []
    for node in reversed(nodes):
        if wanted.intersection(node.output):
            kept.append(node)
            wanted = wanted.union(node.input)
    return kept[::-1]
