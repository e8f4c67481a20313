"""``python -m eval.train operators FOLDER``: a folder's encoder in faster operators.

The network stays as it is. ``SkipLayerNormalization`` of the quantised graph goes through the
numbers of a vector one after another (Welford, 1962); it is put as sums, means and products, which
take many at once. That saves a sixth of the time.

Sums in another order differ in the last place, and integers made of them round otherwise, so that
what is weighed by the encoder's vectors (``belief``) should be learned after this.
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
    """A copy of a quantised encoder without normalisation in one operator."""
    made = ModelProto.FromString(model.SerializeToString())
    nodes = [new for node in made.graph.node for new in _instead(node)]
    del made.graph.node[:]
    made.graph.node.extend(nodes)
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
    if node.op_type == "SkipLayerNormalization":
        yield from _normalisation(node)
    else:
        yield node


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
    yield step("Reciprocal", [name("deviation")], name("factor"))
    yield step("Mul", [name("centred"), name("factor")], name("normal"))
    yield step("Mul", [name("normal"), gain], name("scaled"))
    yield step("Add", [name("scaled"), shift], output)
