"""Asks a model behind an OpenAI-compatible endpoint, and sees an answer through.

Needs the extra ``tallystick[llm]``: the only module, with ``schema``, that does.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from openai import AsyncOpenAI
from pydantic_ai import Agent, NativeOutput, PromptedOutput, ToolOutput
from pydantic_ai.exceptions import (
    ModelAPIError,
    ModelAuthenticationError,
    ModelConnectionError,
    ModelContextWindowExceededError,
    ModelHTTPError,
    ModelNotFoundError,
    ModelQuotaExceededError,
    ModelRequestRejectedError,
    ModelTimeoutError,
    OutputTokenLimitExceeded,
    UnexpectedModelBehavior,
)
from pydantic_ai.messages import ModelMessage, ModelResponse
from pydantic_ai.models import ModelRequestParameters
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.models.wrapper import WrapperModel
from pydantic_ai.output import OutputSpec
from pydantic_ai.profiles.openai import OpenAIModelProfile
from pydantic_ai.providers.openai_compatible import OpenAICompatibleProvider
from pydantic_ai.settings import ModelSettings

from tallystick.errors import ReaderError
from tallystick.llm.options import KEY_VARIABLES, LlmOptions, Output
from tallystick.llm.pace import Pace, backoff
from tallystick.llm.pieces import tokens
from tallystick.llm.prompt import instructions
from tallystick.llm.schema import Answer
from tallystick.workers import ItemError

_RE_ASKED = 2  # times that an answer of the wrong shape is sent back
_GIVE_UP = 10  # documents in a row that the endpoint fails before it counts as gone
_LEAST_ANSWER = 512  # tokens
_TRANSIENT = (408, 409, 425, 429)
_MOST_WORDS = 200  # characters of the endpoint's own words in a message


class TooLongError(Exception):
    """The request or its answer does not fit; a shorter piece may."""


@dataclass(slots=True)
class Usage:
    """What the endpoint says that it took in and gave out."""

    requests: int = 0
    retries: int = 0
    tokens_in: int = 0
    tokens_out: int = 0


class Client:
    """A model to ask. All of its methods belong to one event loop."""

    def __init__(self, options: LlmOptions, key: str | None) -> None:
        self._options = options
        self._key = key
        self.usage = Usage()
        self._answered = False
        self._failures = 0
        self._api = AsyncOpenAI(
            base_url=options.endpoint,
            api_key=key or "none",
            max_retries=0,  # ours count, wait and keep to the pace
            timeout=options.timeout,
        )
        profile = OpenAIModelProfile(
            supports_json_schema_output=options.output is Output.SCHEMA,
            openai_chat_supports_max_completion_tokens=_is_openai(options.endpoint),
        )
        provider = OpenAICompatibleProvider("endpoint", openai_client=self._api, profile=profile)
        model = OpenAIChatModel(options.model, provider=provider)
        self._model = _Patient(model, options, self.usage)
        self._agent: Agent[object, Answer] = Agent(
            self._model,
            output_type=_shape(options.output),
            instructions=instructions(),
            retries={"output": _RE_ASKED},
        )

    async def close(self, under_way: Iterable[asyncio.Task[Any]]) -> None:
        """Ends the requests under way and the connections."""
        self._model.stop()
        await asyncio.gather(*under_way, return_exceptions=True)
        await self._api.close()

    async def ask(self, message: str) -> Answer:
        """The answer to one message.

        Raises :class:`TooLongError` when a shorter piece may help, :class:`ItemError` where
        this document has no answer, :class:`ReaderError` where no document will.
        """
        try:
            result = await self._agent.run(message, model_settings=self._settings(message))
        except (OutputTokenLimitExceeded, ModelContextWindowExceededError) as error:
            raise TooLongError(self._said(error)) from error
        except UnexpectedModelBehavior as error:
            raise ItemError(
                f"the model's answer has not the shape that was asked for ({self._said(error)})"
            ) from error
        except ModelAPIError as error:
            raise self._explained(error) from error
        self._answered, self._failures = True, 0
        return result.output

    def _settings(self, message: str) -> ModelSettings:
        room = self._options.context - tokens(instructions()) - tokens(message)
        return ModelSettings(temperature=0.0, max_tokens=max(_LEAST_ANSWER, room))

    def _explained(self, error: ModelAPIError) -> Exception:
        """An error of the endpoint in words, and whether it is of one document or of all."""
        endpoint, model = self._options.endpoint, self._options.model
        said = self._said(error)
        if isinstance(error, ModelAuthenticationError):
            names = " or ".join(KEY_VARIABLES)
            return ReaderError(f"{endpoint}: refuses the key; set {names} ({said})")
        if isinstance(error, ModelNotFoundError):
            return ReaderError(
                f"{endpoint}: knows no model {model!r} there; check its name, and the address, "
                f"which for most ends in /v1 ({said})"
            )
        if isinstance(error, ModelQuotaExceededError):
            return ReaderError(f"{endpoint}: the account has no credit left ({said})")
        if isinstance(error, ModelRequestRejectedError) and not self._answered:
            return ReaderError(
                f"{endpoint}: refuses the request ({said}); if it knows no JSON schemas, try "
                "--output prompt"
            )
        return self._failed(error, said)

    def _failed(self, error: ModelAPIError, said: str) -> Exception:
        endpoint = self._options.endpoint
        self._failures += 1
        if isinstance(error, ModelTimeoutError):
            why = f"no answer within {self._options.timeout:g} seconds"
        elif isinstance(error, ModelConnectionError):
            if not self._answered and error.phase != "read":
                return ReaderError(f"{endpoint}: cannot be reached; is the server running?")
            why = "the endpoint cannot be reached"
        else:
            why = f"the endpoint failed ({said})"
        if self._failures >= _GIVE_UP:
            return ReaderError(f"{endpoint}: failed {_GIVE_UP} times in a row, the last: {why}")
        times = f", after {self._options.attempts} attempts" if _passes(error) else ""
        return ItemError(why + times)

    def _said(self, error: Exception) -> str:
        """The endpoint's own words, short, and without the key should it echo it."""
        words = str(error)
        if isinstance(error, ModelHTTPError):
            words = f"status {error.status_code}: {_body(error.body)}"
        words = " ".join(words.split())
        if self._key:
            words = words.replace(self._key, "***")
        return words[:_MOST_WORDS]


def _is_openai(endpoint: str) -> bool:
    """Whether the newer field for the most tokens is known: others know the older one."""
    return (urlsplit(endpoint).hostname or "").endswith(("openai.com", "openai.azure.com"))


def _body(body: object) -> str:
    """The message in an error's body, where it has the usual shape."""
    if isinstance(body, dict):
        inner = body.get("error", body)
        if isinstance(inner, dict) and "message" in inner:
            return str(inner["message"])
    return str(body or "no reason given")


def _shape(output: Output) -> OutputSpec[Answer]:
    if output is Output.TOOL:
        return ToolOutput(Answer, name="answer")
    if output is Output.PROMPT:
        return PromptedOutput(Answer)
    return NativeOutput(Answer, name="answer")


class _Patient(WrapperModel):
    """A model whose every request waits its turn, keeps to a time and is tried again."""

    def __init__(self, model: OpenAIChatModel, options: LlmOptions, usage: Usage) -> None:
        super().__init__(model)
        self._options = options
        self._usage = usage
        self._pace = Pace(options.requests_per_minute)
        self._places = asyncio.Semaphore(options.concurrency)
        self._waiting: set[asyncio.Task[Any]] = set()
        self._stopped = False

    def stop(self) -> None:
        """Cancels what waits for the endpoint, and lets nothing new go out.

        Only here: cancelled anywhere else, the library leaves coroutines that never ran.
        """
        self._stopped = True
        for task in self._waiting:
            task.cancel()

    async def request(
        self,
        messages: list[ModelMessage],
        model_settings: ModelSettings | None,
        model_request_parameters: ModelRequestParameters,
    ) -> ModelResponse:
        task = asyncio.current_task()
        if self._stopped or task is None:
            raise asyncio.CancelledError
        self._waiting.add(task)
        try:
            return await self._patiently(messages, model_settings, model_request_parameters)
        finally:
            self._waiting.discard(task)

    async def _patiently(
        self,
        messages: list[ModelMessage],
        model_settings: ModelSettings | None,
        parameters: ModelRequestParameters,
    ) -> ModelResponse:
        attempt = 1
        while True:
            try:
                response = await self._once(messages, model_settings, parameters)
            except ModelAPIError as error:
                if attempt >= self._options.attempts or not _passes(error):
                    raise
                asked = getattr(error, "retry_after", None)
                wait = backoff(attempt, self._options.wait, asked)
                if asked is not None:
                    self._pace.hold(wait)
                self._usage.retries += 1
                await asyncio.sleep(wait)
                attempt += 1
            else:
                self._usage.tokens_in += response.usage.input_tokens
                self._usage.tokens_out += response.usage.output_tokens
                return response

    async def _once(
        self,
        messages: list[ModelMessage],
        model_settings: ModelSettings | None,
        parameters: ModelRequestParameters,
    ) -> ModelResponse:
        async with self._places:
            await self._pace.turn()
            self._usage.requests += 1
            try:
                async with asyncio.timeout(self._options.timeout):
                    return await super().request(messages, model_settings, parameters)
            except TimeoutError as error:  # an answer that drips in is as late as none
                raise ModelTimeoutError(self.model_name, "it took too long") from error


def _passes(error: ModelAPIError) -> bool:
    """Whether the same request may well succeed later."""
    if isinstance(error, ModelQuotaExceededError):
        return False
    if isinstance(error, ModelHTTPError):
        return error.status_code in _TRANSIENT or error.status_code >= 500
    return isinstance(error, ModelConnectionError)
