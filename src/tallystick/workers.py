"""A function over many items in several processes or threads, in order, each by itself.

Unlike the pools of the standard library, one item that crashes its process or takes too
long costs that item alone, and says so. Processes are spawned, never forked, so that
threads and open files of the caller stay out of them.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, Generic, TypeVar

from tallystick.errors import TallystickError

T = TypeVar("T")
R = TypeVar("R")
K = TypeVar("K")

_AHEAD = 8  # items that a process may be ahead of the slowest one


Crew = Callable[[Iterable[tuple[Any, T]]], Iterator[tuple[Any, R]]]


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an item has no result, in words.

    ``cause`` is set where the program itself is at fault, not the item; then there is no use
    in going on, and it is raised.
    """

    reason: str
    cause: TallystickError | None = None


class ItemError(Exception):
    """What a function raises to say in words why an item has no result."""


def mapped(
    function: Callable[[T], R],
    items: Iterable[tuple[K, T]],
    *,
    jobs: int = 1,
    limit: float = 60.0,
) -> Iterator[tuple[K, R | Failure]]:
    """The results in the order of the items, with a :class:`Failure` where there is none.

    Each item comes with a companion, which stays in this process and is given back with the
    result. With ``jobs`` of one everything stays in this process, and ``limit`` (seconds for
    one item) is not enforced. With more, ``function`` must be importable by name in a new
    process. Raises :class:`TallystickError` when the processes cannot be started, or when
    the function raises one.
    """
    with crew(function, jobs=jobs, limit=limit) as work:
        yield from work(items)


@contextmanager
def crew(
    function: Callable[[T], R], *, jobs: int = 1, limit: float = 60.0
) -> Iterator[Crew[T, R | Failure]]:
    """:func:`mapped` for one round of items after another, by the same processes."""
    if jobs <= 1:
        yield lambda items: ((key, _checked(_attempt(function, item))) for key, item in items)
        return
    with closing(_Pool[Any, T, R](function, jobs, limit)) as pool:
        yield lambda items: ((key, _checked(result)) for key, result in pool.run(items))


def threaded(
    function: Callable[[T], R], items: Iterable[tuple[K, T]], *, threads: int
) -> Iterator[tuple[K, R | Failure]]:
    """:func:`mapped` in threads of this process, for a function that mostly waits.

    An item cannot be stopped from outside: the function must keep to a time of its own.
    """
    pool = ThreadPoolExecutor(threads, thread_name_prefix="reading")
    under_way: deque[tuple[K, Future[R | Failure]]] = deque()
    queue = iter(items)
    try:
        while True:
            for key, item in islice(queue, threads * _AHEAD - len(under_way)):
                under_way.append((key, pool.submit(_attempt, function, item)))
            if not under_way:
                return
            first, future = under_way.popleft()
            yield first, _checked(future.result())
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _checked(result: R | Failure) -> R | Failure:
    if isinstance(result, Failure) and result.cause:
        raise result.cause
    return result


def _attempt(function: Callable[[T], R], item: T) -> R | Failure:
    try:
        return function(item)
    except TallystickError as error:
        return Failure(str(error), error)
    except ItemError as error:
        return Failure(str(error))
    except Exception as error:  # whatever one item does, the others go on
        return Failure(f"{type(error).__name__}: {error}")


def _serve(function: Callable[[Any], Any], channel: Connection) -> None:
    """The life of a process: say that it is up, then answer item by item."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    with suppress(EOFError, OSError), channel:  # the parent has gone
        channel.send(None)
        while True:
            channel.send(_attempt(function, channel.recv()))


class _Worker(Generic[R]):
    """One process and the item that it is busy with."""

    def __init__(self, function: Callable[[Any], R], limit: float) -> None:
        context = multiprocessing.get_context("spawn")
        self.channel, theirs = context.Pipe()
        with theirs:
            self.process: SpawnProcess = context.Process(
                target=_serve, args=(function, theirs), daemon=True
            )
            self.process.start()
        self._limit = limit
        self._up = False
        self._deadline = 0.0
        self.index: int | None = None
        self.spent = False  # gone or stuck: not to be used again

    def give(self, index: int, item: object) -> None:
        self.index = index
        self._deadline = time.monotonic() + self._limit
        with suppress(OSError):  # it has died meanwhile; `answer` will say so
            self.channel.send(item)

    def time_left(self) -> float:
        return max(0.0, self._deadline - time.monotonic())

    def answer(self) -> R | Failure | None:
        """The result once it is there; ``None`` while there is nothing to fetch."""
        try:
            while self.channel.poll():
                received: R | Failure | None = self.channel.recv()
                if self._up:
                    return received
                self._up = True  # the first message only says that the process is up
                self._deadline = time.monotonic() + self._limit
        except (EOFError, OSError):
            return self._died()
        if self.time_left() == 0:
            self.spent = True
            return Failure(f"reading it took more than {self._limit:g} seconds")
        return None

    def _died(self) -> Failure:
        if not self._up:
            raise TallystickError(
                "a reading process cannot start; run with one job (--jobs 1), or, in a script, "
                "put the call under: if __name__ == '__main__':"
            )
        self.spent = True
        self.process.join()
        return Failure(f"reading it ended the process (exit code {self.process.exitcode})")

    def close(self) -> None:
        self.channel.close()
        self.process.kill()
        self.process.join()
        self.process.close()


class _Pool(Generic[K, T, R]):
    def __init__(self, function: Callable[[T], R], jobs: int, limit: float) -> None:
        self._function = function
        self._limit = limit
        self._window = jobs * _AHEAD
        self._given = 0
        self._keys: dict[int, K] = {}
        self._workers: list[_Worker[R]] = [_Worker(function, limit) for _ in range(jobs)]

    def run(self, items: Iterable[tuple[K, T]]) -> Iterator[tuple[K, R | Failure]]:
        """Hands items out, at most a window ahead, and gives the results in order."""
        queue = iter(items)
        done: dict[int, R | Failure] = {}
        following = self._given
        while True:
            self._hand_out(queue, following + self._window)
            if not any(worker.index is not None for worker in self._workers):
                return
            done.update(self._collect())
            while following in done:
                yield self._keys.pop(following), done.pop(following)
                following += 1

    def _hand_out(self, queue: Iterator[tuple[K, T]], end: int) -> None:
        for worker in self._workers:
            if worker.index is None and self._given < end:
                for key, item in queue:
                    self._keys[self._given] = key
                    worker.give(self._given, item)
                    self._given += 1
                    break

    def _collect(self) -> Iterator[tuple[int, R | Failure]]:
        busy = [worker for worker in self._workers if worker.index is not None]
        wait([w.channel for w in busy], timeout=min(w.time_left() for w in busy))
        for worker in busy:
            answer = worker.answer()
            if answer is None or worker.index is None:
                continue
            yield worker.index, answer
            worker.index = None
            if worker.spent:
                self._renew(worker)

    def _renew(self, worker: _Worker[R]) -> None:
        """A fresh process in place of one that is gone or stuck."""
        worker.close()
        self._workers[self._workers.index(worker)] = _Worker(self._function, self._limit)

    def close(self) -> None:
        for worker in self._workers:
            worker.close()
