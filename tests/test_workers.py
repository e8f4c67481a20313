"""Processes that read: in order, and one bad item costs itself alone."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator

import pytest

from tallystick.errors import TallystickError, VocabularyError
from tallystick.workers import Failure, ItemError, crew, mapped, threaded


def work(item: int) -> int:
    if item == 3:
        raise ValueError("three is not liked")
    if item == 4:
        raise VocabularyError("a data file is malformed")
    if item == 5:
        os._exit(7)
    if item == 6:
        time.sleep(60)
    time.sleep(0.02 if item % 2 else 0)
    return item * item


def run(items: list[int], *, jobs: int = 1, limit: float = 60.0) -> list[int | Failure]:
    """The results, each having come back with its companion."""
    pairs = list(mapped(work, [(str(i), i) for i in items], jobs=jobs, limit=limit))
    assert [key for key, _ in pairs] == [str(i) for i in items]
    return [result for _, result in pairs]


def test_one_process_gives_results_in_order_and_goes_on_after_an_error() -> None:
    assert run([1, 3, 7]) == [1, Failure("ValueError: three is not liked"), 49]


def test_several_processes_outlive_errors_crashes_and_delays() -> None:
    results = run([1, 2, 3, 8, 5, 6, 7, *range(10, 40)], jobs=2, limit=5.0)
    failures = [r.reason for r in results if isinstance(r, Failure)]
    assert [r for r in results if not isinstance(r, Failure)] == [
        i * i for i in (1, 2, 8, 7, *range(10, 40))
    ]
    assert failures == [
        "ValueError: three is not liked",
        "reading it ended the process (exit code 7)",
        "reading it took more than 5 seconds",
    ]
    assert [i for i, r in enumerate(results) if isinstance(r, Failure)] == [2, 4, 5]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_of_the_program_itself_stops_everything(jobs: int) -> None:
    with pytest.raises(VocabularyError, match="malformed"):
        run([1, 4, 7], jobs=jobs)


class Unborn:
    """Ends the process that receives it, before it has read anything."""

    def __call__(self, item: int) -> int:
        return item

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (1,)


def test_processes_that_cannot_start_are_an_error_with_advice() -> None:
    with pytest.raises(TallystickError, match="one job"):
        list(mapped(Unborn(), [("a", 1), ("b", 2)], jobs=2))


def test_no_items_give_no_results() -> None:
    assert run([], jobs=2) == []


# -- threads


def threads(items: list[int], *, many: int = 3) -> list[int | Failure]:
    pairs = list(threaded(work, [(str(i), i) for i in items], threads=many))
    assert [key for key, _ in pairs] == [str(i) for i in items]
    return [result for _, result in pairs]


def test_threads_give_results_in_order_and_go_on_after_an_error() -> None:
    items = [1, 3, *range(7, 60)]
    expected = [i * i if i != 3 else Failure("ValueError: three is not liked") for i in items]
    assert threads(items) == expected
    assert threads([]) == []


def test_a_fault_of_the_program_ends_the_threads_too() -> None:
    with pytest.raises(VocabularyError):
        threads([1, 4, 7])


def test_what_an_item_says_of_itself_is_the_whole_reason() -> None:
    def refuse(item: int) -> int:
        raise ItemError("no answer came")

    assert list(threaded(refuse, [("a", 1)], threads=1)) == [("a", Failure("no answer came"))]
    assert list(mapped(refuse, [("a", 1)])) == [("a", Failure("no answer came"))]


def test_threads_run_beside_each_other_and_not_far_ahead() -> None:
    taken: list[int] = []

    def items() -> Iterator[tuple[int, int]]:
        for number in range(1000):
            taken.append(number)
            yield number, 2

    barrier = threading.Barrier(3, timeout=10)

    def together(_: int) -> int:
        return barrier.wait()

    results = threaded(together, items(), threads=3)
    first = [next(results)[1] for _ in range(3)]
    assert sorted(first) == [0, 1, 2]  # type: ignore[type-var]
    assert len(taken) < 100
    barrier.abort()
    results.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_crew_does_one_round_after_another(jobs: int) -> None:
    with crew(work, jobs=jobs) as do:
        first = list(do(("a", n) for n in (1, 2, 7)))
        second = list(do((("b", n) for n, _ in enumerate(first))))
    assert first == [("a", 1), ("a", 4), ("a", 49)]
    assert second == [("b", 0), ("b", 1), ("b", 4)]
