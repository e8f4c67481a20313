"""An encoder in other operators gives the same vectors."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

onnx = pytest.importorskip("onnx")
from onnx import helper, numpy_helper  # noqa: E402 - only where it is installed

from eval.train import operators  # noqa: E402 - needs onnx

WIDTH, HEADS, WORDS = 8, 2, 30
_FLOAT, _INTEGERS = onnx.TensorProto.FLOAT, onnx.TensorProto.INT64


@pytest.fixture
def encoder(tmp_path: Path) -> Path:
    """One layer as quantisation leaves it: word vectors, attention, normalisation."""
    draw = np.random.default_rng(7)
    numbers = {
        "words": draw.normal(size=(WORDS, WIDTH)).astype(np.float32),
        "weights": draw.integers(-90, 90, (WIDTH, 3 * WIDTH)).astype(np.int8),
        "weight_scale": np.full(3 * WIDTH, 0.01, dtype=np.float32),
        "weight_zero": np.zeros(3 * WIDTH, dtype=np.int8),
        "bias": draw.normal(size=3 * WIDTH).astype(np.float32),
        **{name: draw.normal(size=WIDTH).astype(np.float32) for name in ("gain", "shift", "add")},
    }
    attention = ["numbers", "weights", "bias", "scale", "weight_scale", "short", "zero"]
    nodes = [
        helper.make_node("Gather", ["words", "ids"], ["vectors"]),
        helper.make_node("Cast", ["mask"], ["short"], to=onnx.TensorProto.INT32),
        helper.make_node("DynamicQuantizeLinear", ["vectors"], ["numbers", "scale", "zero"]),
        helper.make_node(
            "QAttention",
            [*attention, "weight_zero", ""],
            ["seen"],
            domain="com.microsoft",
            num_heads=HEADS,
        ),
        helper.make_node(
            "SkipLayerNormalization",
            ["seen", "vectors", "gain", "shift", "add"],
            ["normal"],
            domain="com.microsoft",
            epsilon=1e-12,
        ),
    ]
    shape = ["batch", "pieces"]
    graph = helper.make_graph(
        nodes,
        "encoder",
        [helper.make_tensor_value_info(name, _INTEGERS, shape) for name in ("ids", "mask")],
        [helper.make_tensor_value_info("normal", _FLOAT, [*shape, WIDTH])],
        [numpy_helper.from_array(array, name) for name, array in numbers.items()],
    )
    versions = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    model = helper.make_model(graph, opset_imports=versions, ir_version=8)
    onnx.save(model, tmp_path / operators.ENCODER)
    return tmp_path / operators.ENCODER


def _run(path: Path, ids: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
    import onnxruntime

    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    given = {one.name: np.ones_like(ids) for one in session.get_inputs()}
    (found,) = session.run(None, {**given, "ids": ids})
    return np.asarray(found, dtype=np.float32)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_vectors_are_the_same(encoder: Path, rows: int) -> None:
    ids = np.random.default_rng(1).integers(0, WORDS, (rows, 21))
    before = _run(encoder, ids)
    operators.rewrite(encoder)
    assert np.abs(before).mean() > 0.1
    np.testing.assert_allclose(_run(encoder, ids), before, atol=1e-5)


def test_the_slow_operator_is_gone_and_the_others_are_left(encoder: Path) -> None:
    operators.rewrite(encoder)
    left = {node.op_type for node in onnx.load(encoder).graph.node}
    assert "SkipLayerNormalization" not in left
    assert {"QAttention", "DynamicQuantizeLinear", "Gather"} <= left


def test_twice_is_as_good_as_once(encoder: Path) -> None:
    operators.rewrite(encoder)
    once = encoder.read_bytes()
    operators.rewrite(encoder)
    assert encoder.read_bytes() == once


def test_the_command_says_how_far_the_vectors_move(
    encoder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        operators, "vectors", lambda path: _run(path, np.arange(WORDS, dtype=np.int64)[None])
    )
    assert operators.main([str(encoder.parent)]) == 0
    assert "move by 0.000 in the mean, 0.000 at most" in capsys.readouterr().out
