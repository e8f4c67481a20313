"""Average linkage under pairs that must not be joined."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tallystick.extract.trained.assembly import linked

Odds = dict[tuple[int, int], float]


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[int], Odds]:
    items = list(range(draw(st.integers(0, 7))))
    pairs = list(combinations(items, 2))
    told = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    return items, {pair: draw(st.floats(-5, 5)) for pair in told}


def units(items: list[int]) -> list[tuple[int, ...]]:
    return [(item,) for item in items]


@given(graphs())
def test_every_item_is_in_one_group(graph: tuple[list[int], Odds]) -> None:
    items, odds = graph
    assert sorted(i for group in linked(units(items), odds) for i in group) == items


@given(graphs())
def test_what_is_kept_apart_is_never_joined(graph: tuple[list[int], Odds]) -> None:
    items, odds = graph
    for group in linked(units(items), odds):
        assert all(pair in odds for pair in combinations(group, 2))


@given(graphs())
def test_no_two_groups_are_left_that_are_likelier_one(graph: tuple[list[int], Odds]) -> None:
    items, odds = graph
    for left, right in combinations(linked(units(items), odds), 2):
        pairs = [odds.get((min(a, b), max(a, b))) for a in left for b in right]
        known = [p for p in pairs if p is not None]
        assert len(known) < len(pairs) or sum(known) <= 1e-12


def test_the_average_decides_not_the_best_pair() -> None:
    odds = {(0, 1): 3.0, (1, 2): 1.0, (0, 2): -4.0}
    assert linked(units([0, 1, 2]), odds) == [(0, 1), (2,)]


def test_what_is_one_stays_one() -> None:
    assert linked([(0, 2), (1,)], {(0, 1): 3.0, (1, 2): -4.0, (0, 2): -9.0}) == [(0, 2), (1,)]
