"""A network is taken back out of its quantised files."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

onnx = pytest.importorskip("onnx")
from eval.train.further import encoder_of  # noqa: E402 - needs onnx
from onnx import helper, numpy_helper  # noqa: E402 - only where it is installed

from eval.train import operators  # noqa: E402 - needs onnx
from tallystick.extract.trained.network.inventory import WIDTH  # noqa: E402
from tallystick.extract.trained.reader import WEIGHTS  # noqa: E402

LAYERS, ARRAYS = 6, 16  # an encoder's, and what each layer has of weights and biases
DENSE = ("attention.output.dense", "intermediate.dense", "output.dense")
QKV = "Attention_0_qkv_weight"


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    shutil.copy(WEIGHTS / operators.ENCODER, tmp_path)
    return tmp_path / operators.ENCODER


def _quantised(name: str, whole: np.ndarray, scale: float) -> dict[str, np.ndarray]:
    columns = whole.shape[1]
    return {
        f"{name}_quantized": whole.astype(np.int8),
        f"{name}_scale": np.full(columns, scale, dtype=np.float32),
        f"{name}_zero_point": np.zeros(columns, dtype=np.int8),
    }


def test_each_weight_goes_where_it_belongs(tmp_path: Path) -> None:
    draw = np.random.default_rng(5)
    whole = {name: draw.integers(-99, 99, (WIDTH, WIDTH)) for name in DENSE}
    whole[QKV] = draw.integers(-99, 99, (WIDTH, 3 * WIDTH))
    bias = draw.normal(size=3 * WIDTH).astype(np.float32)
    held: dict[str, np.ndarray] = {"Attention_0_qkv_bias": bias}
    for name, array in whole.items():
        held |= _quantised(name, array, 0.5)
    products = [
        helper.make_node("MatMulInteger", ["x", f"{name}_quantized"], [f"{name}_out"])
        for name in DENSE
    ]
    kept = [numpy_helper.from_array(array, name) for name, array in held.items()]
    onnx.save(helper.make_model(helper.make_graph(products, "g", [], [], kept)), tmp_path / "e")
    found = encoder_of(tmp_path / "e")
    for name in DENSE:
        array = found[f"encoder.layer.0.{name}.weight"]
        np.testing.assert_array_equal(array, whole[name].T * np.float32(0.5))
    for at, name in enumerate(("query", "key", "value")):
        own, base = slice(at * WIDTH, (at + 1) * WIDTH), f"encoder.layer.0.attention.self.{name}"
        half = whole[QKV][:, own].T * np.float32(0.5)
        np.testing.assert_array_equal(found[f"{base}.weight"], half)
        np.testing.assert_array_equal(found[f"{base}.bias"], bias[own])


def test_every_layer_is_there(shipped: Path) -> None:
    found = encoder_of(shipped)
    assert len(found) == LAYERS * ARRAYS
    assert found["encoder.layer.0.intermediate.dense.weight"].shape == (4 * WIDTH, WIDTH)
    assert found["encoder.layer.0.output.dense.weight"].shape == (WIDTH, 4 * WIDTH)


def test_the_arrangement_of_operators_does_not_matter(shipped: Path) -> None:
    before = encoder_of(shipped)
    operators.rewrite(shipped)
    after = encoder_of(shipped)
    assert before.keys() == after.keys()
    for name, array in before.items():
        np.testing.assert_array_equal(after[name], array)


def test_the_mean_lies_between_two_networks() -> None:
    torch = pytest.importorskip("torch")
    from eval.train.fit import Reader
    from eval.train.further import mix

    networks = [Reader(torch.nn.Linear(3, 2)) for _ in range(2)]
    after, before = (network.encoder.weight.detach().clone() for network in networks)
    mix(*networks, 0.25)
    torch.testing.assert_close(networks[0].encoder.weight, 0.75 * after + 0.25 * before)
