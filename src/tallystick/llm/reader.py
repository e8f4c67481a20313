"""Reads documents with a language model: the same face as the rules, Document to Reading.

    with LlmReader(LlmOptions(endpoint="http://localhost:11434/v1", model="qwen2.5:7b")) as read:
        reading = read(document)

A reader may be called from several threads at once; its requests share one pace.
"""

from __future__ import annotations

import asyncio
import threading
from collections import Counter
from collections.abc import Coroutine, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from tallystick import extract
from tallystick.errors import ReaderError
from tallystick.llm.assemble import Checked, assemble
from tallystick.llm.cache import Cache, key_of
from tallystick.llm.drops import Reason
from tallystick.llm.options import LlmOptions, api_key
from tallystick.llm.pieces import Piece, pieces, room, tokens
from tallystick.llm.prompt import PROMPT_VERSION, content, instructions, message
from tallystick.model.document import Document
from tallystick.model.statement import Reading
from tallystick.workers import ItemError

if TYPE_CHECKING:
    from tallystick.llm.client import Client
    from tallystick.llm.schema import Answer

T = TypeVar("T")

_FENCES = 300  # tokens: what a request holds beside instructions and article, schema and all
_DEEPEST = 4  # times that a piece is halved when it or its answer is too long


@dataclass(slots=True)
class Account:
    """What a reader has done so far."""

    documents: int = 0
    cached: int = 0  # requests that the cache answered
    statements: int = 0
    dropped: Counter[Reason] = field(default_factory=Counter)
    fallbacks: list[tuple[str, str]] = field(default_factory=list)  # name and reason
    requests: int = 0
    retries: int = 0
    tokens_in: int = 0
    tokens_out: int = 0


def cuts(document: Document, options: LlmOptions) -> list[Piece]:
    """The pieces in which a document is shown to the model."""
    return pieces(document, room(options.context, tokens(instructions()) + _FENCES))


class LlmReader:
    """A language model that reads; a context manager. See the module for an example.

    Raises :class:`ReaderError` on opening where ``tallystick[llm]`` is not installed, and on
    reading where the endpoint cannot be used at all; for one document that cannot be read,
    :class:`~tallystick.workers.ItemError`, or with ``fallback`` the rules' reading of it.
    """

    def __init__(self, options: LlmOptions) -> None:
        self.options = options
        self.name = f"llm {options.model}, prompt {PROMPT_VERSION}"
        self._cache = Cache(options.cache)
        self._account = Account()
        self._lock = threading.Lock()
        self._closed = False
        self._answers = _answer_type()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._serve, name="asking", daemon=True)
        self._thread.start()
        try:
            self._client = self._wait(self._open())
        except BaseException:
            self._end()
            raise

    def __call__(self, document: Document) -> Reading:
        """Everything that one document says of incidents, as the model tells and the text holds."""
        try:
            checked = assemble(document, self._all_answers(document), reader=self.name)
        except ItemError as error:
            if not self.options.fallback:
                raise
            with self._lock:
                self._account.documents += 1
                self._account.fallbacks.append((document.name, str(error)))
            return extract.read_by_rules(document)
        self._note(checked)
        return checked.reading

    @property
    def account(self) -> Account:
        """What was done so far, with what was dropped and why."""
        usage = self._client.usage
        with self._lock:
            self._account.requests, self._account.retries = usage.requests, usage.retries
            self._account.tokens_in, self._account.tokens_out = usage.tokens_in, usage.tokens_out
            return self._account

    def close(self) -> None:
        """Ends what is under way and the connections."""
        with self._lock:
            if self._closed:
                return
            self._closed = True  # what was begun before this line, `_stop` finds
            stopped = asyncio.run_coroutine_threadsafe(self._stop(), self._loop)
        stopped.result()
        self._end()

    def _end(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # ---- asking

    def _all_answers(self, document: Document) -> list[Answer]:
        cut = cuts(document, self.options)
        return [
            answer
            for number, piece in enumerate(cut, 1)
            for answer in self._answered(document, piece, (number, len(cut)), 0)
        ]

    def _answered(
        self, document: Document, piece: Piece, part: tuple[int, int], depth: int
    ) -> Sequence[Answer]:
        """The answer to a piece, or those to its halves where it is too long after all."""
        key = key_of(self.options, content(document, piece, *part))
        known = self._known(key)
        if known is not None:
            return [known]
        from tallystick.llm.client import TooLongError  # noqa: PLC0415 - optional

        try:
            answer = self._wait(self._client.ask(message(document, piece, *part)))
        except TooLongError as error:
            halves = piece.halves()
            if len(halves) == 1 or depth >= _DEEPEST:
                raise ItemError(f"it or its answer is too long for the model ({error})") from error
            return [a for h in halves for a in self._answered(document, h, part, depth + 1)]
        self._cache.put(key, answer.model_dump_json().encode())
        return [answer]

    def _known(self, key: str) -> Answer | None:
        kept = self._cache.get(key)
        if kept is None:
            return None
        try:
            answer = self._answers.model_validate_json(kept)
        except ValueError:
            return None  # damaged, or of another version
        with self._lock:
            self._account.cached += 1
        return answer

    def _note(self, checked: Checked) -> None:
        with self._lock:
            self._account.documents += 1
            self._account.statements += checked.statements
            self._account.dropped.update(drop.reason for drop in checked.drops)

    # ---- the loop that all requests share

    def _serve(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()

    async def _open(self) -> Client:
        from tallystick.llm.client import Client  # noqa: PLC0415 - optional

        return Client(self.options, api_key(self.options.endpoint))

    async def _stop(self) -> None:
        under_way = asyncio.all_tasks() - {asyncio.current_task()}
        await self._client.close(t for t in under_way if t is not None)

    def _wait(self, work: Coroutine[Any, Any, T]) -> T:
        with self._lock:
            if self._closed:
                work.close()
                raise ItemError("the reader was closed")
            future = asyncio.run_coroutine_threadsafe(work, self._loop)
        return future.result()


def _answer_type() -> type[Answer]:
    """The schema; says how to install what it needs where that is missing."""
    try:
        from tallystick.llm import client, schema  # noqa: F401, PLC0415 - optional
    except ImportError as error:
        raise ReaderError(
            "reading with a language model needs packages that are not installed: "
            "pip install 'tallystick[llm]'"
        ) from error
    return schema.Answer


def uncached(documents: Iterable[Document], options: LlmOptions) -> Iterator[tuple[Document, str]]:
    """What the model would have to be asked: the document and the words of each request."""
    cache = Cache(options.cache)
    for document in documents:
        cut = cuts(document, options)
        for number, piece in enumerate(cut, 1):
            words = content(document, piece, number, len(cut))
            if not cache.has(key_of(options, words)):
                yield document, words
