"""Answers kept on the disk, so that no document is asked about twice.

The name of an answer is the hash of everything that it follows from: the version of the
prompt, the model, the way of asking, and the words that the model was shown. A damaged
file counts as absent.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tallystick.errors import ReaderError
from tallystick.llm.options import LlmOptions
from tallystick.llm.prompt import PROMPT_VERSION


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of answers as JSON; ``None`` for one that keeps nothing."""

    folder: Path | None

    def get(self, key: str) -> bytes | None:
        """An answer, or ``None``."""
        if self.folder is None:
            return None
        with suppress(OSError):
            return self._path(key).read_bytes()
        return None

    def has(self, key: str) -> bool:
        """Whether there is an answer, be it damaged or not."""
        return self.folder is not None and self._path(key).is_file()

    def put(self, key: str, answer: bytes) -> None:
        """Keeps an answer: the whole of it or nothing. Raises :class:`ReaderError`."""
        if self.folder is None:
            return
        path = self._path(key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(answer)
                Path(name).replace(path)
            except BaseException:
                with suppress(OSError):
                    Path(name).unlink()
                raise
        except OSError as error:
            raise ReaderError(
                f"{self.folder}: cannot keep answers there ({error.strerror or error}); "
                "name another folder with --cache, or give --no-cache"
            ) from error

    def _path(self, key: str) -> Path:
        return (self.folder or Path()) / key[:2] / f"{key}.json"


def key_of(options: LlmOptions, content: str) -> str:
    """The name of the answer to what a model is shown: 64 hex digits."""
    parts = [PROMPT_VERSION, options.model, options.output.value, content]
    return hashlib.sha256(json.dumps(parts).encode("utf-8", "surrogatepass")).hexdigest()
