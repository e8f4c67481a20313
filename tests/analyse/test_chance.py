"""What chance gives, against simulation and against figures known elsewhere."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from tallystick.analyse.chance import (
    burst_chance,
    change_points,
    dispersion,
    poisson_interval,
    run_chance,
)
from tallystick.errors import TallystickError

RUNS = 2_000


def random() -> np.random.Generator:
    return np.random.default_rng(20231017)


def test_the_interval_is_that_of_the_tables() -> None:
    assert poisson_interval(0) == pytest.approx((0, 3.6889), abs=1e-4)
    assert poisson_interval(10) == pytest.approx((4.7954, 18.3904), abs=1e-4)


@pytest.mark.parametrize("expected", [0.5, 3.0, 12.0, 60.0])
def test_the_interval_holds_the_truth_in_95_of_100(expected: float) -> None:
    drawn = random().poisson(expected, RUNS).tolist()
    intervals = {count: poisson_interval(count) for count in set(drawn)}
    held = sum(low <= expected <= high for low, high in map(intervals.__getitem__, drawn))
    assert 0.94 <= held / RUNS <= 0.999  # exact: never less, more where counts are few


def test_a_planted_change_is_found() -> None:
    draw = random()
    for _ in range(20):
        counts = [*draw.poisson(5, 40).tolist(), *draw.poisson(0.5, 40).tolist()]
        points = change_points(counts)
        assert points
        assert min(abs(point - 40) for point in points) <= 3


def test_two_changes_around_days_of_none_are_found_to_the_day() -> None:
    assert change_points([2, 3, 2, 1, 3, 2, 2, 3, 1, 2] + [0] * 8 + [2, 2, 3, 1, 2, 3]) == [10, 18]


@pytest.mark.parametrize("size", [30, 60])
def test_of_series_at_one_rate_few_have_a_change(size: int) -> None:
    draw = random()
    changed = sum(bool(change_points(draw.poisson(1.5, size).tolist())) for _ in range(200))
    assert changed <= 10


def test_waves_are_no_change_of_the_rate() -> None:
    draw = random()
    waves = [draw.negative_binomial(1, 1 / 3, 60).tolist() for _ in range(100)]
    assert np.mean([dispersion(each) for each in waves]) == pytest.approx(3, abs=0.3)
    assert sum(bool(change_points(each)) for each in waves) <= 5


@pytest.mark.parametrize("counts", [[], [1], [0] * 50, [4, 0, 4, 0, 4]])
def test_where_there_is_nothing_to_tell_there_is_no_change(counts: list[int]) -> None:
    assert change_points(counts) == []


def test_dispersion_is_1_at_a_rate_that_changes() -> None:
    counts = [*random().poisson(5, 2_000).tolist(), *random().poisson(1, 2_000).tolist()]
    assert dispersion(counts) == pytest.approx(1, abs=0.1)
    assert dispersion([]) == dispersion([0, 0]) == 1


def test_the_chance_of_a_run_is_that_of_a_simulation() -> None:
    drawn = random().poisson(1.2, (20_000, 30)) == 0
    runs = np.lib.stride_tricks.sliding_window_view(drawn, 3, axis=1).all(axis=2).any(axis=1)
    assert run_chance(3, 30, 1.2) == pytest.approx(runs.mean(), abs=0.01)


def test_the_chance_of_a_run_at_its_ends() -> None:
    assert run_chance(0, 5, 1) == 1
    assert run_chance(6, 5, 1) == 0
    assert run_chance(5, 5, 0) == 1
    assert run_chance(1, 1, np.log(2)) == pytest.approx(0.5)
    assert run_chance(3, 20, 1) > run_chance(4, 20, 1) > run_chance(4, 20, 2)


def test_the_chance_of_a_burst_bounds_that_of_a_simulation() -> None:
    drawn = random().multinomial(30, [1 / 20] * 20, 20_000).max(axis=1)
    bound = burst_chance(6, 30, 20)
    assert (drawn >= 6).mean() <= bound + 0.005
    assert bound == pytest.approx((drawn >= 6).mean(), abs=0.03)
    assert burst_chance(1, 30, 20) == 1


@pytest.mark.parametrize("name", ["scipy", "ruptures"])
def test_without_a_library_it_says_what_to_install(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    needs = {"scipy": lambda: poisson_interval(3), "ruptures": lambda: change_points([1] * 9)}
    with pytest.raises(TallystickError, match=rf"{name}.*tallystick\[tempo\]"):
        needs[name]()
