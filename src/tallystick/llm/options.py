"""What a language model reader is told: where the model is, and how to treat it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from tallystick.errors import ReaderError

KEY_VARIABLES = ("TALLYSTICK_LLM_KEY", "OPENAI_API_KEY")
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
LEAST_CONTEXT = 2048


class Output(StrEnum):
    """How the model is brought to answer in the shape that is wanted."""

    SCHEMA = "schema"  # response_format json_schema: OpenAI, vLLM, llama.cpp, Ollama
    TOOL = "tool"  # a tool call
    PROMPT = "prompt"  # asked for in words: any model


@dataclass(frozen=True, slots=True, kw_only=True)
class LlmOptions:
    """A model behind an OpenAI-compatible endpoint, and how to ask it.

    ``endpoint`` is the base address of the interface, usually ending in ``/v1``; ``context``
    the tokens that a request with its answer may have; ``timeout`` the seconds for one
    attempt, of which there are at most ``attempts``, the first wait between them being
    ``wait`` seconds; ``cache`` a folder for answers, ``None`` for none. With ``fallback`` a
    document that the model cannot read is read by the rules. The key is never part of the
    options: it is read from the environment when the reader is opened.
    """

    endpoint: str
    model: str
    context: int = 8192
    concurrency: int = 4
    requests_per_minute: float | None = None
    timeout: float = 120.0
    attempts: int = 5
    wait: float = 1.0
    output: Output = Output.SCHEMA
    cache: Path | None = None
    fallback: bool = False

    def __post_init__(self) -> None:
        address = urlsplit(self.endpoint)
        if address.scheme not in ("http", "https") or not address.hostname:
            raise ReaderError(
                f"{self.endpoint}: no address of an endpoint; give one such as "
                "http://localhost:11434/v1"
            )
        if not self.model.strip():
            raise ReaderError("no model is named; give the name that the endpoint knows it by")
        if self.context < LEAST_CONTEXT:
            raise ReaderError(f"a context of {self.context} tokens is too small; give 2048 or more")


def api_key(endpoint: str) -> str | None:
    """The key for an endpoint from the environment; ``None`` where there is none for it.

    ``TALLYSTICK_LLM_KEY`` goes wherever the user points it; ``OPENAI_API_KEY``, which may be
    there for another program, never in the clear over a network.
    """
    own = os.environ.get(KEY_VARIABLES[0])
    if own:
        return own
    address = urlsplit(endpoint)
    if address.scheme == "https" or address.hostname in _LOOPBACK:
        return os.environ.get(KEY_VARIABLES[1]) or None
    return None
