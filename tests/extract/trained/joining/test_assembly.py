"""Average linkage under pairs that must not be joined."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.extract.annotate import annotate
from tallystick.extract.drafts import Draft
from tallystick.extract.trained.joining.assembly import (
    Group,
    View,
    is_laid_home,
    is_seen_at_home,
    laid_for,
)
from tallystick.extract.trained.joining.linkage import linked
from tallystick.extract.trained.network.scores import Scores
from tallystick.extract.trained.values.candidates import Candidate
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import ActorRef
from tests.builders import document


class Odds(dict[tuple[int, int], float]):
    """Log odds that are all known from the start."""

    def at_most(self, left: Sequence[int], right: Sequence[int]) -> float:
        pairs = [(min(a, b), max(a, b)) for a in left for b in right]
        return sum(self.get(p, 0.0) for p in pairs) / len(pairs)


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[int], Odds]:
    items = list(range(draw(st.integers(0, 7))))
    pairs = list(combinations(items, 2))
    told = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    odds = st.integers(-500, 500).map(lambda n: n / 100)  # no sums that rounding decides
    return items, Odds({pair: draw(odds) for pair in told})


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


def plainly(items: list[int], odds: Odds) -> list[tuple[int, ...]]:
    """As ``linked``, by comparing all groups with all, again after every step."""
    found = units(items)
    while True:
        scores = {}
        for left, right in combinations(sorted(found), 2):
            pairs = [odds.get((min(a, b), max(a, b))) for a in left for b in right]
            known = [p for p in pairs if p is not None]
            if len(known) == len(pairs) and sum(known) > 0:
                scores[left, right] = sum(known) / len(known)
        if not scores:
            return sorted(found)
        best = max(scores, key=lambda pair: scores[pair])
        found = [g for g in found if g not in best] + [tuple(sorted(best[0] + best[1]))]


@given(graphs())
def test_groups_are_those_of_comparing_all_with_all(graph: tuple[list[int], Odds]) -> None:
    items, odds = graph
    assert linked(units(items), odds) == plainly(items, odds)


def test_the_average_decides_not_the_best_pair() -> None:
    odds = Odds({(0, 1): 3.0, (1, 2): 1.0, (0, 2): -4.0})
    assert linked(units([0, 1, 2]), odds) == [(0, 1), (2,)]


def test_what_is_one_stays_one() -> None:
    assert linked([(0, 2), (1,)], Odds({(0, 1): 3.0, (1, 2): -4.0, (0, 2): -9.0})) == [(0, 2), (1,)]


class _Sees:
    """A network as sure as it is told to be, that an attacker stands there and is blamed."""

    def __init__(self, sure: float) -> None:
        self._sure = sure

    def on(self, _layer: str, _span: Span) -> float:
        return self._sure

    def stance(self, _span: Span) -> dict[Stance, float]:
        return {Stance.BLAMES: self._sure}


def accusation(sure: float, *, ruled: bool, stance: Stance | None) -> tuple[View, Candidate]:
    text = "Residents accuse the militia."
    notes = annotate(document(text))
    draft = Draft(Field.ATTACKER, ActorRef("militia"), Span(21, 28), stance)
    homes = frozenset([3] if ruled else [])
    one = Candidate(Field.ATTACKER, draft.span, homes, ruled, draft=draft)
    return View(notes, (), (), (), (), cast("Scores", _Sees(sure))), one


@pytest.mark.parametrize(
    ("sure", "stance", "chances", "at"),
    [
        (0.95, Stance.BLAMES, [0.1, 0.3, 0.2], [1]),
        (0.95, Stance.BLAMES, [0.1, 0.2], []),
        (0.95, Stance.BLAMES, [], []),
        (0.8, Stance.BLAMES, [0.3], []),
        (0.95, None, [0.3], []),
    ],
)
def test_what_is_plainly_blamed_is_blamed_for_the_likeliest(
    sure: float, stance: Stance | None, chances: list[float], at: list[int]
) -> None:
    view, one = accusation(sure, ruled=False, stance=stance)
    assert [t.group for t in laid_for(view, one, dict(enumerate(chances)))] == at


@pytest.mark.parametrize(
    ("sure", "stance", "member", "kept"),
    [
        (0.6, Stance.BLAMES, 3, True),
        (0.6, Stance.BLAMES, 2, False),
        (0.4, Stance.BLAMES, 3, False),
        (0.6, None, 3, False),
    ],
)
def test_what_the_rules_hear_blamed_for_an_incident_is_blamed_for_it(
    sure: float, stance: Stance | None, member: int, *, kept: bool
) -> None:
    view, one = accusation(sure, ruled=True, stance=stance)
    assert is_laid_home(view, one, Group((member,), (), 0.9)) is kept


@pytest.mark.parametrize(
    ("sure", "ruled", "member", "kept"),
    [(0.95, True, 3, True), (0.95, True, 2, False), (0.8, True, 3, False), (0.95, False, 3, False)],
)
def test_whom_both_readers_see_act_there_has_acted(
    sure: float, member: int, *, ruled: bool, kept: bool
) -> None:
    view, one = accusation(sure, ruled=ruled, stance=None)
    assert is_seen_at_home(view, one, Group((member,), (), 0.9)) is kept
