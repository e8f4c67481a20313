"""The two halves of a benchmark are the same on every machine, and of about one size."""

from __future__ import annotations

from eval.halves import HALVES, half_of


def test_halves_are_stable_and_even() -> None:
    names = [f"document {n}" for n in range(400)]
    halves = [half_of(name) for name in names]
    assert set(halves) == set(HALVES)
    assert 150 < halves.count(HALVES[0]) < 250
    seen, unseen = HALVES
    assert [half_of(n) for n in "abcdef"] == [seen, seen, unseen, unseen, seen, seen]
