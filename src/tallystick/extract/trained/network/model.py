"""Running the trained network: onnxruntime for the encoder, numpy for its heads.

The network is described in ``eval/train/network.py``, its weights in ``weights/CARD.md``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from tallystick.extract.grammar.addresses import without_addresses
from tallystick.extract.trained.network.inventory import WIDTH
from tallystick.extract.trained.network.windows import Pieces, pieces_of, windows
from tallystick.model.document import Document

Array = npt.NDArray[np.float32]
ENCODER, HEADS, TOKENIZER = "encoder.onnx", "heads.npz", "tokenizer.json"
_CLS, _SEP = 101, 102


@dataclass(frozen=True, slots=True)
class Encoded:
    """A document's account as word pieces, each with its vector: ``(pieces, WIDTH)``."""

    pieces: Pieces
    vectors: Array


@dataclass(frozen=True, slots=True)
class Network:
    """The encoder with its heads. Made once for a process by :func:`network`."""

    tokenizer: Tokenizer
    encoder: onnxruntime.InferenceSession
    heads: Mapping[str, Array]

    def encode(self, document: Document) -> Encoded:
        """The vectors of a document's account; none for one without an account."""
        text = without_addresses(document.text)
        pieces = pieces_of(self.tokenizer, text, [s.span for s in document.account])
        vectors = np.zeros((len(pieces), WIDTH), dtype=np.float32)
        for window in windows(len(pieces)):
            found = self._run(pieces.ids[window.start : window.end])
            own = slice(window.own_start - window.start, window.own_end - window.start)
            vectors[window.own_start : window.own_end] = found[own]
        return Encoded(pieces, vectors)

    def _run(self, ids: Sequence[int]) -> Array:
        row = np.array([[_CLS, *ids, _SEP]], dtype=np.int64)
        (found,) = self.encoder.run(None, {"ids": row, "mask": np.ones_like(row)})
        vectors: Array = found[0, 1:-1]
        return vectors


def load(folder: Path) -> Network:
    """A network from its three files. Raises ``FileNotFoundError`` where one is missing."""
    for name in (ENCODER, HEADS, TOKENIZER):
        if not (folder / name).exists():
            raise FileNotFoundError(f"{folder / name}: a file of the trained reader is missing")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # documents are read in parallel by processes
    options.log_severity_level = 3
    tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    with np.load(folder / HEADS) as arrays:
        heads = {name: arrays[name].astype(np.float32) for name in arrays.files}
    encoder = onnxruntime.InferenceSession(
        str(folder / ENCODER), options, providers=["CPUExecutionProvider"]
    )
    return Network(tokenizer, encoder, heads)
